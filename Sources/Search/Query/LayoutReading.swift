/// Decides by the vocabulary whether a query was typed with the other keyboard layout on.
struct LayoutReading {
  private let index: Index

  init(_ index: Index) { self.index = index }

  /// The query as it was meant, nil when that is how it was typed.
  ///
  /// It is decided before words are parted, because б, ю, ж, э, х, ъ and ё sit on keys of punctuation; and before quotation
  /// marks are looked for, because one of them is Э.
  func other(_ text: String) throws(IndexDamage) -> String? {
    let switched = KeyboardLayout.switched(text)
    guard switched(text[...]) != text else { return nil }
    let typed = try evidence(text, mayBeUnfinished: true)
    // At the very best all that was typed are letters of known words; for most queries that is too little already.
    let most = Float(text.unicodeScalars.count { $0 != " " })
    guard most - typed.known >= max(2, 0.2 * Float(typed.letters)) else { return nil }
    var answer = ""
    var known: Float = 0
    var letters = 0
    for chunk in text.split(separator: " ", omittingEmptySubsequences: false) {
      let reading = try read(chunk, switched, isLast: chunk.endIndex == text.endIndex)
      if chunk.startIndex != text.startIndex { answer += " " }
      answer += reading.text
      known += reading.evidence.known
      letters += reading.evidence.letters
    }
    let isClear = known - typed.known >= max(2, 0.2 * Float(max(typed.letters, letters)))
    return isClear && answer != text ? answer : nil
  }

  /// A chunk that was a real word as typed stays, and so does a long one that sounds like a word only as it was typed; then
  /// the punctuation around it alone is switched.
  private func read(
    _ chunk: Substring, _ switched: (Substring) -> String, isLast: Bool
  ) throws(IndexDamage) -> (text: String, evidence: Evidence) {
    let text = switched(chunk)
    let other = try evidence(text, mayBeUnfinished: isLast)
    let typed = try evidence(String(chunk), mayBeUnfinished: isLast)
    let isWord = typed.isCertain && typed.letters > 1
    let soundsLikeOne = typed.letters > 4 && typed.known > other.known + 0.35 * Float(typed.letters)
    guard !other.isCertain, isWord || soundsLikeOne else { return (text, other) }
    let isLetter: (Character) -> Bool = { $0.isLetter || $0.isNumber }
    guard let first = chunk.firstIndex(where: isLetter), let last = chunk.lastIndex(where: isLetter) else {
      return (text, other)
    }
    guard chunk[first...last].allSatisfy({ isLetter($0) || $0 == "-" }) else { return (text, other) }
    let kept = switched(chunk[..<first]) + chunk[first...last] + switched(chunk[chunk.index(after: last)...])
    return (kept, typed)
  }

  private struct Evidence {
    var letters = 0
    /// Letters of words that the vocabulary has; of others a part, by how usual their sounds are.
    var known: Float = 0
    var isCertain = true
  }

  private func evidence(_ text: String, mayBeUnfinished: Bool) throws(IndexDamage) -> Evidence {
    var evidence = Evidence()
    let tokens = Tokens(text)
    for token in tokens.all.prefix(QueryWord.most) where !token.isJoined {
      let word = tokens[token]
      guard let first = word.first, !Letter.isDigit(first) else { continue }
      evidence.letters += word.count
      let stem = Stem.of(word)
      if try index.find(stem) != nil {
        // One or two letters are a word of something in every layout.
        evidence.known += word.count > 2 ? Float(word.count) : 0.5 * Float(word.count)
      } else if mayBeUnfinished, word.count > 2, token.place.upperBound == text.utf8.count,
        try !index.terms(beginningWith: Array(word)).isEmpty
      {
        // Still being typed.
        evidence.isCertain = false
        evidence.known += 0.9 * Float(word.count)
      } else {
        evidence.isCertain = false
        evidence.known += 0.6 * Float(word.count) * (try usualness(of: stem))
      }
    }
    return evidence
  }

  /// The share of a word's runs of three sounds that the vocabulary has, squared.
  private func usualness(of stem: [UInt8]) throws(IndexDamage) -> Float {
    let runs = Skeleton.runs(Skeleton.of(stem), of: 3)
    var usual = 0
    for run in runs {
      if try !index.bytes.list(.runPlaces, Int(run), in: .runTerms).isEmpty { usual += 1 }
    }
    let share = Float(usual) / Float(max(1, runs.count))
    return share * share
  }
}
