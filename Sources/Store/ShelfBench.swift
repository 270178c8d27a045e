import Domain
import JSON
import Platform

/// A shelf that is being written, under the lock.
final class ShelfBench {
  let writer: StoreWriter
  let shelf: ShelfID
  let before: Head?
  let directory: Directory
  let ledger: Directory
  let parts: Directory
  private var newFiles: [Directory] = []

  init(_ writer: StoreWriter, _ shelf: ShelfID, _ before: Head?) throws {
    self.writer = writer
    self.shelf = shelf
    self.before = before
    directory = try writer.root.createDirectory(shelf.path)
    ledger = try directory.createDirectory("ledger")
    parts = try directory.createDirectory("parts")
  }

  var source: FileSource { writer.reader.source }

  /// Writes a file under a name that no head names. One that is there already is left from a commit that never was.
  func writeNew(_ name: String, in folder: Directory, _ bytes: [UInt8]) throws {
    do {
      try folder.writeNew(name, bytes)
    } catch  where error.exists {
      try folder.remove(name)
      try folder.writeNew(name, bytes)
    }
    noteNewFile(in: folder)
  }

  /// Remembers that a directory must be synchronised before the head may name what is new in it.
  func noteNewFile(in folder: Directory) {
    if !newFiles.contains(where: { $0 === folder }) { newFiles.append(folder) }
  }

  /// Writes the collections that differ from what is there. A file that the head names and the disk has lost or spoilt
  /// differs too.
  func write(_ collections: [String: [JSON]], _ head: inout Head) throws {
    for (name, items) in collections.sorted(by: { $0.key < $1.key }) {
      let bytes = ShelfBench.partBytes(items)
      let crc = CRC32C.of(bytes)
      if let old = head.parts[name], old.crc == crc, old.bytes == bytes.count, isSound(old) { continue }
      let file = FileName.versioned(name, head.revision)
      try writeNew(file, in: parts, bytes)
      head.parts[name] = FileMark(name: file, bytes: bytes.count, crc: crc, count: items.count)
    }
  }

  private func isSound(_ mark: FileMark) -> Bool {
    guard let found = try? parts.read(mark.name, limit: mark.bytes) else { return false }
    return found.count == mark.bytes && CRC32C.of(found) == mark.crc
  }

  /// One item a line, so that `grep` finds it.
  static func partBytes(_ items: [JSON]) -> [UInt8] {
    var object = Array(#"{"items":["#.utf8)
    for (index, item) in items.enumerated() {
      object.append(contentsOf: index == 0 ? "\n".utf8 : ",\n".utf8)
      object.append(contentsOf: item.bytes)
    }
    object.append(contentsOf: "\n]}".utf8)
    return Envelope.seal(object)
  }

  /// The commit: once the head is renamed everything new is visible, and after the directory's fsync it is acknowledged.
  /// What no head names any more goes then, unless the head was made from what was found lying about.
  func publish(_ head: Head, tidying: Bool = true) throws {
    let bytes = Envelope.seal(head.json)
    guard bytes.count <= Limit.head else { throw StoreError.excessive("head of \(bytes.count) bytes") }
    for folder in newFiles { try folder.synchronize() }
    try directory.replace("head.json", with: bytes)
    guard !newFiles.isEmpty, tidying else { return }
    // The commit stands whatever happens here: leftovers that can't be removed now are the next flip's to remove.
    try? Housekeeping(writer: writer, shelf: shelf).tidy(keeping: [before, head].compactMap(\.self))
  }
}
