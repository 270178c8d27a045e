import Synchronization
import TestSupport

/// A billing system of the ABillS kind with one subscriber: answers of the shape that a real one gives, and the little
/// state that a trust payment changes.
final class BillingFixture: Sendable {
  private struct State {
    var credit = 0
    var losesNextCredit = false
    var sessions = 0
  }

  private let state = Mutex(State())
  /// Told of each request before it is answered.
  private let look: @Sendable (HTTPRequest) -> Void

  init(look: @escaping @Sendable (HTTPRequest) -> Void = { _ in }) { self.look = look }

  func loseNextCredit() { state.withLock { $0.losesNextCredit = true } }

  static let password = "correct-horse-battery"

  func respond(_ request: HTTPRequest) -> HTTPAct {
    look(request)
    let route = request.route.replacing("/api.cgi", by: "")
    if route == "POST /user/login" { return login(request) }
    guard request.headers["usersid"] == session else {
      return .answer(401, #"{"errno":10,"errstr":"Access denied"}"#)
    }
    switch route {
    case "GET /user": return .answer(200, user)
    case "GET /user/credit": return creditTerms
    case "POST /user/credit": return takeCredit()
    default:
      guard let body = BillingFixture.answers[route] else {
        return .answer(404, #"{"errno":2,"errstr":"No such route"}"#)
      }
      return .answer(200, body)
    }
  }

  private var session: String { "session-\(state.withLock { $0.sessions })" }

  private func login(_ request: HTTPRequest) -> HTTPAct {
    guard request.body.contains(BillingFixture.password) else {
      return .answer(400, #"{"errno":1001014,"errstr":"ERR_WRONG_PASSWD"}"#)
    }
    state.withLock { $0.sessions += 1 }
    return .answer(200, #"{"login":"petrova","sid":"\#(session)","uid":4217}"#)
  }

  private var user: String {
    let credit = state.withLock { $0.credit }
    return #"""
      {"credit":\#(credit),"creditDate":"0000-00-00","deposit":\#(credit > 0 ? "-48.5" : "-33.5"),"disableDate":"0000-00-00",
       "expire":"0000-00-00","login":"petrova","reduction":0,"reductionDate":"0000-00-00","uid":4217}
      """#
  }

  private var creditTerms: HTTPAct {
    guard state.withLock({ $0.credit }) == 0 else {
      return .answer(400, #"{"monthChanges":1,"error":4304,"errstr":"ERR_CREDIT_CHANGE_LIMIT_REACH"}"#)
    }
    return .answer(200, #"{"creditChgPrice":15,"creditDays":5,"creditMonthChanges":1,"creditSum":300,"uid":4217}"#)
  }

  private func takeCredit() -> HTTPAct {
    guard state.withLock({ $0.credit }) == 0 else { return creditTerms }
    let isLost = state.withLock { state in
      state.credit = 300
      defer { state.losesNextCredit = false }
      return state.losesNextCredit
    }
    return isLost ? .lost : .answer(200, #"{"creditDays":5,"creditMonthChanges":1,"creditSum":300,"uid":4217}"#)
  }

  private static let answers = [
    "GET /user/pi": #"""
    {"addressBuild":"4","addressStreet":"Садовая","birthDate":"1990-02-28","city":"Тула","contractId":"Ф-8841","fio":"Петрова Анна Львовна","uid":4217}
    """#,
    "GET /user/config":
      #"{"expertFaq":1,"internetUserChgTp":1,"moneyUnitNames":{"majorUnit":"руб","minorUnit":"коп"},"userCredit":1}"#,
    "GET /user/internet": #"""
    [{"canChangeTp":false,"dayFee":0,"id":31,"inSpeed":102400,"internetStatus":0,"monthFee":600,"outSpeed":102400,
      "tpComments":"100 Мбит/с","tpId":7,"tpName":"Берег 100","uid":4217}]
    """#,
    "GET /user/internet/tariffs/all": #"""
    [{"activatePrice":0,"dayFee":0,"error":"Слишком маленький депозит","monthFee":900,"tpId":8,"tpName":"Берег 300"},
     {"activatePrice":0,"dayFee":0,"error":"Слишком маленький депозит","monthFee":1500,"tpId":9,"tpName":"Берег 900"}]
    """#,
    "GET /user/payments": #"[{"datetime":"2026-10-01 10:15:00","dsc":"СБП","extId":"SBP:56","id":6,"sum":600}]"#,
    "GET /user/fees": #"""
    [{"datetime":"2026-10-01 10:20:00","dsc":"Берег 100","id":70,"sum":600},
     {"datetime":"2026-11-01 00:05:00","dsc":"Берег 100, часть","id":71,"sum":33.5}]
    """#,
    "GET /user/recommendedPay": #"{"sum":634}"#,
    "GET /user/expert/faqs": #"""
    [{"body":"<p>Перезагрузите роутер и подождите две минуты.</p>","id":2,"title":"Пропала связь"},
     {"body":"Раз в месяц, на пять дней.","id":3,"title":"Как взять кредит"}]
    """#,
  ]
}

extension String {
  fileprivate func replacing(_ part: String, by other: String) -> String {
    split(separator: " ", maxSplits: 1).map { $0.hasPrefix(part) ? other + $0.dropFirst(part.count) : String($0) }
      .joined(separator: " ")
  }
}
