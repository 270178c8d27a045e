import Domain
import FoundationEssentials
import JSON
import Provider

/// A small Ubilling with one subscriber: the agent of its userstats, and the module that gives credit.
package final class UbillingSystem: FakeSystem {
  package let dialect = Dialect.ubilling
  package let login = "ivanov"
  package let password = "пароль-12"
  package let accountID = "ivanov"
  package let editsThePast = true
  package var now: Timestamp
  /// Verbs that this installation does not know.
  package var missing: Set<String> = []
  /// What is answered instead, by verb; `user` without a verb, `creditor` for the module.
  package var instead: [String: String] = [:]

  static let utcOffset = 180
  static let price: Int64 = 5_00
  private(set) var credit: Int64 = 0
  private var creditsTaken = 0
  private(set) var payments: [Row] = []
  private(set) var charges: [Row] = []
  private(set) var cash: Int64 = 0

  private(set) var isFrozen = false
  private(set) var hasReadAll = false
  private var freezings = 0
  private var thawings = 0
  private var messages: [Message] = []

  private struct Message {
    let at: Timestamp
    let from: String?
    let reply: String?
    let text: String
  }

  struct Row {
    let at: Timestamp
    let minor: Int64
    let before: Int64
    var note = ""
    var type = "mainsrv"
  }

  package init(inDebt: Bool = false, isFrozen: Bool = false, now: Timestamp = Timestamp(seconds: 1_795_251_600)) {
    self.now = now
    self.isFrozen = isFrozen
    let day: Int64 = 86_400
    enter(500_00, at: now.adding(seconds: -61 * day))
    enter(-500_00, at: now.adding(seconds: -51 * day))
    enter(700_50, at: now.adding(seconds: -30 * day))
    enter(-500_00, at: now.adding(seconds: -20 * day))
    messages = [
      Message(at: now.adding(seconds: -day), from: login, reply: nil, text: "Нет связи"),
      Message(at: now.adding(seconds: -day / 2), from: nil, reply: "1", text: "Проверили линию"),
    ]
    if inDebt { enter(-320_50, at: now.adding(seconds: -2 * day), type: "other") }
  }

  package var possible: [Action] {
    let pay = Action.pay(amount: Money(minor: 250_50, currency: .rub), method: "liqpay")
    let write: [Action] = [
      .openTicket(subject: "Скорость", text: "Не больше 10 Мбит/с\nс вечера", topic: nil),
      .replyTicket(id: "1", text: "И сейчас тоже"),
      isFrozen ? .cancelHold : .startHold(from: nil, until: nil), .readNotices,
    ]
    return cash < 0 ? [pay, .takeTrustPayment] : [pay] + write
  }

  package func effects(_ kind: Action.Kind) -> Int {
    switch kind {
    case .takeTrustPayment: creditsTaken
    case .startHold: freezings
    case .cancelHold: thawings
    case .readNotices: hasReadAll ? 1 : 0
    case .openTicket: messages.count { $0.reply == nil } - 1
    case .replyTicket: messages.count { $0.reply != nil && $0.from == login }
    default: 0
    }
  }

  /// Each request brings its login.
  package func endSessions() {}

  package func payOnPage(_ amount: Money) { enter(amount.minor, at: now) }
  package func post(_ amount: Money) { enter(amount.minor, at: now) }
  package func postLate(_ amount: Money) { enter(amount.minor, at: now.adding(seconds: -5 * 86_400)) }
  package func forgetOldest() { payments.removeFirst() }

  private func enter(_ minor: Int64, at moment: Timestamp, type: String = "mainsrv") {
    let row = Row(at: moment, minor: minor, before: cash, note: minor < 0 ? "Интернет" : "", type: type)
    cash += minor
    if minor > 0 { payments.append(row) } else { charges.append(row) }
  }

  // MARK: - Answers

  package func answer(_ request: Request) -> Response {
    let query = UbillingSystem.query(request.wireTarget)
    guard query["uberlogin"] == login, query["uberpassword"] == UbillingSystem.hash else {
      return Response(
        status: 401, headers: ["content-type": "text/html"], body: Array("ERROR_WRONG_UBERAUTH".utf8))
    }
    if query["module"] == "creditor" { return spoken("creditor") ?? UbillingSystem.json(creditor(query)) }
    guard query["xmlagent"] == "true", query["json"] == "true" else {
      return Response(status: 200, body: Array("<!doctype html><title>userstats</title>".utf8))
    }
    if query["ticketcreate"] == "true" { return write(query) }
    if query["annreadall"] == "true" {
      hasReadAll = true
      return UbillingSystem.json([])
    }
    if query["dofreeze"] == "true" || query["dounfreeze"] == "true" { return freeze(query["dofreeze"] == "true") }
    let verb = query.keys.first { UbillingSystem.verbs.contains($0) && !missing.contains($0) }
    return spoken(verb ?? "user") ?? UbillingSystem.json(fact(verb))
  }

  private func spoken(_ verb: String) -> Response? {
    instead[verb].map { Response(status: 200, headers: ["content-type": "text/html"], body: Array($0.utf8)) }
  }

  /// The MD5 of the password, by another implementation.
  private static let hash = "e382e04efc90ecbee2f0adb050b392c5"

  private static let verbs: Set<String> = [
    "payments", "feecharges", "announcements", "opayz", "tariffvservices", "activetariffsvservices",
    "tarifftoswitchallowed", "freezedata", "justauth", "tickets",
  ]

  static func json(_ json: JSON) -> Response {
    Response(status: 200, headers: ["content-type": "application/json; charset=UTF-8"], body: json.bytes)
  }

  private static func query(_ target: String) -> [String: String] {
    var pairs: [String: String] = [:]
    for pair in target.drop(while: { $0 != "?" }).dropFirst().split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
      if halves.count == 2 { pairs[halves[0]] = halves[1] }
    }
    return pairs
  }

  private func freeze(_ wanted: Bool) -> Response {
    guard isFrozen != wanted else { return UbillingSystem.json(["result": "Error", "message": "nothing to do"]) }
    isFrozen = wanted
    if wanted { freezings += 1 } else { thawings += 1 }
    return UbillingSystem.json(["result": "Success", "message": ""])
  }

  // MARK: - Helpdesk

  private func write(_ query: [String: String]) -> Response {
    let escapes = [("%2B", "+"), ("%2F", "/"), ("%3D", "=")]
    let text = escapes.reduce(query["tickettext"] ?? "") { $0.replacing($1.0, with: $1.1) }
    let bytes = Data(base64Encoded: text) ?? Data()
    messages.append(
      Message(at: now, from: login, reply: query["reply_id"], text: String(decoding: bytes, as: UTF8.self)))
    return UbillingSystem.json(["created": "success", "id": .integer(Int64(messages.count))])
  }

  var tickets: JSON {
    .array(
      messages.enumerated().map { index, message in
        let wall = message.at.adding(seconds: Int64(UbillingSystem.utcOffset) * 60).text
        return [
          "id": .string(String(index + 1)), "date": .string(wall.prefix(10) + " " + wall.dropFirst(11).prefix(8)),
          "from": message.from.map { .string($0) } ?? .null, "to": message.from == nil ? .string(login) : .null,
          "replyid": message.reply.map { .string($0) } ?? .null, "status": "0", "text": .string(message.text),
        ]
      })
  }

  // MARK: - Credit

  private func creditor(_ query: [String: String]) -> JSON {
    let status: Int64 = credit > 0 ? 3 : creditsTaken > 0 ? 9 : cash >= 0 ? 5 : cash < -500_00 ? 6 : 0
    if status == 0, query["justcheck"] == nil {
      creditsTaken += 1
      credit = 500_00 + UbillingSystem.price
      payments.append(Row(at: now, minor: -UbillingSystem.price, before: cash))
      cash -= UbillingSystem.price
    }
    return [
      "status": .integer(status), "message": .string(status == 0 ? "success" : "refused"), "fullmessage": "",
      "minday": "1", "maxday": "31", "creditterm": .string(status == 0 ? "31" : "3"), "creditprice": "5",
      "currency": "RUB", "creditintro": "Если случилось так…",
    ]
  }
}
