/// The few words that the terminal itself says.
extension Phrase {
  package static let errorWord = Phrase("ошибка", "error")
  package static let warningWord = Phrase("внимание", "warning")
  package static let hintWord = Phrase("что сделать", "what to do")
  package static let confirmChoices = Phrase("[д/Н]", "[y/N]")
  package static let confirmHelp = Phrase("Ответьте «да» или «нет».", "Answer yes or no.")
}
