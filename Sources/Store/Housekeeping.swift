import Platform

/// Removes what no head names any more, and sets aside what nobody knows.
struct Housekeeping {
  let writer: StoreWriter
  let shelf: ShelfID

  /// Temporary files older than this are left over from a process that died; seconds.
  static let temporaryLife: Int64 = 3600

  /// Removes the files that neither of the last two heads names: a reader may still be at work with the one before.
  func tidy(keeping heads: [Head]) throws {
    var kept: Set<String> = []
    for head in heads {
      kept.formUnion(head.files)
      // A manifest that can't be read may name segments that are still good: then nothing is removed.
      guard let segments = try? writer.reader.segments(shelf, head) else { return }
      kept.formUnion(segments.map { "ledger/" + $0.name })
    }
    for folder in ["ledger", "parts"] {
      let directory = try writer.root.directory(shelf.file(folder))
      for name in try directory.list() where !kept.contains(folder + "/" + name) {
        if Directory.isTemporary(name) {
          try Housekeeping.removeIfOld(name, in: directory)
        } else {
          try directory.removeIfPresent(name)
        }
      }
    }
    try Housekeeping.removeOldTemporaries(in: try writer.root.directory(shelf.path))
  }

  static func removeOldTemporaries(in directory: Directory) throws {
    for name in try directory.list() where Directory.isTemporary(name) { try removeIfOld(name, in: directory) }
  }

  private static func removeIfOld(_ name: String, in directory: Directory) throws {
    guard let status = try? directory.status(name), status.kind == .regular else { return }
    if directory.kernel.now() - status.modified > Housekeeping.temporaryLife { try directory.removeIfPresent(name) }
  }
}

extension StoreWriter {
  /// Keeps a copy of bytes that are about to be cut or replaced. Returns the copy's path.
  @discardableResult
  func quarantine(_ bytes: [UInt8], from path: String) throws(StoreError) -> String {
    try storing {
      let folder = try root.createDirectory("quarantine")
      let name = path.split(separator: "/").joined(separator: "-") + "." + Hexadecimal.text(root.kernel.randomBytes(4))
      try folder.writeNew(name, bytes)
      try folder.synchronize()
      return "quarantine/" + name
    }
  }

  /// Moves a whole file to the quarantine.
  @discardableResult
  func quarantine(file path: String) throws(StoreError) -> String {
    try storing {
      let folder = try root.createDirectory("quarantine")
      let name = path.split(separator: "/").joined(separator: "-") + "." + Hexadecimal.text(root.kernel.randomBytes(4))
      try root.rename(path, to: "quarantine/" + name)
      try folder.synchronize()
      return "quarantine/" + name
    }
  }
}
