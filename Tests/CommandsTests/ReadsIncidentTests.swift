import Domain
import JSON
import Language
import Terminal
import Testing

@testable import Commands

@Suite struct ReadsIncidentTests {
  private func view(isForPeople: Bool = true) -> IncidentsView {
    IncidentsView(account: Reads.account(), now: Reads.now, age: 720, isForPeople: isForPeople)
  }

  private func words(_ incident: Incident) -> IncidentWords {
    IncidentWords(incident, today: Reads.today, utcOffset: Reads.offset, now: Reads.now)
  }

  @Test func listShowsEveryChangeOfThePromiseAndTheAgeOfTheData() {
    #expect(
      view().list([Reads.postponed], all: false).screen() == """
        Аварии и работы по вашему адресу

        Авария «Нет интернета в доме»  i1
          с 10:00, уже 2 ч
          обещали к 14:00, перенесли на 18:00

        данные получены 12 мин назад

        """)
  }

  @Test func oneIncidentTellsWhenEachPromiseWasGiven() {
    #expect(
      view().one(Reads.postponed).screen(.english) == """
        Outage ‘No internet in the house’
        Id:        i1
        State:     going on
        Time:      since 10:00, for 2 h now
        Address:   yours
        Services:  internet, television
        Promises:  promised by 14:00 (said 10:10)
        Promises:  postponed to 18:00 (said 11:40)

        Повреждён кабель.

        data received 12 min ago

        """)
  }

  @Test func rowsForProgramsHaveTimesInUTC() {
    #expect(
      view(isForPeople: false).list([Reads.postponed], all: false).rows()
        == "i1\toutage\topen\t2026-11-21T07:00:00Z\t\t2026-11-21T15:00:00Z\t1\there\tНет интернета в доме\n")
  }

  @Test func missedPromiseIsCalledMissed() {
    let incident = Reads.outage(promises: [("2026-11-21T07:10:00Z", "2026-11-21T08:00:00Z")])
    #expect(words(incident).promises?.russian == "обещали к 11:00, обещанный срок прошёл 1 ч назад")
  }

  @Test func withdrawnPromiseIsCalledWithdrawn() {
    let incident = Reads.outage(promises: [
      ("2026-11-21T07:10:00Z", "2026-11-21T15:00:00Z"), ("2026-11-21T08:00:00Z", nil),
    ])
    #expect(words(incident).promises?.english == "promised by 18:00, the promise was withdrawn")
  }

  @Test func promiseRepeatedIsToldOnce() {
    let incident = Reads.outage(
      promises: [("2026-11-21T07:10:00Z", "2026-11-21T15:00:00Z"), ("2026-11-21T08:00:00Z", "2026-11-21T15:00:00Z")])
    #expect(words(incident).promises?.russian == "обещают к 18:00")
  }

  @Test func promiseOfAnotherDayHasItsDate() {
    let incident = Reads.outage(promises: [("2026-11-21T07:10:00Z", "2026-11-22T05:00:00Z")])
    #expect(words(incident).promises?.russian == "обещают к 08:00 22 ноября")
  }

  @Test func outageWithoutAnyPromiseSaysSo() {
    #expect(words(Reads.outage()).promises?.russian == "срок ещё не назвали")
  }

  @Test func pastOutageTellsHowLongItTook() {
    let incident = Reads.outage(
      state: .resolved, start: "2026-11-19T07:00:00Z", end: "2026-11-19T09:30:00Z",
      promises: [("2026-11-19T07:10:00Z", "2026-11-19T08:00:00Z")])
    #expect(words(incident).when.russian == "19 ноября с 10:00 до 12:30, длилось 2 ч 30 мин")
    #expect(words(incident).promises?.russian == "обещали к 11:00")
  }

  @Test func incidentElsewhereIsMarked() {
    let text = view().list([Reads.outage(isAtAddress: false)], all: true).screen()
    #expect(text.contains("Авария «Нет интернета в доме», не по вашему адресу  i1\n"))
  }

  @Test func plannedWorksSayWhenTheyBegin() {
    let incident = Reads.outage(
      state: .announced, kind: .plannedWork, start: "2026-11-21T23:00:00Z",
      promises: [("2026-11-20T07:00:00Z", "2026-11-22T03:00:00Z")])
    #expect(words(incident).when.russian == "начнутся в 02:00 22 ноября")
    #expect(words(incident).promises?.russian == "обещают к 06:00 22 ноября")
  }

  @Test func unknownIdIsRefusedWithTheNextCommand() {
    #expect(throws: Failure(.usage, .incidentUnknown("x"), hint: .incidentsSeeAll)) {
      try Incidents.incident("x", among: [Reads.postponed])
    }
  }

  @Test func nothingIsShownWhereThereIsNothing() {
    let answer = view().list([], all: false)
    #expect(answer.screen() == "")
    #expect(answer.envelope["incidents"] == [])
    #expect(answer.envelope["ageSeconds"] == 720)
  }

  @Test func digestKeepsThreeOfTheAddressInShort() throws {
    let incidents = [
      Reads.outage(id: "past", state: .resolved), Reads.outage(id: "else", isAtAddress: false),
      Reads.outage(id: "plan", state: .announced, start: "2026-11-22T00:00:00Z"), Reads.outage(id: "c"),
      Reads.outage(id: "b"), Reads.outage(id: "a", start: "2026-11-21T08:00:00Z"),
    ]
    let digest = HomeDigest(incidents: incidents, unreadNotices: 4, serverTime: Reads.now)
    #expect(digest.incidents.map(\.id) == ["b", "c", "a"])
    #expect(digest.incidents.allSatisfy { $0.details == nil })
    let read = try HomeDigest(json: digest.json)
    #expect(read == digest)
  }
}
