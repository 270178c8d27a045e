import Domain
import JSON

/// Amounts are JSON numbers there, read from their decimal text: `{"unit":"RUB","value":12.5}` nearly everywhere,
/// `{"units":"RUB","amount":12.5}` in TMF654.
extension Loose {
  /// The size of a sum of money; nil where no number stands, which is never taken for zero.
  var size: Millionths? { self["value"].amount ?? self["amount"].amount }

  /// The currency of a sum of money; nil where none is named.
  var currency: Currency? { (self["unit"].text ?? self["units"].text).flatMap(CurrencyWord.known) }

  /// The sum in a currency; nil where it is of another. One that names none is of the account's.
  func money(_ currency: Currency) -> Money? {
    guard let size, self.currency.map({ $0 == currency }) ?? hasNoUnit else { return nil }
    return size.money(currency)
  }

  private var hasNoUnit: Bool { self["unit"].text == nil && self["units"].text == nil }
}

extension Money {
  /// As they write it.
  var tmforum: JSON { ["unit": .string(currency.code), "value": .decimal(decimalText)] }
  var tmforumQuantity: JSON { ["units": .string(currency.code), "amount": .decimal(decimalText)] }
}
