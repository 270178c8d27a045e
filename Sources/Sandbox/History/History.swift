import Domain

/// Ten years of an account's life up to the sandbox's first moment, made from a seed by the same billing that goes on after it.
struct History {
  static let years = 10

  private let persona: Persona
  private let start: Timestamp
  private let firstDay: CivilDate
  private var chance: SplitMix64
  private var contract: Contract
  private(set) var postings: [Posting] = []
  /// How many days before the next charge the subscriber means to pay; below zero: too late.
  private var lead = 2
  private var leadIsFor: CivilDate?

  static func make(_ persona: Persona, seed: UInt64, start: Timestamp) -> (Contract, [Posting]) {
    var history = History(persona, seed: seed, start: start)
    return history.live()
  }

  private init(_ persona: Persona, seed: UInt64, start: Timestamp) {
    self.persona = persona
    self.start = start
    firstDay = start.date(utcOffset: persona.utcOffset)
    chance = SplitMix64(seed: seed, name: persona.number)
    let activation = History.activation(persona, firstDay)
    let terms = Contract.Terms(
      tariff: "", name: "", fee: 0, cycle: persona.cycle,
      nextCharge: History.firstCharge(persona.cycle, from: activation))
    contract = Contract(utcOffset: persona.utcOffset, today: activation, terms: terms)
    contract.ownCredit.amount = persona.credit
    contract.discountPercent = persona.discountPercent
  }

  /// Periods of days are placed so that one begins on the eve of the first day.
  private static func activation(_ persona: Persona, _ firstDay: CivilDate) -> CivilDate {
    guard case .everyDays(let days) = persona.cycle else { return firstDay.adding(months: -12 * years).firstOfMonth }
    return firstDay.adding(days: -1 - days * (365 * years / days))
  }

  private static func firstCharge(_ cycle: ChargeCycle, from activation: CivilDate) -> CivilDate {
    switch cycle {
    case .inAdvance: activation.lastOfMonth
    case .anniversary(let day): activation.adding(days: min(day, activation.daysInMonth) - 1)
    default: activation
    }
  }

  private mutating func live() -> (Contract, [Posting]) {
    var day = contract.today
    while day <= firstDay {
      chooseTariff(on: day)
      contract.beginDay(day)
      if day < firstDay { spendDay() }
      if let fill = persona.fill { makeCalls(upTo: fill, on: day) }
      collect()
      day = day.adding(days: 1)
    }
    settleDown()
    return (contract, postings)
  }

  private mutating func collect() {
    postings.append(contentsOf: contract.posted)
    contract.posted.removeAll(keepingCapacity: true)
  }

  /// Older tariffs first; fees were lower once, and rise each January.
  private mutating func chooseTariff(on day: CivilDate) {
    guard day.dayNumber == contract.today.dayNumber && postings.isEmpty || day.day == 1 && day.month == 1 else {
      return
    }
    let yearsAgo = firstDay.year - day.year
    let isDaily = TariffCatalogue.offer(persona.tariff)?.isDaily ?? false
    let id = isDaily || yearsAgo <= 3 ? persona.tariff : yearsAgo > 7 ? "retro-60" : "home-100"
    guard let offer = TariffCatalogue.offer(id) else { return }
    contract.terms.tariff = offer.id
    contract.terms.name = offer.name
    let step: Int64 = offer.isDaily ? 1_00 : 10_00
    contract.terms.fee = max(step, offer.fee - offer.fee * Int64(max(0, yearsAgo)) * 4 / 100 / step * step)
    if yearsAgo <= 5, contract.services.isEmpty {
      contract.services = persona.services.map { ServiceCatalogue.service($0, since: day) }
    }
  }

  private mutating func spendDay() {
    at(hour: chance.number(in: 9...20), minute: chance.number(in: 0...59))
    if chance.happens(onceIn: 240) {
      let sum = Int64(chance.number(in: 10...90)) * 1_00
      contract.correct(.compensation, sum, text: "Перерасчёт за перерыв связи", service: "internet")
    }
    if persona.fill != nil {
      if contract.balance < 500_00 { pay(Int64(chance.number(in: 20...40)) * 100_00) }
    } else if wantsToPay {
      pay(amount)
    }
    if case .trusts = persona.habit, isLastCharge, contract.isBlocked { contract.takeTrustPayment(key: nil) }
  }

