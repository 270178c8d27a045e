import Language
import Platform

/// What a person asked for about output, from the options.
package struct ConsoleSettings: Sendable {
  package var language: Language
  package var form: Form
  package var colour: ColourChoice
  /// Notes are left out of stderr; warnings and failures are not.
  package var isQuiet: Bool
  /// Details are added to stderr.
  package var isVerbose: Bool
  package var usesPager: Bool
  package var environment: [String: String]

  package init(
    language: Language, form: Form = .view, colour: ColourChoice = .auto, isQuiet: Bool = false,
    isVerbose: Bool = false, usesPager: Bool = true, environment: [String: String] = [:]
  ) {
    self.language = language
    self.form = form
    self.colour = colour
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
    self.usesPager = usesPager
    self.environment = environment
  }
}

/// The one way to stdout (answers) and stderr (talk). Everything that passes is gated.
package final class Console {
  package let settings: ConsoleSettings
  let io: ConsoleIO
  /// How stdout and stderr look: each is a terminal or not on its own.
  package let outputLook: Look
  package let errorLook: Look
  var progress: Progress?

  package init(_ settings: ConsoleSettings, io: ConsoleIO = .system) {
    self.settings = settings
    self.io = io
    outputLook = Self.look(of: .output, settings, io)
    errorLook = Self.look(of: .error, settings, io)
  }

  package var language: Language { settings.language }

  private static func look(of stream: ConsoleIO.Stream, _ settings: ConsoleSettings, _ io: ConsoleIO) -> Look {
    let isTerminal = io.isTerminal(stream)
    return Look(
      language: settings.language, isTerminal: isTerminal, window: isTerminal ? io.window(stream) : nil,
      choice: settings.colour, environment: settings.environment)
  }

  /// Writes the answer to stdout at once, through a pager when it is longer than the screen.
  package func answer(_ answer: Answer) throws(OutputFailure) {
    try write(answer.bytes(settings.form, outputLook))
  }

  /// Whether an answer leaves as rows for programs, so that it may be given as `Records`.
  package var writesRows: Bool { settings.form == .view && !outputLook.isTerminal }

  package func answer(_ records: Records) throws(OutputFailure) {
    try write(records.bytes)
  }

  /// Writes a text of our own making to stdout as it is: a completion script, a man page, an exported file.
  ///
  /// It is not gated, so nothing that a provider said may be in it unless the format has escaped it.
  package func document(_ text: String) throws(OutputFailure) {
    try write(Array(text.utf8))
  }

  private func write(_ bytes: [UInt8]) throws(OutputFailure) {
    hideProgress()
    if let pager = pager(for: bytes), io.page(pager, bytes) { return }
    try io.write(.output, bytes)
  }

  private func pager(for bytes: [UInt8]) -> PagerCommand? {
    guard settings.usesPager, outputLook.isTerminal, io.isTerminal(.input), let height = outputLook.height,
      height > 0, settings.environment["TERM"] != "dumb"
    else { return nil }
    let lines = bytes.count { $0 == UInt8(ascii: "\n") }
    return lines >= height ? PagerCommand(environment: settings.environment) : nil
  }
}
