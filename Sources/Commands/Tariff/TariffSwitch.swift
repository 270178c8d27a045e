import Arguments
import Domain
import Language
import Terminal

/// What `tariff check` and `tariff switch` have in common: which tariff, and from when.
struct TariffChoice {
  static let positionals = [Positional("tariff", .tariff, .tariffPositional)]
  static let options = [
    Option("now", .switchNow), Option("on", value: .date, .switchOn),
  ]

  let typed: String
  let when: Action.When

  init(_ invocation: Invocation) throws(Failure) {
    typed = invocation.positional("tariff") ?? ""
    switch (invocation.flag("now"), invocation.value("on")) {
    case (true, nil): when = .now
    case (false, nil): when = .nextPeriod
    case (true, _): throw Failure(.usage, .nowAndOn, hint: .chooseOne)
    case (false, let text?):
      guard let date = CivilDate(text) else { throw Failure(.usage, .badDate(text), hint: .dateLikeThis) }
      when = .on(date)
    }
  }

  func action(_ session: Session) throws -> Action {
    let tariff = try TariffFinder(session.tariffs()).find(typed)
    if case .on(let date) = when, date <= session.today {
      throw Failure(.usage, .dateIsPast(date.text), hint: .switchNowHint)
    }
    return .switchTariff(id: tariff.id, when: when)
  }

  static func terms(_ view: TermsView) -> [Block] {
    var fields: [Field] = []
    let comparison = view.comparison
    // Without an effect there is nothing that a day or a fee could be of.
    guard !comparison.isEmpty else { return [] }
    if let day = view.check.effectiveOn {
      fields.append(Field(.effectiveOn, Line(DateText.near(day, today: view.today))))
    }
    if let fee = view.check.fee { fields.append(Field(.switchFee, .amount(fee))) }
    return comparison + (fields.isEmpty ? [] : [.blank, .fields(fields)])
  }
}

/// `kabinet tariff check TARIFF`
struct TariffCheck: Command {
  static let specification = CommandSpecification(
    name: "check", aliases: ["проверить"], summary: .tariffCheckSummary, positionals: TariffChoice.positionals,
    options: TariffChoice.options, examples: [.init("kabinet tariff check home-300", .tariffCheckExample)],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6],
    seeAlso: ["tariff switch", "tariff compare"])

  private let choice: TariffChoice

  init(_ invocation: Invocation) throws(Failure) { choice = try TariffChoice(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    try Mutation.check(choice.action(Session(world)), world, command: "tariff check") { TariffChoice.terms($0) }
  }
}

/// `kabinet tariff switch TARIFF`
struct TariffSwitch: Command {
  static let specification = CommandSpecification(
    name: "switch", aliases: ["сменить"], summary: .tariffSwitchSummary, discussion: [.tariffSwitchDiscussion],
    positionals: TariffChoice.positionals, options: TariffChoice.options + Mutation.options,
    examples: [
      .init("kabinet tariff switch home-300", .tariffSwitchExample),
      .init("kabinet tariff switch home-300 --now --dry-run", .tariffSwitchNowExample),
    ],
    facts: [.needsLogin, .changesContract, .spendsMoney, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["tariff check", "tariff cancel"])

  private let choice: TariffChoice
  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) {
    choice = try TariffChoice(invocation)
    mutation = try Mutation(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "tariff switch") { session in
      try choice.action(session)
    } describe: {
      TariffChoice.terms($0)
    }
  }
}

/// `kabinet tariff cancel`: takes back a change that is planned.
struct TariffCancel: Command {
  static let specification = CommandSpecification(
    name: "cancel", aliases: ["отменить"], summary: .tariffCancelSummary, options: Mutation.options,
    examples: [.init("kabinet tariff cancel", .tariffCancelExample)],
    facts: [.needsLogin, .changesContract, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["tariff switch"])

  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) { mutation = try Mutation(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "tariff cancel") { _ in
      .cancelTariffChange
    } describe: { view in
      guard let planned = view.session.account.scheduledChange else { return view.comparison }
      let day = DateText.near(planned.on, today: view.today)
      return [.fields([Field(.plannedChange, "\(planned.name), \(day)")])]
    }
  }
}
