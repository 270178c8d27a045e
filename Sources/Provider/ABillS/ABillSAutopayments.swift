import Domain

/// The regular payment that a payment system takes by itself: an installation knows at most one a subscriber.
struct ABillSAutopayments {
  private let reading: ABillSReading

  init(_ reading: ABillSReading) { self.reading = reading }

  static let path = "/user/paysys/recurrent/"

  /// A refusal is how the installation says that there is none.
  func current() throws -> Autopayment? {
    guard !reading.missing.contains(.autopayments),
      let answer = try reading.optional(ABillSAutopayments.path, for: .autopayments),
      let system = answer["paysysId"].identity
    else { return nil }
    let currency = try reading.currency()
    return Autopayment(
      id: answer["orderId"].identity ?? system, name: answer["recurrentModule"].text ?? system,
      amount: answer["sum"].amount.flatMap { $0.isPositive ? $0.money(currency) : nil }, last: answer["date"].date)
  }

  func check(_ id: String) throws -> Check {
    let current = try current()
    guard !reading.missing.contains(.autopayments) else { throw ProviderError.missing(.autopayments) }
    let isThere = current?.id == id
    return Check(eligibility: Eligibility(available: isThere, reasons: isThere ? [] : [AutopaymentReasons.none]))
  }

  /// Some installations answer a removal with what is still there: that is no success.
  static func submission(_ answer: Loose) -> Submission {
    answer["result"].text == "SUCCESS_UNSUBSCRIBE" ? .done(reference: nil, link: nil) : .unknown(.malformedAnswer)
  }

  /// Ended when it is there no more; another one in its place is another one.
  func trace(of id: String) throws -> Settlement? {
    try current()?.id == id ? nil : .done(reference: nil, link: nil)
  }

  static func reason(_ code: Int64) -> Reason? {
    switch code {
    case 1_170_105, 1_170_106: AutopaymentReasons.none
    case 1_170_107: AutopaymentReasons.fixed
    default: nil
    }
  }
}
