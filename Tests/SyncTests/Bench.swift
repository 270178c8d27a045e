import Domain
import Platform
import Provider
import Store
import Sync
import TestSupport
import Testing

/// A store of its own with a clock that stands and a provider from a script.
final class Bench {
  static let start = Timestamp(seconds: 1_790_000_000)
  static let account = "77"
  let home: TemporaryHome
  let store: StoreWriter
  let provider: ScriptedProvider
  var now = Bench.start

  init(_ provider: ScriptedProvider = ScriptedProvider()) throws {
    home = try TemporaryHome()
    store = try StoreWriter.openOrCreate(path: home.path + "/store", holder: "test", now: Bench.start)
    self.provider = provider
  }

  deinit {
    #expect(provider.unexpected == [])
  }

  func synchronizer(
    store other: StoreWriter? = nil, acceptsShrink: Bool = false, patience: Int64 = 5_000
  ) -> Synchronizer {
    Synchronizer(
      store: other ?? store, provider: provider, account: (Bench.account, "p77"), articleShelf: .articles("test"),
      now: { [self] in now }, random: { 7 }, acceptsShrink: acceptsShrink, patience: patience)
  }

  func otherStore() throws -> StoreWriter {
    try StoreWriter(path: home.path + "/store", holder: "other", patience: 50)
  }

  func puller(acceptsShrink: Bool = false) -> Puller {
    Puller(store: store, shelf: .account(Bench.account), now: { [self] in now }, acceptsShrink: acceptsShrink)
  }

  /// Pulls the account alone from the provider's feeds.
  @discardableResult
  func pull(acceptsShrink: Bool = false) throws -> Puller.Report {
    try puller(acceptsShrink: acceptsShrink).pull { cursor, receive in
      try provider.changes(of: "p77", since: cursor, receive: receive)
    }
  }

  func head() throws -> Head { try #require(try store.head(.account(Bench.account))) }

  func entries() throws -> [LedgerEntry] {
    let page = try store.reader.ledger(.account(Bench.account), try head())
    #expect(page.damage == [])
    return page.entries
  }

  func ids() throws -> [String] { try entries().map(\.id) }

  // MARK: - Intents

  static func payment(
    _ key: String, _ roubles: Int64 = 500, created: Timestamp = Bench.start, validFor: Int64? = 3600,
    after parent: String? = nil
  ) -> Intent {
    intent(
      key, .pay(amount: Money(minor: roubles * 100, currency: .rub), method: nil), created: created,
      validFor: validFor, after: parent)
  }

  static func intent(
    _ key: String, _ action: Action, created: Timestamp = Bench.start, validFor: Int64? = 3600,
    after parent: String? = nil
  ) -> Intent {
    Intent(
      key: key, account: account, action: action, body: "body of \(key)", terms: nil, created: created,
      validUntil: validFor.map { created.adding(seconds: $0) }, dependsOn: parent)
  }

  /// Puts an intent into the store as these events leave it.
  @discardableResult
  func add(_ intent: Intent, _ events: Intent.Event..., link: String? = nil) throws -> Intent {
    var intent = intent
    #expect(try store.create(intent) == .created)
    for event in events {
      try intent.apply(event, at: intent.created, link: link)
      try store.update(intent)
    }
    return intent
  }

  func state(_ key: String) throws -> Intent.State? { try store.reader.intent(key)?.state }

  /// Takes the questions asked since the last time.
  func asked() -> [String] {
    defer { provider.calls = [] }
    return provider.calls
  }
}

enum Sample {
  static let reason = Reason(code: "declined", label: LocalizedText("Declined"), remedy: LocalizedText("Another card"))

  static let notSentCauses: [TransportFailure.Cause] = [
    .nameNotResolved, .connectionRefused, .tlsFailed, .forbiddenAddress, .transportMissing, .other,
  ]
  static let allCauses: [TransportFailure.Cause] = [
    .nameNotResolved, .connectionRefused, .tlsFailed, .timeout, .connectionLost, .answerTooLarge, .malformedAnswer,
    .redirect, .forbiddenAddress, .transportMissing, .interrupted, .other,
  ]

  /// The entry number `index` of -1 rouble each; the balance after it is `-index` roubles.
  static func entry(
    _ index: Int, id: String? = nil, at time: Int? = nil, balance: Int? = nil, currency: Currency = .rub
  ) -> LedgerEntry {
    let time = Timestamp(seconds: 1_700_000_000 + Int64(time ?? index) * 3600)
    return LedgerEntry(
      id: id ?? "e\(index)", time: time, date: time.date(utcOffset: 180), kind: .charge,
      amount: Money(minor: -100, currency: currency),
      balance: Money(minor: Int64(-100 * (balance ?? index)), currency: currency), text: "Charge")
  }

  static func account(balance: Int, id: String = "p77", currency: Currency = .rub, asOf: Timestamp = Bench.start)
    -> Account
  {
    Account(
      id: id, number: "77", holder: Account.Holder(name: "Ann"), utcOffset: 180, state: .active,
      balance: Money(minor: Int64(-100 * balance), currency: currency), credit: .zero(currency), asOf: asOf,
      freshFor: 3600)
  }

  static func begin(complete: Bool, epoch: String = "1", serverTime: Timestamp? = nil) -> PullStep {
    .begin(PullHeader(isComplete: complete, epoch: epoch, serverTime: serverTime))
  }

  static func head(_ entries: Int, balance: Int? = nil) -> LedgerHead {
    LedgerHead(entries: entries, balance: Money(minor: Int64(-100 * (balance ?? entries)), currency: .rub))
  }

  /// A feed that brings entries, their account and an end under a cursor.
  static func feed(_ range: ClosedRange<Int>, complete: Bool, cursor: String, epoch: String = "1") -> [PullStep] {
    [begin(complete: complete, epoch: epoch)] + range.map { .change(.entry(entry($0))) }
      + [.change(.account(account(balance: range.upperBound))), .end(Cursor(cursor), head(range.upperBound))]
  }
}
