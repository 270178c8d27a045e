import Domain
import JSON
import Platform

/// What a sandbox began with; history follows from it.
package struct Origin: Sendable, Equatable {
  package let seed: UInt64
  /// The virtual moment at which history ends and life begins.
  package let start: Timestamp
  /// The length of the large ledger.
  package let entries: Int

  /// Changes when the sandbox is made anew, so that old cursors are known as such.
  var epoch: String { "s" + Fingerprint.text("\(seed) \(start.seconds) \(entries)").prefix(8) }
}

/// A deed with its virtual moment.
struct Entry: Sendable, Equatable {
  let at: Timestamp
  let deed: Deed
}

/// Why a sandbox's directory cannot be used.
package enum JournalError: Error, Equatable, Sendable {
  case damaged(line: Int)
  case busy(holder: String)
  case system(SystemError)
}

/// The sandbox's only file, `journal.ndjson`: the origin, then a line a deed, each on the disk before it is answered.
///
/// A line without its newline was never acknowledged; it is cut off when the journal is opened.
final class Journal {
  private static let name = "journal.ndjson"

  let origin: Origin
  private(set) var entries: [Entry]
  /// Nil: in memory alone.
  private let directory: Directory?
  private let lock: FileLock?
  private var length: Int

  init(inMemory origin: Origin) {
    self.origin = origin
    entries = []
    directory = nil
    lock = nil
    length = 0
  }

  /// Opens the journal of a directory, or begins one. It belongs to this process until it is released.
  init(path: String, origin fresh: Origin) throws(JournalError) {
    let directory = try Journal.system { () throws(SystemError) in try Directory.create(path) }
    self.directory = directory
    lock = try Journal.lock(directory)
    let bytes = try Journal.system { () throws(SystemError) in
      if try !directory.contains(Journal.name) {
        try directory.replace(Journal.name, with: Journal.line(Journal.json(fresh)))
      }
      return try directory.read(Journal.name, limit: 1 << 30)
    }
    length = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    if length < bytes.count {
      let whole = length
      try Journal.system { () throws(SystemError) in try directory.truncate(Journal.name, to: whole) }
    }
    (origin, entries) = try Journal.read(bytes[..<length])
  }

  /// Remembers a deed; when this returns, it survives a power cut.
  func append(_ entry: Entry) throws(SystemError) {
    if let directory {
      let line = Journal.line(["at": entry.at.json, "deed": entry.deed.json])
      try directory.append(Journal.name, at: length, line)
      length += line.count
    }
    entries.append(entry)
  }

  private static func line(_ json: JSON) -> [UInt8] { json.bytes + [0x0A] }

  private static func json(_ origin: Origin) -> JSON {
    [
      "format": 1, "seed": .string(String(origin.seed)), "start": origin.start.json,
      "entries": .integer(Int64(origin.entries)),
    ]
  }
}

extension Journal {
  private static func system<Answer>(_ body: () throws(SystemError) -> Answer) throws(JournalError) -> Answer {
    do throws(SystemError) {
      return try body()
    } catch {
      throw .system(error)
    }
  }

  private static func lock(_ directory: Directory) throws(JournalError) -> FileLock? {
    do throws(FileLock.Failure) {
      return try FileLock.acquire("lock", in: directory, holder: "kabinet sandbox", patience: 5000)
    } catch {
      switch error {
      case .unsupported: return nil
      case .system(let reason): throw .system(reason)
      case .busy(let holder): throw .busy(holder: holder)
      }
    }
  }

  private static func read(_ bytes: ArraySlice<UInt8>) throws(JournalError) -> (Origin, [Entry]) {
    var origin: Origin?
    var entries: [Entry] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().enumerated() {
      do {
        let json = try JSON(parsing: line)
        guard origin != nil else {
          origin = try self.origin(json)
          continue
        }
        let fields = try Fields(json, "line")
        entries.append(Entry(at: try fields.value("at"), deed: try fields.value("deed")))
      } catch {
        throw .damaged(line: index + 1)
      }
    }
    guard let origin else { throw .damaged(line: 1) }
    return (origin, entries)
  }

  private static func origin(_ json: JSON) throws(FieldError) -> Origin {
    let fields = try Fields(json, "origin")
    guard try fields.integer("format") == 1, let seed = UInt64(try fields.string("seed")) else {
      throw fields.error("format", "a journal of format 1 is due")
    }
    return Origin(seed: seed, start: try fields.value("start"), entries: try fields.count("entries"))
  }
}
