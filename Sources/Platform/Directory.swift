import Glibc

/// An open directory, below which no link is ever followed.
///
/// Every name is opened relative to the descriptor with `O_NOFOLLOW` and `O_CLOEXEC`; a path of several components is walked
/// one by one, so a link planted anywhere below is an error (`isSymbolicLink` or `isMissing`) and not a way out.
package final class Directory: Sendable {
  package let descriptor: Int32
  package let path: String
  package let kernel: any Kernel

  /// Opens the directory at an absolute or relative path; the last component must not be a link.
  package init(_ path: String, on kernel: any Kernel = LiveKernel()) throws(SystemError) {
    descriptor = try retrying("open", path) { kernel.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    self.path = path
    self.kernel = kernel
  }

  private init(descriptor: Int32, path: String, kernel: any Kernel) {
    self.descriptor = descriptor
    self.path = path
    self.kernel = kernel
  }

  deinit {
    kernel.close(descriptor)
  }

  /// Creates the directory at a path with its missing parents, 0700 each, and opens it. Each new name is synchronised, so
  /// that what is made durable inside can't vanish with the directory.
  package static func create(_ path: String, on kernel: any Kernel = LiveKernel()) throws(SystemError) -> Directory {
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    var made = kernel.mkdir(path, 0o700) == 0
    if !made, errno == ENOENT, parent != path, !parent.isEmpty {
      _ = try create(parent, on: kernel)
      made = kernel.mkdir(path, 0o700) == 0
    }
    if !made, errno != EEXIST { throw .last("mkdir", path) }
    let created = try Directory(path, on: kernel)
    // A parent that is a link is the user's own arrangement: only below the store are links refused.
    if try created.isEmpty { try Directory(parent + "/", on: kernel).synchronize() }
    return created
  }

  /// Opens a directory below; `name` may have several components.
  package func directory(_ name: String) throws(SystemError) -> Directory {
    var current = self
    for component in name.split(separator: "/") {
      current = try current.child(String(component))
    }
    return current
  }

  private func child(_ name: String) throws(SystemError) -> Directory {
    let full = location(name)
    let opened = try retrying("open", full) {
      kernel.openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0)
    }
    return Directory(descriptor: opened, path: full, kernel: kernel)
  }

  /// Opens a directory below, made 0700 when it is missing; its parent is synchronised so that the name survives a crash.
  ///
  /// An empty one counts as new, even if it was there: who made it may have died before its name was safe. In others
  /// something was put after that.
  package func createDirectory(_ name: String) throws(SystemError) -> Directory {
    var current = self
    for component in name.split(separator: "/") {
      if kernel.mkdirat(current.descriptor, String(component), 0o700) != 0, errno != EEXIST {
        throw .last("mkdir", current.location(String(component)))
      }
      let child = try current.child(String(component))
      if try child.isEmpty { try current.synchronize() }
      current = child
    }
    return current
  }

  /// Opens a file directly in this directory, or below when the name has several components.
  package func file(_ name: String, _ access: Access = .read) throws(SystemError) -> File {
    let (holder, last) = try parent(of: name)
    let full = location(name)
    let opened = try retrying("open", full) {
      kernel.openat(holder.descriptor, last, access.flags | O_NOFOLLOW | O_CLOEXEC, mode_t(0o600))
    }
    return File(descriptor: opened, path: full, kernel: kernel)
  }

  package enum Access: Sendable {
    case read, append, readWrite, createReadWrite, createNew

    var flags: Int32 {
      switch self {
      case .read: O_RDONLY
      case .append: O_WRONLY | O_APPEND
      case .readWrite: O_RDWR
      case .createReadWrite: O_RDWR | O_CREAT
      case .createNew: O_WRONLY | O_CREAT | O_EXCL
      }
    }
  }

  /// The directory that holds the last component, and that component.
  func parent(of name: String) throws(SystemError) -> (Directory, String) {
    guard let slash = name.lastIndex(of: "/") else { return (self, name) }
    return (try directory(String(name[..<slash])), String(name[name.index(after: slash)...]))
  }

  func location(_ name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

  /// Waits until the names in this directory are on the disk.
  package func synchronize() throws(SystemError) {
    try retrying("fsync", path) { kernel.fsync(descriptor) }
  }
}
