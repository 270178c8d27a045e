import Domain
import JSON
import Platform

/// How a customer saw the screen when a snapshot was taken: enough to print the same bytes elsewhere.
package struct SnapshotHeader: Sendable, Equatable {
  package static let format = 1

  package var taken: Timestamp
  /// `ru` or `en`.
  package var language: String
  /// The width of the terminal.
  package var columns: Int
  /// The name of the account's shelf.
  package var account: String
  /// The name of the shelf of articles that belongs to it.
  package var articles: String?
  /// What of the configuration has an effect on what is shown; never a secret.
  package var configuration: JSON?

  package init(
    taken: Timestamp, language: String, columns: Int, account: String, articles: String? = nil,
    configuration: JSON? = nil
  ) {
    self.taken = taken
    self.language = language
    self.columns = columns
    self.account = account
    self.articles = articles
    self.configuration = configuration
  }
}

/// Why a file is not a snapshot that can be opened.
package enum SnapshotError: Error, Sendable, Equatable {
  case notASnapshot
  case tooNew(format: Int)
  /// The first line, counted from 1, that is not as it was written.
  case damaged(line: Int)
  /// The last line is missing.
  case cut
}

/// One file that holds a customer's view: the shelf as its head names it, the articles, the account's intents.
///
/// Lines of JSON, each with its own checksum: a header, a line a file of the store, and a last line that counts them. What is
/// damaged in the store is taken as it is, so that support sees the damage too. Credentials are not in the store, so they can't
/// be here; other accounts are left out.
package enum SnapshotFile {
  package static func write(
    _ header: SnapshotHeader, of shelf: ShelfID, articles: ShelfID? = nil, from reader: StoreReader
  ) throws(StoreError) -> [UInt8] {
    var out = Envelope.seal(header.json)
    var count = 0
    func add(_ path: String, _ bytes: [UInt8]) {
      let text = String(validating: bytes, as: UTF8.self).map { JSON.string($0) }
      out += Envelope.seal(
        .members([
          "path": .string(path), "text": text, "hex": text == nil ? .string(Hexadecimal.text(bytes)) : nil,
        ]))
      count += 1
    }
    add(StoreFormat.path, Envelope.seal(reader.format.json))
    try storing {
      for each in [shelf, articles].compactMap(\.self) { try collect(each, reader, add) }
      try collectIntents(of: shelf, reader, add)
      try collectAutopay(of: shelf, reader, add)
    }
    return out + Envelope.seal(["end": true, "files": .integer(Int64(count))])
  }

  private static func collect(_ shelf: ShelfID, _ reader: StoreReader, _ add: (String, [UInt8]) -> Void) throws {
    guard let bytes = try present(shelf.headPath, Limit.head, reader) else { return }
    add(shelf.headPath, bytes)
    let head = try reader.head(shelf)
    for mark in head.parts.values.sorted(by: { $0.name < $1.name }) {
      let path = shelf.file("parts/" + mark.name)
      if let bytes = try present(path, Limit.part, reader) { add(path, bytes) }
    }
    if let mark = head.ledger?.manifest {
      let path = shelf.file("ledger/" + mark.name)
      if let bytes = try present(path, Limit.manifest, reader) { add(path, bytes) }
    }
    for segment in try reader.segments(shelf, head) {
      let path = shelf.file("ledger/" + segment.name)
      // Only what the head names: a tail that was never committed is nobody's view.
      add(path, try SegmentReader(reader.source, path: path, segment: segment).bytes())
    }
  }

  /// The account's intents. One that can't be read might be another customer's: its place is kept, its contents are not.
  private static func collectIntents(
    of shelf: ShelfID, _ reader: StoreReader, _ add: (String, [UInt8]) -> Void
  ) throws {
    for folder in ["intents"] + (try reader.years().map { "intents/done/\($0)" }) {
      for name in try reader.names(in: folder) where name.hasSuffix(".json") {
        switch try reader.intentFile(folder + "/" + name) {
        case .intent(let intent) where shelf.isOf(intent): add(folder + "/" + name, Envelope.seal(intent.json))
        case .unreadable where folder == "intents": add(folder + "/" + name, [])
        case .intent, .unreadable, .missing: break
        }
      }
    }
  }

  /// The account's rules and claims, written from what was understood of them.
  private static func collectAutopay(
    of shelf: ShelfID, _ reader: StoreReader, _ add: (String, [UInt8]) -> Void
  ) throws {
    for name in try reader.names(in: AutopayPath.rules(shelf)) where name.hasSuffix(".json") {
      let path = AutopayPath.rules(shelf) + "/" + name
      let rule = try reader.record(path, AutopayRule.init(json:))
      add(path, Envelope.seal(rule.json))
      for claim in try reader.autopayClaims(rule.name, of: shelf) {
        add(AutopayPath.claims(rule.name, of: shelf) + "/\(claim.slot.name).json", Envelope.seal(claim.json))
      }
    }
  }

  private static func present(_ path: String, _ limit: Int, _ reader: StoreReader) throws(SystemError) -> [UInt8]? {
    do {
      return try reader.source.read(path, limit: limit)
    } catch  where error.isMissing {
      return nil
    }
  }

  /// The header and the files of a snapshot. Nothing in it can name a file outside: it is never unpacked.
  package static func read(_ bytes: [UInt8]) throws(SnapshotError) -> (header: SnapshotHeader, source: MemorySource) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let first = lines.first, first.starts(with: #"{"crc":""#.utf8) else { throw .notASnapshot }
    guard lines.removeLast().isEmpty else { throw .cut }
    guard let opened = try? Envelope.open(first + [UInt8(ascii: "\n")], path: "") else { throw .damaged(line: 1) }
    let header = try SnapshotHeader.checked(opened)
    var files: [String: [UInt8]] = [:]
    for (index, line) in lines.enumerated().dropFirst() {
      guard let json = try? Envelope.open(line + [UInt8(ascii: "\n")], path: "") else {
        throw .damaged(line: index + 1)
      }
      if json["end"] == true {
        guard index == lines.count - 1, json["files"] == .integer(Int64(files.count)) else {
          throw .damaged(line: index + 1)
        }
        return (header, MemorySource(files))
      }
      guard case .string(let path)? = json["path"], files[path] == nil, let contents = contents(json) else {
        throw .damaged(line: index + 1)
      }
      files[path] = contents
    }
    throw .cut
  }

  private static func contents(_ json: JSON) -> [UInt8]? {
    if case .string(let text)? = json["text"] { return Array(text.utf8) }
    guard case .string(let text)? = json["hex"], text.utf8.count % 2 == 0 else { return nil }
    let digits = Array(text.utf8).compactMap { Character(Unicode.Scalar($0)).hexDigitValue.map { UInt8($0) } }
    guard digits.count == text.utf8.count else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

extension SnapshotHeader {
  fileprivate static func checked(_ json: JSON) throws(SnapshotError) -> SnapshotHeader {
    guard json["kabinet"] == "snapshot", case .integer(let format)? = json["format"] else { throw .notASnapshot }
    guard format <= SnapshotHeader.format else { throw .tooNew(format: Int(clamping: format)) }
    do {
      let fields = try Fields(json, "snapshot")
      return SnapshotHeader(
        taken: try fields.value("taken"), language: try fields.string("language"),
        columns: try fields.count("columns", limit: 100_000), account: try fields.string("account"),
        articles: try fields.optionalString("articles"), configuration: fields["configuration"])
    } catch {
      throw .damaged(line: 1)
    }
  }

  package var json: JSON {
    .members([
      "kabinet": "snapshot", "format": .integer(Int64(SnapshotHeader.format)), "taken": taken.json,
      "language": .string(language), "columns": .integer(Int64(columns)), "account": .string(account),
      "articles": articles.map { .string($0) }, "configuration": configuration,
    ])
  }
}

extension ShelfID {
  /// An intent names its account either by the shelf or by the provider's id.
  func isOf(_ intent: Intent) -> Bool { intent.account == name || FileName.safe(intent.account) == name }
}
