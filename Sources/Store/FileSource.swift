import Platform

/// Where the bytes of a store come from: a directory, or a snapshot file in memory.
///
/// Paths are relative to the store, with `/`. A missing file or directory is a `SystemError` with `isMissing`; a file beyond
/// the limit has `isTooLarge`. Nothing is created or changed by reading.
package protocol FileSource {
  func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8]
  func open(_ path: String) throws(SystemError) -> any OpenFile
  /// The names in a directory, in byte order.
  func list(_ directory: String) throws(SystemError) -> [String]
}

/// A file of a store, open for reading parts of it.
package protocol OpenFile {
  /// Fewer bytes when the file ends before the range does.
  func read(_ range: Range<Int>) throws(SystemError) -> [UInt8]
}

extension File: OpenFile {}

/// The files below a directory; no link is followed.
package struct DirectorySource: FileSource {
  let root: Directory

  package init(_ root: Directory) { self.root = root }

  package func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] { try root.read(path, limit: limit) }

  package func open(_ path: String) throws(SystemError) -> any OpenFile { try root.file(path) }

  package func list(_ directory: String) throws(SystemError) -> [String] { try root.directory(directory).list() }
}

/// Files held in memory.
package struct MemorySource: FileSource {
  private let files: [String: [UInt8]]

  package init(_ files: [String: [UInt8]]) { self.files = files }

  package func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
    guard let bytes = files[path] else { throw MemorySource.missing(path) }
    guard bytes.count <= limit else { throw SystemError(code: MemorySource.tooLarge, operation: "read", path: path) }
    return bytes
  }

  package func open(_ path: String) throws(SystemError) -> any OpenFile {
    guard let bytes = files[path] else { throw MemorySource.missing(path) }
    return MemoryFile(bytes: bytes)
  }

  private struct MemoryFile: OpenFile {
    let bytes: [UInt8]

    func read(_ range: Range<Int>) throws(SystemError) -> [UInt8] { Array(bytes[range.clamped(to: 0..<bytes.count)]) }
  }

  package func list(_ directory: String) throws(SystemError) -> [String] {
    let prefix = directory + "/"
    var names: Set<String> = []
    for path in files.keys where path.hasPrefix(prefix) {
      if let name = path.dropFirst(prefix.count).split(separator: "/").first { names.insert(String(name)) }
    }
    guard !names.isEmpty else { throw MemorySource.missing(directory) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // The kernel's numbers, so that both sources answer the same questions of `SystemError`.
  private static let tooLarge: Int32 = 27

  private static func missing(_ path: String) -> SystemError {
    SystemError(code: 2, operation: "open", path: path)
  }
}
