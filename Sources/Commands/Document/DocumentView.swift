import Domain
import JSON
import Language
import Terminal

/// The faces of invoices and receipts.
enum DocumentView {
  /// Number, date, amount; of an invoice also what is paid, and until when to pay.
  static func list(_ documents: [Document], _ kind: Document.Kind) -> Answer {
    let isInvoice = kind == .invoice
    let further: [Table.Column] = isInvoice ? [.init(.documentPaid, .right), .init(.documentDue)] : []
    let columns: [Table.Column] =
      [.init(.numberColumn, minimum: 6), .init(.statementDate), .init(.amountWord, .right)] + further
    let rows = documents.map { document in
      [Line(verbatim: document.number), .date(document.date), amount(document.amount)]
        + (isInvoice ? [paid(document), document.due.map { .date($0) } ?? Line()] : [])
    }
    return Answer(
      kind: "\(kind.rawValue)s", json: [kind.rawValue + "s": .array(documents.map(\.json))],
      view: rows.isEmpty ? [] : [.table(Table(columns, rows: rows))])
  }

  static func one(_ document: Document) -> Answer {
    var fields = [Field(.statementDate, .date(document.date))]
    if let amount = document.amount { fields.append(Field(.amountWord, .amount(amount))) }
    if document.paid != nil { fields.append(Field(.documentPaid, paid(document))) }
    if let due = document.due { fields.append(Field(.documentDue, .date(due))) }
    if let entry = document.entry { fields.append(Field(.documentEntry, Line(verbatim: entry))) }
    if let link = document.link {
      fields.append(Field(.documentLink, .link(Phrase(verbatim: link), to: link, .accent)))
    }
    let rows = document.rows.map { [Line(verbatim: $0.text), Line.amount($0.amount)] }
    let table = Table([.init(.documentRow, minimum: 16), .init(.amountWord, .right)], rows: rows)
    let heading = Block.heading(.documentTitle(document.kind.rawValue, document.number))
    return Answer(
      kind: document.kind.rawValue, json: document.json,
      view: [heading, .fields(fields)] + (rows.isEmpty ? [] : [.blank, .table(table)]))
  }

  private static func amount(_ amount: Money?) -> Line { amount.map { .amount($0) } ?? Line() }

  private static func paid(_ document: Document) -> Line {
    guard let paid = document.paid else { return Line() }
    return .amount(paid, document.open?.isPositive == true ? .warning : .good)
  }
}
