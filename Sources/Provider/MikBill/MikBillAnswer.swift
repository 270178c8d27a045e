import JSON

/// What the cabinet of MikBiLL said: `{"success","code","data","message"}`.
enum MikBillAnswer {
  /// The data of an answer with the code 0.
  case value(Loose)
  case failed(code: Int64, text: String?)

  /// The session is over, or there was none.
  static let unauthorized: Int64 = 401
  static let noRoute: Int64 = 404

  /// - Throws: `.malformed` for HTML and the like, `.broken` and `.wait` by status.
  init(_ response: Response, _ path: String) throws(ProviderError) {
    if response.status == 503 || response.status == 429 { throw .wait(seconds: response.retryAfter) }
    if response.status >= 500 { throw .broken(status: response.status) }
    let answer = Loose(try? JSON(parsing: response.body), path)
    if response.status == 401 {
      self = .failed(code: MikBillAnswer.unauthorized, text: answer["message"].text)
      return
    }
    guard let code = answer["code"].integer else {
      guard response.status == 404 else { throw .malformed("\(path): an answer with a code is due") }
      self = .failed(code: MikBillAnswer.noRoute, text: nil)
      return
    }
    let isSaidNo = answer["success"].json.map { _ in !answer["success"].isTrue } ?? false
    guard code == 0, !isSaidNo, (200...299).contains(response.status) else {
      self = .failed(code: code == 0 ? Int64(response.status) : code, text: answer["message"].text)
      return
    }
    self = .value(answer["data"])
  }
}
