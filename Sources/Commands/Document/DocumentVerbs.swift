import Arguments
import Domain
import Language
import Terminal

/// `kabinet invoice list [--unpaid]`
struct InvoiceList: Command {
  static let specification = CommandSpecification(
    name: "list", aliases: ["список"], summary: .invoiceListSummary,
    options: [Option("unpaid", short: "u", .invoiceOptionUnpaid)],
    examples: [
      .init("kabinet invoice list", .invoiceListExample), .init("kabinet invoice list --unpaid", .invoiceUnpaidExample),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["invoice get", "receipt list"])

  private let onlyUnpaid: Bool

  init(_ invocation: Invocation) { onlyUnpaid = invocation.flag("unpaid") }

  func run(_ world: World) throws -> ExitStatus {
    try DocumentShelf(world, .invoice).list { !onlyUnpaid || $0.open?.isPositive ?? true }
  }
}

/// `kabinet invoice get [NUMBER]`
struct InvoiceGet: Command {
  static let specification = CommandSpecification(
    name: "get", aliases: ["показать"], summary: .invoiceGetSummary, positionals: [DocumentShelf.number],
    options: [DocumentShelf.opens], examples: [.init("kabinet invoice get 33358", .invoiceGetExample)],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["invoice list", "pay"])

  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(_ world: World) throws -> ExitStatus { try DocumentShelf(world, .invoice).get(invocation) }
}

/// `kabinet receipt list`
struct ReceiptList: Command {
  static let specification = CommandSpecification(
    name: "list", aliases: ["список"], summary: .receiptListSummary,
    examples: [.init("kabinet receipt list", .receiptListExample)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["receipt get", "invoice list"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus { try DocumentShelf(world, .receipt).list { _ in true } }
}

/// `kabinet receipt get [NUMBER]`
struct ReceiptGet: Command {
  static let specification = CommandSpecification(
    name: "get", aliases: ["показать"], summary: .receiptGetSummary, positionals: [DocumentShelf.number],
    options: [DocumentShelf.opens], examples: [.init("kabinet receipt get 51 --open", .receiptGetExample)],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["receipt list"])

  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(_ world: World) throws -> ExitStatus { try DocumentShelf(world, .receipt).get(invocation) }
}
