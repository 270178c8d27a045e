import Domain
import JSON

/// Scratch cards: the module Cards. A card is spent by the installation in one transaction with its payment, so that no
/// card is credited twice, whoever asks.
struct ABillSVoucher {
  private let reading: ABillSReading

  init(_ reading: ABillSReading) { self.reading = reading }

  static let path = "/user/cards/payment/"

  /// A card is only looked at by redeeming it; what is known beforehand is whether the installation wants its series.
  func check(serial: String?) throws -> Check {
    let configuration = try reading.configuration()
    guard !reading.missing.contains(.vouchers) else { throw ProviderError.missing(.vouchers) }
    let needsSerial = configuration["cardsUserPayment"]["serial"].isTrue && serial == nil
    // What the history ended in: a card's payment after it is this one.
    let last = try latestPayment()
    return Check(
      eligibility: Eligibility(available: !needsSerial, reasons: needsSerial ? [VoucherReasons.serialNeeded] : []),
      quote: String(last))
  }

  private func latestPayment() throws -> Int64 {
    try reading.payments().elements().compactMap { $0["id"].integer }.max() ?? 0
  }

  static func body(code: String, serial: String?) -> String {
    JSON.members(["pin": .string(code), "serial": serial.map { .string($0) }]).text
  }

  static func submission(_ answer: Loose) -> Submission {
    guard let id = answer["paymentId"].identity else { return .unknown(.malformedAnswer) }
    return .done(reference: "p:" + id, link: nil)
  }

  /// Redeemed when a payment of a card came after the last one that was there when the terms were made. The payments of
  /// payment systems name their system before a colon; a card's has its series and number.
  func trace(of intent: Intent, serial: String?) throws -> Settlement? {
    guard let last = intent.terms?.quote.flatMap({ Int64($0) }) else { return .unknown }
    for row in try reading.payments().elements() {
      guard let id = row["id"].integer, id > last, let mark = row["extId"].text, !mark.contains(":"),
        serial.map({ mark.lowercased().hasPrefix($0.lowercased()) }) ?? true
      else { continue }
      return .done(reference: "p:\(id)", link: nil)
    }
    return nil
  }

  static func reason(_ code: Int64) -> Reason? {
    switch code {
    case 1_060_003, 10_052: VoucherReasons.serialNeeded
    case 1_060_004: VoucherReasons.tooManyTries
    case 1_060_005, 1_060_008: VoucherReasons.unknown
    case 1_060_007: VoucherReasons.expired
    case 1_060_010, 1_060_012, 1_060_015: VoucherReasons.used
    case 1_060_011: VoucherReasons.yours
    default: nil
    }
  }
}
