import Domain
import Platform
import Provider

/// An internet provider to practise with: accounts, real billing by a virtual clock, incidents, faults on demand.
///
/// State is history (a function of the seed and the start) plus the journal of what was done since. Accounts come to life
/// when they are first asked for. One thread.
package final class Sandbox {
  package static let password = "sandbox"
  package static let ordinaryEntries = 20_000

  let journal: Journal
  let realClock: () -> Timestamp
  let personas: [String: Persona]
  var sessions = Sessions()
  var doors = Doors()
  package let faults = Faults()
  private var books: [String: Book] = [:]
  /// Real time plus this is virtual time.
  private var offset: Int64 = 0
  private var latest: Timestamp

  /// Keeps its state in a directory that nobody else uses meanwhile; seed, start and entries count when it is new.
  package static func open(
    directory: String, seed: UInt64 = 1, entries: Int = ordinaryEntries, start: Timestamp? = nil,
    clock: @escaping () -> Timestamp = { Timestamp(seconds: Clock.now()) }
  ) throws(JournalError) -> Sandbox {
    let origin = Origin(seed: seed, start: start ?? clock(), entries: entries)
    return Sandbox(try Journal(path: directory, origin: origin), clock)
  }

  /// Forgets everything with the process.
  package static func inMemory(
    seed: UInt64 = 1, entries: Int = ordinaryEntries, start: Timestamp? = nil,
    clock: @escaping () -> Timestamp = { Timestamp(seconds: Clock.now()) }
  ) -> Sandbox {
    Sandbox(Journal(inMemory: Origin(seed: seed, start: start ?? clock(), entries: entries)), clock)
  }

  private init(_ journal: Journal, _ clock: @escaping () -> Timestamp) {
    self.journal = journal
    realClock = clock
    let all = Persona.all(entries: journal.origin.entries)
    personas = Dictionary(all.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    latest = journal.origin.start
    for entry in journal.entries {
      latest = max(latest, entry.at)
      remember(entry)
    }
  }

  /// A moment of the virtual clock; it never goes back.
  package var now: Timestamp {
    latest = max(latest, realClock().adding(seconds: offset))
    return latest
  }

  package var origin: Origin { journal.origin }

  /// Moves the virtual clock on; each day between is billed.
  package func advance(days: Int = 0, hours: Int = 0) throws {
    let seconds = Int64(days) * 86_400 + Int64(hours) * 3600
    guard seconds > 0 else { return }
    try record(.advance(seconds: seconds))
    for book in books.values { book.run(to: now) }
  }

  /// Writes a deed down and does it.
  func record(_ deed: Deed) throws(SystemError) {
    let entry = Entry(at: now, deed: deed)
    try journal.append(entry)
    remember(entry)
    for (id, book) in books where deed.concerns(id) {
      book.run(to: entry.at)
      book.apply(deed)
    }
  }

  /// The part of a deed that is not an account's.
  private func remember(_ entry: Entry) {
    switch entry.deed {
    case .advance(let seconds):
      offset += seconds
      // A first day in the future stands still until real time comes there; it moves on all the same when it is told to.
      latest = max(latest, entry.at.adding(seconds: seconds))
    case .access(let access): sessions.apply(access)
    case .order, .fence, .confirm, .correct, .incident: break
    }
  }

  /// An account as of now.
  func book(_ id: String) -> Book? {
    let now = now
    if let book = books[id] {
      book.run(to: now)
      return book
    }
    guard let persona = personas[id] else { return nil }
    let book = Book(persona, seed: origin.seed, start: origin.start)
    for entry in journal.entries where entry.deed.concerns(id) {
      book.run(to: entry.at)
      book.apply(entry.deed)
    }
    book.run(to: now)
    books[id] = book
    return book
  }
}

extension Deed {
  func concerns(_ id: String) -> Bool {
    switch self {
    case .incident: true
    default: account == id
    }
  }
}

/// One of the sandbox's logins, for those who try it out.
package struct SandboxAccount: Sendable, Equatable {
  package let login: String
  package let password: String
  package let name: String
  package let cycle: ChargeCycle
  /// What there is to see.
  package let purpose: LocalizedText
  /// The accounts that the login sees.
  package let numbers: [String]
}

extension Sandbox {
  package var accounts: [SandboxAccount] {
    personas.values.sorted { $0.number < $1.number }.map {
      SandboxAccount(
        login: $0.number, password: Sandbox.password, name: $0.name, cycle: $0.cycle, purpose: $0.purpose,
        numbers: Persona.numbers(seenBy: $0.number))
    }
  }

  package var transport: SandboxTransport { SandboxTransport(self) }
}
