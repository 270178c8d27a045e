import Platform

/// What is fed: each reads bytes that come from somewhere else and answers with a value or a refusal, never with a trap.
enum Target: String, CaseIterable {
  case json, feed, ledger, manifest, records, values, amounts, dates, answers, requests, arguments, snapshots
  case index, queries

  func feed(_ bytes: [UInt8]) {
    switch self {
    case .json: Texts.json(bytes)
    case .amounts: Texts.amounts(bytes)
    case .dates: Texts.dates(bytes)
    case .arguments: Texts.arguments(bytes)
    case .feed: Wire.feed(bytes)
    case .answers: Wire.answers(bytes)
    case .requests: Wire.requests(bytes)
    case .values: Values.feed(bytes)
    case .ledger: Files.ledger(bytes)
    case .manifest: Files.manifest(bytes)
    case .records: Files.records(bytes)
    case .snapshots: Files.snapshots(bytes)
    case .index: Shelves.index(bytes)
    case .queries: Shelves.queries(bytes)
    }
  }
}

private let target: Target = {
  let name = Process.environment()["KABINET_FUZZ"] ?? ""
  guard let target = Target(rawValue: name) else {
    fatalError("KABINET_FUZZ is one of \(Target.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return target
}()

@_cdecl("LLVMFuzzerTestOneInput") public func feedOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.feed(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// A property that a target promises.
func hold(_ condition: Bool, _ property: @autoclosure () -> String) {
  guard condition else { fatalError("does not hold: " + property()) }
}
