import Glibc

/// The system calls under `Directory`, `File` and `FileLock`: files, their names and locks, and what else decides how a
/// store comes to look, the clock and chance.
///
/// Each file call means what the call of its name means: a negative answer is a failure, and `errno` has the reason. The
/// program has one implementation, the live one; whoever wants to see a disk fail puts another in its place.
package protocol Kernel: Sendable {
  func open(_ path: String, _ flags: Int32) -> Int32
  func openat(_ directory: Int32, _ name: String, _ flags: Int32, _ mode: mode_t) -> Int32
  func close(_ descriptor: Int32)
  func mkdir(_ path: String, _ mode: mode_t) -> Int32
  func mkdirat(_ directory: Int32, _ name: String, _ mode: mode_t) -> Int32
  /// At most so many names in an open directory, in any order, without `.` and `..`; nil is a failure.
  func names(_ directory: Int32, limit: Int) -> [String]?
  func fstat(_ descriptor: Int32, _ status: inout stat) -> Int32
  func fstatat(_ directory: Int32, _ name: String, _ status: inout stat, _ flags: Int32) -> Int32
  func fchmodat(_ directory: Int32, _ name: String, _ mode: mode_t) -> Int32
  func pread(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ offset: Int) -> Int
  /// Whether `map` works.
  var mapsFiles: Bool { get }
  /// The first bytes of a file as memory that is only read; nil where that can't be.
  func map(_ descriptor: Int32, _ length: Int) -> UnsafeMutableRawPointer?
  func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
  func ftruncate(_ descriptor: Int32, _ length: Int) -> Int32
  func fsync(_ descriptor: Int32) -> Int32
  func fdatasync(_ descriptor: Int32) -> Int32
  func renameat(_ from: Int32, _ name: String, _ into: Int32, _ newName: String) -> Int32
  func linkat(_ from: Int32, _ name: String, _ into: Int32, _ newName: String) -> Int32
  func unlinkat(_ directory: Int32, _ name: String, _ flags: Int32) -> Int32
  /// `flock`, which Glibc also calls a structure.
  func lock(_ descriptor: Int32, _ operation: Int32) -> Int32
  func fstatvfs(_ descriptor: Int32, _ status: inout statvfs) -> Int32

  var processIdentifier: Int32 { get }
  var user: UInt32 { get }
  /// UTC seconds since 1970.
  func now() -> Int64
  /// Milliseconds since some moment; never goes back.
  func monotonicMilliseconds() -> Int64
  func pause(milliseconds: Int64)
  func randomBytes(_ count: Int) -> [UInt8]
}

extension Kernel {
  package var mapsFiles: Bool { false }
  package func map(_ descriptor: Int32, _ length: Int) -> UnsafeMutableRawPointer? { nil }
}

/// The kernel that this process runs on.
package struct LiveKernel: Kernel {
  package init() {}

  package func open(_ path: String, _ flags: Int32) -> Int32 { Glibc.open(path, flags) }

  package func openat(_ directory: Int32, _ name: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
    Glibc.openat(directory, name, flags, mode)
  }

  package func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  package func mkdir(_ path: String, _ mode: mode_t) -> Int32 { Glibc.mkdir(path, mode) }

  package func mkdirat(_ directory: Int32, _ name: String, _ mode: mode_t) -> Int32 {
    Glibc.mkdirat(directory, name, mode)
  }

  package func names(_ directory: Int32, limit: Int) -> [String]? {
    // A descriptor of its own: the stream closes it, and reads from its position.
    let opened = Glibc.openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return nil }
    guard let stream = fdopendir(opened) else {
      let reason = errno
      _ = Glibc.close(opened)
      errno = reason
      return nil
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while names.count < limit, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    return errno == 0 ? names : nil
  }

  package func fstat(_ descriptor: Int32, _ status: inout stat) -> Int32 { Glibc.fstat(descriptor, &status) }

  package func fstatat(_ directory: Int32, _ name: String, _ status: inout stat, _ flags: Int32) -> Int32 {
    Glibc.fstatat(directory, name, &status, flags)
  }

  package func fchmodat(_ directory: Int32, _ name: String, _ mode: mode_t) -> Int32 {
    Glibc.fchmodat(directory, name, mode, 0)
  }

  package func pread(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ offset: Int) -> Int {
    Glibc.pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
  }

  package var mapsFiles: Bool { true }

  package func map(_ descriptor: Int32, _ length: Int) -> UnsafeMutableRawPointer? {
    let address = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0)
    return address == MAP_FAILED ? nil : address
  }

  package func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    Glibc.write(descriptor, bytes.baseAddress, bytes.count)
  }

  package func ftruncate(_ descriptor: Int32, _ length: Int) -> Int32 { Glibc.ftruncate(descriptor, off_t(length)) }

  package func fsync(_ descriptor: Int32) -> Int32 { Glibc.fsync(descriptor) }

  package func fdatasync(_ descriptor: Int32) -> Int32 { Glibc.fdatasync(descriptor) }

  package func renameat(_ from: Int32, _ name: String, _ into: Int32, _ newName: String) -> Int32 {
    Glibc.renameat(from, name, into, newName)
  }

  package func linkat(_ from: Int32, _ name: String, _ into: Int32, _ newName: String) -> Int32 {
    Glibc.linkat(from, name, into, newName, 0)
  }

  package func unlinkat(_ directory: Int32, _ name: String, _ flags: Int32) -> Int32 {
    Glibc.unlinkat(directory, name, flags)
  }

  package func lock(_ descriptor: Int32, _ operation: Int32) -> Int32 { flock(descriptor, operation) }

  package func fstatvfs(_ descriptor: Int32, _ status: inout statvfs) -> Int32 { Glibc.fstatvfs(descriptor, &status) }

  package var processIdentifier: Int32 { getpid() }
  package var user: UInt32 { getuid() }
  package func now() -> Int64 { Clock.now() }
  package func monotonicMilliseconds() -> Int64 { Clock.monotonicMilliseconds() }
  package func pause(milliseconds: Int64) { Clock.pause(milliseconds: milliseconds) }
  package func randomBytes(_ count: Int) -> [UInt8] { Randomness.bytes(count) }
}
