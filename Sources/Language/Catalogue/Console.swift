/// The few words that the terminal itself says.
extension Phrase {
  package static let errorWord = Phrase("ошибка", "error")
  package static let warningWord = Phrase("внимание", "warning")
  package static let hintWord = Phrase("что сделать", "what to do")
  package static let confirmChoices = Phrase("[д/Н]", "[y/N]")
  package static let confirmHelp = Phrase("Ответьте «да» или «нет».", "Answer yes or no.")

  package static let outputNoSpace = Phrase(
    "ответ не записан: на диске нет места", "the answer was not written: no space left on the disk")

  package static func outputFailed(reason: String) -> Phrase {
    Phrase("ответ не записан: \(reason)", "the answer was not written: \(reason)")
  }
}
