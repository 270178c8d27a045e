import Domain

/// What a subscriber may write about.
enum TicketCatalogue {
  static let topics = [
    TicketTopic(id: "connection", name: LocalizedText(russian: "Связь и скорость", english: "Connection and speed")),
    TicketTopic(id: "money", name: LocalizedText(russian: "Деньги и списания", english: "Money and charges")),
    TicketTopic(id: "contract", name: LocalizedText(russian: "Договор и тариф", english: "Contract and tariff")),
  ]

  /// What stands in the file that comes with an answer.
  static let lineCheck = "Проверка линии: обрывов нет, затухание 18 дБ, ошибок за сутки 0.\n"

  static let answer = "Спасибо за обращение. Мы проверили линию и всё записали; если вопрос остался, ответьте здесь."
}

/// Support of the sandbox: it promises an answer within a day and gives it at the next midnight.
extension Contract {
  mutating func openTicket(_ subject: String, _ text: String, topic: String?) {
    let name = TicketCatalogue.topics.first { $0.id == topic }?.name.text(in: "ru")
    tickets.append(
      Ticket(
        id: String(1001 + tickets.count), subject: subject, topic: name, state: .open, opened: moment,
        promisedBy: moment.adding(seconds: 86_400),
        messages: [Ticket.Message(at: moment, isFromProvider: false, text: text)]))
  }

  mutating func reply(to id: String, _ text: String) {
    change(id, to: .open, saying: Ticket.Message(at: moment, isFromProvider: false, text: text))
  }

  mutating func closeTicket(_ id: String) { change(id, to: .closed, saying: nil) }

  mutating func answerTickets() {
    for ticket in tickets where ticket.state == .open {
      change(
        ticket.id, to: .answered,
        saying: Ticket.Message(
          at: moment, isFromProvider: true, author: "Мария", text: TicketCatalogue.answer,
          attachments: [Ticket.Attachment(name: "line-check.txt", id: "f" + ticket.id)]))
    }
  }

  private mutating func change(_ id: String, to state: Ticket.State, saying message: Ticket.Message?) {
    guard let place = tickets.firstIndex(where: { $0.id == id }) else { return }
    let old = tickets[place]
    tickets[place] = Ticket(
      id: old.id, subject: old.subject, topic: old.topic, state: state, opened: old.opened, promisedBy: old.promisedBy,
      messages: old.messages + (message.map { [$0] } ?? []))
  }
}
