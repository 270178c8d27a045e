import Glibc

/// The machine's clocks. Nothing else in Kabinet asks what time it is.
package enum Clock {
  /// UTC seconds since 1970.
  package static func now() -> Int64 { Int64(read(CLOCK_REALTIME).tv_sec) }

  /// UTC milliseconds since 1970.
  package static func nowMilliseconds() -> Int64 { milliseconds(read(CLOCK_REALTIME)) }

  /// Milliseconds since some moment; never goes back and knows nothing of the date.
  package static func monotonicMilliseconds() -> Int64 { milliseconds(read(CLOCK_MONOTONIC)) }

  /// Sleeps; a signal ends it early.
  package static func pause(milliseconds: Int64) {
    guard milliseconds > 0 else { return }
    var length = timespec(tv_sec: Int(milliseconds / 1000), tv_nsec: Int(milliseconds % 1000) * 1_000_000)
    nanosleep(&length, nil)
  }

  private static func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    clock_gettime(clock, &time)
    return time
  }

  private static func milliseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
