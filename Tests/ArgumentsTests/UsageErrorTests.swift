import Language
import Testing

@testable import Arguments

struct UsageErrorTests {
  /// What a person reads: the sentence and the hint.
  private func message(_ words: [String], _ language: Language) -> String? {
    Sample.error(words).map { error in
      error.phrase(program: "kabinet").text(in: language) + "\n" + error.hint(program: "kabinet").text(in: language)
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let words: [String]
    let english: String
    let russian: String
    var testDescription: String { words.joined(separator: " ") }

    init(_ words: [String], _ english: String, _ russian: String) {
      self.words = words
      self.english = english
      self.russian = russian
    }
  }

  static let rows = [
    Row(
      [""], "the command is an empty string\nhelp: kabinet help",
      "вместо команды передана пустая строка\nсправка: kabinet help"),
    Row(
      ["balnce"], "there is no command ‘balnce’\nperhaps you meant ‘kabinet balance’; help: kabinet help",
      "нет команды «balnce»\nвозможно, вы имели в виду «kabinet balance»; справка: kabinet help"),
    Row(
      ["балнс"], "there is no command ‘балнс’\nperhaps you meant ‘kabinet баланс’; help: kabinet help",
      "нет команды «балнс»\nвозможно, вы имели в виду «kabinet баланс»; справка: kabinet help"),
    Row(
      ["switch"], "there is no command ‘switch’\nperhaps you meant ‘kabinet tariff switch’; help: kabinet help",
      "нет команды «switch»\nвозможно, вы имели в виду «kabinet tariff switch»; справка: kabinet help"),
    Row(
      ["tariff", "swicth"],
      "‘kabinet tariff’ has no command ‘swicth’\nperhaps you meant ‘kabinet tariff switch’; help: kabinet help tariff",
      "у «kabinet tariff» нет команды «swicth»\nвозможно, вы имели в виду «kabinet tariff switch»; "
        + "справка: kabinet help tariff"),
    Row(
      ["pay", "--metod", "x"],
      "‘kabinet pay’ has no option ‘--metod’\nperhaps you meant ‘--method’; help: kabinet help pay",
      "у «kabinet pay» нет параметра «--metod»\nвозможно, вы имели в виду «--method»; справка: kabinet help pay"),
    Row(
      ["pay", "--yes=no"], "--yes is a flag and takes no value, but ‘no’ was given\nhelp: kabinet help pay",
      "параметр --yes — переключатель, значение «no» ему не нужно\nсправка: kabinet help pay"),
    Row(
      ["pay", "-m"], "-m needs a value: METHOD\nhelp: kabinet help pay",
      "после -m нужно значение: СПОСОБ\nсправка: kabinet help pay"),
    Row(
      ["pay", "--method", "--yes"],
      "--method needs a value: METHOD, but ‘--yes’ follows\nperhaps you meant ‘--method=--yes’; help: kabinet help pay",
      "после --method нужно значение: СПОСОБ, а стоит «--yes»\nвозможно, вы имели в виду «--method=--yes»; "
        + "справка: kabinet help pay"),
    Row(
      ["pay", "-m", "card", "--method=sbp"],
      "--method is given twice with different values: ‘card’ and ‘sbp’\nhelp: kabinet help pay",
      "параметр --method задан дважды и по-разному: «card» и «sbp»\nсправка: kabinet help pay"),
    Row(
      ["tariff", "--sort", "prise"],
      "--sort can't be ‘prise’, choose from: price, speed, name, fee, available\n"
        + "perhaps you meant ‘price’; help: kabinet help tariff list",
      "--sort: значение «prise» не подходит, возможные: price, speed, name, fee, available\n"
        + "возможно, вы имели в виду «price»; справка: kabinet help tariff list"),
    Row(
      ["tariff", "switch"], "‘kabinet tariff switch’ needs TARIFF — to which\nhelp: kabinet help tariff switch",
      "для «kabinet tariff switch» не хватает аргумента ТАРИФ — на какой\nсправка: kabinet help tariff switch"),
    Row(
      ["balance", "now"], "‘kabinet balance’ does not expect the argument ‘now’\nhelp: kabinet help balance",
      "лишний аргумент «now» у «kabinet balance»\nсправка: kabinet help balance"),
    Row(
      ["help", "filez"], "help has nothing about ‘filez’\nperhaps you meant ‘kabinet help files’; help: kabinet help",
      "в справке нет раздела «filez»\nвозможно, вы имели в виду «kabinet help files»; справка: kabinet help"),
  ]

  @Test(arguments: rows)
  func anErrorSaysWhatIsWrongAndWhatToType(row: Row) {
    #expect(message(row.words, .english) == row.english)
    #expect(message(row.words, .russian) == row.russian)
  }

  @Test func aGroupThatDoesNothingItselfAsksForACommand() {
    let group = CommandSpecification(
      name: "kb", summary: Phrase("база", "articles"),
      subcommands: [
        CommandSpecification(name: "list", summary: Phrase("список", "list")),
        CommandSpecification(name: "show", summary: Phrase("показать", "show")),
      ])
    let tree = CommandSpecification(name: "kabinet", summary: Phrase("кабинет", "cabinet"), subcommands: [group])
    let grammar = Grammar(tree: tree, globals: [], topics: [])
    #expect(throws: UsageError(.missingCommand(choices: ["list", "show"]), at: ["kb"])) { try grammar.parse(["kb"]) }
    let error = UsageError(.missingCommand(choices: ["list", "show"]), at: ["kb"])
    #expect(error.phrase(program: "kabinet").english == "‘kabinet kb’ needs a command: list, show")
    #expect(error.phrase(program: "kabinet").russian == "после «kabinet kb» нужна команда: list, show")
  }

  @Test(arguments: ["—yes", "–yes", "−−yes", "—-yes"])
  func aDashFromAWordProcessorIsRecognised(word: String) {
    #expect(Sample.error("pay 5 \(word)")?.problem == .unknownOption(word, suggestions: ["--yes"]))
    #expect(Sample.error("pay \(word)")?.problem == .unknownOption(word, suggestions: ["--yes"]))
  }

  @Test func aLongOptionWithOneHyphenIsRecognised() {
    #expect(Sample.error("pay -json")?.problem == .unknownOption("-json", suggestions: ["--json"]))
    #expect(Sample.error("pay -nz")?.problem == .unknownOption("-z", suggestions: []))
  }

  @Test func namesAreNeverAbbreviated() {
    #expect(Sample.error("bal")?.problem == .unknownCommand("bal", suggestions: ["balance"]))
    #expect(Sample.error("pay --dry")?.problem == .unknownOption("--dry", suggestions: ["--dry-run"]))
  }

  @Test func aMistypedSubcommandIsNotTakenForAnAmount() {
    #expect(Sample.error("pay metods")?.problem == .unknownCommand("metods", suggestions: ["pay methods"]))
  }

  @Test func hiddenNamesAreNotSuggested() {
    #expect(Sample.error("pay --debg")?.problem == .unknownOption("--debg", suggestions: []))
  }

  @Test(arguments: [
    ("\u{1B}[31mred", "\\u{1B}[31mred"), ("a\nb\tc", "a\\nb\\tc"), ("\u{202E}evil", "\\u{202E}evil"),
    ("bad\u{FFFD}byte", "bad\\u{FFFD}byte"), ("\u{85}\u{7F}", "\\u{85}\\u{7F}"), ("привет 🙂", "привет 🙂"),
  ])
  func aWordIsShownWithoutItsPower(word: String, shown: String) {
    #expect(harmless(word) == shown)
  }

  @Test func aLongWordIsCut() {
    #expect(harmless(String(repeating: "x", count: 1000)).count == 61)
  }
}

struct NearMissTests {
  @Test(arguments: [("ca", "ac", 1), ("баланс", "балнас", 1), ("pay", "", 3), ("kitten", "sitting", 3), ("a", "a", 0)])
  func distanceCountsSwapsOnce(first: String, second: String, expected: Int) {
    #expect(NearMiss.distance(Array(first), Array(second)) == expected)
  }

  @Test(arguments: [("ифдфтсу", "balance"), ("ьфтуе", "manet"), (",fkfyc", "баланс"), ("BALANCE", "balance")])
  func theOtherKeyboardLayoutIsTried(typed: String, meant: String) {
    #expect(NearMiss.closest(to: typed, among: ["pay", meant, "sync"]) == [meant])
  }

  @Test func farWordsAndSillyWordsSuggestNothing() {
    #expect(NearMiss.closest(to: "zebra", among: ["balance", "pay"]).isEmpty)
    #expect(NearMiss.closest(to: "x", among: ["y", "xy"]).isEmpty)
    #expect(NearMiss.closest(to: "", among: ["pay"]).isEmpty)
    #expect(NearMiss.closest(to: String(repeating: "pay", count: 100), among: ["pay"]).isEmpty)
  }

  @Test func atMostThreeAreSuggestedInTheOrderOfTheTree() {
    #expect(NearMiss.closest(to: "pat", among: ["pay", "pan", "par", "pad"]) == ["pay", "pan", "par"])
  }
}
