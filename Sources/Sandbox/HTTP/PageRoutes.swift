import Domain
import JSON

extension Router {
  /// Pages for a person with a browser, or with `curl -d`.
  static let pageRoutes: [Route] = [
    Route("GET", "/", token: false) { sandbox, call in Pages(sandbox, call).home() },
    Route("GET", "/activate", token: false) { sandbox, call in
      Pages(sandbox, call).activation(call.query["user_code"] ?? "")
    },
    Route("POST", "/activate", token: false) { sandbox, call in try Pages(sandbox, call).activate() },
    Route("GET", "/pay/{key}", token: false) { sandbox, call in try Pages(sandbox, call).payment() },
    Route("POST", "/pay/{key}", token: false) { sandbox, call in try Pages(sandbox, call).pay() },
  ]
}

/// In Russian, unless the browser asks for English first.
struct Pages {
  private let sandbox: Sandbox
  private let call: Call
  private let language: String

  init(_ sandbox: Sandbox, _ call: Call) {
    self.sandbox = sandbox
    self.call = call
    language = call.headers["accept-language"]?.lowercased().hasPrefix("en") == true ? "en" : "ru"
  }

  private func say(_ russian: String, _ english: String) -> String { language == "en" ? english : russian }

  func home() -> Answer {
    let rows = sandbox.accounts.map { account in
      "<tr><td>\(account.login)</td><td>\(account.password)</td><td>\(Pages.escaped(account.name))</td>"
        + "<td>\(Pages.escaped(account.purpose.text(in: language)))</td></tr>"
    }
    let titles = [
      say("Логин", "Login"), say("Пароль", "Password"), say("Абонент", "Subscriber"),
      say("Что посмотреть", "What to see"),
    ]
    return page(
      say("Песочница Kabinet", "Kabinet sandbox"),
      "<p>\(say("Учебный провайдер. Виртуальное время", "A practice provider. Virtual time")): \(sandbox.now.text)</p>"
        + "<table><tr>\(titles.map { "<th>\($0)</th>" }.joined())</tr>\(rows.joined())</table>"
        + "<p><a href=\"/v1/openapi.json\">\(say("Описание API", "API description"))</a></p>")
  }

  func activation(_ code: String, note: String = "", status: Int = 200) -> Answer {
    page(
      say("Вход на устройстве", "Device login"),
      "<p>\(note)</p><form method=\"post\" action=\"/activate\">"
        + field(say("Код", "Code"), "user_code", value: code) + field(say("Логин", "Login"), "login")
        + field(say("Пароль", "Password"), "password", type: "password")
        + "<p><button name=\"decision\" value=\"allow\">\(say("Разрешить", "Allow"))</button> "
        + "<button name=\"decision\" value=\"deny\">\(say("Запретить", "Deny"))</button></p></form>", status: status)
  }

  private func field(_ label: String, _ name: String, type: String = "text", value: String = "") -> String {
    "<p><label>\(label) <input name=\"\(name)\" type=\"\(type)\" value=\"\(Pages.escaped(value))\" required></label></p>"
  }

  func activate() throws -> Answer {
    let form = try call.form()
    let code = form["user_code"] ?? ""
    guard try AccessCalls(sandbox, call).isRight(login: form["login"] ?? "", password: form["password"] ?? "") else {
      return activation(code, note: say("Неверный логин или пароль.", "Wrong login or password."), status: 403)
    }
    let isDenied = form["decision"] == "deny"
    let state: Doors.DeviceCode.State = isDenied ? .denied : .approved(login: form["login"] ?? "")
    guard sandbox.doors.decide(userCode: code, state, now: sandbox.realClock()) else {
      return activation("", note: say("Код неизвестен или устарел.", "The code is unknown or over."), status: 404)
    }
    let outcome =
      isDenied
      ? say("Вход запрещён.", "The device was denied.")
      : say("Вход разрешён, вернитесь к устройству.", "The device is let in, go back to it.")
    return page(say("Готово", "Done"), "<p>\(outcome)</p>")
  }
}

/// The page of a payment by link.
extension Pages {
  func payment() throws -> Answer {
    let (account, record) = try found()
    guard record.isOpen, case .pay(let amount, _) = record.order?.action else { return outcome(record) }
    return page(
      say("Оплата", "Payment"),
      "<p>\(say("Лицевой счёт", "Account")) \(account): \(amount.decimalText) \(amount.currency.code)</p>"
        + "<form method=\"post\"><button>\(say("Оплатить", "Pay"))</button></form>")
  }

  func pay() throws -> Answer {
    let (account, record) = try found()
    if record.isOpen { try sandbox.confirmPayment(key: record.key, account: account) }
    return outcome(try found().1)
  }

  private func outcome(_ record: IntentRecord) -> Answer {
    let sentence =
      switch record.outcome {
      case .done: say("Оплачено.", "Paid.")
      case .accepted: say("Ожидает оплаты.", "Waiting for payment.")
      case .rejected: say("Отклонено.", "Refused.")
      case .fenced: say("Платёж отменён.", "The payment was cancelled.")
      }
    return page(say("Оплата", "Payment"), "<p>\(sentence)</p>")
  }

  private func found() throws(Problem) -> (String, IntentRecord) {
    let key = call.parameter("key")
    let account = call.query["account"] ?? sandbox.account(ofKey: key) ?? ""
    guard let record = sandbox.book(account)?.intents[key] else { throw .noPath }
    return (account, record)
  }

  private func page(_ title: String, _ body: String, status: Int = 200) -> Answer {
    .page(
      "<!doctype html><html lang=\"\(language)\"><meta charset=\"utf-8\"><title>\(title)</title>"
        + "<style>body{font:16px sans-serif;margin:3em auto;max-width:50em}td,th{padding:.3em 1em;text-align:left}</style>"
        + "<h1>\(title)</h1>\(body)</html>\n", status: status)
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}

extension Sandbox {
  /// The person pays on the page of a link.
  package func confirmPayment(key: String, account: String) throws {
    try record(.confirm(account: account, key: key))
  }

  func account(ofKey key: String) -> String? {
    for entry in journal.entries {
      if case .order(let account, key, _) = entry.deed { return account }
    }
    return nil
  }
}
