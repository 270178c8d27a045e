import Arguments
import Domain
import JSON
import Language
import Store
import Terminal

/// `kabinet backup create [DIRECTORY]`
struct BackupCreate: Command {
  static let specification = CommandSpecification(
    name: "create", aliases: ["создать"], summary: .backupCreateSummary, discussion: [.backupCreateDiscussion],
    positionals: [Positional("directory", .directory, .backupCreateDirectory, isRequired: false)],
    examples: [
      .init("kabinet backup create", .backupCreateExample),
      .init("kabinet backup create /mnt/usb/kabinet-2026-11", .backupCreateExampleElsewhere),
    ],
    exitStatuses: [0, 1, 2, 10], seeAlso: ["backup verify", "backup restore", "snapshot save"])

  private let directory: String?

  init(_ invocation: Invocation) { directory = invocation.positional("directory") }

  func run(_ world: World) throws -> ExitStatus {
    try world.refuseSnapshot()
    // The next backup would hold it, and the one after that both.
    if let directory, (directory + "/").hasPrefix(world.home.store + "/") {
      throw Failure(.usage, .backupWithinStore, hint: .backupOtherPlace)
    }
    let writer = try StoreWriter(path: world.home.store, holder: "kabinet backup", on: world.kernel)
    // The store is locked while its files get second names, and not while they cross to another disk.
    let name = try writer.backUp(at: world.now())
    var place = BackupPlace(world.home.store + "/backups/" + name, world)
    let made = try place.open(world)
    if let directory {
      defer { try? writer.removeBackup(name) }
      place = BackupPlace(directory, world)
      try place.refusing { try made.copy(to: directory) }
    }
    return try tell(try place.open(world), place, world)
  }

  /// A backup counts when it has been read again.
  private func tell(_ backup: BackupDirectory, _ place: BackupPlace, _ world: World) throws -> ExitStatus {
    try place.refusing { try backup.verify() }
    let damage = try backup.findings()
    try world.console.answer(
      Answer(
        kind: "backup", json: BackupText.json(backup.backup, path: place.path, damage: damage),
        view: [.line(.backupMade(place.path)), .line(BackupText.size(backup.backup))]))
    world.console.note(.backupHoldsPersonalData)
    if !damage.isEmpty { world.console.warning(.backupOfDamage(damage.count)) }
    return .done
  }
}
