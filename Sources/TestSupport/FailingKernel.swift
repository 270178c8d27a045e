import Glibc
import Platform
import Synchronization

/// The live kernel, but for what a test takes away from it.
package final class FailingKernel: Kernel {
  /// What is asked of a disk that may refuse it.
  package enum Call: Sendable {
    /// A file is opened to be written, or a name is made, changed or taken away.
    case change(String)
    case write(bytes: Int)
    case lock
    case synchronize(inode: UInt64, isDirectory: Bool)
  }

  private struct Refusal: Sendable {
    var answer: @Sendable (Call) -> Int32? = { _ in nil }
    var freeBytes: UInt?
  }

  private let live = LiveKernel()
  private let refusal = Mutex(Refusal())

  package init() {}

  /// From now on a call for which the body names a reason (`ENOSPC`, ...) fails with it.
  package func refuse(_ body: @escaping @Sendable (Call) -> Int32?) {
    refusal.withLock { $0.answer = body }
  }

  /// From now on the disk says that so much is free.
  package func pretend(freeBytes: UInt?) { refusal.withLock { $0.freeBytes = freeBytes } }

  private func allows(_ call: Call) -> Bool {
    guard let reason = refusal.withLock({ $0.answer })(call) else { return true }
    errno = reason
    return false
  }

  package func openat(_ directory: Int32, _ name: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
    let isReading = flags & (O_WRONLY | O_RDWR) == 0
    return isReading || allows(.change(name)) ? live.openat(directory, name, flags, mode) : -1
  }
  package func mkdir(_ path: String, _ mode: mode_t) -> Int32 {
    allows(.change(path)) ? live.mkdir(path, mode) : -1
  }
  package func mkdirat(_ directory: Int32, _ name: String, _ mode: mode_t) -> Int32 {
    allows(.change(name)) ? live.mkdirat(directory, name, mode) : -1
  }
  package func fchmodat(_ directory: Int32, _ name: String, _ mode: mode_t) -> Int32 {
    allows(.change(name)) ? live.fchmodat(directory, name, mode) : -1
  }
  package func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    allows(.write(bytes: bytes.count)) ? live.write(descriptor, bytes) : -1
  }
  package func renameat(_ from: Int32, _ name: String, _ into: Int32, _ newName: String) -> Int32 {
    allows(.change(newName)) ? live.renameat(from, name, into, newName) : -1
  }
  package func linkat(_ from: Int32, _ name: String, _ into: Int32, _ newName: String) -> Int32 {
    allows(.change(newName)) ? live.linkat(from, name, into, newName) : -1
  }
  package func unlinkat(_ directory: Int32, _ name: String, _ flags: Int32) -> Int32 {
    allows(.change(name)) ? live.unlinkat(directory, name, flags) : -1
  }
  package func lock(_ descriptor: Int32, _ operation: Int32) -> Int32 {
    allows(.lock) ? live.lock(descriptor, operation) : -1
  }
  package func fstatvfs(_ descriptor: Int32, _ status: inout statvfs) -> Int32 {
    let answer = live.fstatvfs(descriptor, &status)
    if let free = refusal.withLock({ $0.freeBytes }) { status.f_bavail = free / max(status.f_frsize, 1) }
    return answer
  }

  package func open(_ path: String, _ flags: Int32) -> Int32 { live.open(path, flags) }
  package func close(_ descriptor: Int32) { live.close(descriptor) }
  package func names(_ directory: Int32, limit: Int) -> [String]? { live.names(directory, limit: limit) }
  package func fstat(_ descriptor: Int32, _ status: inout stat) -> Int32 { live.fstat(descriptor, &status) }
  package func fstatat(_ directory: Int32, _ name: String, _ status: inout stat, _ flags: Int32) -> Int32 {
    live.fstatat(directory, name, &status, flags)
  }
  package func pread(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ offset: Int) -> Int {
    live.pread(descriptor, buffer, offset)
  }
  package func ftruncate(_ descriptor: Int32, _ length: Int) -> Int32 { live.ftruncate(descriptor, length) }
  package func fsync(_ descriptor: Int32) -> Int32 {
    var status = stat()
    _ = live.fstat(descriptor, &status)
    let isDirectory = status.st_mode & S_IFMT == S_IFDIR
    return allows(.synchronize(inode: UInt64(status.st_ino), isDirectory: isDirectory)) ? live.fsync(descriptor) : -1
  }
  package func fdatasync(_ descriptor: Int32) -> Int32 { live.fdatasync(descriptor) }
  package var processIdentifier: Int32 { live.processIdentifier }
  package var user: UInt32 { live.user }
  package func now() -> Int64 { live.now() }
  package func monotonicMilliseconds() -> Int64 { live.monotonicMilliseconds() }
  package func pause(milliseconds: Int64) { live.pause(milliseconds: milliseconds) }
  package func randomBytes(_ count: Int) -> [UInt8] { live.randomBytes(count) }
}
