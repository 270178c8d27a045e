import JSON

/// A mutation on its way to the provider: durable before it is sent, and never sent under two keys.
///
/// The value is a state machine. `apply` is the only way on, and it refuses each move that is not in its table; a
/// terminal state never changes.
package struct Intent: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    case queued, sending, accepted, unknown, fencing
    case confirmed, rejected, expired, cancelled
    /// Proved to have had no effect at the provider.
    case notExecuted = "not-executed"

    package var isTerminal: Bool {
      switch self {
      case .queued, .sending, .accepted, .unknown, .fencing: false
      case .confirmed, .rejected, .expired, .cancelled, .notExecuted: true
      }
    }
  }

  package enum Event: String, Sendable, CaseIterable {
    /// One sync takes it; durable before a socket opens.
    case take
    case done, accepted, refused
    /// The request provably never reached the provider.
    case notSent = "not-sent"
    /// Anything else: time-out, reset, empty or cut answer, 5xx, our own death.
    case lost
    /// The user asks to cancel.
    case cancel
    /// The provider promises to refuse the key for ever.
    case fenced
    /// Read back: it never took effect.
    case notExecuted = "not-executed"
    case expire
    /// Asked again, still not settled.
    case stillUnknown = "still-unknown"
  }

  package struct Step: Sendable, Equatable {
    package let at: Timestamp
    package let event: Event
    package let note: String?
  }

  /// A later fact that contradicts a terminal state: recorded and shown, never acted upon.
  package struct Discrepancy: Sendable, Equatable {
    package let at: Timestamp
    package let note: String
  }

  package struct IllegalMove: Error, Equatable {
    package let state: State
    package let event: Event
  }

  /// The client's key: the resource under which the provider knows it. A UUIDv7, or what a script passed with `--key`.
  package let key: String
  /// The shelf of the account.
  package let account: String
  package let action: Action
  /// The bytes that are sent, each time the same.
  package let body: String
  /// What was shown and agreed to.
  package let terms: Check?
  package let created: Timestamp
  package let validUntil: Timestamp?
  /// The key of an intent that must be confirmed first.
  package let dependsOn: String?
  package private(set) var state: State
  package private(set) var attempts: Int
  package private(set) var history: [Step]
  /// The provider's word on a refusal.
  package private(set) var refusal: Reason?
  /// The provider's reference of the effect: a ledger entry, an order.
  package private(set) var reference: String?
  /// A page where the person finishes a payment.
  package private(set) var link: String?
  package private(set) var discrepancies: [Discrepancy]

  package init(
    key: String, account: String, action: Action, body: String, terms: Check?, created: Timestamp,
    validUntil: Timestamp? = nil, dependsOn: String? = nil
  ) {
    self.key = key
    self.account = account
    self.action = action
    self.body = body
    self.terms = terms
    self.created = created
    self.validUntil = validUntil
    self.dependsOn = dependsOn
    self.state = .queued
    self.attempts = 0
    self.history = []
    self.discrepancies = []
  }

  /// Where an event leads, or nil when the move is illegal. One table, read by `apply`, by tests and by `doctor`.
  package static func next(_ state: State, _ event: Event) -> State? {
    switch (state, event) {
    case (.queued, .take): .sending
    case (.queued, .expire): .expired
    case (.queued, .cancel): .cancelled
    case (.sending, .notSent): .queued
    case (.sending, .done), (.accepted, .done), (.unknown, .done), (.fencing, .done): .confirmed
    case (.sending, .refused), (.accepted, .refused), (.unknown, .refused), (.fencing, .refused): .rejected
    case (.sending, .accepted), (.unknown, .accepted), (.fencing, .accepted): .accepted
    case (.sending, .lost), (.unknown, .stillUnknown): .unknown
    case (.accepted, .stillUnknown): .accepted
    case (.fencing, .stillUnknown), (.fencing, .lost): .fencing
    case (.unknown, .notExecuted), (.fencing, .notExecuted): .notExecuted
    case (.unknown, .cancel), (.accepted, .cancel): .fencing
    case (.fencing, .fenced): .cancelled
    case (.unknown, .fenced): .notExecuted
    default: nil
    }
  }

  package mutating func apply(
    _ event: Event, at moment: Timestamp, note: String? = nil, refusal: Reason? = nil, reference: String? = nil,
    link: String? = nil
  ) throws(IllegalMove) {
    guard let next = Intent.next(state, event) else { throw IllegalMove(state: state, event: event) }
    state = next
    if event == .take { attempts += 1 }
    history.append(Step(at: moment, event: event, note: note))
    self.refusal = refusal ?? self.refusal
    self.reference = reference ?? self.reference
    self.link = link ?? self.link
  }

  /// Puts back what the provider said, when an intent is read from its file.
  mutating func restore(refusal: Reason?, fields: Fields) throws(FieldError) {
    self.refusal = refusal
    reference = try fields.optionalString("reference")
    link = try fields.optionalString("link")
    discrepancies = try fields.list("discrepancies")
  }

  package mutating func record(discrepancy note: String, at moment: Timestamp) {
    discrepancies.append(Discrepancy(at: moment, note: note))
  }
}

extension Intent {
  /// Whether the person must not repeat it: it may have moved money and nobody knows yet.
  package var isUnsettledMoney: Bool { action.movesMoney && !state.isTerminal }

  /// The amount of a payment.
  package var amount: Money? {
    guard case .pay(let amount, _) = action else { return nil }
    return amount
  }
}
