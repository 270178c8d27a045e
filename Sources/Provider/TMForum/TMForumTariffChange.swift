import Domain
import JSON

/// Changing the tariff: a product order that puts another offering in the place of the product's, and its cancellation.
struct TMForumTariffChange {
  let reading: TMForumReading
  let view: TMForumAccount

  func check(_ id: String, _ when: Action.When) throws -> Check {
    let products = try TMForumProducts(reading, view)
    let catalogue = try TMForumCatalogue(reading, view, products)
    let orders = try TMForumOrders(reading, view)
    guard reading.missing.isDisjoint(with: [.tariffSwitch]) else { throw ProviderError.missing(.tariffSwitch) }
    let own = products.tariff
    let before = Check.Effect(
      balance: view.balance, credit: view.credit, tariff: own?.name, periodFee: own?.price?.fee)
    func refused(_ reason: Reason) -> Check {
      Check(eligibility: Eligibility(available: false, reasons: [reason]), before: before)
    }
    guard let own else { return refused(TMForumReasons.nothingToChange) }
    guard let offer = catalogue.offer(id) else { return refused(TariffReasons.unknown) }
    if orders.change(from: own, view) != nil { return refused(TariffReasons.changeScheduled) }
    let answers =
      id == own.offering ? [:] : try TMForumQualification(reading).ask([id], instead: own.id, view)
    let eligibility = catalogue.eligibility(offer, answers)
    guard eligibility.available else { return Check(eligibility: eligibility, before: before) }
    let day = try day(when, own, products)
    guard let day else { return refused(TMForumReasons.periodUnknown) }
    guard day >= view.today else { return refused(TMForumReasons.pastDay) }
    let start = day > view.today ? Timestamp.text(startOf: day, utcOffset: view.utcOffset) : ""
    return Check(
      eligibility: Eligibility(available: true), fee: offer.single, effectiveOn: day,
      quote: JSON.array([view.id, own.id, start].map { .string($0) }).text, before: before,
      after: Check.Effect(balance: nil, tariff: offer.name, periodFee: offer.price.fee))
  }

  private func day(
    _ when: Action.When, _ own: TMForumProducts.Product, _ products: TMForumProducts
  ) throws -> CivilDate? {
    switch when {
    case .now: return view.today
    case .on(let day): return day
    case .nextPeriod:
      let ledger = try TMForumLedger(reading: reading, view: view).history(tariff: own.id)
      let bills = try TMForumBills(reading, view)
      return TMForumPlan.plan(own, ledger, bills, view)?.nextCharge ?? bills.next
    }
  }

  func checkCancellation() throws -> Check {
    let products = try TMForumProducts(reading, view)
    let orders = try TMForumOrders(reading, view)
    guard !reading.missing.contains(.tariffCancel) else { throw ProviderError.missing(.tariffCancel) }
    let own = products.tariff
    let effect = Check.Effect(tariff: own?.name, periodFee: own?.price?.fee)
    guard let change = orders.change(from: own, view), let id = change.order["id"].identity else {
      return Check(
        eligibility: Eligibility(available: false, reasons: [TariffReasons.nothingScheduled]), before: effect)
    }
    guard TMForumOrders.canCancel(change.order) else {
      return Check(eligibility: Eligibility(available: false, reasons: [TMForumReasons.cannotCancel]), before: effect)
    }
    let offer = try TMForumCatalogue(reading, view, products).offer(change.offering)
    return Check(
      eligibility: Eligibility(available: true), effectiveOn: view.today, quote: id,
      before: Check.Effect(tariff: offer?.name ?? change.offering, periodFee: offer?.price.fee), after: effect)
  }

  static func body(switching id: String, quote: String?) -> JSON {
    guard case .array(let words)? = quote.flatMap({ try? JSON(parsing: Array($0.utf8)) }), words.count == 3,
      case .string(let account) = words[0], case .string(let product) = words[1], case .string(let start) = words[2]
    else { return [:] }
    return TMForumOrders.body(account: account, product: product, offering: id, start: start.isEmpty ? nil : start)
  }

  static func body(cancelling order: String?) -> JSON {
    guard let order else { return [:] }
    return ["productOrder": ["id": .string(order), "@referredType": "ProductOrder"]]
  }

  // MARK: - Sent and found again

  /// An order for a later day is done when it is taken; one for today when it is completed.
  static func outcome(order: Loose, of intent: Intent) -> Submission {
    guard let id = order["id"].identity else { return .unknown(.malformedAnswer) }
    switch TMForumOrders.state(order) {
    case .done: return .done(reference: id, link: nil)
    case .refused, .cancelled:
      let note = order[list: "note"].last?["text"].text ?? order["cancellationReason"].text
      return .refused(TMForumReasons.reason("order-" + (order["state"].text ?? "rejected"), note))
    case .underWay, nil:
      let isLater = (try? JSON(parsing: Array(intent.body.utf8)))?["requestedStartDate"] != nil
      return isLater ? .done(reference: id, link: nil) : .accepted(link: nil, retryAfter: nil)
    }
  }

  static func outcome(cancellation: Loose) -> Submission {
    guard let id = cancellation["id"].identity else { return .unknown(.malformedAnswer) }
    switch cancellation["state"].text {
    case "done": return .done(reference: id, link: nil)
    case "terminatedWithError": return .refused(TMForumReasons.cannotCancel)
    default: return .accepted(link: nil, retryAfter: nil)
    }
  }

  /// Ordered when there is an order with our key as `externalId`, as it says how that one stands; or, where a provider
  /// keeps no such ids, one of this offering without any that came since it was sent. Nil when there is none.
  func trace(ofSwitch intent: Intent) throws -> Settlement? {
    guard let orders = try reading.list(.order, "productOrder"), case .switchTariff(let id, _) = intent.action,
      let since = intent.sent?.adding(seconds: -300)
    else { return .unknown }
    let own = orders.first { $0["externalId"].text == intent.key }
    let alike = orders.first { order in
      order.concerns(view.id) && order["externalId"].text == nil
        && order["orderDate"].time(view.utcOffset).map { $0 >= since } ?? false
        && order[list: "productOrderItem"].contains { $0["productOffering"]["id"].identity == id }
    }
    return (own ?? alike).flatMap { TMForumProvider.settlement(TMForumTariffChange.outcome(order: $0, of: intent)) }
  }

  /// Cancelled when the order is; under way or refused as the cancellations of it say. A cancellation has no member for a
  /// key, and a second one of the same order changes nothing. Nil when nothing of it is there.
  func trace(ofCancellation intent: Intent) throws -> Settlement? {
    guard let id = intent.terms?.quote, let orders = try reading.list(.order, "productOrder") else { return .unknown }
    guard let order = orders.first(where: { $0["id"].identity == id }) else { return .unknown }
    if TMForumOrders.state(order) == .cancelled { return .done(reference: id, link: nil) }
    let tasks = try reading.list(.order, "cancelProductOrder") ?? []
    return tasks.last { $0["productOrder"]["id"].identity == id }
      .flatMap { TMForumProvider.settlement(TMForumTariffChange.outcome(cancellation: $0)) }
  }
}
