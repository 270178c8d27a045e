import Domain
import Language
import Provider
import Store
import Sync
import Terminal

/// One account with the way to its provider and the right to write: what `sync` and the mutations work with.
struct ProviderLink {
  let world: World
  let entry: Configuration.Entry
  let provider: any Provider
  let store: StoreWriter

  init(_ world: World, command: String) throws {
    try self.init(world, entry: Session.entry(world), command: command)
  }

  init(_ world: World, entry: Configuration.Entry, command: String) throws {
    self.world = world
    self.entry = entry
    provider = try world.provider(for: entry)
    store = try world.openWriter(command: command)
  }

  /// What the provider says of an action, without doing it.
  func check(_ action: Action) throws -> Check {
    let progress = world.console.startProgress(.askingProvider)
    defer {
      progress?.finish()
      tellNotes()
    }
    return try provider.check(action, for: entry.accountID)
  }

  /// What happened on the way that a person should know.
  func tellNotes() { world.tell(provider.takeNotes()) }

  func synchronizer(acceptsShrink: Bool = false, watch: @escaping (Synchronizer.Stage) -> Void = { _ in })
    -> Synchronizer
  {
    Synchronizer(
      store: store, provider: provider, account: (entry.id, entry.accountID), articleShelf: .articles(entry.address),
      now: world.now, random: world.randomBits, acceptsShrink: acceptsShrink, watch: watch)
  }
}

extension World {
  func tell(_ notes: Set<ProviderNote>) {
    for note in notes.sorted(by: { $0.rawValue < $1.rawValue }) { console.note(.providerNote(note.rawValue)) }
  }

  func provider(for entry: Configuration.Entry) throws -> any Provider { try providers(self, entry) }

  /// The provider of an account, in its dialect, with its credentials.
  func dialect(of entry: Configuration.Entry) throws -> any Provider {
    let address = try Address(parsing: entry.address)
    guard let dialect = Dialect(rawValue: entry.dialect) else {
      throw Failure(.failed, .unknownDialect(entry.dialect), hint: .loginAgain)
    }
    return dialect.provider(
      at: address, transport: try transport(address), vault: Vault(home: home, entry: entry.credentials), clock: now,
      language: language.rawValue)
  }
}
