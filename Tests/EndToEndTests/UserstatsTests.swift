import JSON
import Platform
import Synchronization
import TestSupport
import Testing

/// The same commands at a system whose credentials travel in the address.
struct UserstatsTests {
  private func login(_ binary: Binary, _ address: String) throws -> Ran {
    try binary.run(["login", address, "--login", "ivanov", "--password-stdin"], input: "пароль-12\n")
  }

  @Test(arguments: ["en", "ru"]) func itIsFoundInItsFolderAndRead(language: String) throws {
    let replay = try HTTPReplay(serving: UbillingSystem()) { request in
      request.target.hasPrefix("/userstats/") ? nil : .page(404, "<h1>404</h1>")
    }
    defer { replay.stop() }
    let binary = Binary(home: try TemporaryHome(), language: language)
    let ran = try login(binary, replay.address)
    #expect(ran.status == 0, "\(ran.error)")
    #expect(ran.output.hasSuffix("ivanov Иванов Иван Иванович\n"))
    #expect(try binary.run(["balance", "--json"]).output.contains(#""minor":20050"#))
    #expect(try binary.run(["statement", "all"]).output.split(separator: "\n").count == 4)
    #expect(try binary.run(["tariff", "list", "--all"]).output.contains("Home-300"))
    let refused = try binary.run(["tariff", "switch", "Home-300", "--yes"])
    #expect(refused.status == 1)
    #expect(refused.error.contains(language == "en" ? "changing the tariff" : "смена тарифа"))
    let paid = try binary.run(["pay", "100", "--yes"])
    #expect(paid.status == 8 && paid.output.contains("openpayz/backend/liqpay/?customer_id=1920679795"))
    #expect(try binary.run(["kb", "list"]).status == 0)
  }

  @Test func aTrustPaymentWhoseAnswerIsLostIsTakenOnce() throws {
    let taken = Mutex(0)
    let system = UbillingSystem(inDebt: true)
    let replay = try HTTPReplay(serving: system) { request in
      guard request.target.contains("agentcredit"), !request.target.contains("justcheck") else { return nil }
      let isFirst = taken.withLock { count in
        count += 1
        return count == 1
      }
      return isFirst ? nil : .page(500, "")
    }
    defer { replay.stop() }
    let binary = Binary(home: try TemporaryHome())
    try #require(try login(binary, replay.address).status == 0)
    #expect(try binary.run(["trust-payment", "check"]).output.hasPrefix("Price\t5.00\n"))
    let ran = try binary.run(["trust-payment", "take", "--yes"])
    #expect(ran.status == 0, "\(ran.error)")
    #expect(taken.withLock { $0 } == 1)
    #expect(try binary.run(["balance", "--json"]).output.contains(#""minor":-12500"#))
    #expect(try binary.run(["trust-payment", "check"]).status == 6)
  }

  /// A password that is planted in every request is looked for in all that comes out and all that stays.
  @Test func theCredentialsAreInOneFileAndInNoProcess() throws {
    let found = Mutex<[Bool]>([])
    let system = UbillingSystem(inDebt: true)
    let replay = try HTTPReplay(serving: system) { request in
      guard let mark = request.target.split(separator: "uberpassword=").last, mark.utf8.count == 32 else { return nil }
      let isKnown = Processes.know(String(mark)) || Processes.know("пароль-12")
      found.withLock { $0.append(isKnown) }
      return nil
    }
    defer { replay.stop() }
    let home = try TemporaryHome()
    let binary = Binary(home: home)
    var said = try login(binary, replay.address)
    #expect(said.status == 0, "\(said.error)")
    let credentials = try JSON(parsing: Array(try home.read("config/credentials.json").utf8))
    guard case .object(let logins) = credentials, case .string(let token)? = logins.values.first?["token"] else {
      Issue.record("no token")
      return
    }
    #expect(token.utf8.count == 32 && !"\(credentials)".contains("пароль"))
    var all = said.output + said.error
    for words in [
      ["sync", "-v", "--force"], ["trust-payment", "check", "-v"], ["pay", "5", "--yes", "-v", "--json"],
      ["account", "list", "--json"], ["doctor", "--json"], ["snapshot", "save", home.path + "/view"],
    ] {
      said = try binary.run(words)
      all += said.output + said.error
    }
    replay.stop()
    said = try binary.run(["sync", "-v", "--force"])
    all += said.output + said.error
    let kept = try Files.texts(in: home.path + "/data") + [home.read("config/config.json"), home.read("view")]
    for secret in [token, "пароль-12", "uberpassword"] {
      #expect(!all.contains(secret) && kept.allSatisfy { !$0.contains(secret) })
    }
    #expect(found.withLock { $0.count > 5 && $0.allSatisfy { !$0 } })
  }
}

/// Everything that was written below a folder.
enum Files {
  static func texts(in folder: String) throws -> [String] {
    let directory = try Directory(folder)
    return try directory.list().flatMap { name -> [String] in
      if (try? Directory("\(folder)/\(name)")) != nil { return try texts(in: "\(folder)/\(name)") }
      return [String(decoding: try directory.read(name, limit: 64 << 20), as: UTF8.self)]
    }
  }
}
