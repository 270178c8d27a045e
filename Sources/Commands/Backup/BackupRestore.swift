import Arguments
import Domain
import JSON
import Language
import Store
import Terminal

/// `kabinet backup restore PATH [--dry-run]`
struct BackupRestore: Command {
  static let specification = CommandSpecification(
    name: "restore", aliases: ["восстановить", "вернуть"], summary: .backupRestoreSummary,
    discussion: [.backupRestoreDiscussion, .backupRestoreMoney], positionals: [BackupText.which],
    options: [Option("dry-run", short: "n", .backupDryRun)],
    examples: [
      .init("kabinet backup restore 2026-11-21T090000Z --dry-run", .backupRestoreExampleDryRun),
      .init("kabinet backup restore /mnt/usb/kabinet-2026-11", .backupRestoreExample),
    ],
    exitStatuses: [0, 1, 2, 10], seeAlso: ["backup list", "backup verify", "sync", "payments"])

  private let named: String
  private let isDryRun: Bool

  init(_ invocation: Invocation) {
    named = invocation.positional("backup") ?? ""
    isDryRun = invocation.flag("dry-run")
  }

  func run(_ world: World) throws -> ExitStatus {
    try world.refuseSnapshot()
    let place = BackupPlace(named, world)
    let backup = try place.open(world)
    if isDryRun {
      let plan = try place.refusing { try backup.plan(forStore: world.home.store, now: world.now()) }
      return try tell(plan, before: nil, world)
    }
    // Before a store is made for it: a backup that can't be used leaves nothing behind.
    try place.refusing { try backup.verify() }
    let writer = try world.openWriter(command: "backup restore")
    let restored = try place.refusing { try writer.restore(backup, now: world.now()) }
    return try tell(restored.plan, before: restored.before, world)
  }

  private func tell(_ plan: RestorePlan, before: String?, _ world: World) throws -> ExitStatus {
    try world.console.answer(RestoreText.answer(plan, before: before, isDryRun: isDryRun))
    if let before { world.console.note(.restoreKept(before)) }
    if isDryRun, plan.changesSomething { world.console.note(.restoreNothingDone) }
    if plan.leavesMoneyOpen { world.console.note(.restoreThenSync) }
    return .done
  }
}

extension RestorePlan {
  /// Whether something comes back that must be settled.
  fileprivate var leavesMoneyOpen: Bool {
    steps.contains { $0.change != .keep && $0.intent.map { !$0.state.isTerminal } ?? false }
  }
}

/// A restore in words: what it does, or would do.
enum RestoreText {
  static func answer(_ plan: RestorePlan, before: String?, isDryRun: Bool) -> Answer {
    let columns: [Table.Column] = [
      .init(.restoreWhat, priority: 1, minimum: 16), .init(.restoreChange, priority: 1, minimum: 20),
    ]
    let rows = plan.steps.map { step -> [Line] in
      [
        .dual(what(step), machine: step.path),
        .dual(.restoreChange(step.change.rawValue), machine: step.change.rawValue, style(step.change)),
      ]
    }
    return Answer(
      kind: "restore",
      json: .members([
        "dryRun": .bool(isDryRun), "before": before.map { .string($0) }, "same": .integer(Int64(plan.same)),
        "steps": .array(plan.steps.map(json)),
      ]),
      view: (rows.isEmpty ? [] : [.table(Table(columns, rows: rows))]) + [.line(summary(plan, isDryRun: isDryRun))])
  }

  private static func what(_ step: RestorePlan.Step) -> Phrase {
    guard let intent = step.intent else { return Phrase(verbatim: step.path) }
    return .restoreIntent(IntentText.name(intent), IntentText.state(intent))
  }

  private static func style(_ change: RestorePlan.Change) -> Style {
    switch change {
    case .keep: .dim
    case .addUnknown, .addStopped, .doubt, .leaveOut: .warning
    default: .plain
    }
  }

  private static func summary(_ plan: RestorePlan, isDryRun: Bool) -> Line {
    guard plan.changesSomething else { return Line(.restoreNothing, .good) }
    return isDryRun ? Line(.restoreWould) : Line(.restoreDone, .good)
  }

  private static func json(_ step: RestorePlan.Step) -> JSON {
    .members([
      "kind": .string(step.kind.rawValue), "path": .string(step.path), "change": .string(step.change.rawValue),
      "key": step.intent.map { .string($0.key) }, "state": step.intent.map { .string($0.state.rawValue) },
      "storeSynced": step.synced?.store?.json, "backupSynced": step.synced?.backup?.json,
    ])
  }
}
