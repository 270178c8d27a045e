import Glibc

/// Whole-file protocols whose result survives a power cut once they return.
///
/// Each protocol writes a temporary file in the same directory (`<name>.tmp.<pid>.<random>`, 0600, never an existing one) and
/// synchronises file and directory. A reader sees the old bytes or the new ones. When a call throws, the old bytes stand,
/// unless it was the directory's fsync that failed: then a replaced file shows the new ones, and a power cut decides. The
/// next attempt starts with a fresh file: an fsync that failed is never tried again on the same one.
extension Directory {
  /// Replaces a file, or creates it.
  package func replace(_ name: String, with bytes: [UInt8]) throws(SystemError) {
    let (holder, last) = try parent(of: name)
    let temporary = try holder.writeTemporary(for: last, bytes)
    do throws(SystemError) {
      try holder.rename(temporary, to: last)
    } catch {
      _ = kernel.unlinkat(holder.descriptor, temporary, 0)
      throw error
    }
    try holder.synchronize()
  }

  /// Replaces a file that is made from others: in one step for readers, and not waited for. After a power cut it may be
  /// anything, so it carries its own checksums.
  package func replaceDerived(_ name: String, with bytes: [UInt8]) throws(SystemError) {
    let (holder, last) = try parent(of: name)
    let temporary = temporaryName(for: last)
    do throws(SystemError) {
      try holder.file(temporary, .createNew).write(bytes)
      try holder.rename(temporary, to: last)
    } catch {
      _ = kernel.unlinkat(holder.descriptor, temporary, 0)
      throw error
    }
  }

  package enum Creation: Sendable, Equatable { case created, exists }

  /// Creates a file that nobody has created before: of two processes exactly one is told `.created`.
  package func createOnce(_ name: String, with bytes: [UInt8]) throws(SystemError) -> Creation {
    let (holder, last) = try parent(of: name)
    let temporary = try holder.writeTemporary(for: last, bytes)
    defer { _ = kernel.unlinkat(holder.descriptor, temporary, 0) }
    do throws(SystemError) {
      try holder.link(temporary, as: last)
    } catch  where error.exists {
      return .exists
    }
    do throws(SystemError) {
      try holder.synchronize()
    } catch {
      // The caller is told that there is none, and so must be everyone else.
      _ = kernel.unlinkat(holder.descriptor, last, 0)
      throw error
    }
    return .created
  }

  /// Writes a file under a name that was never used; the caller synchronises the directory when it has written them all.
  package func writeNew(_ name: String, _ bytes: [UInt8]) throws(SystemError) {
    let (holder, last) = try parent(of: name)
    do throws(SystemError) {
      let file = try holder.file(last, .createNew)
      try file.write(bytes)
      try file.synchronize()
    } catch {
      if !error.exists { _ = kernel.unlinkat(holder.descriptor, last, 0) }
      throw error
    }
  }

  private func writeTemporary(for name: String, _ bytes: [UInt8]) throws(SystemError) -> String {
    let temporary = temporaryName(for: name)
    try writeNew(temporary, bytes)
    return temporary
  }

  /// A name for what becomes `name` once it is whole.
  package func temporaryName(for name: String) -> String {
    "\(name).tmp.\(kernel.processIdentifier).\(Hexadecimal.text(kernel.randomBytes(6)))"
  }

  /// Whether a name was made by `temporaryName`. The whole form is asked for: an intent whose key is `tmp` is none.
  package static func isTemporary(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[parts.count - 3] == "tmp" else { return false }
    return Int32(parts[parts.count - 2]) != nil && UInt64(parts[parts.count - 1], radix: 16) != nil
  }

  /// Appends to an existing file that must be exactly `length` long, and waits for the disk.
  ///
  /// On failure the bytes beyond `length` are undefined; a caller that keeps the length elsewhere does not see them.
  package func append(_ name: String, at length: Int, _ bytes: [UInt8]) throws(SystemError) {
    let file = try file(name, .append)
    guard try file.status().size == length else {
      throw SystemError(code: ESTALE, operation: "append", path: file.path)
    }
    try file.write(bytes)
    try file.synchronizeData()
  }

  /// A whole file, refused with `isTooLarge` when it is longer than the limit.
  package func read(_ name: String, limit: Int) throws(SystemError) -> [UInt8] {
    let file = try file(name)
    let status = try file.status()
    guard status.kind == .regular else { throw SystemError(code: EINVAL, operation: "read", path: file.path) }
    guard status.size <= limit else { throw SystemError(code: EFBIG, operation: "read", path: file.path) }
    return try file.read(0..<status.size)
  }

  /// The bytes of a range, fewer when the file ends before it does.
  package func read(_ name: String, range: Range<Int>) throws(SystemError) -> [UInt8] {
    try file(name).read(range)
  }

  package func truncate(_ name: String, to length: Int) throws(SystemError) {
    let file = try file(name, .readWrite)
    try file.truncate(to: length)
    try file.synchronize()
  }
}
