import Domain
import JSON

/// Paying: a payment by a method of the account's own (TMF676 with 670), or where there is no such interface a top-up of its
/// bucket (TMF654). Both are charged at once; no document knows of a page where a person would pay.
struct TMForumPayments {
  let reading: TMForumReading
  let view: TMForumAccount

  /// Cards and wallets that are linked to the account; without a list of them the one that it pays with by default.
  func methods() throws -> [PaymentMethod] {
    let rows = try reading.list(.paymentMethod, "paymentMethod")
    let own = view.row["defaultPaymentMethod"]
    let usable = (rows ?? [own]).filter { row in
      row.concerns(view.id) && !row["validFor"].isOver(at: view.now, view.utcOffset)
        && (row["status"].text.map { $0.lowercased() == "active" } ?? true)
    }
    let methods = usable.enumerated().compactMap { index, row in
      row["id"].identity.map { id in
        PaymentMethod(
          id: id, name: LocalizedText(PlainText.of(row["name"].text ?? row["@type"].text ?? id)), isDirect: true,
          isDefault: id == own["id"].identity || own["id"].identity == nil && index == 0)
      }
    }
    if methods.isEmpty { reading.note(missing: .payment) }
    return methods
  }

  func check(_ amount: Money, _ method: String?) throws -> Check {
    let methods = try methods()
    guard let journal = try journal(), !methods.isEmpty else { throw ProviderError.missing(.payment) }
    let wanted = method ?? (methods.first(where: \.isDefault) ?? methods[0]).id
    guard let chosen = methods.first(where: { $0.id == wanted }) else {
      return Check(eligibility: Eligibility(available: false, reasons: [PaymentReasons.noMethod]))
    }
    var reasons: [Reason] = []
    if amount.currency != view.currency { reasons.append(PaymentReasons.currency) }
    if !amount.isPositive { reasons.append(PaymentReasons.notPositive) }
    let quote: [String] = [journal, view.id, chosen.id, view.buckets.first?["id"].identity ?? ""]
    return Check(
      eligibility: Eligibility(available: reasons.isEmpty, reasons: reasons), price: amount,
      quote: JSON.array(quote.map { .string($0) }).text,
      before: Check.Effect(balance: view.balance, credit: view.credit),
      after: Check.Effect(balance: view.balance.adding(amount), credit: view.credit))
  }

  private static let payment = "payment"
  private static let topUp = "topupBalance"

  /// Where payments are written down.
  private func journal() throws -> String? {
    if try reading.keeps(.payment, TMForumPayments.payment) { return TMForumPayments.payment }
    guard view.buckets.first?["id"].identity != nil, try reading.keeps(.balance, TMForumPayments.topUp) else {
      reading.note(missing: .payment)
      return nil
    }
    return TMForumPayments.topUp
  }

  static func body(_ amount: Money, quote: String?) -> JSON {
    guard case .array(let words)? = quote.flatMap({ try? JSON(parsing: Array($0.utf8)) }), words.count == 4 else {
      return [:]
    }
    if words[0] == .string(topUp) {
      return [
        "amount": amount.tmforumQuantity, "usageType": "monetary", "bucket": ["id": words[3]],
        "partyAccount": ["id": words[1]], "paymentMethod": ["id": words[2]],
      ]
    }
    return [
      "totalAmount": amount.tmforum, "account": ["id": words[1], "@referredType": "BillingAccount"],
      "paymentMethod": ["id": words[2]],
    ]
  }

  // MARK: - Vouchers

  /// What a voucher is worth is found out by redeeming it.
  func checkVoucher() throws -> Check {
    guard let bucket = view.buckets.first?["id"].identity,
      try reading.keeps(.balance, TMForumPayments.topUp)
    else {
      reading.note(missing: .vouchers)
      throw ProviderError.missing(.vouchers)
    }
    return Check(
      eligibility: Eligibility(available: true),
      quote: JSON.array([view.id, bucket, view.currency.code].map { .string($0) }).text,
      before: Check.Effect(balance: view.balance, credit: view.credit))
  }

