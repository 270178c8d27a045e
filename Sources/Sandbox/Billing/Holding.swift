import Domain

/// A hold: from tomorrow at the earliest, for a week to ninety days, without a fee. Nothing is charged meanwhile; on the day
/// after it, or when it is taken back, a new period begins.
extension Contract {
  static let shortestHold = 7
  static let longestHold = 90

  mutating func startHold(from: CivilDate?, until: CivilDate?) {
    let first = from ?? today.adding(days: 1)
    hold = Hold(from: first, until: until ?? first.adding(days: Contract.longestHold - 1))
  }

  mutating func cancelHold() {
    hold = nil
    chargeWhenDue()
  }

  mutating func endHold() {
    if let until = hold?.until, until < today { hold = nil }
  }
}
