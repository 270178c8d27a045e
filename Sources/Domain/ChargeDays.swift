extension ChargeCycle {
  /// The charge day that follows one on which the fee was taken.
  package func chargeDay(after day: CivilDate) -> CivilDate {
    switch self {
    case .calendarMonth: day.firstOfNextMonth
    case .everyDays(let days): day.adding(days: max(1, days))
    case .anniversary(let wanted): ChargeCycle.day(wanted, inMonthOf: day.firstOfNextMonth)
    case .daily, .spread: day.adding(days: 1)
    case .inAdvance: day.adding(days: 1).lastOfMonth
    }
  }

  /// The first charge day on or after `day`, for a cycle of which `known` is a charge day.
  ///
  /// Periods that passed meanwhile (the account was blocked) are skipped, not made up.
  package func chargeDay(onOrAfter day: CivilDate, known: CivilDate) -> CivilDate {
    guard known < day else { return known }
    switch self {
    case .calendarMonth: return day.day == 1 ? day : day.firstOfNextMonth
    case .everyDays(let days):
      let step = max(1, days)
      return known.adding(days: (known.days(until: day) + step - 1) / step * step)
    case .anniversary(let wanted):
      let inThisMonth = ChargeCycle.day(wanted, inMonthOf: day.firstOfMonth)
      return inThisMonth >= day ? inThisMonth : ChargeCycle.day(wanted, inMonthOf: day.firstOfNextMonth)
    case .daily, .spread: return day
    case .inAdvance: return day.lastOfMonth
    }
  }

  /// The day from which the service is off when the charge of `day` is not covered.
  func turnOffDay(ofCharge day: CivilDate) -> CivilDate {
    self == .inAdvance ? day.adding(days: 1) : day
  }

  private static func day(_ wanted: Int, inMonthOf first: CivilDate) -> CivilDate {
    first.adding(days: min(max(1, wanted), first.daysInMonth) - 1)
  }
}
