import Domain

/// The offerings of the catalogue (TMF620) that are tariffs, each with what stands in this account's way.
struct TMForumCatalogue {
  let reading: TMForumReading
  let view: TMForumAccount
  let products: TMForumProducts
  private let offers: [Offer]

  struct Offer {
    let id: String
    let row: Loose
    let price: TMForumPrice
    /// Taken once when it is ordered.
    let single: Money?

    var name: String { row["name"].text ?? id }
  }

  init(_ reading: TMForumReading, _ view: TMForumAccount, _ products: TMForumProducts) throws {
    self.reading = reading
    self.view = view
    self.products = products
    let rows = try reading.list(.catalogue, "productOffering", lacking: .tariffs, .tariffSwitch) ?? []
    let prices = try TMForumCatalogue.prices(rows, reading)
    let all: [Offer] = rows.compactMap { row in
      let own = row[list: "productOfferingPrice"].map { price in
        price["price"].json == nil ? price["id"].identity.flatMap { prices[$0] } ?? price : price
      }.filter { !$0["validFor"].isOver(at: view.now, view.utcOffset) }
      guard let id = row["id"].identity, let price = TMForumPrice.regular(own, view.currency) else { return nil }
      return Offer(id: id, row: row, price: price, single: TMForumPrice.single(own, view.currency))
    }
    offers = TMForumCatalogue.tariffs(of: all, like: products.tariff?.offering)
  }

  /// Prices are in the offering, or it refers to them: then all are read, once.
  private static func prices(_ rows: [Loose], _ reading: TMForumReading) throws -> [String: Loose] {
    let refers = rows.contains { $0[list: "productOfferingPrice"].contains { $0["price"].json == nil } }
    guard refers, let prices = try reading.list(.catalogue, "productOfferingPrice") else { return [:] }
    return Dictionary(prices.compactMap { price in price["id"].identity.map { ($0, price) } }) { first, _ in first }
  }

  /// A catalogue holds routers and television too: a tariff is what shares a category with the account's own or, where it
  /// has none, the specification; with neither all that has a regular price.
  private static func tariffs(of offers: [Offer], like own: String?) -> [Offer] {
    let live = offers.filter { !isDraft($0.row) || $0.id == own }
    guard let mine = offers.first(where: { $0.id == own }) else { return live.filter(isSold) }
    func categories(_ offer: Offer) -> Set<String> {
      Set(offer.row[list: "category"].compactMap { $0["id"].identity })
    }
    let specification = mine.row["productSpecification"]["id"].identity
    return live.filter { offer in
      if offer.id == own { return true }
      guard isSold(offer) else { return false }
      if !categories(mine).isEmpty { return !categories(mine).isDisjoint(with: categories(offer)) }
      return specification == nil || offer.row["productSpecification"]["id"].identity == specification
    }
  }

  /// What is sold with another offering only is no tariff.
  private static func isSold(_ offer: Offer) -> Bool {
    offer.row["isSellable"].json == nil || offer.row["isSellable"].isTrue
  }

  private static func stage(_ row: Loose) -> String { (row["lifecycleStatus"].text ?? "").lowercased() }

  /// Not yet in the market.
  private static func isDraft(_ row: Loose) -> Bool {
    let stage = stage(row)
    return stage.hasPrefix("in ") || stage.hasPrefix("instudy") || stage.hasPrefix("indesign")
      || stage.hasPrefix("intest") || stage == "rejected"
  }

  private func isArchived(_ row: Loose) -> Bool {
    ["retired", "obsolete", "end of life", "endoflife", "withdrawn"].contains(TMForumCatalogue.stage(row))
      || row["validFor"].isOver(at: view.now, view.utcOffset)
  }

  func offer(_ id: String) -> Offer? { offers.first { $0.id == id } }

  // MARK: - As tariffs

  func tariffs() throws -> [Tariff] {
    let own = products.tariff
    let open = offers.filter { $0.id != own?.offering && !isArchived($0.row) }
    let answers = try TMForumQualification(reading).ask(open.map(\.id), instead: own?.id, view)
    let listed = offers.map { tariff($0, eligibility($0, answers)) }
    // The account's own may have left the catalogue.
    guard let own, let price = own.price, !listed.contains(where: { $0.id == own.offering }) else { return listed }
    return listed + [
      Tariff(
        id: own.offering, name: own.name, fee: price.fee, cycle: price.cycle, isArchived: true,
        eligibility: TMForumCatalogue.current)
    ]
  }

  func eligibility(_ offer: Offer, _ answers: [String: Eligibility]) -> Eligibility {
    if offer.id == products.tariff?.offering { return TMForumCatalogue.current }
    if isArchived(offer.row) { return Eligibility(available: false, reasons: [TMForumReasons.archived]) }
    // Where nobody is asked beforehand, the order itself will say.
    return answers[offer.id] ?? Eligibility(available: true)
  }

  private static let current = Eligibility(available: false, active: true, reasons: [TariffReasons.current])

  private func tariff(_ offer: Offer, _ eligibility: Eligibility) -> Tariff {
    let row = offer.row
    let included = row[list: "bundledProductOffering"].compactMap { $0["id"].identity }
    return Tariff(
      id: offer.id, name: offer.name, fee: offer.price.fee, cycle: offer.price.cycle, downstream: speed(row, "down"),
      upstream: speed(row, "up"), description: row["description"].text.map { LocalizedText(PlainText.of($0)) },
      included: included, isArchived: isArchived(row), eligibility: eligibility)
  }

  /// A characteristic such as `downloadSpeed` with its unit, in whole Mbit/s.
  private func speed(_ row: Loose, _ direction: String) -> Int? {
    for use in row[list: "prodSpecCharValueUse"] {
      let name = (use["name"].text ?? "").lowercased()
      guard name.hasPrefix(direction), let value = use[list: "productSpecCharacteristicValue"].first,
        let size = value["value"].integer, (1...1_000_000_000).contains(size)
      else { continue }
      switch value["unitOfMeasure"].text?.lowercased().first {
      case "g": return Int(size * 1000)
      case "k": return size >= 1000 ? Int(size / 1000) : nil
      default: return size <= 1_000_000 ? Int(size) : nil
      }
    }
    return nil
  }
}
