import JSON
import Sandbox
import TestSupport
import Testing

/// A snapshot shows support what the customer saw: elsewhere, later, offline.
struct SnapshotTests {
  /// A customer with a little of everything, and the file that they sent.
  private struct Customer {
    let shell: Shell
    let file: String

    init(language: String, onTerminal: Bool = false, columns: Int = 80) throws {
      shell = try Shell.loggedIn("100106", language: language)
      try #require(shell.run("pay", "100", "--yes").status == 0)
      shell.sandbox.faults.add(Fault(.loseAnswer, on: "PUT /v1/accounts/*/intents/*"))
      try #require(shell.run("pay", "200", "--yes").status == 8)
      file = shell.home.path + "/view.kabinet"
      let saved = shell.run("snapshot", "save", file, onTerminal: onTerminal, columns: columns)
      try #require(saved.status == 0, "\(saved.error)")
    }
  }

  /// Support's machine: another home, another time, another language, no way to anywhere.
  private func support(_ touches: Touches) throws -> Shell {
    let shell = try Shell(language: "en", start: "2027-03-01T00:00:00Z")
    shell.environment["KABINET_LANG"] = nil
    shell.environment["LANG"] = "de_DE.UTF-8"
    shell.transport = touches.fail
    return shell
  }

  @Test(arguments: ["ru", "en"]) func everyReadingCommandPrintsTheSameBytesElsewhere(language: String) throws {
    let customer = try Customer(language: language)
    let touches = Touches()
    let support = try support(touches)
    for line in Lines.reading {
      for json in language == "en" ? [["--json"]] : [[]] {
        let there = customer.shell.run(line.words + json)
        let here = support.run(["--snapshot", customer.file] + line.words + json)
        #expect(there.status == 0, "\(line)")
        #expect(here == there, "\(line)")
      }
    }
    #expect(touches.count == 0)
    #expect(try support.home.names().isEmpty, "reading a snapshot leaves nothing behind")
  }

  @Test func theCustomersTerminalIsTheMeasureOnAnyTerminal() throws {
    let customer = try Customer(language: "ru", onTerminal: true, columns: 62)
    let support = try support(Touches())
    for line in Lines.reading {
      let there = customer.shell.run(line.words, onTerminal: true, columns: 62)
      let here = support.run(["--snapshot", customer.file] + line.words, onTerminal: true, columns: 140)
      #expect(here == there, "\(line)")
    }
  }

  @Test func anotherLanguageCanBeAskedFor() throws {
    let customer = try Customer(language: "ru")
    let here = try support(Touches()).run("--snapshot", customer.file, "--lang", "en", "balance")
    #expect(here.output == customer.shell.run("--lang", "en", "balance").output)
    #expect(here.output.contains("Balance\t"))
  }

  @Test func whatIsNotReadingIsRefused() throws {
    let customer = try Customer(language: "en")
    let touches = Touches()
    let support = try support(touches)
    for line in Lines.other {
      let ran = support.run(["--snapshot", customer.file] + line.words, typing: ["sandbox"])
      #expect(ran.status == 2, "\(line)")
      #expect(ran.output.isEmpty, "\(line)")
      #expect(ran.error.contains("what to do:"), "\(line)")
    }
    #expect(touches.count == 0)
    #expect(try support.home.names().isEmpty)
  }

  @Test func aSnapshotHoldsNoSecret() throws {
    let customer = try Customer(language: "ru")
    let logins = try JSON(parsing: Array(try customer.shell.home.read("config/credentials.json").utf8))
    guard case .object(let members) = logins, let login = members.values.first else { throw Missing() }
    let view = try customer.shell.home.read("view.kabinet")
    for name in ["token", "refreshToken"] {
      guard case .string(let secret)? = login[name], secret.count >= 16 else { throw Missing() }
      #expect(!view.contains(secret))
    }
    #expect(!view.contains("credentials.json") && !view.contains("\"refresh"))
  }

  private struct Missing: Error {}

  @Test func aFileThatIsThereIsKeptUnlessForced() throws {
    let shell = try Shell.loggedIn()
    let file = shell.home.path + "/letter.txt"
    try shell.home.write("letter.txt", "dear provider")
    let refused = shell.run("snapshot", "save", file)
    #expect(refused.status == 2)
    #expect(refused.error.contains("--force"))
    #expect(try shell.home.read("letter.txt") == "dear provider")
    #expect(shell.run("snapshot", "save", file, "--force").status == 0)
  }

  struct Spoiling: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let message: String
    let edit: @Sendable (String) -> String
  }

  static let spoilings = [
    Spoiling(testDescription: "empty", message: "it is not a snapshot of kabinet") { _ in "" },
    Spoiling(testDescription: "some other file", message: "it is not a snapshot of kabinet") { _ in "{}\n" },
    Spoiling(testDescription: "a terminal's escapes", message: "it is not a snapshot of kabinet") { _ in
      "\u{1B}[2Jowned\n"
    },
    Spoiling(testDescription: "half of it", message: "it is cut") { String($0.prefix($0.count / 2)) },
    Spoiling(testDescription: "without its last line", message: "it is cut") {
      $0.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
    },
    Spoiling(testDescription: "one digit of money changed", message: "it is damaged") {
      $0.replacing("100106", by: "100107")
    },
    Spoiling(testDescription: "a line twice", message: "it is damaged") { text in
      let lines = text.split(separator: "\n").map(String.init)
      return (lines.prefix(3) + [lines[2]] + lines.dropFirst(3)).map { $0 + "\n" }.joined()
    },
  ]

  @Test(arguments: spoilings) func aSpoiledFileIsNamedAndNothingOfItIsShown(spoiling: Spoiling) throws {
    let customer = try Customer(language: "en")
    try customer.shell.home.write("bad.kabinet", spoiling.edit(try customer.shell.home.read("view.kabinet")))
    let ran = try support(Touches()).run("--snapshot", customer.shell.home.path + "/bad.kabinet", "balance")
    #expect(ran.status == 1)
    #expect(ran.output.isEmpty)
    #expect(ran.error.contains(spoiling.message))
    #expect(ran.error.contains("ask for a new one: kabinet snapshot save FILE"))
    #expect(!ran.error.contains("\u{1B}"))
  }

  @Test func aFileThatIsMissingOrIsNoFileIsNamed() throws {
    let shell = try Shell()
    let missing = shell.run("--snapshot", shell.home.path + "/none", "balance")
    #expect(missing.status == 1)
    #expect(missing.error.contains("there is no such file"))
    #expect(shell.run("--snapshot", "/dev/zero", "balance").status == 1)
    #expect(shell.run("--snapshot", shell.home.path, "balance").status == 1)
  }
}

extension String {
  /// The first place alone is replaced.
  func replacing(_ part: String, by other: String) -> String {
    let whole = Array(utf8)
    let wanted = Array(part.utf8)
    let place = whole.withUnsafeBufferPointer { bytes in
      bytes.indices.first { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
    }
    guard let place else { return self }
    return String(decoding: whole[..<place] + Array(other.utf8) + whole[(place + wanted.count)...], as: UTF8.self)
  }
}
