import Domain
import JSON
import Language
import TestSupport
import Testing

@testable import Terminal

struct AnswerTests {
  private let balance = Money(minor: -123_450, currency: .rub)

  private var answer: Answer {
    Answer(
      kind: "balance", json: ["balance": balance.json],
      view: [
        .heading(Phrase("Баланс", "Balance")),
        .fields([
          Field(Phrase("Сумма", "Amount"), .amount(balance, .bad)), Field(Phrase("Лицевой счёт", "Account"), "4021"),
        ]),
      ])
  }

  @Test func jsonForProgramsIsOneLineWithSortedKeysAndAVersion() {
    #expect(
      answer.text(.json, .pipe)
        == #"{"balance":{"currency":"RUB","minor":-123450},"kind":"balance","version":1}"# + "\n")
  }

  @Test func jsonForPeopleIsIndented() {
    #expect(answer.text(.json, .screen).hasPrefix("{\n  \"balance\": {\n    \"currency\""))
  }

  @Test func jsonOutputHasNoControlOrBidiCharacters() {
    let text = Answer(kind: "x", json: ["name": "\u{1B}[2J\u{202E}\u{85}"], view: []).text(.json, .pipe)
    #expect(text == #"{"kind":"x","name":"\u001b[2J\u202e\u0085","version":1}"# + "\n")
  }

  @Test func listIsWrappedInAnObject() {
    #expect(
      Answer(kind: "x", version: 2, json: [1], view: []).envelope.text == #"{"kind":"x","value":[1],"version":2}"#)
  }

  @Test func fieldsAreAlignedOnAScreen() {
    #expect(answer.text(.view, .screen) == "Balance\nAmount:   \u{2212}₽1,234.50\nAccount:  4021\n")
    #expect(
      answer.text(.view, .screen(40, language: .russian))
        == "Баланс\nСумма:         \u{2212}1\u{A0}234,50\u{A0}₽\nЛицевой счёт:  4021\n")
  }

  @Test func fieldsAreRowsWithMachineAmountsWhenPiped() {
    #expect(answer.text(.view, .pipe) == "Balance\nAmount\t-1234.50\nAccount\t4021\n")
  }

  @Test func coloursAreEscapeSequencesOnlyWhereAsked() {
    let line = Answer(kind: "x", json: [:], view: [.line("\(Phrase(verbatim: "due"), .bad) now")])
    #expect(line.text(.view, .screen(40, colour: true)) == "\u{1B}[31mdue\u{1B}[0m now\n")
    #expect(line.text(.view, .screen) == "due now\n")
  }

  @Test func providersEscapesNeverReachTheScreen() {
    let evil = Line(verbatim: "\u{1B}]0;title\u{7}\u{202E}name", .bold)
    for look in [Look.pipe, Look.screen, Look.screen(80, colour: true)] {
      let blocks: [Block] = [
        .line(evil), .heading(evil), .list([evil]), .paragraph(evil), .fields([Field(Phrase(verbatim: "a\tb"), evil)]),
        .table(Table([.init(Phrase(verbatim: "\u{1B}c"))], rows: [[evil]])),
        .chart(Chart([.init(Phrase(verbatim: "\u{9B}"), value: 1, text: evil)])),
      ]
      let text = Answer(kind: "x", json: [:], view: blocks).text(.view, look)
      let own = ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[36m", "\u{1B}[0m"]
      let rest = own.reduce(text) { $0.split(separator: $1, omittingEmptySubsequences: false).joined() }
      #expect(!rest.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && Gate.isDangerous($0) }, "\(look)")
    }
  }

  @Test func paragraphIsWrappedOnAScreenAndWholeWhenPiped() {
    let block = Block.paragraph(Phrase(verbatim: "one two three four five\nsix"))
    #expect(Screen(.screen(20)).text([block]) == "one two three four\nfive\nsix\n")
    #expect(Rows(.pipe).text([block]) == "one two three four five\nsix\n")
  }

  @Test func listItemsHangUnderTheirBullet() {
    let block = Block.list(["one two three four five", "six"])
    #expect(Screen(.screen(20)).text([block]) == "• one two three four\n  five\n• six\n")
    #expect(Screen(.screen(20, ascii: true)).text([.list(["six"])]) == "- six\n")
    #expect(Rows(.pipe).text([block]) == "one two three four five\nsix\n")
  }

  @Test func longFieldValueHangsUnderItsBeginning() {
    #expect(
      Screen(.screen(20)).text([.fields([Field(Phrase(verbatim: "Name"), "one two three four")])])
        == "Name:  one two three\n       four\n")
  }

  @Test func linkIsAnEscapeOnAColourTerminalAndAnAddressElsewhere() {
    let block = Block.line(.link(Phrase(verbatim: "pay"), to: "https://pay.example/1"))
    #expect(
      Screen(.screen(60, colour: true)).text([block])
        == "\u{1B}]8;;https://pay.example/1\u{1B}\\pay\u{1B}]8;;\u{1B}\\\n")
    #expect(Screen(.screen(60)).text([block]) == "pay (https://pay.example/1)\n")
    #expect(Rows(.pipe).text([block]) == "pay (https://pay.example/1)\n")
  }

  @Test func linkThatCouldBreakOutIsPrintedAsText() {
    let block = Block.line(.link(Phrase(verbatim: "pay"), to: "https://x\u{1B}\\\u{1B}[2J"))
    #expect(Screen(.screen(60, colour: true)).text([block]) == #"pay (https://x\x1b\\x1b[2J)"# + "\n")
    let script = Block.line(.link(Phrase(verbatim: "pay"), to: "javascript:alert(1)"))
    #expect(Screen(.screen(60, colour: true)).text([script]) == "pay (javascript:alert(1))\n")
  }

  @Test func lineIsWrittenAsALiteral() {
    let line: Line = "\(Phrase("Итого", "Total"), .bold): \(.amount(balance)) · \(3)"
    #expect(StyledText(line, look: .screen).plain == "Total: \u{2212}₽1,234.50 · 3")
    #expect(line.spans[0].style == .bold)
    #expect(line.styled(.dim).spans.map(\.style) == [.bold, .dim, .dim, .dim, .dim])
  }
}
