import Domain

/// Days and sums as this provider writes them in its texts; a client can't translate what stands inside a sentence.
extension CivilDate {
  /// «1 декабря 2026 г.», "1 December 2026".
  var wording: (russian: String, english: String) {
    let place = month - 1
    return (
      "\(day) \(CivilDate.russianMonths[place]) \(year)\u{A0}г.", "\(day) \(CivilDate.englishMonths[place]) \(year)"
    )
  }

  private static let russianMonths = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

extension Money {
  /// «784,50 ₽», "₽784.50"; kopecks only where there are any.
  var wording: (russian: String, english: String) {
    let text = minor % 100 == 0 ? String(minor / 100) : decimalText
    return (String(text.map { $0 == "." ? "," : $0 }) + "\u{A0}₽", "₽" + text)
  }
}
