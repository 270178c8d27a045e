import Domain

extension ABillSProvider {
  package func submit(_ intent: Intent, for account: String) -> Submission {
    let call: (method: String, path: String, body: [UInt8]?)
    do {
      call = try self.call(for: intent, account)
    } catch {
      return .beforeAnythingWasDone(error)
    }
    return .of {
      let answer = try session.call(call.method, call.path, body: call.body)
      if case .value(let value) = answer, intent.action == .claimReferralBonus {
        return (try? ABillSReferral(reading).claimed(value, intent)) ?? .unknown(.other)
      }
      return ABillSProvider.submission(answer, intent.action)
    }
  }

  private func call(for intent: Intent, _ account: String) throws -> (method: String, path: String, body: [UInt8]?) {
    let body = Array(intent.body.utf8)
    switch intent.action {
    case .takeTrustPayment: return ("POST", "/user/credit/", body)
    case .pay: return ("POST", "/user/paysys/pay/", body)
    case .switchTariff:
      return ("PUT", "/user/internet/\(Encoding.percent(try quoted(intent) { $0?["id"] }))/", body)
    case .cancelTariffChange:
      return ("DELETE", "/user/internet/\(Encoding.percent(try quoted(intent) { $0?["schedule"]["sheduleId"] }))/", nil)
    case .openTicket: return ("POST", "/user/msgs/", body)
    case .replyTicket(let id, _): return ("POST", "/user/msgs/\(Encoding.percent(id))/reply/", body)
    case .requestInvoice: return ("POST", ABillSDocuments.path, body)
    case .closeTicket, .readNotices: throw ProviderError.missing(intent.action.kind.capability)
    case .startHold: return ("POST", ABillSHold(reading, account: account).path, body)
    case .cancelHold: return ("DELETE", ABillSHold(reading, account: account).path, nil)
    case .redeemVoucher: return ("POST", ABillSVoucher.path, body)
    case .setProfile: return ("PUT", ABillSProfile.path, body)
    case .inviteFriend: return ("POST", ABillSReferral.friendPath, body)
    case .claimReferralBonus: return ("POST", ABillSReferral.bonusPath, body)
    case .stopAutopayment: return ("DELETE", ABillSAutopayments.path, nil)
    }
  }

  /// The id in the terms, or as it is read now.
  private func quoted(_ intent: Intent, _ place: (Loose?) -> Loose?) throws -> String {
    if let quote = intent.terms?.quote { return quote }
    guard let id = place(try reading.internet().first)?.identity else {
      throw ProviderError.malformed("internet: an id is due")
    }
    return id
  }

  static func submission(_ answer: ABillSAnswer, _ action: Action) -> Submission {
    switch answer {
    case .failed(let code, let text): return .refused(ABillSReasons.reason(code, text))
    case .value(let value):
      switch action {
      case .takeTrustPayment:
        return value["creditSum"].amount == nil && !value["success"].isTrue
          ? .unknown(.malformedAnswer) : .done(reference: nil, link: nil)
      case .switchTariff, .cancelTariffChange, .startHold, .cancelHold:
        return value["success"].isTrue ? .done(reference: nil, link: nil) : .unknown(.malformedAnswer)
      case .pay:
        guard let link = value["url"].text, link.hasPrefix("https://"), Link.isPlain(link) else {
          return .unknown(.malformedAnswer)
        }
        return .accepted(link: link, retryAfter: nil)
      case .openTicket:
        let id = value["msgId"].identity ?? value["insertId"].identity ?? value["id"].identity
        return id.map { .done(reference: $0, link: nil) } ?? .unknown(.malformedAnswer)
      case .replyTicket:
        return value["result"].text == "OK" ? .done(reference: nil, link: nil) : .unknown(.malformedAnswer)
      case .closeTicket, .readNotices: return .unknown(.malformedAnswer)
      case .requestInvoice: return ABillSDocuments.submission(value)
      case .redeemVoucher: return ABillSVoucher.submission(value)
      case .setProfile(let values, let code):
        return ABillSProfile.submission(value, values, confirmation: code)
      case .inviteFriend: return ABillSReferral.submission(value)
      case .claimReferralBonus: return .unknown(.malformedAnswer)
      case .stopAutopayment: return ABillSAutopayments.submission(value)
      }
    }
  }

