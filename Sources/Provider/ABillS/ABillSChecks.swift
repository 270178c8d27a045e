import Domain
import Platform

/// Dry runs, made of reading calls alone: the installation has none of its own.
struct ABillSChecks {
  let reading: ABillSReading
  let view: ABillSAccount
  private var today: CivilDate { view.now.date(utcOffset: view.utcOffset) }

  init(reading: ABillSReading, view: ABillSAccount) {
    self.reading = reading
    self.view = view
  }

  func trustPayment() throws -> Check {
    let before = Check.Effect(balance: view.balance, credit: view.credit)
    switch try reading.session.call("GET", "/user/credit/") {
    case .failed(let code, _) where ABillSReasons.isMissing(code):
      return Check(
        eligibility: refused(ABillSReasons.reason(ABillSReasons.creditDisabled, nil)), before: before)
    case .failed(let code, let text):
      let from = code == ABillSReasons.creditMonthLimit ? today.firstOfNextMonth : nil
      let eligibility = Eligibility(
        available: false, active: code == ABillSReasons.creditActive, availableFrom: from,
        reasons: [ABillSReasons.reason(code, text)])
      return Check(eligibility: eligibility, before: before)
    case .value(let terms):
      return try offer(terms, before: before)
    }
  }

  private func offer(_ terms: Loose, before: Check.Effect) throws -> Check {
    let grants = try terms["creditSum"].required(terms["creditSum"].amount, "an amount").money(view.currency)
    let fee = (terms["creditChgPrice"].amount ?? terms["creditChangePrice"].amount)?.money(view.currency)
    let days = terms["creditDays"].integer.flatMap { (1...36_600).contains($0) ? Int($0) : nil }
    let balance = view.balance.flatMap { balance in fee.map { balance.subtracting($0) } ?? balance }
    return Check(
      eligibility: Eligibility(available: true), fee: fee, grants: grants, termDays: days, effectiveOn: today,
      before: before, after: Check.Effect(balance: balance, credit: max(grants, view.credit)))
  }

  func tariff(_ id: String, _ when: Action.When) throws -> Check {
    let rows = try reading.tariffRows()
    let tariffs = try ABillSTariffs(rows: rows, account: view).all
    let before = effect(of: view.main)
    guard let tariff = tariffs.first(where: { $0.id == id }), let service = view.main?["id"].identity else {
      return Check(eligibility: refused(TariffReasons.unknown), before: before)
    }
    let periods = try reading.configuration()["internet"]
    var eligibility = tariff.eligibility
    if eligibility.available, periods.json != nil, !offers(when, periods) {
      eligibility = refused(ABillSReasons.notThen)
    }
    let row = rows.first { $0["tpId"].identity == id }
    let activation = row?["activatePrice"].amount?.money(view.currency)
    return Check(
      eligibility: eligibility, fee: activation.flatMap { $0.isPositive ? $0 : nil }, effectiveOn: day(when),
      quote: service, before: before,
      after: Check.Effect(balance: nil, tariff: tariff.name, periodFee: tariff.fee))
  }

  /// The installation names the periods that it allows: `{"nextMonth":1,"now":0,"schedule":2}`; the values are codes, so a
  /// present key means yes.
  private func offers(_ when: Action.When, _ periods: Loose) -> Bool {
    switch when {
    case .now: periods["now"].json != nil
    case .nextPeriod: periods["nextMonth"].json != nil
    case .on: periods["schedule"].json != nil
    }
  }

  private func day(_ when: Action.When) -> CivilDate {
    switch when {
    case .now: return today
    case .on(let day): return day
    case .nextPeriod:
      // With a daily fee a period is a day, and the change is at once.
      if view.main?["dayFee"].amount?.isPositive == true { return today }
      return view.main?["nextAbon"]["abonDate"].date ?? today.firstOfNextMonth
    }
  }

  func cancellation() -> Check {
    let schedule = view.main?["schedule"]
    let before = Check.Effect(
      tariff: schedule?["tpName"].text,
      periodFee: [schedule?["monthFee"], schedule?["dayFee"]].lazy.compactMap { $0?.amount }.first { $0.isPositive }?
        .money(view.currency))
    guard let id = schedule?["sheduleId"].identity ?? schedule?["scheduleId"].identity else {
      return Check(eligibility: refused(TariffReasons.nothingScheduled), before: effect(of: view.main))
    }
    let mayCancel = schedule?["canCancel"].isTrue == true
    return Check(
      eligibility: mayCancel ? Eligibility(available: true) : refused(ABillSReasons.cannotCancel), effectiveOn: today,
      quote: id, before: before, after: effect(of: view.main))
  }

  /// A payment is a link to a page of a payment system; making the link moves no money.
  func payment(_ amount: Money, _ method: String?) throws -> Check {
    _ = try reading.configuration()
    guard !reading.missing.contains(.payment) else { throw ProviderError.missing(.payment) }
    let methods = try reading.methods(view)
    guard let chosen = method.map({ id in methods.first { $0.id == id } }) ?? methods.first else {
      if reading.missing.contains(.payment) { throw ProviderError.missing(.payment) }
      return Check(eligibility: refused(PaymentReasons.noMethod))
    }
    var reasons: [Reason] = []
    if amount.currency != view.currency { reasons.append(PaymentReasons.currency) }
    if let least = chosen.minimum, amount < least { reasons.append(ABillSReasons.amount(tooSmall: true, bound: least)) }
    if let most = chosen.maximum, amount > most { reasons.append(ABillSReasons.amount(tooSmall: false, bound: most)) }
    // The number comes back in the payment's `extId`, which is how the payment is recognised.
    let operation = Randomness.bytes(12).map { String($0 % 10) }.joined()
    return Check(
      eligibility: Eligibility(available: reasons.isEmpty, reasons: reasons), price: amount,
      quote: chosen.id + " 1" + operation + (try reading.module(of: chosen.id).map { " " + $0 } ?? ""),
      before: Check.Effect(balance: view.balance, credit: view.credit),
      after: Check.Effect(balance: view.balance?.adding(amount), credit: view.credit))
  }

  private func effect(of service: Loose?) -> Check.Effect {
    let fee = [service?["dayFee"], service?["monthFee"]].lazy.compactMap { $0?.amount }.first { $0.isPositive }
    return Check.Effect(
      balance: view.balance, credit: view.credit, tariff: service?["tpName"].text,
      periodFee: fee?.money(view.currency))
  }

  private func refused(_ reason: Reason) -> Eligibility { Eligibility(available: false, reasons: [reason]) }
}
