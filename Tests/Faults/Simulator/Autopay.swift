import Domain

/// What the automatic payments of a subscriber, on all machines together, must keep to.
enum Autopay {
  static let keyPrefix = "auto-"
  /// 50.01 each time, twice a month at most.
  static let amount: Int64 = 5001
  static let monthCap: Int64 = 10_010
  static let rule = [
    "autopay", "set", "--below", "2000", "--amount", "50.01", "--max-payment", "50.01", "--max-month", "100.10",
    "--yes",
  ]

  /// At most once a period and within the month's cap. A key is its period and the number of the try.
  static func violations(_ charges: [String: Int]) -> [String] {
    var periods: [String: Int] = [:]
    for (key, count) in charges where key.hasPrefix(keyPrefix) {
      let period = key.split(separator: "-").dropLast().joined(separator: "-")
      periods[period, default: 0] += count
    }
    var months: [String: Int64] = [:]
    for (period, count) in periods {
      months[String(period.dropLast(3)), default: 0] += Int64(count) * amount
    }
    return periods.filter { $0.value > 1 }.map { "\($0.key) was charged \($0.value) times" }.sorted()
      + months.filter { $0.value > monthCap }.map { "\($0.key) cost \($0.value), over the cap" }.sorted()
  }
}
