import JSON
import Platform
import TestSupport
import Testing

/// Passwords and tokens are in one file of mode 600; name and address where they are shown from; and nowhere else.
struct SecretTests {
  @Test func secretsAreInTheCredentialsFileAlone() throws {
    let house = try Household().loggedIn()
    let watch = try Watch(house)
    var secrets = try SecretTests.tokens(house)
    try watch.run([
      ["sync", "-v"], ["pay", "700", "--yes", "-v"], ["account", "list", "--json"], ["doctor", "--json"],
      ["backup", "create", "\(house.home.path)/backup"], ["snapshot", "save", "\(house.home.path)/snapshot"],
    ])
    // The token is over and is renewed; the next pair goes the same way.
    try house.server.fault("unauthorized", on: "GET /v1/**")
    try watch.run([["sync", "--force", "-v"]])
    let renewed = try SecretTests.tokens(house)
    #expect(Set(secrets + renewed).count == 4, "the token was renewed")
    secrets += renewed
    try house.server.fault("redirect", on: "GET /v1/**")
    try house.server.fault("lose-answer", on: "PUT /v1/**")
    try watch.run([["sync", "--force", "-v"], ["pay", "800", "--yes", "-v"], ["logout", "-v"]], mayFail: true)
    #expect(watch.record.contains("--config"), "curl was watched")
    let files = try SecretTests.files(house)
    #expect(files.count >= 12)
    for secret in secrets {
      #expect(!watch.said.contains(secret) && !watch.told.contains(secret))
      #expect(!watch.record.contains(secret), "in /proc")
      #expect(files.allSatisfy { !$0.text.contains(secret) })
    }
  }

  @Test func nameAndAddressAreWhereTheyAreShownFromAlone() throws {
    let house = try Household().loggedIn()
    let watch = try Watch(house)
    try watch.run([["sync", "--force", "-v"], ["pay", "700", "--yes", "-v"], ["doctor", "-v"], ["payments", "-v"]])
    let files = try SecretTests.files(house)
    let head = try #require(files.first { $0.path.hasSuffix("/head.json") && $0.path.contains("/accounts/") })
    let holder = try JSON(parsing: Array(head.text.utf8))["account"]?["holder"]
    // The list of accounts, and the record of this one.
    let places = ["name": [house.home.path + "/config/config.json", head.path], "address": [head.path]]
    for (member, places) in places {
      guard case .string(let text)? = holder?[member], text.count > 5 else { throw Missing() }
      #expect(!watch.told.contains(text) && !watch.record.contains(text))
      #expect(files.filter { $0.text.contains(text) }.map(\.path) == places, "\(member)")
    }
  }

  @Test func aPasswordThatIsWrongLeavesNoTrace() throws {
    let house = try Household()
    let watch = try Watch(house)
    let password = "wrong-" + Randomness.hexadecimal(bytes: 8)
    let words = ["login", house.server.address, "--login", "100106", "--password-stdin", "-v"]
    try watch.run([words], input: password + "\n", mayFail: true)
    #expect(watch.record.contains("--config"), "curl was watched")
    #expect(watch.told.contains("what to do:"))
    for text in [watch.said, watch.told, watch.record] + (try SecretTests.files(house).map(\.text)) {
      #expect(!text.contains(password))
    }
  }

  /// A provider that repeats what it was told, in the words of its refusal.
  @Test(arguments: [400, 401, 403, 422, 500]) func whatAProviderRepeatsIsNotShown(status: Int) throws {
    let replay = try HTTPReplay { request in
      guard request.method == "POST" else { return .answer(200, #"{"api":"kabinet","version":1}"#) }
      return .answer(
        status, #"{"code":"odd","error":"odd","detail":"nobody is called \#(request.body)","title":"odd"}"#)
    }
    defer { replay.stop() }
    let home = try TemporaryHome()
    let ran = try Binary(home: home).run(
      ["login", replay.address, "--login", "100106", "--password-stdin", "-v"], input: "hunter-two\n")
    #expect(replay.requests.contains { $0.body.contains("hunter-two") }, "it was asked: \(ran.error)")
    #expect(ran.status != 0)
    #expect(!(ran.output + ran.error).contains("hunter-two"), "\(ran.error)")
  }

  @Test func aCardNumberGoesNowhere() throws {
    let house = try Household().loggedIn()
    let watch = try Watch(house)
    let number = "4111111111111111"
    for words in [["pay", number], ["pay", "500", "--yes", "--key", number], ["kb", "search", number]] {
      try watch.run([words], mayFail: true)
    }
    for text in [watch.said, watch.told, watch.record] + (try SecretTests.files(house).map(\.text)) {
      #expect(!text.contains(number))
    }
  }

  private struct Missing: Error {}

  private static func tokens(_ house: Household) throws -> [String] {
    let json = try JSON(parsing: Array(try house.home.read("config/credentials.json").utf8))
    guard case .object(let logins) = json, let login = logins.values.first else { throw Missing() }
    let mode = try Directory(house.home.path + "/config").status("credentials.json")
    #expect(!mode.isReadableByOthers)
    return try ["token", "refreshToken"].map { name in
      guard case .string(let secret)? = login[name], secret.count >= 16 else { throw Missing() }
      return secret
    }
  }

  /// All that the program has written but the credentials, and not what the provider keeps.
  private static func files(_ house: Household) throws -> [(path: String, text: String)] {
    try files(in: house.home.path).filter { file in
      !["/config/credentials.json", "/watch/record"].contains { file.path.hasSuffix($0) }
        && !file.path.contains("/provider/")
    }
  }

  private static func files(in folder: String) throws -> [(path: String, text: String)] {
    let directory = try Directory(folder)
    return try directory.list().flatMap { name -> [(path: String, text: String)] in
      let path = "\(folder)/\(name)"
      if (try? Directory(path)) != nil { return try files(in: path) }
      return [(path, String(decoding: try directory.read(name, limit: 64 << 20), as: UTF8.self))]
    }
  }
}

/// A `curl` that first writes down what the process table shows of itself and of the program that has started it.
private final class Watch {
  private let house: Household
  private var binary: Binary
  private(set) var said = ""
  private(set) var told = ""

  init(_ house: Household) throws {
    self.house = house
    let folder = house.home.path + "/watch"
    binary = house.binary
    let path = binary.environment["PATH"] ?? ""
    _ = try Directory(house.home.path).createDirectory("watch")
    try house.home.write(
      "watch/curl",
      """
      #!/bin/sh
      for process in $$ $PPID; do
        cat /proc/$process/cmdline /proc/$process/environ >>'\(folder)/record'
      done
      PATH='\(path)' exec curl "$@"

      """)
    _ = try Spawn(["/bin/chmod", "700", folder + "/curl"], environment: [:]).run()
    binary.environment["PATH"] = folder + ":" + path
  }

  func run(_ lines: [[String]], input: String = "", mayFail: Bool = false) throws {
    for words in lines {
      let ran = try binary.run(words, input: input)
      #expect(mayFail || ran.status == 0, "\(words): \(ran.error)")
      said += ran.output
      told += ran.error
    }
  }

  var record: String { (try? house.home.read("watch/record")) ?? "" }
}
