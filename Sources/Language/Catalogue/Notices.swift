/// Messages of the provider to all or one.
extension Phrase {
  package static let noticeNoun = Phrase("сообщения провайдера", "messages of the provider")
  package static let noticeListSummary = Phrase("что сообщает провайдер", "what the provider announces")
  package static let noticeListDiscussion = Phrase(
    "Уведомления и новости, последние сверху. Читает сохранённое, без сети.",
    "Notices and news, the latest first. It reads what is stored, without the network.")
  package static let noticeOptionUnread = Phrase("только непрочитанные", "the unread ones alone")
  package static let noticeExampleList = Phrase("что нового", "what is new")
  package static let noticeExampleUnread = Phrase("чего я ещё не видел", "what I have not seen yet")
  package static let noticeShowSummary = Phrase("сообщение целиком", "one message in full")
  package static let noticeExampleShow = Phrase("прочитать", "read it")
  package static let noticeIDArgument = Phrase("номер сообщения", "the message's id")
  package static let noticeIDPlaceholder = Phrase("НОМЕР", "ID")
  package static let noticeTime = Phrase("Когда", "When")
  package static let noticeTitle = Phrase("О чём", "What")
  package static func noticeRead(_ isRead: Bool) -> Phrase {
    isRead ? Phrase("прочитано", "read") : Phrase("новое", "unread")
  }
  package static let noticesNone = Phrase("Сообщений нет.", "There are no messages.")
  package static let noticesNoneUnread = Phrase("Непрочитанных сообщений нет.", "There are no unread messages.")
  package static func noticeUnknown(_ id: String) -> Phrase {
    Phrase("сообщения № \(id) нет", "there is no message no. \(id)")
  }
  package static let seeNotices = Phrase(
    "посмотрите сообщения: kabinet notice list", "see the messages: kabinet notice list")
  package static let noticeReadSummary = Phrase("отметить все сообщения прочитанными", "mark all messages as read")
  package static let noticeExampleRead = Phrase("ничего нового не осталось", "nothing is left unread")
  package static let noticesUnread = Phrase("Непрочитанных", "Unread")
  package static let askNoticesRead = Phrase("Отметить все сообщения прочитанными?", "Mark all messages as read?")
  package static let intentNoticesRead = Phrase("отметка о прочтении", "marking messages as read")
}
