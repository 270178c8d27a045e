import Domain
import Language

extension Session {
  /// The method that was named, else the provider's default; nil where the provider lists none.
  ///
  /// - Throws: `Failure` for a method that is not there, or one that does not take the amount.
  func method(_ id: String?, for amount: Money) throws -> PaymentMethod? {
    let methods = try methods()
    guard let id else { return methods.first(where: \.isDefault) ?? methods.first }
    guard let found = methods.first(where: { $0.id == id }) else {
      throw Failure(.usage, .noSuchMethod(id), hint: .methodsAre(methods.map(\.id).joined(separator: ", ")))
    }
    if let minimum = found.minimum, amount < minimum {
      throw Failure(.usage, .amountTooSmall(AmountText.prose(minimum)))
    }
    if let maximum = found.maximum, amount > maximum {
      throw Failure(.usage, .amountTooLarge(AmountText.prose(maximum)))
    }
    return found
  }
}
