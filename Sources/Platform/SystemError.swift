import Glibc

/// A system call that failed: what was being done, to which path, and the kernel's reason.
///
/// Callers decide by the questions below, never by the text.
package struct SystemError: Error, Sendable, Equatable {
  package let code: Int32
  package let operation: String
  package let path: String

  package init(code: Int32, operation: String, path: String) {
    self.code = code
    self.operation = operation
    self.path = path
  }

  /// The error of the call that has just failed; read before anything else can overwrite `errno`.
  static func last(_ operation: String, _ path: String) -> SystemError {
    SystemError(code: errno, operation: operation, path: path)
  }

  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  package var exists: Bool { code == EEXIST || code == ENOTEMPTY }
  package var isNoSpace: Bool { code == ENOSPC || code == EDQUOT }
  /// The disk has room, this user has not.
  package var isOverQuota: Bool { code == EDQUOT }
  package var isReadOnly: Bool { code == EROFS }
  package var isDenied: Bool { code == EACCES || code == EPERM }
  package var isTooLarge: Bool { code == EFBIG }
  package var isSymbolicLink: Bool { code == ELOOP }
  package var isBrokenPipe: Bool { code == EPIPE }
  package var wouldBlock: Bool { code == EAGAIN }
  /// The file system has no `flock`.
  package var isLockUnsupported: Bool { code == ENOLCK || code == EOPNOTSUPP || code == ENOSYS || code == EINVAL }
}

extension SystemError: CustomStringConvertible {
  /// The kernel's reason in English, for a log or the last part of an error message.
  package var reason: String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }

  package var description: String { "\(operation) \(path): \(reason)" }
}

/// Calls again while a signal interrupts; a negative answer becomes the error of `errno`.
@discardableResult
func retrying<Answer: SignedInteger>(
  _ operation: String, _ path: String, _ call: () -> Answer
) throws(SystemError) -> Answer {
  while true {
    let answer = call()
    if answer >= 0 { return answer }
    guard errno == EINTR else { throw .last(operation, path) }
  }
}
