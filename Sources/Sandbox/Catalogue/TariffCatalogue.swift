import Domain

/// One tariff as the provider sells it; what an account makes of it is in `TariffRules`.
struct TariffOffer: Sendable {
  enum Rule: Sendable, Equatable {
    case archived
    /// Only where fibre reaches the flat.
    case gponOnly
    /// Needs papers shown at an office.
    case papers
    /// Sold from a day on, counted from the sandbox's first day.
    case fromDay(Int)
  }

  let id: String
  let name: String
  /// A month, or a day with `isDaily`; kopecks.
  let fee: Int64
  let isDaily: Bool
  let down: Int
  let up: Int
  let included: [String]
  let rule: Rule?
  let description: LocalizedText

  init(
    _ id: String, _ name: String, fee: Int64, down: Int, up: Int? = nil, isDaily: Bool = false, included: [String] = [],
    rule: Rule? = nil, _ russian: String, _ english: String
  ) {
    self.id = id
    self.name = name
    self.fee = fee
    self.isDaily = isDaily
    self.down = down
    self.up = up ?? down
    self.included = included
    self.rule = rule
    self.description = LocalizedText(russian: russian, english: english)
  }
}

enum TariffCatalogue {
  static let all: [TariffOffer] = [
    TariffOffer(
      "home-100", "Домашний 100", fee: 450_00, down: 100, "Для почты, видео и одного-двух человек.",
      "Mail, video, one or two people."),
    TariffOffer(
      "home-300", "Домашний 300", fee: 650_00, down: 300, "Для семьи и нескольких телевизоров.",
      "A family and a few television sets."),
    TariffOffer(
      "home-500", "Домашний 500", fee: 850_00, down: 500, "Для больших загрузок и работы из дома.",
      "Large downloads and work from home."),
    TariffOffer(
      "home-300-tv", "Домашний 300 + ТВ", fee: 890_00, down: 300, included: ["tv-basic"],
      "Интернет и 180 каналов одной суммой.", "Internet and 180 channels for one fee."),
    TariffOffer(
      "giga", "Гигабит", fee: 1100_00, down: 1000, up: 500, rule: .gponOnly,
      "Гигабит там, где оптика заведена в квартиру.", "A gigabit where fibre reaches the flat."),
    TariffOffer(
      "giga-game", "Гигабит Игровой", fee: 1500_00, down: 1000, included: ["static-ip"], rule: .gponOnly,
      "Гигабит, постоянный адрес и короткий путь до игровых серверов.",
      "A gigabit, a static address and a short way to game servers."),
    TariffOffer(
      "day-100", "Посуточный 100", fee: 19_00, down: 100, isDaily: true, "Плата списывается каждый день.",
      "The fee is taken each day."),
    TariffOffer(
      "social-50", "Социальный 50", fee: 300_00, down: 50, rule: .papers,
      "Для льготных категорий, по документам в офисе.", "For those entitled, with papers shown at an office."),
    TariffOffer(
      "promo-500", "Осенний 500", fee: 590_00, down: 500, rule: .fromDay(20),
      "Сезонное предложение: 500 Мбит/с по цене ниже обычной.", "A seasonal offer: 500 Mbit/s below the usual price."),
    TariffOffer(
      "retro-60", "Ретро 60", fee: 380_00, down: 60, rule: .archived, "Архивный тариф: подключить нельзя.",
      "An archived tariff: it cannot be chosen."),
  ]

  static func offer(_ id: String) -> TariffOffer? { all.first { $0.id == id } }
}

enum ServiceCatalogue {
  static func service(_ id: String, since: CivilDate) -> Service {
    switch id {
    case "tv-basic": Service(id: id, name: "ТВ: 180 каналов", kind: "tv", fee: Int64(250_00).roubles, since: since)
    case "static-ip":
      Service(id: id, name: "Постоянный IP-адрес", kind: "static-ip", fee: Int64(150_00).roubles, since: since)
    default: Service(id: id, name: "Антивирус", kind: "antivirus", fee: Int64(99_00).roubles, since: since)
    }
  }
}

enum MethodCatalogue {
  static let card = PaymentMethod(
    id: "card", name: LocalizedText(russian: "Привязанная карта ··4417", english: "Linked card ··4417"), isDirect: true,
    minimum: Int64(10_00).roubles, maximum: Int64(15_000_00).roubles, isDefault: true)
  static let sbp = PaymentMethod(
    id: "sbp", name: LocalizedText(russian: "СБП, по ссылке", english: "Faster payments, by a link"), isDirect: false,
    minimum: Int64(1_00).roubles, maximum: Int64(100_000_00).roubles)

  static let all = [card, sbp]
}
