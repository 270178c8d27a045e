import Domain

/// Billing systems write moments as on their wall and do not say where it hangs. The currency tells the country, and so the
/// offset but for daylight saving: at most an hour of the night may fall on the wrong side of midnight.
enum WallOffset {
  /// Minutes ahead of UTC.
  static func minutes(_ currency: Currency) -> Int {
    switch currency.code {
    case "UAH", "MDL", "RON", "BGN": 120
    case "PLN", "EUR", "CZK": 60
    case "AZN", "AMD", "GEL", "AED": 240
    case "KZT", "UZS", "TJS", "TMT", "PKR": 300
    case "KGS", "BDT": 360
    case "USD", "GBP": 0
    default: 180
    }
  }
}
