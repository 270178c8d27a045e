import Domain

/// The moment in an answer's `Date`: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
package enum HTTPDate {
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  package static func text(_ moment: Timestamp) -> String {
    let date = moment.date(utcOffset: 0)
    let (_, month, day) = date.components
    return "\(days[date.weekday - 1]), \(day < 10 ? "0" : "")\(day) \(months[month - 1]) \(date.text.prefix(4)) "
      + moment.text.dropFirst(11).prefix(8) + " GMT"
  }

  /// Nil for anything else, the two obsolete forms too: nobody sends them any more.
  package static func moment(_ text: String) -> Timestamp? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])) else { return nil }
    let date = "\(words[3])-\(month < 9 ? "0" : "")\(month + 1)-\(words[1])"
    return Timestamp("\(date)T\(words[4])Z")
  }
}

extension Response {
  /// The provider's clock, where it says it.
  package var serverTime: Timestamp? { headers["date"].flatMap(HTTPDate.moment) }
}
