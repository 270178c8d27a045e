import Domain
import JSON
import Platform
import Provider
import TestSupport
import Testing

/// Answers recorded from a running userstats, where there are any beside the recordings of `RecordedABillSTests`.
private enum Userstats {
  static let all: [String: (status: Int, body: [UInt8])] = {
    let named = Process.environment()["KABINET_RECORDINGS"].map { [$0 + "/../../ubilling/recorded"] } ?? []
    let above = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let neighbours = (try? Directory("/" + above).list()) ?? []
    for place in named + neighbours.map({ "/\(above)/\($0)/providers/ubilling/recorded" }) {
      guard let directory = try? Directory(place), let names = try? directory.list() else { continue }
      var answers: [String: (Int, [UInt8])] = [:]
      for name in names where name.hasSuffix(".json") {
        guard let json = (try? directory.read(name, limit: 1 << 20)).flatMap({ try? JSON(parsing: $0) }),
          case .integer(let status)? = json["status"], let body = json["response"]
        else { continue }
        var bytes = body.bytes
        if case .string(let raw)? = body["_raw"] { bytes = Array(raw.utf8) }
        answers[String(name.dropLast(5))] = (Int(status), bytes)
      }
      if !answers.isEmpty { return answers }
    }
    return [:]
  }()
}

@Suite(.enabled(if: !Userstats.all.isEmpty, "no recordings beside this checkout"))
struct RecordedUbillingTests {
  private let vault = FakeVault(Credentials(origin: home.origin, login: "ivanov", token: "x"))

  private func provider(credit: String = "credit-justcheck") -> UbillingProvider {
    let transport = FakeTransport()
    transport.fallback = { request in
      let words = request.target.split { "?&=".contains($0) }.map(String.init)
      let verb =
        request.target.contains("creditor") ? credit : words.first { $0 != "userdata" && Userstats.all[$0] != nil }
      let known = Userstats.all[verb ?? "userdata"]
      return Response(status: known?.status ?? 404, body: known?.body ?? [])
    }
    return UbillingProvider(address: home, transport: transport, vault: vault) { noon }
  }

  @Test func theSubscriberInDebtIsReadAndWhatDoesNotAddUpIsSeen() throws {
    var changes: [Change] = []
    var head: LedgerHead?
    #expect(
      try provider().changes(of: "ivanov", since: nil) { step in
        if case .change(let change) = step { changes.append(change) }
        if case .end(_, let last) = step { head = last }
      })
    guard case .account(let account)? = changes.last else { throw ProviderError.unknownAccount }
    #expect(account.balance == rubles("-120.50") && account.block?.code == "no-funds")
    #expect(account.contract == "UB-1024" && account.plan?.fee == rubles("500") && account.services.isEmpty)
    let entries = changes.compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
    #expect(entries.map(\.amount) == [rubles("500")] && entries.map(\.balance) == [rubles("500")])
    // The charge that made the debt is in no list: the head says so, and the sync tells it.
    #expect(head == LedgerHead(entries: 1, balance: rubles("-120.50")))
    #expect(changes.compactMap { $0.member(PaymentMethod.self) }.count == 14)
    #expect(changes.compactMap { $0.member(Tariff.self) }.count == 2)
  }

  @Test(arguments: [
    ("credit-justcheck", nil), ("credit-frozen", "on-hold"), ("credit-debt-too-big", "debt-too-large"),
    ("credit-too-much-money", "not-needed"),
  ]) func theCreditIsCheckedWithoutTakingIt(_ recording: String, _ code: String?) throws {
    let check = try provider(credit: recording).check(.takeTrustPayment, for: "ivanov")
    #expect(check.eligibility.reasons.first?.code == code && check.fee == rubles("5"))
    #expect(check.eligibility.available == (code == nil) && check.termDays == nil || code != nil)
  }

  @Test func wrongCredentialsAreALogin() throws {
    let transport = FakeTransport()
    let answer = try #require(Userstats.all["auth-wrong"])
    transport.fallback = { _ in Response(status: answer.status, body: answer.body) }
    let provider = UbillingProvider(address: home, transport: transport, vault: vault) { noon }
    #expect(throws: ProviderError.loginNeeded) { try provider.accounts() }
    #expect(try Dialect.detect(home, among: [.ubilling], transport: transport)?.dialect == .ubilling)
  }
}
