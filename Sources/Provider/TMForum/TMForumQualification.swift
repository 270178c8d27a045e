import Domain
import JSON

/// What an account may order (TMF679): asked for many offerings in one task, which changes nothing.
struct TMForumQualification {
  private let reading: TMForumReading

  init(_ reading: TMForumReading) { self.reading = reading }

  /// By offering; empty where nobody answers such questions.
  ///
  /// - Parameter product: what the offering would take the place of.
  func ask(_ offerings: [String], instead product: String?, _ view: TMForumAccount) throws -> [String: Eligibility] {
    var answers: [String: Eligibility] = [:]
    for start in stride(from: 0, to: offerings.count, by: TMForumQualification.mostItems) {
      let some = offerings[start..<min(start + TMForumQualification.mostItems, offerings.count)]
      answers.merge(try ask(some: Array(some), instead: product, view)) { first, _ in first }
    }
    return answers
  }

  /// A task for all of a large catalogue would be longer than gateways take.
  private static let mostItems = 100

  private func ask(
    some offerings: [String], instead product: String?, _ view: TMForumAccount
  ) throws -> [String: Eligibility] {
    let task = TMForumQualification.task(offerings, instead: product)
    let path = "/productOfferingQualification"
    switch try reading.session.call("POST", .qualification, path, body: task.text) {
    case .absent: return [:]
    case .failed(let status, let code, let text):
      // Not for this login; the order itself will say.
      guard status != 403 else { return [:] }
      throw ProviderError.refused(TMForumReasons.reason(code, text))
    case .value(let answer, _, _):
      let items = answer[list: "productOfferingQualificationItem"]
      return Dictionary(
        items.compactMap { item in
          offering(of: item, offerings).map { ($0, TMForumQualification.eligibility(item, view)) }
        }
      ) { first, _ in first }
    }
  }

  private static func task(_ offerings: [String], instead product: String?) -> JSON {
    let items: [JSON] = offerings.enumerated().map { number, offering in
      .members([
        "id": .string(String(number + 1)), "action": product == nil ? "add" : "modify",
        "product": product.map { ["id": .string($0)] }, "productOffering": ["id": .string(offering)],
      ])
    }
    return [
      "instantSyncQualification": true, "provideUnavailabilityReason": true, "provideOnlyAvailable": false,
      "productOfferingQualificationItem": .array(items),
    ]
  }

  /// Named in the item, or told by the number that we gave it.
  private func offering(of item: Loose, _ offerings: [String]) -> String? {
    if let id = item["productOffering"]["id"].identity { return id }
    return item["id"].integer.flatMap { (1...Int64(offerings.count)).contains($0) ? offerings[Int($0) - 1] : nil }
  }

  private static func eligibility(_ item: Loose, _ view: TMForumAccount) -> Eligibility {
    let reasons = item[list: "eligibilityUnavailabilityReason"].map { reason in
      TMForumReasons.reason(reason["code"].text ?? "unavailable", reason["label"].text)
    }
    let from = item[list: "alternateProductOfferingProposal"].lazy
      .compactMap { $0["alternateActivationDate"].time(view.utcOffset)?.date(utcOffset: view.utcOffset) }.first
    let result = item["qualificationItemResult"].text?.lowercased()
    if result == "qualified", reasons.isEmpty { return Eligibility(available: true) }
    let isOver = result != nil || ["done", "terminatedWithError"].contains(item["state"].text)
    guard isOver || !reasons.isEmpty else {
      return Eligibility(available: false, reasons: [TMForumReasons.pending])
    }
    if result == nil, reasons.isEmpty, item["state"].text == "done" { return Eligibility(available: true) }
    let errors = item[list: "terminationError"].compactMap { error in
      error["value"].text.map { TMForumReasons.reason(error["id"].text ?? "unavailable", $0) }
    }
    let said = reasons + errors
    return Eligibility(
      available: false, availableFrom: from, reasons: said.isEmpty ? [TMForumReasons.unqualified] : said)
  }
}
