import Domain
import Platform

/// Ways in that are under way: device codes, and the counting of wrong passwords. Gone with the process.
struct Doors {
  struct DeviceCode {
    enum State: Equatable { case pending, denied, approved(login: String) }

    let userCode: String
    let expires: Timestamp
    var state = State.pending
    var lastAsked: Timestamp?
  }

  static let deviceLifetime: Int64 = 600
  static let interval: Int64 = 5
  static let patience = 5
  static let pause: Int64 = 60

  private(set) var devices: [String: DeviceCode] = [:]
  private var failures: [String: (count: Int, last: Timestamp)] = [:]

  /// A fresh pair of codes. The user's has letters that are hard to confuse (RFC 8628, 6.1).
  mutating func open(now: Timestamp) -> (device: String, user: String) {
    devices = devices.filter { now < $0.value.expires }
    let letters = Array("BCDFGHJKLMNPQRSTVWXZ")
    let picked = Randomness.bytes(8).map { letters[Int($0) % letters.count] }
    let user = String(picked[..<4]) + "-" + String(picked[4...])
    let device = Randomness.hexadecimal(bytes: 20)
    devices[device] = DeviceCode(userCode: user, expires: now.adding(seconds: Doors.deviceLifetime))
    return (device, user)
  }

  /// Sets what the person decided; false when no such code waits.
  mutating func decide(userCode: String, _ state: DeviceCode.State, now: Timestamp) -> Bool {
    let wanted = userCode.uppercased()
    guard let found = devices.first(where: { $0.value.userCode == wanted }), now < found.value.expires,
      found.value.state == .pending
    else { return false }
    devices[found.key]?.state = state
    return true
  }

  enum Answer: Equatable {
    case login(String)
    case problem(String)
  }

  mutating func ask(device: String, now: Timestamp) -> Answer {
    guard let code = devices[device] else { return .problem("invalid_grant") }
    guard now < code.expires else { return .problem("expired_token") }
    defer { devices[device]?.lastAsked = now }
    switch code.state {
    case .denied: return .problem("access_denied")
    case .approved(let login):
      devices[device] = nil
      return .login(login)
    case .pending:
      if let last = code.lastAsked, last.seconds(until: now) < Doors.interval { return .problem("slow_down") }
      return .problem("authorization_pending")
    }
  }

  /// Seconds to wait before a login may try again.
  func delay(_ login: String, now: Timestamp) -> Int64? {
    guard let failure = failures[login], failure.count >= Doors.patience else { return nil }
    let left = Doors.pause - failure.last.seconds(until: now)
    return left > 0 ? left : nil
  }

  mutating func note(_ login: String, isRight: Bool, now: Timestamp) {
    if failures.count > 1000 { failures.removeAll() }
    failures[login] = isRight ? nil : ((failures[login]?.count ?? 0) + 1, now)
  }
}
