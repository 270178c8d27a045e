import Arguments
import Domain
import Language
import Terminal

/// `kabinet voucher redeem [CODE] [--serial SERIES]`
struct VoucherRedeem: Command {
  static let specification = CommandSpecification(
    name: "redeem", aliases: ["активировать"], summary: .voucherRedeemSummary, discussion: [.voucherDiscussion],
    positionals: [Positional("code", .text(.voucherCodePlaceholder), .voucherCodeArgument, isRequired: false)],
    options: [Option("serial", value: .text(.voucherSerialPlaceholder), .voucherSerialOption)] + Mutation.options,
    examples: [
      .init("kabinet voucher redeem", .voucherExample),
      .init("pass show voucher | kabinet voucher redeem --serial AB --yes", .voucherExamplePipe),
    ],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10], seeAlso: ["pay", "payments"])

  private let code: String?
  private let serial: String?
  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) {
    code = invocation.positional("code")
    serial = invocation.value("serial")
    mutation = try Mutation(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "voucher redeem") { _ in
      .redeemVoucher(code: try VoucherRedeem.read(code, world), serial: serial)
    } describe: { view in
      VoucherRedeem.terms(view)
    }
  }

  /// What was typed, asked for or piped in, without the spaces that cards have for reading.
  private static func read(_ given: String?, _ world: World) throws -> String {
    var text = given
    if text == nil, world.console.canAsk { text = world.console.ask(.voucherAskCode) }
    if text == nil, case .secret(let piped) = world.console.readSecretFromInput() { text = piped }
    let code = (text ?? "").filter { !$0.isWhitespace }
    guard !code.isEmpty else { throw Failure(.usage, .voucherNoCode, hint: .voucherHint) }
    guard code.utf8.count <= 64, code.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Failure(.usage, .voucherBadCode, hint: .voucherHint)
    }
    return code
  }

  private static func terms(_ view: TermsView) -> [Block] {
    guard case .redeemVoucher(let code, let serial) = view.action else { return [] }
    var fields = [Field(.voucherWord, Line(verbatim: hidden(code)))]
    if let serial { fields.append(Field(.voucherSerialWord, Line(verbatim: serial))) }
    if let grants = view.check.grants { fields.append(Field(.amountWord, .amount(grants))) }
    return [.fields(fields)]
  }

  /// Its last digits: until it is redeemed the code is money.
  static func hidden(_ code: String) -> String { code.count < 8 ? "…" : "…" + code.suffix(4) }
}

extension Action {
  /// As it is shown to anybody.
  var shown: Action {
    guard case .redeemVoucher(let code, let serial) = self else { return self }
    return .redeemVoucher(code: VoucherRedeem.hidden(code), serial: serial)
  }

  /// Whether a person will want to see the balance after it.
  var changesBalance: Bool { movesMoney || kind == .redeemVoucher || kind == .claimReferralBonus }
}
