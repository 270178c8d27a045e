/// What the forms of a word have in common, by the script that it is written in.
package enum Stem {
  package static func of(_ word: some Swift.Collection<UInt8>) -> [UInt8] {
    let word = Array(word)
    guard let last = word.last else { return word }
    if Letter.isCyrillic(last) {
      guard word.allSatisfy(Letter.isCyrillic) else { return word }
      return word.withUnsafeBufferPointer { Array($0[..<RussianStemmer.length($0)]) }
    }
    guard word.allSatisfy(Letter.isLatin) else { return word }
    let ascii = word.map { $0 - Letter.latin + UInt8(ascii: "a") }
    return EnglishStemmer.stem(ascii).map { $0 - UInt8(ascii: "a") + Letter.latin }
  }
}
