import JSON

/// What an ABillS installation said, once it is known to be JSON.
enum ABillSAnswer {
  case value(Loose)
  /// `errno` or `error` with its text, under whatever HTTP status.
  case failed(code: Int64, text: String?)

  /// The session is over, or there was none.
  static let accessDenied: Int64 = 10

  /// - Throws: `.malformed` for HTML and the like, `.broken` and `.wait` by status.
  init(_ response: Response, _ path: String) throws(ProviderError) {
    // A script that died half way may leave any body behind; its status is what counts.
    if response.status == 503 { throw .wait(seconds: response.retryAfter) }
    if response.status >= 500 { throw .broken(status: response.status) }
    let json = try? JSON(parsing: response.body)
    if let json, let failure = ABillSAnswer.failure(Loose(json, path)) {
      self = failure
      return
    }
    switch response.status {
    case 200...299:
      guard let json, ABillSAnswer.isContainer(json) else { throw .malformed("\(path): JSON is due") }
      self = .value(Loose(json, path))
    case 401: self = .failed(code: ABillSAnswer.accessDenied, text: nil)
    case 404: self = .failed(code: ABillSReasons.noRoute, text: nil)
    case 429: throw .wait(seconds: response.retryAfter)
    default: throw .malformed("\(path): status \(response.status) without an error code")
    }
  }

  /// Lists hold an `error` text of their own in each element; a code is always a number at the top.
  private static func failure(_ answer: Loose) -> ABillSAnswer? {
    for key in ["errno", "error"] {
      guard let code = answer[key].integer, code != 0 else { continue }
      return .failed(code: code, text: answer["errstr"].text ?? answer["errmsg"].text)
    }
    return nil
  }

  private static func isContainer(_ json: JSON) -> Bool {
    switch json {
    case .object, .array: true
    default: false
    }
  }
}
