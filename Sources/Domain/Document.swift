import JSON

/// A paper of the account's: an invoice, a fiscal receipt, an act.
package struct Document: Sendable, Equatable {
  /// Others are kept.
  package struct Kind: RawRepresentable, Sendable, Hashable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let invoice = Kind(rawValue: "invoice")
    package static let receipt = Kind(rawValue: "receipt")
  }

  package struct Row: Sendable, Equatable {
    package let text: String
    package let amount: Money

    package init(text: String, amount: Money) {
      self.text = text
      self.amount = amount
    }
  }

  package let id: String
  package let kind: Kind
  /// What is printed on it.
  package let number: String
  package let date: CivilDate
  /// Pay until.
  package let due: CivilDate?
  package let amount: Money?
  /// Nil where the provider does not tell it.
  package let paid: Money?
  /// The ledger entry that it belongs to.
  package let entry: String?
  package let rows: [Row]
  /// Where it can be looked at without a login.
  package let link: String?

  package init(
    id: String, kind: Kind, number: String, date: CivilDate, due: CivilDate? = nil, amount: Money? = nil,
    paid: Money? = nil, entry: String? = nil, rows: [Row] = [], link: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.number = number
    self.date = date
    self.due = due
    self.amount = amount
    self.paid = paid
    self.entry = entry
    self.rows = rows
    self.link = link
  }

  /// What is still to be paid; nil where that is not known.
  package var open: Money? {
    guard let amount, let rest = paid.flatMap({ amount.subtracting($0) }) else { return nil }
    return rest.isNegative ? .zero(amount.currency) : rest
  }
}

extension Document: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "document")
    self.init(
      id: try fields.string("id"), kind: Kind(rawValue: try fields.string("kind")), number: try fields.string("number"),
      date: try fields.value("date"), due: try fields.optional("due"), amount: try fields.optional("amount"),
      paid: try fields.optional("paid"), entry: try fields.optionalString("entry"), rows: try fields.list("rows"),
      link: try fields.optionalString("link"))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "kind": .string(kind.rawValue), "number": .string(number), "date": date.json,
      "due": due?.json, "amount": amount?.json, "paid": paid?.json, "entry": entry.map { .string($0) },
      "rows": rows.isEmpty ? nil : .array(rows.map(\.json)), "link": link.map { .string($0) },
    ])
  }
}

extension Document.Row: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "row")
    self.init(text: try fields.string("text"), amount: try fields.value("amount"))
  }

  package var json: JSON { ["text": .string(text), "amount": amount.json] }
}
