import Domain
import Provider

/// A provider's system in this process, with one subscriber and the state that actions change: what a dialect is tested
/// against. It answers as the real one does; what goes wrong on the way is the wire's part.
package protocol FakeSystem: AnyObject {
  var dialect: Dialect { get }
  var login: String { get }
  var password: String { get }
  var accountID: String { get }
  /// Its clock, and the client's.
  var now: Timestamp { get set }
  /// What the subscriber could do at this moment, one action of each kind.
  var possible: [Action] { get }

  func answer(_ request: Request) throws -> Response
  /// How often an action of a kind has taken effect.
  func effects(_ kind: Action.Kind) -> Int
  /// Every session is over, as after a login elsewhere.
  func endSessions()
  /// The person has paid on the page that an intent led to.
  func payOnPage(_ amount: Money)
  /// An operation of this moment; payments are positive.
  func post(_ amount: Money)
  /// Whether `postLate` and `forgetOldest` do anything.
  var editsThePast: Bool { get }
  /// A charge that was taken earlier and is entered only now.
  func postLate(_ amount: Money)
  /// The oldest operation is gone, as after a correction by hand or a cut of old histories.
  func forgetOldest()
}

extension FakeSystem {
  package var editsThePast: Bool { false }
  package func postLate(_ amount: Money) {}
  package func forgetOldest() {}
}

/// The subscribers to test with.
package enum Systems {
  /// - Parameter kind: what they must be able to do now.
  package static func make(_ dialect: Dialect, ableTo kind: Action.Kind? = nil) -> any FakeSystem {
    switch dialect {
    case .native:
      SandboxSystem(
        account: SandboxSystem.account(ableTo: kind), hasTicket: kind == .replyTicket || kind == .closeTicket,
        isOnHold: kind == .cancelHold, hasFriend: kind == .claimReferralBonus)
    case .mikbill: MikBillSystem(inDebt: kind == .takeTrustPayment, isOnHold: kind == .cancelHold)
    case .tmforum: TMForumSystem(changePlanned: kind == .cancelTariffChange)
    case .ubilling: UbillingSystem(inDebt: kind == .takeTrustPayment, isFrozen: kind == .cancelHold)
    case .abills:
      ABillSSystem(
        inDebt: kind == .takeTrustPayment, changePlanned: kind == .cancelTariffChange, isOnHold: kind == .cancelHold)
    }
  }
}

/// A vault that forgets with the test.
package final class MemoryVault: CredentialVault {
  package var stored: Credentials?

  package init(_ stored: Credentials? = nil) { self.stored = stored }

  package func load() -> Credentials? { stored }
  package func save(_ credentials: Credentials) { stored = credentials }
  package func erase() { stored = nil }
}
