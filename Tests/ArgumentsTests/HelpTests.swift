import Language
import Testing

@testable import Arguments

struct HelpTests {
  private func help(_ subject: HelpSubject, _ language: Language, width: Int = 80) throws -> HelpText {
    try #require(Sample.grammar.help(about: subject, in: language, width: width))
  }

  @Test func theProgramListsItsCommandsByGroup() throws {
    let expected = #"""
      kabinet — the subscriber's self-care

      Usage:
        kabinet [COMMAND] [OPTIONS]

      Answers from a local store. That's fast.

      Commands:
        home  the home screen (default)
        sync  renew the data
        help  help about a command or a topic

      Money:
        balance  how much money is left
        pay      top up the account

      Services:
        tariff  tariffs

      More about a command: kabinet help COMMAND

      Global options:
            --json           answer as JSON
            --lang=ru|en     the language of the answer
        -q, --quiet          say less
        -v, --verbose        say more
            --snapshot=FILE  read from a snapshot
        -h, --help           show this help
            --version        show the version

      Examples:
        kabinet
            the home screen

      Help topics:
        exit-status  Exit status
        files        Files

      """#
    #expect(try help(.command([]), .english).plain == expected)
  }

  @Test func aCommandTellsEverythingInRussian() throws {
    let expected = #"""
      kabinet pay — пополнить счёт

      Как вызвать:
        kabinet pay [ПАРАМЕТРЫ] [СУММА]
        kabinet pay КОМАНДА [ПАРАМЕТРЫ]

      Другие имена:
        оплатить

      Сначала покажет сумму — и спросит.

      Аргументы:
        СУММА  сколько заплатить

      Команды:
        methods, способы  какие бывают способы

      Параметры:
        -n, --dry-run        только показать
        -y, --yes            не спрашивать
        -m, --method=СПОСОБ  способ оплаты
            --note=ТЕКСТ     заметка

      Общие параметры:
            --json           ответ в виде JSON
            --lang=ru|en     язык ответа
        -q, --quiet          без пояснений
        -v, --verbose        больше пояснений
            --snapshot=ФАЙЛ  читать из снимка
        -h, --help           показать эту справку
            --version        показать версию

      Примеры:
        kabinet pay 500 --yes
            заплатить 500 ₽

      Важно знать:
        Нужен вход: сначала kabinet login.
        Тратит деньги: сначала покажет сумму и спросит согласия; в сценарии отвечает
        --yes.
        Обращается к провайдеру по сети.

      Коды завершения:
        0  всё сделано, даже если ничего не найдено
        2  ошибка в командной строке, или нужно подтверждение, а терминала нет
        6  отказ по правилам провайдера
        8  принято или неизвестно: чем кончится, ещё не ясно

      См. также:
        kabinet balance, kabinet pay methods

      """#
    #expect(try help(.command(["pay"]), .russian).plain == expected)
  }

  @Test func aGroupShowsTheOptionsOfItsDefault() throws {
    let text = try help(.command(["tariff"]), .english).plain
    #expect(text.contains("  list     list the tariffs (default)\n"))
    #expect(text.contains("--sort=VALUE  the order (one of: price, speed, name, fee, available)\n"))
  }

  @Test func aTopicIsWrappedAndAligned() throws {
    let expected = #"""
      Коды завершения

      По коду завершения сценарий узнаёт, чем кончилась
      команда. Значения кодов не меняются от версии к
      версии.

        0  всё сделано, даже если ничего не найдено
        2  ошибка в командной строке, или нужно
           подтверждение, а терминала нет
        6  отказ по правилам провайдера

      """#
    #expect(try help(.topic("exit-status"), .russian, width: 50).plain == expected)
  }

  @Test(arguments: [40, 60, 80], Language.allCases)
  func noLineOfProseIsWiderThanAsked(width: Int, language: Language) throws {
    for line in try help(.command(["pay"]), language, width: width).lines {
      #expect(line.map(\.text.count).reduce(0, +) <= width)
    }
  }

  @Test func headingsAndNamesHaveStyles() throws {
    let lines = try help(.command(["pay"]), .english).lines
    #expect(lines.first?.first == HelpText.Span("kabinet pay", .bold))
    #expect(lines.contains([HelpText.Span("Options:", .heading)]))
    #expect(lines.contains { $0.contains(HelpText.Span("-n, --dry-run", .bold)) })
  }

  @Test func hiddenThingsAreNotShown() throws {
    #expect(try !help(.command(["pay"]), .english).plain.contains("debug"))
    #expect(try !help(.command(["sync"]), .english).plain.contains("secret"))
  }

  @Test func thereIsNoHelpAboutNothing() {
    #expect(Sample.grammar.help(about: .command(["nothing"]), in: .english, width: 80) == nil)
    #expect(Sample.grammar.help(about: .topic("nothing"), in: .english, width: 80) == nil)
  }

  @Test func everyFactAndExitStatusIsASentenceInBothLanguages() {
    for fact in CommandSpecification.Fact.allCases { #expect(fact.sentence.russian != fact.sentence.english) }
    for status in [0, 1, 2, 3, 4, 5, 6, 8, 10, 130, 141] {
      #expect(!Phrase.helpExitStatus(status).english.hasPrefix("status"))
    }
  }

  @Test func wrappingBreaksOnlyAtSpaces() {
    #expect(wrapped("one two three", to: 7) == ["one two", "three"])
    #expect(wrapped("incomprehensible a", to: 5) == ["incomprehensible", "a"])
    #expect(wrapped("", to: 5).isEmpty)
  }
}
