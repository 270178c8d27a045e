import Arguments
import Domain
import JSON
import Language
import Terminal

/// `kabinet hold show`
struct HoldShow: Command {
  static let specification = CommandSpecification(
    name: "show", aliases: ["показать"], summary: .holdShowSummary,
    examples: [.init("kabinet hold", .holdShowExample)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["hold plan", "hold start"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let account = session.account
    session.tellAge()
    let fields = account.hold.map { HoldDays.fields(from: $0.from, until: $0.until, today: session.today) } ?? []
    try world.console.answer(
      Answer(
        kind: "hold",
        json: .members(["state": .string(account.state.rawValue), "hold": account.hold?.json]),
        view: fields.isEmpty ? [] : [.fields(fields)]))
    if account.hold == nil { world.console.note(account.state == .held ? .holdWithoutDates : .holdNone) }
    return .done
  }
}

/// The days of a hold as they are typed and shown.
struct HoldDays {
  static let options = [
    Option("from", value: .date, .holdFromOption), Option("until", value: .date, .holdUntilOption),
  ]

  private let from: CivilDate?
  private let until: CivilDate?

  init(_ invocation: Invocation) throws(Failure) {
    from = try HoldDays.day(invocation.value("from"))
    until = try HoldDays.day(invocation.value("until"))
    if let from, let until, until < from {
      throw Failure(.usage, .holdDatesReversed(from.text, until.text), hint: .holdDatesHint)
    }
  }

  private static func day(_ text: String?) throws(Failure) -> CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(text) else { throw Failure(.usage, .badDate(text), hint: .dateLikeThis) }
    return day
  }

  func action(_ session: Session) throws -> Action {
    for day in [from, until] {
      if let day, day < session.today { throw Failure(.usage, .dateIsPast(day.text), hint: .holdDatesHint) }
    }
    return .startHold(from: from, until: until)
  }

  static func fields(from: CivilDate?, until: CivilDate?, today: CivilDate) -> [Field] {
    [
      Field(.holdFrom, from.map { Line.date($0) } ?? Line(.holdAsSoonAsPossible)),
      Field(.holdUntil, until.map { Line.date($0) } ?? Line(.holdUntilTakenBack)),
    ]
  }

  static func terms(_ view: TermsView) -> [Block] {
    guard case .startHold(let from, let until) = view.action else { return [] }
    var fields = fields(from: view.check.effectiveOn ?? from, until: until, today: view.today)
    if let fee = view.check.fee { fields.append(Field(.holdFee, .amount(fee))) }
    return [.fields(fields)]
  }
}

/// `kabinet hold plan [--from DAY] [--until DAY]`
struct HoldPlan: Command {
  static let specification = CommandSpecification(
    name: "plan", aliases: ["условия"], summary: .holdPlanSummary, discussion: [.holdDiscussion],
    options: HoldDays.options,
    examples: [.init("kabinet hold plan --from 2026-12-01 --until 2026-12-20", .holdPlanExample)],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6], seeAlso: ["hold start"])

  private let days: HoldDays

  init(_ invocation: Invocation) throws(Failure) { days = try HoldDays(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    try Mutation.check(days.action(Session(world)), world, command: "hold plan") { HoldDays.terms($0) }
  }
}

/// `kabinet hold start [--from DAY] [--until DAY]`
struct HoldStart: Command {
  static let specification = CommandSpecification(
    name: "start", aliases: ["приостановить"], summary: .holdStartSummary, discussion: [.holdDiscussion],
    options: HoldDays.options + Mutation.options,
    examples: [.init("kabinet hold start --from 2026-12-01 --until 2026-12-20", .holdStartExample)],
    facts: [.needsLogin, .changesContract, .spendsMoney, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["hold plan", "hold cancel"])

  private let days: HoldDays
  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) {
    days = try HoldDays(invocation)
    mutation = try Mutation(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "hold start") { session in
      try days.action(session)
    } describe: {
      HoldDays.terms($0)
    }
  }
}

/// `kabinet hold cancel`
struct HoldCancel: Command {
  static let specification = CommandSpecification(
    name: "cancel", aliases: ["снять"], summary: .holdCancelSummary, options: Mutation.options,
    examples: [.init("kabinet hold cancel", .holdCancelExample)],
    facts: [.needsLogin, .changesContract, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["hold start"])

  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) { mutation = try Mutation(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "hold cancel") { _ in
      .cancelHold
    } describe: { view in
      guard let hold = view.session.account.hold else { return [] }
      return [.fields(HoldDays.fields(from: hold.from, until: hold.until, today: view.today))]
    }
  }
}
