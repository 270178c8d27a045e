import Domain
import TestSupport
import Testing

@testable import Provider

/// What MikBiLL tells, in its many spellings.
@Suite struct MikBillReadingTests {
  private let office: MikBillFixture

  init() throws { office = try MikBillFixture() }

  @Test func theSignStandsBesideTheSize() throws {
    office.says(
      "POST /report/payments",
      #"""
      [{"date":"2026-11-01 00:00:01","bughtypeid":"5","bugh_type":"Пополнение","before_billing":0,"sign":"+","summa":200},
       {"date":"2026-11-02 00:00:01","bughtypeid":"2","bugh_type":"Плата","before_billing":200,"sign":"-","summa":"12.90"},
       {"date":"2026-11-03 00:00:01","bughtypeid":18,"bugh_type":"Кредит","before_billing":187.1,"sign":"?","summa":500},
       {"date":"2026-11-04 00:00:01","bughtypeid":"34","bugh_type":"Турбо","before_billing":187.1,"sign":"?","summa":20},
       {"date":"2026-11-05 00:00:01","bughtypeid":"75","bugh_type":"Возврат","before_billing":167.1,"sign":"+","summa":0},
       {"date":"2026-11-06 00:00:01","bughtypeid":"42","bugh_type":"Отключение","before_billing":167.1,"sign":"0","summa":9},
       {"date":"2026-11-07 00:00:01","bughtypeid":"26","bugh_type":"Смена","before_billing":167.1,"sign":"?","summa":7.1}]
      """#)
    office.says("GET /user", #"{"useruid":"258","deposit":"160","UE":"руб","gid":"3","fio":"Т"}"#)
    let entries = try office.pull().compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
    #expect(entries.map(\.amount) == ["200", "-12.90", "0", "-20", "0", "0", "-7.10"].map(rubles))
    #expect(entries.map(\.kind) == [.payment, .charge, .adjustment, .fee, .refund, .adjustment, .fee])
    #expect(entries.last?.balance == rubles("160") && Set(entries.map(\.id)).count == 7)
    #expect(try office.account().lastPayment?.amount == rubles("200"))
  }

  @Test func ticketsAreMessagesAndTheFirstLineIsTheSubject() throws {
    let tickets = try office.items(Ticket.self)
    #expect(tickets.map(\.id) == ["8", "7"] && tickets.map(\.state) == [.answered, .closed])
    #expect(tickets[0].subject == "Нет связи")
    #expect(tickets[0].messages.map(\.text) == ["Нет связи\nС утра", "Проверили линию"])
    #expect(tickets[0].messages.map(\.author) == [nil, "admin"])
  }

  @Test(arguments: ["[]", "{}", "null", #"{"list":[]}"#]) func noneIsWrittenInManyWays(_ nothing: String) throws {
    for route in ["GET /tickets", "POST /report/sessions", "GET /user/services/freeze"] { office.says(route, nothing) }
    #expect(try office.items(Ticket.self).isEmpty && office.items(UsageSession.self).isEmpty)
    #expect(try office.account().hold == nil)
    #expect(office.provider.capabilities.isSuperset(of: [.tickets, .usage, .hold]))
  }

  @Test func olderTicketsShowTheirFirstMessageAlone() throws {
    let rows = (1...40).map {
      #"{"ticketid":\#($0),"statustypeid":4,"creationdate":"2026-10-\#(10 + $0 % 20) 10:00:00","first_message":"Н <b>\#($0)</b>"}"#
    }
    office.says("GET /tickets", "[\(rows.joined(separator: ","))]")
    for id in 11...40 { office.says("GET /tickets/\(id)", "[]") }
    let tickets = try office.items(Ticket.self)
    #expect(tickets.count == 40 && tickets.first?.subject == "Н 40" && tickets.allSatisfy { $0.state == .closed })
    let read = office.wire.requests.count { $0.target.contains("/tickets/") }
    #expect(read == 30)
  }

  @Test func ticketsWithoutADayOrANumberAreToldApart() throws {
    office.says("GET /tickets", #"[{"ticketid":"9","statustypeid":null,"creationdate":"0000-00-00 00:00:00"}]"#)
    office.says("GET /tickets/9", "null")
    #expect(try office.items(Ticket.self).isEmpty)
    office.says("GET /tickets", #"[{"statustypeid":1}]"#)
    #expect(throws: ProviderError.self) { try office.pull() }
  }

  @Test func sessionsAreToldInMegabytes() throws {
    let sessions = try office.items(UsageSession.self)
    #expect(sessions.map(\.isActive) == [true, false] && sessions.map(\.seconds) == [7200, 90_527])
    #expect(sessions[0].received == 13_107_200 && sessions[0].sent == 0)
    #expect(sessions[1].received == 29_486_376_550 && sessions[1].address == "10.100.111.254")
  }

  @Test func oddSessionsDoNoHarm() throws {
    office.says(
      "POST /report/sessions",
      #"""
      [{"start_time":"2026-11-20 10:00:00","stop_time":"0000-00-00 00:00:00","time_on":null,"in_bytes":null,
        "out_bytes":"-4","ipaddress":"0.0.0.0","framedipaddress":"10.0.0.1"},
       {"start_time":"0000-00-00 00:00:00"},{"start_time":null},{},
       {"start_time":"2026-11-19 10:00:00","stop_time":"2026-11-19 11:00:00","in_bytes":"9223372036854"},
       {"start_time":"2026-11-19 10:00:00","stop_time":"2026-11-19 11:00:00","in_bytes":"9223372036854"}]
      """#)
    let sessions = try office.items(UsageSession.self)
    #expect(sessions.map(\.seconds) == [93_600, 3600])
    #expect(sessions.map(\.received) == [0, 0])
    #expect(sessions[0].isActive && sessions[0].address == "10.0.0.1" && sessions[0].sent == 0)
  }

  @Test(
    arguments: [
      (#""8""#, ChargeCycle.calendarMonth, "2026-12-01"), ("null", .calendarMonth, "2026-12-01"),
      ("10", .spread, "2026-11-22"), (#"11,"date_abonka":"21""#, .anniversary(day: 21), "2026-12-21"),
      (#""11","date_abonka":31"#, .anniversary(day: 31), "2026-11-30"), (#"11,"date_abonka":"0""#, nil, nil),
      ("1", nil, nil), ("0", nil, nil),
    ] as [(String, ChargeCycle?, String?)])
  func theCardSaysHowTheFeeIsTaken(_ fixed: String, _ cycle: ChargeCycle?, _ next: String?) throws {
    office.says("GET /user", #"{"useruid":258,"deposit":1,"UE":"руб","gid":"3","fixed":\#(fixed)}"#)
    let plan = try office.account().plan
    #expect(plan?.cycle == cycle && plan?.nextCharge.text == next && (plan == nil || plan?.fee == rubles("300")))
  }

  @Test func theCardHoldsTheProfileAndWhatIsPaidBesideTheTariff() throws {
    office.says(
      "GET /user",
      #"""
      {"useruid":"258","deposit":100,"UE":"руб","fio":"Т","phone":"","mob_tel":380934708280,"sms_tel":"380934708280",
       "email":null,"use_change_data":"0","dogovor_date":"0000-00-00",
       "fee":{"realip":"70.00","subscriptions":{"detailed":[
         {"id":"136","name":"24htv &laquo;Lite&raquo;","price":"90","price_with_discount":"81.00"},{"id":null},{"name":"?"}]}}}
      """#)
    let profile = try #require(try office.items(Profile.self).first)
    #expect(profile.phones.isEmpty && profile.mobiles == ["380934708280"] && profile.emails.isEmpty)
    #expect(profile.editable.isEmpty && profile.contractDate == nil)
    let services = try office.account().services
    #expect(services.map(\.name) == ["24htv «Lite»", "Real IP"] && services.map(\.fee) == ["81", "70"].map(rubles))
    #expect(try office.codes(.setProfile([.email: "a@b.example"], confirmation: nil)) == ["not-editable"])
  }

  @Test(
    arguments: [
      ("GET /config", #"{"gui":{"menu_show_tickets":"0","menu_show_sessionshistory":false}}"#, [.tickets, .usage]),
      ("GET /config", #"{"gui":{"menu_show_tickets":null}}"#, []),
      ("GET /user/services", #"{"services":{"freeze":0}}"#, [.hold]),
      ("GET /user", #"{"useruid":1,"deposit":1,"use_cards":"0"}"#, [.vouchers]),
    ] as [(String, String, Set<Capability>)])
  func whatIsNotOfferedIsMissing(_ route: String, _ answer: String, _ missing: Set<Capability>) throws {
    office.says(route, answer)
    _ = try office.provider.changes(of: route == "GET /user" ? "1" : "258", since: nil) { _ in }
    #expect(office.provider.capabilities == MikBillProvider.abilities.subtracting(missing))
  }

  @Test func whatIsRefusedIsMissingAndAPageIsAnError() throws {
    for route in ["GET /tickets", "POST /report/sessions", "GET /user/services/freeze"] { office.refuses(route) }
    _ = try office.pull()
    #expect(office.provider.capabilities.isDisjoint(with: [.tickets, .usage, .hold]))
    #expect(throws: ProviderError.missing(.hold)) { try office.check(.cancelHold) }
    #expect(throws: ProviderError.missing(.tickets)) { try office.check(.replyTicket(id: "8", text: "?")) }
    let other = try MikBillFixture()
    other.system.instead["GET /tickets"] = "<html>502</html>"
    #expect(throws: ProviderError.self) { try other.pull() }
  }
}
