import JSON
import Platform
import TestSupport
import Testing

/// Passwords and tokens are in one file of mode 600, and nowhere else.
struct SecretTests {
  @Test func secretsAreInTheCredentialsFileAlone() throws {
    let house = try Household().loggedIn()
    let json = try JSON(parsing: Array(try house.home.read("config/credentials.json").utf8))
    guard case .object(let logins) = json, let login = logins.values.first else { throw Missing() }
    let secrets = try ["token", "refreshToken"].map { name in
      guard case .string(let secret)? = login[name], secret.count >= 16 else { throw Missing() }
      return secret
    }
    var said = ""
    for words in [
      ["sync", "-v"], ["pay", "700", "--yes", "-v"], ["account", "list", "--json"], ["doctor", "--json"],
    ] {
      let ran = try house.binary.run(words)
      said += ran.output + ran.error
    }
    let stored = try SecretTests.texts(in: house.home.path + "/data") + [try house.home.read("config/config.json")]
    #expect(stored.count >= 8)
    for secret in secrets {
      #expect(!said.contains(secret))
      #expect(stored.allSatisfy { !$0.contains(secret) })
    }
    let mode = try Directory(house.home.path + "/config").status("credentials.json")
    #expect(!mode.isReadableByOthers)
  }

  private struct Missing: Error {}

  private static func texts(in folder: String) throws -> [String] {
    let directory = try Directory(folder)
    return try directory.list().flatMap { name -> [String] in
      if (try? Directory("\(folder)/\(name)")) != nil { return try texts(in: "\(folder)/\(name)") }
      return [String(decoding: try directory.read(name, limit: 64 << 20), as: UTF8.self)]
    }
  }
}
