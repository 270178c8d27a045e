import Arguments
import Commands
import TestSupport
import Testing

/// A read never leaves the store, and creates nothing.
struct ReadOnlyTests {
  @Test func aReadNeverTouchesTheNetworkOrTheStore() throws {
    let shell = try Shell.loggedIn()
    let touches = Touches()
    shell.transport = touches.fail
    // The first search makes the index, which is derived and no part of the store.
    _ = shell.run("kb", "search", "роутер")
    let before = try shell.home.contents()
    for line in Lines.reading { #expect(shell.run(line.words).status == 0, "\(line)") }
    #expect(touches.count == 0)
    #expect(try shell.home.contents() == before)
  }

  @Test(arguments: ["en", "ru"]) func helpOfEveryCommandNeedsNothing(language: String) throws {
    let shell = try Shell(language: language)
    shell.transport = Touches().fail
    for (path, _) in CommandTree.grammar.leaves {
      let help = shell.run(path.split(separator: " ").map(String.init) + ["--help"])
      #expect(help.isClean && help.output.contains("kabinet \(path)"), "\(path)")
      #expect(shell.run(["help"] + path.split(separator: " ").map(String.init)).output == help.output, "\(path)")
    }
    for topic in ["environment", "exit-status", "files"] { #expect(shell.run("help", topic).isClean) }
    #expect(try shell.home.names().isEmpty)
  }

  @Test(arguments: [
    Words("home"), Words("balance"), Words("statement"), Words("payments"), Words("tariff list"), Words("incidents"),
    Words("kb list"), Words("kb search", "wi-fi"),
  ])
  func beforeTheFirstLoginOneIsToldWhatToDoAndNothingIsCreated(line: Words) throws {
    let shell = try Shell()
    shell.transport = Touches().fail
    let ran = shell.run(line.words)
    #expect(ran.status == 4)
    #expect(ran.output.isEmpty)
    #expect(ran.error.contains("kabinet login"))
    #expect(try shell.home.names().isEmpty)
  }

  @Test func whatNeedsNoLoginCreatesNothingEither() throws {
    let shell = try Shell()
    shell.transport = Touches().fail
    for words in [
      ["version"], ["--version"], ["account", "list"], ["store", "path"], ["store", "verify"], ["doctor"],
      ["completions", "bash"], ["completions", "zsh"], ["completions", "fish"], ["completions", "--values", "tariff"],
      ["completions", "--values", "account"], ["sandbox", "accounts"],
    ] {
      #expect(shell.run(words).status == 0, "\(words)")
    }
    #expect(try shell.home.names().isEmpty)
  }

  @Test func aStoreThatCanOnlyBeReadIsRead() throws {
    let shell = try Shell.loggedIn()
    try shell.home.setMode("data", 0o500)
    defer { try? shell.home.setMode("data", 0o700) }
    for line in Lines.reading { #expect(shell.run(line.words).status == 0, "\(line)") }
  }

  @Test func oldDataIsShownWithItsAge() throws {
    let shell = try Shell.loggedIn()
    shell.wait(seconds: 3 * 86_400)
    let ran = shell.run("balance")
    #expect(ran.status == 0)
    #expect(ran.error.contains("3 days"))
    #expect(shell.run("balance", "--json").output.contains(#""stale":true"#))
  }
}

import Platform

extension TemporaryHome {
  /// Every file below with its bytes; the sandbox of these tests keeps none.
  func contents() throws -> [String: [UInt8]] { try contents(of: "", depth: 0) }

  private func contents(of folder: String, depth: Int) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in try Directory(path + folder).list() {
      let place = "\(folder)/\(name)"
      if (try? Directory(path + place)) != nil {
        found.merge(try contents(of: place, depth: depth + 1)) { first, _ in first }
      } else {
        // A link is told by its emptiness: it is not followed.
        found[place] = (try? Directory(path + folder).read(name, limit: 64 << 20)) ?? []
      }
    }
    return found
  }

  func setMode(_ name: String, _ mode: UInt32) throws { try Directory(path).setPermissions(name, mode) }
}
