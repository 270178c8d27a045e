import Domain
import JSON
import Platform

/// The mutations that are not settled yet.
package struct OpenIntents: Sendable {
  /// In the order in which they were made.
  package let intents: [Intent]
  /// Those that have ended and were not put away yet: a writer is just doing it, or died before it could.
  package let ended: [Intent]
  /// Files that can't be read. Nobody knows what they hold: until a person settles it, no money may move.
  package let unreadable: [Damage]

  package var isMoneyLocked: Bool { !unreadable.isEmpty }

  package func of(_ account: String) -> [Intent] { intents.filter { $0.account == account } }
}

extension StoreReader {
  /// Every intent that is on its way, of all accounts.
  package func openIntents() throws(StoreError) -> OpenIntents {
    var intents: [Intent] = []
    var ended: [Intent] = []
    var unreadable: [Damage] = []
    for name in try names(in: "intents") where name.hasSuffix(".json") {
      switch try intentFile("intents/" + name) {
      case .intent(let intent) where intent.state.isTerminal: ended.append(intent)
      case .intent(let intent): intents.append(intent)
      case .unreadable(let damage): unreadable.append(damage)
      case .missing: break
      }
    }
    intents.sort { ($0.created, $0.key) < ($1.created, $1.key) }
    return OpenIntents(intents: intents, ended: ended, unreadable: unreadable)
  }

  /// The intent of a key, open or settled; nil when there never was one.
  package func intent(_ key: String) throws(StoreError) -> Intent? {
    let name = FileName.safe(key) + ".json"
    for folder in ["intents"] + (try years().map { "intents/done/\($0)" }) {
      switch try intentFile(folder + "/" + name) {
      case .intent(let intent): return intent
      case .unreadable(let damage): throw .damaged(damage)
      case .missing: continue
      }
    }
    return nil
  }

  /// The settled intents of one year of their creation (UTC), oldest first, and what can't be read.
  package func doneIntents(year: Int) throws(StoreError) -> (intents: [Intent], unreadable: [Damage]) {
    var intents: [Intent] = []
    var unreadable: [Damage] = []
    for name in try names(in: "intents/done/\(year)") where name.hasSuffix(".json") {
      switch try intentFile("intents/done/\(year)/" + name) {
      case .intent(let intent): intents.append(intent)
      case .unreadable(let damage): unreadable.append(damage)
      case .missing: break
      }
    }
    intents.sort { ($0.created, $0.key) < ($1.created, $1.key) }
    return (intents, unreadable)
  }

  /// The years whose settled intents are shown at a moment, newest first: the last one and what follows it, and those before
  /// the store was made. A clock that was wrong made these and those to come, and nobody must look for them in vain.
  package func recentYears(at now: Timestamp) throws(StoreError) -> [Int] {
    let last = now.date(utcOffset: 0).year - 1
    let first = format.created.date(utcOffset: 0).year
    return try years().filter { $0 >= last || $0 < first }
  }

  /// The years that have settled intents, newest first.
  package func years() throws(StoreError) -> [Int] {
    try names(in: "intents/done").compactMap { Int($0) }.sorted(by: >)
  }

  enum IntentFile {
    case intent(Intent)
    case unreadable(Damage)
    case missing
  }

  func intentFile(_ path: String) throws(StoreError) -> IntentFile {
    do {
      let bytes = try source.read(path, limit: Limit.intent)
      let intent = try Envelope.open(bytes, path: path, Intent.init(json:))
      let name = path.split(separator: "/").last.map(String.init)
      guard name == FileName.safe(intent.key) + ".json" else {
        return .unreadable(Damage(path, .illegal("it holds the key \(intent.key.prefix(64))")))
      }
      return .intent(intent)
    } catch let damage as Damage {
      return .unreadable(damage)
    } catch let error as SystemError {
      if error.isMissing { return .missing }
      // Whatever the disk says of it, an intent that can't be read may have moved money.
      return .unreadable(Damage(path, .failed(error)))
    } catch {
      throw .excessive(String(describing: error))
    }
  }
}
