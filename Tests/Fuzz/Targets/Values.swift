import Domain
import JSON

@testable import Provider

/// The payloads of the native API: a JSON object whose only member names what it is, `{"tariff":{...}}`.
enum Values {
  static func feed(_ bytes: [UInt8]) {
    guard case .object(let members)? = try? JSON(parsing: bytes) else { return }
    for (name, json) in members { kinds[name]?(json) }
  }

  private static let kinds: [String: @Sendable (JSON) -> Void] = [
    "account": { whole(Account.self, $0) }, "tariff": { whole(Tariff.self, $0) }, "check": { whole(Check.self, $0) },
    "incident": { whole(Incident.self, $0) }, "entry": { whole(LedgerEntry.self, $0) },
    "notice": { whole(Notice.self, $0) }, "method": { whole(PaymentMethod.self, $0) },
    "article": { whole(Article.self, $0) }, "intent": { whole(Intent.self, $0) }, "action": { whole(Action.self, $0) },
    "rule": { whole(AutopayRule.self, $0) }, "claim": { whole(AutopayClaim.self, $0) },
    "trustPayment": { whole(TrustPayment.self, $0) }, "eligibility": { whole(Eligibility.self, $0) },
    "charges": { whole(ChargePlan.self, $0) }, "text": { whole(LocalizedText.self, $0) },
    "credentials": { whole(Credentials.self, $0) },
  ]

  private static func whole<Value: JSONConvertible>(_ type: Value.Type, _ json: JSON) {
    guard let value = try? Value(json: json) else { return }
    let written = value.json
    hold((try? Value(json: written))?.json == written, "a \(type) is written as it was read")
  }
}
