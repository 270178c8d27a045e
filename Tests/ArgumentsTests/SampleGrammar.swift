import Language

@testable import Arguments

/// A small cabinet with one of everything that a command line can have.
enum Sample {
  static let grammar = Grammar(tree: tree, globals: globals, topics: topics)

  static let globals = [
    Option("json", Phrase("ответ в виде JSON", "answer as JSON")),
    Option("lang", value: .choice(["ru", "en"]), Phrase("язык ответа", "the language of the answer")),
    Option("quiet", short: "q", Phrase("без пояснений", "say less")),
    Option("verbose", short: "v", Phrase("больше пояснений", "say more"), isRepeatable: true),
    Option("snapshot", value: .file, Phrase("читать из снимка", "read from a snapshot")),
  ]

  static let topics = [
    HelpTopic.exitStatus([0, 2, 6]),
    HelpTopic(
      name: "files", aliases: ["файлы"], title: Phrase("Файлы", "Files"),
      body: [
        .term("~/.local/share/kabinet", Phrase("хранилище", "the store")),
        .paragraph(Phrase("Удалять их безопасно.", ".Deleting them is safe.")),
      ]),
  ]

  static let tree = CommandSpecification(
    name: "kabinet", summary: Phrase("личный кабинет абонента", "the subscriber's self-care"),
    discussion: [
      Phrase("Отвечает из локального хранилища. Это быстро.", "Answers from a local store. That's fast.")
    ],
    examples: [.init("kabinet", Phrase("домашний экран", "the home screen"))],
    subcommands: [home, balance, pay, tariff, sync], defaultSubcommand: "home")

  static let home = CommandSpecification(
    name: "home", aliases: ["главная"], summary: Phrase("домашний экран", "the home screen"), facts: [.readsOnly],
    exitStatuses: [0])

  static let balance = CommandSpecification(
    name: "balance", aliases: ["баланс"], summary: Phrase("сколько денег на счёте", "how much money is left"),
    group: Phrase("Деньги", "Money"),
    options: [Option("until", short: "u", value: .date, Phrase("на эту дату", "until that date"))],
    facts: [.readsOnly], exitStatuses: [0, 2])

  static let pay = CommandSpecification(
    name: "pay", aliases: ["оплатить"], summary: Phrase("пополнить счёт", "top up the account"),
    group: Phrase("Деньги", "Money"),
    discussion: [Phrase("Сначала покажет сумму — и спросит.", "Shows the sum first: 'yes' or \\no.")],
    positionals: [
      Positional("amount", .amount, Phrase("сколько заплатить", "how much to pay"), isRequired: false)
    ],
    options: [
      Option("dry-run", short: "n", Phrase("только показать", "only show [what] would: happen")),
      Option("yes", short: "y", Phrase("не спрашивать", "don't ask")),
      Option("method", short: "m", value: .text(Phrase("СПОСОБ", "METHOD")), Phrase("способ оплаты", "how to pay")),
      Option("note", value: .text(Phrase("ТЕКСТ", "TEXT")), Phrase("заметка", "a note"), isRepeatable: true),
      Option("debug", Phrase("отладка", "debugging"), isHidden: true),
    ],
    examples: [.init("kabinet pay 500 --yes", Phrase("заплатить 500 ₽", "pay 500 ₽ \"now\""))],
    facts: [.needsLogin, .spendsMoney, .startsNetwork],
    subcommands: [
      CommandSpecification(
        name: "methods", aliases: ["способы"], summary: Phrase("какие бывают способы", "the known methods"),
        exitStatuses: [0])
    ], exitStatuses: [0, 2, 6, 8], seeAlso: ["balance", "pay methods"])

  static let tariff = CommandSpecification(
    name: "tariff", aliases: ["тариф"], summary: Phrase("тарифы", "tariffs"), group: Phrase("Услуги", "Services"),
    subcommands: [
      CommandSpecification(
        name: "list", aliases: ["ls", "список"], summary: Phrase("список тарифов", "list the tariffs"),
        options: [
          Option("all", short: "a", Phrase("и недоступные", "unavailable ones too")),
          Option(
            "sort", value: .choice(["price", "speed", "name", "fee", "available"]), Phrase("порядок", "the order")),
        ]),
      CommandSpecification(
        name: "switch", aliases: ["сменить"], summary: Phrase("сменить тариф", "change the tariff"),
        positionals: [Positional("tariff", .tariff, Phrase("на какой", "to which"))],
        options: [Option("from", value: .date, Phrase("с какого дня", "from which day"))],
        facts: [.changesContract]),
      CommandSpecification(
        name: "compare", summary: Phrase("сравнить", "compare tariffs"),
        positionals: [
          Positional("tariff", .tariff, Phrase("какие", "which"), isRepeatable: true),
          Positional("by", .choice(["price", "speed"]), Phrase("по чему", "by what")),
        ]),
    ], defaultSubcommand: "list")

  static let sync = CommandSpecification(
    name: "sync", aliases: ["обновить"], summary: Phrase("обновить данные", "renew the data"), facts: [.startsNetwork],
    subcommands: [
      CommandSpecification(name: "secret", summary: Phrase("тайное", "hidden"), isHidden: true)
    ], isRunnable: true)

  /// The invocation that a command line, split at spaces, asks for.
  static func run(_ line: String) throws -> Invocation? {
    guard case .run(let invocation) = try grammar.parse(line.split(separator: " ").map(String.init)) else { return nil }
    return invocation
  }

  static func error(_ words: [String]) -> UsageError? {
    do throws(UsageError) {
      _ = try grammar.parse(words)
      return nil
    } catch {
      return error
    }
  }

  static func error(_ line: String) -> UsageError? { error(line.split(separator: " ").map(String.init)) }
}
