/// The Snowball stemmer for English (Porter 2) over letters (snowballstem.org/algorithms/english/stemmer.html).
///
/// It works in place on a word that may become one letter longer or have letters replaced at its end.
struct EnglishStemmer {
  private var word: [UInt8]
  private var count: Int { word.count }
  private var first = 0
  private var second = 0

  /// The stem of a word in ASCII; an apostrophe is a letter here, as the vocabulary has it.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    if let special = exception(word) { return special }
    guard word.count > 2 else { return word }
    var stemmer = EnglishStemmer(word: word)
    stemmer.run()
    return stemmer.word.map { $0 == UInt8(ascii: "Y") ? UInt8(ascii: "y") : $0 }
  }

  private init(word: [UInt8]) { self.word = word }

  private mutating func run() {
    if word[0] == UInt8(ascii: "'") { word.removeFirst() }
    markConsonantY()
    markRegions()
    takeGenitive()
    takePlural()
    guard !EnglishRules.invariant.contains(word) else { return }
    takeTense()
    replaceFinalY()
    replace(EnglishRules.second)
    replace(EnglishRules.third)
    takeFourth()
    takeFifth()
  }

  private static func exception(_ word: [UInt8]) -> [UInt8]? {
    guard word.count <= 6 else { return nil }
    return EnglishRules.special.first { $0.word == word }?.stem
  }

  // MARK: letters and regions

  private func isVowel(_ index: Int) -> Bool {
    switch word[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// y at the beginning or after a vowel is a consonant, written Y meanwhile.
  private mutating func markConsonantY() {
    for index in word.indices where word[index] == UInt8(ascii: "y") && (index == 0 || isVowel(index - 1)) {
      word[index] = UInt8(ascii: "Y")
    }
  }

  private mutating func markRegions() {
    first = EnglishRules.roots.first { word.starts(with: $0) }?.count ?? afterSyllable(0)
    second = afterSyllable(first)
  }

  /// The place after the first consonant that follows a vowel.
  private func afterSyllable(_ start: Int) -> Int {
    var index = start
    while index < count, !isVowel(index) { index += 1 }
    while index < count, isVowel(index) { index += 1 }
    return min(count, index + 1)
  }

  private func hasVowel(before end: Int) -> Bool { (0..<max(0, end)).contains { isVowel($0) } }

  /// Whether what ends at `end` closes with a short syllable.
  private func isShortSyllable(_ end: Int) -> Bool {
    if end == 2 { return isVowel(0) && !isVowel(1) }
    // `past`, whose derivations are pasted and pasting.
    if end == 4, word[..<4].elementsEqual("past".utf8) { return true }
    guard end >= 3, !isVowel(end - 3), isVowel(end - 2), !isVowel(end - 1) else { return false }
    return ![UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "Y")].contains(word[end - 1])
  }

  private func ends(with ending: String) -> Bool {
    word.count >= ending.utf8.count && word[(word.count - ending.utf8.count)...].elementsEqual(ending.utf8)
  }

  private mutating func replace(_ length: Int, by ending: String) {
    word.removeLast(length)
    word.append(contentsOf: ending.utf8)
  }

  // MARK: steps

  private mutating func takeGenitive() {
    for ending in ["'s'", "'s", "'"] where ends(with: ending) { return replace(ending.utf8.count, by: "") }
  }

  private mutating func takePlural() {
    if ends(with: "sses") { return replace(2, by: "") }
    if ends(with: "ied") || ends(with: "ies") { return replace(3, by: count > 4 ? "i" : "ie") }
    guard ends(with: "s"), !ends(with: "us"), !ends(with: "ss") else { return }
    if hasVowel(before: count - 2) { replace(1, by: "") }
  }

  private mutating func takeTense() {
    for ending in ["eedly", "eed"] where ends(with: ending) {
      let stem = count - ending.utf8.count
      let isExcepted = ["proc", "exc", "succ"].contains { word[..<stem].elementsEqual($0.utf8) }
      if stem >= first, !isExcepted { replace(ending.utf8.count, by: "ee") }
      return
    }
    for ending in ["ingly", "edly", "ing", "ed"] where ends(with: ending) {
      let stem = count - ending.utf8.count
      if ending == "ing" {
        // dying, lying, tying
        if stem == 2, word[1] == UInt8(ascii: "y"), !isVowel(0) { return replace(4, by: "ie") }
        if EnglishRules.nounsInIng.contains(where: { word[..<stem].elementsEqual($0.utf8) }) { return }
      }
      guard hasVowel(before: stem) else { return }
      replace(ending.utf8.count, by: "")
      return restoreEnd()
    }
  }

  private mutating func restoreEnd() {
    if ends(with: "at") || ends(with: "bl") || ends(with: "iz") { return word.append(UInt8(ascii: "e")) }
    if count >= 2, word[count - 1] == word[count - 2], EnglishRules.doubles.contains(word[count - 1]) {
      // add, egg, off
      if count == 3, [UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o")].contains(word[0]) { return }
      return replace(1, by: "")
    }
    if count == first, isShortSyllable(count) { word.append(UInt8(ascii: "e")) }
  }

  private mutating func replaceFinalY() {
    guard count > 2, let last = word.last, last == UInt8(ascii: "y") || last == UInt8(ascii: "Y") else { return }
    if !isVowel(count - 2) { replace(1, by: "i") }
  }

  private mutating func replace(_ rules: [EnglishRules.Rule]) {
    guard let rule = rules.first(where: { ends(with: $0.ending) }) else { return }
    let stem = count - rule.ending.utf8.count
    guard stem >= (rule.isInSecond ? second : first) else { return }
    if !rule.after.isEmpty { guard stem > 0, rule.after.utf8.contains(word[stem - 1]) else { return } }
    replace(rule.ending.utf8.count, by: rule.replacement)
  }

  private mutating func takeFourth() {
    guard let ending = EnglishRules.fourth.first(where: { ends(with: $0) }) else { return }
    let stem = count - ending.utf8.count
    guard stem >= second else { return }
    if ending == "ion" { guard stem > 0, "st".utf8.contains(word[stem - 1]) else { return } }
    replace(ending.utf8.count, by: "")
  }

  private mutating func takeFifth() {
    if ends(with: "e") {
      if count - 1 >= second || count - 1 >= first && !isShortSyllable(count - 1) { replace(1, by: "") }
    } else if ends(with: "ll"), count - 1 >= second {
      replace(1, by: "")
    }
  }
}

/// The endings and exceptions of the English stemmer.
enum EnglishRules {
  struct Rule {
    let ending: String
    let replacement: String
    /// Letters of which one must come before.
    var after = ""
    var isInSecond = false
  }

  static let special: [(word: [UInt8], stem: [UInt8])] = [
    ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"), ("early", "earli"),
    ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"), ("atlas", "atlas"),
    ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  static let invariant: [[UInt8]] = []
  static let nounsInIng = ["inn", "out", "cann", "herr", "earr", "even"]
  static let roots: [[UInt8]] = [
    "gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter",
  ].map { Array($0.utf8) }
  static let doubles = Set("bdfgmnprt".utf8)

  static let second: [Rule] = [
    .init(ending: "ization", replacement: "ize"), .init(ending: "ational", replacement: "ate"),
    .init(ending: "fulness", replacement: "ful"), .init(ending: "ousness", replacement: "ous"),
    .init(ending: "iveness", replacement: "ive"), .init(ending: "tional", replacement: "tion"),
    .init(ending: "biliti", replacement: "ble"), .init(ending: "lessli", replacement: "less"),
    .init(ending: "entli", replacement: "ent"), .init(ending: "ation", replacement: "ate"),
    .init(ending: "alism", replacement: "al"), .init(ending: "aliti", replacement: "al"),
    .init(ending: "ousli", replacement: "ous"), .init(ending: "iviti", replacement: "ive"),
    .init(ending: "fulli", replacement: "ful"), .init(ending: "ogist", replacement: "og"),
    .init(ending: "enci", replacement: "ence"), .init(ending: "anci", replacement: "ance"),
    .init(ending: "abli", replacement: "able"), .init(ending: "izer", replacement: "ize"),
    .init(ending: "ator", replacement: "ate"), .init(ending: "alli", replacement: "al"),
    .init(ending: "bli", replacement: "ble"), .init(ending: "ogi", replacement: "og", after: "l"),
    .init(ending: "li", replacement: "", after: "cdeghkmnrt"),
  ]

  static let third: [Rule] = [
    .init(ending: "ational", replacement: "ate"), .init(ending: "tional", replacement: "tion"),
    .init(ending: "alize", replacement: "al"), .init(ending: "icate", replacement: "ic"),
    .init(ending: "iciti", replacement: "ic"), .init(ending: "ative", replacement: "", isInSecond: true),
    .init(ending: "ical", replacement: "ic"), .init(ending: "ness", replacement: ""),
    .init(ending: "ful", replacement: ""),
  ]

  static let fourth = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
    "al",
    "er", "ic",
  ]
}
