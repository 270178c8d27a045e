/// Tickets: what a subscriber and support write to each other.
extension Phrase {
  package static let ticketNoun = Phrase("обращения в поддержку", "tickets: questions and complaints to support")
  package static let ticketListSummary = Phrase("ваши обращения и что с ними", "your tickets and how they stand")
  package static let ticketListDiscussion = Phrase(
    "Показывает открытые обращения, с --all — и закрытые; последние сверху. Читает сохранённое, без сети.",
    "Shows the open tickets, with --all the closed ones too, the latest first. It reads what is stored, without the network."
  )
  package static let ticketOptionAll = Phrase("и закрытые тоже", "the closed ones too")
  package static let ticketExampleList = Phrase("что с моими обращениями", "how my tickets stand")
  package static let ticketExampleAll = Phrase("и прежние", "and the earlier ones")
  package static let ticketShowSummary = Phrase("вся переписка по обращению", "everything that was said in a ticket")
  package static let ticketExampleShow = Phrase("что ответила поддержка", "what support has answered")
  package static let ticketNewSummary = Phrase("написать в поддержку", "write to support")
  package static let ticketNewDiscussion = Phrase(
    "Текст берётся из --text, из конвейера или спрашивается на терминале. Обращение сохраняется на диске до отправки и второй раз не создаётся: если связь оборвалась, исход выяснит «kabinet sync».",
    "The text comes from --text, from a pipe, or is asked for on a terminal. The ticket is on the disk before it is sent and is never opened twice: when the connection breaks, ‘kabinet sync’ finds out what became of it."
  )
  package static let ticketSubjectArgument = Phrase("тема в нескольких словах", "the subject in a few words")
  package static let ticketSubjectPlaceholder = Phrase("ТЕМА", "SUBJECT")
  package static let ticketTextPlaceholder = Phrase("ТЕКСТ", "TEXT")
  package static let ticketTopicPlaceholder = Phrase("РАЗДЕЛ", "TOPIC")
  package static let ticketIDPlaceholder = Phrase("НОМЕР", "ID")
  package static let ticketOptionText = Phrase("текст сообщения", "the text of the message")
  package static let ticketOptionTopic = Phrase(
    "раздел, как в «kabinet ticket topics»", "a topic, as in ‘kabinet ticket topics’")
  package static let ticketIDArgument = Phrase("номер обращения", "the ticket's id")
  package static let ticketExampleNew = Phrase("пожаловаться на связь", "complain of the connection")
  package static let ticketExamplePipe = Phrase("приложить вывод программы", "send what a program has printed")
  package static let ticketReplySummary = Phrase("ответить в обращении", "reply in a ticket")
  package static let ticketExampleReply = Phrase("добавить сообщение", "add a message")
  package static let ticketCloseSummary = Phrase("закрыть обращение", "close a ticket")
  package static let ticketExampleClose = Phrase("вопрос решён", "the matter is settled")
  package static let ticketTopicsSummary = Phrase("разделы, по которым можно написать", "what one can write about")
  package static let ticketExampleTopics = Phrase("какие есть разделы", "which topics there are")

  package static let ticketColumnSubject = Phrase("Тема", "Subject")
  package static let ticketColumnUpdated = Phrase("Последнее", "Latest")
  package static let ticketTopicWord = Phrase("Раздел", "Topic")
  package static let ticketOpened = Phrase("Создано", "Opened")
  package static let ticketPromised = Phrase("Обещан ответ", "Promised by")
  package static func ticketState(_ state: String) -> Phrase {
    switch state {
    case "open": Phrase("ждёт ответа", "waiting for an answer")
    case "answered": Phrase("есть ответ", "answered")
    default: Phrase("закрыто", "closed")
    }
  }
  package static let ticketFromMe = Phrase("Вы", "You")
  package static let ticketFromSupport = Phrase("Поддержка", "Support")
  package static let ticketAttachment = Phrase("файл", "file")
  package static let ticketsNone = Phrase("Открытых обращений нет.", "There are no open tickets.")
  package static let ticketsNoneAtAll = Phrase("Обращений ещё не было.", "There have been no tickets yet.")
  package static func ticketsClosed(_ count: Int) -> Phrase {
    let count = plural(count, .tickets)
    return Phrase(
      "Закрыто: \(count.russian). Показать и их: kabinet ticket list --all",
      "Closed: \(count.english). To see them too: kabinet ticket list --all")
  }
  package static func ticketUnknown(_ id: String) -> Phrase {
    Phrase("обращения № \(id) нет", "there is no ticket no. \(id)")
  }
  package static let seeTickets = Phrase(
    "посмотрите обращения: kabinet ticket list --all", "see the tickets: kabinet ticket list --all")
  package static func topicUnknown(_ id: String) -> Phrase {
    Phrase("раздела «\(id)» нет", "there is no topic ‘\(id)’")
  }
  package static let seeTopics = Phrase(
    "посмотрите разделы: kabinet ticket topics", "see the topics: kabinet ticket topics")
  package static let topicsNone = Phrase(
    "Разделов у провайдера нет: пишите без них.", "The provider has no topics: write without one.")
  package static let ticketAskText = Phrase("Сообщение одной строкой", "The message, in one line")
  package static let ticketNoText = Phrase("сообщение пустое", "the message is empty")
  package static let ticketTextHint = Phrase(
    "напишите его: --text \"…\" или из файла: < ФАЙЛ", "write it: --text \"…\", or from a file: < FILE")
  package static func ticketTextTooLong(_ kibibytes: Int) -> Phrase {
    Phrase("сообщение длиннее \(kibibytes) КиБ", "the message is longer than \(kibibytes) KiB")
  }
  package static let ticketShorten = Phrase("сократите его", "make it shorter")
  package static let ticketTextNotText = Phrase("сообщение не в UTF-8", "the message is not UTF-8")
  package static let ticketWord = Phrase("Обращение", "Ticket")

