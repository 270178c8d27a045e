import Domain
import JSON
import Provider

/// What the small MikBiLL has beside the money: support, a freeze, cards, what of the card can be changed, sessions.
package final class MikBillExtras {
  package private(set) var effects: [Action.Kind: Int] = [:]
  private(set) var person: [String: JSON] = [
    "phone": "", "mob_tel": "380934708280", "sms_tel": "380934708280", "email": "test@mail.example",
  ]
  private var cards = ["1234 770011220099": 300_00 as Int64]
  private var hold: (start: String, stop: String)?
  private let support: MikBillSupport

  init(isOnHold: Bool, now: Timestamp) {
    support = MikBillSupport(now: now)
    if isOnHold { hold = (now.adding(seconds: -20 * 86_400).date(utcOffset: 180).text, "2026-12-24") }
  }

  var isOnHold: Bool { hold != nil }

  var possible: [Action] {
    [
      .openTicket(subject: "Скорость", text: "Не больше 10 Мбит/с & <с вечера>", topic: nil),
      .replyTicket(id: "8", text: "И сейчас\nтоже"),
      isOnHold ? .cancelHold : .startHold(from: nil, until: CivilDate("2026-12-20")),
      .redeemVoucher(code: "770011220099", serial: "1234"),
      .setProfile([.mobile: "+380 50 123-45-67"], confirmation: nil),
    ]
  }

  func answer(_ route: String, _ form: [String: String], _ system: MikBillSystem) -> Response? {
    switch route {
    case "GET /user/services/freeze": return MikBillSystem.data(freeze)
    case "POST /user/services/freeze": return form["activate"] == "1" ? start(form) : cancel()
    case "POST /payments/voucher": return redeem(form, system)
    case "POST /user": return change(form)
    case "POST /report/sessions": return MikBillSystem.data(MikBillExtras.sessions)
    default:
      guard let answer = support.answer(route, form["message"], at: system.now) else { return nil }
      if let kind = answer.effect { done(kind) }
      return answer.response
    }
  }

  private func done(_ kind: Action.Kind) { effects[kind, default: 0] += 1 }

  // MARK: - What changes something

  private var freeze: JSON {
    [
      "available": hold == nil ? 1 : 0, "active": hold == nil ? 0 : 1,
      "info": [
        "cost_activate": 10, "cost_deactivate": "5.00", "cost_day": "1.50", "min_day": "7", "count_free": "0",
        "count_free_used": "1", "date_start": hold.map { .string($0.start) } ?? .null,
        "date_stop": hold.map { .string($0.stop) } ?? .null, "date_stop_ever": 0, "freeze_ever": "0",
        "balanse_plus": "1", "fixed_month": false, "unfreeze_earlier_pay": "1", "unfreeze_earlier_disallow": false,
        "currency": "руб",
      ],
    ]
  }

  private func start(_ form: [String: String]) -> Response {
    guard hold == nil, let start = form["date_start"], let stop = form["date_stop"], form["freeze_do_ever"] == "0",
      form["fixed_month_num"] == "0"
    else { return MikBillSystem.failure(-22, "Already activated") }
    hold = (start, stop)
    done(.startHold)
    return MikBillSystem.data([])
  }

  private func cancel() -> Response {
    guard hold != nil else { return MikBillSystem.failure(-23, "Already deactivated") }
    hold = nil
    done(.cancelHold)
    return MikBillSystem.data([])
  }

  private func redeem(_ form: [String: String], _ system: MikBillSystem) -> Response {
    let card = "\(form["series"] ?? "") \(form["number"] ?? "")"
    guard let sum = cards.removeValue(forKey: card) else { return MikBillSystem.failure(-31, "Ваучер не найден") }
    system.enter(sum, at: system.now, type: 28)
    done(.redeemVoucher)
    return MikBillSystem.data([])
  }

  /// Numbers are kept without their spaces.
  private func change(_ form: [String: String]) -> Response {
    guard let pair = form.first, form.count == 1, person[pair.key] != nil else {
      return MikBillSystem.failure(-41, "Нет такого поля")
    }
    person[pair.key] = .string(pair.key == "email" ? pair.value : pair.value.filter(\.isNumber))
    done(.setProfile)
    return MikBillSystem.data([])
  }

  private static let sessions: JSON = [
    [
      "before_billing": "332.718616", "billing_minus": "0.000000", "framedipaddress": "10.100.111.254",
      "username": "testov", "start_time": "2026-11-19 11:17:47", "stop_time": "2026-11-20 12:26:34",
      "time_on": "90527", "call_from": "", "in_bytes": .decimal("28120.4"), "out_bytes": .decimal("3860.2"),
      "ipaddress": "10.100.111.254",
    ],
    [
      "framedipaddress": "10.100.111.9", "start_time": "2026-11-21 10:00:00", "stop_time": nil, "time_on": "7200",
      "in_bytes": "12.5", "out_bytes": 0, "ipaddress": "10.100.111.9",
    ],
  ]
}
