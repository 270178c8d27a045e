/// A mutation that a subscriber may ask of a provider.
package enum Action: Sendable, Equatable {
  package enum When: Sendable, Equatable {
    /// With the next billing period: free with most providers.
    case nextPeriod
    case now
    case on(CivilDate)
  }

  case pay(amount: Money, method: String?)
  case takeTrustPayment
  case switchTariff(id: String, when: When)
  case cancelTariffChange
  /// `topic` is an id of the provider's; nil leaves it to the provider.
  case openTicket(subject: String, text: String, topic: String?)
  case replyTicket(id: String, text: String)
  case closeTicket(id: String)
  /// Nil: as soon as the provider allows, and as long as it permits or until it is taken back.
  case startHold(from: CivilDate?, until: CivilDate?)
  case cancelHold
  /// A card with a code, bought in a shop; some providers print a series beside it.
  case redeemVoucher(code: String, serial: String?)
  /// `confirmation` is the code that the provider sent to a new address or number, where it sends one.
  case setProfile([Profile.Field: String], confirmation: String?)
  case inviteFriend(name: String, phone: String)
  /// Moves the bonus that invited friends have brought to the balance.
  case claimReferralBonus
  /// Ends a regular payment that a payment system takes by itself.
  case stopAutopayment(id: String)
  /// All that there are.
  case readNotices
  /// A bill to pay by, as a bank or an employer wants one.
  case requestInvoice(amount: Money)

  /// The stable name: in JSON, in intents, on the wire.
  package enum Kind: String, Sendable, CaseIterable {
    case pay
    case takeTrustPayment = "trust-payment"
    case switchTariff = "tariff-switch"
    case cancelTariffChange = "tariff-cancel"
    case openTicket = "ticket-new"
    case replyTicket = "ticket-reply"
    case closeTicket = "ticket-close"
    case startHold = "hold-start"
    case cancelHold = "hold-cancel"
    case redeemVoucher = "voucher-redeem"
    case setProfile = "profile-set"
    case inviteFriend = "referral-invite"
    case claimReferralBonus = "referral-claim"
    case stopAutopayment = "autopayment-stop"
    case readNotices = "notices-read"
    case requestInvoice = "invoice-request"
  }

  package var kind: Kind {
    switch self {
    case .pay: .pay
    case .takeTrustPayment: .takeTrustPayment
    case .switchTariff: .switchTariff
    case .cancelTariffChange: .cancelTariffChange
    case .openTicket: .openTicket
    case .replyTicket: .replyTicket
    case .closeTicket: .closeTicket
    case .startHold: .startHold
    case .cancelHold: .cancelHold
    case .redeemVoucher: .redeemVoucher
    case .setProfile: .setProfile
    case .inviteFriend: .inviteFriend
    case .claimReferralBonus: .claimReferralBonus
    case .stopAutopayment: .stopAutopayment
    case .readNotices: .readNotices
    case .requestInvoice: .requestInvoice
    }
  }

  /// Whether repeating it by mistake would cost money.
  package var movesMoney: Bool {
    switch self {
    case .pay, .takeTrustPayment, .switchTariff, .startHold: true
    case .cancelTariffChange, .openTicket, .replyTicket, .closeTicket, .cancelHold: false
    // A voucher and a bonus are spent by being taken: a second time finds nothing.
    case .redeemVoucher, .setProfile, .inviteFriend, .claimReferralBonus, .stopAutopayment, .readNotices,
      .requestInvoice:
      false
    }
  }
}
