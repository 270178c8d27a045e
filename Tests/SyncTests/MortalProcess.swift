import Domain
import Platform
import Provider
import Store
import Sync
import TestSupport
import Testing

/// Runs a client that can die at any instant: between two writes to the disk, before and after the provider acts.
///
/// Death is a copy of the disk at that instant. The process runs on without effect, its disk is forgotten, and the next
/// process finds the copy.
final class MortalProcess {
  static let account = "77"
  let model: ModelProvider
  var now = Bench.start
  private let home: TemporaryHome
  private var generation = 0
  private var instants = 0
  private var deathAt: Int?
  private var heir: String?
  /// What a stranger does while the provider is asked.
  var intruder: (String) -> Void = { _ in }

  init(honoursKeys: Bool) throws {
    model = ModelProvider(honoursKeys: honoursKeys)
    home = try TemporaryHome()
    _ = try StoreWriter.openOrCreate(path: path, holder: "test", now: Bench.start)
    model.instant = { [unowned self] in
      if heir == nil { intruder(path) }
      instant()
    }
    model.beforeSubmit = { [unowned self] intent in expectAlone(intent) }
  }

  var path: String { home.path + "/store\(generation)" }

  func reader() throws -> StoreReader { try StoreReader(path: path) }

  func state(_ key: String) throws -> Intent.State? { try reader().intent(key)?.state }

  /// Runs a process, which dies at this instant of its life; returns false when it had died.
  @discardableResult
  func live(until death: Int? = nil, _ body: (StoreWriter, Synchronizer) throws -> Void) throws -> Bool {
    instants = 0
    deathAt = death
    let store = try StoreWriter(path: path, holder: "test")
    let synchronizer = Synchronizer(
      store: store, provider: model, account: (MortalProcess.account, "p"), articleShelf: .articles("x"),
      now: { [unowned self] in
        instant()
        return now
      }, random: { 3 })
    do {
      try body(store, synchronizer)
    } catch let error as ProviderError where heir == nil {
      // A provider that asks to wait, or does not answer, ends a run.
      _ = error
    } catch  where heir != nil {
    }
    deathAt = nil
    model.isDeaf = false
    guard heir != nil else { return true }
    heir = nil
    generation += 1
    return false
  }

  var instantsLived: Int { instants }

  private func instant() {
    instants += 1
    guard instants == deathAt, heir == nil else { return }
    let copy = home.path + "/store\(generation + 1)"
    do {
      try MortalProcess.copy(try Directory(path), to: try Directory.create(copy))
    } catch {
      Issue.record("the disk could not be copied: \(error)")
    }
    heir = copy
    model.isDeaf = true
  }

  private static func copy(_ from: Directory, to: Directory) throws {
    for name in try from.list() {
      if try from.status(name).kind == .directory {
        try copy(try from.directory(name), to: try to.createDirectory(name))
      } else {
        try to.writeNew(name, try from.read(name, limit: .max))
      }
    }
  }

  /// While money is under way with an unknown outcome no other money is sent.
  private func expectAlone(_ intent: Intent) {
    guard heir == nil, intent.action.movesMoney else { return }
    do {
      let open = try reader().openIntents().intents
      #expect(open.contains { $0.key == intent.key && $0.state != .queued }, "it is sent before that is on the disk")
      let others = open.filter {
        $0.key != intent.key && $0.action.movesMoney && [.sending, .unknown, .fencing].contains($0.state)
      }
      #expect(others.isEmpty)
    } catch {
      Issue.record("\(error)")
    }
  }
}
