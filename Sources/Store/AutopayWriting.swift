import Domain
import Platform

extension StoreWriter {
  /// Makes a rule durable, in place of the one of its name.
  package func save(_ rule: AutopayRule) throws(StoreError) {
    try storing {
      try withLock {
        let path = AutopayPath.rule(rule.name, of: .account(rule.account))
        _ = try root.createDirectory(AutopayPath.rules(.account(rule.account)))
        try root.replace(path, with: Envelope.seal(rule.json))
      }
    }
  }

  /// Claims a slot and makes its intent, both durable before anything is sent; nil when the slot was claimed before.
  ///
  /// A death between the two leaves a claim without an intent, which `mendClaims` finds.
  package func claim(_ claim: AutopayClaim) throws(StoreError) -> Intent? {
    try storing {
      try withLock {
        // The room for the outcome is asked for first: a claim whose intent finds no room would cost its period.
        try reserveRoom(for: claim.intent.action)
        let folder = AutopayPath.claims(claim.rule, of: .account(claim.intent.account))
        _ = try root.createDirectory(folder)
        let made = try root.createOnce("\(folder)/\(claim.slot.name).json", with: Envelope.seal(claim.json))
        guard made == .created else { return nil }
        switch try create(claim.intent) {
        case .created: return claim.intent
        case .exists(let known): return known
        }
      }
    }
  }

  /// Makes the intents of claims that have none, as sent with an unknown outcome: they are settled, and not sent on trust.
  package func mendClaims(at now: Timestamp) throws(StoreError) {
    let oldest = now.adding(seconds: -StoreWriter.claimMemory).date(utcOffset: 0)
    try storing {
      guard try root.contains(AutopayPath.root) else { return }
      try withLock {
        for claim in try reader.orphanedClaims(since: oldest.text) {
          _ = try create(try claim.intent.madeAgain(at: now))
        }
      }
    }
  }

  /// Seconds for which a claim is looked after; an older one without its intent is the doctor's to name.
  private static let claimMemory: Int64 = 60 * 86_400
}

extension Intent {
  fileprivate func madeAgain(at moment: Timestamp) throws -> Intent {
    var intent = self
    try intent.apply(.take, at: moment, note: "made again from its claim")
    try intent.apply(.lost, at: moment, note: "it may have been sent")
    return intent
  }
}
