import Arguments
import Domain
import JSON
import Language
import Terminal

/// `kabinet payments methods`
struct PaymentsMethods: Command {
  static let specification = CommandSpecification(
    name: "methods", aliases: ["способы"], summary: .methodsSummary,
    examples: [.init("kabinet payments methods", .methodsExample)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["pay"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let methods = try session.methods()
    session.tellAge()
    try world.console.answer(PaymentsMethods.answer(methods))
    if methods.isEmpty { session.tellNone(.payment, .methodsNone) }
    return .done
  }

  /// Id, how, least, most, commission in percent, name.
  static func answer(_ methods: [PaymentMethod]) -> Answer {
    let columns: [Table.Column] = [
      .init(.methodIDColumn), .init(.methodHow), .init(.methodLimits), .init(.methodCommission, .right),
      .init(.nameColumn, minimum: 12),
    ]
    return Answer(
      kind: "payment-methods", json: ["methods": .array(methods.map(\.json))],
      view: methods.isEmpty ? [] : [.table(Table(columns, rows: methods.map(row)))])
  }

  private static func row(_ method: PaymentMethod) -> [Line] {
    let range = Phrase.methodRange(method.minimum.map(AmountText.prose), method.maximum.map(AmountText.prose))
    let bounds = [method.minimum, method.maximum].map { $0?.decimalText ?? "" }.joined(separator: "..")
    return [
      Line(verbatim: method.id, method.isDefault ? .bold : .plain),
      .dual(.methodHow(direct: method.isDirect), machine: method.isDirect ? "direct" : "link"),
      .dual(range, machine: bounds), percent(method.commissionBasisPoints), Line(.provider(method.name)),
    ]
  }

  /// Hundredths of a percent: «1,5 %», "1.5%".
  private static func percent(_ basisPoints: Int) -> Line {
    let whole = basisPoints / 100
    let rest = basisPoints % 100
    let digits = rest == 0 ? "" : rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    let russian = digits.isEmpty ? "\(whole) %" : "\(whole),\(digits) %"
    let english = digits.isEmpty ? "\(whole)" : "\(whole).\(digits)"
    return .dual(Phrase(russian, english + "%"), machine: english)
  }
}
