import Domain

/// The reading calls, with those that an installation lacks remembered as missing.
final class MikBillReading {
  let session: MikBillSession
  let clock: () -> Timestamp
  private(set) var missing: Set<Capability> = []

  init(session: MikBillSession, clock: @escaping () -> Timestamp) {
    self.session = session
    self.clock = clock
  }

  func today(_ user: MikBillUser) -> CivilDate { clock().date(utcOffset: user.utcOffset) }

  func user() throws -> (user: MikBillUser, id: String) {
    switch try session.call("/user") {
    case .failed(let code, let text): throw ProviderError.refused(MikBillReasons.reason(code, text))
    case .value(let data):
      let user = MikBillUser(data)
      _ = try data["deposit"].required(user.deposit, "an amount")
      return (user, try data["useruid"].required(user.id, "an id"))
    }
  }

  /// What is an ornament, or a part that may be turned off: absent where it is refused.
  private func optional(_ path: String, for capability: Capability? = nil) throws -> Loose? {
    switch try session.call(path) {
    case .value(let data): return data
    case .failed:
      if let capability { missing.insert(capability) }
      return nil
    }
  }

  /// What is offered to this subscriber: `{"services":{"credit":1,"tarif":1,...}}`. Old cabinets have no such call.
  func services() throws {
    guard let services = try optional("/user/services")?["services"], services.json != nil else { return }
    for (name, capability) in [("credit", Capability.trustPayment), ("tarif", .tariffSwitch)]
    where services[name].json != nil && !services[name].isTrue { missing.insert(capability) }
  }

  // MARK: - The ledger

  private static let pageRows = 500
  private static let mostPages = 400

  func ledger(_ user: MikBillUser) throws -> History {
    var rows: [HistoryRow] = []
    var seen: Set<String> = []
    var read = 0
    var last: Loose?
    for _ in 0..<MikBillReading.mostPages {
      let data = try payments(offset: read, user)
      let elements = try data.elements()
      // The end, or a cabinet that pays no heed to the offset and has told everything already.
      guard !elements.isEmpty, data.json != last?.json else { break }
      last = data
      read += elements.count
      for row in elements {
        // Between two pages a row may have moved from one to the other.
        if let id = MikBillReading.identity(row), !seen.insert(id).inserted { continue }
        rows.append(try MikBillReading.row(row, user))
      }
    }
    return try History(rows, cash: user.deposit, currency: user.currency)
  }

  private func payments(offset: Int, _ user: MikBillUser) throws -> Loose {
    let form = Encoding.form([
      ("from_date", "2000-01-01"), ("to_date", today(user).adding(days: 1).text),
      ("limit", String(MikBillReading.pageRows)), ("offset", String(offset)), ("sort", "ASC"),
    ])
    switch try session.call("/report/payments", form: form, limit: 64 << 20) {
    case .value(let data): return data.json == nil || data.json == .null ? Loose([], data.path) : data
    case .failed(let code, let text): throw ProviderError.refused(MikBillReasons.reason(code, text))
    }
  }

  private static func identity(_ row: Loose) -> String? { row["plategid"].identity ?? row["id"].identity }

  private static func row(_ row: Loose, _ user: MikBillUser) throws(ProviderError) -> HistoryRow {
    let sum = try row["summa"].required(row["summa"].amount, "an amount")
    guard sum.value != .min else { throw .malformed("\(row.path).summa: an amount is due") }
    let before = row["before_billing"].amount
    let type = row["bugh_type"].text ?? ""
    return HistoryRow(
      path: row.path, time: try row["date"].required(row["date"].moment(utcOffset: user.utcOffset), "a date and time"),
      date: try row["date"].required(row["date"].date, "a date and time"), before: before,
      mark: identity(row).map { "m:" + $0 } ?? HistoryRow.mark(row["date"].text, sum, before, user.currency) + "."
        + type,
      text: PlainText.of(row["comment"].text ?? type), sum: sum,
      kind: { $0.value < 0 ? .charge : .payment }, method: type.isEmpty ? nil : type)
  }

  /// The deposit and the history are separate calls: see that nothing came between them.
  func ledgerThatMatches() throws -> (user: MikBillUser, id: String, ledger: History) {
    let (user, _) = try user()
    let ledger = try ledger(user)
    let (again, id) = try self.user()
    return (again, id, again.deposit == user.deposit ? ledger : try self.ledger(again))
  }

  // MARK: - Tariffs

  /// What may be changed to, and the tariff of the account.
  func tariffs(_ user: MikBillUser) throws -> [Tariff] {
    var tariffs: [Tariff] = []
    let rows = try optional("/packets", for: .tariffs).map { try $0.json == nil ? [] : $0.elements() } ?? []
    for row in rows {
      guard let id = row["gid"].identity, !tariffs.contains(where: { $0.id == id }) else { continue }
      tariffs.append(try tariff(row, id, user))
    }
    guard let own = user.tariff, !tariffs.contains(where: { $0.id == own }),
      let row = try optional("/packets/" + Encoding.percent(own))
    else { return tariffs }
    return tariffs + [try tariff(row, own, user)]
  }

  private func tariff(_ row: Loose, _ id: String, _ user: MikBillUser) throws -> Tariff {
    let fee = row["full_price_discounted"].amount ?? row["howmuch"]["tarif_abonka_new"].amount
    let isCurrent = id == user.tariff
    return Tariff(
      id: id, name: row["packet"].text ?? id,
      fee: try row["full_price_discounted"].required(fee, "an amount").money(user.currency),
      cycle: .calendarMonth, downstream: MikBillReading.speed(row["speed_rate"]),
      upstream: MikBillReading.speed(row["speed_burst"]),
      eligibility: isCurrent
        ? Eligibility(available: false, active: true, reasons: [MikBillReasons.current]) : Eligibility(available: true))
  }

  /// Kbit/s to whole Mbit/s; 0 states nothing.
  private static func speed(_ value: Loose) -> Int? {
    guard let kilobits = value.integer, (1000...1_000_000_000).contains(kilobits) else { return nil }
    return Int(kilobits / (kilobits % 1024 == 0 ? 1024 : 1000))
  }

  /// Whether a change may be made at once and with the next month: the cabinet leaves the choice or has made it.
  func times() throws -> (now: Bool, nextMonth: Bool) {
    guard let gui = try optional("/config")?["gui"], gui["changetariffoptions_visible"].json != nil,
      !gui["changetariffoptions_visible"].isTrue
    else { return (true, true) }
    let isNextMonth = gui["changetariffoptions_default"].integer == 2
    return (!isNextMonth, isNextMonth)
  }

  func credit() throws -> MikBillService? {
    try optional("/user/services/credit", for: .trustPayment).map { MikBillService(data: $0) }
  }

  func notices(_ user: MikBillUser) throws -> [Notice] {
    guard let news = try optional("/news", for: .notices), news.json != nil, news.json != .null else { return [] }
    return try news.elements().compactMap { row in
      guard let text = row["text"].text.map(PlainText.of), !text.isEmpty else { return nil }
      let title = row["title"].text.map(PlainText.of) ?? String(text.prefix { $0 != "\n" }.prefix(80))
      let id = row["newsid"].identity ?? row["id"].identity ?? String(MD5.hexadecimal(title + text).prefix(16))
      return Notice(
        id: "news-" + id, at: row["date"].moment(utcOffset: user.utcOffset), title: LocalizedText(title),
        text: LocalizedText(text), isRead: true)
    }
  }
}
