import Domain
import Platform

extension StoreWriter {
  package enum Creation: Sendable, Equatable {
    case created
    /// The key was used before: this is what it stands for, open or settled.
    case exists(Intent)
  }

  /// Makes an intent durable before anything is sent. One key, one intent, for ever.
  ///
  /// A money intent needs 1 MiB of free space, so that its outcome can be written too.
  package func create(_ intent: Intent) throws(StoreError) -> Creation {
    try storing {
      try withLock {
        if let known = try reader.intent(intent.key) { return .exists(known) }
        let folder = try root.createDirectory("intents")
        try reserveRoom(for: intent.action)
        let name = FileName.safe(intent.key) + ".json"
        guard try folder.createOnce(name, with: Envelope.seal(intent.json)) == .created else {
          throw StoreError.changed
        }
        return .created
      }
    }
  }

  /// Money is not moved where its outcome could not be written down.
  func reserveRoom(for action: Action) throws {
    guard action.movesMoney else { return }
    let folder = try root.createDirectory("intents")
    guard try root.freeBytes() >= Limit.freeForMoney else { throw StoreError.noSpace(path: folder.path) }
    try Reserve.fill(folder)
  }

  /// Records a move of an open intent. One that has ended goes to `intents/done/<year>/`.
  package func update(_ intent: Intent) throws(StoreError) {
    try storing {
      try withLock {
        let name = FileName.safe(intent.key) + ".json"
        guard try root.contains("intents/" + name) else { throw StoreError.noOpenIntent(key: intent.key) }
        let folder = try root.directory("intents")
        try Reserve.using(folder) { () throws(SystemError) in
          try folder.replace(name, with: Envelope.seal(intent.json))
        }
        if intent.state.isTerminal { try putAway(name, intent, folder) }
      }
    }
  }

  /// Writes down what was learnt of an intent after it had ended.
  package func amend(_ intent: Intent) throws(StoreError) {
    try storing {
      try withLock {
        let path = "intents/done/\(intent.created.date(utcOffset: 0).year)/" + FileName.safe(intent.key) + ".json"
        guard intent.state.isTerminal, try root.contains(path) else { throw StoreError.noOpenIntent(key: intent.key) }
        try root.replace(path, with: Envelope.seal(intent.json))
      }
    }
  }

  /// The move is one rename: a crash leaves the intent in one place or the other, and it says itself that it has ended.
  private func putAway(_ name: String, _ intent: Intent, _ folder: Directory) throws(SystemError) {
    let year = intent.created.date(utcOffset: 0).year
    let done = try folder.createDirectory("done/\(year)")
    try folder.rename(name, to: "done/\(year)/" + name)
    try done.synchronize()
    try folder.synchronize()
  }

  /// Puts away the intents that ended just before a crash, and clears what a crash left beside them.
  package func tidyIntents() throws(StoreError) {
    try storing {
      try withLock {
        try Housekeeping.removeOldTemporaries(in: root)
        if try root.contains("intents") { try Housekeeping.removeOldTemporaries(in: try root.directory("intents")) }
        for name in try reader.names(in: "intents") where name.hasSuffix(".json") {
          guard case .intent(let intent) = try reader.intentFile("intents/" + name), intent.state.isTerminal else {
            continue
          }
          try putAway(name, intent, try root.directory("intents"))
        }
      }
    }
  }
}

/// A small file that is given up when the disk is full, so that the outcome of a payment can still be written.
enum Reserve {
  static let path = "intents/" + name
  private static let name = "reserve"
  private static let size = 64 << 10

  static func fill(_ folder: Directory) throws(SystemError) {
    if try folder.contains(name) { return }
    // Not zeros: a file system that compresses would keep nothing in reserve.
    try folder.replace(name, with: folder.kernel.randomBytes(size))
  }

  static func using(_ folder: Directory, _ write: () throws(SystemError) -> Void) throws(SystemError) {
    do {
      try write()
    } catch  where error.isNoSpace {
      guard try folder.contains(name) else { throw error }
      try folder.remove(name)
      try write()
    }
  }
}
