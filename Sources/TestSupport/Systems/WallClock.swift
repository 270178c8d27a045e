import Domain

extension Timestamp {
  /// `2026-11-21 09:00:00` on the wall of a place so many minutes ahead of UTC: how billing systems write a moment.
  package func wall(_ utcOffset: Int) -> String {
    let moved = adding(seconds: Int64(utcOffset) * 60).text
    return moved.prefix(10) + " " + moved.dropFirst(11).prefix(8)
  }
}
