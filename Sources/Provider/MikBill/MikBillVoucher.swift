import Domain

/// Cards of the provider: a series and a number, spent together with their payment, so that none is credited twice.
struct MikBillVoucher {
  private let reading: MikBillReading
  private let user: MikBillUser

  init(_ reading: MikBillReading, _ user: MikBillUser) {
    self.reading = reading
    self.user = user
  }

  /// A card is only looked at by redeeming it. The quote is the moment of the last payment by card that there was.
  func check(code: String, serial: String?) throws -> Check {
    guard !reading.missing.contains(.vouchers) else { throw ProviderError.missing(.vouchers) }
    let needsSerial = MikBillVoucher.halves(code, serial) == nil
    let yesterday = Timestamp(startOf: reading.today(user).adding(days: -1), utcOffset: user.utcOffset)
    let last = try payments(since: yesterday).last ?? yesterday
    return Check(
      eligibility: Eligibility(available: !needsSerial, reasons: needsSerial ? [VoucherReasons.serialNeeded] : []),
      quote: String(last.seconds))
  }

  /// The moments of payments by card, in order.
  private func payments(since moment: Timestamp) throws -> [Timestamp] {
    let rows = try MikBillLedger(reading, user).rows(from: moment.date(utcOffset: user.utcOffset).text)
    return rows.filter(MikBillLedger.isByCard).compactMap { $0["date"].moment(utcOffset: user.utcOffset) }.sorted()
  }

  /// Series and number. Printed as one they are told apart as the vendor's own client does: the first four digits are the
  /// series.
  private static func halves(_ code: String, _ serial: String?) -> (serial: String, number: String)? {
    if let serial { return (serial, code) }
    let digits = code.filter { ("0"..."9").contains($0) }
    return digits.utf8.count > 4 ? (String(digits.prefix(4)), String(digits.dropFirst(4))) : nil
  }

  static func body(code: String, serial: String?) -> String {
    guard let (serial, number) = halves(code, serial) else { return "" }
    return String(decoding: Encoding.form([("series", serial), ("number", number)]), as: UTF8.self)
  }

  /// Redeemed when a payment by card came after the last one that there was when the terms were made; nil when none did.
  func trace(of intent: Intent) throws -> Settlement? {
    guard let last = intent.terms?.quote.flatMap({ Int64($0) }) else { return .unknown }
    let moment = Timestamp(seconds: last)
    return try payments(since: moment).contains { $0 > moment } ? .done(reference: nil, link: nil) : nil
  }
}
