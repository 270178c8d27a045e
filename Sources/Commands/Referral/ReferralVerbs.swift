import Arguments
import Domain
import JSON
import Language
import Terminal

/// `kabinet referral show`
struct ReferralShow: Command {
  static let specification = CommandSpecification(
    name: "show", aliases: ["показать"], summary: .referralShowSummary,
    examples: [.init("kabinet referral", .referralShowExample)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["referral invite", "referral claim"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    session.tellAge()
    guard let referral = try session.referral() else {
      try world.console.answer(Answer(kind: "referral", json: [:], view: []))
      session.tellNone(.referral, .referralNone)
      return .done
    }
    try world.console.answer(ReferralShow.answer(referral))
    if referral.friends.isEmpty { world.console.note(.referralNoFriends) }
    return .done
  }

  /// Id, name, telephone, how it stands, bonus.
  static func answer(_ referral: Referral) -> Answer {
    var fields = [Field(.referralBonus, .amount(referral.bonus, referral.bonus.isPositive ? .good : .plain))]
    if let link = referral.link {
      fields.append(Field(.referralLink, .link(Phrase(verbatim: link), to: link, .accent)))
    }
    if referral.bonus.isPositive { fields.append(Field(.referralTake, .command("kabinet referral claim"))) }
    let columns: [Table.Column] = [
      .init(.numberColumn), .init(.profileField("name"), minimum: 10), .init(.profileField("phone")), .init(.stateWord),
      .init(.referralBonusColumn, .right),
    ]
    let rows = referral.friends.map { friend in
      [
        Line(verbatim: friend.id), Line(verbatim: friend.name), Line(verbatim: friend.phone ?? ""),
        .dual(.referralState(friend.state.rawValue), machine: friend.state.rawValue),
        friend.bonus.map { .amount($0) } ?? Line(),
      ]
    }
    return Answer(
      kind: "referral", json: referral.json,
      view: [.fields(fields)] + (rows.isEmpty ? [] : [.blank, .table(Table(columns, rows: rows))]))
  }
}

/// `kabinet referral invite NAME --phone NUMBER`
struct ReferralInvite: Command {
  static let specification = CommandSpecification(
    name: "invite", aliases: ["пригласить"], summary: .referralInviteSummary,
    positionals: [Positional("name", .text(.referralNamePlaceholder), .referralNameArgument)],
    options: [Option("phone", value: .text(.profilePlaceholder("phone")), .referralOptionPhone)] + Mutation.options,
    examples: [.init("kabinet referral invite \"Иван Петров\" --phone 79001234567", .referralInviteExample)],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10], seeAlso: ["referral show"])

  private let name: String
  private let phone: String
  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) {
    name = invocation.positional("name")?.trimmed ?? ""
    // Providers compare numbers as digits.
    phone = (invocation.value("phone") ?? "").filter { ("0"..."9").contains($0) }
    guard !name.isEmpty, (5...15).contains(phone.count) else {
      throw Failure(.usage, .referralIncomplete, hint: .referralInviteHint)
    }
    mutation = try Mutation(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "referral invite") { _ in
      .inviteFriend(name: name, phone: phone)
    } describe: { _ in
      [
        .fields([
          Field(.profileField("name"), Line(verbatim: name)), Field(.profileField("phone"), Line(verbatim: phone)),
        ])
      ]
    }
  }
}

/// `kabinet referral claim`
struct ReferralClaim: Command {
  static let specification = CommandSpecification(
    name: "claim", aliases: ["забрать"], summary: .referralClaimSummary, options: Mutation.options,
    examples: [.init("kabinet referral claim", .referralClaimExample)], facts: [.needsLogin, .startsNetwork],
    exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10], seeAlso: ["referral show"])

  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) { mutation = try Mutation(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "referral claim") { _ in
      .claimReferralBonus
    } describe: { view in
      guard let bonus = try? view.session.referral()?.bonus else { return [] }
      return [.fields([Field(.referralBonus, .amount(bonus))])]
    }
  }
}
