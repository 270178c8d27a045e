import Domain

/// The sessions of the last three months (`POST report/sessions`).
struct MikBillUsage {
  private let reading: MikBillReading
  private let user: MikBillUser

  init(_ reading: MikBillReading, _ user: MikBillUser) {
    self.reading = reading
    self.user = user
  }

  private static let days = 92
  private static let most = 100

  /// Newest first.
  func sessions() throws -> [UsageSession] {
    let today = reading.today(user)
    let form = Encoding.form([
      ("from_date", today.adding(days: -MikBillUsage.days).text), ("to_date", today.adding(days: 1).text),
    ])
    var sessions: [String: (start: Timestamp, session: UsageSession)] = [:]
    for row in try reading.rows("/report/sessions", form: form, for: .usage) ?? [] {
      guard let start = row["start_time"].moment(utcOffset: user.utcOffset) else { continue }
      let session = session(row, start)
      sessions[session.id] = (start, session)
    }
    let sorted = sessions.values.sorted { ($0.start, $0.session.id) > ($1.start, $1.session.id) }
    return sorted.prefix(MikBillUsage.most).map(\.session)
  }

  /// It has no identity: its beginning and its address are taken. One without an end runs still.
  private func session(_ row: Loose, _ start: Timestamp) -> UsageSession {
    let address = [row["ipaddress"], row["framedipaddress"]].compactMap(\.text).first { $0 != "0.0.0.0" }
    let stop = row["stop_time"].moment(utcOffset: user.utcOffset)
    let length = stop.map { start.seconds(until: $0) } ?? start.seconds(until: reading.clock())
    return UsageSession(
      id: (row["start_time"].text ?? "") + " " + (address ?? ""), start: start,
      seconds: max(0, row["time_on"].integer ?? length), received: octets(row["in_bytes"]),
      sent: octets(row["out_bytes"]), address: address, isActive: stop == nil)
  }

  /// Megabytes with a fraction, whatever the name says.
  private func octets(_ value: Loose) -> Int64 {
    let (octets, overflow) = (max(0, value.amount?.value ?? 0) / 1000).multipliedReportingOverflow(by: 1 << 20)
    return overflow ? 0 : octets / 1000
  }
}
