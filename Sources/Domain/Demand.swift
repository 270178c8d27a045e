/// What must be there at the beginning of a day: off from `day` unless balance plus payment reach `required`.
struct Demand: Equatable {
  let day: CivilDate
  /// In minor units; below zero as far as credit covers it.
  let required: Int64
}

/// The demands on an account in the order of their days.
///
/// Each charge asks for all charges so far less the credit of its day; each end of a credit asks for a balance that is
/// not negative. Because nothing else ever blocks, the least payment until a day is the greatest demand up to it.
struct Demands: Sequence, IteratorProtocol {
  private var opening: Demand?
  private var calendar: ChargeCalendar?
  private var charge: ChargeCalendar.Charge?
  private var credits: [Credit]
  private var credit: Int64
  private var spent: Int64 = 0
  private let last: CivilDate

  /// - isTrusting: whether the active trust payment stays, because the balance stays below zero.
  init(on funds: Funds, isTrusting: Bool) {
    last = funds.last
    calendar = funds.calendar
    credits = funds.credits(isTrusting: isTrusting)
    credit = credits.reduce(0) { $0.addingClamped($1.minor) }
    switch funds.standing {
    case .on: return
    case .awaitingDebt, .suspended: opening = Demand(day: funds.today, required: 0)
    case .awaitingFee:
      spent = calendar?.next()?.minor ?? 0
      let offFrom = Swift.max(funds.account.block?.since ?? funds.today, funds.today)
      opening = Demand(day: offFrom, required: spent.subtractingClamped(credit))
    }
  }

  /// Passes over whole months of daily charges that `balance` covers: ten years of them in a hundred steps.
  mutating func skipMonths(coveredBy balance: Int64) {
    guard opening == nil, charge == nil else { return }
    while true {
      var ahead = calendar
      guard let sum = ahead?.takeWholeMonth(before: credits.first?.offFrom) else { return }
      guard spent.addingClamped(sum).subtractingClamped(credit) <= balance else { return }
      calendar = ahead
      spent = spent.addingClamped(sum)
    }
  }

  mutating func next() -> Demand? {
    if let first = opening {
      opening = nil
      return first
    }
    while true {
      if charge == nil { charge = calendar?.next() }
      if let ending = credits.first, let off = ending.offFrom, off <= Swift.min(charge?.date ?? last, last) {
        credits.removeFirst()
        credit -= ending.minor
        return Demand(day: off, required: spent)
      }
      guard let due = charge else { return nil }
      charge = nil
      guard due.minor > 0 else { continue }
      spent = spent.addingClamped(due.minor)
      return Demand(day: due.turnOffDay, required: spent.subtractingClamped(credit))
    }
  }
}

/// A part of the credit limit.
struct Credit: Sendable, Equatable {
  let minor: Int64
  /// The first day on which it does not count; nil: it stays.
  let offFrom: CivilDate?
}
