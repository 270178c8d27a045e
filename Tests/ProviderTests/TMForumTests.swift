import Domain
import JSON
import TestSupport
import Testing

@testable import Provider

/// A TM Forum gateway of one's own, logged in.
struct TMForumDesk {
  let system: TMForumSystem
  let wire: FaultyWire
  let vault = MemoryVault()
  let provider: TMForumProvider
  let signIn: TMForumSignIn

  init(changePlanned: Bool = false, path: String = "", prepare: (TMForumSystem) -> Void = { _ in }) throws {
    let system = TMForumSystem(changePlanned: changePlanned)
    prepare(system)
    self.system = system
    wire = FaultyWire(system)
    let address = home.appending(path)
    provider = TMForumProvider(address: address, transport: wire, vault: vault, clock: { system.now })
    signIn = TMForumSignIn(address: address, transport: wire, vault: vault)
    try signIn.signIn(login: system.login, password: system.hasTokenEndpoint ? system.password : system.fixedToken)
    wire.rearm()
  }

  func pull() throws -> [PullStep] {
    var steps: [PullStep] = []
    _ = try provider.changes(of: system.accountID, since: nil) { steps.append($0) }
    return steps
  }

  func entries() throws -> [LedgerEntry] {
    try pull().compactMap { if case .change(.entry(let entry)) = $0 { entry } else { nil } }
  }

  func account() throws -> Account {
    let accounts = try pull().compactMap { if case .change(.account(let account)) = $0 { account } else { nil } }
    return try #require(accounts.first)
  }
}

/// What the dialect reads; what holds for every dialect is in the conformance suite.
@Suite struct TMForumTests {
  @Test func theAccountIsComposedOfItsInterfaces() throws {
    let account = try TMForumDesk().account()
    #expect(account.id == "BA-100200" && account.holder.name == "Петрова Анна Сергеевна")
    #expect(account.holder.address == "Казань, ул. Баумана, 7, кв. 12" && account.utcOffset == 180)
    #expect(account.balance == rubles("665.50") && account.credit.isZero && account.state == .active)
    #expect(account.tariffID == "home-100" && account.tariffName == "Дом 100")
    #expect(account.plan == ChargePlan(cycle: .calendarMonth, fee: rubles("500"), nextCharge: day("2026-12-01")))
    #expect(account.services.map(\.id) == ["static-ip"] && account.services[0].fee == rubles("120"))
    #expect(account.lastPayment?.amount == rubles("700") && account.recommendedPayment == nil)
  }

  private func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

  @Test func topUpsAndAdjustmentsAreOneLedger() throws {
    let entries = try TMForumDesk().entries()
    #expect(entries.map(\.id) == ["topup:500", "charge:501", "topup:502", "charge:503", "charge:504"])
    #expect(entries.map(\.kind) == [.payment, .charge, .payment, .charge, .fee])
    #expect(entries.map(\.balance) == ["1000.50", "500.50", "1200.50", "700.50", "665.50"].map(rubles))
  }

  @Test func withoutBucketsPaymentsAndRatesAreTheLedger() throws {
    let desk = try TMForumDesk()
    desk.system.missing = ["bucket", "topupBalance", "adjustBalance", "transferBalance"]
    desk.system.instead["billingAccount"] = [
      [
        "id": "BA-100200", "name": "x", "relatedParty": [["id": "P", "name": "П"]],
        "accountBalance": [
          ["balanceType": "loyalty balance", "amount": ["unit": "points", "value": 9000]],
          ["balanceType": "receivable balance", "amount": ["unit": "EUR", "value": .decimal("19.90")]],
        ],
      ]
    ]
    desk.system.instead["payment"] = [
      [
        "id": "1", "status": "captured", "totalAmount": ["unit": "EUR", "value": 30],
        "paymentDate": "2026-10-05T10:00:00+01:00",
      ],
      [
        "id": "2", "status": "denied", "totalAmount": ["unit": "EUR", "value": 99],
        "paymentDate": "2026-10-06T10:00:00Z",
      ],
    ]
    desk.system.instead["refund"] = [
      [
        "id": "1", "status": "done", "totalAmount": ["unit": "EUR", "value": 10], "refundDate": "2026-10-07T10:00:00Z",
      ]
    ]
    desk.system.instead["appliedCustomerBillingRate"] = [
      [
        "id": "7", "type": "appliedBillingCharge", "name": "Fiber", "date": "2026-10-31T23:30:00Z",
        "taxIncludedAmount": ["unit": "EUR", "value": .decimal("39.90")], "product": ["id": "PR-1"],
        "periodCoverage": ["startDateTime": "2026-10-01T00:00:00Z"],
      ]
    ]
    let entries = try desk.entries()
    #expect(entries.map(\.id) == ["payment:1", "refund:1", "rate:7"])
    #expect(entries.map(\.amount.minor) == [30_00, -10_00, -39_90] && entries.last?.balance.minor == -19_90)
    #expect(entries.map(\.kind) == [.payment, .refund, .charge] && entries[0].balance.minor == 30_00)
    // Half past eleven in London is the next day in Berlin.
    #expect(entries[2].date.text == "2026-11-01" && entries[2].amount.currency.code == "EUR")
  }

