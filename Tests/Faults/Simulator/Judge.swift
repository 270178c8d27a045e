import Commands
import Domain
import JSON
import Store

/// Hears everything that the program says on one machine and compares it with what the provider did.
final class Judge {
  /// What one person, or one script with its key, wants to be charged for once.
  final class Purpose {
    let amount: Int64
    /// The script's key.
    let key: String?
    var attempts = 0
    /// A final outcome was shown.
    var isTold = false
    /// How many charges would be no repetition: one more for each time that the person insisted, or that the guard's
    /// ten minutes had passed by the device's clock.
    var allowed = 1
    /// The earliest moment that the device's clock has shown since the first attempt.
    var earliest: Int64
    /// The latest moment that the device's clock has shown since the last time that nobody was at it.
    var latest: Int64

    init(_ amount: Int64, key: String?, at time: Int64) {
      self.amount = amount
      self.key = key
      earliest = time
      latest = time
    }
  }

  private(set) var violations: [String] = []
  private(set) var purposes: [Purpose] = []
  /// The last state that was shown of each key.
  private var shown: [String: Intent.State] = [:]
  private var shownBefore: [String: Intent.State] = [:]
  /// What every balance has to know of: the provider's log as far as a sync has acknowledged it.
  private var floor = 0
  private var floorBefore = 0
  private var begun: [String] = []
  /// Intents of commands that showed none, and how often the power had been cut by then.
  private var disowned: [(key: String, cuts: Int)] = []
  /// Readers must find an account.
  private let expectsAccount: Bool
  private unowned let scene: Scene
  private unowned let machine: Machine

  init(_ scene: Scene, _ machine: Machine, expectsAccount: Bool) {
    self.scene = scene
    self.machine = machine
    self.expectsAccount = expectsAccount
  }

  private var office: Office { scene.office }

  func complain(_ text: String) {
    scene.trace("VIOLATION: \(text)")
    violations.append(text)
  }

  // MARK: - Purposes

  func purpose(_ amount: Int64, key: String?) -> Purpose {
    let purpose = Purpose(amount, key: key, at: machine.time)
    purposes.append(purpose)
    return purpose
  }

  func clockMoved() {
    for purpose in purposes {
      purpose.earliest = min(purpose.earliest, machine.time)
      purpose.latest = max(purpose.latest, machine.time)
    }
  }

  /// An attempt at a purpose has ended.
  func attempted(_ purpose: Purpose, insisting: Bool) {
    purpose.attempts += 1
    let isLate = max(purpose.latest, machine.time) - purpose.earliest > PaymentGuard.window
    if purpose.key == nil, purpose.attempts > 1, insisting || isLate { purpose.allowed += 1 }
  }

  // MARK: - Hearing

  /// Commands are about to begin: they must know all that was said until now.
  func listen() {
    for purpose in purposes { purpose.latest = machine.time }
    shownBefore = shown
    floorBefore = floor
  }

  func hear(_ ran: Life.Ran, of life: Life, _ line: [String], for purpose: Purpose? = nil) {
    scene.trace(
      "process \(life.number) \(ran.status.map { "ended with \($0)" } ?? "died"): \(String(decoding: ran.answer, as: UTF8.self))"
    )
    begun += life.made
    // What a rule has claimed is made by whoever comes next.
    let made = life.made.filter { !$0.hasPrefix(Autopay.keyPrefix) }
    if made.count > 1 { complain("\(line) made \(made)") }
    if Judge.reads(line), life.hasWaited { complain("\(line) has waited") }
    guard !ran.answer.isEmpty else {
      // Who is told of a failure alone takes it that nothing was done; a script repeats its key in any case.
      if ran.status != nil, purpose?.key == nil, !life.couldNotUndo {
        disowned += made.map { ($0, ran.cuts) }
      }
      if line.first == "pay", ran.status == .unsettled || ran.status == .usage { scene.weather.tally.add(.guarded) }
      let isExcused = life.metDiskFault || machine.wasRepairedBlindly
      if expectsAccount, line.first == "balance", ran.status != nil, !isExcused {
        complain("balance ended with \(String(describing: ran.status)) and showed nothing")
      }
      return
    }
    guard let json = try? JSON(parsing: ran.answer), case .string(let kind)? = json["kind"] else {
      return complain("no JSON: \(String(decoding: ran.answer, as: UTF8.self))")
    }
    switch kind {
    case "intent":
      // What was never sent and met a failing disk may be gone after a power cut: then nothing happens.
      let state = hear(intent: json) { state in
        ran.isSafe || state != .confirmed && !(state == .queued && life.metDiskFault)
      }
      if ran.status == .done, line.first != "payments", state != .confirmed {
        complain("status 0 for \(state?.rawValue ?? "nothing")")
      }
      if state?.isTerminal == true { purpose?.isTold = true }
      if state == .cancelled { scene.weather.tally.add(.cancelled) }
    // A reader does not wait for the disk: what it saw of another's unfinished work may be undone by a power cut.
    case "payments": list(json["payments"]).forEach { hear(intent: $0) { _ in ran.isSafe } }
    case "sync":
      list(json["intents"]).forEach { hear(intent: $0) { $0 != .confirmed || ran.isSafe } }
      // What was there unchanged may be of another who did not live to make it safe: facts are fetched again.
      let isAcknowledged = (ran.status == .done || ran.status == .unsettled) && json["unchanged"] == .bool(false)
      if isAcknowledged { floor = max(floor, life.pulled) }
    case "balance": hear(balance: json)
    case "doctor": if !life.metDiskFault { hear(doctor: json) }
    case "autopay-run":
      list(json["rules"]).compactMap { $0["intent"] }.forEach { hear(intent: $0) { $0 != .confirmed || ran.isSafe } }
    default: complain("an answer of kind \(kind)")
    }
  }

