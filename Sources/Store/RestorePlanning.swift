import Domain
import JSON
import Platform

/// Compares a backup with a store and decides what becomes of each part. Reads both, changes nothing.
struct RestorePlanning {
  let backup: BackupDirectory
  /// The backup's store and the one that is restored to; nil when there is none yet.
  let theirs: StoreReader
  let ours: StoreReader?
  let ourRoot: Directory?
  let now: Timestamp

  init(_ backup: BackupDirectory, into root: Directory?, now: Timestamp) throws {
    self.backup = backup
    self.now = now
    theirs = try backup.reader()
    ourRoot = root
    ours = try root.map { (root) throws(StoreError) in
      do throws(StoreError) {
        return try StoreReader(source: DirectorySource(root))
      } catch {
        // It will be made; what lies beside it counts.
        guard error == .absent else { throw error }
        return StoreReader.formatless(root)
      }
    }
  }

  func plan() throws -> RestorePlan {
    let paths = backup.backup.items.map(\.path)
    let folder = StoreFiles.intents + "/"
    let others = paths.filter { path in
      path != StoreFormat.path && !path.hasPrefix(folder)
        && !StoreFiles.shelves.contains { path.hasPrefix($0 + "/") }
    }
    let intents = paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(".json") }
    var steps = try intents.map(intent)
    steps += try intentsOfOursAlone(besides: Set(intents.map(\.lastComponent)))
    steps += try others.map(file)
    steps += try (theirs.accounts() + theirs.articleShelves()).map(shelf)
    let ourShelves = try ours.map { try $0.accounts() + $0.articleShelves() } ?? []
    for shelf in ourShelves where !paths.contains(where: { $0.hasPrefix(shelf.path + "/") }) {
      steps.append(.init(kind: .shelf, path: shelf.path, change: .keep))
    }
    return RestorePlan(steps: steps.compactMap(\.self), same: steps.count { $0 == nil })
  }

  // MARK: - Intents

  /// What becomes of an intent of the backup; nil when the store has just the same.
  private func intent(_ path: String) throws -> RestorePlan.Step? {
    func step(_ change: RestorePlan.Change, _ intent: Intent? = nil) -> RestorePlan.Step {
      RestorePlan.Step(kind: .intent, path: path, change: change, intent: intent)
    }
    let ours = try ourIntent(path.lastComponent)
    switch (try theirs.intentFile(path), ours) {
    case (.missing, _): return nil
    case (.unreadable, .missing): return step(.add)
    case (.unreadable, .unreadable(let damage)): return isSame(path, damage.path) ? nil : step(.keep)
    case (.unreadable, .intent(let our)): return step(.keep, our)
    case (.intent(let their), .missing):
      return step(their.state == .queued ? .addUnknown : .add, their.restored(at: now))
    case (.intent(let their), .unreadable): return step(.mend, their.restored(at: now))
    case (.intent(let their), .intent(let our)):
      if their == our { return nil }
      if our.state.isTerminal || our.continues(their) { return step(.keep, our) }
      if their.continues(our) { return step(.advance, their.restored(at: now)) }
      // The copies went different ways: what was sent from either counts as sent.
      return our.state == .queued ? step(.doubt, our.restored(at: now)) : step(.keep, our)
    }
  }

  private func ourIntent(_ name: String) throws -> StoreReader.IntentFile {
    guard let ours else { return .missing }
    for folder in [StoreFiles.intents] + (try ours.years().map { "intents/done/\($0)" }) {
      let file = try ours.intentFile(folder + "/" + name)
      if case .missing = file { continue }
      return file
    }
    return .missing
  }

  /// Open intents that were made since, or in another store: they stay, and it is said.
  private func intentsOfOursAlone(besides known: Set<String>) throws -> [RestorePlan.Step] {
    guard let ours else { return [] }
    return try ours.names(in: StoreFiles.intents).filter { $0.hasSuffix(".json") && !known.contains($0) }.map { name in
      let path = StoreFiles.intents + "/" + name
      guard case .intent(let intent) = try ours.intentFile(path) else {
        return RestorePlan.Step(kind: .intent, path: path, change: .keep)
      }
      return RestorePlan.Step(kind: .intent, path: path, change: .keep, intent: intent)
    }
  }

  // MARK: - The rest

  /// Claims, rules, logs: what is missing comes back, what is there stays. A claim more stops a payment, one less might let
  /// it be made again.
  private func file(_ path: String) throws -> RestorePlan.Step? {
    guard try ourRoot?.contains(path) == true else {
      return .init(kind: .file, path: path, change: StoreFiles.isRule(path) ? .addStopped : .add)
    }
    return isSame(path, path) ? nil : .init(kind: .file, path: path, change: .keep)
  }

  private func isSame(_ their: String, _ our: String) -> Bool {
    let item = backup.backup.items.first { $0.path == their }
    guard let bytes = try? ourRoot?.read(our, limit: Limit.part) else { return false }
    return bytes.count == item?.bytes && CRC32C.of(bytes) == item?.crc
  }

  private func shelf(_ shelf: ShelfID) throws -> RestorePlan.Step? {
    var step = RestorePlan.Step(kind: .shelf, path: shelf.path, change: .leaveOut)
    guard let their = try? theirs.head(shelf), their.account != nil || shelf.isOfArticles,
      try isSound(shelf, try backup.store, theirs)
    else { return step }
    let our = try? ours?.head(shelf)
    if let our, let ourRoot, let ours, try isSame(shelf, our, their), try isSound(shelf, ourRoot, ours) { return nil }
    let isThere = try ourRoot?.contains(shelf.path) ?? false
    step = RestorePlan.Step(kind: .shelf, path: shelf.path, change: isThere ? .replace : .add)
    step.synced = (our?.synced, their.synced)
    return step
  }

  /// Whether two heads stand for the same contents, whatever their files are called.
  private func isSame(_ shelf: ShelfID, _ our: Head, _ their: Head) throws -> Bool {
    func contents(_ head: Head, _ reader: StoreReader) -> [[Int]]? {
      guard let segments = try? reader.segments(shelf, head) else { return nil }
      let parts = head.parts.sorted { $0.key < $1.key }.map(\.value)
      return segments.map { [$0.bytes, Int($0.crc)] } + parts.map { [$0.bytes, Int($0.crc)] }
    }
    guard let ours, let content = contents(our, ours), content == contents(their, theirs) else { return false }
    return our.account == their.account && our.cursor == their.cursor && our.synced == their.synced
      && our.digest == their.digest && our.parts.keys == their.parts.keys
  }

  private func isSound(_ shelf: ShelfID, _ root: Directory, _ reader: StoreReader) throws -> Bool {
    let findings = try ShelfExamination(root: root, reader: reader, shelf: shelf).findings()
    return findings.allSatisfy { $0.severity == .note } && (try? reader.head(shelf))?.needsRefetch == false
  }
}

extension ShelfID {
  fileprivate var isOfArticles: Bool { path.hasPrefix("articles/") }
}

extension String {
  var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
