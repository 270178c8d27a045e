import Domain
import Platform

extension StoreWriter {
  /// Makes a backup of the store as it is at this moment, in its own `backups/`. Returns its name there.
  ///
  /// Nobody writes meanwhile: heads, intents and claims are of one moment. Sealed segments get a second name and cost
  /// nothing; the rest is copied. What is damaged is taken as it is, so that nothing is lost with it.
  package func backUp(at now: Timestamp, prefix: String = "") throws(StoreError) -> String {
    try storing {
      try withLock {
        let folder = try root.createDirectory(StoreFiles.backups)
        let name = try freeName(prefix + now.text.filter { $0 != ":" }, in: folder)
        let unfinished = folder.temporaryName(for: name)
        do {
          try BackupCopy(writer: self, into: try folder.createDirectory(unfinished)).run(at: now)
          try folder.rename(unfinished, to: name)
        } catch {
          try? folder.removeTree(unfinished)
          throw error
        }
        try folder.synchronize()
        return name
      }
    }
  }

  private func freeName(_ base: String, in folder: Directory) throws(SystemError) -> String {
    var name = base
    var number = 2
    while try folder.contains(name) {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }
}

/// Fills the directory of a backup; the caller holds the store's lock.
private final class BackupCopy {
  private let writer: StoreWriter
  private let target: Directory
  private let store: Directory
  private var items: [Backup.Item] = []
  private var folders: [String: Directory] = [:]

  init(writer: StoreWriter, into target: Directory) throws {
    self.writer = writer
    self.target = target
    store = try target.createDirectory(Backup.storeName)
  }

  func run(at now: Timestamp) throws {
    for path in try StoreFiles(writer.root).all() where path != StoreFiles.backoff { try copy(path) }
    for shelf in try writer.reader.accounts() + writer.reader.articleShelves() { try copy(shelf) }
    for folder in folders.values { try folder.synchronize() }
    items.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let backup = Backup(store: writer.reader.format.id, taken: now, items: items)
    try target.replace(Backup.listName, with: Envelope.seal(backup.json))
  }

  /// What the head names, and no more. Where head or manifest do not say it any more: every file there is.
  private func copy(_ shelf: ShelfID) throws {
    let head: Head
    let segments: [Segment]
    do throws(StoreError) {
      head = try writer.reader.head(shelf)
      segments = try writer.reader.segments(shelf, head)
    } catch {
      guard error.isLossOfContents || error == .unknownShelf(shelf.name) || error == .changed else { throw error }
      for path in try StoreFiles(writer.root).tree(shelf.path) { try copy(path) }
      return
    }
    try copy(shelf.headPath)
    for name in head.files.sorted() where !name.hasSuffix(".ndjson") { try copy(shelf.file(name)) }
    for segment in segments {
      let isSealed = segment.name != head.ledger?.active.name
      try copy(shelf.file("ledger/" + segment.name), length: segment.bytes, mayLink: isSealed)
    }
  }

  /// Copies a file, or its first bytes. What is gone is left out: the doctor names it.
  private func copy(_ path: String, length: Int = .max, mayLink: Bool = false) throws {
    guard let size = try writer.root.statusIfPresent(path)?.size else { return }
    let bytes = try writer.root.read(path, range: 0..<min(size, length))
    let (folder, name) = try place(path)
    // A file that is never written to again may have two names; where the file system has none, it is copied.
    if !mayLink || size != bytes.count || (try? writer.root.link(path, as: inBackup(path))) == nil {
      try folder.writeNew(name, bytes)
    }
    items.append(Backup.Item(path: path, bytes: bytes.count, crc: CRC32C.of(bytes)))
  }

  private func inBackup(_ path: String) -> String {
    let name = target.path.split(separator: "/").last.map(String.init) ?? ""
    return "\(StoreFiles.backups)/\(name)/\(Backup.storeName)/\(path)"
  }

  private func place(_ path: String) throws -> (Directory, String) {
    let parts = path.split(separator: "/").map(String.init)
    let folder = parts.dropLast().joined(separator: "/")
    let opened = try folders[folder] ?? (folder.isEmpty ? store : try store.createDirectory(folder))
    folders[folder] = opened
    return (opened, parts.last ?? path)
  }
}