  private static func reads(_ line: [String]) -> Bool {
    line.first == "balance" || line == ["payments"] || line == ["payments", "--open"]
  }

  private func list(_ json: JSON?) -> [JSON] {
    guard case .array(let items)? = json else { return [] }
    return items
  }

  /// - Parameter isLasting: whether it may never be shown otherwise again. That money has moved is told even if it could not
  ///   be written down for good; it is found out once more then.
  @discardableResult
  private func hear(intent json: JSON, isLasting: (Intent.State) -> Bool) -> Intent.State? {
    guard case .string(let key)? = json["key"], case .string(let word)? = json["state"],
      let state = Intent.State(rawValue: word)
    else {
      complain("an intent without key or state")
      return nil
    }
    // What runs at the same time may have looked earlier; what begins later must not.
    for before in [shownBefore[key], state.isTerminal ? shown[key] : nil] {
      if let before, before.isTerminal, before != state { complain("\(key) was \(before), now \(state)") }
    }
    if isLasting(state), shown[key]?.isTerminal != true { shown[key] = state }
    check(key, state)
    return state
  }

  private func check(_ key: String, _ state: Intent.State) {
    let charges = office.charges(of: key)
    if charges > 1 { complain("\(key) was charged \(charges) times") }
    if state == .confirmed, charges == 0 { complain("\(key) was shown as confirmed and never charged") }
    if state.isTerminal, state != .confirmed, charges > 0, !isOneMachines(key, state) {
      complain("\(key) was shown as \(state) and charged")
    }
  }

  /// What one machine has given up before it was sent, another may do under the same key: that is then shown.
  private func isOneMachines(_ key: String, _ state: Intent.State) -> Bool {
    scene.machines.count > 1 && key.hasPrefix(Autopay.keyPrefix) && (state == .cancelled || state == .expired)
  }

  private func hear(balance json: JSON) {
    guard case .integer(let minor)? = json["balance"]?["minor"], case .string(let text)? = json["asOf"],
      let asOf = Timestamp(text)
    else { return complain("a balance without a sum or a moment") }
    let told = (office.books.told[asOf.seconds] ?? []).filter { $0.balance == minor }
    if told.isEmpty { complain("the balance shown, \(minor) as of \(text), was never the provider's") }
    if let latest = told.map(\.position).max(), latest < floorBefore {
      complain("the balance shown is older than an acknowledged sync")
    }
  }

  private func hear(doctor json: JSON) {
    for finding in list(json["findings"]) where finding["severity"] != "note" {
      // Of a first sync that was broken off nobody can tell that it is not an old one that lost its head.
      let isFirst = !expectsAccount && finding["code"] == "fileMissing" && finding["path"] == "accounts/77/head.json"
      if !isFirst { complain("doctor: \(finding.text)") }
    }
  }

  /// Payments that were begun and whose end was not shown yet.
  var openKeys: [String] { begun.filter { shown[$0]?.isTerminal != true } }

  // MARK: - In the end

  /// How everything ended, by key.
  func ends(_ reader: StoreReader) throws -> [String: Intent] {
    try Dictionary(
      uniqueKeysWithValues: reader.years().flatMap { try reader.doneIntents(year: $0).intents }.map { ($0.key, $0) })
  }

  /// Everything has healed and was synchronised.
  ///
  /// - Parameter elsewhere: what other machines know to be confirmed.
  func conclude(_ reader: StoreReader, elsewhere: Set<String>) throws {
    let ends = try ends(reader)
    for (key, intent) in ends.sorted(by: { $0.key < $1.key }) {
      check(key, intent.state)
      for discrepancy in intent.discrepancies where !isOneMachines(key, intent.state) {
        complain("\(key) is contradicted: \(discrepancy.note)")
      }
    }
    let charged = office.books.charges.keys.sorted()
    for key in charged where ends[key]?.state != .confirmed && !elsewhere.contains(key) {
      complain("\(key) was charged and is \(ends[key].map { $0.state.rawValue } ?? "unknown to the store")")
    }
    for (key, state) in shown.sorted(by: { $0.key < $1.key }) {
      guard let end = ends[key] else {
        complain("\(key) was shown as \(state) and is lost")
        continue
      }
      if state.isTerminal, end.state != state { complain("\(key) was shown as \(state) and is \(end.state)") }
    }
    // A disk that failed to make a name safe may bring it back after a power cut, although it was removed since.
    for (key, cuts) in disowned where office.charges(of: key) > 0 && cuts == machine.cuts {
      complain("\(key) was charged after its command had failed")
    }
    for purpose in purposes {
      let charges = office.books.chargesOfAmount[purpose.amount] ?? 0
      if charges > purpose.allowed {
        complain("\(purpose.amount) was charged \(charges) times, agreed to \(purpose.allowed) times")
      }
    }
    try concludeFacts(reader)
  }

  private func concludeFacts(_ reader: StoreReader) throws {
    let head = try reader.head(Scene.shelf)
    let ledger = try reader.ledger(Scene.shelf, head)
    if !ledger.damage.isEmpty { complain("the ledger is damaged: \(ledger.damage)") }
    let ours = ledger.entries.map { "\($0.id) \($0.amount.minor) \($0.balance.minor)" }
    let theirs = office.books.entries.map { "\($0.id) \($0.amount.minor) \($0.balance.minor)" }
    if ours != theirs { complain("the ledger is \(ours), the provider's \(theirs)") }
    if head.account?.balance.minor != office.balance { complain("the balance is not the provider's") }
  }
}
