import Domain
import JSON

extension Router {
  /// Levers of the sandbox itself; no token, since only this machine reaches them.
  static let controlRoutes: [Route] = [
    Route("GET", "/sandbox/accounts", token: false) { sandbox, _ in Control.accounts(sandbox) },
    Route("GET", "/sandbox/clock", token: false) { sandbox, _ in Control.clock(sandbox) },
    Route("POST", "/sandbox/advance", token: false) { sandbox, call in try Control.advance(sandbox, call) },
    Route("POST", "/sandbox/charge", token: false) { sandbox, call in try Control.correct(sandbox, call) },
    Route("POST", "/sandbox/incidents", token: false) { sandbox, call in try Control.incident(sandbox, call) },
    Route("GET", "/sandbox/faults", token: false) { sandbox, _ in Control.faults(sandbox) },
    Route("POST", "/sandbox/faults", token: false) { sandbox, call in try Control.addFault(sandbox, call) },
    Route("DELETE", "/sandbox/faults", token: false) { sandbox, _ in
      sandbox.faults.removeAll()
      return Control.faults(sandbox)
    },
  ]
}

enum Control {
  static func accounts(_ sandbox: Sandbox) -> Answer {
    Answer([
      "accounts": .array(
        sandbox.accounts.map { account in
          [
            "login": .string(account.login), "password": .string(account.password), "name": .string(account.name),
            "cycle": account.cycle.json, "purpose": account.purpose.json,
            "numbers": .array(account.numbers.map { .string($0) }),
          ]
        })
    ])
  }

  static func clock(_ sandbox: Sandbox) -> Answer { Answer(["now": sandbox.now.json]) }

  static func advance(_ sandbox: Sandbox, _ call: Call) throws -> Answer {
    let fields = try Fields(try call.json(), "advance")
    let days = try fields.optionalCount("days", limit: 3660) ?? 0
    let hours = try fields.optionalCount("hours", limit: 87_840) ?? 0
    try sandbox.advance(days: days, hours: hours)
    return clock(sandbox)
  }

  static func correct(_ sandbox: Sandbox, _ call: Call) throws -> Answer {
    let fields = try Fields(try call.json(), "charge")
    let account = try fields.string("account")
    guard sandbox.personas[account] != nil else { throw Problem(404, "account-unknown", "There is no such account") }
    let amount: Money = try fields.value("amount")
    let kind = LedgerEntry.Kind(rawValue: try fields.optionalString("kind") ?? "charge")
    guard amount.currency == .rub, !amount.isZero, amount.magnitude.minor <= 1_000_000_00,
      LedgerEntry.Kind.known.contains(kind)
    else { throw Problem.malformed("A sum in RUB up to 1000000.00 and a known kind are due") }
    let text = try fields.optionalString("text") ?? "Операция песочницы"
    guard text.utf8.count <= 1000 else { throw Problem.malformed("A text of at most 1000 bytes is due") }
    try sandbox.correct(account: account, kind: kind, amount: amount.minor, text: text)
    return Answer(["balance": (sandbox.book(account)?.contract.balance ?? 0).roubles.json])
  }

  static func incident(_ sandbox: Sandbox, _ call: Call) throws -> Answer {
    let fields = try Fields(try call.json(), "incident")
    let hours = try fields.optionalCount("hours", limit: 1000) ?? 6
    let id = try sandbox.provokeIncident(area: try fields.optionalString("area") ?? "Тверь", hours: max(1, hours))
    return Answer(["id": .string(id)])
  }

  static func faults(_ sandbox: Sandbox) -> Answer {
    Answer(["faults": .array(sandbox.faults.waiting.map(\.json))])
  }

  static func addFault(_ sandbox: Sandbox, _ call: Call) throws -> Answer {
    sandbox.faults.add(try Fault(json: try call.json()))
    return faults(sandbox)
  }
}

extension Sandbox {
  /// The office writes into a ledger.
  package func correct(account: String, kind: LedgerEntry.Kind, amount: Int64, text: String) throws {
    try record(.correct(account: account, kind: kind.rawValue, amount: amount, text: text))
  }

  /// The subscriber does something elsewhere: in the provider's own app.
  package func perform(_ action: Action, account: String, key: String) throws {
    guard book(account) != nil else { return }
    try record(.order(account: account, key: key, Order(action: action, quote: nil)))
  }

  /// An outage begins now where addresses begin with `area`; its estimate is postponed twice.
  package func provokeIncident(area: String = "Тверь", hours: Int = 6) throws -> String {
    let number = journal.entries.count { if case .incident = $0.deed { true } else { false } } + 1
    try record(.incident(number: number, area: area, hours: hours))
    return "i-x-\(number)"
  }
}
