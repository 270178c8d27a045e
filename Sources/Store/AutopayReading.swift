import Domain
import JSON
import Platform

/// Where rules and claims lie: `autopay/<account>/<rule>.json` and `autopay/<account>/claims/<rule>/<period>-<number>.json`.
enum AutopayPath {
  static let root = "autopay"

  static func rules(_ account: ShelfID) -> String { "\(root)/\(account.name)" }
  static func rule(_ name: String, of account: ShelfID) -> String { "\(rules(account))/\(name).json" }
  static func claims(_ rule: String, of account: ShelfID) -> String { "\(rules(account))/claims/\(rule)" }
}

extension StoreReader {
  /// The rules of an account in the order of their names. A rule that can't be read is an error: what it would have paid, and
  /// whether it did, nobody knows.
  package func autopayRules(of account: String) throws(StoreError) -> [AutopayRule] {
    var rules: [AutopayRule] = []
    let folder = AutopayPath.rules(.account(account))
    for name in try names(in: folder) where name.hasSuffix(".json") {
      let path = folder + "/" + name
      let rule = try record(path, AutopayRule.init(json:))
      guard rule.name + ".json" == name, rule.account == account else {
        throw .damaged(Damage(path, .illegal("it holds the rule \(rule.name) of \(rule.account.prefix(64))")))
      }
      rules.append(rule)
    }
    return rules
  }

  /// Every claim of a rule with what became of its intent, by period.
  package func autopayAttempts(_ rule: String, of account: String) throws(StoreError) -> [AutopayAttempt] {
    var attempts: [AutopayAttempt] = []
    for claim in try autopayClaims(rule, of: .account(account)) {
      let known = try intent(claim.intent.key)
      attempts.append(AutopayAttempt(claim: claim, intent: known ?? claim.intent))
    }
    return attempts
  }

  func autopayClaims(_ rule: String, of account: ShelfID) throws(StoreError) -> [AutopayClaim] {
    let folder = AutopayPath.claims(rule, of: account)
    var claims: [AutopayClaim] = []
    for name in try names(in: folder) where name.hasSuffix(".json") {
      claims.append(try record(folder + "/" + name, AutopayClaim.init(json:)))
    }
    return claims
  }

  /// Claims since a day (`2026-11-21`) whose intents are nowhere: whoever made them died before, or the intents were lost.
  func orphanedClaims(since day: String) throws(StoreError) -> [AutopayClaim] {
    var orphans: [AutopayClaim] = []
    for account in try names(in: AutopayPath.root) {
      let folder = "\(AutopayPath.root)/\(account)/claims"
      for rule in try names(in: folder) {
        // A month's claim sorts before the days of that month.
        for name in try names(in: folder + "/" + rule) where name.hasSuffix(".json") && name.prefix(7) >= day.prefix(7)
        {
          // One that can't be read stops its own rule, and the doctor names it; it must not stop every sync.
          guard let claim = try? record("\(folder)/\(rule)/\(name)", AutopayClaim.init(json:)) else { continue }
          if try intent(claim.intent.key) == nil { orphans.append(claim) }
        }
      }
    }
    return orphans
  }

  func record<Value>(
    _ path: String, _ make: (JSON) throws(FieldError) -> Value
  ) throws(StoreError) -> Value {
    try storing { try Envelope.open(try source.read(path, limit: Limit.intent), path: path, make) }
  }
}
