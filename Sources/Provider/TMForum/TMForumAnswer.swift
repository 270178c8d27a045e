import JSON

/// What one of the interfaces said: a resource or a list of them, or `{"code","reason","message","status"}`.
enum TMForumAnswer {
  /// - isPart: more follows (206), or all that there is, as far as `total` does not say otherwise.
  case value(Loose, total: Int?, isPart: Bool)
  /// There is no such interface or resource: 404, 405, 501.
  case absent
  case failed(status: Int, code: String, text: String?)

  static let unauthorized = 401

  /// - Throws: `.malformed` for HTML and the like, `.broken` and `.wait` by status.
  init(_ response: Response, _ path: String) throws(ProviderError) {
    let status = response.status
    if status == 503 || status == 429 { throw .wait(seconds: response.retryAfter) }
    if status == 404 || status == 405 || status == 501 {
      self = .absent
      return
    }
    if status >= 500 { throw .broken(status: status) }
    let answer = Loose(try? JSON(parsing: response.body), path)
    guard (200...299).contains(status) else {
      let code = answer["code"].text
      let text = [answer["message"].text, answer["reason"].text].compactMap { $0 }.first { $0.count < 500 }
      guard status == TMForumAnswer.unauthorized || code != nil || text != nil else {
        throw .malformed("\(path): an answer with a code is due")
      }
      self = .failed(status: status, code: code ?? String(status), text: text)
      return
    }
    guard answer.json != nil, answer.json != .null else { throw .malformed("\(path): a resource is due") }
    let total = response.headers["x-total-count"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    self = .value(answer, total: total, isPart: status == 206)
  }

  /// Whether an answer without a login is one of theirs. The list of who has accounts is closed, so it is a refusal with
  /// the two members that every error of theirs must have; where the gateway lets anybody in, a list of accounts.
  static func isRefusal(_ response: Response) -> Bool {
    guard let json = try? JSON(parsing: response.body) else { return false }
    switch response.status {
    case 401, 403:
      return Loose(json["code"], "").text != nil && Loose(json["reason"], "").text != nil && json["errno"] == nil
        && json["success"] == nil
    case 200, 206:
      guard case .array(let accounts) = json else { return false }
      return !accounts.isEmpty
        && accounts.allSatisfy { $0["id"] != nil && $0["name"] != nil && $0["relatedParty"] != nil }
    default: return false
    }
  }
}
