import Domain
import Language
import Terminal

/// The rules that stand in the way of something, in words.
enum ReasonText {
  /// «До списания больше пяти дней. Можно взять с 26 ноября»: the rule, and what would help.
  static func line(_ reason: Reason) -> Line {
    let label = Phrase.reason(reason).capitalised
    guard let remedy = reason.remedy else { return Line(label) }
    return Line(label.stopped) + " \(Phrase.provider(remedy).capitalised, .accent)"
  }

  /// All rules, each with its remedy, under a heading, and the day from which it can be had.
  static func blocks(_ eligibility: Eligibility, today: CivilDate) -> [Block] {
    let lines = eligibility.reasons.map(line)
    var blocks: [Block] = [
      .heading(Line(.notPossible, .bad)), .list(lines.isEmpty ? [Line(.refusedWithoutReason)] : lines),
    ]
    if let from = eligibility.availableFrom {
      let day = Phrase.possibleFromDate(DateText.near(from, today: today)).capitalised
      blocks.append(.line("\(day) (\(DateText.relative(from, today: today)))"))
    }
    return blocks
  }

  /// What was asked for can't be had: the rules are why, the first remedy is the next step.
  static func failure(_ action: Action, _ eligibility: Eligibility, today: CivilDate) -> Failure {
    let reasons = eligibility.reasons.map { Phrase.reason($0).continued }
    let from = eligibility.availableFrom.map { Phrase.possibleFromDate(DateText.near($0, today: today)) }
    let remedy = eligibility.reasons.lazy.compactMap(\.remedy).first.map { Phrase.provider($0).continued }
    return Failure(
      .refused, .actionImpossible(action.kind.rawValue),
      why: reasons.isEmpty ? .refusedWithoutReason : .joined(reasons, by: "; "), hint: remedy ?? from)
  }
}
