import Domain
import Language

/// A command that is worth typing next, and why.
struct NextStep: Sendable, Equatable {
  let command: String
  let why: Phrase

  init(_ command: String, _ why: Phrase) {
    self.command = command
    self.why = why
  }

  /// At most three, the most pressing first.
  static func steps(_ home: HomeFacts) -> [NextStep] {
    let steps = settling(home) + paying(home) + looking(home)
    return Array(steps.prefix(3))
  }

  private static func settling(_ home: HomeFacts) -> [NextStep] {
    if home.unreadableIntents > 0 { return [NextStep("kabinet doctor", .homeNextDoctor)] }
    if !home.intents.isEmpty { return [NextStep("kabinet sync", .homeNextSettle)] }
    guard home.standing.isStale else { return [] }
    return [NextStep("kabinet sync", .homeNextRefresh(TimeText.age(seconds: home.standing.age)))]
  }

  /// Nobody is told to pay while an earlier payment may still arrive.
  private static func paying(_ home: HomeFacts) -> [NextStep] {
    let standing = home.standing
    guard !home.hasUnsettledPayment, home.account.state != .closed, standing.recommended.isPositive else { return [] }
    let amount = standing.recommended.shortDecimalText
    let isBlocked = home.account.state == .blocked
    let turnOff = standing.turnOff.map { DateText.near($0, today: standing.today) }
    let pay = NextStep("kabinet pay \(amount)", isBlocked ? .homeNextPayBlocked : .homeNextPay(before: turnOff))
    let isPressing = isBlocked || (standing.daysLeft ?? .max) <= 3
    guard isPressing, standing.openTrustPayment == nil else { return [pay] }
    return [pay, NextStep("kabinet trust-payment check", .homeNextTrustPayment)]
  }

  private static func looking(_ home: HomeFacts) -> [NextStep] {
    guard home.digest.incidents.contains(where: { $0.state == .open }) else { return [] }
    return [NextStep("kabinet incidents", .homeNextIncidents)]
  }
}

extension Money {
  /// As one would type it: `650`, `650.50`.
  var shortDecimalText: String {
    let text = decimalText
    guard minor % currency.scale == 0, let point = text.firstIndex(of: ".") else { return text }
    return String(text[..<point])
  }
}
