import Testing

@testable import Terminal

struct LookTests {
  @Test(
    arguments: [
      (true, ColourChoice.auto, [:], true),
      (false, .auto, [:], false),
      (true, .auto, ["NO_COLOR": "1"], false),
      (true, .auto, ["NO_COLOR": ""], true),
      (false, .auto, ["CLICOLOR_FORCE": "1"], true),
      (false, .auto, ["CLICOLOR_FORCE": "0"], false),
      (false, .auto, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (true, .auto, ["TERM": "dumb"], false),
      (false, .always, ["NO_COLOR": "1"], true),
      (true, .never, ["CLICOLOR_FORCE": "1"], false),
    ] as [(Bool, ColourChoice, [String: String], Bool)])
  func colourIsDecided(_ isTerminal: Bool, _ choice: ColourChoice, _ environment: [String: String], _ expected: Bool) {
    #expect(Look.hasColour(isTerminal: isTerminal, choice: choice, environment: environment) == expected)
  }

  @Test(
    arguments: [
      (["COLUMNS": "100"], 60, 100), ([:], 60, 60), (["COLUMNS": "0"], 60, 60), (["COLUMNS": "wide"], 60, 60),
      (["COLUMNS": "5"], 60, 20), ([:], 3, 20), ([:], nil, 80), (["COLUMNS": "-1"], nil, 80),
    ] as [([String: String], Int?, Int)])
  func widthComesFromColumnsThenTheTerminal(_ environment: [String: String], _ columns: Int?, _ expected: Int) {
    let window = columns.map { (columns: $0, rows: 24) }
    let look = Look(language: .english, isTerminal: true, window: window, choice: .auto, environment: environment)
    #expect(look.width == expected)
  }

  @Test func blockCharactersAreLeftOutWhereTheyCannotBeShown() {
    func isASCII(_ environment: [String: String]) -> Bool {
      Look(language: .english, isTerminal: true, window: nil, choice: .auto, environment: environment).ascii
    }
    #expect(!isASCII([:]))
    #expect(!isASCII(["LANG": "ru_RU.UTF-8"]))
    #expect(!isASCII(["LANG": "ru_RU.KOI8-R", "LC_ALL": "en_US.utf8"]))
    #expect(isASCII(["LANG": "ru_RU.KOI8-R"]))
    #expect(isASCII(["TERM": "dumb"]))
  }
}
