/// Voluntary suspension.
extension Phrase {
  package static let holdNoun = Phrase("добровольная приостановка услуг", "voluntary suspension of the service")
  package static let holdShowSummary = Phrase("приостановлен ли счёт и на какой срок", "whether the account is on hold")
  package static let holdShowExample = Phrase("до какого числа приостановка", "until when it lasts")
  package static let holdPlanSummary = Phrase(
    "можно ли приостановить и на каких условиях", "whether a hold is possible, and on which terms")
  package static let holdDiscussion = Phrase(
    "На время приостановки доступа нет и абонентская плата не списывается. Без --from она начинается, как только провайдер позволит; без --until длится, сколько он допускает, или до отмены.",
    "While an account is on hold there is no access and no regular fee. Without --from it begins as soon as the provider allows; without --until it lasts as long as the provider permits, or until it is taken back."
  )
  package static let holdPlanExample = Phrase("на каких условиях", "on which terms")
  package static let holdStartSummary = Phrase("приостановить услуги", "put the account on hold")
  package static let holdStartExample = Phrase("на время отпуска", "for a holiday")
  package static let holdCancelSummary = Phrase("снять приостановку", "take the hold back")
  package static let holdCancelExample = Phrase("вернуть доступ", "get the access back")
  package static let holdFromOption = Phrase("первый день", "the first day")
  package static let holdUntilOption = Phrase("последний день", "the last day")
  package static let holdFrom = Phrase("Начало", "From")
  package static let holdUntil = Phrase("По", "Until")
  package static let holdUntilTakenBack = Phrase("до отмены", "until it is taken back")
  package static let holdAsSoonAsPossible = Phrase("сразу, как можно", "as soon as possible")
  package static let holdFee = Phrase("Плата", "Fee")
  package static let holdNone = Phrase("Счёт не приостановлен.", "The account is not on hold.")
  package static let holdWithoutDates = Phrase(
    "Счёт приостановлен; срока провайдер не сообщает.", "The account is on hold; the provider does not say until when.")
  package static func holdDatesReversed(_ from: String, _ until: String) -> Phrase {
    Phrase(
      "приостановка кончается (\(until)) раньше, чем начинается (\(from))",
      "the hold ends (\(until)) before it begins (\(from))")
  }
  package static let holdDatesHint = Phrase(
    "например: --from 2026-12-01 --until 2026-12-20", "for example: --from 2026-12-01 --until 2026-12-20")
  package static let askHold = Phrase("Приостановить услуги?", "Put the account on hold?")
  package static let askHoldCancel = Phrase("Снять приостановку?", "Take the hold back?")
  package static let intentHold = Phrase("приостановка услуг", "hold")
  package static let intentHoldCancel = Phrase("снятие приостановки", "taking the hold back")
}
