import Language

/// The documented exit statuses; they never change their meaning.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Done; also with nothing found.
  case done = 0
  case failed = 1
  case usage = 2
  /// A threshold of `check` is crossed.
  case threshold = 3
  case loginNeeded = 4
  /// The provider can't be reached or asks to wait; trying again may help.
  case unreachable = 5
  /// Refused by the provider's rules.
  case refused = 6
  /// Accepted or unknown: the outcome is not settled yet.
  case unsettled = 8
  /// The store is damaged, locked or full.
  case store = 10
  case interrupted = 130
  case brokenPipe = 141
}

/// What went wrong, for a person: what happened, why, and the next command to type.
package struct Failure: Error, Sendable, Equatable {
  package enum Kind: Sendable, CaseIterable {
    case failed, usage, loginNeeded, unreachable, refused, unsettled, store, interrupted
  }

  package let kind: Kind
  package let what: Phrase
  package let why: Phrase?
  package let hint: Phrase?

  package init(_ kind: Kind, _ what: Phrase, why: Phrase? = nil, hint: Phrase? = nil) {
    self.kind = kind
    self.what = what
    self.why = why
    self.hint = hint
  }

  /// The kind alone decides.
  package var exitStatus: ExitStatus {
    switch kind {
    case .failed: .failed
    case .usage: .usage
    case .loginNeeded: .loginNeeded
    case .unreachable: .unreachable
    case .refused: .refused
    case .unsettled: .unsettled
    case .store: .store
    case .interrupted: .interrupted
    }
  }
}
