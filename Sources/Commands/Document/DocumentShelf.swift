import Arguments
import Domain
import JSON
import Language
import Terminal

/// The papers of one kind, and what can be done with them.
struct DocumentShelf {
  static let number = Positional(
    "number", .text(.documentNumberPlaceholder), .documentNumberArgument, isRequired: false)
  static let opens = Option("open", short: "o", .documentOptionOpen)

  private let world: World
  private let kind: Document.Kind
  private let session: Session
  private let documents: [Document]

  init(_ world: World, _ kind: Document.Kind) throws {
    self.world = world
    self.kind = kind
    session = try Session(world)
    documents = try session.documents().filter { $0.kind == kind }.sorted { ($0.date, $0.id) > ($1.date, $1.id) }
  }

  func list(_ isWanted: (Document) -> Bool) throws -> ExitStatus {
    let shown = documents.filter(isWanted)
    session.tellAge()
    try world.console.answer(DocumentView.list(shown, kind))
    if shown.isEmpty { session.tellNone(.documents, documents.isEmpty ? .documentsNone : .documentsNoneOpen) }
    return .done
  }

  func get(_ invocation: Invocation) throws -> ExitStatus {
    guard let document = try chosen(invocation.positional("number")) else {
      return try list { _ in true }
    }
    if invocation.flag("open") {
      guard let link = document.link else { throw Failure(.failed, .documentWithoutLink(document.number)) }
      return try WebPage.open(link, id: document.id, world)
    }
    session.tellAge()
    try world.console.answer(DocumentView.one(document))
    return .done
  }

  /// The latest where none is named; nil where there are none at all.
  private func chosen(_ number: String?) throws(Failure) -> Document? {
    guard let number else { return documents.first }
    guard let document = documents.first(where: { $0.number == number || $0.id == number }) else {
      throw Failure(.usage, .documentUnknown(number), hint: .seeDocuments(kind.rawValue))
    }
    return document
  }
}
