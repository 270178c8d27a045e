import Domain
import JSON

/// Requests to the agent of Ubilling's userstats. There is no session: login and the password's MD5 travel in the address
/// of each request, so they go by `secretQuery` and are in nothing that is shown or kept.
final class UbillingSession {
  let address: Address
  private let transport: any Transport
  private let vault: any CredentialVault
  private let deadline: Int
  /// The provider's clock at the last answer.
  private(set) var serverTime: Timestamp?

  init(address: Address, transport: any Transport, vault: any CredentialVault, deadline: Int) {
    self.address = address
    self.transport = transport
    self.vault = vault
    self.deadline = deadline
  }

  /// Where the script lives: the address may name it or its folder.
  static func target(_ query: String, at address: Address) -> String {
    (address.path.hasSuffix(".php") ? "" : "/index.php") + "?" + query
  }

  /// A verb of the agent: what it answers, whatever that is.
  func agent(_ verb: String? = nil) throws -> Loose {
    try call("xmlagent=true&json=true" + (verb.map { "&\($0)=true" } ?? ""), verb ?? "userdata")
  }

  /// - Parameter name: what the answer is called in errors.
  func call(_ query: String, _ name: String) throws -> Loose {
    guard let stored = try vault.load(), stored.origin == address.origin, let login = stored.login,
      let hash = stored.token
    else { throw ProviderError.loginNeeded }
    let answer = try UbillingSession.call(
      query, name, login: login, hash: hash, address: address, transport: transport, deadline: deadline)
    serverTime = answer.serverTime
    return answer.value
  }

  static func call(
    _ query: String, _ name: String, login: String, hash: String, address: Address, transport: any Transport,
    deadline: Int
  ) throws -> (value: Loose, serverTime: Timestamp?) {
    var request = Request(
      "GET", target(query, at: address), headers: [("Accept", "application/json")], deadlineSeconds: deadline,
      limit: 64 << 20)
    request.secretQuery = [("uberlogin", login), ("uberpassword", hash)]
    let response = try transport.answer(request, from: address).hiding([hash], under: 200...)
    return (try UbillingAnswer.value(response, name), response.serverTime)
  }
}

/// What an installation said.
enum UbillingAnswer {
  /// - Throws: `.loginNeeded` for refused credentials, `.malformed` for HTML and the like, `.broken` and `.wait` by status.
  static func value(_ response: Response, _ name: String) throws(ProviderError) -> Loose {
    switch response.status {
    case 401: throw .loginNeeded
    case 429, 503: throw .wait(seconds: response.retryAfter)
    case 500...599: throw .broken(status: response.status)
    case 200...299: break
    default: throw .malformed("\(name): status \(response.status)")
    }
    if isRefusal(response.body) { throw .loginNeeded }
    guard let json = json(response.body) else {
      throw .malformed(response.body.first { $0 > 0x20 } == UInt8(ascii: "<") ? page(name) : "\(name): JSON is due")
    }
    // An installation that wants a key of its own beside the login.
    if json["reason"] == "wrong_uberauth" { throw .refused(UbillingReasons.keyNeeded) }
    return Loose(json, name)
  }

  /// The place of an error: a page came where JSON is due.
  static func page(_ name: String) -> String { "\(name): JSON is due, and a page came" }

  /// Older installations say it with status 200.
  static func isRefusal(_ body: [UInt8]) -> Bool {
    body.drop { $0 <= 0x20 || $0 >= 0x80 }.starts(with: "ERROR_WRONG_UBERAUTH".utf8)
  }

  /// An object or an array, also behind the warnings that a script's interpreter printed before it. Each of them names a
  /// line; what else stands before something that could be read is not a warning but a broken answer.
  private static func json(_ whole: [UInt8]) -> JSON? {
    // A script that an editor saved with a byte order mark sends it along.
    let body = whole.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(whole.dropFirst(3)) : whole
    if let json = container(body[...]) { return json }
    guard let last = body.last(where: { $0 > 0x20 }), last == UInt8(ascii: "}") || last == UInt8(ascii: "]") else {
      return nil
    }
    let starts = body.indices.dropFirst().filter { index in
      (body[index] == UInt8(ascii: "{") || body[index] == UInt8(ascii: "["))
        && (body[index - 1] == UInt8(ascii: ">") || body[index - 1] == 0x0A)
    }
    guard let first = starts.first, String(decoding: body[..<first], as: UTF8.self).contains(" on line ") else {
      return nil
    }
    return starts.prefix(20).lazy.compactMap { container(body[$0...]) }.first
  }

  private static func container(_ body: ArraySlice<UInt8>) -> JSON? {
    switch try? JSON(parsing: body) {
    case .some(let json):
      switch json {
      case .object, .array: json
      default: nil
      }
    case nil: nil
    }
  }
}
