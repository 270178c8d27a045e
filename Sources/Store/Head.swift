import Domain
import JSON

/// The commit pointer of a shelf: what is not named here does not exist.
///
/// It also holds the account, so that the home screen and `balance` open nothing else.
package struct Head: Sendable, Equatable {
  /// One more at each flip; new files carry it in their names.
  package var revision: Int
  /// One more at each full resync.
  package var generation: Int
  package var cursor: Cursor?
  package var epoch: String?
  /// When the provider was last heard.
  package var synced: Timestamp?
  /// Nil in a shelf of articles, and where a damaged head was rebuilt: then the balance is unknown, never guessed.
  package var account: Account?
  package var ledger: Ledger?
  /// Small collections by name.
  package var parts: [String: FileMark]
  /// What must be fetched again, set by `doctor` and cleared by a full resync.
  package var marks: [String]
  /// What the writer wants to find here beside the account, such as the number of unread notices.
  package var digest: JSON?
  /// When the head was rebuilt from damage.
  package var rebuilt: Timestamp?

  package struct Ledger: Sendable, Equatable {
    package var currency: Currency
    /// The number of the next segment's file.
    package var nextFile: Int
    package var manifest: FileMark?
    /// The segment that still grows. Never empty.
    package var active: Segment
    /// Minor units before the very first entry.
    package var opening: Int64

    /// How many entries there are; also the number of the last one.
    package var count: Int { active.lastSeq }
    /// Minor units after the very last entry.
    package var closing: Int64 { active.closing }
  }

  init() {
    revision = 0
    generation = 0
    parts = [:]
    marks = []
  }

  package var needsRefetch: Bool { !marks.isEmpty }

  /// Every file that the head names directly, relative to the shelf.
  var files: Set<String> {
    var names = Set(parts.values.map { "parts/" + $0.name })
    if let ledger {
      names.insert("ledger/" + ledger.active.name)
      if let manifest = ledger.manifest { names.insert("ledger/" + manifest.name) }
    }
    return names
  }
}

extension Head: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "head")
    self.init()
    revision = try fields.count("revision", limit: Limit.number)
    generation = try fields.count("generation", limit: Limit.number)
    cursor = try fields.optionalString("cursor").map { Cursor($0) }
    epoch = try fields.optionalString("epoch")
    synced = try fields.optional("synced")
    account = try fields.optional("account")
    ledger = try fields.optional("ledger")
    rebuilt = try fields.optional("rebuilt")
    digest = fields["digest"]
    if fields.has("parts") {
      guard case .object(let members)? = fields["parts"] else { throw fields.error("parts", "an object is due") }
      for (name, mark) in members { parts[name] = try FileMark(json: mark) }
    }
    for case .string(let mark) in try fields.array("marks") { marks.append(mark) }
  }

  package var json: JSON {
    .members([
      "format": .integer(1), "revision": .integer(Int64(revision)), "generation": .integer(Int64(generation)),
      "cursor": cursor.map { .string($0.text) }, "epoch": epoch.map { .string($0) }, "synced": synced?.json,
      "account": account?.json, "ledger": ledger?.json, "rebuilt": rebuilt?.json, "digest": digest,
      "parts": parts.isEmpty ? nil : .object(parts.mapValues(\.json)),
      "marks": marks.isEmpty ? nil : .array(marks.map { .string($0) }),
    ])
  }
}

extension Head.Ledger: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "ledger")
    guard let code = Currency(try fields.string("currency")) else {
      throw fields.error("currency", "an ISO 4217 code is due")
    }
    self.init(
      currency: code, nextFile: try fields.count("nextFile", limit: Limit.number),
      manifest: try fields.optional("manifest"),
      active: try fields.value("active"), opening: try fields.integer("opening"))
  }

  package var json: JSON {
    .members([
      "currency": .string(currency.code), "nextFile": .integer(Int64(nextFile)), "manifest": manifest?.json,
      "active": active.json, "opening": .integer(opening),
    ])
  }
}
