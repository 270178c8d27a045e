import Arguments
import Commands
import Domain
import Language
import Provider
import TestSupport
import Testing

/// Completion scripts and manual pages are checked in; `KABINET_REGENERATE=1 swift test --filter GeneratedFilesTests`
/// writes them anew.
struct GeneratedFilesTests {
  private static var completions: [String: String] {
    let grammar = CommandTree.grammar
    return [
      "completions/kabinet.bash": grammar.bashCompletion(), "completions/_kabinet": grammar.zshCompletion(),
      "completions/kabinet.fish": grammar.fishCompletion(),
    ]
  }

  private static func manual(_ language: Language, in folder: String) -> [String: String] {
    let day = ManPage.Day(year: Version.day.year, month: Version.day.month, day: Version.day.day)
    let pages = CommandTree.grammar.manPages(in: language, dated: day)
    return Dictionary(pages.map { ("\(folder)/\($0.fileName)", $0.source) }, uniquingKeysWith: { first, _ in first })
  }

  /// Pages that a person wrote: sections 5 and 7.
  private static let written = ["man/kabinet-store.5", "man/ru/kabinet-store.5"] + protocols + dialects
  private static let dialects = ["man/kabinet-provider.7", "man/ru/kabinet-provider.7"]
  private static let protocols = ["man/kabinet-sync.7", "man/ru/kabinet-sync.7"]

  @Test func theWrittenPagesNameWhatTheProgramWrites() throws {
    let files = try StoreFixture.files(try #require(StoreFixture.names.last))
    for path in GeneratedFilesTests.written where path.hasSuffix(".5") {
      let page = try #require(Golden.text(path))
      #expect(page.contains(".Dt KABINET-STORE 5"))
      for name in Set(files.keys.map { $0.prefix { $0 != "/" } }) { #expect(page.contains(name), "\(path): \(name)") }
    }
  }

  @Test(arguments: dialects) func thePageOfDialectsNamesEachThatSettlesByReading(path: String) throws {
    let page = try #require(Golden.text(path))
    for dialect in Dialect.allCases where !dialect.abilities.contains(.keys) {
      #expect(page.contains(".It \(dialect.title) Ta "), "\(path): \(dialect)")
    }
  }

  @Test(arguments: protocols) func theProtocolNamesEveryMoveOfAnIntent(path: String) throws {
    let page = try #require(Golden.text(path))
    for state in Intent.State.allCases { #expect(page.contains(state.rawValue), "\(path): \(state)") }
    // What only says that nothing is known yet is no move.
    for event in Intent.Event.allCases where event != .stillUnknown {
      #expect(page.contains(event.rawValue), "\(path): \(event)")
    }
  }

  @Test(arguments: ["completions", "man", "man/ru"])
  func theTreeHoldsWhatTheCommandTreeGenerates(folder: String) throws {
    let expected =
      switch folder {
      case "completions": GeneratedFilesTests.completions
      case "man": GeneratedFilesTests.manual(.english, in: folder)
      default: GeneratedFilesTests.manual(.russian, in: folder)
      }
    #expect(expected.count >= 3)
    if Golden.regenerates {
      for (path, text) in expected { try Golden.write(path, text) }
    }
    for (path, text) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(Golden.text(path) == text, "\(path) is out of date: run with KABINET_REGENERATE=1")
    }
    let known = Set(expected.keys).union(["man/ru"] + GeneratedFilesTests.written)
    let strays = Golden.names(in: folder).map { "\(folder)/\($0)" }.filter { !known.contains($0) }
    #expect(strays.isEmpty, "nothing generates these any more")
  }

  @Test func theCommandTreeContradictsItselfNowhere() {
    #expect(CommandTree.grammar.inconsistencies().isEmpty)
  }

  /// A hidden command would escape the manual and the completions; there is none so far.
  @Test func everyCommandSaysWhatItDoesAndShowsAnExample() {
    for (path, command) in CommandTree.grammar.leaves {
      #expect(!command.isHidden, "\(path)")
      #expect(!command.summary.russian.isEmpty && !command.summary.english.isEmpty, "\(path)")
      guard path != "help" else { continue }
      #expect(!command.examples.isEmpty, "\(path)")
      #expect(command.exitStatuses.first == 0, "\(path)")
      #expect(command.exitStatuses.allSatisfy { Commands.ExitStatus(rawValue: Int32($0)) != nil }, "\(path)")
    }
  }
}
