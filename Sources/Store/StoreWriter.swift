import Domain
import JSON
import Platform

/// Changes a store. One process at a time writes, under `lock`; readers are never in its way.
///
/// The contract of every method: when it returns, what it did survives a power cut; when it throws, or the process dies in
/// it, the store is as it was before, and the next write clears away what is left over. The lock is held for the time of the
/// call only, never over the network or a prompt; `withLock` joins several calls. Waiting is bounded: `.locked` names the
/// holder.
package final class StoreWriter {
  package let root: Directory
  package let reader: StoreReader
  private let holder: String
  private let patience: Int64
  private var lock: FileLock?

  /// Opens a store to write in it. `holder` is shown to those who wait, such as `kabinet sync`; `patience` in milliseconds.
  package init(
    path: String, holder: String, patience: Int64 = 10_000, on kernel: any Kernel = LiveKernel()
  ) throws(StoreError) {
    root = try StoreGuard.open(path, on: kernel)
    reader = try StoreReader(source: DirectorySource(root))
    guard reader.format.minWriter <= StoreFormat.version else {
      throw .tooNew(format: reader.format.format, readOnly: true)
    }
    self.holder = holder
    self.patience = patience
  }

  /// Opens the store, made first if there is none.
  package static func openOrCreate(
    path: String, holder: String, now: Timestamp, patience: Int64 = 10_000, on kernel: any Kernel = LiveKernel()
  ) throws(StoreError) -> StoreWriter {
    do {
      return try StoreWriter(path: path, holder: holder, patience: patience, on: kernel)
    } catch StoreError.absent {
      try storing {
        _ = try Directory.create(path, on: kernel)
        let root = try StoreGuard.open(path, on: kernel)
        // Of two processes that begin at once one makes the file; the other finds it.
        _ = try root.createOnce(
          StoreFormat.path, with: Envelope.seal(StoreFormat.new(at: now, random: kernel.randomBytes(10)).json))
      }
      return try StoreWriter(path: path, holder: holder, patience: patience, on: kernel)
    }
  }

  /// Runs the body as the only writer. Calls may be nested.
  @discardableResult
  package func withLock<Answer>(_ body: () throws -> Answer) throws -> Answer {
    if lock != nil { return try body() }
    lock = try storing { try FileLock.acquire("lock", in: root, holder: holder, patience: patience) }
    defer { lock = nil }
    return try body()
  }

  /// The right to synchronise: held over the network by one process, so that two timers do not fetch the same twice.
  /// It keeps nobody from reading or writing. Released when the answer is let go.
  package func syncLock(patience: Int64) throws(StoreError) -> FileLock {
    try storing { try FileLock.acquire("sync.lock", in: root, holder: holder, patience: patience) }
  }

  /// What a shelf holds, or nil when it does not exist yet.
  package func head(_ shelf: ShelfID) throws(StoreError) -> Head? {
    do {
      return try reader.head(shelf)
    } catch StoreError.unknownShelf {
      return nil
    }
  }

  /// Takes a shelf away with all its data. Intents stay: they are the record of what was done.
  package func remove(_ shelf: ShelfID) throws(StoreError) {
    try storing {
      try withLock {
        guard try root.contains(shelf.path) else { return }
        // Without its head the shelf is gone for readers at once, even if the rest is interrupted.
        try root.removeIfPresent(shelf.headPath)
        try root.removeTree(shelf.path)
        try root.directory(String(shelf.path.prefix { $0 != "/" })).synchronize()
      }
    }
  }

  /// What was noted of waiting for the provider, nil when nothing was or the file is damaged: it is only advice.
  package func backoff() throws(StoreError) -> JSON? {
    do {
      return try Envelope.open(try reader.source.read("backoff.json", limit: Limit.storeFile), path: "backoff.json")
    } catch is Damage {
      return nil
    } catch let error as SystemError where error.isMissing {
      return nil
    } catch {
      return try storing { throw error }
    }
  }

  package func setBackoff(_ json: JSON) throws(StoreError) {
    try storing { try withLock { try root.replace("backoff.json", with: Envelope.seal(json)) } }
  }
}
