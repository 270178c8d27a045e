import JSON
import TestSupport
import Testing

/// A person at a terminal of their own, and a provider in another process, with an address on this machine between them.
final class Household {
  let home: TemporaryHome
  let binary: Binary
  let server: Server

  /// - Parameter start: the provider's clock stands there, so that every date is known.
  init(language: String = "en", start: String = "2030-01-10T09:00:00Z") throws {
    home = try TemporaryHome()
    binary = Binary(home: home, language: language)
    server = try Server(binary, directory: home.path + "/provider", start: start)
  }

  deinit { _ = try? server.stop() }

  @discardableResult
  func run(_ words: String..., input: String = "") throws -> Ran { try binary.run(words, input: input) }

  func login(_ number: String = "100106") throws -> Ran {
    try run("login", server.address, "--login", number, "--password-stdin", input: "sandbox\n")
  }

  func loggedIn(_ number: String = "100106") throws -> Household {
    let ran = try login(number)
    try #require(ran.status == 0, "\(ran.error)")
    return self
  }

  /// How many payments of so many minor units the provider has entered.
  func payments(of minor: Int64) throws -> Int {
    let ran = try run("statement", "all", "--kind", "payment", "--json")
    guard case .array(let entries)? = try JSON(parsing: Array(ran.output.utf8))["entries"] else { return -1 }
    return entries.count { $0["amount"] == .integer(minor) }
  }

  /// The only intent that is open.
  func openIntents() throws -> [String] {
    let ran = try run("payments", "--open", "--json")
    guard case .array(let intents)? = try JSON(parsing: Array(ran.output.utf8))["payments"] else { return [] }
    return intents.compactMap { if case .string(let state)? = $0["state"] { state } else { nil } }
  }

  /// What was printed, without the key that is new each time.
  static func withoutKey(_ ran: Ran) -> String {
    ran.output.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("key: ") && !$0.hasPrefix("ключ: ") }.joined(separator: "\n")
  }
}

let intentCalls = "PUT /v1/accounts/*/intents/*"
