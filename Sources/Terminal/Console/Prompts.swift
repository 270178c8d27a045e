import Language
import Platform

/// Questions to a person. They are asked on stderr, and only where someone can answer.
extension Console {
  /// Longest line that is taken for an answer, a password or a token, in bytes.
  private static let longestLine = 4_096
  private static let attempts = 3

  /// Whether stdin and stderr are terminals, so that a question would be seen and could be answered.
  package var canAsk: Bool { io.isTerminal(.input) && io.isTerminal(.error) }

  /// Yes or no; an empty answer, the end of input and three unclear answers are a no. Nil where nobody can be asked.
  package func confirm(_ question: Phrase) -> Bool? {
    guard canAsk else { return nil }
    for _ in 0..<Self.attempts {
      prompt("\(question) \(.confirmChoices, .dim) ")
      guard case .line(let bytes) = io.readLine(Self.longestLine) else {
        talk("\n")
        return false
      }
      switch Self.text(bytes)?.lowercased() {
      case "y", "yes", "д", "да": return true
      case "", "n", "no", "н", "нет": return false
      default: say(Line(.confirmHelp))
      }
    }
    return false
  }

  /// A line of text without spaces around it; nil where nobody can be asked, at the end of input, or when it is longer
  /// than 4 KiB or not UTF-8.
  package func ask(_ question: Phrase) -> String? {
    guard canAsk else { return nil }
    prompt("\(question): ")
    guard case .line(let bytes) = io.readLine(Self.longestLine) else {
      talk("\n")
      return nil
    }
    return Self.text(bytes)
  }

  /// A secret typed on the controlling terminal without echo, kept exactly as typed; nil where there is no terminal.
  package func askSecret(_ question: Phrase) -> String? {
    hideProgress()
    let prompt = StyledText("\(question): ", look: errorLook).encoded(errorLook)
    guard case .line(let bytes) = io.readSecret(Array(prompt.utf8), Self.longestLine) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// All of stdin, of at most so many bytes, for a text that is piped in.
  package func readInput(limit: Int) -> PipedInput {
    var bytes: [UInt8] = []
    while true {
      switch io.readLine(limit) {
      case .end: return String(validating: bytes, as: UTF8.self).map(PipedInput.text) ?? .notText
      case .tooLong: return .tooLong
      case .line(let line): bytes += line + [UInt8(ascii: "\n")]
      }
      if bytes.count > limit { return .tooLong }
    }
  }

  /// The first line of stdin, for `--password-stdin`; a carriage return at its end is not part of it.
  package func readSecretFromInput() -> SecretInput {
    switch io.readLine(Self.longestLine) {
    case .end: return .missing
    case .tooLong: return .tooLong
    case .line(var bytes):
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      guard !bytes.isEmpty else { return .missing }
      return String(validating: bytes, as: UTF8.self).map(SecretInput.secret) ?? .notText
    }
  }

  private func prompt(_ line: Line) {
    hideProgress()
    talk(StyledText(line, look: errorLook).encoded(errorLook))
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    String(validating: bytes, as: UTF8.self)?.trimmed
  }
}

/// What came from stdin where a text was due.
package enum PipedInput: Equatable, Sendable {
  case text(String)
  case tooLong
  /// Not UTF-8.
  case notText
}

/// What came from stdin where a secret was due.
package enum SecretInput: Equatable, Sendable {
  case secret(String)
  case missing
  /// More than 4 KiB in one line.
  case tooLong
  /// Not UTF-8.
  case notText
}
