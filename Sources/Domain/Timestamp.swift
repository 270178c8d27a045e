import JSON

/// A moment, in whole seconds of Unix time (UTC).
package struct Timestamp: Sendable, Hashable, Comparable {
  package let seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  /// The moment at which a day begins where the clocks are `utcOffset` minutes ahead of UTC.
  package init(startOf date: CivilDate, utcOffset: Int) {
    self.seconds = Int64(date.dayNumber) * 86_400 - Int64(utcOffset) * 60
  }

  package func adding(seconds: Int64) -> Timestamp { Timestamp(seconds: self.seconds.addingClamped(seconds)) }

  /// Seconds from this moment to another: positive when the other is later.
  package func seconds(until other: Timestamp) -> Int64 { other.seconds.subtractingClamped(seconds) }

  /// The calendar day of this moment where the clocks are `utcOffset` minutes ahead of UTC.
  package func date(utcOffset: Int) -> CivilDate {
    CivilDate(dayNumber: Timestamp.floorDivide(wall(utcOffset), 86_400).quotient)
  }

  /// Hour and minute on the wall there.
  package func timeOfDay(utcOffset: Int) -> (hour: Int, minute: Int) {
    let second = Timestamp.floorDivide(wall(utcOffset), 86_400).remainder
    return (second / 3600, second / 60 % 60)
  }

  /// `2026-11-21T09:00:00Z`
  package var text: String {
    let (_, second) = Timestamp.floorDivide(seconds, 86_400)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { CivilDate.padded($0, 2) }
    return date(utcOffset: 0).text + "T" + clock.joined(separator: ":") + "Z"
  }

  /// Reads RFC 3339 with whole or fractional seconds (the fraction is dropped) and `Z` or a numeric offset.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let date = CivilDate(String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = CivilDate.digits(bytes[11..<13]), let minute = CivilDate.digits(bytes[14..<16]),
      let second = CivilDate.digits(bytes[17..<19]), hour < 24, minute < 60, second <= 60
    else { return nil }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst()
      rest = fraction.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard rest.count < fraction.count else { return nil }
    }
    guard let offset = Timestamp.offset(rest) else { return nil }
    let wall = Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.seconds = wall - Int64(offset) * 60
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  /// Minutes ahead of UTC from `Z` or `+03:00`.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(bytes)
    if bytes == [UInt8(ascii: "Z")] { return 0 }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = CivilDate.digits(bytes[1..<3]),
      let minutes = CivilDate.digits(bytes[4..<6]), hours < 24, minutes < 60
    else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "+"): return hours * 60 + minutes
    case UInt8(ascii: "-"): return -(hours * 60 + minutes)
    default: return nil
    }
  }

  /// Seconds on the clocks there; clamped, because a moment that nobody checked must not trap.
  private func wall(_ utcOffset: Int) -> Int64 { seconds.addingClamped(Int64(utcOffset) * 60) }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (Int(quotient) - 1, Int(remainder + divisor)) : (Int(quotient), Int(remainder))
  }
}

extension Timestamp: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    guard case .string(let text) = json, let moment = Timestamp(text) else {
      throw FieldError("time", "a time as 2026-11-21T09:00:00Z is due")
    }
    self = moment
  }

  package var json: JSON { .string(text) }
}
