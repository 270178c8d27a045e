import Glibc

/// A file that a person named on the command line. Unlike the store's own files it may be behind a link, anywhere.
package enum UserFile {
  /// All bytes; `isTooLarge` beyond the limit.
  package static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
    let descriptor = try retrying("open", path) { open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
    let file = File(descriptor: descriptor, path: path)
    let status = try file.status()
    guard status.kind == .regular else { throw SystemError(code: EINVAL, operation: "read", path: path) }
    guard status.size <= limit else { throw SystemError(code: EFBIG, operation: "read", path: path) }
    return try file.read(0..<status.size)
  }

  /// Makes a file that is not there yet, mode 0600; `EEXIST` where it is.
  package static func create(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    let descriptor = try retrying("open", path) { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
    try File(descriptor: descriptor, path: path).write(bytes)
  }

  /// Replaces or makes the file, mode 0600, whole or not at all.
  package static func write(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard !name.isEmpty else { throw SystemError(code: EISDIR, operation: "write", path: path) }
    try Directory(folder).replace(name, with: bytes)
  }
}
