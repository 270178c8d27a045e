import Domain
import JSON
import Language
import Terminal

/// How a tariff stands to an account.
enum TariffStatus: Sendable, Equatable {
  case current
  case available
  case availableFrom(CivilDate)
  case archived
  case unavailable

  init(_ tariff: Tariff, account: Account) {
    if tariff.isCurrent(of: account) {
      self = .current
    } else if tariff.eligibility.available {
      self = .available
    } else if let date = tariff.eligibility.availableFrom {
      self = .availableFrom(date)
    } else {
      self = tariff.isArchived ? .archived : .unavailable
    }
  }

  func line(today: CivilDate) -> Line {
    switch self {
    case .current: .dual(.tariffCurrent, machine: machine, .bold)
    case .available: .dual(.tariffAvailable, machine: machine, .good)
    case .availableFrom(let date):
      .dual(.tariffFrom(DateText.near(date, today: today)), machine: machine, .warning)
    case .archived: .dual(.tariffArchived, machine: machine, .dim)
    case .unavailable: .dual(.tariffUnavailable, machine: machine, .dim)
    }
  }

  /// The word for programs; the day from which it can be had is in the JSON.
  var machine: String {
    switch self {
    case .current: "current"
    case .available: "available"
    case .availableFrom: "later"
    case .archived: "archived"
    case .unavailable: "unavailable"
    }
  }
}

extension Tariff {
  /// The account's own word goes before the catalogue's.
  func isCurrent(of account: Account) -> Bool {
    account.tariffID.map { $0 == id } ?? eligibility.active
  }

  /// The fee with the account's discount.
  func discountedFee(_ account: Account) -> Money {
    fee.share(Int64(100 - account.discountPercent), of: 100) ?? fee
  }

  /// What thirty days cost, with the discount; a month's fee as it is.
  func monthlyFee(_ account: Account) -> Money {
    let fee = discountedFee(account)
    switch cycle {
    case .calendarMonth, .anniversary, .spread, .inAdvance: return fee
    case .daily: return fee.multiplied(by: 30) ?? fee
    case .everyDays(let days): return fee.share(30, of: Int64(days)) ?? fee
    }
  }

  var isMonthly: Bool {
    switch cycle {
    case .calendarMonth, .anniversary, .spread, .inAdvance: true
    case .daily, .everyDays: false
    }
  }

  var speed: Line {
    guard let speed = Phrase.speed(down: downstream, up: upstream) else { return Line() }
    let numbers = [downstream, upstream].compactMap { $0 }.map(String.init)
    return .dual(speed, machine: numbers.joined(separator: "/"))
  }

  /// The numbers alone, for a column whose title has the unit: «300», «1000/500».
  var megabits: Line {
    let numbers = [downstream, upstream].compactMap { $0 }.map(String.init)
    let text = downstream == upstream ? numbers.first ?? "" : numbers.joined(separator: "/")
    return .dual(Phrase(verbatim: text), machine: numbers.joined(separator: "/"))
  }

  func json(of account: Account) -> [String: JSON] {
    guard case .object(var members) = json else { return [:] }
    members["current"] = .bool(isCurrent(of: account))
    members["yourFee"] = discountedFee(account).json
    return members
  }
}
