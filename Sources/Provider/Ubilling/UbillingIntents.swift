import Domain

extension UbillingProvider {
  package func submit(_ intent: Intent, for account: String) -> Submission {
    switch intent.action {
    case .takeTrustPayment: .of { try take() }
    case .openTicket, .replyTicket: .of { try tickets.send(intent) }
    case .startHold, .cancelHold: .of { try UbillingHold(reading).send(intent.action) }
    case .readNotices: .of { try readAll() }
    case .pay: lead(intent)
    default: .refused(.missing)
    }
  }

  /// The agent answers with an empty list whatever came of it: looked at, it is known.
  private func readAll() throws -> Submission {
    _ = try session.agent("annreadall")
    return (try? areAllRead()) == true ? .done(reference: nil, link: nil) : .unknown(.other)
  }

  /// An empty list proves nothing: there was one to read when it was asked for.
  private func areAllRead() throws -> Bool {
    let notices = try reading.notices()
    return !notices.isEmpty && notices.allSatisfy(\.isRead)
  }

  private func take() throws -> Submission {
    let answer = try session.call("module=creditor&agentcredit=true&json=true", "creditor")
    let credit = UbillingCredit(answer: answer, currency: .rub, today: CivilDate(dayNumber: 0))
    if credit.status == 0 { return .done(reference: nil, link: nil) }
    return credit.refusal.map { .refused($0) } ?? .unknown(.malformedAnswer)
  }

  /// The page of the payment system; nothing that could have an effect is asked of the provider.
  private func lead(_ intent: Intent) -> Submission {
    do {
      let methods = try reading.methods()
      // An empty list proves nothing: there were some when the terms were made.
      guard !methods.isEmpty else { return .notSent(.other) }
      guard let method = methods.first(where: { $0.id == intent.body }) else {
        return .refused(PaymentReasons.noMethod)
      }
      return .accepted(link: method.link, retryAfter: nil)
    } catch {
      return .beforeAnythingWasDone(error)
    }
  }

  /// Reads the account again. "Not executed" is said only two minutes after the request was sent: the installation runs a
  /// request in one script under the web server's time limit and has no queue, so later nothing can follow.
  package func settle(_ intent: Intent, for account: String) throws -> Settlement {
    try settle(intent, for: account, besides: [])
  }

  package func settle(_ intent: Intent, for account: String, besides claimed: Set<String>) throws -> Settlement {
    let user = try reading.user()
    guard user.login == account else { throw ProviderError.unknownAccount }
    switch intent.action {
    case .takeTrustPayment: return try settleTrustPayment(intent, user)
    case .pay: return try settlePayment(intent, user, claimed)
    case .startHold, .cancelHold:
      return try UbillingHold(reading).trace(of: intent.action) ?? intent.absence(at: clock())
    // Read when nothing is unread; what was announced since is read with the rest or left for the next time.
    case .readNotices: return try areAllRead() ? .done(reference: nil, link: nil) : intent.absence(at: clock())
    case .openTicket, .replyTicket:
      guard let sent = intent.sent else { return .unknown }
      return try tickets.trace(of: intent, sent: sent, user) ?? intent.absence(at: clock())
    default: return .notExecuted
    }
  }

  /// There is no fence; what settling proves after the two minutes is as good as one.
  package func fence(_ intent: Intent, for account: String) throws -> Settlement {
    try settle(intent, for: account)
  }

  /// Granted when the credit has grown, or when what was on offer is now refused because it was taken. Not granted when it
  /// is on offer still; or when within a day there is no more credit than before, for none ends on the day of its grant.
  private func settleTrustPayment(_ intent: Intent, _ user: UbillingUser) throws -> Settlement {
    guard let before = intent.terms?.before?.credit else { return .unknown }
    if user.credit > before { return .done(reference: nil, link: nil) }
    let credit = try dryRun(user)
    if let status = credit.status, UbillingCredit.taken.contains(status), intent.terms?.eligibility.available == true {
      return .done(reference: nil, link: nil)
    }
    let isToday = intent.age(at: clock()).map { $0 < 86_400 } ?? false
    return credit.status == 0 || isToday ? intent.absence(at: clock()) : .unknown
  }

  /// Paid when a payment of this amount, which settles no other intent, came after the last one that was there when the
  /// terms were made. A page that nobody
  /// was led to cannot have been paid on; one that somebody was is waited for, a week at most.
  private func settlePayment(
    _ intent: Intent, _ user: UbillingUser, _ claimed: Set<String>
  ) throws -> Settlement {
    guard let link = intent.link else { return intent.absence(at: clock()) }
    let last = intent.terms?.quote?.split(separator: " ").first.map(String.init)
    let payments = try reading.ledger(user).entries.filter { $0.kind == .payment }
    let start = last == "-" ? 0 : payments.lastIndex { $0.id == last }.map { $0 + 1 }
    // The history was cut or edited: nothing can be told from it.
    if let start, let paid = payments[start...].first(where: { $0.amount == intent.amount && !claimed.contains($0.id) })
    {
      return .done(reference: paid.id, link: link)
    }
    return intent.age(at: clock()).map { $0 > 7 * 86_400 } == true ? .notExecuted : .accepted(link: link)
  }
}
