import Domain
import JSON
import Platform
import Provider
import TestSupport
import Testing

/// Answers recorded from a running installation, where there are any: a directory beside the checkout that holds
/// `providers/abills/recorded`, or the one named by `KABINET_RECORDINGS`.
struct Recording {
  let route: String
  let status: Int
  let body: [UInt8]

  static let all: [Recording] = {
    for place in places {
      guard let directory = try? Directory(place), let names = try? directory.list() else { continue }
      let files = names.filter { $0.hasSuffix(".json") }.sorted()
      let recordings = files.compactMap { name in
        (try? directory.read(name, limit: 1 << 20)).flatMap { try? JSON(parsing: $0) }.flatMap { Recording($0) }
      }
      if !recordings.isEmpty { return recordings }
    }
    return []
  }()

  private static var places: [String] {
    let named = Process.environment()["KABINET_RECORDINGS"].map { [$0] } ?? []
    // Tests/ProviderTests/<this file>: the checkout is three up, its neighbours are beside it.
    let above = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let neighbours = (try? Directory("/" + above).list()) ?? []
    return named + neighbours.map { "/\(above)/\($0)/providers/abills/recorded" }
  }

  private init?(_ json: JSON) {
    guard case .string(let method)? = json["request"]?["method"], case .string(let path)? = json["request"]?["path"],
      case .integer(let status)? = json["status"], let body = json["response"]
    else { return nil }
    route = method + " " + Recording.plain(path)
    self.status = Int(status)
    self.body = body.bytes
  }

  /// Without the query and the final slash.
  static func plain(_ target: String) -> String {
    var path = target.prefix { $0 != "?" }
    if path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }
}

/// Plays the recordings as they were at one moment: the last answer of each route up to there.
private func replay(upTo moment: Int) -> FakeTransport {
  let transport = FakeTransport()
  transport.fallback = { request in
    let route = request.method + " " + Recording.plain(String(request.target.dropFirst("/api.cgi".count)))
    let same = Recording.all.enumerated().filter { $0.element.route == route }
    guard let match = (same.last { $0.offset < moment } ?? same.first)?.element else {
      return Response(status: 404, body: Array(#"{"errno":2,"errstr":"No such route"}"#.utf8))
    }
    return Response(status: match.status, body: match.body)
  }
  return transport
}

@Suite(.enabled(if: !Recording.all.isEmpty, "no recordings beside this checkout"))
struct RecordedABillSTests {
  private let vault = FakeVault(Credentials(origin: home.origin, login: "test", password: "123456", token: "s"))

  private func provider(upTo moment: Int, at now: Timestamp = noon) -> ABillSProvider {
    ABillSProvider(address: home, transport: replay(upTo: moment), vault: vault) { now }
  }

  private func pull(_ provider: ABillSProvider) throws -> [Change] {
    var changes: [Change] = []
    #expect(
      try provider.changes(of: "1", since: nil) { step in
        if case .change(let change) = step { changes.append(change) }
      })
    return changes
  }

  @Test func theAccountInDebtIsRead() throws {
    let provider = provider(upTo: 16)
    let changes = try pull(provider)
    guard case .account(let account)? = changes.last else { throw ProviderError.unknownAccount }
    #expect(account.balance == rubles("-120.50") && account.credit == rubles("0"))
    #expect(account.state == .blocked && account.block?.code == "no-funds")
    #expect(account.holder.name == "Иванов Иван Иванович" && account.contract == "ДГ-1024")
    #expect(account.plan?.fee == rubles("500") && account.plan?.cycle == .calendarMonth)
    #expect(account.recommendedPayment == rubles("621"))
    var entries: [LedgerEntry] = []
    for change in changes {
      if case .entry(let entry) = change { entries.append(entry) }
    }
    let tariffs = changes.compactMap { $0.member(Tariff.self) }
    #expect(entries.map(\.id) == ["f:1", "p:1", "f:2", "p:2", "f:3"])
    #expect(entries.map(\.balance) == ["-500", "0", "-500", "0", "-120.50"].map(rubles))
    #expect(tariffs.map(\.id) == ["3", "4", "5", "2"] && tariffs.allSatisfy { !$0.eligibility.available })
    #expect(tariffs.prefix(2).allSatisfy { $0.eligibility.reasons.first?.code == "low-balance" })
    #expect(!provider.capabilities.contains(.incidents))
  }

  @Test func theTrustPaymentIsCheckedTakenAndRefusedTheSecondTime() throws {
    let before = provider(upTo: 16)
    let terms = try before.check(.takeTrustPayment, for: "1")
    #expect(terms.eligibility.available && terms.grants == rubles("500") && terms.fee == rubles("10"))
    let sent = try intent(.takeTrustPayment, terms: terms, sentAt: noon)
    #expect(before.submit(sent, for: "1") == .done(reference: nil, link: nil))

    let after = provider(upTo: 19)
    #expect(try after.settle(sent, for: "1") == .done(reference: nil, link: nil))
    let again = try after.check(.takeTrustPayment, for: "1")
    #expect(again.eligibility.reasons.first?.code == "too-soon")
    guard case .refused = after.submit(sent, for: "1") else {
      Issue.record("not refused")
      return
    }
  }

  @Test func theTariffIsChangedAndTheChangeCancelled() throws {
    let change = Action.switchTariff(id: "3", when: .nextPeriod)
    let scheduled = provider(upTo: 25)
    let sent = try intent(change, terms: Check(eligibility: Eligibility(available: true), quote: "1"), sentAt: noon)
    #expect(try scheduled.settle(sent, for: "1") == .done(reference: nil, link: nil))
    let cancel = try scheduled.check(.cancelTariffChange, for: "1")
    #expect(cancel.eligibility.available && cancel.quote == "1")
    let cancelling = provider(upTo: 28, at: noon.adding(seconds: 300))
    let sentCancel = try intent(.cancelTariffChange, terms: cancel, sentAt: noon)
    #expect(cancelling.submit(sentCancel, for: "1") == .done(reference: nil, link: nil))
    #expect(try cancelling.settle(sentCancel, for: "1") == .done(reference: nil, link: nil))
    #expect(try cancelling.settle(sent, for: "1") == .notExecuted)
  }

  @Test func questionsAndNewsAreRead() throws {
    var articles: [Article] = []
    _ = try provider(upTo: 49).articles(since: nil) { step in
      if case .change(.article(let article)) = step { articles.append(article) }
    }
    #expect(articles.map(\.id) == ["faq-2", "faq-1"])
    let notices = try pull(provider(upTo: 43)).compactMap { $0.member(Notice.self) }
    #expect(notices.count == 1)
  }

  @Test func aLoginElsewhereAndALogoutAreALostSession() {
    for moment in [47, 49] {
      vault.stored?.password = nil
      #expect(throws: ProviderError.loginNeeded) { try provider(upTo: moment).accounts() }
    }
  }
}
