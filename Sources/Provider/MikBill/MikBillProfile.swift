import Domain

/// How the subscriber can be reached, from the card, and what of it the cabinet lets one change.
struct MikBillProfile {
  private let user: MikBillUser

  init(_ user: MikBillUser) { self.user = user }

  static let path = "/user"

  /// The cabinet's names; it has no call that changes the name.
  private static func member(_ field: Profile.Field) -> String? {
    switch field {
    case .name: nil
    case .phone: "phone"
    case .mobile: "mob_tel"
    case .email: "email"
    }
  }

  private func values(_ members: [String]) -> [String] {
    var values: [String] = []
    for value in members.compactMap({ user.data[$0].identity }) where !values.contains(value) { values.append(value) }
    return values
  }

  var current: Profile {
    Profile(
      phones: values(["phone"]), mobiles: values(["mob_tel", "sms_tel"]), emails: values(["email"]),
      contractDate: user.data["dogovor_date"].date, editable: editable)
  }

  private var editable: [Profile.Field] {
    let flag = user.data["use_change_data"]
    return flag.isTold && !flag.isTrue ? [] : [.phone, .mobile, .email]
  }

  /// The vendor's own client sends one of them at a time; whether the cabinet takes more is not known.
  func check(_ values: [Profile.Field: String]) -> Check {
    var reasons: [Reason] = []
    if !values.keys.allSatisfy(editable.contains) { reasons = [ProfileReasons.fixed] }
    if reasons.isEmpty, values.count > 1 { reasons = [ProfileReasons.oneAtATime] }
    return Check(eligibility: Eligibility(available: reasons.isEmpty, reasons: reasons))
  }

  static func body(_ values: [Profile.Field: String]) -> String {
    let pairs = values.compactMap { field, value in member(field).map { ($0, value) } }.sorted { $0.0 < $1.0 }
    return String(decoding: Encoding.form(pairs), as: UTF8.self)
  }

  /// Changed when all that was asked for is there, however numbers are written; nil when not.
  func trace(of values: [Profile.Field: String]) -> Settlement? {
    let isThere = values.allSatisfy { field, value in
      guard let member = MikBillProfile.member(field), let there = user.data[member].text else { return false }
      return MikBillProfile.plain(there, field) == MikBillProfile.plain(value, field)
    }
    return isThere ? .done(reference: nil, link: nil) : nil
  }

  private static func plain(_ value: String, _ field: Profile.Field) -> String {
    field == .email ? value.lowercased() : value.filter { ("0"..."9").contains($0) }
  }
}
