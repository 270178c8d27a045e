import Domain

/// One line of a ledger in the biller's own compact form; amounts are kopecks.
struct Posting: Sendable, Equatable {
  let time: Timestamp
  let day: CivilDate
  let kind: LedgerEntry.Kind
  let amount: Int64
  /// After the posting.
  let balance: Int64
  let text: String
  var service: String?
  var method: String?
  var key: String?
}

extension Int64 {
  var roubles: Money { Money(minor: self, currency: .rub) }

  /// The next multiple of `step` at or above a sum.
  func roundedUp(to step: Int64) -> Int64 { self <= 0 ? 0 : (self + step - 1) / step * step }
}
