import Platform
import TestSupport

/// A file or a directory: how the living see it, and what of it is sure to survive a power cut.
final class Inode {
  enum Kind { case file, directory }

  /// A change of a file's bytes that no fsync has covered yet.
  struct Change {
    enum What { case write(at: Int, [UInt8]), truncate(Int) }

    let what: What
    /// An fsync failed over it: the page counts as clean, and no later fsync saves it.
    var isForgotten = false
  }

  let number: UInt64
  let kind: Kind
  var permissions: UInt32
  var modified: Int64 = 0
  /// Names that the living see.
  var links = 0
  var bytes: [UInt8] = []
  var safeBytes: [UInt8] = []
  var changes: [Change] = []
  var names: [String: Inode] = [:]
  var safeNames: [String: Inode] = [:]
  /// Who has the lock on it.
  var holder: OpenFile?

  init(_ number: UInt64, _ kind: Kind, permissions: UInt32) {
    self.number = number
    self.kind = kind
    self.permissions = permissions
  }
}

/// An open file description.
final class OpenFile {
  let inode: Inode
  let appends: Bool
  let writes: Bool
  var position = 0

  init(_ inode: Inode, appends: Bool = false, writes: Bool = false) {
    self.inode = inode
    self.appends = appends
    self.writes = writes
  }
}

/// A disk that several processes share, with what POSIX promises of it and nothing more.
///
/// Only fsync makes sure: of a file its bytes and length, of a directory its names. What no fsync has covered survives a
/// power cut in any part: sectors one by one, names one by one, in any order. A rename is one change, except that a cut may
/// leave the old name beside the new one.
final class Disk {
  /// A change of names that no fsync has covered yet.
  private struct NameChange {
    var added: (directory: Inode, name: String, inode: Inode)?
    var removed: (directory: Inode, name: String)?

    func touches(_ directory: Inode) -> Bool { added?.directory === directory || removed?.directory === directory }

    /// - Parameter keepsOldName: only the first half of a rename happened.
    func apply(keepsOldName: Bool = false) {
      if let removed, !(keepsOldName && added != nil) { removed.directory.safeNames[removed.name] = nil }
      if let added { added.directory.safeNames[added.name] = added.inode }
    }
  }

  static let ample = 1 << 30
  let root = Inode(1, .directory, permissions: 0o755)
  /// Bytes that may still be written.
  var room = Disk.ample
  private var lastNumber: UInt64 = 1
  private var journal: [NameChange] = []

  // MARK: - What the living do

  func make(_ name: String, _ kind: Inode.Kind, permissions: UInt32, in directory: Inode, at time: Int64) -> Inode {
    lastNumber += 1
    let inode = Inode(lastNumber, kind, permissions: permissions)
    inode.modified = time
    link(inode, name, in: directory)
    return inode
  }

  func link(_ inode: Inode, _ name: String, in directory: Inode) {
    inode.links += 1
    directory.names[name] = inode
    journal.append(NameChange(added: (directory, name, inode)))
  }

  func unlink(_ name: String, in directory: Inode) {
    drop(directory.names.removeValue(forKey: name))
    journal.append(NameChange(removed: (directory, name)))
  }

  func rename(_ name: String, in from: Inode, to newName: String, in into: Inode) {
    guard let inode = from.names[name], into.names[newName] !== inode else { return }
    from.names[name] = nil
    drop(into.names[newName])
    into.names[newName] = inode
    journal.append(NameChange(added: (into, newName, inode), removed: (from, name)))
  }

  private func drop(_ inode: Inode?) {
    guard let inode else { return }
    inode.links -= 1
    if inode.links == 0 { room += inode.bytes.count }
  }

  /// Writes what there is room for; returns how much that was, nil when it was nothing.
  func write(_ bytes: UnsafeRawBufferPointer, to inode: Inode, at offset: Int, time: Int64) -> Int? {
    let growth = max(0, offset + bytes.count - inode.bytes.count)
    let excess = max(0, growth - max(0, room))
    let count = bytes.count - excess
    if count <= 0, !bytes.isEmpty { return nil }
    room -= growth - excess
    let piece = Array(bytes.prefix(count))
    Disk.put(piece, at: offset, into: &inode.bytes)
    inode.changes.append(Inode.Change(what: .write(at: offset, piece)))
    inode.modified = time
    return count
  }

  func truncate(_ inode: Inode, to length: Int) {
    room += inode.bytes.count - length
    Disk.resize(&inode.bytes, to: length)
    inode.changes.append(Inode.Change(what: .truncate(length)))
  }

  func synchronize(_ inode: Inode) {
    guard inode.kind == .file else { return commitNames(of: inode) }
    for change in inode.changes where !change.isForgotten { Disk.apply(change.what, to: &inode.safeBytes) }
    inode.changes.removeAll { !$0.isForgotten }
  }

  /// The kernel reports the failure once, and the pages count as clean.
  func failToSynchronize(_ inode: Inode) {
    for index in inode.changes.indices { inode.changes[index].isForgotten = true }
  }

  /// Whether a power cut would change nothing of a directory and all below it, temporary files apart.
  func isSafe(_ directory: Inode) -> Bool {
    let (names, safe) = (Disk.lasting(directory.names), Disk.lasting(directory.safeNames))
    return names.count == safe.count
      && names.allSatisfy { name, inode in
        guard safe[name] === inode else { return false }
        return inode.kind == .directory ? isSafe(inode) : inode.bytes == inode.safeBytes
      }
  }

