/// The reason codes that Kabinet knows; others are kept and shown with the provider's own label.
///
/// The words are part of the native API and of `--json`: they are never renamed.
package enum ReasonCode: String, Sendable, CaseIterable {
  // Money.
  /// The balance is negative.
  case debt
  /// The balance is too low for what is asked.
  case lowBalance = "low-balance"
  /// The debt is above the provider's limit for a trust payment.
  case debtTooLarge = "debt-too-large"
  case amountNotPositive = "amount-not-positive"
  /// Below the minimum or above the maximum of the payment method.
  case amountOutOfRange = "amount-out-of-range"
  case methodUnknown = "method-unknown"
  /// The account is kept in another currency.
  case currency
  // The account.
  case blocked
  /// The account is frozen at the subscriber's wish.
  case onHold = "on-hold"
  case closed
  // Tariffs.
  case tariffUnknown = "tariff-unknown"
  /// It is the account's tariff already.
  case current
  /// No longer sold.
  case archived
  /// Made for one subscriber or a group.
  case personal
  /// The technology at the address does not carry it.
  case address
  /// A certificate must be shown at an office.
  case papersNeeded = "papers-needed"
  /// Sold from a later day.
  case notYet = "not-yet"
  /// A service of the account comes with the tariff and would be paid twice.
  case serviceIncluded = "service-included"
  case changeAlreadyScheduled = "change-already-scheduled"
  case noChangeScheduled = "no-change-scheduled"
  case onceAMonth = "once-a-month"
  /// The two tariffs are charged in different ways, so a change at once is impossible.
  case otherChargeCycle = "other-charge-cycle"
  case dateNotOffered = "date-not-offered"
  // Trust payments.
  /// One is active already.
  case trustPaymentActive = "trust-payment-active"
  /// Taken too recently.
  case tooSoon = "too-soon"
  /// The charge is too far away.
  case tooEarly = "too-early"
  /// Nothing is missing.
  case notNeeded = "not-needed"
  // Any action.
  /// The terms are not those that were shown.
  case termsChanged = "terms-changed"
}

extension Reason {
  /// The code as one that Kabinet knows.
  package var known: ReasonCode? { ReasonCode(rawValue: code) }
}
