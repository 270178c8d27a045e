/// Something that the doctor found.
package struct Finding: Sendable, Hashable {
  package enum Severity: String, Sendable {
    /// Nothing is lost: a leftover of a crash, or damage that waits for the next sync.
    case note
    case damage
    /// No money may move until a person has settled it.
    case moneyLock = "money-lock"
  }

  package enum Kind: Sendable, Hashable {
    /// The store's own file, a head, a collection or a manifest can't be trusted.
    case fileDamaged
    case fileMissing
    /// Lines of a segment that can't be trusted or are gone; how many places.
    case linesDamaged(places: Int)
    /// Bytes beyond those that the head names.
    case tail(bytes: Int)
    /// A temporary file of a process that died.
    case temporary
    /// A file that no head names or has named: of a change that was never finished.
    case orphan
    /// A file that Kabinet did not make.
    case stranger
    case link
    /// Others may read or write it; the permission bits.
    case permissions(UInt32)
    /// Opening plus the sum of the entries is not the closing balance.
    case unbalanced
    /// The sums by month are not those of the entries.
    case wrongTotals
    case unreadableIntent
    /// Another record that nobody else has, such as a claim or the log of drops.
    case unreadableRecord
    /// It has ended and was not put away.
    case endedIntent
    /// The balance is unknown since the head was rebuilt.
    case rebuilt
  }

  /// What can be done about it.
  package enum Remedy: String, Sendable {
    /// `doctor --repair`
    case repair
    /// The provider has it: the next sync fetches it.
    case sync
    /// The next change of the store sets it right.
    case nothing
    /// Nobody else has it, and a guess would be dangerous: only a backup brings it back.
    case backup
  }

  package let severity: Severity
  /// Relative to the store.
  package let path: String
  package let kind: Kind

  package init(_ severity: Severity, _ path: String, _ kind: Kind) {
    self.severity = severity
    self.path = path
    self.kind = kind
  }

  package var remedy: Remedy {
    switch kind {
    case .unreadableIntent, .unreadableRecord: .backup
    case .unbalanced, .rebuilt: .sync
    case .endedIntent: .nothing
    // Damage that is marked is a note: it waits for the next sync.
    case .fileDamaged, .fileMissing, .linesDamaged, .wrongTotals: severity == .note ? .sync : .repair
    case .tail, .temporary, .orphan, .stranger, .link, .permissions: .repair
    }
  }
}

/// What an examination came to.
package struct Diagnosis: Sendable {
  package enum Status: String, Sendable {
    case clean, repaired
    case damageLeft = "damage-left"
    case moneyLocked = "money-locked"
  }

  /// What is there now.
  package let findings: [Finding]
  /// What was there and is not any more.
  package let repaired: [Finding]

  package var status: Status {
    if findings.contains(where: { $0.severity == .moneyLock }) { return .moneyLocked }
    if findings.contains(where: { $0.severity == .damage }) { return .damageLeft }
    return repaired.isEmpty ? .clean : .repaired
  }
}
