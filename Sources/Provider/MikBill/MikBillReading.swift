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
  func optional(_ path: String, form: [UInt8]? = nil, for capability: Capability? = nil) throws -> Loose? {
    switch try session.call(path, form: form) {
    case .value(let data): return data
    case .failed:
      if let capability { missing.insert(capability) }
      return nil
    }
  }

  /// The rows of a part that may be turned off; nil where it is.
  func rows(_ path: String, form: [UInt8]? = nil, for capability: Capability) throws -> [Loose]? {
    guard !missing.contains(capability), let data = try optional(path, form: form, for: capability) else { return nil }
    return data.json == nil || data.json == .null ? [] : try data.elements()
  }

  /// What this subscriber is not offered: `{"services":{"credit":1,"tarif":1,...}}`, which old cabinets do not tell, the
  /// menu of the cabinet, and the card. What is not told is there.
  func offers(_ user: MikBillUser) throws {
    let services = try optional("/user/services")?["services"]
    lack(services, [("credit", .trustPayment), ("tarif", .tariffSwitch), ("freeze", .hold)])
    let menu = try optional("/config")?["gui"]
    lack(menu, [("menu_show_tickets", .tickets), ("menu_show_sessionshistory", .usage)])
    lack(user.data, [("use_cards", .vouchers)])
  }

  private func lack(_ flags: Loose?, _ capabilities: [(String, Capability)]) {
    guard let flags else { return }
    for (name, capability) in capabilities where flags[name].isTold && !flags[name].isTrue {
      missing.insert(capability)
    }
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
        ? Eligibility(available: false, active: true, reasons: [TariffReasons.current]) : Eligibility(available: true))
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

  /// An extra service by its name in the path; nil where this cabinet has none.
  func service(_ name: String, for capability: Capability) throws -> MikBillService? {
    try optional("/user/services/" + name, for: capability).map { MikBillService(data: $0) }
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
