import Domain
import Language
import Platform
import Provider
import Store
import Sync
import Terminal

/// One account as a reading command sees it: from the store or from a snapshot, never from the network.
struct Session {
  let world: World
  let entry: Configuration.Entry
  let shelf: ShelfID
  let reader: StoreReader
  let head: Head
  let account: Account
  let digest: HomeDigest

  /// Opens the account that is meant: `--account`, `KABINET_ACCOUNT`, else the current one.
  init(_ world: World) throws { try self.init(world, entry: Session.entry(world)) }

  init(_ world: World, entry: Configuration.Entry) throws {
    self.world = world
    self.entry = entry
    shelf = .account(entry.id)
    reader = try world.openReader()
    head = try reader.head(shelf)
    guard let account = head.account else {
      let since = head.rebuilt?.date(utcOffset: 0)
      throw Failure(.store, .balanceUnknown, why: .rebuiltOn(since), hint: .runSync)
    }
    self.account = account
    digest =
      try head.digest.map { try HomeDigest(json: $0) } ?? HomeDigest(incidents: [], unreadNotices: 0, serverTime: nil)
  }

  static func entry(_ world: World) throws -> Configuration.Entry {
    if let snapshot = world.snapshot { return snapshot.entry }
    let configuration = try world.configuration.get()
    guard let name = world.account else {
      guard let entry = configuration.currentEntry else {
        throw Failure(.loginNeeded, .notLoggedIn, hint: .loginOrDemo)
      }
      return entry
    }
    guard let entry = configuration.entry(named: name) else {
      throw Failure(.usage, .noSuchAccount(name), hint: .seeAccounts)
    }
    return entry
  }

  /// The provider's clock now: what it said at the last sync, and the time that has passed on ours since.
  var now: Timestamp {
    let said = digest.serverTime ?? account.asOf
    guard let synced = head.synced else { return said }
    return said.adding(seconds: max(0, synced.seconds(until: world.now())))
  }

  /// The provider's knowledge base.
  var articleShelf: ShelfID { .articles(entry.address) }

  var today: CivilDate { account.day(at: now) }

  /// How old the data is, in seconds of our clock.
  var age: Int64 { head.synced.map { $0.seconds(until: world.now()) } ?? 0 }

  var isStale: Bool { age > Int64(account.freshFor) }

  var forecast: Forecast { Forecast(account: account, today: today) }

  func tariffs() throws -> [Tariff] { try reader.part(.tariffs, of: shelf, head) }
  func incidents() throws -> [Incident] { try reader.part(.incidents, of: shelf, head) }
  func notices() throws -> [Notice] { try reader.part(.notices, of: shelf, head) }
  func methods() throws -> [PaymentMethod] { try reader.part(.methods, of: shelf, head) }
  func tickets() throws -> [Ticket] { try reader.part(.tickets, of: shelf, head) }
  func topics() throws -> [TicketTopic] { try reader.part(.topics, of: shelf, head) }
  func documents() throws -> [Document] { try reader.part(.documents, of: shelf, head) }
  func usage() throws -> [UsageSession] { try reader.part(.sessions, of: shelf, head) }
  func devices() throws -> [Device] { try reader.part(.devices, of: shelf, head) }
  func profile() throws -> Profile? {
    let profiles: [Profile] = try reader.part(.profiles, of: shelf, head)
    return profiles.first
  }
  func referral() throws -> Referral? {
    let referrals: [Referral] = try reader.part(.referrals, of: shelf, head)
    return referrals.first
  }
  func autopayments() throws -> [Autopayment] { try reader.part(.autopayments, of: shelf, head) }

  /// The mutations of this account that are on their way.
  func openIntents() throws -> [Intent] { try reader.openIntents().of(entry.id) }

  /// Said under an empty answer: that there is nothing, or that this provider has no such thing at all.
  func tellNone(_ capability: Capability, _ none: Phrase) {
    let isLacking = digest.capabilities.map { !$0.contains(capability.rawValue) } ?? false
    world.console.note(isLacking ? .capabilityLacking(capability.rawValue) : none)
  }

  /// Told on stderr when the data is older than the provider's advice, or incomplete: stale is never shown as fresh.
  func tellAge() {
    if isStale { world.console.warning(.dataIsOld(TimeText.age(seconds: age))) }
    if head.needsRefetch { world.console.warning(.historyIncomplete) }
  }
}

extension World {
  /// The store, or the snapshot in its place.
  func openReader() throws -> StoreReader {
    if let snapshot { return try StoreReader(source: snapshot.files) }
    return try StoreReader(path: home.store, on: kernel)
  }

  /// For commands that change something or ask the provider: a snapshot is another person's view of another moment.
  func refuseSnapshot() throws {
    guard snapshot == nil else { throw Failure(.usage, .snapshotIsReadOnly, hint: .leaveOutSnapshot) }
  }

  /// The store for writing; refused while a snapshot is looked at.
  func openWriter(command: String) throws -> StoreWriter {
    try refuseSnapshot()
    return try StoreWriter.openOrCreate(path: home.store, holder: "kabinet \(command)", now: now(), on: kernel)
  }
}
