import Domain

extension MikBillProvider {
  package func submit(_ intent: Intent, for account: String) -> Submission {
    switch intent.action {
    case .takeTrustPayment: post("/user/services/credit", intent)
    case .switchTariff: post("/user/packet", intent)
    case .openTicket: post("/tickets", intent)
    case .replyTicket(let id, _): post("/tickets/" + Encoding.percent(id), intent)
    case .startHold, .cancelHold: post("/user/services/freeze", intent)
    case .redeemVoucher: post("/payments/voucher", intent)
    case .setProfile: post(MikBillProfile.path, intent)
    default: .refused(.missing)
    }
  }

  /// Success is the answer's own word; a new ticket's number comes with it.
  private func post(_ path: String, _ intent: Intent) -> Submission {
    .of {
      switch try session.call(path, form: Array(intent.body.utf8)) {
      case .value(let data): return .done(reference: data["ticketid"].identity, link: nil)
      case .failed(let code, let text): return .refused(MikBillReasons.reason(code, text))
      }
    }
  }

  /// Reads the account again. "Not executed" is said only two minutes after the request was sent: a request runs in one
  /// script under the web server's time limit, so later nothing can follow.
  package func settle(_ intent: Intent, for account: String) throws -> Settlement {
    let (user, id) = try reading.user()
    guard id == account else { throw ProviderError.unknownAccount }
    switch intent.action {
    case .takeTrustPayment: return try settleCredit(intent, user)
    case .switchTariff(let tariff, let when): return settleTariff(tariff, when, intent, user)
    case .openTicket, .replyTicket:
      return try MikBillTickets(reading, user).trace(of: intent) ?? intent.absence(at: clock())
    case .startHold, .cancelHold: return try MikBillHold(reading, user).trace(of: intent)
    case .redeemVoucher: return try MikBillVoucher(reading, user).trace(of: intent) ?? intent.absence(at: clock())
    case .setProfile(let values, _): return MikBillProfile(user).trace(of: values) ?? intent.absence(at: clock())
    default: return .notExecuted
    }
  }

  /// There is no fence; what settling proves after the two minutes is as good as one.
  package func fence(_ intent: Intent, for account: String) throws -> Settlement {
    try settle(intent, for: account)
  }

  /// Granted when it is active, or the credit has grown. Not granted while it is on offer still, or when within a day
  /// nothing of it is there: none ends on the day of its grant.
  private func settleCredit(_ intent: Intent, _ user: MikBillUser) throws -> Settlement {
    guard let before = intent.terms?.before?.credit, intent.terms?.eligibility.available == true else {
      return .unknown
    }
    if user.credit > before { return .done(reference: nil, link: nil) }
    guard let credit = try reading.service("credit", for: .trustPayment), credit.isTold else { return .unknown }
    if credit.isActive { return .done(reference: nil, link: nil) }
    let isToday = intent.age(at: clock()).map { $0 < 86_400 } ?? false
    return credit.isAvailable || isToday ? intent.absence(at: clock()) : .unknown
  }

  /// Changed when the tariff is the new one. A change of the next month shows in no call before that month, so until then
  /// nobody knows; on its second day the tariff tells.
  private func settleTariff(_ id: String, _ when: Action.When, _ intent: Intent, _ user: MikBillUser) -> Settlement {
    if user.tariff == id { return .done(reference: nil, link: nil) }
    if when == .now { return intent.absence(at: clock()) }
    let day = intent.terms?.effectiveOn
    return day.map { $0 < reading.today(user) } == true ? .notExecuted : .unknown
  }
}
