import Domain

/// The history of the money (`POST report/payments`): sizes without a sign, the sign beside them.
struct MikBillLedger {
  private let reading: MikBillReading
  private let user: MikBillUser

  init(_ reading: MikBillReading, _ user: MikBillUser) {
    self.reading = reading
    self.user = user
  }

  private static let pageRows = 500
  private static let mostPages = 400

  func history() throws -> History {
    try History(try rows(from: "2000-01-01").map(row), cash: user.deposit, currency: user.currency)
  }

  /// What was entered on a day and later, however the cabinet cuts it into pages.
  func rows(from day: String) throws -> [Loose] {
    var rows: [Loose] = []
    var seen: Set<String> = []
    var read = 0
    var last: Loose?
    for _ in 0..<MikBillLedger.mostPages {
      let data = try page(from: day, offset: read)
      let elements = try data.elements()
      // The end, or a cabinet that pays no heed to the offset and has told everything already.
      guard !elements.isEmpty, data.json != last?.json else { break }
      last = data
      read += elements.count
      for row in elements {
        // Between two pages a row may have moved from one to the other.
        if let id = MikBillLedger.identity(row), !seen.insert(id).inserted { continue }
        rows.append(row)
      }
    }
    return rows
  }

  private func page(from day: String, offset: Int) throws -> Loose {
    let form = Encoding.form([
      ("from_date", day), ("to_date", reading.today(user).adding(days: 1).text),
      ("limit", String(MikBillLedger.pageRows)), ("offset", String(offset)), ("sort", "ASC"),
    ])
    switch try reading.session.call("/report/payments", form: form, limit: 64 << 20) {
    case .value(let data): return data.json == nil || data.json == .null ? Loose([], data.path) : data
    case .failed(let code, let text): throw ProviderError.refused(MikBillReasons.reason(code, text))
    }
  }

  private static func identity(_ row: Loose) -> String? { row["plategid"].identity ?? row["id"].identity }

  private func row(_ row: Loose) throws(ProviderError) -> HistoryRow {
    let sum = try MikBillLedger.signed(row)
    let before = row["before_billing"].amount
    let name = row["bugh_type"].text ?? ""
    let type = row["bughtypeid"].integer
    let mark = HistoryRow.mark(row["date"].text, sum.value, before, user.currency)
    return HistoryRow(
      path: row.path, time: try row["date"].required(row["date"].moment(utcOffset: user.utcOffset), "a date and time"),
      date: try row["date"].required(row["date"].date, "a date and time"), before: before,
      mark: MikBillLedger.identity(row).map { "m:" + $0 } ?? mark + "." + (type.map { String($0) } ?? name),
      text: PlainText.of(row["comment"].text ?? name), sum: sum.value, isSigned: sum.isSigned,
      isEffective: sum.isSigned, kind: { MikBillLedger.kind(type, $0) }, method: name.isEmpty ? nil : name)
  }

  /// `sign` is `+`, `-`, `0` for what moves no money, or `?` where it depends: then the balances tell. Without one the sum
  /// has its own.
  private static func signed(_ row: Loose) throws(ProviderError) -> (value: Millionths, isSigned: Bool) {
    let sum = try row["summa"].required(row["summa"].amount, "an amount")
    guard sum.value != .min else { throw .malformed("\(row.path).summa: an amount is due") }
    switch row["sign"].text {
    case nil, "+": return (sum, true)
    case "-": return (Millionths(value: -abs(sum.value)), true)
    case "0": return (Millionths(value: 0), true)
    default: return (sum, false)
    }
  }

  /// By the numbers that every MikBiLL is delivered with; offices add ways to pay.
  private static func kind(_ type: Int64?, _ sum: Millionths) -> LedgerEntry.Kind {
    switch type {
    case 6, 7, 10, 18, 20, 23, 42, 43, 72, 73, 78, 79: .adjustment
    case 15, 16, 17: .bonus
    case 24: .compensation
    case 49, 75: .refund
    case 25, 26, 27, 30, 33, 34, 35, 36, 39, 46, 48, 64, 74: .fee
    default: sum.value < 0 ? .charge : .payment
    }
  }

  /// Paid with a card of the provider's.
  static func isByCard(_ row: Loose) -> Bool { row["bughtypeid"].integer == 28 }
}

extension MikBillReading {
  /// The deposit and the history are separate calls: see that nothing came between them.
  func ledgerThatMatches() throws -> (user: MikBillUser, id: String, ledger: History) {
    let (user, _) = try user()
    let ledger = try MikBillLedger(self, user).history()
    let (again, id) = try self.user()
    return (again, id, again.deposit == user.deposit ? ledger : try MikBillLedger(self, again).history())
  }
}
