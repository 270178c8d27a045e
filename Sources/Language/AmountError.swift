import Domain

/// Why a typed text is not an amount to pay.
package enum AmountError: Error, Equatable, Sendable {
  case empty
  case zero
  case negative
  case notNumber
  /// `1e9`: refused rather than guessed.
  case exponentNotation
  /// Digits of another script: they look alike and mean different things in different fonts.
  case foreignDigits
  case tooManyFractionDigits(allowed: Int)
  /// `1,000`: one thousand in one country, exactly one in another. Both readings, in the machine's form.
  case ambiguousSeparator(asThousands: String, asFraction: String)
  case wrongGrouping
  case tooLarge
  case otherCurrency(named: String, due: Currency)
  /// A bank card's number was typed for an amount. The number is kept nowhere, so that no message can repeat it.
  case cardNumber
}

extension AmountError {
  /// What is wrong.
  package var phrase: Phrase {
    switch self {
    case .empty: .amountEmpty
    case .zero: .amountZero
    case .negative: .amountNegative
    case .notNumber: .amountNotNumber
    case .exponentNotation: .amountExponent
    case .foreignDigits: .amountForeignDigits
    case .tooManyFractionDigits(let allowed): .amountFraction(allowed: allowed)
    case .ambiguousSeparator(let thousands, let fraction): .amountAmbiguous(thousands, fraction)
    case .wrongGrouping: .amountGrouping
    case .tooLarge: .amountTooLarge
    case .otherCurrency(let named, let due): .amountCurrency(named: named, due: due)
    case .cardNumber: .amountCardNumber
    }
  }

  /// What to type instead; nil where only the person knows.
  package var remedy: Phrase? {
    switch self {
    case .empty, .zero, .notNumber: .amountLikeThis
    case .tooManyFractionDigits(let allowed): allowed > 0 ? .amountLikeThis : .amountWhole
    case .negative: .amountWithoutMinus
    case .exponentNotation, .foreignDigits: .amountPlainDigits
    case .ambiguousSeparator(let thousands, let fraction): .amountOneOf(thousands, fraction)
    case .wrongGrouping: .amountUngrouped
    case .tooLarge: .amountCheckDigits
    case .otherCurrency(_, let due): .amountInCurrency(due)
    case .cardNumber: nil
    }
  }
}