  @Test func chargesAboveZeroTakeMoneyWhereTheBalanceSaysSo() throws {
    func rows(_ amounts: [Int64]) -> JSON {
      .array(
        amounts.enumerated().map { number, amount in
          [
            "id": .integer(Int64(number)), "status": "completed", "adjustType": "recurring",
            "amount": ["amount": .integer(amount), "units": "RUB"], "confirmationDate": "2026-11-01T00:00:00+03:00",
          ]
        })
    }
    let desk = try TMForumDesk()
    // 1700.50 came in and 665.50 is left.
    desk.system.instead["adjustBalance"] = rows([1000, 35])
    #expect(try desk.entries().map(\.amount.minor).suffix(2) == [-1000_00, -35_00])
    #expect(try desk.entries().first?.balance.minor == 1000_50)
    // Neither way it comes out: the sign is taken at its word, and the gap is the balance before.
    desk.system.instead["adjustBalance"] = rows([1000, 36])
    #expect(try desk.entries().map(\.amount.minor).suffix(2) == [1000_00, 36_00])
    #expect(try desk.entries().last?.balance.minor == 665_50)
  }

  @Test func listsAreReadHoweverTheyAreCut() throws {
    let desk = try TMForumDesk()
    for amount in 1...250 { desk.system.post(Money(minor: Int64(amount) * 100, currency: .rub)) }
    let whole = try desk.entries()
    #expect(whole.count == 255)
    for tellsTotals in [true, false] {
      desk.system.tellsTotals = tellsTotals
      for cap in [7, 100, 1000] {
        desk.system.pageCap = cap
        #expect(try desk.entries() == whole, "pages of \(cap), totals \(tellsTotals)")
      }
    }
    desk.system.pageCap = nil
    desk.system.ignoresOffset = true
    desk.wire.rearm()
    let first = try desk.entries()
    #expect(Set(first.map(\.id)).count == first.count && desk.wire.requests.count < 60)
  }

  @Test func equalOperationsWithoutIdsAreTwo() throws {
    let desk = try TMForumDesk()
    let row: JSON = [
      "status": "completed", "amount": ["amount": 5, "units": "RUB"], "confirmationDate": "2026-11-01T00:00:00+03:00",
    ]
    desk.system.instead["topupBalance"] = [row, row]
    for tellsTotals in [true, false] {
      desk.system.tellsTotals = tellsTotals
      let topUps = try desk.entries().filter { $0.kind == .payment }
      #expect(topUps.count == 2 && Set(topUps.map(\.id)).count == 2)
    }
  }

  @Test func noBalanceIsAssumedWhereNoneIsTold() throws {
    let desk = try TMForumDesk()
    for amount in [.null, [:], ["units": "RUB"], ["amount": nil, "units": "RUB"], ["amount": "lots"]] as [JSON] {
      desk.system.instead["bucket"] = [["id": "B-1", "usageType": "monetary", "remainingValue": amount]]
      #expect(throws: ProviderError.self, "\(amount)") { try desk.pull() }
    }
    desk.system.instead["bucket"] = [["id": "B-1", "usageType": "monetary", "remainingValue": ["amount": "0.00"]]]
    #expect(throws: ProviderError.self, "no currency is told") { try desk.pull() }
    desk.system.instead["bucket"] = [
      ["id": "B-1", "usageType": "data", "remainingValue": ["amount": 3, "units": "GB"]]
    ]
    #expect(throws: ProviderError.self, "gigabytes are no money") { try desk.pull() }
  }

  @Test func theCatalogueIsListedWithWhatStandsInTheWay() throws {
    let tariffs = try TMForumDesk().pull().members(Tariff.self)
    #expect(tariffs.map(\.id) == ["home-100", "home-300", "home-1000", "home-50"])
    #expect(tariffs.map(\.fee.minor) == [500_00, 650_00, 990_00, 350_00] && tariffs[2].downstream == 1000)
    #expect(tariffs[0].eligibility.active && tariffs[1].eligibility == Eligibility(available: true))
    let far = tariffs[2].eligibility
    #expect(!far.available && far.availableFrom?.text == "2027-03-01")
    #expect(far.reasons.map(\.code) == ["address"])
    #expect(far.reasons.first?.label.text(in: "ru") == "Оптика до дома ещё не дошла")
    #expect(tariffs[3].isArchived && tariffs[3].eligibility.reasons.map(\.code) == ["archived"])
  }

