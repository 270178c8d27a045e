/// Finds what looks like a bank card's number, so that it is refused wherever it is typed and never stored.
package enum CardNumber {
  /// Whether some neighbouring groups of digits make 13 to 19 digits with a right check digit (ISO/IEC 7812-1).
  ///
  /// Spaces, hyphens, dots and their typographic kin separate groups; digits of any script count. One number of that
  /// length in ten has a right check digit by chance: whoever refuses must say why. Two dots in a row part two days.
  package static func isFound(in text: some StringProtocol) -> Bool {
    var groups: [[Int]] = []
    var current: [Int] = []
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      if let digit = digit(scalar) {
        current.append(digit)
        continue
      }
      if !current.isEmpty { groups.append(current) }
      current = []
      guard !isSeparator(scalar) || (scalar == "." && last == ".") else { continue }
      if isFound(inGroups: groups) { return true }
      groups = []
    }
    return isFound(inGroups: current.isEmpty ? groups : groups + [current])
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", ".", "\t", "\u{A0}", "\u{2009}", "\u{202F}", "\u{2010}"..."\u{2014}", "\u{2212}": true
    default: false
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCII { return (48...57).contains(scalar.value) ? Int(scalar.value) - 48 : nil }
    guard scalar.properties.numericType == .decimal else { return nil }
    return Character(scalar).wholeNumberValue
  }

  private static func isFound(inGroups groups: [[Int]]) -> Bool {
    for start in groups.indices {
      var digits: [Int] = []
      for group in groups[start...] {
        digits += group
        guard digits.count <= 19 else { break }
        if digits.count >= 13, isValid(digits) { return true }
      }
    }
    return false
  }

  /// The Luhn sum; nothing but zeros is not a number of a card.
  private static func isValid(_ digits: [Int]) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let doubled = digit * 2
      sum += index % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled
    }
    return sum > 0 && sum % 10 == 0
  }
}
