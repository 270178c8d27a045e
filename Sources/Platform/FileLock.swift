import Glibc

/// An advisory lock on a file that is never renamed or removed; the kernel drops it when the process dies.
///
/// The file's body names the holder, for messages only. A second lock in the same process waits like a stranger's.
package final class FileLock: Sendable {
  private let file: File

  package enum Failure: Error, Sendable, Equatable {
    /// Somebody else had it for the whole time; the text is theirs, such as `4711 kabinet sync`.
    case busy(holder: String)
    /// The file system has no locks: only reading is safe.
    case unsupported
    case system(SystemError)
  }

  private init(_ file: File) {
    self.file = file
  }

  deinit {
    _ = file.kernel.lock(file.descriptor, LOCK_UN)
  }

  /// Takes the lock, waiting at most `patience` milliseconds with growing, jittered pauses.
  package static func acquire(
    _ name: String, in directory: Directory, holder: String, patience: Int64 = 10_000
  ) throws(Failure) -> FileLock {
    let file: File
    do throws(SystemError) {
      file = try directory.file(name, .createReadWrite)
      if try wait(for: file, until: directory.kernel.monotonicMilliseconds() + patience) {
        // For messages only: on a full disk the lock is needed more than its label.
        try? sign(file, holder)
        return FileLock(file)
      }
    } catch {
      throw error.isLockUnsupported ? .unsupported : .system(error)
    }
    let body = (try? file.read(0..<200)) ?? []
    throw .busy(holder: String(decoding: body.prefix { $0 >= 0x20 }, as: UTF8.self))
  }

  private static func wait(for file: File, until deadline: Int64) throws(SystemError) -> Bool {
    var pause: Int64 = 2
    while true {
      if file.kernel.lock(file.descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .last("lock", file.path) }
      let left = deadline - file.kernel.monotonicMilliseconds()
      guard left > 0 else { return false }
      file.kernel.pause(milliseconds: min(left, 1 + Int64(jitter(file)) * pause / 256))
      pause = min(pause * 2, 100)
    }
  }

  private static func jitter(_ file: File) -> UInt8 { file.kernel.randomBytes(1).first ?? 0 }

  private static func sign(_ file: File, _ holder: String) throws(SystemError) {
    let body = Array("\(file.kernel.processIdentifier) \(holder)\n".utf8)
    try file.truncate(to: 0)
    try file.write(body)
  }
}
