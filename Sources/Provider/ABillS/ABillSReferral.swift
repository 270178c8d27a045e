import Domain
import JSON

/// Inviting friends: the module Referral.
struct ABillSReferral {
  private let reading: ABillSReading

  init(_ reading: ABillSReading) { self.reading = reading }

  static let friendPath = "/user/referral/friend/"
  static let bonusPath = "/user/referral/bonus/"

  func current() throws -> Referral? {
    guard !reading.missing.contains(.referral),
      let answer = try reading.optional("/user/referral/", for: .referral)
    else { return nil }
    let currency = try reading.currency()
    let friends = answer["referrals"].json == nil ? [] : try answer["referrals"].elements()
    return Referral(
      link: answer["referralLink"].text.flatMap { Link.isPlain($0) ? $0 : nil },
      bonus: (answer["totalBonus"].amount ?? Millionths(value: 0)).money(currency),
      friends: friends.compactMap { friend($0, currency) })
  }

  private func friend(_ row: Loose, _ currency: Currency) -> Referral.Friend? {
    guard let id = row["id"].identity else { return nil }
    let parts = [row["paymentBonus"], row["spendingBonus"]].compactMap(\.amount)
    let sum = row["totalBonus"].amount ?? parts.reduce(Millionths(value: 0)) { $0.adding($1) ?? $0 }
    return Referral.Friend(
      id: id, name: row["fio"].text ?? id, phone: row["phone"].identity, state: state(row), bonus: sum.money(currency))
  }

  /// 0 is not looked at yet, 1 in work, 2 dealt with, 3 cancelled; who became a subscriber is one.
  private func state(_ row: Loose) -> Referral.Friend.State {
    if row["isUser"].isTrue { return .joined }
    switch row["status"].integer {
    case 1, 2: return .inWork
    case 3: return .cancelled
    default: return .invited
    }
  }

  func check(_ action: Action) throws -> Check {
    let current = try current()
    guard !reading.missing.contains(.referral), let current else { throw ProviderError.missing(.referral) }
    var reasons: [Reason] = []
    if case .inviteFriend(_, let phone) = action, current.friends.contains(where: { digits($0.phone) == phone }) {
      reasons.append(ReferralReasons.known)
    }
    if action == .claimReferralBonus, !current.bonus.isPositive { reasons.append(ReferralReasons.noBonus) }
    return Check(
      eligibility: Eligibility(available: reasons.isEmpty, reasons: reasons),
      grants: action == .claimReferralBonus ? current.bonus : nil)
  }

  private func digits(_ phone: String?) -> String { (phone ?? "").filter { ("0"..."9").contains($0) } }

  static func body(of action: Action) -> String {
    guard case .inviteFriend(let name, let phone) = action else { return "{}" }
    return JSON.object(["fio": .string(name), "phone": .string(phone)]).text
  }

  /// Invited when somebody with this number is in the list: there was nobody when the terms were made. Claimed when the
  /// history of bonuses has one since it was asked for; the clocks may be some minutes apart.
  func trace(of intent: Intent) throws -> Settlement? {
    if case .inviteFriend(_, let phone) = intent.action {
      let friend = try current()?.friends.first { digits($0.phone) == phone }
      return friend.map { .done(reference: $0.id, link: nil) }
    }
    guard let sent = intent.sent, let history = try reading.optional(ABillSReferral.bonusPath) else { return .unknown }
    let offset = try reading.utcOffset
    let isThere = try history.elements().contains {
      $0["date"].moment(utcOffset: offset).map { $0 >= sent.adding(seconds: -300) } ?? false
    }
    return isThere ? .done(reference: nil, link: nil) : nil
  }

  static func submission(_ answer: Loose) -> Submission {
    guard answer["result"].text != nil else { return .unknown(.malformedAnswer) }
    return .done(reference: answer["referralId"].identity, link: nil)
  }

  /// Newer installations say "added" whether there was anything to add or not: then the history decides, for the script
  /// has ended.
  func claimed(_ answer: Loose, _ intent: Intent) throws -> Submission {
    if answer["bonusSum"].amount != nil { return .done(reference: nil, link: nil) }
    guard answer["result"].text != nil else { return .unknown(.malformedAnswer) }
    switch try trace(of: intent) {
    case .done?: return .done(reference: nil, link: nil)
    case nil: return .refused(ReferralReasons.noBonus)
    default: return .unknown(.malformedAnswer)
    }
  }

  static func reason(_ code: Int64) -> Reason? {
    switch code {
    case 41_001: ReferralReasons.phone
    case 41_002: ReferralReasons.known
    case 4_110, 4_115: ReferralReasons.noBonus
    default: nil
    }
  }
}
