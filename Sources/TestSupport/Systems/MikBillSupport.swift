import Domain
import JSON
import Provider

/// The support of the small MikBiLL: two tickets, of which one is closed.
final class MikBillSupport {
  private var tickets: [Ticket] = []
  private var messages = 0

  private struct Ticket {
    let id: Int
    let state: Int64
    var messages: [Message]
  }

  private struct Message {
    let id: Int
    let at: Timestamp
    let author: String?
    let text: String
  }

  init(now: Timestamp) {
    let day: Int64 = 86_400
    tickets = [
      Ticket(id: 7, state: 2, messages: [message("Смените пароль", at: now.adding(seconds: -40 * day))]),
      Ticket(
        id: 8, state: 1,
        messages: [
          message("Нет связи\nС утра", at: now.adding(seconds: -day)),
          message("Проверили линию", at: now.adding(seconds: -day / 2), by: "admin"),
        ]),
    ]
  }

  private func message(_ text: String, at moment: Timestamp, by author: String? = nil) -> Message {
    messages += 1
    return Message(id: 170 + messages, at: moment, author: author, text: text)
  }

  func answer(_ route: String, _ text: String?, at now: Timestamp) -> (response: Response, effect: Action.Kind?)? {
    let words = route.split { $0 == " " || $0 == "/" }
    guard words.count >= 2, words[1] == "tickets" else { return nil }
    let isPost = words[0] == "POST"
    guard words.count == 3 else { return isPost ? open(text ?? "", at: now) : (list, nil) }
    guard let place = tickets.firstIndex(where: { String($0.id) == words[2] }), isPost == (text != nil) else {
      return (MikBillSystem.failure(-51, "Нет такого тикета"), nil)
    }
    guard let text else { return (MikBillSystem.data(.array(tickets[place].messages.map(row))), nil) }
    tickets[place].messages.append(message(text, at: now))
    return (MikBillSystem.data([]), .replyTicket)
  }

  private func open(_ text: String, at now: Timestamp) -> (response: Response, effect: Action.Kind?) {
    tickets.append(Ticket(id: 7 + tickets.count, state: 1, messages: [message(text, at: now)]))
    return (MikBillSystem.data(["ticketid": .string(String(6 + tickets.count))]), .openTicket)
  }

  private var list: Response {
    MikBillSystem.data(
      .array(
        tickets.map { ticket in
          [
            "ticketid": .string(String(ticket.id)), "statustypeid": .string(String(ticket.state)),
            "creationdate": .string(ticket.messages[0].at.wall(180)), "prioritytypeid": "2",
            "prioritytypename": "normal", "statustypename": ticket.state == 1 ? "opened" : "closed",
            "first_message": .string(MikBillSupport.page(ticket.messages[0].text)),
          ]
        }))
  }

  private func row(_ message: Message) -> JSON {
    [
      "unread": "0", "messageid": .string(String(message.id)), "date": .string(message.at.wall(180)),
      "stuffid": message.author == nil ? "0" : "2", "useruid": message.author == nil ? "258" : "0",
      "message": .string(MikBillSupport.page(message.text)), "fio": "", "login": .string(message.author ?? ""),
    ]
  }

  /// As it stands on a page.
  private static func page(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\n", with: "<br />\n")
  }
}
