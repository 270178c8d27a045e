import Domain
import Provider
import Store

/// Takes the steps of a plan, each as it stands when its turn comes: what waited for an intent is sent in the same run
/// when that one is settled, and nothing is sent on the word of a plan that an outcome has overtaken.
struct PushQueue {
  let store: StoreWriter
  let pusher: Pusher
  /// The shelf's name.
  let shelf: String
  let now: () -> Timestamp

  func plan() throws -> [SyncPlan.Push] {
    let open = try store.reader.openIntents()
    let mine = open.of(shelf)
    return SyncPlan.pushes(
      for: mine, confirmed: Set(mine.compactMap(\.dependsOn).filter(isConfirmed)), isMoneyLocked: open.isMoneyLocked,
      now: now())
  }

  /// A parent that can't be read is not known to be done.
  private func isConfirmed(_ key: String) -> Bool {
    guard case .some(.some(let parent)) = try? store.reader.intent(key) else { return false }
    return parent.state == .confirmed
  }

  /// Takes every step, or those that lead to one intent. The results are in the order of the plan; those after the one
  /// where the provider stopped answering say how their intents stand.
  func run(upTo key: String? = nil, each: (PushResult) -> Void, watch: (Action) -> Void) throws -> [PushResult] {
    var results: [PushResult] = []
    var hasEnded = false
    while let push = try next(upTo: key, after: Set(results.map(\.intent.key))) {
      if hasEnded {
        results.append(PushResult(intent: try pusher.apply(push.asWaiting).intent, failure: results.last?.failure))
        continue
      }
      watch(push.action)
      let result = try pusher.apply(push)
      results.append(result)
      each(result)
      hasEnded = result.endsPushing
    }
    return results
  }

  private func next(upTo key: String?, after done: Set<String>) throws -> SyncPlan.Push? {
    let plan = try plan()
    guard let key else { return plan.first { !done.contains($0.key) } }
    guard !done.contains(key), let place = plan.firstIndex(where: { $0.key == key }) else { return nil }
    // Before it: money that may hold it up, and its parent.
    let parent = try store.reader.intent(key)?.dependsOn
    return plan[...place].first { push in
      guard !done.contains(push.key) else { return false }
      return push.key == key || push.key == parent || push.action.movesMoney && plan[place].action.movesMoney
    }
  }
}

extension SyncPlan.Push {
  fileprivate var asWaiting: SyncPlan.Push { SyncPlan.Push(key: key, action: action, step: .wait) }
}
