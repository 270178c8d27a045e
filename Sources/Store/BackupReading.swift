import Domain
import JSON
import Platform

/// A backup in a directory, wherever that is: below a store, on another disk.
package struct BackupDirectory {
  package let backup: Backup
  let directory: Directory

  /// Opens what a person named. A link in the path is theirs; below it none is followed.
  package init(_ path: String, on kernel: any Kernel = LiveKernel()) throws {
    try self.init(try BackupDirectory.open(path, kernel))
  }

  init(_ directory: Directory) throws {
    self.directory = directory
    backup = try BackupDirectory.backup(try BackupDirectory.list(directory))
  }

  private static func open(_ path: String, _ kernel: any Kernel) throws -> Directory {
    do throws(SystemError) {
      return try Directory(path.hasSuffix("/") ? path : path + "/", on: kernel)
    } catch {
      guard error.isMissing else { throw error }
      throw BackupError.missing
    }
  }

  private static func list(_ directory: Directory) throws -> [UInt8] {
    do throws(SystemError) {
      return try directory.read(Backup.listName, limit: Limit.part)
    } catch {
      guard error.isMissing else { throw error }
      throw BackupError.notABackup
    }
  }

  private static func backup(_ bytes: [UInt8]) throws(BackupError) -> Backup {
    if let json = try? Envelope.open(bytes, path: Backup.listName), case .integer(let format)? = json["format"] {
      guard format <= Backup.format else { throw .tooNew(format: Int(clamping: format)) }
    }
    do throws(Damage) {
      return try Envelope.open(bytes, path: Backup.listName, Backup.init(json:))
    } catch {
      throw .damaged([error])
    }
  }

  var store: Directory { get throws { try directory.directory(Backup.storeName) } }

  /// Its store; where `store.json` was lost when it was made the rest is as good as it was.
  func reader() throws -> StoreReader {
    do throws(StoreError) {
      return try StoreReader(source: DirectorySource(try storing { try store }))
    } catch {
      guard error == .absent || error.damage?.path == StoreFormat.path else { throw error }
      return .formatless(try store)
    }
  }

  /// Reads every byte. Throws `BackupError.damaged` with all that is not as it was written.
  ///
  /// A file may have grown since: it was linked while it was sealed, and counts up to its length then.
  package func verify() throws {
    let found = backup.items.compactMap(damage)
    if !found.isEmpty { throw BackupError.damaged(found) }
  }

  private func damage(_ item: Backup.Item) -> Damage? {
    let path = Backup.storeName + "/" + item.path
    do throws(SystemError) {
      // Room is made only for what is there, whatever the list says.
      guard try directory.status(path).size >= item.bytes else { return Damage(path, .truncated) }
      let bytes = try directory.read(path, range: 0..<item.bytes)
      return CRC32C.of(bytes) == item.crc ? nil : Damage(path, .badChecksum)
    } catch {
      return Damage(path, error.isMissing ? .missing : .illegal(error.reason))
    }
  }

  /// What the doctor says of the store in it: damage that was there when the backup was made.
  package func findings() throws -> [Finding] {
    try Doctor.findings(in: try store).filter { $0.severity != .note }
  }

  /// Copies the whole backup to a new directory, checked on the way, all of it or nothing.
  package func copy(to path: String) throws {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let slash = path.lastIndex(of: "/")
    let parent = try Directory(slash.map { String(path[...$0]) } ?? "./", on: directory.kernel)
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard try !parent.contains(name) else { throw BackupError.exists }
    let unfinished = parent.temporaryName(for: name)
    do {
      try fill(try parent.createDirectory(unfinished))
      try parent.rename(unfinished, to: name)
    } catch {
      try? parent.removeTree(unfinished)
      throw error
    }
    try parent.synchronize()
  }

  private func fill(_ target: Directory) throws {
    let copied = try target.createDirectory(Backup.storeName)
    var folders: [String: Directory] = ["": copied]
    for item in backup.items {
      let parts = item.path.split(separator: "/").map(String.init)
      let folder = parts.dropLast().joined(separator: "/")
      let opened = try folders[folder] ?? (try copied.createDirectory(folder))
      folders[folder] = opened
      if let damage = damage(item) { throw BackupError.damaged([damage]) }
      let bytes = try directory.read(Backup.storeName + "/" + item.path, range: 0..<item.bytes)
      try opened.writeNew(parts.last ?? item.path, bytes)
    }
    for folder in folders.values { try folder.synchronize() }
    try target.replace(Backup.listName, with: Envelope.seal(backup.json))
  }
}

extension StoreReader {
  /// The backups below the store, by name; nil for one that can't be opened. None where there is no store.
  package static func backups(
    path: String, on kernel: any Kernel = LiveKernel()
  ) throws(StoreError) -> [(name: String, backup: Backup?)] {
    let root: Directory
    do throws(StoreError) {
      root = try StoreGuard.open(path, on: kernel)
    } catch {
      guard error == .absent else { throw error }
      return []
    }
    return try storing {
      guard try root.contains(StoreFiles.backups) else { return [] }
      let folder = try root.directory(StoreFiles.backups)
      return try folder.list().filter { !Directory.isTemporary($0) }.map { name in
        (name, try? BackupDirectory(try folder.directory(name)).backup)
      }
    }
  }
}

extension StoreWriter {
  /// Takes a backup away again, all of it.
  package func removeBackup(_ name: String) throws(StoreError) {
    try storing { try root.directory(StoreFiles.backups).removeTree(name) }
  }
}
