import Domain

/// What stands in the way of a reply, where a dialect finds it out by reading.
enum TicketReasons {
  static let unknown = Reason(
    code: "ticket-unknown", label: LocalizedText(russian: "Такого обращения нет", english: "There is no such ticket"),
    remedy: LocalizedText(russian: "Посмотрите список обращений", english: "See the list of tickets"))

  static let closed = Reason(
    code: "ticket-closed", label: LocalizedText(russian: "Обращение закрыто", english: "The ticket is closed"),
    remedy: LocalizedText(russian: "Создайте новое", english: "Open a new one"))
}
