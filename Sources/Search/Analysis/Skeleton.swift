/// How a word sounds, in one alphabet for Russian and Latin writing: transliterations, brands and misspellings meet in it
/// without any list. `рутуб` and `rutube`, `подключить` and `podklyuchit` have nearly the same skeleton.
///
/// Sounds are numbers below 37: 0 is the border of a word, 1 to 26 are `a` to `z`, 27 to 36 the digits.
enum Skeleton {
  static let base = 37

  /// The sounds of a word, doubles taken once, no border.
  static func of(_ word: some RandomAccessCollection<UInt8>) -> [UInt8] {
    var sounds: [UInt8] = []
    sounds.reserveCapacity(word.count + 2)
    var index = word.startIndex
    while index < word.endIndex {
      let code = word[index]
      if Letter.isLatin(code) {
        index = appendLatin(word, index, &sounds)
        continue
      }
      if Letter.isCyrillic(code) {
        let (first, second) = cyrillic[Int(code - Letter.cyrillic)]
        append(first, &sounds)
        append(second, &sounds)
      } else if Letter.isDigit(code) {
        // Digits are never doubled letters: 100 is not 10.
        sounds.append(26 + code)
      } else {
        append(1 + code % 26, &sounds)
      }
      index = word.index(after: index)
    }
    return sounds
  }

  private static func append(_ sound: UInt8, _ sounds: inout [UInt8]) {
    if sound != 0, sounds.last != sound { sounds.append(sound) }
  }

  private static func sound(_ letter: Character) -> UInt8 { (letter.asciiValue ?? 0x60) - 0x60 }

  private static let cyrillic: [(UInt8, UInt8)] = "abvgdejziiklmnoprstufhcqww i euI".map { letter in
    switch letter {
    case " ": (0, 0)
    // я is two sounds.
    case "I": (sound("i"), sound("a"))
    default: (sound(letter), 0)
    }
  }

  /// Appends the sounds of what begins at a Latin letter; the place after it.
  private static func appendLatin<Word: RandomAccessCollection<UInt8>>(
    _ word: Word, _ index: Word.Index, _ sounds: inout [UInt8]
  ) -> Word.Index {
    func letter(_ distance: Int) -> UInt8 {
      guard let place = word.index(index, offsetBy: distance, limitedBy: word.endIndex), place < word.endIndex,
        Letter.isLatin(word[place])
      else { return 0 }
      return word[place] - Letter.latin + UInt8(ascii: "a")
    }
    func take(_ count: Int, _ first: Character, _ second: Character? = nil) -> Word.Index {
      append(sound(first), &sounds)
      if let second { append(sound(second), &sounds) }
      return word.index(index, offsetBy: count)
    }
    let next = letter(1)
    switch letter(0) {
    case UInt8(ascii: "s"):
      if next == UInt8(ascii: "h") {
        return take(letter(2) == UInt8(ascii: "c") && letter(3) == UInt8(ascii: "h") ? 4 : 2, "w")
      }
      if next == UInt8(ascii: "c"), letter(2) == UInt8(ascii: "h") { return take(3, "w") }
      return take(1, "s")
    case UInt8(ascii: "z"): return next == UInt8(ascii: "h") ? take(2, "j") : take(1, "z")
    case UInt8(ascii: "k"): return next == UInt8(ascii: "h") ? take(2, "h") : take(1, "k")
    case UInt8(ascii: "c"):
      if next == UInt8(ascii: "h") { return take(2, "q") }
      if next == UInt8(ascii: "k") { return take(2, "k") }
      return "eiy".utf8.contains(next) ? take(1, "c") : take(1, "k")
    case UInt8(ascii: "t"): return next == UInt8(ascii: "s") ? take(2, "c") : take(1, "t")
    case UInt8(ascii: "p"): return next == UInt8(ascii: "h") ? take(2, "f") : take(1, "p")
    case UInt8(ascii: "q"): return take(1, "k")
    case UInt8(ascii: "x"): return take(1, "k", "s")
    case UInt8(ascii: "w"): return take(1, "v")
    case UInt8(ascii: "y"), UInt8(ascii: "j"): return glide(letter(0), next, letter(2), take)
    case UInt8(ascii: "i"): return next == UInt8(ascii: "u") ? take(2, "u") : take(1, "i")
    case let other: return take(1, Character(Unicode.Scalar(other)))
    }
  }

