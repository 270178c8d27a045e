import Domain
import JSON
import Platform

extension BackupDirectory {
  /// What a restore to a store would do now. Nothing is locked or made; there may be no store yet.
  package func plan(forStore path: String, now: Timestamp) throws -> RestorePlan {
    try verify()
    do throws(StoreError) {
      let root = try StoreGuard.open(path, on: directory.kernel)
      return try storing { try RestorePlanning(self, into: root, now: now).plan() }
    } catch {
      guard error == .absent else { throw error }
      return try RestorePlanning(self, into: nil, now: now).plan()
    }
  }
}

extension StoreWriter {
  package struct Restored: Sendable, Equatable {
    package let plan: RestorePlan
    /// The name of the backup that holds the store as it was before; nil when nothing was changed.
    package let before: String?
  }

  /// Brings a store back from a backup, which is read to the last byte first. Nobody sends, fetches or writes meanwhile.
  ///
  /// The store as it was is kept as another backup. Each step is durable by itself, intents first: an interrupted restore is
  /// repeated, and finds done what was done.
  package func restore(_ backup: BackupDirectory, now: Timestamp) throws -> Restored {
    try backup.verify()
    let right = try syncLock(patience: 30_000)
    defer { withExtendedLifetime(right) {} }
    return try withLock {
      try tidyIntents()
      let plan = try RestorePlanning(backup, into: root, now: now).plan()
      guard plan.changesSomething else { return Restored(plan: plan, before: nil) }
      let before = try backUp(at: now, prefix: "before-restore-")
      for step in plan.steps { try take(step, backup, now) }
      return Restored(plan: plan, before: before)
    }
  }

  private func take(_ step: RestorePlan.Step, _ backup: BackupDirectory, _ now: Timestamp) throws {
    guard step.change != .keep, step.change != .leaveOut else { return }
    switch step.kind {
    case .intent: try storing { try putBack(step, backup) }
    case .file: try storing { try putBack(step.path, backup, stoppedOn: step.change == .addStopped ? now : nil) }
    case .shelf: try putBack(ShelfID(path: step.path), backup)
    }
  }

  /// An intent that is on its way, or has ended, in its place. One that can't be read comes back as it is: it stops money
  /// here as it did there.
  private func putBack(_ step: RestorePlan.Step, _ backup: BackupDirectory) throws {
    guard let intent = step.intent else { return try putBack(step.path, backup) }
    let open = StoreFiles.intents + "/" + step.path.lastComponent
    if step.change == .mend {
      for folder in [StoreFiles.intents] + (try reader.years().map({ "intents/done/\($0)" })) {
        let path = folder + "/" + step.path.lastComponent
        if try root.contains(path) { try quarantine(file: path) }
      }
    }
    _ = try root.createDirectory(StoreFiles.intents)
    try root.replace(open, with: Envelope.seal(intent.json))
    if intent.state.isTerminal { try update(intent) }
  }

  private func putBack(_ path: String, _ backup: BackupDirectory, stoppedOn moment: Timestamp? = nil) throws {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    if !folder.isEmpty { _ = try root.createDirectory(folder) }
    var bytes = try backup.store.read(path, limit: Limit.part)
    // One that can't be read comes back as it is: then it pays nothing.
    if let moment, case .object(var rule)? = try? Envelope.open(bytes, path: path), rule["stop"] == nil {
      rule["crc"] = nil
      rule["stop"] = ["cause": "off", "on": .string(moment.date(utcOffset: 0).text)]
      bytes = Envelope.seal(.object(rule))
    }
    _ = try root.createOnce(path, with: bytes)
  }

  /// A shelf is a full resync whose provider is the backup: one flip, the files of before stay for who reads them.
  private func putBack(_ shelf: ShelfID, _ backup: BackupDirectory) throws {
    let theirs = try backup.reader()
    let their = try theirs.head(shelf)
    var commit = Commit()
    commit.isWhole = true
    commit.account = their.account
    commit.cursor = .set(their.cursor)
    commit.epoch = their.epoch
    commit.synced = their.synced
    commit.digest = their.digest
    commit.entries = try theirs.ledger(shelf, their).entries
    for name in their.parts.keys {
      commit.parts[name] = try theirs.part(name, of: shelf, their, as: AnyItem.self).map(\.json)
    }
    let our: Head?
    do throws(StoreError) {
      our = try head(shelf)
    } catch {
      guard error.isLossOfContents else { throw error }
      our = nil
    }
    try flip(shelf, expected: our, commit)
  }
}
