import Domain
import JSON

/// The subscriber's own details, and what of them the installation lets one change.
struct ABillSProfile {
  private let reading: ABillSReading

  init(_ reading: ABillSReading) { self.reading = reading }

  static let path = "/user/pi/"

  /// The installation's names.
  private static func member(_ field: Profile.Field) -> String {
    switch field {
    case .name: "fio"
    case .phone: "phone"
    case .mobile: "cellPhone"
    case .email: "email"
    }
  }

  func current(_ person: Loose?) throws -> Profile? {
    guard let person else { return nil }
    return Profile(
      phones: ABillSProfile.texts(person["phone"]),
      mobiles: ABillSProfile.texts(person["cellPhone"]), emails: ABillSProfile.texts(person["email"]),
      contractDate: person["contractDate"].date, editable: try editable())
  }

  /// A list, one value, or nothing.
  private static func texts(_ value: Loose) -> [String] {
    if case .array? = value.json { return ((try? value.elements()) ?? []).compactMap(\.identity) }
    return value.identity.map { [$0] } ?? []
  }

  private func editable() throws -> [Profile.Field] {
    let configuration = try reading.configuration()
    guard !reading.missing.contains(.profile) else { return [] }
    guard case .object(let allowed)? = configuration["userChgPiAllowedParams"].json else {
      return Profile.Field.allCases
    }
    return Profile.Field.allCases.filter { allowed[ABillSProfile.member($0)] != nil }
  }

  func check(_ values: [Profile.Field: String]) throws -> Check {
    let editable = try editable()
    guard !reading.missing.contains(.profile) else { throw ProviderError.missing(.profile) }
    let isAllowed = values.keys.allSatisfy { editable.contains($0) }
    return Check(eligibility: Eligibility(available: isAllowed, reasons: isAllowed ? [] : [ProfileReasons.fixed]))
  }

  static func body(_ values: [Profile.Field: String], confirmation: String?) -> String {
    var members: [String: JSON] = [:]
    for (field, value) in values { members[member(field)] = .string(value) }
    if let confirmation { members[values[.email] == nil ? "phoneCode" : "emailCode"] = .string(confirmation) }
    return JSON.object(members).text
  }

  /// The installation says what it has changed, and leaves out what waits for a code: that it answers proves nothing.
  static func submission(_ answer: Loose, _ values: [Profile.Field: String], confirmation: String?) -> Submission {
    guard let result = answer["result"].text else { return .unknown(.malformedAnswer) }
    let changed = Set(result.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() })
    let isDone = values.keys.allSatisfy { changed.contains(member($0).lowercased()) }
    if isDone { return .done(reference: nil, link: nil) }
    let waits = answer["emailConfirmStatus"].json != nil || answer["phoneConfirmMessage"].json != nil
    guard waits else { return .refused(ProfileReasons.fixed) }
    return .refused(confirmation == nil ? ProfileReasons.codeNeeded : ProfileReasons.codeWrong)
  }

  /// Changed when all that was asked for is there.
  func trace(of values: [Profile.Field: String]) throws -> Settlement? {
    guard let person = try reading.person() else { return .unknown }
    let isThere = values.allSatisfy { ABillSProfile.texts(person[ABillSProfile.member($0.key)]).contains($0.value) }
    return isThere ? .done(reference: nil, link: nil) : nil
  }
}
