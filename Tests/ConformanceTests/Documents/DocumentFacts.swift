import Domain
import JSON
import Provider
import TestSupport
import Testing

/// What is sent, and what the gateway of the tests answers, is what the documents of the TM Forum define.
@Suite(.enabled(if: !Document.all.isEmpty, "no documents of the TM Forum beside this checkout"))
struct DocumentFacts {
  private struct Desk {
    let system: DocumentedSystem
    let wire: FaultyWire
    let provider: any Provider

    init(_ inner: TMForumSystem) throws {
      let (system, vault) = (DocumentedSystem(inner), MemoryVault())
      self.system = system
      wire = FaultyWire(system)
      let clock = { system.now }
      try Dialect.tmforum.signIn(at: Subject.address, transport: wire, vault: vault, clock: clock)
        .signIn(login: system.login, password: system.password)
      provider = Dialect.tmforum.provider(
        at: Subject.address, transport: wire, vault: vault, clock: clock, language: "en")
    }

    func pull() throws { _ = try provider.changes(of: system.accountID, since: nil) { _ in } }

    func carryOut(_ action: Action, _ fault: WireFault?) throws {
      let terms = try provider.check(action, for: system.accountID)
      #expect(terms.eligibility.available)
      var intent = Intent(
        key: "0192f0c1-5d2e-7000-8000-000000000001", account: "shelf", action: action,
        body: provider.body(for: action, terms: terms), terms: terms, created: system.now)
      try intent.apply(.take, at: system.now)
      wire.rearm(fault.map { [0: $0] } ?? [:])
      _ = provider.submit(intent, for: system.accountID)
      wire.rearm()
      try wire.deliverLate()
      _ = try provider.settle(intent, for: system.accountID)
    }
  }

  private static let deeds = Deed.all.filter { $0.dialect == .tmforum }

  @Test(arguments: deeds, [nil] + WireFault.allCases.map { $0 })
  func everyExchangeOfAnActionIsDefined(_ deed: Deed, _ fault: WireFault?) throws {
    let desk = try Desk(TMForumSystem(changePlanned: deed.kind == .cancelTariffChange))
    let action = try #require(desk.system.possible.first { $0.kind == deed.kind })
    try desk.carryOut(action, fault)
    try desk.pull()
    #expect(desk.system.faults == [])
  }

  @Test func theOtherWaysAreDefinedToo() throws {
    let later = try Desk(TMForumSystem())
    try later.carryOut(.switchTariff(id: "home-300", when: .nextPeriod), nil)
    try later.pull()
    #expect(later.system.faults == [])
    let prepaid = try Desk(TMForumSystem())
    prepaid.system.inner.missing = ["payment", "refund"]
    try prepaid.carryOut(.pay(amount: Money(minor: 10_00, currency: .rub), method: nil), nil)
    try prepaid.pull()
    #expect(prepaid.system.faults == [] && prepaid.system.effects(.pay) == 1)
    let all = later.system.calls.union(prepaid.system.calls)
    #expect(
      all.isSuperset(of: [
        "GET bucket", "GET appliedCustomerBillingRate", "POST topupBalance", "POST productOfferingQualification",
      ]))
  }

  /// A check that cannot fail would be none.
  @Test(arguments: [
    (#"{"amount":{"amount":1,"units":"RUB"}}"#, ["is required", "is required", "is required"]),
    (
      #"{"amount":{"amount":"1"},"usageType":"money","bucket":{},"partyAccount":{"id":"1","naem":"x"}}"#,
      ["is no number", "is required", "no such member", "is not allowed"]
    ),
    (
      #"{"amount":{},"usageType":"monetary","bucket":{"id":"1"},"partyAccount":{"id":"1"},"product":{},"#
        + #""validFor":{"endDateTime":"soon"}}"#,
      ["is no array", "is no date-time"]
    ),
  ]) func whatIsNotDefinedIsFound(_ body: String, _ faults: [String]) throws {
    let document = try #require(Document.all.first { $0.name.hasPrefix("TMF654") })
    let found = Schema(document: document).faults(
      try JSON(parsing: Array(body.utf8)), ["$ref": "#/definitions/TopupBalance_Create"], "body")
    #expect(found.count == faults.count, "\(found)")
    for (fault, expected) in zip(found, faults) { #expect(fault.hasSuffix(expected), "\(found)") }
  }

  @Test func whatNoDocumentHasIsFound() throws {
    let system = DocumentedSystem(TMForumSystem())
    for (method, target) in [
      ("GET", "/tmf-api/troubleTicket/v4/ticket"), ("PUT", "/tmf-api/troubleTicket/v4/troubleTicket"),
      ("GET", "/tmf-api/troubleTicket/v4/troubleTicket?page=1"),
      ("GET", "/tmf-api/troubleTicket/v4/troubleTicket?offset=first"),
      ("POST", "/tmf-api/troubleTicket/v4/troubleTicket"),
    ] {
      let before = system.faults.count
      _ = system.answer(Request(method, target))
      #expect(system.faults.count > before, "\(method) \(target)")
    }
  }
}
