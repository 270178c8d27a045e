import Domain
import JSON

/// Top-ups that repeat by themselves (TMF654): rules, of which each top-up that follows is a child.
struct TMForumAutopayments {
  let reading: TMForumReading
  let view: TMForumAccount

  /// A rule moves no money itself.
  static func isRule(_ row: Loose) -> Bool {
    row["isAutoTopup"].isTrue && row["recurringPeriod"].text != nil && row["balanceTopup"]["id"].identity == nil
  }

  private func rules() throws -> [Loose] {
    let rows = try reading.list(.balance, "topupBalance", lacking: .autopayments) ?? []
    return rows.filter { row in
      TMForumAutopayments.isRule(row) && row.concerns(view.id) && !TMForumAutopayments.isOver(row["status"].text)
    }
  }

  private static func isOver(_ status: String?) -> Bool { ["cancelled", "failed"].contains(status) }

  func all() throws -> [Autopayment] {
    try rules().compactMap { row in
      row["id"].identity.map { id in
        Autopayment(
          id: id, name: row["paymentMethod"]["name"].text ?? row["description"].text ?? id,
          amount: row["amount"].money(view.currency).flatMap { $0.isPositive ? $0 : nil })
      }
    }
  }

  func check(_ id: String) throws -> Check {
    let isThere = try rules().contains { $0["id"].identity == id }
    guard !reading.missing.contains(.autopayments) else { throw ProviderError.missing(.autopayments) }
    return Check(eligibility: Eligibility(available: isThere, reasons: isThere ? [] : [AutopaymentReasons.none]))
  }

  static let body: JSON = ["status": "cancelled"]

  static func outcome(_ row: Loose) -> Submission {
    isOver(row["status"].text) ? .done(reference: row["id"].identity, link: nil) : .unknown(.malformedAnswer)
  }

  /// Ended when it is cancelled or there no more. Nil while it is there.
  func trace(of id: String) throws -> Settlement? {
    guard let rows = try reading.list(.balance, "topupBalance") else { return .unknown }
    let row = rows.first { $0["id"].identity == id }
    return row.map { TMForumAutopayments.isOver($0["status"].text) } ?? true ? .done(reference: id, link: nil) : nil
  }
}
