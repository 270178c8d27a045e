/// The form of an intent's key: 1 to 64 of `A-Z a-z 0-9 _ -`, so that it is a path segment and a file name as it is.
package enum IntentKey {
  package enum Flaw: Error, Sendable, Equatable {
    case empty
    case tooLong(count: Int)
    case badCharacter(Character)
  }

  package static let longest = 64

  package static func isValid(_ text: some StringProtocol) -> Bool { flaw(of: text) == nil }

  package static func check(_ text: some StringProtocol) throws(Flaw) {
    if let flaw = flaw(of: text) { throw flaw }
  }

  private static func flaw(of text: some StringProtocol) -> Flaw? {
    guard !text.isEmpty else { return .empty }
    if let bad = text.first(where: { !isAllowed($0) }) { return .badCharacter(bad) }
    return text.count > longest ? .tooLong(count: text.count) : nil
  }

  private static func isAllowed(_ character: Character) -> Bool {
    // "\r\n" has an ASCII value as a character; its scalars are asked instead.
    guard character.unicodeScalars.count == 1, let byte = character.asciiValue else { return false }
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): return true
    default: return false
    }
  }
}