  /// Reads the account again. "Not executed" is said only two minutes after the request was sent: the installation runs a
  /// request in one script under the web server's time limit and has no queue, so later nothing can follow.
  package func settle(_ intent: Intent, for account: String) throws -> Settlement {
    let view = try reading.terms()
    guard view.id == account else { throw ProviderError.unknownAccount }
    switch intent.action {
    case .readNotices: return .notExecuted
    case .requestInvoice:
      return try ABillSDocuments(reading, view.currency).trace(of: intent) ?? intent.absence(at: clock())
    case .openTicket, .replyTicket, .closeTicket:
      guard let sent = intent.sent else { return .unknown }
      return try tickets.trace(of: intent.action, sent: sent) ?? intent.absence(at: clock())
    case .startHold, .cancelHold:
      return try ABillSHold(reading, account: account).trace(of: intent) ?? intent.absence(at: clock())
    case .redeemVoucher(_, let serial):
      return try ABillSVoucher(reading).trace(of: intent, serial: serial) ?? intent.absence(at: clock())
    case .setProfile(let values, _):
      return try ABillSProfile(reading).trace(of: values) ?? intent.absence(at: clock())
    case .inviteFriend, .claimReferralBonus:
      return try ABillSReferral(reading).trace(of: intent) ?? intent.absence(at: clock())
    case .stopAutopayment(let id):
      return try ABillSAutopayments(reading).trace(of: id) ?? intent.absence(at: clock())
    case .takeTrustPayment: return try settleTrustPayment(intent, view)
    case .switchTariff(let id, _):
      let has = view.main?["tpId"].identity == id || view.main?["schedule"]["tpId"].identity == id
      return has ? .done(reference: nil, link: nil) : intent.absence(at: clock())
    case .cancelTariffChange:
      let scheduled = view.main?["schedule"]["sheduleId"].identity
      let isThere = scheduled != nil && (intent.terms?.quote == nil || intent.terms?.quote == scheduled)
      return isThere ? intent.absence(at: clock()) : .done(reference: nil, link: nil)
    case .pay: return try settlePayment(intent)
    }
  }

  /// There is no fence; what settling proves after the two minutes is as good as one.
  package func fence(_ intent: Intent, for account: String) throws -> Settlement {
    try settle(intent, for: account)
  }

  /// Granted when the credit has grown, or when what was on offer is refused by now with the limit that taking it uses up
  /// (the credit itself may have ended meanwhile). Not granted when it is on offer still.
  private func settleTrustPayment(_ intent: Intent, _ view: ABillSAccount) throws -> Settlement {
    guard let before = intent.terms?.before?.credit else { return .unknown }
    if view.credit > before { return .done(reference: nil, link: nil) }
    switch try session.call("GET", "/user/credit/") {
    case .value: return intent.absence(at: clock())
    case .failed(ABillSReasons.creditMonthLimit, _), .failed(ABillSReasons.creditActive, _):
      return intent.terms?.eligibility.available == true ? .done(reference: nil, link: nil) : .unknown
    case .failed: return .unknown
    }
  }

  /// The status of an order that is paid; others are on their way, or may still be paid on their page.
  private static let complete: Int64 = 2

  /// Paid when a payment carries our number, or the order is complete by its own status. A link that never reached us cannot have been paid; one that did is waited
  /// for, a week at most, which no payment page outlives.
  private func settlePayment(_ intent: Intent) throws -> Settlement {
    let words = intent.terms?.quote?.split(separator: " ").map(String.init) ?? []
    guard words.count > 1, words[1].utf8.count > 8 else { return .unknown }
    let operation = words[1]
    for row in try reading.payments().elements() where row["extId"].text?.hasSuffix(":" + operation) == true {
      return .done(reference: row["id"].identity.map { "p:" + $0 }, link: intent.link)
    }
    guard let link = intent.link else { return intent.absence(at: clock()) }
    if words.count > 2, try reading.transactionStatus("\(words[2]):\(operation)") == ABillSProvider.complete {
      return .done(reference: nil, link: link)
    }
    return intent.age(at: clock()).map { $0 > 7 * 86_400 } == true ? .notExecuted : .accepted(link: link)
  }
}
