import Arguments
import Domain
import Language
import Platform
import Provider
import Sandbox
import Terminal

/// One run of the program: from the words of a command line to an exit status.
package struct Launch {
  private let arguments: [String]?
  private let environment: [String: String]
  private let home: Result<Home, Failure>
  private let io: ConsoleIO
  private let live: (World) -> World

  /// - Parameters:
  ///   - arguments: without the program's own name; nil when the system does not tell them, as without `/proc`. Then nothing
  ///     is done: no words at all would mean the home screen.
  ///   - live: may replace parts of the world; tests do.
  package init(
    arguments: [String]?, environment: [String: String], io: ConsoleIO = .system,
    live: @escaping (World) -> World = { $0 }
  ) {
    self.arguments = arguments
    self.environment = environment
    self.io = io
    self.live = live
    home = Result { () throws(Failure) in
      try Home(environment: environment)
    }
  }

  package func run() -> ExitStatus {
    let grammar = CommandTree.grammar
    let configuration = Result { () throws(Failure) in try ConfigurationFiles(home: home.get()).load() }
    let language = chosenLanguage(grammar, remembered: try? configuration.get().language)
    let plain = Console(ConsoleSettings(language: language, environment: environment), io: io)
    do {
      return try run(grammar, configuration, language: language, plain: plain)
    } catch {
      return report(error, on: plain)
    }
  }

  private func run(
    _ grammar: Grammar, _ configuration: Result<Configuration, Failure>, language: Language, plain: Console
  ) throws -> ExitStatus {
    guard let arguments else { throw Failure(.failed, .argumentsUnknown, hint: .argumentsHint) }
    switch try parsed(arguments, grammar) {
    case .version:
      try plain.document("kabinet \(Version.text)\n")
    case .help(let subject):
      guard let help = grammar.help(about: subject, in: language, width: min(plain.outputLook.width, 100)) else {
        throw Failure(.usage, .noSuchHelp, hint: .seeHelp)
      }
      try plain.answer(Answer(kind: "help", json: .string(help.plain), view: HelpView.blocks(help)))
    case .run(let invocation):
      guard let make = CommandTree.root.node(at: invocation.path[...])?.make else {
        throw Failure(.usage, .noSuchHelp, hint: .seeHelp)
      }
      if let name = invocation.value("lang"), Language(name: name) == nil {
        throw Failure(.usage, .unknownLanguage(name), hint: .useRussianOrEnglish)
      }
      let command = try make(invocation)
      let world = try world(for: invocation, configuration, language: language)
      do {
        return try command.run(world)
      } catch {
        return report(error, on: world.console)
      }
    }
    return .done
  }

  /// A card's number is refused wherever it is typed, before any command sees it; it is not repeated as the cause either.
  private func parsed(_ arguments: [String], _ grammar: Grammar) throws -> Parsed {
    do {
      let parsed = try grammar.parse(arguments)
      guard case .run(let invocation) = parsed, invocation.texts.contains(where: { CardNumber.isFound(in: $0) }) else {
        return parsed
      }
    } catch {
      guard CardNumber.isFound(in: arguments.joined(separator: " ")) else { throw error }
    }
    throw Failure(.usage, .cardNumberTyped, hint: .cardNumberHint)
  }

  private func chosenLanguage(_ grammar: Grammar, remembered: Language?) -> Language {
    let flag = grammar.value(ofGlobal: "lang", in: arguments ?? []).flatMap { Language(name: $0) }
    return LanguageChoice.choose(flag: flag, environment: environment, remembered: remembered)
  }

  private func world(
    for invocation: Invocation, _ configuration: Result<Configuration, Failure>, language: Language
  ) throws -> World {
    var settings = ConsoleSettings(language: language, environment: environment)
    settings.form = invocation.flag("json") ? .json : .view
    settings.colour = invocation.value("color").flatMap { ColourChoice(rawValue: $0) } ?? .auto
    settings.isQuiet = invocation.flag("quiet")
    settings.isVerbose = invocation.flag("verbose")
    settings.usesPager = !invocation.flag("no-pager")
    let snapshot = try invocation.value("snapshot").map { try OpenSnapshot(path: $0) }
    if let snapshot { settings = snapshot.adjusted(settings, languageIsGiven: invocation.value("lang") != nil) }
    let home = try home.get()
    let environment = environment
    let transports = LiveTransports(home: home, environment: environment)
    var inner = io
    inner.readLine = { _ in .line(Array(Sandbox.password.utf8)) }
    return live(
      World(
        environment: environment, home: home, configuration: configuration, console: Console(settings, io: io),
        now: { snapshot?.taken ?? Timestamp(seconds: Clock.now()) }, random: Randomness.bytes,
        pause: { Clock.pause(milliseconds: $0) },
        transport: { try transports.transport(to: $0) },
        nested: { [inner, live] arguments, environment in
          Launch(arguments: arguments, environment: environment, io: inner, live: live).run()
        },
        account: invocation.value("account") ?? environment["KABINET_ACCOUNT"].flatMap { $0.isEmpty ? nil : $0 },
        snapshot: snapshot))
  }

  /// Tells a person what went wrong; the error alone decides the exit status.
  private func report(_ error: any Error, on console: Console) -> ExitStatus {
    if let failure = error as? OutputFailure {
      guard case .brokenPipe = failure else {
        console.failure(what: .outputFailed, why: Phrase(verbatim: "\(failure)"))
        return .failed
      }
      return .brokenPipe
    }
    if let usage = error as? UsageError {
      console.failure(what: usage.phrase(program: "kabinet"), hint: usage.hint(program: "kabinet"))
      return .usage
    }
    let failure = Failure(describing: error)
    console.failure(what: failure.what, why: failure.why, hint: failure.hint)
    return failure.exitStatus
  }
}
