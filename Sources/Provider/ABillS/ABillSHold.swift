import Domain
import JSON

/// The voluntary suspension (`holdup`): planned from a day to a day, its limits told only by a refusal.
struct ABillSHold {
  private let reading: ABillSReading
  private let account: String

  init(_ reading: ABillSReading, account: String) {
    self.reading = reading
    self.account = account
  }

  var path: String { "/user/\(Encoding.percent(account))/holdup/" }

  /// The one that is planned or running; an empty object is none.
  func current() throws -> Hold? {
    guard !reading.missing.contains(.hold), let answer = try reading.optional(path, for: .hold),
      let from = answer["dateFrom"].date
    else { return nil }
    return Hold(from: from, until: answer["dateTo"].date, canCancel: answer["canCancel"].isTrue || answer["del"].isTrue)
  }

  func check(_ action: Action) throws -> Check {
    let current = try current()
    guard !reading.missing.contains(.hold) else { throw ProviderError.missing(.hold) }
    var reasons: [Reason] = []
    switch (action, current) {
    case (.startHold, .some): reasons = [HoldReasons.active]
    case (.startHold(_, nil), _): reasons = [HoldReasons.untilNeeded]
    case (.cancelHold, nil): reasons = [HoldReasons.none]
    case (.cancelHold, let hold?) where !hold.canCancel: reasons = [HoldReasons.fixed]
    default: break
    }
    return Check(
      eligibility: Eligibility(available: reasons.isEmpty, active: current != nil, reasons: reasons),
      effectiveOn: ABillSHold.firstDay(of: action, today: reading.clock().date(utcOffset: try reading.utcOffset)))
  }

  /// The installation takes the next day as the earliest.
  private static func firstDay(of action: Action, today: CivilDate) -> CivilDate? {
    guard case .startHold(let from, _) = action else { return nil }
    return from ?? today.adding(days: 1)
  }

  static func body(of action: Action, terms: Check?) -> String {
    guard case .startHold(let from, let until) = action else { return "" }
    let first = terms?.effectiveOn ?? from
    return JSON.members(["fromDate": first?.json, "toDate": until?.json]).text
  }

  /// Done when the days that were asked for are there, or when there are none any more; nil otherwise.
  func trace(of intent: Intent) throws -> Settlement? {
    let current = try current()
    switch intent.action {
    case .startHold(let from, let until):
      return current?.from == intent.terms?.effectiveOn ?? from && current?.until == until && current != nil
        ? .done(reference: nil, link: nil) : nil
    case .cancelHold: return current == nil ? .done(reference: nil, link: nil) : nil
    default: return nil
    }
  }
}
