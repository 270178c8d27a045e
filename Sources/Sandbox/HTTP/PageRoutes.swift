import Domain
import JSON

extension Router {
  /// Pages for a person with a browser, or with `curl -d`.
  static let pageRoutes: [Route] = [
    Route("GET", "/", token: false) { sandbox, _ in Pages.home(sandbox) },
    Route("GET", "/activate", token: false) { _, call in Pages.activation(call.query["user_code"] ?? "") },
    Route("POST", "/activate", token: false) { sandbox, call in try Pages.activate(sandbox, call) },
    Route("GET", "/pay/{key}", token: false) { sandbox, call in try Pages.payment(sandbox, call) },
    Route("POST", "/pay/{key}", token: false) { sandbox, call in try Pages.pay(sandbox, call) },
  ]
}

enum Pages {
  static func home(_ sandbox: Sandbox) -> Answer {
    let rows = sandbox.accounts.map { account in
      "<tr><td>\(account.login)</td><td>\(account.password)</td><td>\(escaped(account.name))</td>"
        + "<td>\(escaped(account.purpose.text(in: "ru")))</td></tr>"
    }
    return page(
      "Песочница Kabinet",
      "<p>Учебный провайдер. Виртуальное время: \(sandbox.now.text).</p>"
        + "<table><tr><th>Логин</th><th>Пароль</th><th>Абонент</th><th>Что посмотреть</th></tr>\(rows.joined())</table>"
        + "<p><a href=\"/v1/openapi.json\">Описание API</a></p>")
  }

  static func activation(_ code: String, note: String = "", status: Int = 200) -> Answer {
    page(
      "Вход на устройстве",
      "<p>\(note)</p><form method=\"post\" action=\"/activate\">"
        + "<p><label>Код <input name=\"user_code\" value=\"\(escaped(code))\" required></label></p>"
        + "<p><label>Логин <input name=\"login\" required></label></p>"
        + "<p><label>Пароль <input name=\"password\" type=\"password\" required></label></p>"
        + "<p><button name=\"decision\" value=\"allow\">Разрешить</button> "
        + "<button name=\"decision\" value=\"deny\">Запретить</button></p></form>", status: status)
  }

  static func activate(_ sandbox: Sandbox, _ call: Call) throws -> Answer {
    let form = try call.form()
    let code = form["user_code"] ?? ""
    guard try AccessCalls(sandbox, call).isRight(login: form["login"] ?? "", password: form["password"] ?? "") else {
      return activation(code, note: "Неверный логин или пароль.", status: 403)
    }
    let isDenied = form["decision"] == "deny"
    let state: Doors.DeviceCode.State = isDenied ? .denied : .approved(login: form["login"] ?? "")
    guard sandbox.doors.decide(userCode: code, state, now: sandbox.realClock()) else {
      return activation("", note: "Код неизвестен или устарел.", status: 404)
    }
    return page("Готово", isDenied ? "<p>Вход запрещён.</p>" : "<p>Вход разрешён, вернитесь к устройству.</p>")
  }

  static func payment(_ sandbox: Sandbox, _ call: Call) throws -> Answer {
    let (account, record) = try found(sandbox, call)
    guard record.isOpen, case .pay(let amount, _) = record.order?.action else {
      return page("Оплата", "<p>\(sentence(record))</p>")
    }
    return page(
      "Оплата",
      "<p>Лицевой счёт \(account), сумма \(amount.decimalText) \(amount.currency.code).</p>"
        + "<form method=\"post\"><button>Оплатить</button></form>")
  }

  static func pay(_ sandbox: Sandbox, _ call: Call) throws -> Answer {
    let (account, record) = try found(sandbox, call)
    if record.isOpen { try sandbox.confirmPayment(key: record.key, account: account) }
    let (_, settled) = try found(sandbox, call)
    return page("Оплата", "<p>\(sentence(settled))</p>")
  }

  private static func sentence(_ record: IntentRecord) -> String {
    switch record.outcome {
    case .done: "Оплачено."
    case .accepted: "Ожидает оплаты."
    case .rejected: "Отклонено."
    case .fenced: "Платёж отменён."
    }
  }

  private static func found(_ sandbox: Sandbox, _ call: Call) throws(Problem) -> (String, IntentRecord) {
    let key = call.parameter("key")
    let account = call.query["account"] ?? sandbox.account(ofKey: key) ?? ""
    guard let record = sandbox.book(account)?.intents[key] else { throw .noPath }
    return (account, record)
  }

  private static func page(_ title: String, _ body: String, status: Int = 200) -> Answer {
    .page(
      "<!doctype html><html lang=\"ru\"><meta charset=\"utf-8\"><title>\(title)</title>"
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
