import Domain
import JSON
import Provider
import Sandbox

/// The native API: the sandbox with one of its people.
package final class SandboxSystem: FakeSystem {
  package let dialect = Dialect.native
  package let login: String
  package let password = Sandbox.password
  package var accountID: String { login }
  package var now: Timestamp {
    get { clock.now }
    set { clock.now = newValue }
  }
  private let clock: Clock
  private let sandbox: Sandbox

  private final class Clock {
    var now: Timestamp
    init(_ now: Timestamp) { self.now = now }
  }

  package init(
    account: String, hasTicket: Bool = false, isOnHold: Bool = false, hasFriend: Bool = false,
    start: Timestamp = Timestamp(seconds: 1_795_251_600)
  ) {
    let clock = Clock(start)
    self.clock = clock
    login = account
    sandbox = Sandbox.inMemory(entries: 300, start: start, clock: { clock.now })
    self.isOnHold = isOnHold
    self.hasFriend = hasFriend
    if isOnHold { try? sandbox.perform(.startHold(from: nil, until: nil), account: account, key: "holiday") }
    if hasFriend {
      try? sandbox.perform(.inviteFriend(name: "Иван", phone: "79001112233"), account: account, key: "friend")
      clock.now = start.adding(seconds: 86_400)
    }
    guard hasTicket else { return }
    ticket = "1001"
    try? sandbox.perform(
      .openTicket(subject: "Нет связи", text: "С утра", topic: nil), account: account, key: "elsewhere")
  }

  /// Who can do it.
  static func account(ableTo kind: Action.Kind?) -> String {
    switch kind {
    case .takeTrustPayment: "100106"
    case .cancelTariffChange: "100105"
    case .stopAutopayment: "100104"
    default: "100101"
    }
  }

  private let isOnHold: Bool
  private let hasFriend: Bool

  /// One that was there from the beginning.
  private var ticket: String?

  package var possible: [Action] {
    let pay = Action.pay(amount: Money(minor: 150_00, currency: .rub), method: nil)
    switch login {
    case "100106": return [pay, .takeTrustPayment]
    case "100105": return [pay, .cancelTariffChange]
    case "100104": return [pay, .stopAutopayment(id: "a1")]
    default:
      let write = Action.openTicket(subject: "Скорость", text: "Не больше 10 Мбит/с\nс вечера", topic: "connection")
      let more = ticket.map { [Action.replyTicket(id: $0, text: "И сейчас тоже"), .closeTicket(id: $0)] } ?? []
      let day = now.date(utcOffset: 180)
      let hold = isOnHold ? Action.cancelHold : .startHold(from: day.adding(days: 3), until: day.adding(days: 20))
      let others: [Action] = [
        .redeemVoucher(code: "KB0500000050", serial: nil),
        .setProfile([.email: "new@mail.example", .phone: "+74822000000"], confirmation: nil),
        .inviteFriend(name: "Анна", phone: "79005556677"), .readNotices,
        .requestInvoice(amount: Money(minor: 777_00, currency: .rub)),
      ]
      return [pay, .switchTariff(id: "home-100", when: .nextPeriod), write, hold] + more + others
        + (hasFriend ? [.claimReferralBonus] : [])
    }
  }

  package func answer(_ request: Request) throws -> Response {
    try sandbox.transport.exchange(request, with: address, receive: nil)
  }

  private let address = Address(scheme: "https", host: "native.example", port: nil, path: "")

  /// The next call meets a token that is over; the refresh token stays.
  package func endSessions() { sandbox.faults.add(Fault(.unauthorized)) }

  package func payOnPage(_ amount: Money) {}

  package func post(_ amount: Money) {
    try? sandbox.correct(
      account: login, kind: amount.isPositive ? .refund : .charge, amount: amount.minor, text: "Операция")
  }

  package func effects(_ kind: Action.Kind) -> Int {
    guard let look = try? looked() else { return -1 }
    let (account, entries, tickets) = (look.account, look.entries, look.all(Ticket.self))
    switch kind {
    case .pay: return entries.count { $0.key != nil && $0.kind == .payment && $0.method != "voucher" }
    case .redeemVoucher: return entries.count { $0.method == "voucher" }
    case .setProfile: return look.all(Profile.self).count { $0.emails == ["new@mail.example"] }
    case .inviteFriend: return look.all(Referral.self).flatMap(\.friends).count { $0.name == "Анна" }
    case .claimReferralBonus: return entries.count { $0.kind == .bonus && $0.key != nil }
    case .stopAutopayment: return look.all(Autopayment.self).isEmpty ? 1 : 0
    case .requestInvoice: return look.all(Document.self).count { $0.amount?.minor == 777_00 && $0.kind == .invoice }
    case .readNotices: return look.all(Notice.self).allSatisfy(\.isRead) ? 1 : 0
    case .takeTrustPayment: return entries.count { $0.key != nil && $0.kind == .fee }
    case .switchTariff: return account?.scheduledChange == nil ? 0 : 1
    case .cancelTariffChange: return account?.scheduledChange == nil ? 1 : 0
    case .openTicket: return tickets.count { $0.id != ticket }
    case .replyTicket: return tickets.first { $0.id == ticket }.map { $0.messages.count - 1 } ?? -1
    case .closeTicket: return tickets.count { $0.state == .closed }
    case .startHold: return account?.hold == nil ? 0 : 1
    case .cancelHold: return account?.hold == nil ? 1 : 0
    }
  }

  private struct Look {
    var account: Account?
    var entries: [LedgerEntry] = []
    var items: [Item] = []

    func all<Member: CollectionMember>(_ type: Member.Type) -> [Member] {
      items.filter { $0.collection == Member.collection }.compactMap { try? Member(json: $0.json) }
    }
  }

  /// Looks by a login of its own, past all faults.
  private func looked() throws -> Look {
    let vault = MemoryVault()
    let transport = sandbox.transport
    try Dialect.native.signIn(at: address, transport: transport, vault: vault, clock: { self.now })
      .signIn(login: login, password: password)
    let provider = Dialect.native.provider(
      at: address, transport: transport, vault: vault, clock: { self.now }, language: "en")
    var look = Look()
    _ = try provider.changes(of: login, since: nil) { step in
      if case .change(.account(let value)) = step { look.account = value }
      if case .change(.entry(let entry)) = step { look.entries.append(entry) }
      if case .change(.item(let item)) = step { look.items.append(item) }
    }
    return look
  }
}
