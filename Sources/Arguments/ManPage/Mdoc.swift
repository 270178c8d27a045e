/// Writes mdoc(7): every text and every argument passes through here, so nothing can be taken for a request.
struct Mdoc {
  private(set) var source = ""

  mutating func comment(_ text: String) { source += ".\\\" \(text)\n" }

  /// A macro with arguments that are already safe: made by `argument` or written here.
  mutating func macro(_ name: String, _ arguments: String...) {
    source += "." + ([name] + arguments).joined(separator: " ") + "\n"
  }

  /// Prose; every sentence begins a line, as mdoc asks, which gives the right space after it.
  mutating func text(_ text: String) {
    for sentence in Self.sentences(text) { source += Self.proseLine(sentence) + "\n" }
  }

  /// One argument of a macro, taken literally: no word of it is read as a macro or as punctuation.
  static func argument(_ text: String) -> String {
    let words = text.split(separator: " ").map { (isMacroLike($0) ? "\\&" : "") + literal(String($0)) }
    return words.count == 1 ? words.joined() : "\"" + words.joined(separator: " ") + "\""
  }

  /// Names of macros have two or three characters, and punctuation that stands alone is set outside the argument.
  private static func isMacroLike(_ word: Substring) -> Bool {
    word.count <= 3 && word.allSatisfy { $0.isASCII && !$0.isNumber }
  }

  /// A text whose hyphens and quotes are typed at a keyboard, not set in type.
  static func literal(_ text: String) -> String {
    text.map { character in
      switch character {
      case "-": "\\-"
      case "\"": "\\(dq"
      case "'": "\\(aq"
      default: escaped(character)
      }
    }.joined()
  }

  /// Options keep their keyboard characters; the hyphen inside any other word stays a hyphen.
  static func proseLine(_ text: String) -> String {
    let words = text.split(separator: " ").map { word in
      let isOption = word.drop { "(«\"'".contains($0) }.hasPrefix("-")
      return isOption ? literal(String(word)) : word.map { escaped($0) }.joined()
    }
    let line = words.joined(separator: " ")
    return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  private static func escaped(_ character: Character) -> String {
    switch character {
    case "\\": "\\e"
    case "`": "\\(ga"
    case "^": "\\(ha"
    case "~": "\\(ti"
    default: String(character)
    }
  }

  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var current: [Substring] = []
    for word in text.split(separator: " ") {
      if let last = current.last?.last, ".!?".contains(last), word.first?.isUppercase == true {
        sentences.append(current.joined(separator: " "))
        current = []
      }
      current.append(word)
    }
    return current.isEmpty ? sentences : sentences + [current.joined(separator: " ")]
  }
}
