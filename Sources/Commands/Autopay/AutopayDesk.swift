import Domain
import Language
import Platform
import Provider
import Store

/// What the store knows for the decisions of one account's rules.
struct AutopayDesk {
  let session: Session

  /// The rules that are meant: the named one, or all.
  func rules(named name: String?) throws -> [AutopayRule] {
    let rules = try session.reader.autopayRules(of: session.entry.id)
    guard let name else { return rules }
    let found = rules.filter { $0.name == name }
    guard !found.isEmpty else {
      throw Failure(
        .usage, .autopayNoSuchRule(name),
        hint: rules.isEmpty ? .autopaySetHint : .autopayRulesAre(rules.map(\.name).joined(separator: ", ")))
    }
    return found
  }

  func decision(on rule: AutopayRule) throws -> AutopayDecision {
    let open = try session.reader.openIntents()
    guard !open.isMoneyLocked else {
      throw Failure(.store, .moneyLocked(open.unreadable.first?.path ?? ""), hint: .runDoctor)
    }
    return AutopayDecision(
      rule,
      AutopayDecision.Facts(
        account: session.account, today: session.today, turnOff: turnOff,
        attempts: try session.reader.autopayAttempts(rule.name, of: session.entry.id),
        unsettled: open.of(session.entry.id).filter(\.isUnsettledMoney), paid: try paid(),
        identity: try identity()))
  }

  /// Nil as well where the service is off for a reason that no payment ends.
  private var turnOff: CivilDate? {
    let forecast = session.forecast
    return session.account.state == .blocked && forecast.neededToUnblock == nil ? nil : forecast.turnOffDate
  }

  /// The entries of this month and the last days by their keys, where entries carry any.
  private func paid() throws -> [String: LedgerEntry]? {
    guard Dialect(rawValue: session.entry.dialect)?.honoursKeys == true else { return nil }
    let from = min(session.today.firstOfMonth, session.today.adding(days: -4))
    // Entries of tomorrow too: the provider's day may have turned since it said what day it is.
    let page = try session.reader.ledger(session.shelf, session.head, in: from...session.today.adding(days: 2))
    if let damage = page.damage.first { throw StoreError.damaged(damage) }
    return Dictionary(page.entries.compactMap { entry in entry.key.map { ($0, entry) } }) { first, _ in first }
  }

  /// Stands for the account on each machine of the subscriber: of the provider's host and its identity of the account.
  func identity() throws -> String {
    let host = try Address(parsing: session.entry.address).host.lowercased()
    return [host, session.entry.accountID].map { Hexadecimal.text(CRC32C.of(Array($0.utf8))) }.joined()
  }
}
