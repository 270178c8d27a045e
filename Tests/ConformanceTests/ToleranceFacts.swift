import Domain
import JSON
import Provider
import TestSupport
import Testing

/// The same facts in another spelling are the same facts. The native wire is ours and strict; billing systems are not.
@Suite struct ToleranceFacts {
  private static let loose = Dialect.allCases.filter { $0 != .native }

  @Test(arguments: loose) func numbersAndTextsStandForEachOther(_ dialect: Dialect) throws {
    let plain = try Subject(dialect).pull()
    for _ in 0..<40 {
      let seed = UInt64.random(in: 0 ... .max)
      var chance = Numbers(seed)
      let subject = try Subject(dialect)
      subject.wire.edit = { response in
        guard let json = try? JSON(parsing: response.body) else { return response }
        return Response(
          status: response.status, headers: response.headers, body: ToleranceFacts.respelled(json, &chance).bytes)
      }
      #expect(try subject.pull().changes == plain.changes, "seed \(seed)")
      #expect(try subject.provider.accounts().map(\.id) == [subject.account], "seed \(seed)")
    }
  }

  private static func respelled(_ json: JSON, _ chance: inout Numbers) -> JSON {
    let isKept = Bool.random(using: &chance)
    switch json {
    case .object(var members):
      for (key, value) in members { members[key] = respelled(value, &chance) }
      // Nobody knows it, and nobody may stumble over it.
      members["x-\(UInt8.random(in: 0...255, using: &chance))"] = [1, nil]
      return .object(members)
    case .array(let elements): return .array(elements.map { respelled($0, &chance) })
    case .integer(let number): return isKept ? json : .string(String(number))
    case .decimal(let text): return isKept ? json : .string(text)
    case .bool(let flag):
      return isKept ? json : [.integer(flag ? 1 : 0), .string(flag ? "1" : "0")].randomElement(using: &chance) ?? json
    case .string(let text) where !isKept && text.isEmpty: return .null
    case .string(let text):
      guard !isKept, let number = Int64(text), String(number) == text else { return json }
      return .integer(number)
    case .null: return json
    }
  }

  /// Random bytes prove nothing, whatever they are.
  @Test(arguments: Deed.all) func noGarbageIsEverADefiniteOutcome(_ deed: Deed) throws {
    let seed = UInt64.random(in: 0 ... .max)
    var chance = Numbers(seed)
    let words = ["{", "}", "[", "]", "\"state\"", ":", "\"status\"", ",", "null", "1", "\"", "<html>", "\n", "\u{0}"]
    let subject = try Subject(deed.dialect, ableTo: deed.kind)
    let intent = try subject.intent(try #require(subject.action(deed.kind)))
    for _ in 0..<200 {
      let body = (0..<Int.random(in: 0..<12, using: &chance)).flatMap { _ in
        Array((words.randomElement(using: &chance) ?? "").utf8)
      }
      let status = [200, 200, 200, 202, 204, 500].randomElement(using: &chance) ?? 200
      subject.wire.edit = { _ in Response(status: status, body: body) }
      subject.wire.rearm()
      switch subject.provider.submit(intent, for: subject.account) {
      case .unknown: break
      case .notSent where !subject.wire.requests.contains { $0.method != "GET" }: break
      case let other: Issue.record("\(other) from \(status) \(body), seed \(seed)")
      }
      #expect(throws: ProviderError.self, "seed \(seed), \(status) \(body)") {
        _ = try subject.provider.settle(intent, for: subject.account)
      }
      _ = try? subject.provider.check(intent.action, for: subject.account)
    }
  }
}
