import Domain
import JSON

/// The native provider API v1.
///
/// Settling asks by key and never sends again; a 404 is `.unknown`, because the request may still be in a queue. The
/// caller goes on from there: the same intent submitted again (the key makes that harmless) or fenced.
package struct NativeProvider: Provider {
  private let session: NativeSession
  private let deadline: Int
  package let capabilities: Set<Capability> = Set(Capability.allCases)

  /// Two MiB for what a mutation or a check may answer.
  private static let smallAnswer = 2 << 20
  /// A feed of ten years is some 30 MB.
  private static let feedLimit = 512 << 20

  /// - Parameters:
  ///   - language: `ru` or `en`, for texts that the provider has in one language at a time.
  ///   - deadlineSeconds: for one exchange: 20 when a person waits, 60 for a timer.
  package init(
    address: Address, transport: any Transport, vault: any CredentialVault, language: String = "ru",
    deadlineSeconds: Int = 20
  ) {
    session = NativeSession(address: address, transport: transport, vault: vault, language: language)
    deadline = deadlineSeconds
  }

  package func accounts() throws -> [AccountBrief] {
    let json = try NativeProblem.json(try session.exchange(read("/v1/accounts")))
    return try NativeProblem.reading { () throws(FieldError) in
      let fields = try Fields(json, "accounts")
      var briefs: [AccountBrief] = []
      for element in try fields.array("accounts") {
        let account = try Fields(element, "accounts.account")
        briefs.append(
          AccountBrief(
            id: try account.string("id"), number: try account.string("number"),
            name: try account.optionalString("name") ?? ""))
      }
      return briefs
    }
  }

  package func changes(
    of account: String, since cursor: Cursor?, receive: (PullStep) throws -> Void
  ) throws -> Bool {
    try pull("/v1/accounts/\(Encoding.percent(account))/changes", since: cursor, receive)
  }

  package func articles(since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool {
    try pull("/v1/articles/changes", since: cursor, receive)
  }

  package func check(_ action: Action, for account: String) throws -> Check {
    let request = mutation("POST", "/v1/accounts/\(Encoding.percent(account))/checks", body: action.json.bytes)
    let json = try NativeProblem.json(try session.exchange(request))
    return try NativeProblem.reading { () throws(FieldError) in try Check(json: json) }
  }

  package func body(for action: Action, terms: Check?) -> String {
    JSON.members(["action": action.json, "quote": terms?.quote.map { .string($0) }]).text
  }

  package func submit(_ intent: Intent, for account: String) -> Submission {
    do {
      let request = mutation("PUT", target(of: intent, account), body: Array(intent.body.utf8))
      let response = try session.exchange(request)
      if NativeOutcome.isKeyReused(response), let known = try standing(intent, account) { return known }
      return NativeOutcome.submission(response, at: session.address)
    } catch ProviderError.noAnswer(.notSent(let cause)) {
      return .notSent(cause)
    } catch ProviderError.noAnswer(.unknown(let cause)) {
      return .unknown(cause)
    } catch ProviderError.loginNeeded {
      return .loginNeeded
    } catch is ProviderError {
      // The rest is thrown only while renewing the session, after a 401: nothing was done.
      return .notSent(.other)
    } catch {
      // The vault could not be read or written, which happens before the request or after a 401 too.
      return .notSent(.other)
    }
  }

  /// Another body was sent under this key: by another machine with the same script or rule, or by this one before its disk
  /// lost the intent. Was it the same action, on a quote of another moment, then what became of it is the outcome; to
  /// call it refused would be to deny a payment that was made. Nil when it was another action, or nobody can tell.
  private func standing(_ intent: Intent, _ account: String) throws -> Submission? {
    let response = try session.exchange(read(target(of: intent, account)))
    guard NativeOutcome.action(response) == intent.action else { return nil }
    return NativeOutcome.submission(response, at: session.address)
  }

  package func settle(_ intent: Intent, for account: String) throws -> Settlement {
    try NativeOutcome.settlement(
      try session.exchange(read(target(of: intent, account))), of: intent.action, at: session.address)
  }

  package func fence(_ intent: Intent, for account: String) throws -> Settlement {
    try NativeOutcome.settlement(
      try session.exchange(mutation("DELETE", target(of: intent, account), body: nil)), of: intent.action,
      at: session.address)
  }

  package func attachment(_ id: String, for account: String) throws -> [UInt8] {
    var request = read("/v1/accounts/\(Encoding.percent(account))/files/\(Encoding.percent(id))")
    request.headers = [("Accept", "*/*")]
    request.limit = 32 << 20
    let response = try session.exchange(request)
    guard response.status == 200 else { throw NativeProblem.error(response) }
    return response.body
  }

  private func target(of intent: Intent, _ account: String) -> String {
    "/v1/accounts/\(Encoding.percent(account))/intents/\(Encoding.percent(intent.key))"
  }

  private func read(_ target: String) -> Request {
    Request("GET", target, headers: [("Accept", "application/json")], deadlineSeconds: deadline)
  }

  private func mutation(_ method: String, _ target: String, body: [UInt8]?) -> Request {
    let type = body == nil ? [] : [("Content-Type", "application/json")]
    return Request(
      method, target, headers: [("Accept", "application/json")] + type, body: body, deadlineSeconds: deadline,
      limit: NativeProvider.smallAnswer)
  }

  private func pull(_ path: String, since cursor: Cursor?, _ receive: (PullStep) throws -> Void) throws -> Bool {
    var request = Request(
      "GET", path + (cursor.map { "?cursor=" + Encoding.percent($0.text) } ?? ""),
      headers: [("Accept", "application/x-ndjson")], deadlineSeconds: 600, limit: NativeProvider.feedLimit,
      stallSeconds: 20)
    if let text = cursor?.text, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 }) {
      request.headers.append(("If-None-Match", "\"\(text)\""))
    }
    var feed = NativeFeed()
    return try withoutActuallyEscaping(receive) { receive in
      let response = try session.exchange(request) { try feed.take($0, receive) }
      if response.status == 304, cursor != nil {
        try receive(.unchanged(serverTime: response.serverTime))
        return false
      }
      guard response.status == 200 else { throw NativeProblem.error(response) }
      try feed.finish(receive)
      return true
    }
  }
}
