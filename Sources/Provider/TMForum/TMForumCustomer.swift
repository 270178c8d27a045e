import Domain
import JSON

/// The customer behind the account (TMF629): who it is, and how they are reached.
struct TMForumCustomer {
  private let view: TMForumAccount
  private let reading: TMForumReading
  private let row: Loose?

  init(_ reading: TMForumReading, _ view: TMForumAccount) throws {
    self.reading = reading
    self.view = view
    let customers = try reading.list(.customer, "customer", lacking: .profile) ?? []
    let party = view.party?["id"].identity
    row =
      customers.first { $0[list: "account"].contains { $0["id"].identity == view.id } }
      ?? customers.first { [$0["id"].identity, $0["engagedParty"]["id"].identity].contains(party) && party != nil }
  }

  /// The account's own party has a name where there is no customer.
  var holder: Account.Holder {
    let medium = row?[list: "contactMedium"].map { $0["characteristic"] }.first { $0["street1"].text != nil }
    let address = ["city", "street1", "street2"].compactMap { medium?[$0].text }.joined(separator: ", ")
    return Account.Holder(
      name: row?["name"].text ?? view.holderName, birthday: nil, address: address.isEmpty ? nil : address)
  }

  // MARK: - Ways to be reached

  private static let editable: [Profile.Field] = [.phone, .mobile, .email]

  /// Nil where no customer belongs to the account.
  var profile: Profile? {
    row.map { row in
      Profile(
        phones: values(row, .phone), mobiles: values(row, .mobile), emails: values(row, .email),
        editable: TMForumCustomer.editable)
    }
  }

  private func values(_ row: Loose, _ field: Profile.Field) -> [String] {
    row[list: "contactMedium"].filter { TMForumCustomer.field(of: $0) == field }
      .compactMap { $0["characteristic"][TMForumCustomer.member(field)].text }
  }

  private static func member(_ field: Profile.Field) -> String { field == .email ? "emailAddress" : "phoneNumber" }

  /// By what it holds; a telephone is a mobile one where its type says so.
  private static func field(of medium: Loose) -> Profile.Field? {
    let facts = medium["characteristic"]
    if facts["emailAddress"].text != nil { return .email }
    guard facts["phoneNumber"].text != nil else { return nil }
    let type = [medium["mediumType"].text, facts["contactType"].text].compactMap { $0?.lowercased() }.joined()
    return type.contains("mobile") || type.contains("cell") ? .mobile : .phone
  }

  func check(_ values: [Profile.Field: String]) throws -> Check {
    guard row?["id"].identity != nil else { throw ProviderError.missing(.profile) }
    let isAllowed = values.keys.allSatisfy { TMForumCustomer.editable.contains($0) }
    return Check(eligibility: Eligibility(available: isAllowed, reasons: isAllowed ? [] : [ProfileReasons.fixed]))
  }

  static func body(_ values: [Profile.Field: String]) -> JSON {
    .object(Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, .string($0.value)) }))
  }

  /// What a PATCH names it replaces, so the other ways to be reached go along, as they are now.
  static func submit(
    _ values: [Profile.Field: String], _ intent: Intent, _ reading: TMForumReading, _ account: String
  ) throws -> Submission {
    guard let row = try TMForumCustomer(reading, try reading.view(of: account)).row, let id = row["id"].identity else {
      return .refused(ProfileReasons.fixed)
    }
    var media = row[list: "contactMedium"].compactMap(\.json)
    for field in editable {
      guard let value = values[field] else { continue }
      let place = media.firstIndex { self.field(of: Loose($0, "contactMedium")) == field }
      let changed = medium(place.map { media[$0] } ?? new(field), field, value)
      if let place { media[place] = changed } else { media.append(changed) }
    }
    let body = JSON.members(["engagedParty": row["engagedParty"].json, "contactMedium": .array(media)])
    return TMForumProvider.submission(
      try reading.session.call("PATCH", .customer, "/customer/" + Encoding.percent(id), body: body.text), of: intent)
  }

  private static func new(_ field: Profile.Field) -> JSON {
    let type: JSON = field == .email ? "email" : field == .mobile ? "mobile phone" : "phone"
    return ["mediumType": type, "characteristic": [:]]
  }

  private static func medium(_ medium: JSON, _ field: Profile.Field, _ value: String) -> JSON {
    guard case .object(var members) = medium, case .object(var facts) = members["characteristic"] ?? [:] else {
      return medium
    }
    facts[member(field)] = .string(value)
    members["characteristic"] = .object(facts)
    return .object(members)
  }

  /// Changed when all that was asked for is there.
  func trace(of values: [Profile.Field: String]) throws -> Settlement? {
    guard let row else { return .unknown }
    let isThere = values.allSatisfy { self.values(row, $0.key).contains($0.value) }
    return isThere ? .done(reference: nil, link: nil) : nil
  }
}
