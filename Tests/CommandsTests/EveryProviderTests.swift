import Domain
import Provider
import TestSupport
import Testing

/// Every command with every dialect: it works, or says in one line that this provider can't do that.
struct EveryProviderTests {
  private static func shell(_ dialect: Dialect, ableTo kind: Action.Kind? = nil) throws -> Shell {
    let shell = try Shell(language: "en")
    let system = Systems.make(dialect, ableTo: kind)
    let wire = FaultyWire(system)
    shell.transport = { _ in wire }
    let login = shell.run(
      "login", "https://my.provider.example", "--dialect", dialect.rawValue, "--login", system.login,
      "--password-stdin",
      typing: [system.password])
    try #require(login.status == 0, "\(dialect): \(login.error)")
    return shell
  }

  private static let reading = [
    ["home"], ["balance"], ["statement"], ["statement", "--totals"], ["payments", "list"], ["payments", "methods"],
    ["tariff", "list", "--all"], ["incidents", "--all"], ["kb", "list"], ["kb", "search", "интернет"],
    ["hold", "show"],
    ["service", "list"], ["ticket", "list", "--all"], ["ticket", "topics"], ["ticket", "list", "--search", "x"],
    ["notice", "list"], ["capabilities"], ["account", "list"], ["autopay", "show"], ["autopay", "explain"],
    ["invoice", "list"], ["invoice", "get"], ["receipt", "list"], ["receipt", "get"], ["usage"], ["device", "list"],
    ["profile", "show"], ["referral", "show"], ["sync"], ["doctor"],
  ]

  @Test(arguments: Dialect.allCases) func everyReadingAnswers(dialect: Dialect) throws {
    let shell = try EveryProviderTests.shell(dialect)
    for words in EveryProviderTests.reading {
      let ran = shell.run(words)
      #expect(ran.status == 0, "\(dialect) \(words): \(ran.error)")
      #expect(!ran.output.isEmpty || !ran.error.isEmpty, "\(dialect) \(words) says nothing at all")
      let json = shell.run(words + ["--json"])
      #expect(json.status == 0 && (try? json.json()) != nil, "\(dialect) \(words)")
      let screen = shell.run(words, onTerminal: true, columns: 60)
      #expect(screen.status == 0, "\(dialect) \(words) on a terminal")
    }
  }

  private static let acting = [
    ["pay", "500"], ["trust-payment", "take"], ["tariff", "switch", "nope"], ["tariff", "cancel"], ["hold", "start"],
    ["hold", "start", "--until", "2026-12-20"], ["hold", "cancel"], ["ticket", "new", "S", "--text", "x"],
    ["voucher", "redeem", "77001122", "--serial", "AB"], ["voucher", "redeem", "1234"],
    ["profile", "set", "--email", "a@b.example"], ["profile", "set", "--name", "X"],
    ["referral", "invite", "Ivan", "--phone", "79005550002"], ["referral", "claim"],
    ["notice", "read"], ["invoice", "request", "5"],
  ]

  @Test(arguments: Dialect.allCases) func everyDryRunSaysYesOrWhyNot(dialect: Dialect) throws {
    let shell = try EveryProviderTests.shell(dialect)
    let able = try shell.run("capabilities", "--json").json()["capabilities"]
    for words in EveryProviderTests.acting {
      let ran = shell.run(words + ["--dry-run"])
      switch ran.status {
      case 0: #expect(ran.output.contains("Possible now"), "\(dialect) \(words): \(ran.output)")
      case 6: #expect(!ran.output.isEmpty, "\(dialect) \(words): a no has its reason")
      case 2: #expect(ran.error.contains("what to do:"), "\(dialect) \(words): \(ran.error)")
      default:
        #expect(
          ran.status == 1 && ran.error.contains("this provider can't do that"), "\(dialect) \(words): \(ran.error)")
      }
    }
    #expect(able != nil)
  }

  /// What the fake of a dialect lets a subscriber do is done by its command, from the question to the outcome.
  @Test(arguments: Dialect.allCases) func whatCanBeDoneIsDone(dialect: Dialect) throws {
    for kind in Action.Kind.allCases {
      guard let words = EveryProviderTests.words(dialect, kind) else { continue }
      let shell = try EveryProviderTests.shell(dialect, ableTo: kind)
      let ran = shell.run(words + ["--yes", "--key", "k1"])
      #expect([0, 8].contains(ran.status), "\(dialect) \(words): \(ran.error) \(ran.output)")
      let shown = try shell.run("payments", "show", "k1", "--json").json()
      #expect(shown["action"]?["action"] == .string(kind.rawValue), "\(dialect) \(words)")
    }
  }

  /// The command line of what the fake lets one do; nil where it lets one do nothing of the kind.
  private static func words(_ dialect: Dialect, _ kind: Action.Kind) -> [String]? {
    guard let action = Systems.make(dialect, ableTo: kind).possible.first(where: { $0.kind == kind }) else {
      return nil
    }
    switch action {
    case .pay(let amount, let method):
      return ["pay", amount.decimalText] + (method.map { ["--method", $0] } ?? [])
    case .takeTrustPayment: return ["trust-payment", "take"]
    case .switchTariff(let id, let when): return ["tariff", "switch", id] + (when == .now ? ["--now"] : [])
    case .cancelTariffChange: return ["tariff", "cancel"]
    case .openTicket(let subject, let text, let topic):
      return ["ticket", "new", subject, "--text", text] + (topic.map { ["--topic", $0] } ?? [])
    case .replyTicket(let id, let text): return ["ticket", "reply", id, "--text", text]
    case .closeTicket(let id): return ["ticket", "close", id]
    case .startHold(let from, let until):
      return ["hold", "start"] + (from.map { ["--from", $0.text] } ?? []) + (until.map { ["--until", $0.text] } ?? [])
    case .cancelHold: return ["hold", "cancel"]
    case .redeemVoucher(let code, let serial):
      return ["voucher", "redeem", code] + (serial.map { ["--serial", $0] } ?? [])
    case .setProfile(let values, _): return ["profile", "set"] + values.flatMap { ["--\($0.key.rawValue)", $0.value] }
    case .inviteFriend(let name, let phone): return ["referral", "invite", name, "--phone", phone]
    case .claimReferralBonus: return ["referral", "claim"]
    case .stopAutopayment(let id): return ["autopay", "stop", id]
    case .readNotices: return ["notice", "read"]
    case .requestInvoice(let amount): return ["invoice", "request", amount.decimalText]
    }
  }
}
