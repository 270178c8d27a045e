import Arguments
import Domain
import JSON
import Language
import Terminal

/// `kabinet profile show`
struct ProfileShow: Command {
  static let specification = CommandSpecification(
    name: "show", aliases: ["показать"], summary: .profileShowSummary,
    examples: [.init("kabinet profile show", .profileShowExample)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["profile set", "account list"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    session.tellAge()
    try world.console.answer(ProfileShow.answer(try session.profile(), session.account))
    return .done
  }

  /// What the account itself tells of the person stands here too: one place to look.
  static func answer(_ profile: Profile?, _ account: Account) -> Answer {
    let holder = account.holder
    var fields = [
      Field(.profileField("name"), Line(verbatim: holder.name)),
      Field(.accountWord, Line(verbatim: account.number)),
    ]
    func add(_ label: Phrase, _ text: String?) {
      if let text, !text.isEmpty { fields.append(Field(label, Line(verbatim: text))) }
    }
    add(.profileContract, account.contract)
    if let date = profile?.contractDate { fields.append(Field(.profileContractDate, .date(date))) }
    add(.profileAddress, holder.address)
    if let birthday = holder.birthday { fields.append(Field(.profileBirthday, .date(birthday))) }
    for field in Profile.Field.allCases where field != .name {
      add(.profileField(field.rawValue), profile?.values(field).joined(separator: ", "))
    }
    var members: [String: JSON] = [
      "account": .string(account.number), "name": .string(holder.name),
      "phones": .strings(profile?.phones ?? []), "mobiles": .strings(profile?.mobiles ?? []),
      "emails": .strings(profile?.emails ?? []),
      "editable": .strings(profile?.editable.map(\.rawValue) ?? []),
    ]
    members["contract"] = account.contract.map { .string($0) }
    members["contractDate"] = profile?.contractDate?.json
    members["address"] = holder.address.map { .string($0) }
    members["birthday"] = holder.birthday?.json
    return Answer(kind: "profile", json: .object(members), view: [.fields(fields)])
  }
}
