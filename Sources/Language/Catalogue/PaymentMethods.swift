/// Ways to pay.
extension Phrase {
  package static let methodsSummary = Phrase("чем можно заплатить", "the ways to pay")
  package static let methodsExample = Phrase("какие есть способы", "which ways there are")
  package static let methodIDColumn = Phrase("Способ", "Method")
  package static let methodLimits = Phrase("Сумма", "Amount")
  package static let methodCommission = Phrase("Комиссия", "Commission")
  package static let methodHow = Phrase("Как", "How")
  package static func methodHow(direct: Bool) -> Phrase {
    direct ? Phrase("сразу", "at once") : Phrase("по ссылке", "by a link")
  }
  package static func methodRange(_ minimum: Phrase?, _ maximum: Phrase?) -> Phrase {
    switch (minimum, maximum) {
    case (let low?, let high?):
      Phrase("от \(low.russian) до \(high.russian)", "\(low.english) to \(high.english)")
    case (let low?, nil): Phrase("от \(low.russian)", "from \(low.english)")
    case (nil, let high?): Phrase("до \(high.russian)", "up to \(high.english)")
    case (nil, nil): Phrase("любая", "any")
    }
  }
  package static let methodsNone = Phrase(
    "Провайдер не назвал способов оплаты.", "The provider has named no ways to pay.")
}
