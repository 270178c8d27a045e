import Domain
import JSON

/// Turns the lines of a feed into steps of a pull.
struct NativeFeed {
  private var lines = LineReader()
  private var number = 0
  private var entries = EntryLine()
  private var hasBegun = false
  private(set) var isDone = false

  mutating func take(_ bytes: ArraySlice<UInt8>, _ receive: (PullStep) throws -> Void) throws {
    var reader = lines
    lines = LineReader()
    defer { lines = reader }
    try reader.take(bytes) { line in try self.read(line, receive) }
  }

  /// A complete last line may lack its newline; anything else unfinished was cut off.
  mutating func finish(_ receive: (PullStep) throws -> Void) throws {
    let rest = lines.remainder
    if !isDone, !rest.isEmpty, let json = try? JSON(parsing: rest), json["done"] == true { try read(rest, receive) }
    // A page of something else has no lines at all; what was cut begins as a feed does.
    if number == 0, let first = rest.first(where: { $0 > 0x20 }), first != UInt8(ascii: "{") {
      throw malformed("a feed is due")
    }
    guard isDone else { throw ProviderError.noAnswer(.unknown(.connectionLost)) }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, _ receive: (PullStep) throws -> Void) throws {
    number += 1
    let blank = line.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
    if blank { return }
    guard !isDone else { throw malformed("nothing may follow the last line") }
    if hasBegun, let entry = entries.entry(line) { return try receive(.change(.entry(entry))) }
    let step: PullStep?
    do {
      step = try self.step(try JSON(parsing: line))
    } catch let error as JSONError {
      throw malformed("\(error.reason.rawValue) at byte \(error.offset)")
    } catch let error as FieldError {
      throw malformed(error.description)
    }
    guard let step else { return }
    if case .begin = step { hasBegun = true }
    if case .end = step { isDone = true }
    try receive(step)
  }

  private func malformed(_ text: String) -> ProviderError { .malformed("feed, line \(number): \(text)") }

  private func step(_ json: JSON) throws -> PullStep? {
    let fields = try Fields(json, "feed")
    guard hasBegun else { return .begin(try NativeFeed.header(fields)) }
    if fields.has("type") { return try NativeFeed.change(fields).map { .change($0) } }
    let cursor = try fields.optionalString("cursor").map { Cursor($0) }
    let head = try NativeFeed.head(fields)
    if try fields.bool("done", default: false) { return .end(cursor, head) }
    guard cursor != nil else { throw fields.error("type", "a change, a checkpoint or the end is due") }
    return .checkpoint(cursor, head)
  }

  private static func header(_ fields: Fields) throws(FieldError) -> PullHeader {
    PullHeader(
      isComplete: try fields.bool("complete", default: false), epoch: try fields.string("epoch"),
      serverTime: try fields.optional("serverTime"))
  }

  private static func head(_ fields: Fields) throws(FieldError) -> LedgerHead? {
    guard fields.has("head") else { return nil }
    let head = try fields.fields("head")
    return LedgerHead(entries: try head.count("entries"), balance: try head.value("balance"))
  }

  /// Nil for a type that a newer provider has and we do not know.
  private static func change(_ fields: Fields) throws(FieldError) -> Change? {
    let type = try fields.string("type")
    switch try fields.string("op") {
    case "put": return try put(type, fields)
    case "delete": return try delete(type, id: try fields.string("id"), fields)
    default: throw fields.error("op", "put or delete is due")
    }
  }

  private static func put(_ type: String, _ fields: Fields) throws(FieldError) -> Change? {
    switch type {
    case "account": return .account(try fields.value("data"))
    case "entry":
      var entry: LedgerEntry = try fields.value("data")
      // The number is the store's to give.
      entry.seq = 0
      return .entry(entry)
    case "article": return .article(try fields.value("data"))
    default:
      guard let collection = Collection(rawValue: type + "s") else { return nil }
      return .item(try Item(collection, json: fields["data"] ?? .null))
    }
  }

  private static func delete(_ type: String, id: String, _ fields: Fields) throws(FieldError) -> Change? {
    switch type {
    case "entry": return .entryDeleted(id: id)
    case "article":
      guard let dot = id.lastIndex(of: ".") else { throw fields.error("id", "an id and a language are due") }
      return .articleDeleted(id: String(id[..<dot]), language: String(id[id.index(after: dot)...]))
    default: return Collection(rawValue: type + "s").map { .deleted($0, id: id) }
    }
  }
}
