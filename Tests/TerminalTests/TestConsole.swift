import Language
import Platform

@testable import Terminal

/// A console whose streams are kept in memory.
final class TestConsole {
  var output = ""
  var error = ""
  var writes = 0
  var paged: [String] = []
  var typed: [InputLine] = []
  var failure: OutputFailure?
  var pagerStarts = true
  private(set) var prompts: [String] = []

  func console(
    _ settings: ConsoleSettings = ConsoleSettings(language: .english), terminals: Set<ConsoleIO.Stream> = [],
    window: (columns: Int, rows: Int) = (40, 10)
  ) -> Console {
    Console(settings, io: io(terminals, window))
  }

  private func io(_ terminals: Set<ConsoleIO.Stream>, _ window: (columns: Int, rows: Int)) -> ConsoleIO {
    ConsoleIO(
      write: { [self] (stream, bytes) throws(OutputFailure) in
        if let failure { throw failure }
        writes += 1
        let text = String(decoding: bytes, as: UTF8.self)
        if stream == .output { output += text } else { error += text }
      },
      isTerminal: { terminals.contains($0) },
      window: { _ in window },
      readLine: { [self] _ in typed.isEmpty ? .end : typed.removeFirst() },
      readSecret: { [self] prompt, _ in
        prompts.append(String(decoding: prompt, as: UTF8.self))
        return typed.isEmpty ? .end : typed.removeFirst()
      },
      page: { [self] _, text in
        if pagerStarts { paged.append(String(decoding: text, as: UTF8.self)) }
        return pagerStarts
      })
  }

  func type(_ lines: String...) {
    typed += lines.map { .line(Array($0.utf8)) }
  }
}

extension Look {
  static let screen = Look(language: .english, isTerminal: true, width: 40)
  static let pipe = Look(language: .english, isTerminal: false)

  static func screen(_ width: Int, language: Language = .english, colour: Bool = false, ascii: Bool = false) -> Look {
    Look(language: language, isTerminal: true, colour: colour, width: width, ascii: ascii)
  }
}
