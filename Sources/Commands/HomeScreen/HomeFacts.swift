import Domain
import JSON

/// Everything that the home screen tells.
struct HomeFacts: Sendable, Equatable {
  let standing: Standing
  let digest: HomeDigest
  /// The mutations on their way, oldest first.
  let intents: [Intent]
  /// Files of intents that can't be read.
  let unreadableIntents: Int

  var account: Account { standing.account }

  /// Whether a payment may have been made of which the balance does not know.
  var hasUnsettledPayment: Bool { intents.contains { $0.isUnsettledMoney } || unreadableIntents > 0 }
}