  private mutating func at(hour: Int, minute: Int) {
    contract.moment = Timestamp(startOf: contract.today, utcOffset: contract.utcOffset)
      .adding(seconds: Int64(hour * 3600 + minute * 60))
  }

  private mutating func pay(_ sum: Int64) {
    let method = chance.happens(onceIn: 3) ? MethodCatalogue.sbp : MethodCatalogue.card
    contract.pay(sum, method: method.id, text: "Оплата: \(method.name.text(in: "ru"))", key: nil)
  }
}

/// How a subscriber pays.
extension History {
  /// Whether the charge that comes, or was missed, is the last one on or before the first day.
  private var isLastCharge: Bool {
    contract.terms.nextCharge <= firstDay && contract.chargeDay(after: contract.terms.nextCharge) > firstDay
  }

  private var isDayByDay: Bool { contract.terms.cycle == .daily || contract.terms.cycle == .spread }

  private var wantsToPay: Bool {
    mutating get {
      guard !isDayByDay else {
        return contract.balance + contract.credit < contract.nextTotal * Int64(chance.number(in: 1...4))
      }
      switch persona.habit {
      case .pays: break
      case .keeps: guard contract.terms.nextCharge <= firstDay else { return false }
      case .forgot, .trusts: guard contract.terms.nextCharge <= firstDay, !isLastCharge else { return false }
      }
      return contract.missing > 0 && contract.today >= contract.terms.nextCharge.adding(days: -leadTime)
    }
  }

  /// Chosen once a period. Who is billed by days is never late: it would move all later periods.
  private var leadTime: Int {
    mutating get {
      guard leadIsFor != contract.terms.nextCharge else { return lead }
      leadIsFor = contract.terms.nextCharge
      var earliest = -2
      if case .everyDays = contract.terms.cycle { earliest = 1 }
      if case .anniversary = contract.terms.cycle { earliest = 1 }
      if isLastCharge || contract.terms.nextCharge.adding(days: 70) > firstDay { earliest = 1 }
      lead = chance.number(in: earliest...6)
      return lead
    }
  }

  private var amount: Int64 {
    if isDayByDay { return (contract.nextTotal * 30).roundedUp(to: 100_00) }
    if case .keeps(let rest) = persona.habit, isLastCharge { return contract.missing + rest }
    return contract.missing.roundedUp(to: 10_00)
  }

  private mutating func makeCalls(upTo fill: Int, on day: CivilDate) {
    let daysLeft = day.days(until: firstDay) + 1
    let quota = (fill - postings.count) / daysLeft - contract.posted.count
    guard quota > 0 else { return }
    for call in 0..<quota {
      at(hour: 20, minute: 0)
      contract.moment = contract.moment.adding(seconds: day == firstDay ? Int64(-72_000) : Int64(call * 600 / quota))
      let minutes = chance.number(in: 1...9)
      contract.post(.charge, -Int64(minutes) * 15, "Телефон: звонок, \(minutes) мин", service: "phone")
    }
  }

  /// The state in which the sandbox hands the account over.
  private mutating func settleDown() {
    contract.moment = start
    if let days = persona.prepaidDays { contract.prepaidUntil = firstDay.adding(days: days) }
    contract.notices = contract.notices.suffix(3)
    contract.readNotices()
    contract.profile = Profile(
      mobiles: ["+7 900 \(persona.number.prefix(3))-\(persona.number.suffix(3))"],
      emails: ["subscriber\(persona.number)@mail.example"], contractDate: History.activation(persona, firstDay),
      editable: [.phone, .mobile, .email])
    if persona.hasAutopayment {
      contract.autopayment = Autopayment(
        id: "a1", name: "Карта •• 4821", amount: Int64(300_00).roubles, next: firstDay.firstOfNextMonth.adding(days: 4))
    }
    contract.say(Announcement.welcome, Announcement.welcomeText)
    guard let planned = persona.planned, let offer = TariffCatalogue.offer(planned) else { return }
    contract.planned = Contract.Planned(
      on: contract.nextPeriod, terms: TariffRules.terms(of: offer, for: contract, from: contract.nextPeriod))
  }
}
