import Domain
import JSON

/// The reading calls, with the parts that an installation lacks remembered as missing.
final class ABillSReading {
  let session: ABillSSession
  let clock: () -> Timestamp
  private let fixedOffset: Int?
  private(set) var missing: Set<Capability> = []
  private var knownConfiguration: Loose?

  /// More than any history has; without it an installation answers with the oldest rows only.
  private static let rows = "?pageRows=1000000"

  init(session: ABillSSession, clock: @escaping () -> Timestamp, utcOffset: Int?) {
    self.session = session
    self.clock = clock
    fixedOffset = utcOffset
  }

  /// - Throws: `.refused` for an error code, `.missing` where the installation lacks it.
  func read(_ path: String, for capability: Capability? = nil, limit: Int = 8 << 20) throws -> Loose {
    switch try session.call("GET", path, limit: limit) {
    case .value(let value): return value
    case .failed(let code, _) where ABillSReasons.isMissing(code):
      guard let capability else { throw ProviderError.malformed("\(path): there is no such call") }
      missing.insert(capability)
      throw ProviderError.missing(capability)
    case .failed(let code, let text): throw ProviderError.refused(ABillSReasons.reason(code, text))
    }
  }

  func lacks(_ capability: Capability) { missing.insert(capability) }

  /// What is an ornament: absent where the installation lacks it or refuses it.
  func optional(_ path: String, for capability: Capability? = nil, within seconds: Int? = nil) throws -> Loose? {
    switch try session.call("GET", path, within: seconds) {
    case .value(let value): return value
    case .failed(let code, _):
      if ABillSReasons.isMissing(code), let capability { missing.insert(capability) }
      return nil
    }
  }

  /// What is enabled; old installations have no such call, then everything is tried.
  func configuration() throws -> Loose {
    if let knownConfiguration { return knownConfiguration }
    let read = try optional("/user/config/") ?? Loose(nil, "/user/config/")
    knownConfiguration = read
    note(.payment, unless: read["paysysPayment"])
    note(.tariffSwitch, unless: read["internetUserChgTp"])
    note(.tariffCancel, unless: read["internetUserChgTp"])
    note(.trustPayment, unless: read["userCredit"])
    note(.articles, unless: read["expertFaq"])
    note(.notices, unless: read["portalNews"])
    note(.tickets, unless: read["msgsUser"])
    note(.ticketFiles, unless: read["msgsUser"])
    note(.vouchers, unless: read["cardsUserPayment"])
    note(.profile, unless: read["userChgPi"])
    note(.usage, unless: read["internetUserStats"])
    return read
  }

  private func note(_ capability: Capability, unless flag: Loose) {
    if knownConfiguration?.json != nil, !flag.isTrue { missing.insert(capability) }
  }

  /// By its number (ISO 4217) where the installation states it, else by its word.
  func currency() throws -> Currency {
    let configuration = try configuration()
    return configuration["system"]["currency"].integer.flatMap(CurrencyWord.currency(number:))
      ?? CurrencyWord.currency(configuration["moneyUnitNames"]["majorUnit"].text)
  }

  var utcOffset: Int {
    get throws { try fixedOffset ?? WallOffset.minutes(currency()) }
  }

  func user() throws -> Loose {
    let user = try read("/user/")
    _ = try user["uid"].required(user["uid"].identity, "an id")
    _ = try user["deposit"].required(user["deposit"].amount, "an amount")
    return user
  }

  func person() throws -> Loose? { try optional("/user/pi/") }

  /// Only a missing module means that there is no internet service; any other refusal must not make one disappear.
  func internet() throws -> [Loose] {
    do {
      return try read("/user/internet/", for: .tariffs).elements()
    } catch ProviderError.missing {
      return []
    }
  }

  /// Enough of the account for checks: what it has, not who it is.
  func terms() throws -> ABillSAccount {
    ABillSAccount(
      user: try user(), person: nil, internet: try internet(), subscriptions: [], recommended: nil, nextCharge: nil,
      currency: try currency(), utcOffset: try utcOffset, now: clock())
  }

  func account(user: Loose) throws -> ABillSAccount {
    let subscriptions = try optional("/user/services/")?["abon"]
    let internet = try internet()
    return ABillSAccount(
      user: user, person: try person(), internet: internet,
      subscriptions: subscriptions?.json == nil ? [] : try subscriptions?.elements() ?? [],
      recommended: try optional("/user/recommendedPay/"), nextCharge: try nextCharge(internet.first),
      currency: try currency(), utcOffset: try utcOffset, now: clock())
  }

  /// The installation's own word on the next charge, which older ones tell in a warning only.
  private func nextCharge(_ service: Loose?) throws -> CivilDate? {
    if let told = service?["nextAbon"]["abonDate"].date { return told }
    guard let id = service?["id"].identity else { return nil }
    return try optional("/user/internet/\(Encoding.percent(id))/warnings/")?["abonDate"].date
  }

  func payments() throws -> Loose { try read("/user/payments/" + ABillSReading.rows, limit: 64 << 20) }
  func fees() throws -> Loose { try read("/user/fees/" + ABillSReading.rows, limit: 64 << 20) }

  /// Every tariff that is offered, with what stands in the way; old installations list only those that can be had.
  func tariffRows() throws -> [Loose] {
    let rows = try optional("/user/internet/tariffs/all/") ?? (try optional("/user/internet/tariffs/", for: .tariffs))
    return try rows?.elements() ?? []
  }

  func notices() throws -> [Notice] {
    guard !missing.contains(.notices), let news = try optional("/user/portal/news/", for: .notices) else { return [] }
    return try ABillSMessages.notices(news, utcOffset: try utcOffset)
  }

  func incidents() throws -> [Incident] {
    guard let rows = try optional("/user/accident/", for: .incidents) else { return [] }
    return try ABillSMessages.incidents(rows, utcOffset: try utcOffset, now: clock())
  }

  /// How an order of a payment system stands; nil where the installation knows none.
  func transactionStatus(_ id: String) throws -> Int64? {
    try optional("/user/paysys/transaction/status/\(Encoding.percent(id))/")?["status"].integer
  }

  /// The name before the number in the identity of an order: that of the system's module.
  func module(of system: String) throws -> String? {
    let row = try optional("/user/paysys/systems/")?.elements().first { $0["id"].identity == system }
    return row?["module"].text.map { $0.hasSuffix(".pm") ? String($0.dropLast(3)) : $0 }
  }

  /// Systems that lead to a page; the installation charges nothing itself.
  func methods(_ account: ABillSAccount) throws -> [PaymentMethod] {
    guard !missing.contains(.payment), let rows = try optional("/user/paysys/systems/", for: .payment) else {
      return []
    }
    let bounds = try bounds(account)
    var methods: [PaymentMethod] = []
    for row in try rows.elements() {
      let id = try row["id"].required(row["id"].identity, "an id")
      methods.append(
        PaymentMethod(
          id: id, name: LocalizedText(PlainText.of(row["name"].text ?? id)), isDirect: false, minimum: bounds.minimum,
          maximum: bounds.maximum, isDefault: methods.isEmpty))
    }
    return methods
  }

  func bounds(_ account: ABillSAccount) throws -> (minimum: Money?, maximum: Money?) {
    let pay = try account.recommended ?? optional("/user/recommendedPay/")
    func bound(_ key: String) -> Money? {
      pay?[key].amount.map { $0.money(account.currency) }.flatMap { $0.isPositive ? $0 : nil }
    }
    return (bound("minSum"), bound("maxSum"))
  }
}