  /// y and j before a vowel: yo, yu, ya and their like.
  private static func glide<Place>(
    _ letter: UInt8, _ next: UInt8, _ third: UInt8, _ take: (Int, Character, Character?) -> Place
  ) -> Place {
    switch next {
    case UInt8(ascii: "o"): third == UInt8(ascii: "u") ? take(3, "u", nil) : take(2, "e", nil)
    case UInt8(ascii: "e"): take(2, "e", nil)
    case UInt8(ascii: "u"): take(2, "u", nil)
    case UInt8(ascii: "a"): take(2, "i", "a")
    default: letter == UInt8(ascii: "y") || next == 0 ? take(1, "i", nil) : take(1, "j", nil)
    }
  }

  /// The runs of so many sounds, borders included, as numbers; each once, in their order.
  static func runs(_ sounds: [UInt8], of length: Int) -> [UInt32] {
    var runs: [UInt32] = []
    guard !sounds.isEmpty else { return runs }
    let count = sounds.count + 2
    func sound(_ index: Int) -> UInt32 { index == 0 || index > sounds.count ? 0 : UInt32(sounds[index - 1]) }
    for start in 0..<max(1, count - length + 1) {
      var run: UInt32 = 0
      for index in start..<start + length { run = run * UInt32(base) + sound(index) }
      if !runs.contains(run) { runs.append(run) }
    }
    return runs
  }

  /// How a Latin word would be written in Russian, letter by letter; nil for what is not Latin.
  static func russian(_ word: [UInt8]) -> [UInt8]? {
    guard !word.isEmpty, word.allSatisfy(Letter.isLatin) else { return nil }
    let text = word.map { $0 - Letter.latin + UInt8(ascii: "a") }
    var letters: [UInt8] = []
    var index = 0
    while index < text.count {
      let rule = Transliteration.rules.first { text[index...].starts(with: $0.latin) }
      guard let rule else { return nil }
      letters.append(contentsOf: rule.russian(isAfterVowel: letters.last.map(RussianStemmer.isVowel) ?? false))
      index += rule.latin.count
    }
    return letters
  }
}

/// Latin spellings of Russian letters as people type them, the longest first.
enum Transliteration {
  struct Rule {
    let latin: [UInt8]
    let plain: [UInt8]
    var afterVowel: [UInt8]?

    func russian(isAfterVowel: Bool) -> [UInt8] { isAfterVowel ? afterVowel ?? plain : plain }
  }

  static let rules: [Rule] =
    ([
      "shch щ", "sch щ", "zh ж", "kh х", "ts ц", "ch ч", "sh ш", "yu ю", "ju ю", "ya я", "ja я", "yo е", "jo е", "ye е",
    ]
    + ["a а", "b б", "c ц", "d д", "e е", "f ф", "g г", "h х", "i и й", "j ж й", "k к", "l л", "m м", "n н", "o о"]
    + ["p п", "q к", "r р", "s с", "t т", "u у", "v в", "w в", "x кс", "y ы й", "z з"]).map { line in
      let parts = line.split(separator: " ").map(String.init)
      return Rule(
        latin: Array(parts[0].utf8), plain: letters(parts[1]), afterVowel: parts.count > 2 ? letters(parts[2]) : nil)
    }

  private static func letters(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { Letter.cyrillic + UInt8(truncatingIfNeeded: $0.value - 0x430) }
  }
}
