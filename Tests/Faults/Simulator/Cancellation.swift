import Domain
import JSON
import Platform
import Store
import Sync

/// Takes a payment back, as a person would by its key.
struct Cancellation {
  static let word = "cancel"
  let key: String
  let wire: Wire

  /// What is shown of the intent afterwards.
  func run(on kernel: any Kernel, now: @escaping () -> Int64) throws -> JSON {
    let store = try StoreWriter(path: Scene.store, holder: Cancellation.word, on: kernel)
    let synchronizer = Synchronizer(
      store: store, provider: wire, account: (Scene.shelf.name, Scene.accountID), articleShelf: .articles("x"),
      now: { Timestamp(seconds: now()) }, random: { 3 })
    let intent = try synchronizer.cancel(key).intent
    return ["kind": "intent", "key": .string(key), "state": .string(intent.state.rawValue)]
  }
}
