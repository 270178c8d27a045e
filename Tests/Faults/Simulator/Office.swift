import Domain
import Provider

/// The provider itself: what it charged is the truth that the client's story is compared with.
///
/// With keys it does what the native API promises. Without, each request that arrives is a charge, and its state can be
/// read back.
final class Office {
  enum Record {
    case done(reference: String), refused, fenced
    /// Taken; the page where a person finishes it, if any.
    case accepted(page: String?)
  }

  /// Everything written down; a value, so that many runs can begin from the same books.
  struct Books {
    var records: [String: Record] = [:]
    /// How often a key was charged, and how much in all under one amount.
    var charges: [String: Int] = [:]
    var chargesOfAmount: [Int64: Int] = [:]
    var entries: [LedgerEntry] = []
    /// What a feed tells one after the other.
    var log: [Change] = []
    var epoch = 1
    /// The balances that were told, by the moment at which they were computed, and how long the log was.
    var told: [Int64: [(balance: Int64, position: Int)]] = [:]
  }

  static let reason = Reason(code: "declined", label: LocalizedText("Declined"))
  private static let opening: Int64 = 50_000
  private static let trustFee: Int64 = -500
  let honoursKeys: Bool
  /// False: as if the client made a new key for each attempt.
  let recognisesKeys: Bool
  private let now: () -> Timestamp
  private(set) var books: Books
  /// Requests that are still under way, whatever became of their connections.
  private(set) var late: [Intent] = []

  init(honoursKeys: Bool, recognisesKeys: Bool, books: Books = Books(), now: @escaping () -> Timestamp) {
    self.honoursKeys = honoursKeys
    self.recognisesKeys = recognisesKeys
    self.books = books
    self.now = now
  }

  func charges(of key: String) -> Int { books.charges[key] ?? 0 }
  var balance: Int64 { books.entries.last?.balance.minor ?? Office.opening }

  // MARK: - Intents

  /// A request arrives.
  func perform(_ intent: Intent, as wanted: Record? = nil) -> Submission {
    if honoursKeys, recognisesKeys, let known = books.records[intent.key] { return answer(known) }
    let record = wanted ?? .done(reference: "r-\(intent.key)")
    amounts[intent.key] = intent.amount?.minor ?? Office.trustFee
    if case .done = record { charge(intent.key) }
    books.records[intent.key] = record
    return answer(record)
  }

  private var amounts: [String: Int64] = [:]

  private func answer(_ record: Record) -> Submission {
    switch record {
    case .done(let reference): .done(reference: reference, link: nil)
    case .accepted(let page): .accepted(link: page, retryAfter: nil)
    case .refused, .fenced: .refused(Office.reason)
    }
  }

  private func charge(_ key: String) {
    let amount = amounts[key] ?? 0
    books.charges[key, default: 0] += 1
    books.chargesOfAmount[amount, default: 0] += 1
    append(amount, amount > 0 ? .payment : .fee, key: key)
  }

  func delay(_ intent: Intent) { late.append(intent) }

  /// The first of the requests under way arrives; its sender hears nothing.
  func deliverOne() {
    guard !late.isEmpty else { return }
    _ = perform(late.removeFirst())
  }

  /// What was accepted comes to its end.
  func finishAccepted(_ isPaid: () -> Bool) {
    for (key, record) in books.records.sorted(by: { $0.key < $1.key }) {
      guard case .accepted = record else { continue }
      if isPaid() {
        books.records[key] = .done(reference: "r-\(key)")
        charge(key)
      } else {
        books.records[key] = .refused
      }
    }
  }

  func settle(_ intent: Intent) -> Settlement {
    switch books.records[intent.key] {
    case .done(let reference): .done(reference: reference, link: nil)
    case .accepted(let page): .accepted(link: page)
    case .refused: .refused(Office.reason)
    case .fenced: .notExecuted
    // A 404 is no proof; reading the state back is, once nothing is under way any more.
    case nil: honoursKeys || late.contains { $0.key == intent.key } ? .unknown : .notExecuted
    }
  }

  func fence(_ intent: Intent) -> Settlement {
    if honoursKeys, books.records[intent.key] == nil { books.records[intent.key] = .fenced }
    return settle(intent)
  }

  // MARK: - Ledger

  func takeFee() { append(-Int64(100 + books.entries.count), .charge, key: nil) }

  /// The last operations are corrected: balances after them change too.
  func correct(_ count: Int) {
    let first = max(0, books.entries.count - count)
    guard first < books.entries.count else { return }
    for index in first..<books.entries.count {
      let old = books.entries[index]
      let amount = index == first && old.kind == .charge ? old.amount.minor - 1 : old.amount.minor
      let before = index == 0 ? Office.opening : books.entries[index - 1].balance.minor
      books.entries[index] = Office.entry(old.id, old.time, old.kind, amount, before + amount, old.key)
      books.log.append(.entry(books.entries[index]))
    }
  }

  /// Cursors of the old epoch are void.
  func beginEpoch() { books.epoch += 1 }

  private func append(_ amount: Int64, _ kind: LedgerEntry.Kind, key: String?) {
    let time = max(now(), books.entries.last?.time ?? now())
    let id = key.map { "pay-\($0)-\(charges(of: $0))" } ?? "fee-\(books.entries.count)"
    let entry = Office.entry(id, time, kind, amount, balance + amount, key)
    books.entries.append(entry)
    books.log.append(.entry(entry))
  }

  private static func entry(
    _ id: String, _ time: Timestamp, _ kind: LedgerEntry.Kind, _ amount: Int64, _ balance: Int64, _ key: String?
  ) -> LedgerEntry {
    LedgerEntry(
      id: id, time: time, date: time.date(utcOffset: 180), kind: kind, amount: Money(minor: amount, currency: .rub),
      balance: Money(minor: balance, currency: .rub), text: "", key: key)
  }

  /// What an answer to a feed says; nil when nothing is new.
  func feed(since cursor: Cursor?) throws(ProviderError) -> [PullStep]? {
    var start: Int?
    if let cursor {
      let parts = cursor.text.split(separator: ".").compactMap { Int($0) }
      guard parts.count == 2, parts[0] == books.epoch else { throw .cursorGone }
      if parts[1] == books.log.count { return nil }
      start = parts[1]
    }
    var steps: [PullStep] = [
      .begin(PullHeader(isComplete: start == nil, epoch: "\(books.epoch)", serverTime: now())),
      .change(.account(account)),
    ]
    steps += start.map { books.log[$0...].map { .change($0) } } ?? books.entries.map { .change(.entry($0)) }
    steps.append(
      .end(
        Cursor("\(books.epoch).\(books.log.count)"),
        LedgerHead(entries: books.entries.count, balance: Money(minor: balance, currency: .rub))))
    books.told[now().seconds, default: []].append((balance, books.log.count))
    return steps
  }

  private var account: Account {
    Account(
      id: Scene.accountID, number: "77", holder: Account.Holder(name: "Ann"), utcOffset: 180, state: .active,
      balance: Money(minor: balance, currency: .rub), credit: .zero(.rub), asOf: now())
  }

  func check(_ action: Action) -> Check {
    guard case .pay(let amount, _) = action else { return Check(eligibility: Eligibility(available: true)) }
    return Check(eligibility: Eligibility(available: true), price: amount, fee: .zero(.rub))
  }
}
