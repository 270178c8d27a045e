/// The Snowball stemmer for Russian, as an algorithm over letters (snowballstem.org/algorithms/russian/stemmer.html).
///
/// Every rule takes an ending off within the region RV, which begins after the first vowel.
enum RussianStemmer {
  /// The length of the stem; the letters before it stay as they are.
  static func length(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let vowel = word.firstIndex(where: isVowel) else { return word.count }
    var stem = Cut(word: word, count: word.count, region: vowel + 1)
    if !stem.take(perfectiveGerund) {
      _ = stem.take(reflexive)
      if stem.takeAdjectival() || stem.take(verb) || stem.take(noun) {}
    }
    if stem.ends(with: Cyrillic.и) { stem.count -= 1 }
    stem.takeDerivational()
    stem.tidy()
    return stem.count
  }

  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case Cyrillic.а, Cyrillic.е, Cyrillic.и, Cyrillic.о, Cyrillic.у, Cyrillic.ы, Cyrillic.э, Cyrillic.ю, Cyrillic.я:
      true
    default: false
    }
  }

  /// Endings, the longest first; those of the first list count only after а or я, which stays.
  struct Endings {
    let afterVowel: [[UInt8]]
    let free: [[UInt8]]

    init(afterVowel: String = "", _ free: String) {
      self.afterVowel = Endings.list(afterVowel)
      self.free = Endings.list(free)
    }

    private static func list(_ text: String) -> [[UInt8]] {
      text.split(separator: " ").map { ending in
        ending.unicodeScalars.map { Letter.cyrillic + UInt8(truncatingIfNeeded: $0.value - 0x430) }
      }
    }
  }

  private static let perfectiveGerund = Endings(afterVowel: "вшись вши в", "ившись ывшись ивши ывши ив ыв")
  private static let reflexive = Endings("ся сь")
  fileprivate static let adjective = Endings(
    "ими ыми его ого ему ому ее ие ые ое ей ий ый ой ем им ым ом их ых ую юю ая яя ою ею")
  fileprivate static let participle = Endings(afterVowel: "ем нн вш ющ щ", "ивш ывш ующ")
  private static let verb = Endings(
    afterVowel: "ете йте ешь нно ла на ли ем ло но ет ют ны ть й л н",
    "ейте уйте ила ыла ена ите или ыли ило ыло ено ует уют ены ить ыть ишь ей уй ил ыл им ым ен ят ит ыт ую ю")
  private static let noun = Endings(
    "иями иях ями ами ией иям ием ям ам ом ях ах ев ов ие ье еи ии ей ой ий ем ию ью ия ья а е и й о у ы ь ю я")

  fileprivate struct Cut {
    let word: UnsafeBufferPointer<UInt8>
    var count: Int
    let region: Int

    /// Takes the longest of the endings off; false where there is none. The longest decides: when it lacks its vowel,
    /// no shorter one is tried.
    mutating func take(_ endings: Endings) -> Bool {
      let guarded = longest(endings.afterVowel)
      let free = longest(endings.free)
      guard free > 0 || guarded > 0 else { return false }
      if free >= guarded {
        count -= free
        return true
      }
      let before = count - guarded - 1
      guard before >= region, word[before] == Cyrillic.а || word[before] == Cyrillic.я else { return false }
      count -= guarded
      return true
    }

    mutating func takeAdjectival() -> Bool {
      guard take(RussianStemmer.adjective) else { return false }
      _ = take(RussianStemmer.participle)
      return true
    }

    /// `ост`, `ость` within R2.
    mutating func takeDerivational() {
      let second = secondRegion
      let length = hasEnding([Cyrillic.о, Cyrillic.с, Cyrillic.т, Cyrillic.ь]) ? 4 : 3
      guard length == 4 || hasEnding([Cyrillic.о, Cyrillic.с, Cyrillic.т]) else { return }
      if count - length >= second { count -= length }
    }

    /// One н of two, or ейш and then that, or a soft sign.
    mutating func tidy() {
      let superlative: [UInt8] = [Cyrillic.е, Cyrillic.й, Cyrillic.ш]
      if hasEnding(superlative + [Cyrillic.е]) {
        count -= 4
        dropDoubled()
      } else if hasEnding(superlative) {
        count -= 3
        dropDoubled()
      } else if hasEnding([Cyrillic.н, Cyrillic.н]) {
        count -= 1
      } else if ends(with: Cyrillic.ь) {
        count -= 1
      }
    }

    private mutating func dropDoubled() {
      if hasEnding([Cyrillic.н, Cyrillic.н]) { count -= 1 }
    }

    func ends(with letter: UInt8) -> Bool { count > region && word[count - 1] == letter }

    private func longest(_ endings: [[UInt8]]) -> Int {
      guard count > region else { return 0 }
      let last = word[count - 1]
      for ending in endings where ending[ending.count - 1] == last && hasEnding(ending) { return ending.count }
      return 0
    }

    private func hasEnding(_ ending: [UInt8]) -> Bool {
      guard count - ending.count >= region else { return false }
      for index in ending.indices where word[count - ending.count + index] != ending[index] { return false }
      return true
    }

    /// R2: after the first consonant that follows a vowel, and once more so.
    private var secondRegion: Int {
      var position = 0
      for wanted in [true, false, true, false] {
        while position < word.count, RussianStemmer.isVowel(word[position]) != wanted { position += 1 }
        guard position < word.count else { return word.count }
        position += 1
      }
      return position
    }
  }
}
