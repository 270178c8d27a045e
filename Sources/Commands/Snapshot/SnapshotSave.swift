import Arguments
import Domain
import JSON
import Language
import Platform
import Store
import Terminal

/// `kabinet snapshot save FILE`
struct SnapshotSave: Command {
  static let specification = CommandSpecification(
    name: "save", aliases: ["сохранить"], summary: .snapshotSaveSummary, discussion: [.snapshotDiscussion],
    positionals: [Positional("file", .file, .snapshotFile)], options: [Option("force", .snapshotForce)],
    examples: [
      .init("kabinet snapshot save view.kabinet", .snapshotExample),
      .init("kabinet --snapshot view.kabinet balance", .snapshotExampleOpen),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10])

  private let path: String
  private let overwrites: Bool

  init(_ invocation: Invocation) {
    path = invocation.positional("file") ?? ""
    overwrites = invocation.flag("force")
  }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    if !overwrites, (try? UserFile.read(path, limit: .max)) != nil {
      throw Failure(.usage, .snapshotExists(path), hint: .snapshotUseForce)
    }
    let hasArticles = (try? session.reader.head(session.articleShelf)) != nil
    let header = SnapshotHeader(
      taken: world.now(), language: world.language.rawValue, columns: world.console.outputLook.width,
      account: session.entry.id, articles: hasArticles ? session.articleShelf.name : nil,
      configuration: SnapshotSave.withoutSecrets(session.entry).json)
    let bytes = try SnapshotFile.write(
      header, of: session.shelf, articles: hasArticles ? session.articleShelf : nil, from: session.reader)
    do {
      try UserFile.write(path, bytes)
    } catch {
      throw Failure(.failed, .fileUnwritable(path), why: .system(error))
    }
    try world.console.answer(
      Answer(
        kind: "snapshot",
        json: ["file": .string(path), "bytes": .integer(Int64(bytes.count)), "taken": header.taken.json],
        view: [.line(.snapshotSaved(path))]))
    world.console.note(.snapshotHoldsPersonalData)
    return .done
  }

  /// The name under which credentials are kept is of no use elsewhere.
  private static func withoutSecrets(_ entry: Configuration.Entry) -> Configuration.Entry {
    Configuration.Entry(
      id: entry.id, address: entry.address, dialect: entry.dialect, accountID: entry.accountID, number: entry.number,
      name: entry.name, credentials: "")
  }
}
