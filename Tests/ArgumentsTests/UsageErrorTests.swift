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
      [""], "The command is an empty string.\nSee: kabinet help",
      "Вместо команды передана пустая строка.\nСправка: kabinet help"),
    Row(
      ["balnce"], "There is no command 'balnce'.\nDid you mean 'kabinet balance'? See: kabinet help",
      "Нет команды «balnce».\nВозможно, вы имели в виду «kabinet balance». Справка: kabinet help"),
    Row(
      ["балнс"], "There is no command 'балнс'.\nDid you mean 'kabinet баланс'? See: kabinet help",
      "Нет команды «балнс».\nВозможно, вы имели в виду «kabinet баланс». Справка: kabinet help"),
    Row(
      ["switch"], "There is no command 'switch'.\nDid you mean 'kabinet tariff switch'? See: kabinet help",
      "Нет команды «switch».\nВозможно, вы имели в виду «kabinet tariff switch». Справка: kabinet help"),
    Row(
      ["tariff", "swicth"],
      "'kabinet tariff' has no command 'swicth'.\nDid you mean 'kabinet tariff switch'? See: kabinet help tariff",
      "У «kabinet tariff» нет команды «swicth».\nВозможно, вы имели в виду «kabinet tariff switch». "
        + "Справка: kabinet help tariff"),
    Row(
      ["pay", "--metod", "x"],
      "'kabinet pay' has no option '--metod'.\nDid you mean '--method'? See: kabinet help pay",
      "У «kabinet pay» нет параметра «--metod».\nВозможно, вы имели в виду «--method». Справка: kabinet help pay"),
    Row(
      ["pay", "--yes=no"], "--yes is a flag and takes no value, but 'no' was given.\nSee: kabinet help pay",
      "Параметр --yes — переключатель, значение «no» ему не нужно.\nСправка: kabinet help pay"),
    Row(
      ["pay", "-m"], "-m needs a value: METHOD.\nSee: kabinet help pay",
      "После -m нужно значение: СПОСОБ.\nСправка: kabinet help pay"),
    Row(
      ["pay", "--method", "--yes"],
      "--method needs a value: METHOD, but '--yes' follows.\nDid you mean '--method=--yes'? See: kabinet help pay",
      "После --method нужно значение: СПОСОБ, а стоит «--yes».\nВозможно, вы имели в виду «--method=--yes». "
        + "Справка: kabinet help pay"),
    Row(
      ["pay", "-m", "card", "--method=sbp"],
      "--method is given twice with different values: 'card' and 'sbp'.\nSee: kabinet help pay",
      "Параметр --method задан дважды и по-разному: «card» и «sbp».\nСправка: kabinet help pay"),
    Row(
      ["tariff", "--sort", "prise"],
      "--sort can't be 'prise'. Choose from: price, speed, name, fee, available.\n"
        + "Did you mean 'price'? See: kabinet help tariff list",
      "--sort: значение «prise» не подходит. Возможные: price, speed, name, fee, available.\n"
        + "Возможно, вы имели в виду «price». Справка: kabinet help tariff list"),
    Row(
      ["tariff", "switch"], "'kabinet tariff switch' needs TARIFF: to which.\nSee: kabinet help tariff switch",
      "Для «kabinet tariff switch» не хватает аргумента ТАРИФ: на какой.\nСправка: kabinet help tariff switch"),
    Row(
      ["balance", "now"], "'kabinet balance' does not expect the argument 'now'.\nSee: kabinet help balance",
      "Лишний аргумент «now» у «kabinet balance».\nСправка: kabinet help balance"),
    Row(
      ["help", "filez"], "Help has nothing about 'filez'.\nDid you mean 'kabinet help files'? See: kabinet help",
      "В справке нет раздела «filez».\nВозможно, вы имели в виду «kabinet help files». Справка: kabinet help"),
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
    #expect(error.phrase(program: "kabinet").english == "'kabinet kb' needs a command: list, show.")
    #expect(error.phrase(program: "kabinet").russian == "После «kabinet kb» нужна команда: list, show.")
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
