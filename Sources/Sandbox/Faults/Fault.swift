import JSON

/// Something that goes wrong on purpose, some times, on the calls that match.
package struct Fault: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The effect takes place; the answer is never sent.
    case loseAnswer = "lose-answer"
    /// The connection ends before the request is looked at.
    case loseRequest = "lose-request"
    /// The answer waits `value` milliseconds.
    case delay
    /// `value` (500) instead of doing it.
    case status
    /// `value` (502) after doing it.
    case statusAfter = "status-after"
    /// The connection ends after `value` bytes of the answer's body.
    case cut
    /// 409 with Retry-After `value` (1), as if it were in flight.
    case conflict
    /// 410: the cursor is gone.
    case gone
    /// 429 with Retry-After `value` (30).
    case wait
    /// 401: the token is over.
    case unauthorized
    /// The provider's clock is `value` seconds ahead in this answer.
    case clock
    /// A page of HTML with status 200 instead of JSON.
    case html
    /// Half of the JSON, with an honest Content-Length.
    case truncate
    /// `value` MiB of nested brackets.
    case bomb
    /// 302 to another host.
    case redirect
    /// Terminal escapes and bidi controls in an answer's texts.
    case escapes
  }

  package let kind: Kind
  /// `METHOD /path/with/*`; the method may be `*`, and a final `**` matches any rest.
  package let pattern: String
  package var times: Int
  package let value: Int64?

  package init(_ kind: Kind, on pattern: String = "* /v1/**", times: Int = 1, value: Int64? = nil) {
    self.kind = kind
    self.pattern = pattern
    self.times = times
    self.value = value
  }

  func matches(_ method: String, _ path: String) -> Bool {
    let words = pattern.split(separator: " ")
    guard words.count == 2, words[0] == "*" || words[0] == method else { return false }
    let wanted = words[1].split(separator: "/")
    let given = path.split(separator: "/")
    for (index, part) in wanted.enumerated() {
      if part == "**" { return true }
      guard index < given.count, part == "*" || part == given[index] else { return false }
    }
    return wanted.count == given.count
  }
}

extension Fault: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "fault")
    let value = try fields.optionalInteger("value")
    if let value, !(0...1_000_000_000).contains(value) { throw fields.error("value", "0 to 1000000000 is due") }
    self.init(
      try fields.choice("fault"), on: try fields.optionalString("on") ?? "* /v1/**",
      times: try fields.optionalCount("times") ?? 1, value: value)
  }

  package var json: JSON {
    .members([
      "fault": .string(kind.rawValue), "on": .string(pattern), "times": .integer(Int64(times)),
      "value": value.map { .integer($0) },
    ])
  }
}

/// The faults that wait for their call, oldest first.
package final class Faults {
  package private(set) var waiting: [Fault] = []

  package func add(_ fault: Fault) {
    if fault.times > 0 { waiting.append(fault) }
  }

  package func removeAll() { waiting.removeAll() }

  /// The fault for a call; it has then happened once more.
  func take(_ method: String, _ path: String) -> Fault? {
    guard let index = waiting.firstIndex(where: { $0.matches(method, path) }) else { return nil }
    waiting[index].times -= 1
    let fault = waiting[index]
    if fault.times == 0 { waiting.remove(at: index) }
    return fault
  }
}
