import Testing

@testable import Domain

/// Values for tests, written short.
func day(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> CivilDate {
  try #require(CivilDate(text), "not a date: \(text)", sourceLocation: sourceLocation)
}

func roubles(_ minor: Int64) -> Money { Money(minor: minor, currency: .rub) }

/// An account in the sandbox's money with a plan; everything else is as plain as can be.
struct Sample {
  var cycle: ChargeCycle = .calendarMonth
  var fee: Int64 = 500_00
  var next = "2026-12-01"
  var balance: Int64 = 0
  var credit: Int64 = 0
  var creditUntil: String?
  var discount = 0
  var services: [Int64] = []
  var prepaidUntil: String?
  var change: ScheduledTariffChange?
  var trust: TrustPayment?
  var state: Account.State = .active
  var block: Account.Block?
  var hasPlan = true

  func account() throws -> Account {
    let plan = ChargePlan(cycle: cycle, fee: roubles(fee), nextCharge: try day(next))
    let services = services.enumerated().map { index, fee in
      Service(id: "s\(index)", name: "Service \(index)", kind: "tv", fee: roubles(fee))
    }
    return Account(
      id: "1", number: "100", holder: .init(name: "Анна"), utcOffset: 180, state: state, block: block,
      balance: roubles(balance), credit: roubles(credit), creditUntil: try creditUntil.map { try day($0) },
      discountPercent: discount, plan: hasPlan ? plan : nil, scheduledChange: change, services: services,
      trustPayment: trust, prepayment: try prepaidUntil.map { Account.Prepayment(until: try day($0)) },
      asOf: Timestamp(seconds: 1_795_000_000))
  }

  func forecast(on today: String) throws -> Forecast { Forecast(account: try account(), today: try day(today)) }

  static func trust(_ amount: Int64, taken: String, until: String) throws -> TrustPayment {
    TrustPayment(
      id: "t", amount: roubles(amount), fee: roubles(10_00), takenOn: try day(taken), until: try day(until),
      state: .active)
  }
}

/// SplitMix64; its seed is printed with each failure so that the failure can be repeated.
struct Dice: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64 = .random(in: .min ... .max)) {
    self.seed = seed
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
