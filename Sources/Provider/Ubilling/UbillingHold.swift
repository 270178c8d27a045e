import Domain

/// The freezing of an account: at once, until it is taken back.
struct UbillingHold {
  private let reading: UbillingReading

  init(_ reading: UbillingReading) { self.reading = reading }

  func check(_ action: Action, _ user: UbillingUser) throws -> Check {
    let freeze = try reading.session.agent("freezedata")
    guard let status = freeze["freezeStatus"].text else { throw ProviderError.missing(.hold) }
    let isFrozen = status == "frozen"
    guard case .startHold(let from, let until) = action else {
      return answer(isFrozen ? [] : [HoldReasons.none], isFrozen, freeze, user)
    }
    let today = reading.clock().date(utcOffset: user.utcOffset)
    var reasons: [Reason] = []
    if isFrozen { reasons.append(HoldReasons.active) }
    if !freeze["freezeSelfAvailable"].isTrue { reasons.append(HoldReasons.off) }
    if until != nil || from.map({ $0 != today }) ?? false { reasons.append(HoldReasons.immediateOnly) }
    if !freeze["negativeBalanceFreezeAllowed"].isTrue, user.balance.isNegative { reasons.append(HoldReasons.debt) }
    if !isTariffAllowed(freeze) { reasons.append(HoldReasons.tariff) }
    return answer(reasons, isFrozen, freeze, user, on: today)
  }

  private func answer(
    _ reasons: [Reason], _ isFrozen: Bool, _ freeze: Loose, _ user: UbillingUser, on day: CivilDate? = nil
  ) -> Check {
    let fee = freeze["activationCost"].amount?.money(user.currency)
    return Check(
      eligibility: Eligibility(available: reasons.isEmpty, active: isFrozen, reasons: reasons),
      fee: day == nil ? nil : fee, effectiveOn: day)
  }

  private func isTariffAllowed(_ freeze: Loose) -> Bool {
    if freeze["tariffAllowedAny"].isTrue { return true }
    guard let list = freeze["tariffsAllowedList"].text, let own = freeze["userTariff"].text else { return true }
    return list.split(separator: ",").contains { $0.drop { $0 == " " } == own }
  }

  /// Asks for it and looks whether it has come about: what the agent answers is not promised anywhere.
  func send(_ action: Action) throws -> Submission {
    _ = try reading.session.agent(action == .cancelHold ? "dounfreeze" : "dofreeze")
    return (try? trace(of: action)).flatMap { $0 } == nil ? .unknown(.other) : .done(reference: nil, link: nil)
  }

  /// Done when the account is as it was asked to be; nil otherwise.
  func trace(of action: Action) throws -> Settlement? {
    let status = try reading.session.agent("freezedata")["freezeStatus"]
    let isFrozen = try status.required(status.text, "a status") == "frozen"
    return isFrozen == (action != .cancelHold) ? .done(reference: nil, link: nil) : nil
  }
}
