import Domain

/// Everything that billing knows of one account at one moment. A value, so that "what would happen" is a copy run ahead.
///
/// It shares no code with the client's forecast, so that comparing the two proves something.
struct Contract: Sendable {
  struct Terms: Sendable, Equatable {
    var tariff: String
    var name: String
    /// For a period of the cycle, before the discount; kopecks.
    var fee: Int64
    var cycle: ChargeCycle
    var nextCharge: CivilDate
  }

  struct Planned: Sendable, Equatable {
    let on: CivilDate
    let terms: Terms
  }

  struct Block: Sendable, Equatable {
    let code: String
    let since: CivilDate

    static let noFunds = "no-funds"
    static let trustOverdue = "trust-payment-overdue"
    static let creditExpired = "credit-expired"
  }

  struct Credit: Sendable, Equatable {
    var amount: Int64 = 0
    /// The last day, where it ends.
    var until: CivilDate?
  }

  let utcOffset: Int
  var today: CivilDate
  /// The moment that is written on new postings.
  var moment: Timestamp
  var balance: Int64 = 0
  var ownCredit = Credit()
  var discountPercent: Int64 = 0
  var terms: Terms
  var planned: Planned?
  var services: [Service] = []
  var prepaidUntil: CivilDate?
  var trust: TrustPayment?
  var trustCount = 0
  /// With a `since` after today, the service still runs: what is paid for is not taken away.
  var block: Block?
  var lastSwitchAtOnce: CivilDate?
  var lastPayment: Account.LastPayment?
  var notices: [Notice] = []
  var noticeCount = 0
  var tickets: [Ticket] = []
  var hold: Hold?
  var papers = Papers()
  var sessions: [UsageSession] = []
  var profile = Profile()
  var vouchers: Set<String> = []
  var friends: [Referral.Friend] = []
  /// Earned by friends and not taken yet.
  var friendBonus: Int64 = 0
  var autopayment: Autopayment?
  /// What the latest steps have posted; the book takes it from here.
  var posted: [Posting] = []

  init(utcOffset: Int, today: CivilDate, terms: Terms) {
    self.utcOffset = utcOffset
    self.today = today
    self.moment = Timestamp(startOf: today, utcOffset: utcOffset)
    self.terms = terms
  }

  var isHeld: Bool { hold?.holds(today) ?? false }

  var isBlocked: Bool { block.map { $0.since <= today } ?? false }

  /// What the balance may fall short today.
  var credit: Int64 {
    let own = ownCredit.until.map { $0 < today } == true ? 0 : ownCredit.amount
    return own + (trust?.state == .active ? trust?.amount.minor ?? 0 : 0)
  }

  mutating func post(
    _ kind: LedgerEntry.Kind, _ amount: Int64, _ text: String, service: String? = nil, method: String? = nil,
    key: String? = nil
  ) {
    balance += amount
    let posting = Posting(
      time: moment, day: today, kind: kind, amount: amount, balance: balance, text: text, service: service,
      method: method, key: key)
    posted.append(posting)
    papers.file(posting)
  }

  mutating func readNotices() {
    notices = notices.map { Notice(id: $0.id, at: $0.at, title: $0.title, text: $0.text, isRead: true) }
  }

  mutating func say(_ title: LocalizedText, _ text: LocalizedText) {
    noticeCount += 1
    notices.append(Notice(id: "n\(noticeCount)", at: moment, title: title, text: text, isRead: false))
    if notices.count > 12 { notices.removeFirst(notices.count - 12) }
  }
}