  package static func askTicketNew(_ subject: String) -> Phrase {
    Phrase("Отправить обращение «\(subject)»?", "Send the ticket ‘\(subject)’?")
  }
  package static func askTicketReply(_ id: String) -> Phrase {
    Phrase("Отправить ответ в обращении № \(id)?", "Send the reply in ticket no. \(id)?")
  }
  package static func askTicketClose(_ id: String) -> Phrase {
    Phrase("Закрыть обращение № \(id)?", "Close ticket no. \(id)?")
  }
  package static func intentTicketNew(_ subject: String, id: String?) -> Phrase {
    guard let id else { return Phrase("обращение «\(subject)»", "ticket ‘\(subject)’") }
    return Phrase("обращение № \(id) «\(subject)»", "ticket no. \(id) ‘\(subject)’")
  }
  package static let messageSent = Phrase("отправлено", "sent")
  package static func intentTicketReply(_ id: String) -> Phrase {
    Phrase("ответ в обращении № \(id)", "reply in ticket no. \(id)")
  }
  package static func intentTicketClose(_ id: String) -> Phrase {
    Phrase("закрытие обращения № \(id)", "closing ticket no. \(id)")
  }

  package static let ticketOptionSearch = Phrase(
    "только те, где встречается этот текст", "only those in which this text occurs")
  package static let ticketExampleSearch = Phrase("где мы говорили о роутере", "where the router was spoken of")
  package static let ticketsNoneFound = Phrase("Ни в одном обращении этого нет.", "It occurs in no ticket.")
  package static let ticketFileSummary = Phrase("скачать файл из переписки", "fetch a file that came with a message")
  package static let ticketFileDiscussion = Phrase(
    "Файл остаётся у провайдера, пока его не скачают; существующий файл на диске не заменяется. Если провайдер даёт только ссылку, откроется браузер.",
    "A file stays with the provider until it is fetched; a file on the disk is never replaced. Where the provider gives a link alone, the browser opens."
  )
  package static let ticketFilePlaceholder = Phrase("ФАЙЛ", "NAME")
  package static let ticketFileArgument = Phrase(
    "имя файла, как в «kabinet ticket show»", "the file's name, as in ‘kabinet ticket show’")
  package static let ticketFileOutput = Phrase("куда сохранить", "where to save it")
  package static let ticketFileExample = Phrase("сохранить в текущей папке", "save it here")
  package static func ticketFileUnknown(_ name: String) -> Phrase {
    Phrase("файла «\(name)» в этом обращении нет", "this ticket has no file ‘\(name)’")
  }
  package static func ticketFileSee(_ id: String) -> Phrase {
    Phrase("посмотрите, какие есть: kabinet ticket show \(id)", "see which there are: kabinet ticket show \(id)")
  }
  package static func ticketFileStays(_ name: String) -> Phrase {
    Phrase("провайдер не отдаёт файл «\(name)»", "the provider does not give out the file ‘\(name)’")
  }
  package static func ticketFileSaved(_ path: String, _ bytes: Int) -> Phrase {
    let size = Phrase.amountOfBytes(bytes)
    return Phrase("Сохранено: \(path), \(size.russian)", "Saved: \(path), \(size.english)")
  }
  package static let ticketFileBadName = Phrase(
    "имя файла от провайдера не годится для диска", "the provider's name of the file is no name for a file here")
  package static let ticketFileNameIt = Phrase(
    "назовите файл сами: --output ФАЙЛ", "name the file yourself: --output FILE")
  package static func ticketFileExists(_ path: String) -> Phrase {
    Phrase("файл уже есть: \(path)", "the file exists: \(path)")
  }
}
