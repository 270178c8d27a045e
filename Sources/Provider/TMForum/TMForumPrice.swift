import Domain

/// A regular price: of an offering in the catalogue (TMF620) or of a product that is had (TMF637).
struct TMForumPrice {
  let fee: Money
  let cycle: ChargeCycle

  /// The first regular price of some; nil where none is in the currency or its period is none of ours.
  ///
  /// Alternatives for longer terms follow the plain one; discounts and allowances are other types.
  static func regular(_ prices: [Loose], _ currency: Currency) -> TMForumPrice? {
    prices.lazy.filter { isRegular($0) }.compactMap { price in
      guard let fee = sum(price, currency), !fee.isNegative, let cycle = cycle(price) else { return nil }
      return TMForumPrice(fee: fee, cycle: cycle)
    }.first
  }

  /// What is taken once, where it is stated.
  static func single(_ prices: [Loose], _ currency: Currency) -> Money? {
    prices.lazy.filter { isSingle($0) }.compactMap { sum($0, currency) }.first { $0.isPositive }
  }

  private static func type(_ price: Loose) -> String {
    String((price["priceType"].text ?? "").lowercased().filter(\.isLetter))
  }

  private static func isSingle(_ price: Loose) -> Bool {
    type(price).hasPrefix("onetime") || type(price).hasPrefix("nonrecurring")
  }

  private static func isRegular(_ price: Loose) -> Bool {
    let type = type(price)
    return type.hasPrefix("recurring") || type.isEmpty && period(price) != nil
  }

  /// With taxes where both are stated. A price by itself is the sum; one of a product or an offering holds it.
  private static func sum(_ price: Loose, _ currency: Currency) -> Money? {
    let inner = price["price"]
    let amounts = [inner["taxIncludedAmount"], inner["dutyFreeAmount"], inner]
    return amounts.first { $0.size != nil }?.money(currency)
  }

  private static func period(_ price: Loose) -> String? {
    price["recurringChargePeriod"].text ?? price["recurringChargePeriodType"].text
  }

  /// A month where no period is stated. Quarters and years are none of the cycles that can be counted with.
  private static func cycle(_ price: Loose) -> ChargeCycle? {
    let words = (period(price) ?? "month").lowercased()
    let stated = price["recurringChargePeriodLength"].integer ?? Int64(words.prefix { $0.isNumber }) ?? 1
    let length = stated == 0 ? 1 : stated
    guard (1...366).contains(length) else { return nil }
    if words.contains("month"), length == 1 { return .calendarMonth }
    if words.contains("week"), length <= 52 { return .everyDays(Int(length) * 7) }
    if words.contains("day") || words.contains("daily") { return length == 1 ? .daily : .everyDays(Int(length)) }
    return nil
  }
}
