import Domain
import JSON
import Language
import Platform
import Store
import Terminal

/// A snapshot file in the place of the store: what the customer saw, at the moment at which they saw it.
package struct OpenSnapshot {
  private static let limit = 1 << 30

  let header: SnapshotHeader
  let files: MemorySource
  let entry: Configuration.Entry

  init(path: String) throws(Failure) {
    let bytes: [UInt8]
    do {
      bytes = try UserFile.read(path, limit: OpenSnapshot.limit)
    } catch {
      throw Failure(.failed, .snapshotNotOpened(path), why: error.isMissing ? .noSuchFile : .system(error))
    }
    do {
      (header, files) = try SnapshotFile.read(bytes)
    } catch {
      throw Failure(.failed, .snapshotNotOpened(path), why: .snapshotProblem("\(error)"), hint: .askForSnapshot)
    }
    do {
      entry = try Configuration.Entry(json: header.configuration ?? .null)
    } catch {
      throw Failure(.failed, .snapshotNotOpened(path), why: .snapshotProblem("damaged"), hint: .askForSnapshot)
    }
  }

  /// The moment at which time stands still in it.
  var taken: Timestamp { header.taken }

  /// The customer's language and width, where the person at this screen has not chosen others.
  func adjusted(_ settings: ConsoleSettings, languageIsGiven: Bool) -> ConsoleSettings {
    var settings = settings
    if !languageIsGiven, let language = Language(rawValue: header.language) { settings.language = language }
    if settings.environment["COLUMNS"] == nil { settings.environment["COLUMNS"] = String(header.columns) }
    return settings
  }
}
