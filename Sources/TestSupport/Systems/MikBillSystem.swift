import Domain
import JSON
import Provider

/// A small MikBiLL with one subscriber: the cabinet's calls as its vendor's own client makes them.
package final class MikBillSystem: FakeSystem {
  package let dialect = Dialect.mikbill
  package let login = "testov"
  package let password = "correct-horse"
  package let phone = "+380501234567"
  package let code = "4711"
  package let accountID = "258"
  package let editsThePast = true
  package var now: Timestamp
  /// What is answered instead, by route.
  package var instead: [String: String] = [:]
  /// Whether rows of the history bear the balance that they found and an identity.
  package var tellsBalances = true
  /// Rows that the history gives at once, whatever is asked for; nil for all.
  package var pageCap: Int?
  /// The offset is paid no heed to.
  package var ignoresOffset = false

  private var token = ""
  private var tokens = 0
  private var tariff = "3"
  private var switches = 0
  private var credits = 0
  private var deposit: Int64 = 0
  private var rows: [Row] = []

  /// What there is beside the money.
  package let extras: MikBillExtras

  private struct Row {
    let id: Int
    let type: Int64
    let at: Timestamp
    let minor: Int64
    let before: Int64
  }

  package init(inDebt: Bool = false, isOnHold: Bool = false, now: Timestamp = Timestamp(seconds: 1_795_251_600)) {
    self.now = now
    extras = MikBillExtras(isOnHold: isOnHold, now: now)
    let day: Int64 = 86_400
    enter(400_00, at: now.adding(seconds: -40 * day))
    enter(-300_00, at: now.adding(seconds: -20 * day))
    if inDebt { enter(-180_25, at: now.adding(seconds: -2 * day)) }
  }

  package var possible: [Action] {
    deposit < 0 ? [.takeTrustPayment] : [.switchTariff(id: "5", when: .now)] + extras.possible
  }

  package func effects(_ kind: Action.Kind) -> Int {
    switch kind {
    case .takeTrustPayment: credits
    case .switchTariff: switches
    default: extras.effects[kind] ?? 0
    }
  }

  package func endSessions() { token = "ended" }
  package func payOnPage(_ amount: Money) { enter(amount.minor, at: now) }
  package func post(_ amount: Money) { enter(amount.minor, at: now) }
  package func postLate(_ amount: Money) { enter(amount.minor, at: now.adding(seconds: -5 * 86_400)) }
  package func forgetOldest() { rows.removeFirst() }

  /// Types are those of every MikBiLL: 2 a fee, 5 a payment, 28 one by card, 35 a credit's price.
  func enter(_ minor: Int64, at moment: Timestamp, type: Int64? = nil) {
    let type = type ?? (minor < 0 ? 2 : 5)
    rows.append(Row(id: 1000 + rows.count, type: type, at: moment, minor: minor, before: deposit))
    deposit += minor
  }

  // MARK: - Answers

  package func answer(_ request: Request) -> Response {
    var path = request.target.prefix { $0 != "?" }
    if path.hasPrefix("/api/v1/cabinet") { path = path.dropFirst("/api/v1/cabinet".count) }
    let route = "\(request.method) \(path)"
    let form = MikBillSystem.form(request.body ?? [])
    if let body = instead[route] { return Response(status: 200, body: Array(body.utf8)) }
    if let answer = logIn(route, form) { return answer }
    guard request.headers.contains(where: { $0.name.lowercased() == "authorization" && $0.value == token }) else {
      return MikBillSystem.failure(401, "Unauthorized", status: 401)
    }
    if let answer = extras.answer(route, form, self) { return answer }
    switch route {
    case "GET /user": return MikBillSystem.data(user)
    case "POST /report/payments": return MikBillSystem.data(history(form))
    case "GET /user/services/credit": return MikBillSystem.data(credit)
    case "POST /user/services/credit": return takeCredit()
    case "POST /user/packet": return change(form)
    default:
      return MikBillSystem.fixed[route].map(MikBillSystem.data) ?? MikBillSystem.failure(-1, "Not found", status: 404)
    }
  }

  private func logIn(_ route: String, _ form: [String: String]) -> Response? {
    switch route {
    case "POST /auth/login":
      guard form["login"] == login, form["password"] == password else { return MikBillSystem.failure(-2, "Wrong") }
      return newToken()
    case "POST /auth/phone":
      return form["phone"] == phone ? MikBillSystem.data([]) : MikBillSystem.failure(-12, "User not found")
    case "POST /auth/phone/otp": return form["otp"] == code ? newToken() : MikBillSystem.failure(-3, "Wrong code")
    default: return nil
    }
  }

  private func newToken() -> Response {
    tokens += 1
    token = "header.payload.signature-\(tokens)"
    return MikBillSystem.data(["uid": .string(accountID), "token": .string(token)])
  }

  static func data(_ data: JSON) -> Response {
    let json: JSON = ["success": true, "code": 0, "data": data, "message": "ОК"]
    return Response(status: 200, headers: ["content-type": "application/json"], body: json.bytes)
  }

  static func failure(_ code: Int64, _ message: String, status: Int = 200) -> Response {
    let json: JSON = ["success": false, "code": .integer(code), "data": nil, "message": .string(message)]
    return Response(status: status, headers: ["content-type": "application/json"], body: json.bytes)
  }

  // MARK: - What changes something

  private func takeCredit() -> Response {
    guard deposit < 0, credits == 0 else { return MikBillSystem.failure(-7, "Кредит недоступен") }
    credits += 1
    enter(-15_00, at: now, type: 35)
    return MikBillSystem.data([])
  }

  private func change(_ form: [String: String]) -> Response {
    guard form["gid"] == "5", tariff != "5" else { return MikBillSystem.failure(-8, "Тариф недоступен") }
    switches += 1
    if form["from_next_month"] == "0" { tariff = "5" }
    return MikBillSystem.data([])
  }

  // MARK: - Facts

  private static func decimal(_ minor: Int64) -> JSON { .string(Money(minor: minor, currency: .rub).decimalText) }

  private var user: JSON {
    let card: [String: JSON] = [
      "useruid": .string(accountID), "user": .string(login), "fio": "Тестов Тест Тестович", "numdogovor": "Д-258",
      "deposit": MikBillSystem.decimal(deposit), "credit": MikBillSystem.decimal(credits > 0 ? 500_00 : 0),
      "UE": "руб", "gid": .string(tariff), "tarif": .string(tariff == "3" ? "Старт" : "Полёт"), "blocked": 0,
      "otkluchentable": 0, "deletedtable": 0, "date_itog": "2026-11-30", "days_left": 9, "erec_payment": "250.00",
      "date_birth": "0000-00-00", "frezetable": .integer(extras.isOnHold ? 1 : 0), "use_cards": "1",
      "use_change_data": "1", "dogovor_date": "2015-01-21",
    ]
    return .object(card.merging(extras.person) { $1 })
  }

  private var credit: JSON {
    [
      "available": .integer(deposit < 0 && credits == 0 ? 1 : 0), "active": .integer(credits > 0 ? 1 : 0),
      "info": [
        "type": 1, "credit_procent": 0, "active_cena": "15.00", "do_credit_swing_date_days": "7",
        "date_start": "2026-11-21", "date_stop": "2026-11-28", "will_be_avilable_days": 0,
      ],
    ]
  }

  private func history(_ form: [String: String]) -> JSON {
    let offset = ignoresOffset ? 0 : Int(form["offset"] ?? "") ?? 0
    let limit = min(Int(form["limit"] ?? "") ?? 10, pageCap ?? .max)
    return .array(rows.sorted { $0.at < $1.at }.dropFirst(offset).prefix(limit).map(row))
  }

  private func row(_ row: Row) -> JSON {
    // A size without a sign: the sign stands beside it, and for the price of a credit the balances tell.
    let size = Money(minor: abs(row.minor), currency: .rub).decimalText
    return .members([
      "date": .string(row.at.wall(180)), "bughtypeid": .string(String(row.type)),
      "bugh_type": .string(MikBillSystem.types[row.type] ?? ""), "comment": "", "summa": .decimal(size),
      "sign": row.type == 35 ? "?" : row.minor < 0 ? "-" : "+",
      "plategid": tellsBalances ? .integer(Int64(row.id)) : nil,
      "before_billing": tellsBalances ? MikBillSystem.decimal(row.before) : nil,
    ])
  }
}
