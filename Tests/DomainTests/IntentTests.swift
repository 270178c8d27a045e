import JSON
import Testing

@testable import Domain

@Suite struct IntentTests {
  private let start = Timestamp(seconds: 1_795_000_000)

  private func intent() -> Intent {
    Intent(
      key: "k-1", account: "1", action: .pay(amount: roubles(500_00), method: "card"), body: #"{"action":{}}"#,
      terms: Check(eligibility: Eligibility(available: true), price: roubles(500_00)), created: start,
      validUntil: start.adding(seconds: 3600), dependsOn: "k-0")
  }

  /// A way into each state, by legal moves only.
  private static let ways: [Intent.State: [Intent.Event]] = [
    .queued: [], .sending: [.take], .accepted: [.take, .accepted], .unknown: [.take, .lost],
    .fencing: [.take, .lost, .cancel], .confirmed: [.take, .done], .rejected: [.take, .refused], .expired: [.expire],
    .cancelled: [.cancel], .notExecuted: [.take, .lost, .notExecuted],
  ]

  private func intent(in state: Intent.State) throws -> Intent {
    var intent = intent()
    for event in try #require(Self.ways[state]) { try intent.apply(event, at: start.adding(seconds: 1)) }
    #expect(intent.state == state)
    return intent
  }

  /// The life of a mutation as the table of the design has it; everything that is not here is illegal.
  private static let legal: [String: Intent.State] = [
    "queued take": .sending, "queued expire": .expired, "queued cancel": .cancelled,
    "sending done": .confirmed, "sending accepted": .accepted, "sending refused": .rejected,
    "sending not-sent": .queued, "sending lost": .unknown,
    "accepted done": .confirmed, "accepted refused": .rejected, "accepted still-unknown": .accepted,
    "accepted cancel": .fencing,
    "unknown done": .confirmed, "unknown accepted": .accepted, "unknown refused": .rejected,
    "unknown not-executed": .notExecuted, "unknown fenced": .notExecuted, "unknown cancel": .fencing,
    "unknown still-unknown": .unknown,
    "fencing done": .confirmed, "fencing accepted": .accepted, "fencing refused": .rejected,
    "fencing fenced": .cancelled, "fencing not-executed": .notExecuted, "fencing lost": .fencing,
    "fencing still-unknown": .fencing,
  ]

  @Test(arguments: Intent.State.allCases, Intent.Event.allCases)
  func exactlyTheMovesOfTheTableAreLegal(state: Intent.State, event: Intent.Event) throws {
    let expected = Self.legal["\(state.rawValue) \(event.rawValue)"]
    #expect(Intent.next(state, event) == expected)
    var moved = try intent(in: state)
    let before = moved
    if let expected {
      try moved.apply(event, at: start.adding(seconds: 9), note: "n")
      #expect(moved.state == expected)
      #expect(moved.history.last == Intent.Step(at: start.adding(seconds: 9), event: event, note: "n"))
      #expect(moved.attempts == before.attempts + (event == .take ? 1 : 0))
    } else {
      #expect(throws: Intent.IllegalMove(state: state, event: event)) { try moved.apply(event, at: start) }
      #expect(moved == before)
    }
  }

  @Test(arguments: Intent.State.allCases)
  func aTerminalStateNeverChangesAndOthersCan(state: Intent.State) {
    let ways = Intent.Event.allCases.filter { Intent.next(state, $0) != nil }
    #expect(ways.isEmpty == state.isTerminal)
  }

  @Test(arguments: Intent.State.allCases)
  func anIntentReadsBackAsItself(state: Intent.State) throws {
    var intent = try intent(in: state)
    intent.record(discrepancy: "a second entry came", at: start)
    #expect(try Intent(json: JSON(parsing: intent.json.text)) == intent)
  }

  @Test func whatTheProviderSaidIsKept() throws {
    var intent = try intent(in: .sending)
    let reason = Reason(code: "debt", label: LocalizedText(russian: "Долг", english: "Debt"))
    try intent.apply(.refused, at: start, refusal: reason, reference: "r-7", link: "https://pay.example/7")
    let read = try Intent(json: intent.json)
    #expect(read.refusal == reason)
    #expect(read.reference == "r-7")
    #expect(read.link == "https://pay.example/7")
  }

  @Test(arguments: Intent.State.allCases, Intent.State.allCases)
  func aStateThatDoesNotFollowFromTheHistoryIsRefused(state: Intent.State, claimed: Intent.State) throws {
    guard case .object(var members) = try intent(in: state).json, state != claimed else { return }
    members["state"] = .string(claimed.rawValue)
    #expect(throws: FieldError.self) { try Intent(json: .object(members)) }
  }

  @Test func anImpossibleHistoryIsRefused() throws {
    guard case .object(var members) = try intent(in: .confirmed).json else { return }
    guard case .array(let steps)? = members["history"] else { return }
    members["history"] = .array(steps.reversed())
    let error = #expect(throws: FieldError.self) { try Intent(json: .object(members)) }
    #expect(error?.path == "intent.history")
  }

  @Test func onlyOpenIntentsThatMoveMoneyAreUnsettled() throws {
    for state in Intent.State.allCases {
      #expect(try intent(in: state).isUnsettledMoney == !state.isTerminal)
    }
    let harmless = Intent(
      key: "c", account: "1", action: .cancelTariffChange, body: "", terms: nil, created: start)
    #expect(!harmless.isUnsettledMoney)
    #expect(harmless.amount == nil)
    #expect(intent().amount == roubles(500_00))
  }
}
