import Domain

/// What a provider, or its installation, can do at all. What is absent is said in one line and never tried.
package enum Capability: String, Sendable, CaseIterable {
  case ledger, tariffs, tariffSwitch = "tariff-switch", tariffCancel = "tariff-cancel"
  case trustPayment = "trust-payment", payment, incidents, notices, articles
  case tickets, ticketClose = "ticket-close", ticketFiles = "ticket-files", hold
  case vouchers, autopayments, documents, usage, devices, profile, referral
  case noticesRead = "notices-read", invoiceRequest = "invoice-request"
  /// A mutation is known by the client's key: repeating it is harmless and its outcome can be asked for.
  case keys
  /// Changes since a cursor; without it everything is read and compared.
  case feed
}

extension Action.Kind {
  /// What a provider needs for it.
  package var capability: Capability {
    switch self {
    case .pay: .payment
    case .takeTrustPayment: .trustPayment
    case .switchTariff: .tariffSwitch
    case .cancelTariffChange: .tariffCancel
    case .openTicket, .replyTicket: .tickets
    case .closeTicket: .ticketClose
    case .startHold, .cancelHold: .hold
    case .redeemVoucher: .vouchers
    case .setProfile: .profile
    case .inviteFriend, .claimReferralBonus: .referral
    case .stopAutopayment: .autopayments
    case .readNotices: .noticesRead
    case .requestInvoice: .invoiceRequest
    }
  }
}

/// Why a call brought no answer that can be used.
package enum ProviderError: Error, Equatable, Sendable {
  /// No answer: `TransportFailure` says whether the request can have arrived.
  case noAnswer(TransportFailure)
  /// The session is gone and could not be renewed.
  case loginNeeded
  /// The provider asks to wait: 429, 503.
  case wait(seconds: Int?)
  /// 5xx without an instruction.
  case broken(status: Int)
  /// The provider said no, with its reason.
  case refused(Reason)
  /// The answer is not what the dialect defines; the text names the place, never the raw body.
  case malformed(String)
  /// The cursor is gone (410): start anew.
  case cursorGone
  case missing(Capability)
  /// No such account for this login.
  case unknownAccount
}

/// What one call of `changes` brings, in this order: one `begin`, changes and checkpoints, one `end`.
package enum PullStep: Sendable, Equatable {
  case begin(PullHeader)
  case change(Change)
  /// All before it is consistent and may be committed with the cursor.
  case checkpoint(Cursor?, LedgerHead?)
  case end(Cursor?, LedgerHead?)
  /// Nothing changed since the cursor; the provider's clock, where it says it. The only step of its call.
  case unchanged(serverTime: Timestamp?)
}

/// The provider's own count and balance of the ledger up to a checkpoint: what ours must add up to.
package struct LedgerHead: Sendable, Equatable {
  package let entries: Int
  package let balance: Money

  package init(entries: Int, balance: Money) {
    self.entries = entries
    self.balance = balance
  }
}

package struct PullHeader: Sendable, Equatable {
  /// Everything there is follows, and what does not is gone; otherwise only what changed.
  package let isComplete: Bool
  /// A new one makes all cursors void.
  package let epoch: String
  /// The provider's clock.
  package let serverTime: Timestamp?

  package init(isComplete: Bool, epoch: String, serverTime: Timestamp?) {
    self.isComplete = isComplete
    self.epoch = epoch
    self.serverTime = serverTime
  }
}

/// What became of one attempt to do something.
package enum Submission: Sendable, Equatable {
  case done(reference: String?, link: String?)
  /// Taken, not finished; ask again by key.
  case accepted(link: String?, retryAfter: Int?)
  case refused(Reason)
  case notSent(TransportFailure.Cause)
  /// The default for everything else: nobody knows whether it happened.
  case unknown(TransportFailure.Cause)
  /// The request did not happen because the session is over; harmless.
  case loginNeeded
}

/// What the provider says of an earlier attempt.
package enum Settlement: Sendable, Equatable {
  case done(reference: String?, link: String?)
  case refused(Reason)
  case accepted(link: String?)
  /// Proved to have had no effect, and it never will.
  case notExecuted
  /// No proof either way: a 404 alone is none, the request may still be in a queue.
  case unknown
}

/// The port to a provider: one implementation a dialect.
///
/// The contract, tested by one conformance suite over each implementation:
/// - Nothing is retried inside, save one renewal of the session per call.
/// - `submit` sends exactly `intent.body` under `intent.key` where the dialect honours keys. It never throws for an
///   outcome: each way it can end is a case. Called twice with the same intent it has at most one effect where
///   `capabilities` has `.keys`; elsewhere the caller settles first.
/// - `settle` finds out what became of an attempt without doing it: by key, or by reading state back and comparing it
///   with what the intent's terms say it was before.
/// - `fence` makes sure that a key that was never seen never will be done; `.notExecuted` is then proof.
/// - `check` changes nothing.
/// - `changes` calls `receive` in the order of `PullStep`; a throw inside ends the pull and is thrown on. It returns
///   false after `.unchanged` when nothing changed (304).
package protocol Provider {
  var capabilities: Set<Capability> { get }

  /// What this login may see.
  func accounts() throws -> [AccountBrief]
  func changes(of account: String, since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool
  func articles(since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool
  func check(_ action: Action, for account: String) throws -> Check
  /// The bytes that `submit` will send for an action under these terms; frozen in the intent.
  func body(for action: Action, terms: Check?) -> String
  func submit(_ intent: Intent, for account: String) -> Submission
  func settle(_ intent: Intent, for account: String) throws -> Settlement
  /// As `settle`, where a payment is known by its sum alone: one entry of the ledger settles one intent.
  ///
  /// - Parameter claimed: references by which other intents have been settled.
  func settle(_ intent: Intent, for account: String, besides claimed: Set<String>) throws -> Settlement
  func fence(_ intent: Intent, for account: String) throws -> Settlement
  /// The bytes of a file of a ticket, by the attachment's id.
  func attachment(_ id: String, for account: String) throws -> [UInt8]
  /// What happened on the way that a person should know; each is told once.
  func takeNotes() -> Set<ProviderNote>
}

/// Something beside the answers that a person should know.
package enum ProviderNote: String, Sendable {
  /// The session was over, as after a login elsewhere, and a new one was made.
  case sessionRenewed
}

extension Provider {
  package func takeNotes() -> Set<ProviderNote> { [] }
  package func settle(_ intent: Intent, for account: String, besides claimed: Set<String>) throws -> Settlement {
    try settle(intent, for: account)
  }
  package func attachment(_ id: String, for account: String) throws -> [UInt8] {
    throw ProviderError.missing(.ticketFiles)
  }
}

package struct AccountBrief: Sendable, Equatable {
  package let id: String
  package let number: String
  package let name: String

  package init(id: String, number: String, name: String) {
    self.id = id
    self.number = number
    self.name = name
  }
}
