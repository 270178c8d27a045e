import Arguments
import Domain
import Language
import Terminal

/// The days of a hold as they are typed and shown.
struct HoldDays {
  static let options = [
    Option("from", value: .date, .holdFromOption), Option("until", value: .date, .holdUntilOption),
  ]

  private let from: CivilDate?
  private let until: CivilDate?

  init(_ invocation: Invocation) throws(Failure) {
    from = try HoldDays.day(invocation.value("from"))
    until = try HoldDays.day(invocation.value("until"))
    if let from, let until, until < from {
      throw Failure(.usage, .holdDatesReversed(from.text, until.text), hint: .holdDatesHint)
    }
  }

  private static func day(_ text: String?) throws(Failure) -> CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(text) else { throw Failure(.usage, .badDate(text), hint: .dateLikeThis) }
    return day
  }

  func action(_ session: Session) throws -> Action {
    for day in [from, until] {
      if let day, day < session.today { throw Failure(.usage, .dateIsPast(day.text), hint: .holdDatesHint) }
    }
    return .startHold(from: from, until: until)
  }

  static func fields(from: CivilDate?, until: CivilDate?, today: CivilDate) -> [Field] {
    [
      Field(.holdFrom, from.map { Line.date($0) } ?? Line(.holdAsSoonAsPossible)),
      Field(.holdUntil, until.map { Line.date($0) } ?? Line(.holdUntilTakenBack)),
    ]
  }

  static func terms(_ view: TermsView) -> [Block] {
    guard case .startHold(let from, let until) = view.action else { return [] }
    var fields = fields(from: view.check.effectiveOn ?? from, until: until, today: view.today)
    if let fee = view.check.fee { fields.append(Field(.holdFee, .amount(fee))) }
    return [.fields(fields)]
  }
}
