import Arguments
import Domain
import JSON
import Language
import Store
import Terminal

/// `kabinet backup verify PATH`
struct BackupVerify: Command {
  static let specification = CommandSpecification(
    name: "verify", aliases: ["проверить"], summary: .backupVerifySummary, positionals: [BackupText.which],
    examples: [.init("kabinet backup verify /mnt/usb/kabinet-2026-11", .backupVerifyExample)], facts: [.readsOnly],
    exitStatuses: [0, 1, 2, 10], seeAlso: ["backup list", "backup restore"])

  private let named: String

  init(_ invocation: Invocation) { named = invocation.positional("backup") ?? "" }

  func run(_ world: World) throws -> ExitStatus {
    try world.refuseSnapshot()
    let place = BackupPlace(named, world)
    let backup = try place.open(world)
    try place.refusing { try backup.verify() }
    let damage = try backup.findings()
    try world.console.answer(
      Answer(
        kind: "backup", json: BackupText.json(backup.backup, path: place.path, damage: damage),
        view: [.line(Line(.backupIsWhole, .good)), .line(BackupText.size(backup.backup))]))
    if !damage.isEmpty { world.console.warning(.backupOfDamage(damage.count)) }
    return .done
  }
}

/// `kabinet backup list`
struct BackupList: Command {
  static let specification = CommandSpecification(
    name: "list", aliases: ["список"], summary: .backupListSummary, discussion: [.backupListDiscussion],
    examples: [.init("kabinet backup list", .backupListExample)], facts: [.readsOnly], exitStatuses: [0, 10],
    seeAlso: ["backup create", "backup restore"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    try world.refuseSnapshot()
    let backups = try StoreReader.backups(path: world.home.store, on: world.kernel)
    if backups.isEmpty { world.console.note(.backupNone) }
    let rows = backups.map { name, backup -> [Line] in
      guard let backup else { return [Line(verbatim: name), Line(.backupUnreadable, .bad), Line()] }
      return [
        Line(verbatim: name), .dual(.amountOfBytes(backup.bytes), machine: String(backup.bytes)),
        Line(verbatim: String(backup.items.count)),
      ]
    }
    let columns: [Table.Column] = [.init(.backupName), .init(.backupSize, .right), .init(.backupFiles, .right)]
    let json = backups.map { name, backup -> JSON in
      guard let backup else { return ["name": .string(name), "readable": false] }
      return BackupText.json(backup, name: name)
    }
    try world.console.answer(
      Answer(
        kind: "backups", json: ["backups": .array(json)],
        view: rows.isEmpty ? [] : [.table(Table(columns, rows: rows))]))
    return .done
  }
}

/// A backup in words.
enum BackupText {
  static let which = Positional("backup", .directory, .backupWhich)

  static func size(_ backup: Backup) -> Line {
    Line(.backupHolds(backup.items.count, backup.bytes), .dim)
  }

  static func json(_ backup: Backup, path: String, damage: [Finding]) -> JSON {
    [
      "path": .string(path), "taken": backup.taken.json, "files": .integer(Int64(backup.items.count)),
      "bytes": .integer(Int64(backup.bytes)), "damageWithin": .integer(Int64(damage.count)),
    ]
  }

  static func json(_ backup: Backup, name: String) -> JSON {
    [
      "name": .string(name), "readable": true, "taken": backup.taken.json,
      "files": .integer(Int64(backup.items.count)), "bytes": .integer(Int64(backup.bytes)),
    ]
  }
}
