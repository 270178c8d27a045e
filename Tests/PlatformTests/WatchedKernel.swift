import Glibc
import Platform
import Synchronization

/// The live kernel, whose fsync is counted, and fails where a test wants it to.
final class WatchedKernel: Kernel {
  private let live = LiveKernel()
  private let state = Mutex((synchronized: [UInt64](), failsDirectories: false))

  /// The inodes that were synchronised since the last time, in order.
  func synchronized() -> [UInt64] {
    state.withLock { state in
      defer { state.synchronized = [] }
      return state.synchronized
    }
  }

  func failDirectories(_ fails: Bool) { state.withLock { $0.failsDirectories = fails } }

  func fsync(_ descriptor: Int32) -> Int32 {
    var status = stat()
    _ = live.fstat(descriptor, &status)
    let fails = state.withLock { state in
      state.synchronized.append(UInt64(status.st_ino))
      return state.failsDirectories && status.st_mode & S_IFMT == S_IFDIR
    }
    guard fails else { return live.fsync(descriptor) }
    errno = EIO
    return -1
  }

  func fdatasync(_ descriptor: Int32) -> Int32 { live.fdatasync(descriptor) }
  func open(_ path: String, _ flags: Int32) -> Int32 { live.open(path, flags) }
  func openat(_ directory: Int32, _ name: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
    live.openat(directory, name, flags, mode)
  }
  func close(_ descriptor: Int32) { live.close(descriptor) }
  func mkdir(_ path: String, _ mode: mode_t) -> Int32 { live.mkdir(path, mode) }
  func mkdirat(_ directory: Int32, _ name: String, _ mode: mode_t) -> Int32 { live.mkdirat(directory, name, mode) }
  func names(_ directory: Int32, limit: Int) -> [String]? { live.names(directory, limit: limit) }
  func fstat(_ descriptor: Int32, _ status: inout stat) -> Int32 { live.fstat(descriptor, &status) }
  func fstatat(_ directory: Int32, _ name: String, _ status: inout stat, _ flags: Int32) -> Int32 {
    live.fstatat(directory, name, &status, flags)
  }
  func fchmodat(_ directory: Int32, _ name: String, _ mode: mode_t) -> Int32 { live.fchmodat(directory, name, mode) }
  func pread(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ offset: Int) -> Int {
    live.pread(descriptor, buffer, offset)
  }
  func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int { live.write(descriptor, bytes) }
  func ftruncate(_ descriptor: Int32, _ length: Int) -> Int32 { live.ftruncate(descriptor, length) }
  func renameat(_ from: Int32, _ name: String, _ into: Int32, _ newName: String) -> Int32 {
    live.renameat(from, name, into, newName)
  }
  func linkat(_ from: Int32, _ name: String, _ into: Int32, _ newName: String) -> Int32 {
    live.linkat(from, name, into, newName)
  }
  func unlinkat(_ directory: Int32, _ name: String, _ flags: Int32) -> Int32 { live.unlinkat(directory, name, flags) }
  func lock(_ descriptor: Int32, _ operation: Int32) -> Int32 { live.lock(descriptor, operation) }
  func fstatvfs(_ descriptor: Int32, _ status: inout statvfs) -> Int32 { live.fstatvfs(descriptor, &status) }
  var processIdentifier: Int32 { live.processIdentifier }
  var user: UInt32 { live.user }
  func now() -> Int64 { live.now() }
  func monotonicMilliseconds() -> Int64 { live.monotonicMilliseconds() }
  func pause(milliseconds: Int64) { live.pause(milliseconds: milliseconds) }
  func randomBytes(_ count: Int) -> [UInt8] { live.randomBytes(count) }
}