  private static func lasting(_ names: [String: Inode]) -> [String: Inode] {
    names.filter { !Directory.isTemporary($0.key) }
  }

  /// A rename out of or into another directory takes with it what stood before it there.
  private func commitNames(of directory: Inode) {
    var concerned = [directory]
    var kept: [NameChange] = []
    var committed: [NameChange] = []
    for change in journal.reversed() {
      guard concerned.contains(where: change.touches) else {
        kept.append(change)
        continue
      }
      committed.append(change)
      concerned += [change.added?.directory, change.removed?.directory].compactMap(\.self)
    }
    for change in committed.reversed() { change.apply() }
    journal = kept.reversed()
  }

  fileprivate static func put(_ piece: some Collection<UInt8>, at offset: Int, into bytes: inout [UInt8]) {
    if offset == bytes.count {
      bytes.append(contentsOf: piece)
    } else {
      resize(&bytes, to: max(bytes.count, offset + piece.count))
      bytes.replaceSubrange(offset..<offset + piece.count, with: piece)
    }
  }

  fileprivate static func resize(_ bytes: inout [UInt8], to length: Int) {
    if length < bytes.count {
      bytes.removeSubrange(length...)
    } else if length > bytes.count {
      bytes.append(contentsOf: repeatElement(0, count: length - bytes.count))
    }
  }

  fileprivate static func apply(_ what: Inode.Change.What, to bytes: inout [UInt8]) {
    switch what {
    case .write(let offset, let piece): put(piece, at: offset, into: &bytes)
    case .truncate(let length): resize(&bytes, to: length)
    }
  }
}

// MARK: - Power cuts

extension Disk {
  private static let sector = 512

  /// How much of what no fsync covered survives.
  private enum Survival { case nothing, everything, anything }

  /// The power goes, and comes back. Everyone who had a file open must be dead.
  func cutPower(_ chance: inout Numbers) {
    let survival = Disk.survival(&chance)
    for change in journal {
      switch survival {
      case .nothing: continue
      case .everything: change.apply()
      case .anything:
        if Bool.random(using: &chance) { change.apply(keepsOldName: UInt.random(in: 0..<4, using: &chance) == 0) }
      }
    }
    journal = []
    forEach(in: root) { $0.links = 0 }
    var used = 0
    settle(root, &used, &chance)
    room = Disk.ample - used
  }

  private static func survival(_ chance: inout Numbers) -> Survival {
    switch UInt.random(in: 0..<8, using: &chance) {
    case 0, 1: .nothing
    case 2: .everything
    default: .anything
    }
  }

  /// Sorted, so that chance meets the files in the same order each time.
  private func forEach(in directory: Inode, _ body: (Inode) -> Void) {
    for (_, inode) in directory.safeNames.sorted(by: { $0.key < $1.key }) {
      body(inode)
      if inode.kind == .directory { forEach(in: inode, body) }
    }
  }

  private func settle(_ directory: Inode, _ used: inout Int, _ chance: inout Numbers) {
    directory.names = directory.safeNames
    directory.holder = nil
    for (_, inode) in directory.names.sorted(by: { $0.key < $1.key }) {
      inode.links += 1
      guard inode.kind == .file else {
        settle(inode, &used, &chance)
        continue
      }
      guard inode.links == 1 else { continue }
      if !inode.changes.isEmpty { Disk.tear(inode, &chance) }
      inode.bytes = inode.safeBytes
      inode.holder = nil
      used += inode.bytes.count
    }
  }

  private static func tear(_ inode: Inode, _ chance: inout Numbers) {
    let survival = survival(&chance)
    for change in inode.changes {
      switch (survival, change.what) {
      case (.nothing, _): continue
      case (.everything, let what): apply(what, to: &inode.safeBytes)
      case (.anything, .truncate(let length)):
        if Bool.random(using: &chance) { resize(&inode.safeBytes, to: length) }
      case (.anything, .write(let offset, let piece)):
        // The length may be there without the bytes.
        if UInt.random(in: 0..<4, using: &chance) == 0 {
          resize(&inode.safeBytes, to: max(inode.safeBytes.count, offset + piece.count))
        }
        var start = 0
        while start < piece.count {
          let end = min(piece.count, ((offset + start) / sector + 1) * sector - offset)
          if Bool.random(using: &chance) { put(piece[start..<end], at: offset + start, into: &inode.safeBytes) }
          start = end
        }
      }
    }
    inode.changes = []
  }

  // MARK: - Copies

  /// A disk with the same files, all of them safe.
  func copy() -> Disk {
    let copy = Disk()
    copy.lastNumber = lastNumber
    copy.room = room
    Disk.copy(root, to: copy.root)
    return copy
  }

  private static func copy(_ directory: Inode, to target: Inode) {
    for (name, inode) in directory.names {
      let twin = Inode(inode.number, inode.kind, permissions: inode.permissions)
      twin.modified = inode.modified
      twin.links = 1
      twin.bytes = inode.bytes
      twin.safeBytes = inode.bytes
      target.names[name] = twin
      target.safeNames[name] = twin
      if inode.kind == .directory { copy(inode, to: twin) }
    }
  }
}
