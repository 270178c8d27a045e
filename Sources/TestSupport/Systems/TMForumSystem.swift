import Domain
import JSON
import Provider

/// A small gateway with the open interfaces of the TM Forum and one subscriber behind it.
///
/// Every answer of it satisfies the documents; a test holds it to them.
package final class TMForumSystem: FakeSystem {
  package let dialect = Dialect.tmforum
  package let login = "petrova"
  package let password = "correct horse battery"
  package let accountID = "BA-100200"
  package let editsThePast = true
  package var now: Timestamp
  /// Resources that this installation lacks.
  package var missing: Set<String> = []
  /// What is answered instead, by resource.
  package var instead: [String: JSON] = [:]
  /// Members of a list that are given at once, whatever is asked for; nil for as many as are asked for.
  package var pageCap: Int?
  /// The offset is paid no heed to.
  package var ignoresOffset = false
  /// Whether the total of a list is told, and its parts are told to be parts.
  package var tellsTotals = true
  /// Whether what a client calls its own request is kept.
  package var keepsKeys = true
  /// Whether the gateway publishes a token endpoint; without one it takes `fixedToken`.
  package var hasTokenEndpoint = true
  package let fixedToken = "opaque-token-of-the-provider"
  /// Where payments are: the document has them outside the folder of the others.
  package var paymentPlace = "payment/v4"
  /// Where it is reached.
  package var origin = "https://my.provider.example"

  static let utcOffset = 180
  private var token = ""
  private var refreshToken = ""
  private var tokens = 0

  var cash: Int64 = 0
  var entries: [Entry] = []
  var payments: [JSON] = []
  var offering = "home-100"
  var orders: [JSON] = []
  var cancellations: [JSON] = []
  var tickets: [JSON] = []
  var contacts: JSON = []
  var ruleStatus = "created"
  var vouchers: Set<String> = ["7700-1122"]
  private var done: [Action.Kind: Int] = [:]

  struct Entry {
    enum Journal { case topUp, recurring, once }
    let id: String
    let journal: Journal
    let at: Timestamp
    let minor: Int64
    let note: String?
    var voucher: String?
  }

  package init(changePlanned: Bool = false, now: Timestamp = Timestamp(seconds: 1_795_251_600)) {
    self.now = now
    let day: Int64 = 86_400
    enter(1000_50, at: now.adding(seconds: -80 * day))
    enter(-500_00, at: now.adding(seconds: -51 * day))
    enter(700_00, at: now.adding(seconds: -30 * day))
    enter(-500_00, at: now.adding(seconds: -20 * day))
    enter(-35_00, at: now.adding(seconds: -3 * day), .once)
    if changePlanned { plan() }
    tickets = [firstTicket]
    contacts = firstContacts
  }

  package var possible: [Action] {
    let change: Action = orders.isEmpty ? .switchTariff(id: "home-300", when: .now) : .cancelTariffChange
    return [
      .pay(amount: Money(minor: 250_50, currency: .rub), method: "card-1"), change,
      .openTicket(subject: "Скорость", text: "Не больше 10 Мбит/с\nс вечера", topic: nil),
      .replyTicket(id: "TT-1", text: "И сейчас тоже"), .closeTicket(id: "TT-1"),
      .redeemVoucher(code: "7700-1122", serial: nil), .stopAutopayment(id: "AT-1"),
      .setProfile([.email: "new@mail.example", .mobile: "+79005550001"], confirmation: nil),
    ]
  }

  package func effects(_ kind: Action.Kind) -> Int { done[kind] ?? 0 }
  func count(_ kind: Action.Kind) { done[kind, default: 0] += 1 }

  package func endSessions() {
    token = "ended"
    refreshToken = "ended"
  }

  package func payOnPage(_ amount: Money) { enter(amount.minor, at: now) }
  package func post(_ amount: Money) { enter(amount.minor, at: now) }
  package func postLate(_ amount: Money) { enter(amount.minor, at: now.adding(seconds: -5 * 86_400)) }
  package func forgetOldest() { entries.removeFirst() }

  func enter(
    _ minor: Int64, at moment: Timestamp, _ charge: Entry.Journal = .recurring, note: String? = nil,
    voucher: String? = nil
  ) {
    entries.append(
      Entry(
        id: String(500 + entries.count), journal: minor > 0 ? .topUp : charge, at: moment, minor: minor, note: note,
        voucher: voucher))
    cash += minor
  }

  // MARK: - The gateway

  package func answer(_ request: Request) -> Response {
    let parts = request.target.split(separator: "?", maxSplits: 1).map(String.init)
    let path = parts[0].split(separator: "/").map { String($0).replacing("%20", with: " ") }
    if path.first == ".well-known" { return hasTokenEndpoint ? metadata : TMForumSystem.error(404, "Not found") }
    if path == ["oauth2", "token"] { return newToken(TMForumSystem.pairs(request.body ?? [])) }
    let given = request.headers.first { $0.name.lowercased() == "authorization" }?.value
    let valid = hasTokenEndpoint ? token : fixedToken
    guard given == "Bearer " + valid, !valid.isEmpty else { return TMForumSystem.error(401, "No valid token") }
    let place = path.prefix { $0 != "v4" }.joined(separator: "/") + "/v4"
    let rest = path.drop { $0 != "v4" }.dropFirst()
    guard let resource = rest.first, (TMForumSystem.places[resource] ?? paymentPlace) == place,
      !missing.contains(resource)
    else {
      return TMForumSystem.error(404, "Not found")
    }
    let body = request.body.flatMap { try? JSON(parsing: $0) }
    if let json = instead[resource] { return TMForumSystem.json(200, json) }
    switch (request.method, rest.dropFirst().first) {
    case ("GET", nil): return page(of: list(resource), TMForumSystem.pairs(Array((parts.dropFirst().first ?? "").utf8)))
    case ("GET", let id?): return one(resource, id)
    case ("POST", nil): return create(resource, body ?? .null)
    case ("PATCH", let id?): return update(resource, id, body ?? .null)
    default: return TMForumSystem.error(405, "Method not allowed")
    }
  }

  /// The folder of each resource's interface, as the documents have it.
  private static let places: [String: String] = {
    var places: [String: String] = [:]
    for (folder, resources) in [
      "accountManagement": ["billingAccount"], "customerManagement": ["customer"],
      "prepayBalanceManagement": ["bucket", "topupBalance", "adjustBalance", "transferBalance"],
      "paymentMethod": ["paymentMethod"], "customerBillManagement": ["customerBill", "appliedCustomerBillingRate"],
      "productCatalogManagement": ["productOffering", "productOfferingPrice"], "productInventory": ["product"],
      "productOfferingQualification": ["productOfferingQualification"],
      "productOrderingManagement": ["productOrder", "cancelProductOrder"], "troubleTicket": ["troubleTicket"],
      "serviceProblemManagement": ["serviceProblem"], "promotionManagement": ["promotion"],
      "communicationManagement": ["communicationMessage"],
    ] {
      for resource in resources { places[resource] = "tmf-api/\(folder)/v4" }
    }
    return places
  }()

  private func page(of list: [JSON], _ query: [String: String]) -> Response {
    let offset = ignoresOffset ? 0 : Int(query["offset"] ?? "") ?? 0
    let limit = min(Int(query["limit"] ?? "") ?? 20, pageCap ?? .max)
    let members = Array(list.dropFirst(offset).prefix(limit))
    guard tellsTotals else { return TMForumSystem.json(200, .array(members)) }
    let status = offset + members.count < list.count ? 206 : 200
    let headers = ["x-total-count": String(list.count), "x-result-count": String(members.count)]
    return TMForumSystem.json(status, .array(members), headers)
  }

  private func one(_ resource: String, _ id: String) -> Response {
    let found = list(resource).first { $0["id"] == .string(id) }
    return found.map { TMForumSystem.json(200, $0) } ?? TMForumSystem.error(404, "Not found")
  }

  // MARK: - Tokens

  private var metadata: Response {
    TMForumSystem.json(
      200,
      [
        "issuer": .string(origin), "token_endpoint": .string(origin + "/oauth2/token"),
        "grant_types_supported": ["password", "refresh_token"],
      ])
  }

  private func newToken(_ form: [String: String]) -> Response {
    let isKnown =
      switch form["grant_type"] {
      case "password": form["username"] == login && form["password"] == password.replacing(" ", with: "%20")
      case "refresh_token": form["refresh_token"] == refreshToken
      default: false
      }
    guard isKnown else { return TMForumSystem.json(400, ["error": "invalid_grant"]) }
    tokens += 1
    token = "access-token-\(tokens)"
    refreshToken = "refresh-token-\(tokens)"
    return TMForumSystem.json(
      200,
      [
        "access_token": .string(token), "token_type": "Bearer", "expires_in": 3600,
        "refresh_token": .string(refreshToken),
      ])
  }

  // MARK: - Spelling

  private static func pairs(_ text: [UInt8]) -> [String: String] {
    var pairs: [String: String] = [:]
    for pair in String(decoding: text, as: UTF8.self).split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
      if halves.count == 2 { pairs[halves[0]] = halves[1] }
    }
    return pairs
  }

  static func json(_ status: Int, _ json: JSON, _ headers: [String: String] = [:]) -> Response {
    Response(
      status: status, headers: headers.merging(["content-type": "application/json;charset=utf-8"]) { $1 },
      body: json.bytes)
  }

  static func error(_ status: Int, _ message: String, code: String? = nil) -> Response {
    json(
      status,
      [
        "code": .string(code ?? String(status)), "reason": .string(message), "message": .string(message),
        "status": .string(String(status)),
      ])
  }

  static func time(_ moment: Timestamp) -> JSON {
    .string(moment.wall(utcOffset).replacing(" ", with: "T") + "+03:00")
  }
}
