import Domain

/// Moments in answers are RFC 3339 with an offset, by the documents; some gateways leave it out and mean their own wall.
extension Loose {
  func time(_ utcOffset: Int) -> Timestamp? { text.flatMap { Timestamp($0) } ?? moment(utcOffset: utcOffset) }

  /// Minutes ahead of UTC that a moment names; `Z` names no place.
  var statedOffset: Int? {
    guard let text, let moment = Timestamp(text), let wall = self.moment(utcOffset: 0) else { return nil }
    let minutes = moment.seconds(until: wall) / 60
    return minutes == 0 || abs(minutes) > 14 * 60 ? nil : Int(minutes)
  }

  /// The end of a period has passed.
  func isOver(at now: Timestamp, _ utcOffset: Int) -> Bool {
    self["endDateTime"].time(utcOffset).map { $0 < now } ?? false
  }
}

extension Timestamp {
  /// `2026-12-01T00:00:00+03:00`
  static func text(startOf day: CivilDate, utcOffset: Int) -> String {
    let size = abs(utcOffset)
    let (hours, minutes) = (String(100 + size / 60).dropFirst(), String(100 + size % 60).dropFirst())
    return day.text + "T00:00:00" + (utcOffset == 0 ? "Z" : (utcOffset < 0 ? "-" : "+") + hours + ":" + minutes)
  }
}
