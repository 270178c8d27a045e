import Domain
import JSON
import Language
import Terminal

/// The two faces of the home screen.
struct HomeView {
  let home: HomeFacts

  init(_ home: HomeFacts) { self.home = home }

  private var standing: Standing { home.standing }
  private var account: Account { home.account }

  static func answer(_ home: HomeFacts) -> Answer {
    let view = HomeView(home)
    return Answer(kind: "home", json: view.json, view: view.blocks)
  }

  private var blocks: [Block] {
    greeting + [.fields(fields)] + section(.incidentsTitle, incidents) + section(.homeOpenIntents, intents)
      + section(.homeNext, steps)
  }

  private var greeting: [Block] {
    let hello = Block.heading(.homeGreeting(HolderName.greeting(account.holder.name)))
    return standing.isBirthday ? [hello, .line(Line(.homeBirthday, .good))] : [hello]
  }

  private var fields: [Field] {
    [Field(.accountWord, Line(verbatim: account.number))] + tariff
      + [Field(.balanceWord, balance), Field(.stateWord, state)] + money + change + notices
  }

  private var tariff: [Field] {
    guard let name = account.tariffName ?? account.tariffID else { return [] }
    guard let plan = account.plan else { return [Field(.tariffWord, Line(.quoted(name)))] }
    return [Field(.tariffWord, "\(.quoted(name)), \(.fee(plan.fee, plan.cycle))")]
  }

  private var balance: Line {
    let moment = TimeText.moment(account.asOf, today: standing.today, utcOffsetMinutes: account.utcOffset)
    return Line.proseAmount(account.balance, BalanceView.style(of: account.balance))
      + " \(.homeAsOf(moment), standing.isStale ? .warning : .plain)"
  }

  private var state: Line {
    switch account.state {
    case .active: return Line(.accountState(.active), .good)
    case .held, .closed: return Line(.accountState(account.state), .warning)
    case .blocked:
      guard let block = account.block else { return Line(.accountState(.blocked), .bad) }
      return Line(.homeBlocked(since: block.since.map(day), .blockReason(block.code)), .bad)
    }
  }

  private var money: [Field] {
    var fields: [Field] = []
    if let until = account.prepayment?.until { fields.append(Field(.homePaid, Line(.homePrepaid(day(until))))) }
    if let paid { fields.append(Field(.homePaid, paid)) }
    if let charge = standing.nextCharge {
      let text = Phrase.homeCharge(AmountText.prose(charge.amount), on: day(charge.date))
      fields.append(Field(.balanceNextCharge, Line(text)))
    }
    if let (payment, state) = standing.openTrustPayment {
      let amount = AmountText.prose(payment.amount)
      let text: Phrase =
        state == .expired
        ? .homeTrustPaymentOver(amount, until: day(payment.until))
        : .homeTrustPayment(amount, until: day(payment.until))
      fields.append(Field(.balanceTrustPayment, Line(text, state == .expired ? .bad : .warning)))
    }
    return fields
  }

  /// Nothing of a blocked account: its state says it all.
  private var paid: Line? {
    guard account.state == .active, let until = standing.paidUntil else { return nil }
    guard let turnOff = standing.turnOff, let days = standing.daysLeft else { return Line(.homePaidFor(day(until))) }
    guard turnOff > standing.today else { return Line(.homeTurnedOff(day(until)), .bad) }
    return Line(
      .homePaidUntil(day(until), off: day(turnOff), days: days), BalanceView.style(ofDaysLeft: days))
  }

  private var change: [Field] {
    guard let change = account.scheduledChange else { return [] }
    let fee = Phrase.fee(change.plan.fee, change.plan.cycle)
    return [Field(.homeTariffChange, Line(.homeChange(to: .quoted(change.name), fee: fee, on: day(change.on))))]
  }

  private var notices: [Field] {
    guard home.digest.unreadNotices > 0 else { return [] }
    return [Field(.homeNotices, Line(plural(home.digest.unreadNotices, .notices)))]
  }

  private var incidents: [Line] {
    home.digest.incidents.map { incident in
      IncidentWords(incident, today: standing.today, utcOffset: account.utcOffset, now: standing.now).inOneLine
    }
  }

  private var intents: [Line] {
    home.intents.map { intent -> Line in
      let moment = TimeText.moment(intent.created, today: standing.today, utcOffsetMinutes: account.utcOffset)
      return "\(IntentText.name(intent)), \(moment): \(IntentText.state(intent), IntentText.style(intent.state))"
    }
  }

  private var steps: [Line] {
    NextStep.steps(home).map { Line.command($0.command) + ": \($0.why)" }
  }

  private func section(_ title: Phrase, _ lines: [Line]) -> [Block] {
    lines.isEmpty ? [] : [.blank, .heading(title), .list(lines)]
  }

  private func day(_ date: CivilDate) -> Phrase { DateText.near(date, today: standing.today) }
}

extension HomeView {
  fileprivate var json: JSON {
    var members = standing.json
    members["holder"] = .string(account.holder.name)
    members["birthday"] = .bool(standing.isBirthday)
    members["tariff"] = JSON.members([
      "id": account.tariffID.map { .string($0) }, "name": account.tariffName.map { .string($0) },
      "plan": account.plan?.json,
    ])
    members["scheduledChange"] = account.scheduledChange?.json
    members["incidents"] = .array(home.digest.incidents.map(\.json))
    members["unreadNotices"] = .integer(Int64(home.digest.unreadNotices))
    members["openIntents"] = .array(home.intents.map(IntentText.json))
    members["unreadableIntents"] = .integer(Int64(home.unreadableIntents))
    members["next"] = .array(NextStep.steps(home).map { .string($0.command) })
    return .object(members)
  }
}
