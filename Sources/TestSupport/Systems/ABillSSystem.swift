import Domain
import JSON
import Provider

/// A small ABillS with one subscriber: its routes, its refusals and its one session at a time.
package final class ABillSSystem: FakeSystem {
  package let dialect = Dialect.abills
  package let login = "petrova"
  package let password = "correct-horse-battery"
  package let accountID = "4217"
  package let editsThePast = true
  package var now: Timestamp
  /// Routes that this installation lacks, as after `GET`: a missing module.
  package var missing: Set<String> = []

  package let phone = "0999999999"
  package let code = "12345"
  /// Two subscribers have one telephone.
  package var sharesPhone = false
  /// The status of every order, where the installation tells it.
  package var orderStatus: Int64?

  static let utcOffset = 180
  private var session = ""
  private var sessions = 0
  var credit: Int64 = 0
  var creditTaken = 0
  var tariff = 7
  var schedule: (id: Int, tariff: Int)?
  private var schedules = 40
  private var switches = 0
  private var cancellations = 0
  private var orders: [(operation: String, minor: Int64)] = []
  var tickets: [Ticket] = []
  var hold: (from: String, until: String)?
  let extras = ABillSExtras()
  private var holdsStarted = 0
  private var holdsEnded = 0
  var payments: [Row] = []
  var fees: [Row] = []

  struct Ticket {
    let id: Int
    let at: Timestamp
    let subject: String
    let text: String
    var replies: [(at: Timestamp, administrator: Int, text: String)] = []
  }

  struct Row {
    let id: Int
    let at: Timestamp
    let minor: Int64
    let text: String
    var operation = ""
  }

  /// - Parameters:
  ///   - inDebt: so that a trust payment can be had.
  ///   - changePlanned: another tariff from the next month on.
  package init(
    inDebt: Bool = false, changePlanned: Bool = false, isOnHold: Bool = false,
    now: Timestamp = Timestamp(seconds: 1_795_251_600)
  ) {
    self.now = now
    if changePlanned { schedule = (12, 8) }
    if isOnHold { hold = ("2026-12-01", "2026-12-20") }
    let day: Int64 = 86_400
    tickets = [Ticket(id: 54, at: now.adding(seconds: -day), subject: "Нет связи", text: "С утра")]
    tickets[0].replies = [(now.adding(seconds: -day / 2), 2, "Проверили линию")]
    payments = [
      Row(id: 5, at: now.adding(seconds: -50 * day), minor: 600_00, text: "Оплата картой", operation: "Card:55"),
      Row(id: 6, at: now.adding(seconds: -20 * day), minor: 1500_00, text: "СБП", operation: "SBP:56"),
    ]
    fees = [
      Row(id: 70, at: now.adding(seconds: -50 * day), minor: 600_00, text: "Дом 100"),
      Row(id: 71, at: now.adding(seconds: -20 * day), minor: 16_13, text: "Дом 100, день"),
    ]
    if inDebt { fees.append(Row(id: 72, at: now.adding(seconds: -2 * day), minor: 1600_00, text: "Роутер")) }
  }

  var deposit: Int64 { payments.reduce(0) { $0 + $1.minor } - fees.reduce(0) { $0 + $1.minor } }

  package var possible: [Action] {
    let pay = Action.pay(amount: Money(minor: 250_50, currency: .rub), method: "9")
    if deposit < 0 { return [pay, .takeTrustPayment] }
    return [
      pay, schedule == nil ? .switchTariff(id: "8", when: .nextPeriod) : .cancelTariffChange,
      .openTicket(subject: "Скорость", text: "Не больше 10 Мбит/с\nс вечера", topic: "3"),
      .replyTicket(id: "54", text: "И сейчас тоже"),
      hold == nil ? .startHold(from: CivilDate("2026-12-01"), until: CivilDate("2026-12-20")) : .cancelHold,
    ] + extras.possible
  }

  package func effects(_ kind: Action.Kind) -> Int {
    switch kind {
    case .pay: orders.count
    case .takeTrustPayment: creditTaken
    case .switchTariff: switches
    case .cancelTariffChange: cancellations
    case .openTicket: tickets.count - 1
    case .replyTicket: tickets[0].replies.count - 1
    case .closeTicket, .readNotices: 0
    case .startHold: holdsStarted
    case .cancelHold: holdsEnded
    case .redeemVoucher, .setProfile, .inviteFriend, .claimReferralBonus, .stopAutopayment, .requestInvoice:
      extras.effects[kind] ?? 0
    }
  }

  package func endSessions() { session = "ended" }

  package func payOnPage(_ amount: Money) {
    guard let order = orders.last(where: { $0.minor == amount.minor }) else { return }
    payments.append(
      Row(id: nextID, at: now, minor: amount.minor, text: "Оплата", operation: "Card:" + order.operation))
  }

  /// - Returns: the payment's id.
  func enterCard(_ minor: Int64, mark: String) -> Int {
    let row = Row(id: nextID, at: now, minor: minor, text: mark, operation: mark)
    payments.append(row)
    return row.id
  }

  package func post(_ amount: Money) { enter(amount, at: now) }
  package func postLate(_ amount: Money) { enter(amount, at: now.adding(seconds: -5 * 86_400)) }
  package func forgetOldest() { payments.removeFirst() }

  private func enter(_ amount: Money, at moment: Timestamp) {
    let row = Row(id: nextID, at: moment, minor: amount.magnitude.minor, text: "Операция")
    if amount.isPositive { payments.append(row) } else { fees.append(row) }
  }

  private var nextID: Int { max(99, (payments + fees).map(\.id).max() ?? 0) + 1 }

  // MARK: - Answers

  package func answer(_ request: Request) -> Response {
    var path = request.target.prefix { $0 != "?" }
    if path.hasPrefix("/api.cgi") { path = path.dropFirst("/api.cgi".count) }
    while path.hasSuffix("/") { path = path.dropLast() }
    let route = "\(request.method) \(path)"
    let body = (try? JSON(parsing: request.body ?? [])) ?? .null
    if route == "POST /user/login" { return logIn(body) }
    guard request.headers.contains(where: { $0.name.lowercased() == "usersid" && $0.value == session }) else {
      return ABillSSystem.refusal(10, "Access denied", status: 401)
    }
    if let answer = extras.answer(route, body, self) { return missing.contains(String(path)) ? lacking : answer }
    if missing.contains(String(path)) { return lacking }
    switch route {
    case "POST /user/credit": return takeCredit()
    case "POST /user/paysys/pay": return order(body)
    case "POST /user/msgs": return openTicket(body)
    case "POST /user/msgs/54/reply": return reply(body)
    case "POST /user/4217/holdup": return startHold(body)
    case "DELETE /user/4217/holdup": return endHold()
    case "DELETE /user/logout":
      endSessions()
      return ABillSSystem.json(["result": "Success logout"])
    case let route where route.hasPrefix("PUT /user/internet/"): return change(body)
    case let route where route.hasPrefix("GET /user/paysys/transaction/status/Card%3A1"):
      guard let orderStatus else { return ABillSSystem.refusal(1_170_101, "Unknown transaction") }
      return ABillSSystem.json(["id": 1, "status": .integer(orderStatus), "uid": 4217])
    case let route where route.hasPrefix("DELETE /user/internet/"): return cancel()
    default:
      return fact(route).map(ABillSSystem.json) ?? ABillSSystem.refusal(2, "No such route", status: 404)
    }
  }

  private var lacking: Response { ABillSSystem.refusal(4, "Unknown module") }

  static func json(_ json: JSON) -> Response {
    Response(status: 200, headers: ["content-type": "application/json"], body: json.bytes)
  }

  static func refusal(_ code: Int64, _ text: String, status: Int = 400) -> Response {
    // One script says `errno`, another `error`.
    let key = code == 4304 ? "error" : "errno"
    return Response(
      status: status, headers: ["content-type": "application/json"],
      body: JSON.object([key: .integer(code), "errstr": .string(text)]).bytes)
  }

  private func logIn(_ body: JSON) -> Response {
    if body["phone"] == .string(phone) { return ABillSSystem.json(["authCode": 103_382, "sent": true]) }
    if body["authCode"] == 103_382, body["pinCode"] == .string(code) {
      if sharesPhone { return ABillSSystem.json(["users": [["login": "a", "uid": 1], ["login": "b", "uid": 2]]]) }
      return newSession()
    }
    guard body["login"] == .string(login), body["password"] == .string(password) else {
      return ABillSSystem.refusal(1_001_014, "ERR_WRONG_PASSWD")
    }
    return newSession()
  }

  private func newSession() -> Response {
    sessions += 1
    session = "sid-\(sessions)"
    return ABillSSystem.json(["login": .string(login), "sid": .string(session), "uid": 4217])
  }

  // MARK: - What changes something

  private func takeCredit() -> Response {
    guard deposit < 0, creditTaken == 0 else { return ABillSSystem.refusal(4304, "ERR_CREDIT_CHANGE_LIMIT_REACH") }
    creditTaken += 1
    credit = 500_00
    fees.append(Row(id: nextID, at: now, minor: 10_00, text: "Кредит"))
    return ABillSSystem.json(["creditDays": 3, "creditMonthChanges": 1, "creditSum": .decimal("500.0"), "uid": 4217])
  }

  private func order(_ body: JSON) -> Response {
    guard case .string(let operation)? = body["operationId"], let sum = body["sum"] else {
      return ABillSSystem.refusal(21, "ERR_NO_SUM")
    }
    let text =
      switch sum {
      case .integer(let whole): String(whole)
      case .decimal(let text): text
      default: ""
      }
    guard let money = Money(decimalText: text, currency: .rub) else { return ABillSSystem.refusal(21, "ERR_NO_SUM") }
    orders.append((operation, money.minor))
    return ABillSSystem.json([
      "operationId": .string(operation), "transactionId": .string("9:" + operation),
      "url": .string("https://pay.example/" + operation),
    ])
  }

  private func change(_ body: JSON) -> Response {
    guard case .integer(let wanted)? = body["tpId"], [8, 9].contains(wanted) else {
      return ABillSSystem.refusal(4527, "Unknown tpId for change")
    }
    guard schedule == nil else { return ABillSSystem.refusal(4523, "Schedule for change already set") }
    guard tariff != wanted else { return ABillSSystem.refusal(4521, "This tpId already active in user") }
    switches += 1
    schedules += 1
    if body["period"] == 0 { tariff = Int(wanted) } else { schedule = (schedules, Int(wanted)) }
    return ABillSSystem.json(["id": .integer(Int64(schedules)), "result": "Successfully changed", "success": 1])
  }

  private func openTicket(_ body: JSON) -> Response {
    guard case .string(let subject)? = body["subject"], case .string(let text)? = body["message"] else {
      return ABillSSystem.refusal(21, "ERR_NO_MESSAGE")
    }
    tickets.append(Ticket(id: 54 + tickets.count, at: now, subject: subject, text: text))
    let id = JSON.integer(Int64(53 + tickets.count))
    return ABillSSystem.json(["affected": 0, "id": id, "insertId": id, "msgId": id, "total": 0])
  }

  private func startHold(_ body: JSON) -> Response {
    guard hold == nil else { return ABillSSystem.refusal(4410, "ERR_HOLDUP_EXISTS") }
    guard case .string(let from)? = body["fromDate"], case .string(let until)? = body["toDate"] else {
      return ABillSSystem.refusal(1_000_019, "ERR_HOLD_UP_MIN_PERIOD")
    }
    hold = (from, until)
    holdsStarted += 1
    return ABillSSystem.json(["msg": "HOLDUP_ADDED", "success": 1])
  }

  private func endHold() -> Response {
    guard hold != nil else { return ABillSSystem.refusal(4407, "ERR_NO_HOLDUP") }
    hold = nil
    holdsEnded += 1
    return ABillSSystem.json(["msg": "Holdup deleted", "success": 1])
  }

  private func reply(_ body: JSON) -> Response {
    guard case .string(let text)? = body["replyText"] else { return ABillSSystem.refusal(21, "ERR_NO_MESSAGE") }
    tickets[0].replies.append((now, 0, text))
    return ABillSSystem.json(["result": "OK"])
  }

  private func cancel() -> Response {
    guard schedule != nil else { return ABillSSystem.refusal(4525, "No schedule") }
    cancellations += 1
    schedule = nil
    return ABillSSystem.json(["success": 1, "uid": 4217])
  }
}
