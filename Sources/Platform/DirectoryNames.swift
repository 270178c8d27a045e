import Glibc

extension Directory {
  /// The names in this directory in byte order, without `.` and `..`.
  package func list() throws(SystemError) -> [String] {
    try names(limit: .max).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  var isEmpty: Bool {
    get throws(SystemError) { try names(limit: 1).isEmpty }
  }

  private func names(limit: Int) throws(SystemError) -> [String] {
    var names: [String]?
    try retrying("list", path) { () -> Int in
      names = kernel.names(descriptor, limit: limit)
      return names == nil ? -1 : 0
    }
    return names ?? []
  }

  package func status() throws(SystemError) -> FileStatus {
    var raw = stat()
    try retrying("stat", path) { kernel.fstat(descriptor, &raw) }
    return FileStatus(raw)
  }

  /// What a name is, without following it when it is a link.
  package func status(_ name: String) throws(SystemError) -> FileStatus {
    let (holder, last) = try parent(of: name)
    var raw = stat()
    try retrying("stat", location(name)) { kernel.fstatat(holder.descriptor, last, &raw, AT_SYMLINK_NOFOLLOW) }
    return FileStatus(raw)
  }

  /// The same, nil when there is no such name.
  package func statusIfPresent(_ name: String) throws(SystemError) -> FileStatus? {
    do { return try status(name) } catch  where error.isMissing { return nil }
  }

  /// Whether the name exists, as anything.
  package func contains(_ name: String) throws(SystemError) -> Bool { try statusIfPresent(name) != nil }

  /// Takes a file's name away; a missing one is an error.
  package func remove(_ name: String) throws(SystemError) {
    let (holder, last) = try parent(of: name)
    try retrying("remove", location(name)) { kernel.unlinkat(holder.descriptor, last, 0) }
  }

  package func removeIfPresent(_ name: String) throws(SystemError) {
    do { try remove(name) } catch  where error.isMissing {}
  }

  /// Takes away a directory and all below it. Links are removed, never followed.
  package func removeTree(_ name: String) throws(SystemError) {
    guard try status(name).kind == .directory else { return try remove(name) }
    let tree = try directory(name)
    for child in try tree.list() { try tree.removeTree(child) }
    let (holder, last) = try parent(of: name)
    try retrying("remove", location(name)) { kernel.unlinkat(holder.descriptor, last, AT_REMOVEDIR) }
  }

  /// Renames within this directory's tree, replacing what has the new name.
  package func rename(_ name: String, to newName: String) throws(SystemError) {
    let (from, source) = try parent(of: name)
    let (into, target) = try parent(of: newName)
    try retrying("rename", location(name)) { kernel.renameat(from.descriptor, source, into.descriptor, target) }
  }

  /// Gives a file a second name; fails with `exists` when the name is taken.
  package func link(_ name: String, as newName: String) throws(SystemError) {
    let (from, source) = try parent(of: name)
    let (into, target) = try parent(of: newName)
    try retrying("link", location(newName)) { kernel.linkat(from.descriptor, source, into.descriptor, target) }
  }

  package func setPermissions(_ name: String, _ permissions: UInt32) throws(SystemError) {
    let (holder, last) = try parent(of: name)
    try retrying("chmod", location(name)) { kernel.fchmodat(holder.descriptor, last, mode_t(permissions)) }
  }

  /// Bytes that this user may still write on the file system of this directory.
  package func freeBytes() throws(SystemError) -> Int64 {
    var raw = statvfs()
    try retrying("statvfs", path) { kernel.fstatvfs(descriptor, &raw) }
    return Int64(clamping: UInt64(raw.f_bavail).multipliedReportingOverflow(by: UInt64(raw.f_frsize)).partialValue)
  }
}
