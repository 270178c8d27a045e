import Arguments
import Domain
import Glibc
import Language
import Platform
import Provider
import Terminal

/// `kabinet ticket file TICKET NAME [--output FILE]`
struct TicketFile: Command {
  static let specification = CommandSpecification(
    name: "file", aliases: ["файл"], summary: .ticketFileSummary, discussion: [.ticketFileDiscussion],
    positionals: [TicketWriting.id, Positional("name", .text(.ticketFilePlaceholder), .ticketFileArgument)],
    options: [Option("output", short: "o", value: .file, .ticketFileOutput)],
    examples: [.init("kabinet ticket file 1001 photo.jpg", .ticketFileExample)],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 10], seeAlso: ["ticket show"])

  private let id: String
  private let name: String
  private let output: String?

  init(_ invocation: Invocation) throws(Failure) {
    id = invocation.positional("id") ?? ""
    name = invocation.positional("name") ?? ""
    output = invocation.value("output")
  }

  func run(_ world: World) throws -> ExitStatus {
    try world.refuseSnapshot()
    let session = try Session(world)
    let files = try TicketWriting.ticket(id, session).messages.flatMap(\.attachments)
    guard let file = files.last(where: { $0.name == name }) ?? files.first(where: { $0.id == name }) else {
      throw Failure(.usage, .ticketFileUnknown(name), hint: .ticketFileSee(id))
    }
    guard let attachment = file.id else {
      guard let link = file.link else { throw Failure(.failed, .ticketFileStays(name)) }
      return try WebPage.open(link, id: name, world)
    }
    let path = try target(file.name)
    let bytes = try fetched(attachment, session, world)
    try save(bytes, at: path)
    try world.console.answer(
      Answer(
        kind: "ticket-file",
        json: ["name": .string(file.name), "path": .string(path), "bytes": .integer(Int64(bytes.count))],
        view: [.line(.ticketFileSaved(path, bytes.count))]))
    return .done
  }

  private func fetched(_ attachment: String, _ session: Session, _ world: World) throws -> [UInt8] {
    let progress = world.console.startProgress(.askingProvider)
    defer { progress?.finish() }
    let provider = try world.provider(for: session.entry)
    let bytes = try provider.attachment(attachment, for: session.entry.accountID)
    world.tell(provider.takeNotes())
    return bytes
  }

  /// The provider's name is a name in this directory and never a path.
  private func target(_ name: String) throws(Failure) -> String {
    if let output { return output }
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let isPlain = last.unicodeScalars.allSatisfy { $0.value >= 0x20 && !Gate.isDangerous($0) }
    guard isPlain, !last.isEmpty, !last.hasPrefix(".") else {
      throw Failure(.usage, .ticketFileBadName, hint: .ticketFileNameIt)
    }
    return last
  }

  private func save(_ bytes: [UInt8], at path: String) throws {
    do {
      try UserFile.create(path, bytes)
    } catch  where error.code == EEXIST {
      throw Failure(.failed, .ticketFileExists(path), hint: .ticketFileNameIt)
    } catch {
      throw Failure(.failed, .fileUnwritable(path), why: .system(error))
    }
  }
}
