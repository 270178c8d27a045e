import Domain
import JSON

/// Answers that are not what was asked for (RFC 9457 problems and bare statuses), told as errors of the port.
enum NativeProblem {
  /// The provider's refusal in its own words; nil where the answer is not a problem document with a code.
  static func reason(_ response: Response) -> Reason? {
    guard (response.headers["content-type"] ?? "").lowercased().contains("json"),
      let json = try? JSON(parsing: response.body), case .string(let code)? = json["code"], !code.isEmpty
    else { return nil }
    let texts = ["detail", "title"].compactMap { name in json[name].flatMap { try? LocalizedText(json: $0) } }
    let label = texts.first { !$0.text(in: "ru").isEmpty } ?? LocalizedText(code)
    return Reason(code: code, label: label, remedy: json["remedy"].flatMap { try? LocalizedText(json: $0) })
  }

  /// The error for a read that was not answered with 2xx, or whose body cannot be used.
  static func error(_ response: Response) -> ProviderError {
    let reason = reason(response)
    switch response.status {
    case 401: return .loginNeeded
    case 404 where reason?.code == "account-unknown": return .unknownAccount
    case 410: return .cursorGone
    case 429, 503: return .wait(seconds: response.retryAfter)
    case 500...599: return .broken(status: response.status)
    case 400...499: return reason.map { .refused($0) } ?? .malformed("status \(response.status) without a problem")
    default: return .malformed("status \(response.status), a JSON object is due")
    }
  }

  /// The JSON of a 200.
  static func json(_ response: Response) throws(ProviderError) -> JSON {
    guard response.status == 200 else { throw error(response) }
    do throws(JSONError) {
      return try JSON(parsing: response.body)
    } catch {
      throw .malformed("answer: \(error.reason.rawValue) at byte \(error.offset)")
    }
  }

  /// Reads a value, with the place named where it is not as defined.
  static func reading<T>(_ body: () throws(FieldError) -> T) throws(ProviderError) -> T {
    do throws(FieldError) {
      return try body()
    } catch {
      throw .malformed(error.description)
    }
  }
}
