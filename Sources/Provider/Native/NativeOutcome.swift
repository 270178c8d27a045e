import Domain
import JSON

/// What an answer about an intent proves. The default is: nothing.
enum NativeOutcome {
  private enum State {
    case done(reference: String?, link: String?)
    case accepted(link: String?)
    case rejected(Reason)
    case fenced
  }

  /// - 409: the key is known and in flight, so asking again by key is right: accepted.
  /// - 429: by contract an answer before any work: not sent. 503 has no such promise: unknown.
  /// - 4xx counts as a refusal only with a problem document; a bare page may come from anything on the way.
  static func submission(_ response: Response, at address: Address) -> Submission {
    switch response.status {
    case 200, 201, 202: return submission(state(response, address), retryAfter: response.retryAfter)
    case 401: return .loginNeeded
    case 409: return .accepted(link: nil, retryAfter: response.retryAfter)
    case 429: return .notSent(.other)
    case 400...499: return NativeProblem.reason(response).map { .refused($0) } ?? .unknown(.malformedAnswer)
    default: return .unknown(response.status >= 500 ? .other : .malformedAnswer)
    }
  }

  private static func submission(_ state: State?, retryAfter: Int?) -> Submission {
    switch state {
    case .done(let reference, let link): .done(reference: reference, link: link)
    case .accepted(let link): .accepted(link: link, retryAfter: retryAfter)
    case .rejected(let reason): .refused(reason)
    case .fenced: .refused(fenced)
    case nil: .unknown(.malformedAnswer)
    }
  }

  static func isKeyReused(_ response: Response) -> Bool {
    response.status == 422 && NativeProblem.reason(response)?.code == keyReused.code
  }

  /// What was asked for under the key, where the provider says it.
  static func action(_ response: Response) -> Action? {
    guard (200...202).contains(response.status), let json = try? JSON(parsing: response.body) else { return nil }
    return json["action"].flatMap { try? Action(json: $0) }
  }

  /// - Throws: `ProviderError` where the provider could not be asked.
  static func settlement(
    _ response: Response, of ours: Action, at address: Address
  ) throws(ProviderError) -> Settlement {
    switch response.status {
    case 200, 201, 202:
      // Whatever became of it, it is not ours: a key serves one action.
      if let action = action(response), action != ours { return .refused(keyReused) }
      switch state(response, address) {
      case .done(let reference, let link): return .done(reference: reference, link: link)
      case .accepted(let link): return .accepted(link: link)
      case .rejected(let reason): return .refused(reason)
      case .fenced: return .notExecuted
      case nil: throw .malformed("intent: a state is due")
      }
    case 404 where NativeProblem.reason(response)?.code == "account-unknown": throw .unknownAccount
    case 404, 409: return .unknown
    default: throw NativeProblem.error(response)
    }
  }

  private static func state(_ response: Response, _ address: Address) -> State? {
    guard let json = try? JSON(parsing: response.body), let fields = try? Fields(json, "intent") else { return nil }
    let link = text(fields["link"]).flatMap { Link.resolved($0, at: address) }
    switch try? fields.string("state") {
    case "done": return .done(reference: text(fields["reference"]), link: link)
    case "accepted": return .accepted(link: link)
    case "rejected":
      guard let reason: Reason = try? fields.value("reason") else { return nil }
      return .rejected(reason)
    case "fenced": return .fenced
    default: return nil
    }
  }
  private static func text(_ json: JSON?) -> String? {
    guard case .string(let text)? = json else { return nil }
    return text
  }

  private static let keyReused = Reason(
    code: "key-reused",
    label: LocalizedText(
      russian: "Этим ключом названа другая операция", english: "This key stands for another operation"))

  private static let fenced = Reason(
    code: "fenced",
    label: LocalizedText(russian: "Операция отменена до исполнения", english: "Cancelled before it was carried out"))
}
