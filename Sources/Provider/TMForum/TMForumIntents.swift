import Domain
import JSON

extension TMForumProvider {
  package func submit(_ intent: Intent, for account: String) -> Submission {
    if case .pay = intent.action, TMForumPayments.request(intent) != nil, let earlier = earlier(intent) {
      return earlier
    }
    return .of {
      switch intent.action {
      case .pay, .redeemVoucher:
        guard let request = TMForumPayments.request(intent) else { return .refused(.missing) }
        return try send("POST", request.api, request.path, request.body, intent)
      case .switchTariff:
        guard let body = named(intent) else { return .refused(.missing) }
        return try send("POST", .order, "/productOrder", body, intent)
      case .cancelTariffChange: return try send("POST", .order, "/cancelProductOrder", intent.body, intent)
      case .openTicket:
        guard let body = named(intent) else { return .refused(.missing) }
        return try send("POST", .ticket, "/troubleTicket", body, intent)
      case .replyTicket(let id, _): return try TMForumTickets.reply(intent, to: id, reading)
      case .closeTicket(let id):
        return try send("PATCH", .ticket, "/troubleTicket/" + Encoding.percent(id), intent.body, intent)
      case .setProfile(let values, _): return try TMForumCustomer.submit(values, intent, reading, account)
      case .stopAutopayment(let id):
        return try send("PATCH", .balance, "/topupBalance/" + Encoding.percent(id), intent.body, intent)
      default: return .refused(.missing)
      }
    }
  }

  /// One key is one payment, though the interface itself would take it twice: it is looked for first. Nothing that could
  /// have an effect is asked so far.
  private func earlier(_ intent: Intent) -> Submission? {
    do {
      return try TMForumPayments.earlier(intent, reading)
    } catch {
      return .beforeAnythingWasDone(error)
    }
  }

  private func send(
    _ method: String, _ api: TMForumAPI, _ path: String, _ body: String, _ intent: Intent
  ) throws -> Submission {
    TMForumProvider.submission(try session.call(method, api, path, body: body), of: intent)
  }

  /// The frozen body with the intent's key as `externalId`: the same bytes at each attempt.
  private func named(_ intent: Intent) -> String? {
    guard case .object(var members) = try? JSON(parsing: Array(intent.body.utf8)), !members.isEmpty else { return nil }
    members["externalId"] = .string(intent.key)
    return JSON.object(members).text
  }

  static func submission(_ answer: TMForumAnswer, of intent: Intent) -> Submission {
    switch answer {
    case .absent:
      if case .closeTicket = intent.action { return .refused(TicketReasons.unknown) }
      if case .replyTicket = intent.action { return .refused(TicketReasons.unknown) }
      if case .stopAutopayment = intent.action { return .refused(AutopaymentReasons.none) }
      return .refused(.missing)
    // What it is in conflict with may be our own earlier attempt.
    case .failed(409, _, _): return .unknown(.other)
    case .failed(_, let code, let text): return .refused(TMForumReasons.reason(code, text))
    case .value(let value, _, _):
      switch intent.action {
      case .pay, .redeemVoucher: return TMForumPayments.outcome(value, of: intent)
      case .stopAutopayment: return TMForumAutopayments.outcome(value)
      case .switchTariff: return TMForumTariffChange.outcome(order: value, of: intent)
      case .cancelTariffChange: return TMForumTariffChange.outcome(cancellation: value)
      default:
        return value["id"].identity.map { .done(reference: $0, link: nil) } ?? .unknown(.malformedAnswer)
      }
    }
  }

  /// What a resource says of the attempt that made it.
  static func settlement(_ submission: Submission) -> Settlement? {
    switch submission {
    case .done(let reference, let link): .done(reference: reference, link: link)
    case .refused(let reason): .refused(reason)
    case .accepted(let link, _): .accepted(link: link)
    default: nil
    }
  }

  /// Reads what there is and looks for what the intent made; the rule of each action stands with its `trace`.
  package func settle(_ intent: Intent, for account: String) throws -> Settlement {
    try settle(intent, for: account, besides: [])
  }

  package func settle(_ intent: Intent, for account: String, besides claimed: Set<String>) throws -> Settlement {
    let view = try reading.view(of: account)
    let change = TMForumTariffChange(reading: reading, view: view)
    let found: Settlement? =
      switch intent.action {
      case .pay, .redeemVoucher: try TMForumPayments(reading: reading, view: view).trace(of: intent, besides: claimed)
      case .switchTariff: try change.trace(ofSwitch: intent)
      case .cancelTariffChange: try change.trace(ofCancellation: intent)
      case .openTicket, .replyTicket, .closeTicket: try TMForumTickets(reading: reading, view: view).trace(of: intent)
      case .setProfile(let values, _): try TMForumCustomer(reading, view).trace(of: values)
      case .stopAutopayment(let id): try autopayments(view).trace(of: id)
      default: .notExecuted
      }
    return found ?? absence(of: intent)
  }

  /// A resource is made while the request lasts, and no gateway keeps one open for five minutes; lists may lag behind by
  /// less. Later nothing can follow.
  private func absence(of intent: Intent) -> Settlement {
    intent.age(at: clock()).map { $0 >= 300 } == true ? .notExecuted : .unknown
  }

  /// There is no fence; what settling proves after the five minutes is as good as one.
  package func fence(_ intent: Intent, for account: String) throws -> Settlement {
    try settle(intent, for: account)
  }
}
