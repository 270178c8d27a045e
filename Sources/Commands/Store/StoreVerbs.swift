import Arguments
import Language
import Store
import Terminal

/// `kabinet store path`
struct StorePath: Command {
  static let specification = CommandSpecification(
    name: "path", aliases: ["путь"], summary: .storePathSummary,
    examples: [.init("kabinet store path | xargs ls", .storePathExample)], facts: [.readsOnly], exitStatuses: [0],
    seeAlso: ["store verify", "doctor"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    try world.console.answer(
      Answer(
        kind: "store-path",
        json: ["store": .string(world.home.store), "configuration": .string(world.home.configuration)],
        view: [.line("\(world.home.store)")]))
    return .done
  }
}

/// `kabinet store verify`: reads every byte of the store and says whether all of it is as it was written.
struct StoreVerify: Command {
  static let specification = CommandSpecification(
    name: "verify", aliases: ["проверить"], summary: .storeVerifySummary,
    examples: [.init("kabinet store verify && echo ok", .storeVerifyExample)], facts: [.readsOnly],
    exitStatuses: [0, 10], seeAlso: ["doctor"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    try DoctorRun(world, repairs: false).run()
  }
}

/// `kabinet doctor [--repair]`
struct DoctorCommand: Command {
  static let specification = CommandSpecification(
    name: "doctor", aliases: ["доктор"], summary: .doctorSummary, group: .groupStore,
    discussion: [.doctorDiscussion, .doctorStatuses],
    options: [Option("repair", .doctorRepair)],
    examples: [.init("kabinet doctor", .doctorExample), .init("kabinet doctor --repair", .doctorExampleRepair)],
    exitStatuses: [0, 10], seeAlso: ["store verify", "sync"])

  private let repairs: Bool

  init(_ invocation: Invocation) { repairs = invocation.flag("repair") }

  func run(_ world: World) throws -> ExitStatus {
    try DoctorRun(world, repairs: repairs).run()
  }
}
