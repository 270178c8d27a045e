/// Sessions and what went through them.
extension Phrase {
  package static let usageSummary = Phrase("сессии и трафик", "sessions and traffic")
  package static let usageDiscussion = Phrase(
    "Показывает сессии, о которых сообщил провайдер, и их сумму: сколько помнит провайдер, столько и видно. Читает сохранённое, без сети.",
    "Shows the sessions that the provider has told of, and what they come to; it goes back as far as the provider remembers. It reads what is stored, without the network."
  )
  package static let usageExample = Phrase("сколько скачано", "how much was downloaded")
  package static let usageStart = Phrase("Начало", "Start")
  package static let usageNow = Phrase("сейчас в сети", "online now")
  package static let usageLasted = Phrase("Длилась", "Lasted")
  package static let usageReceived = Phrase("Принято", "Received")
  package static let usageSent = Phrase("Отправлено", "Sent")
  package static let usageAddress = Phrase("Адрес", "Address")
  package static let usageReceivedInAll = Phrase("Всего принято", "Received in all")
  package static let usageSentInAll = Phrase("Всего отправлено", "Sent in all")
  package static let usageNone = Phrase(
    "Провайдер не сообщил ни одной сессии.", "The provider has told of no sessions.")
}
