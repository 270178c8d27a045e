import JSON

/// When and how a fee is taken. The five ways that providers use; "paid until" differs in each.
package enum ChargeCycle: Sendable, Equatable {
  /// The whole fee on the 1st of each month if balance and credit cover it, else blocked without debt.
  case calendarMonth
  /// The whole fee every `days` days from the activation, under the same condition.
  case everyDays(Int)
  /// The whole fee on the same day of each month as the activation (31 becomes the month's last day), same condition.
  case anniversary(day: Int)
  /// A fee a day, under the same condition.
  case daily
  /// A monthly fee in daily parts that sum exactly to the fee over the month.
  case spread
  /// The fee of the next month on the last day of this one, under the same condition.
  case inAdvance
}

/// A fee with its cycle and the next day on which it is due.
package struct ChargePlan: Sendable, Equatable {
  package let cycle: ChargeCycle
  /// For a period of the cycle: a day with `daily`, a month with `spread`.
  package let fee: Money
  package let nextCharge: CivilDate

  package init(cycle: ChargeCycle, fee: Money, nextCharge: CivilDate) {
    self.cycle = cycle
    self.fee = fee
    self.nextCharge = nextCharge
  }
}

extension ChargeCycle: JSONConvertible {
  /// `"calendar-month"`, `"every-30-days"`, `"anniversary-15"`, `"daily"`, `"spread"`, `"in-advance"`
  package init(json: JSON) throws(FieldError) {
    guard case .string(let text) = json, let cycle = ChargeCycle(text: text) else {
      throw FieldError("cycle", "a charge cycle is due")
    }
    self = cycle
  }

  package var json: JSON { .string(text) }

  package init?(text: String) {
    let words = text.split(separator: "-")
    switch text {
    case "calendar-month": self = .calendarMonth
    case "daily": self = .daily
    case "spread": self = .spread
    case "in-advance": self = .inAdvance
    default:
      if words.count == 3, words[0] == "every", words[2] == "days", let days = Int(words[1]), (1...366).contains(days) {
        self = .everyDays(days)
      } else if words.count == 2, words[0] == "anniversary", let day = Int(words[1]), (1...31).contains(day) {
        self = .anniversary(day: day)
      } else {
        return nil
      }
    }
  }

  package var text: String {
    switch self {
    case .calendarMonth: "calendar-month"
    case .everyDays(let days): "every-\(days)-days"
    case .anniversary(let day): "anniversary-\(day)"
    case .daily: "daily"
    case .spread: "spread"
    case .inAdvance: "in-advance"
    }
  }
}

extension ChargePlan: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "plan")
    self.init(
      cycle: try fields.value("cycle"), fee: try fields.value("fee"), nextCharge: try fields.value("nextCharge"))
  }

  package var json: JSON { ["cycle": cycle.json, "fee": fee.json, "nextCharge": nextCharge.json] }
}
