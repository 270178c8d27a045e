import Arguments
import Domain
import Language
import Terminal

/// `kabinet profile set [--email ADDRESS] [--phone NUMBER] [--mobile NUMBER] [--name NAME]`
struct ProfileSet: Command {
  static let specification = CommandSpecification(
    name: "set", aliases: ["изменить"], summary: .profileSetSummary, discussion: [.profileSetDiscussion],
    options: Profile.Field.allCases.map { field in
      Option(field.rawValue, value: .text(.profilePlaceholder(field.rawValue)), .profileOption(field.rawValue))
    } + [Option("code", value: .text(.placeholderCode), .profileOptionCode)] + Mutation.options,
    examples: [
      .init("kabinet profile set --email anna@example.org", .profileSetExample),
      .init("kabinet profile set --email anna@example.org --code 4821", .profileSetExampleCode),
    ],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10], seeAlso: ["profile show"])

  private let values: [Profile.Field: String]
  private let code: String?
  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) {
    var values: [Profile.Field: String] = [:]
    for field in Profile.Field.allCases {
      guard let text = invocation.value(field.rawValue)?.trimmed else { continue }
      guard ProfileSet.isPlausible(text, field) else {
        throw Failure(.usage, .profileImplausible(field.rawValue, text), hint: .profileHint(field.rawValue))
      }
      values[field] = text
    }
    guard !values.isEmpty else { throw Failure(.usage, .profileNothing, hint: .profileHint("email")) }
    self.values = values
    code = invocation.value("code")
    mutation = try Mutation(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "profile set") { _ in
      .setProfile(values, confirmation: code)
    } describe: { view in
      ProfileSet.terms(view)
    }
  }

  /// Slips of the finger are caught here; what counts is for the provider to say.
  private static func isPlausible(_ text: String, _ field: Profile.Field) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 200 else { return false }
    switch field {
    case .name: return true
    case .email:
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains { $0.isWhitespace }
    case .phone, .mobile:
      let digits = text.utf8.count { (0x30...0x39).contains($0) }
      return (5...15).contains(digits)
        && text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-() ".utf8.contains($0) }
    }
  }

  /// Before and after, a row a field.
  private static func terms(_ view: TermsView) -> [Block] {
    guard case .setProfile(let values, _) = view.action else { return [] }
    let profile = try? view.session.profile()
    func known(_ field: Profile.Field) -> String { profile?.values(field).joined(separator: ", ") ?? "" }
    let rows = Profile.Field.allCases.compactMap { field in
      values[field].map { new in
        [
          Line(.profileField(field.rawValue)),
          Line(verbatim: field == .name ? view.session.account.holder.name : known(field), .dim),
          Line(verbatim: new, .bold),
        ]
      }
    }
    let columns = [Table.Column(Phrase(verbatim: ""), minimum: 8), .init(.beforeWord), .init(.afterWord)]
    return [.table(Table(columns, rows: rows))]
  }
}
