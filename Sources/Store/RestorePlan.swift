import Domain
import JSON
import Platform

/// What a restore is about to do, or did: a value that can be printed and asserted.
///
/// Nothing that is promised here is lost by it. Of an intent that both know the one that has ended, or has gone further, is
/// kept; one that the backup alone knows comes back, but never as one that waits to be sent: what was queued when the backup
/// was made may have been sent since, so it comes back as unknown and is settled before any other money moves.
package struct RestorePlan: Sendable, Equatable {
  package enum Change: String, Sendable {
    /// It comes back as it was.
    case add
    /// It comes back as one whose outcome nobody knows.
    case addUnknown = "add-unknown"
    /// A rule of autopay comes back turned off: it may have paid since, and only its lost claims knew.
    case addStopped = "add-stopped"
    /// The backup's has ended or has gone further.
    case advance
    /// Each went its own way: the store's stays, as one whose outcome nobody knows.
    case doubt
    /// The store's can't be read and is set aside.
    case mend
    /// Facts of the provider take the place of others.
    case replace
    /// The store's is newer, or the only one.
    case keep
    /// It was damaged when the backup was made: it is left out, a sync fetches it.
    case leaveOut = "leave-out"
  }

  package enum Kind: String, Sendable { case intent, file, shelf }

  package struct Step: Sendable, Equatable {
    package let kind: Kind
    /// Relative to the store, as in the backup.
    package let path: String
    package let change: Change
    /// An intent as it will be.
    package var intent: Intent?
    /// When the provider was last heard: of the store's shelf and of the backup's.
    package var synced: (store: Timestamp?, backup: Timestamp?)?

    package static func == (one: Step, other: Step) -> Bool {
      one.kind == other.kind && one.path == other.path && one.change == other.change && one.intent == other.intent
        && one.synced?.store == other.synced?.store && one.synced?.backup == other.synced?.backup
    }
  }

  /// In the order in which they are taken: what may have moved money first.
  package let steps: [Step]
  /// How many files and shelves are the same in both.
  package let same: Int

  /// Whether anything is written.
  package var changesSomething: Bool {
    steps.contains { $0.change != .keep && $0.change != .leaveOut }
  }
}

extension Intent {
  /// As it comes out of a backup: what had not been sent then may have been sent since.
  func restored(at moment: Timestamp) -> Intent {
    var intent = self
    guard state == .queued else { return intent }
    do {
      try intent.apply(.take, at: moment, note: "restored from a backup")
      try intent.apply(.lost, at: moment, note: "it may have been sent since")
    } catch {
      return self
    }
    return intent
  }

  /// Whether this is the same intent at a later moment.
  func continues(_ other: Intent) -> Bool {
    history.starts(with: other.history) && history.count > other.history.count
  }
}
