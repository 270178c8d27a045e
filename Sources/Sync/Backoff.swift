import Domain
import JSON

/// When a provider may be asked again. Persisted, because each run is a new process.
package struct Backoff: Sendable, Equatable {
  /// Not before this moment.
  package let until: Timestamp
  /// Seconds of this wait: the next one grows from it.
  package let seconds: Int64
  /// The provider itself named the time (`Retry-After`).
  package let isOrdered: Bool

  private static let base: Int64 = 1
  private static let cap: Int64 = 30
  /// The longest wait that a provider may order: a day. A hostile or broken `Retry-After` must not lock a client out.
  private static let longestOrder: Int64 = 86_400

  package init(until: Timestamp, seconds: Int64, isOrdered: Bool) {
    self.until = until
    self.seconds = seconds
    self.isOrdered = isOrdered
  }

  /// The next wait, by decorrelated jitter: uniformly from the base to three times the last, capped.
  ///
  /// - Parameter random: uniformly distributed bits.
  package static func after(_ last: Backoff?, now: Timestamp, random: UInt64) -> Backoff {
    // Capped before it is multiplied: the file may hold any number.
    let known = max(base, min(cap, last?.seconds ?? base))
    let top = max(base + 1, min(cap, known * 3))
    let seconds = base + Int64(random % UInt64(top - base + 1))
    return Backoff(until: now.adding(seconds: seconds), seconds: seconds, isOrdered: false)
  }

  /// What the provider asked for.
  package static func ordered(seconds: Int, now: Timestamp) -> Backoff {
    let seconds = min(max(1, Int64(seconds)), longestOrder)
    return Backoff(until: now.adding(seconds: seconds), seconds: seconds, isOrdered: true)
  }

  /// Seconds still to wait; nil when the time has come. More than there was to wait at all means that the clock went back:
  /// then the wait is over too, because nobody knows how much of it has passed.
  package func remaining(at now: Timestamp) -> Int64? {
    let left = now.seconds(until: until)
    return left > 0 && left <= min(seconds, Backoff.longestOrder) ? left : nil
  }
}

extension Backoff: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "backoff")
    self.init(
      until: try fields.value("until"), seconds: try fields.integer("seconds"),
      isOrdered: try fields.bool("ordered", default: false))
  }

  package var json: JSON {
    ["until": until.json, "seconds": .integer(seconds), "ordered": .bool(isOrdered)]
  }
}
