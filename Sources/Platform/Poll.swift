import Glibc

/// One wait for several descriptors.
package struct Poll {
  package struct Interest: Sendable, OptionSet {
    package let rawValue: Int16
    package init(rawValue: Int16) { self.rawValue = rawValue }
    package static let reading = Interest(rawValue: Int16(POLLIN))
    package static let writing = Interest(rawValue: Int16(POLLOUT))
    /// Only reported, never asked for: the other side is gone or the descriptor is bad.
    package static let hangUp = Interest(rawValue: Int16(POLLHUP | POLLERR | POLLNVAL))
  }

  /// What happened to each descriptor, in the order asked; all empty after `timeout` milliseconds (nil: no limit) or a signal.
  package static func wait(_ entries: [(descriptor: Int32, interest: Interest)], timeout: Int64?) throws(SystemError)
    -> [Interest]
  {
    var raw = entries.map { pollfd(fd: $0.descriptor, events: $0.interest.rawValue, revents: 0) }
    let limit = timeout.map { Int32(clamping: max(0, $0)) } ?? -1
    guard poll(&raw, nfds_t(raw.count), limit) >= 0 else {
      guard errno == EINTR else { throw .last("poll", "") }
      return entries.map { _ in [] }
    }
    return raw.map { Interest(rawValue: $0.revents) }
  }
}
