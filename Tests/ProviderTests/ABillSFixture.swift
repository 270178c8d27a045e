import Domain
import JSON
import Provider
import Testing

/// An installation of ABillS as a fake transport: answers of the shape that a real one gives, made up for the tests.
struct ABillSFixture {
  let transport = FakeTransport()
  let vault: FakeVault
  let provider: ABillSProvider
  let time = FakeTime()

  final class FakeTime {
    var now = noon
  }

  init(session: String? = "sid-1", password: String? = "secret") {
    vault = FakeVault(Credentials(origin: home.origin, login: "petrova", password: password, token: session))
    let time = time
    provider = ABillSProvider(address: home, transport: transport, vault: vault) { time.now }
    for (route, body) in ABillSFixture.answers { transport.on("GET /api.cgi" + route, 200, body) }
    transport.fallback = { _ in
      Response(status: 404, body: Array(#"{"errno":2,"errstr":"No such route"}"#.utf8))
    }
  }

  func set(_ route: String, _ status: Int, _ body: String) {
    let words = route.split(separator: " ").map(String.init)
    let key = words[0] + " /api.cgi" + words[1]
    transport.answers[key] = nil
    transport.on(key, status, body)
  }

  static let user = #"""
    {"activate":"0000-00-00","credit":"0.00","creditDate":"0000-00-00","deposit":349.870968,"disableDate":"",
     "expire":"0000-00-00","login":"petrova","reduction":"10.00","reductionDate":"0000-00-00","uid":"4217"}
    """#
  static let internet = #"""
    [{"abonDistribution":0,"activatePrice":0,"canChangeTp":"true","dayFee":"0","id":31,"inSpeed":102400,
      "internetStatus":0,"monthFee":540,"originalMonthFee":"600.00","outSpeed":102400,
      "nextAbon":{"abonDate":"2026-12-01","activateDate":"2026-11-01","daysToFee":"10","sum":540},
      "tpComments":"До 100&nbsp;Мбит/с","tpId":"7","tpName":"Дом 100","tpReductionFee":"1","uid":4217}]
    """#
  static let scheduled = internet.replacing(
    #""uid":4217}]"#,
    with: #"""
      "schedule":{"canCancel":1,"dateFrom":"2026-12-01","dayFee":0,"monthFee":"900","sheduleId":12,"tpId":8,
      "tpName":"Дом 300"},"uid":4217}]
      """#)
  static let credit =
    #"{"creditChgPrice":"15.00","creditDays":"5","creditMonthChanges":1,"creditSum":"300","uid":4217}"#

  static let answers: [String: String] = [
    "/user/": user,
    "/user/pi/": #"""
    {"addressBuild":"4","addressFlat":"0","addressStreet":"Садовая","birthDate":"1990-02-28","city":"Тула",
     "contractId":8841,"contractSufix":"-Ф","fio":"Петрова","fio2":"Анна","fio3":"","phone":[]}
    """#,
    "/user/config/": #"""
    {"expertFaq":1,"internetUserChgTp":"1","moneyUnitNames":{"majorUnit":"руб.","minorUnit":"коп."},"paysysPayment":1,
     "portalNews":true,"userCredit":1001}
    """#,
    "/user/services/": #"""
    {"abon":[{"active":"true","id":3,"period":"month","price":"49","startDate":"2025-05-01","tpName":"Приставка"},
             {"active":false,"id":4,"period":"month","price":99,"tpName":"Телефон"}],"internet":[]}
    """#,
    "/user/internet/": internet,
    "/user/internet/tariffs/all/": #"""
    [{"activatePrice":"50.00","dayFee":0,"inSpeed":0,"monthFee":900,"name":"Дом 300","tpId":8,"tpName":"Дом 300"},
     {"activatePrice":0,"dayFee":"25.5","error":"Не для вашего района","monthFee":0,"tpId":9,"tpName":"Посуточный"},
     {"activatePrice":0,"dayFee":0,"error":"Слишком маленький депозит","monthFee":2000,"tpId":10,"tpName":"Гигабит"}]
    """#,
    "/user/payments/": #"""
    [{"datetime":"2026-10-01 10:15:00","dsc":"Оплата картой","extId":"Card:55","id":5,"sum":600},
     {"datetime":"2026-11-01 00:05:00","dsc":"СБП","extId":"SBP:56","id":6,"sum":"500.00"}]
    """#,
    "/user/fees/": #"""
    [{"datetime":"2026-10-01 10:15:00","dsc":"Дом 100","id":70,"sum":600},
     {"datetime":"2026-11-01 00:05:00","dsc":"Дом 100, день","id":71,"sum":16.129032},
     {"datetime":"2026-11-02 00:05:00","dsc":"Дом 100, день","id":72,"sum":"134"}]
    """#,
    "/user/recommendedPay/": #"{"allServicesSum":540.0,"maxSum":15000,"minSum":10,"sum":191.0}"#,
    "/user/credit/": credit,
    "/user/paysys/systems/": #"[{"id":4,"module":"Sbp.pm","name":"СБП"},{"id":"9","name":"Карта"}]"#,
    "/user/expert/faqs/": #"""
    [{"body":"<p>Перезагрузите роутер.</p><p>Если не помогло&nbsp;&mdash; звоните.</p>","id":2,"title":"Нет связи?"}]
    """#,
    "/user/portal/news/": #"""
    {"news":[{"content":"","date":"2026-11-20","id":8,"shortDescription":"Ночью","title":"Работы"}],"topics":[]}
    """#,
    "/user/accident/": #"""
    [{"date":"2026-11-21 10:00:00","descr":"Обрыв","endTime":"2026-11-21 14:00:00","id":3,"name":"Авария",
      "realyTime":"0000-00-00 00:00:00","status":0}]
    """#,
  ]

  func pull() throws -> [PullStep] {
    var steps: [PullStep] = []
    #expect(try provider.changes(of: "4217", since: nil) { steps.append($0) })
    return steps
  }

  func account() throws -> Account {
    for case .change(.account(let account)) in try pull() { return account }
    throw ProviderError.unknownAccount
  }
}
