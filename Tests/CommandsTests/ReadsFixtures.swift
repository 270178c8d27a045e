import Domain
import JSON
import Language
import Terminal
import Testing

@testable import Commands

/// Values that the tests of the reading commands share: noon of 21 November 2026 in Moscow.
enum Reads {
  static let now = Timestamp(seconds: 1_795_251_600)
  static let offset = 180
  static let today = now.date(utcOffset: offset)

  static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }
  static func moment(_ text: String) -> Timestamp { Timestamp(text) ?? Timestamp(seconds: 0) }
  static func rub(_ minor: Int64) -> Money { Money(minor: minor, currency: .rub) }

  static let plan = ChargePlan(cycle: .calendarMonth, fee: rub(65_000), nextCharge: day("2026-12-01"))

  static func account(
    name: String = "Иванова Анна Сергеевна", birthday: String? = nil, state: Account.State = .active,
    block: Account.Block? = nil, balance: Int64 = 12_345, credit: Int64 = 0, discount: Int = 0,
    change: ScheduledTariffChange? = nil, trustPayment: TrustPayment? = nil
  ) -> Account {
    Account(
      id: "a1", number: "4021", holder: Account.Holder(name: name, birthday: birthday.map(day)), utcOffset: offset,
      state: state, block: block, balance: rub(balance), credit: rub(credit), discountPercent: discount,
      tariffID: "home-300", tariffName: "Домашний 300", plan: plan, scheduledChange: change,
      trustPayment: trustPayment, asOf: now)
  }

  static func standing(
    _ account: Account = account(), age: Int64 = 0, isStale: Bool = false, paidUntil: String? = "2026-11-30",
    turnOff: String? = "2026-12-01", recommended: Int64 = 52_655, toUnblock: Int64? = nil,
    need: Standing.Need? = nil
  ) -> Standing {
    Standing(
      account: account, now: now, age: age, isStale: isStale, paidUntil: paidUntil.map(day), turnOff: turnOff.map(day),
      nextCharge: Standing.Charge(date: day("2026-12-01"), amount: rub(65_000)), recommended: rub(recommended),
      neededToUnblock: toUnblock.map(rub), need: need)
  }

  static let debtor = account(
    state: .blocked, block: Account.Block(code: "no-funds", since: day("2026-11-20")), balance: -10_050)

  static let trustPayment = TrustPayment(
    id: "t1", amount: rub(65_000), fee: rub(1_000), takenOn: day("2026-11-20"), until: day("2026-11-23"),
    state: .active)

  /// A name that would clear the screen, change its title, and turn the text around.
  static let hostile = "\u{1B}[2J\u{1B}]0;x\u{7}\u{202E}Анна\u{9B}31m\nx\ty"

  static func home(
    _ standing: Standing = standing(), incidents: [Incident] = [], unread: Int = 0, intents: [Intent] = [],
    unreadable: Int = 0
  ) -> HomeFacts {
    HomeFacts(
      standing: standing, digest: HomeDigest(incidents: incidents, unreadNotices: unread, serverTime: nil),
      intents: intents, unreadableIntents: unreadable)
  }

  static func outage(
    id: String = "i1", state: Incident.State = .open, kind: Incident.Kind = .outage, isAtAddress: Bool = true,
    start: String = "2026-11-21T07:00:00Z", end: String? = nil, promises: [(said: String, until: String?)] = []
  ) -> Incident {
    Incident(
      id: id, kind: kind, state: state,
      title: LocalizedText(russian: "Нет интернета в доме", english: "No internet in the house"),
      details: LocalizedText("Повреждён кабель."), services: ["internet", "tv"], isAtAddress: isAtAddress,
      start: moment(start), end: end.map(moment),
      estimates: promises.map { Incident.Estimate(saidAt: moment($0.said), until: $0.until.map(moment)) })
  }

  static let postponed = outage(
    promises: [("2026-11-21T07:10:00Z", "2026-11-21T11:00:00Z"), ("2026-11-21T08:40:00Z", "2026-11-21T15:00:00Z")])

  static func intent(
    _ action: Action = .pay(amount: rub(50_000), method: "card"), key: String = "k1", events: [Intent.Event] = []
  ) throws -> Intent {
    var intent = Intent(
      key: key, account: "4021", action: action, body: "{}", terms: nil, created: moment("2026-11-21T08:58:00Z"))
    for event in events { try intent.apply(event, at: moment("2026-11-21T08:59:00Z")) }
    return intent
  }

  static func entry(
    _ date: String, _ kind: LedgerEntry.Kind, _ amount: Int64, after: Int64, text: String = "", service: String? = nil
  ) -> LedgerEntry {
    LedgerEntry(
      id: "\(date)-\(after)", time: Timestamp(startOf: day(date), utcOffset: offset), date: day(date), kind: kind,
      amount: rub(amount), balance: rub(after), text: text, service: service)
  }

  static func tariff(
    _ id: String, _ name: String, fee: Int64, cycle: ChargeCycle = .calendarMonth, down: Int? = 300, up: Int? = 300,
    included: [String] = [], archived: Bool = false, available: Bool = true, from: String? = nil,
    reasons: [Reason] = []
  ) -> Tariff {
    Tariff(
      id: id, name: name, fee: rub(fee), cycle: cycle, downstream: down, upstream: up, included: included,
      isArchived: archived,
      eligibility: Eligibility(available: available, availableFrom: from.map(day), reasons: reasons))
  }
}

extension Answer {
  /// As a person sees it, in columns of so many.
  func screen(_ language: Language = .russian, width: Int = 100) -> String {
    text(.view, Look(language: language, isTerminal: true, width: width)).withPlainSpaces
  }

  /// As a pipe gets it.
  func rows(_ language: Language = .russian) -> String {
    text(.view, Look(language: language, isTerminal: false)).withPlainSpaces
  }
}

extension String {
  /// No-break spaces as plain ones, so that expectations can be read and typed.
  fileprivate var withPlainSpaces: String { String(map { $0 == "\u{A0}" ? " " : $0 }) }
}