  @Test func whatAGatewayLacksIsMissing() throws {
    for (resources, lacking) in [
      (["serviceProblem"], [.incidents]), (["promotion", "communicationMessage"], [.notices]),
      (["troubleTicket"], [.tickets, .ticketClose, .ticketFiles]), (["productOrder"], [.tariffSwitch, .tariffCancel]),
      (["productOffering"], [.tariffs, .tariffSwitch]), (["paymentMethod"], []), (["promotion"], []),
      (["customer"], [.profile]), (["productOfferingQualification"], []), (["customerBill"], [.documents]),
    ] as [([String], Set<Capability>)] {
      let desk = try TMForumDesk { $0.missing = Set(resources) }
      let whole = try TMForumDesk().entries()
      #expect(try desk.entries() == whole)
      #expect(TMForumProvider.abilities.subtracting(desk.provider.capabilities) == lacking, "\(resources)")
    }
  }

  @Test func incidentsNoticesTicketsAndCardsAreRead() throws {
    let steps = try TMForumDesk().pull()
    let incident = try #require(steps.members(Incident.self).first)
    #expect(
      incident.isAtAddress && incident.state == .open && incident.kind == .outage && incident.services == ["internet"])
    let notices = steps.members(Notice.self)
    #expect(notices.map(\.id) == ["promotion-PM-1", "message-M-1"])
    #expect(notices.last?.text.text(in: "ru") == "Ночью 25 ноября возможны перерывы.")
    let ticket = try #require(steps.members(Ticket.self).first)
    #expect(ticket.state == .answered && ticket.messages.map(\.isFromProvider) == [false, true])
    #expect(ticket.promisedBy != nil && ticket.messages[1].author == "Оператор")
    #expect(steps.members(PaymentMethod.self).map(\.id) == ["card-1"])
  }

  @Test func anInterfaceThatIsDownCostsItselfAlone() throws {
    let desk = try TMForumDesk()
    let whole = try desk.pull()
    let place = try #require(desk.wire.requests.firstIndex { $0.target.contains("/promotion?") })
    desk.wire.rearm([place: .brokenBefore])
    let steps = try desk.pull()
    #expect(steps.members(Notice.self).isEmpty && steps.members(Ticket.self) == whole.members(Ticket.self))
    desk.wire.rearm([place: .unavailable])
    #expect(throws: ProviderError.wait(seconds: 7)) { try desk.pull() }
  }

  @Test func aFileLiesInItsTicket() throws {
    let desk = try TMForumDesk()
    let file = try #require(try desk.pull().members(Ticket.self).first?.messages.first?.attachments.first)
    #expect(file.name == "speed.txt" && file.link == nil)
    let bytes = try desk.provider.attachment(try #require(file.id), for: desk.system.accountID)
    #expect(String(decoding: bytes, as: UTF8.self) == "тест\n")
    for id in ["7 TT-1", "0 TT-9", "x", ""] {
      #expect(throws: ProviderError.self) { try desk.provider.attachment(id, for: desk.system.accountID) }
    }
  }

  @Test(arguments: [
    ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9v\r\nYmFy", "foobar"), ("Zm8", "fo"),
  ])
  func base64IsRead(_ text: String, _ bytes: String) {
    #expect(Encoding.base64Bytes(text).map { String(decoding: $0, as: UTF8.self) } == bytes)
    #expect(Encoding.base64Bytes("Z" + text + "!") == nil)
  }

  @Test func billsContactsAndRulesAreRead() throws {
    let steps = try TMForumDesk().pull()
    let bill = try #require(steps.members(Document.self).first)
    #expect(bill.kind == .invoice && bill.number == "2026-11/3" && bill.date.text == "2026-11-01")
    #expect(bill.amount == rubles("500") && bill.open?.isZero == true && bill.due?.text == "2026-11-15")
    #expect(bill.rows == [Document.Row(text: "Дом 100", amount: rubles("500"))])
    #expect(bill.link == "https://my.provider.example/bills/3.pdf")
    let profile = try #require(steps.members(Profile.self).first)
    #expect(profile.phones == ["+78430000000"] && profile.mobiles.isEmpty && profile.emails == ["anna@mail.example"])
    #expect(profile.editable == [.phone, .mobile, .email])
    let rule = try #require(steps.members(Autopayment.self).first)
    #expect(rule.id == "AT-1" && rule.name == "Карта •• 4242" && rule.amount == rubles("300"))
  }

  /// A plan says when the service stops for want of money: who pays afterwards has none.
  @Test func whoIsBilledAfterwardsHasNoPlan() throws {
    let desk = try TMForumDesk { $0.missing = ["bucket"] }
    desk.system.instead["billingAccount"] = [
      [
        "id": "BA-100200", "name": "x",
        "relatedParty": [["id": "B", "name": "Банк"], ["name": "П", "role": "owner"]],
        "accountBalance": [["balanceType": "receivable", "amount": ["unit": "RUB", "value": 120]]],
      ]
    ]
    let account = try desk.account()
    #expect(account.plan == nil && account.balance == rubles("-120") && account.state == .active)
    #expect(try desk.provider.accounts().map(\.name) == ["П"])
    let check = try desk.provider.check(.switchTariff(id: "home-300", when: .nextPeriod), for: "BA-100200")
    #expect(check.effectiveOn?.text == "2026-12-01")
  }

  @Test func whatBillsAskForIsRecommended() throws {
    let desk = try TMForumDesk()
    func bill(_ id: String, _ state: String, _ rest: JSON) -> JSON {
      ["id": .string(id), "state": .string(state), "remainingAmount": rest, "billDate": "2026-11-01T00:00:00Z"]
    }
    desk.system.instead["customerBill"] = [
      bill("1", "sent", ["unit": "RUB", "value": .decimal("10.10")]), bill("2", "partiallyPaid", ["value": 5]),
      bill("3", "settled", ["unit": "RUB", "value": 99]), bill("4", "sent", ["unit": "EUR", "value": 7]),
      bill("5", "sent", nil),
    ]
    #expect(try desk.account().recommendedPayment == rubles("15.10"))
  }

  @Test func whatIsOfAnotherAccountIsNotShown() throws {
    let desk = try TMForumDesk()
    let other: JSON = ["id": "BA-2", "name": "Дача"]
    for resource in ["bucket", "topupBalance", "product", "productOrder", "customerBill"] {
      let mine = desk.system.list(resource)
      desk.system.instead[resource] = .array(
        mine.map { $0.with("id", "of-another").with("partyAccount", other).with("billingAccount", other) } + mine)
    }
    let ticket = desk.system.firstTicket
    let entity: JSON = [["id": "BA-2", "role": "account", "@referredType": "BillingAccount"]]
    desk.system.instead["troubleTicket"] = [ticket, ticket.with("id", "TT-9").with("relatedEntity", entity)]
    #expect(try desk.pull() == TMForumDesk().pull())
  }

  /// It says that money will come, and is none.
  @Test func aRuleIsNoOperation() throws {
    let desk = try TMForumDesk()
    let rows = desk.system.list("topupBalance")
    desk.system.instead["topupBalance"] = .array(rows.map { $0["id"] == "AT-1" ? $0.with("status", "completed") : $0 })
    #expect(try desk.entries() == TMForumDesk().entries())
    desk.system.instead["topupBalance"] = .array(
      rows.map { $0["id"] == "502" ? $0.with("isAutoTopup", true).with("balanceTopup", ["id": "AT-1"]) : $0 })
    #expect(try desk.entries() == TMForumDesk().entries())
  }

  // MARK: - Sessions

  @Test func aTokenOfTheProvidersMakingLogsInWhereNoEndpointIsPublished() throws {
    let desk = try TMForumDesk(path: "/tmf-api") { $0.hasTokenEndpoint = false }
    #expect(try desk.provider.accounts().map(\.number) == ["BA-100200"])
    #expect(desk.vault.stored?.token == desk.system.fixedToken && desk.vault.stored?.password == nil)
    #expect(throws: ProviderError.self) { try desk.signIn.signIn(login: "petrova", password: "another") }
    #expect(throws: ProviderError.refused(SignInReason.wrongCredentials)) {
      try desk.signIn.signIn(login: "petrova", password: "two\nlines")
    }
    desk.vault.stored?.token = "stale"
    #expect(throws: ProviderError.loginNeeded) { try desk.provider.accounts() }
  }

  @Test func aSecretGoesToNoOtherHost() throws {
    let desk = try TMForumDesk { $0.hasTokenEndpoint = true }
    desk.system.origin = "https://my.provider.example.evil.example"
    desk.wire.rearm()
    #expect(throws: ProviderError.refused(TMForumReasons.tokenElsewhere)) {
      try desk.signIn.signIn(login: "petrova", password: "correct-horse-battery")
    }
    #expect(desk.wire.requests.allSatisfy { $0.method == "GET" })
  }

  @Test func theRefreshTokenComesBeforeThePassword() throws {
    let desk = try TMForumDesk()
    desk.vault.stored?.token = "stale"
    _ = try desk.provider.accounts()
    let forms = desk.wire.requests.compactMap(\.body).map { String(decoding: $0, as: UTF8.self) }
    #expect(forms.count == 1 && forms[0].hasPrefix("grant_type=refresh_token"))
    #expect(desk.vault.stored?.refreshToken == "refresh-token-2")
  }
}
