import Domain
import JSON
import Language
import Terminal

/// The two faces of `payments`.
enum PaymentsView {
  static func answer(_ intents: [Intent], today: CivilDate, utcOffset: Int) -> Answer {
    let rows = intents.map { row($0, today: today, utcOffset: utcOffset) }
    return Answer(
      kind: "payments", json: ["payments": .array(intents.map(json))],
      view: rows.isEmpty ? [] : [.table(Table(columns, rows: rows))] + links(intents))
  }

  /// One operation in full, what happened to it step by step.
  static func one(_ intent: Intent, today: CivilDate, utcOffset: Int) -> Answer {
    let moment = { TimeText.moment($0, today: today, utcOffsetMinutes: utcOffset) }
    var fields: [Field] = [
      Field(
        .stateWord, .dual(IntentText.state(intent), machine: intent.state.rawValue, IntentText.style(intent.state))),
      Field(.paymentsKey, Line(verbatim: intent.key)),
      Field(.paymentsCreated, .dual(moment(intent.created), machine: intent.created.text)),
      Field(.paymentsAttempts, Line(verbatim: String(intent.attempts))),
    ]
    if let reference = intent.reference { fields.append(Field(.paymentsReference, Line(verbatim: reference))) }
    if let refusal = intent.refusal { fields.append(Field(.paymentsReason, Line(.reason(refusal)))) }
    for discrepancy in intent.discrepancies {
      fields.append(
        Field(.paymentsContradiction, .dual(.paymentsContradicts(discrepancy.note), machine: discrepancy.note, .bad)))
    }
    var steps = Table([.init(.paymentsTime), .init(.paymentsHistory, priority: 1)])
    for step in intent.history {
      steps.append([
        .dual(moment(step.at), machine: step.at.text),
        .dual(.paymentsEvent(step.event.rawValue), machine: step.event.rawValue),
      ])
    }
    let history: [Block] = intent.history.isEmpty ? [] : [.blank, .table(steps)]
    return Answer(
      kind: "payment", json: json(intent),
      view: [.heading(Line(IntentText.name(intent).capitalised)), .fields(fields)] + history + links([intent]))
  }

  private static let columns: [Table.Column] = [
    .init(.paymentsTime), .init(.paymentsWhat, priority: 1, minimum: 12), .init(.amountWord, .right),
    .init(.stateWord, priority: 1, minimum: 14), .init(.paymentsReference),
    .init(.paymentsKey, minimum: 18),
  ]

  private static func row(_ intent: Intent, today: CivilDate, utcOffset: Int) -> [Line] {
    let time = TimeText.moment(intent.created, today: today, utcOffsetMinutes: utcOffset)
    let state = intent.refusal.map { Phrase.intentRefused(.reason($0)) } ?? IntentText.state(intent)
    return [
      .dual(time, machine: intent.created.text), .dual(what(intent), machine: intent.action.kind.rawValue),
      intent.amount.map { .amount($0) } ?? Line(),
      .dual(
        intent.state == .rejected ? state : IntentText.state(intent), machine: intent.state.rawValue,
        IntentText.style(intent.state)),
      Line(verbatim: intent.reference ?? ""), Line(verbatim: intent.key, .dim),
    ]
  }

  /// The amount of a payment has its own column.
  static func what(_ intent: Intent) -> Phrase {
    intent.amount == nil ? IntentText.name(intent) : .paymentsPay
  }

  /// Where a person can finish what the provider waits for.
  private static func links(_ intents: [Intent]) -> [Block] {
    let open = intents.filter { !$0.state.isTerminal }
    let lines = open.compactMap { intent in
      intent.link.map { Line("\(.paymentsFinish(intent.key)): ") + .link(Phrase(verbatim: $0), to: $0, .accent) }
    }
    return lines.isEmpty ? [] : [.blank, .list(lines)]
  }

  /// With everything that happened to it; the frozen body is left out, because the action says the same.
  private static func json(_ intent: Intent) -> JSON {
    guard case .object(var members) = IntentText.json(intent) else { return .null }
    members["history"] = .array(intent.history.map(\.json))
    members["terms"] = intent.terms?.json
    if !intent.discrepancies.isEmpty { members["discrepancies"] = .array(intent.discrepancies.map(\.json)) }
    return .object(members)
  }
}