  /// The document wants a sum even here; it is left without its number, which the provider alone knows.
  static func body(voucher: String, quote: String?) -> JSON {
    guard case .array(let words)? = quote.flatMap({ try? JSON(parsing: Array($0.utf8)) }), words.count == 3 else {
      return [:]
    }
    return [
      "voucher": .string(voucher), "amount": ["units": words[2]], "usageType": "monetary",
      "bucket": ["id": words[1]], "partyAccount": ["id": words[0]],
    ]
  }

  // MARK: - Sent and found again

  private static func isTopUp(_ intent: Intent) -> Bool {
    (try? JSON(parsing: Array(intent.body.utf8)))?["bucket"] != nil
  }

  /// The key travels as `correlatorId`; a top-up has no member for it but its description.
  static func request(_ intent: Intent) -> (api: TMForumAPI, path: String, body: String)? {
    guard case .object(var members) = try? JSON(parsing: Array(intent.body.utf8)), !members.isEmpty else { return nil }
    members[isTopUp(intent) ? "description" : "correlatorId"] = .string(intent.key)
    let body = JSON.object(members).text
    return isTopUp(intent) ? (.balance, "/" + topUp, body) : (.payment, "/" + payment, body)
  }

  private static func journal(of intent: Intent, _ reading: TMForumReading) throws -> [Loose]? {
    try isTopUp(intent) ? reading.list(.balance, topUp) : reading.list(.payment, payment)
  }

  private static func key(_ row: Loose, _ intent: Intent) -> String? {
    row[isTopUp(intent) ? "description" : "correlatorId"].text
  }

  /// What another attempt under this key has come to, as of the same rule on another machine; nil when there was none.
  static func earlier(_ intent: Intent, _ reading: TMForumReading) throws -> Submission? {
    try journal(of: intent, reading)?.first { key($0, intent) == intent.key }.map { outcome($0, of: intent) }
  }

  static func outcome(_ row: Loose, of intent: Intent) -> Submission {
    guard let id = row["id"].identity else { return .unknown(.malformedAnswer) }
    switch row["status"].text?.lowercased() {
    case nil: return .done(reference: reference(id, intent), link: nil)
    case let status? where TMForumLedger.paid.contains(status):
      return .done(reference: reference(id, intent), link: nil)
    case let status? where ["failed", "canceled", "cancelled", "denied"].contains(status):
      return .refused(
        TMForumReasons.reason("payment-" + status, row["description"].text.flatMap { $0 == intent.key ? nil : $0 }))
    default: return .accepted(link: nil, retryAfter: nil)
    }
  }

  private static func reference(_ id: String, _ intent: Intent) -> String {
    (isTopUp(intent) ? "topup:" : "payment:") + id
  }

  /// Paid when the journal has a payment with our key, as it says how that one stands; or, where a provider keeps no keys,
  /// one of this amount (or with this voucher) without any that came since it was sent. Nil when nothing of it is there.
  func trace(of intent: Intent, besides claimed: Set<String>) throws -> Settlement? {
    guard let list = try TMForumPayments.journal(of: intent, reading), let since = intent.sent?.adding(seconds: -300)
    else { return .unknown }
    let rows = list.filter { $0.concerns(view.id) }
    let own = rows.first { TMForumPayments.key($0, intent) == intent.key }
    let alike = rows.first { row in
      let dates = ["confirmationDate", "requestedDate", "paymentDate", "statusDate"]
      let at = dates.lazy.compactMap { row[$0].time(view.utcOffset) }.first
      let amount = TMForumPayments.isTopUp(intent) ? row["amount"] : row["totalAmount"]
      guard TMForumPayments.key(row, intent) == nil, at.map({ $0 >= since }) ?? false,
        row["id"].identity.map({ !claimed.contains(TMForumPayments.reference($0, intent)) }) ?? true
      else { return false }
      if case .redeemVoucher(let code, _) = intent.action { return row["voucher"].text == code }
      return amount.money(view.currency) == intent.amount
    }
    switch (own ?? alike).map({ TMForumPayments.outcome($0, of: intent) }) {
    case .done(let reference, let link): return .done(reference: reference, link: link)
    case .refused(let reason): return .refused(reason)
    case .accepted(let link, _): return .accepted(link: link)
    default: return nil
    }
  }
}
