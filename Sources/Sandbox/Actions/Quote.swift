import Domain
import JSON

/// A reference to terms: the moment at which it expires and a fingerprint of all that was agreed.
struct Quote: Equatable {
  static let lifetime: Int64 = 15 * 60

  let expires: Timestamp
  let text: String

  init(_ action: Action, _ terms: Desk.Terms, after: Contract, account: String, expires: Timestamp) {
    self.expires = expires
    let agreed = JSON.members([
      "account": .string(account), "action": action.json, "price": terms.price.map { .integer($0) },
      "fee": terms.fee.map { .integer($0) }, "grants": terms.grants.map { .integer($0) },
      "termDays": terms.termDays.map { .integer(Int64($0)) }, "effectiveOn": terms.effectiveOn?.json,
      "tariff": .string(after.terms.tariff), "planned": after.planned.map { .string($0.terms.tariff) },
      "periodFee": .integer(after.periodFee), "plannedFee": after.planned.map { .integer($0.terms.fee) },
      "expires": .integer(expires.seconds),
    ])
    text = "q\(expires.seconds)-" + Fingerprint.text(agreed.text)
  }

  /// When a quote says that it ends; nil when it is none of ours.
  static func expiry(of text: String) -> Timestamp? {
    guard text.first == "q", let dash = text.firstIndex(of: "-") else { return nil }
    return Int64(text[text.index(after: text.startIndex)..<dash]).map { Timestamp(seconds: $0) }
  }
}
