import Arguments
import Commands
import TestSupport
import Testing

/// A card's number is refused wherever it can be typed, and never repeated.
struct CardNumberTests {
  private static let number = "4111111111111111"

  /// Every place of every command that takes a text: what is added to the grammar is added here.
  private static let places: [[String]] = CommandTree.grammar.leaves.flatMap { leaf in
    let words = leaf.path.split(separator: " ").map(String.init)
    var places: [[String]] = []
    // Help answers without looking at options.
    for option in leaf.path == "help" ? [] : leaf.command.options + CommandTree.grammar.globals {
      guard let value = option.value, !value.isPath else { continue }
      places.append(words + ["--\(option.long)=\(number)"])
    }
    for (index, positional) in leaf.command.positionals.enumerated() where !positional.kind.isPath {
      places.append(words + Array(repeating: "x", count: index) + [number])
    }
    return places
  }

  @Test func noPlaceOfTheGrammarTakesOne() throws {
    let shell = try Shell.loggedIn()
    #expect(CardNumberTests.places.count > 100)
    for words in CardNumberTests.places { expectRefusal(shell.run(words), words) }
    #expect(shell.run("payments").output.isEmpty)
  }

  @Test(arguments: [
    ["4111 1111 1111 1111"], ["pay", "4111", "1111", "1111", "1111"], ["kb", "search", "4111", "1111", "1111", "1111"],
    ["--4111-1111-1111-1111"], ["help", "4111111111111111"], ["pay", "500", "--key", "k-4111 1111 1111 1111"],
    ["statement", "4111-1111-1111-1111"], ["pay", "500", "--yes=4111111111111111"],
  ])
  func noMistakeOfTypingRepeatsOne(words: [String]) throws {
    let shell = try Shell.loggedIn()
    expectRefusal(shell.run(words), words)
    expectRefusal(shell.run(words + ["--json"]), words)
  }

  @Test func oneTypedAsTheLoginIsRefused() throws {
    let shell = try Shell()
    let ran = shell.run(["login", "sandbox:"], typing: [CardNumberTests.number, "x"], onTerminal: true)
    #expect(ran.status == 2)
    #expect(!(ran.output + ran.error).contains("1111"))
  }

  /// Two days, or a file called after a moment, may make sums that a card's number would have.
  @Test func daysAndFilesAreTaken() throws {
    let shell = try Shell.loggedIn()
    for day in 20...28 {
      #expect(shell.run("statement", "2026-11-\(day - 10)..2026-11-\(day)").status == 0)
      let file = "\(shell.home.path)/20261121-0900\(day)"
      #expect(shell.run("snapshot", "save", file).status == 0, "\(file)")
      #expect(shell.run("balance", "--snapshot", file).status == 0)
    }
  }

  private func expectRefusal(_ ran: Ran, _ words: [String]) {
    #expect(ran.status == 2, "\(words): \(ran.status)")
    #expect(!(ran.output + ran.error).contains("1111"), "\(words)")
  }
}
