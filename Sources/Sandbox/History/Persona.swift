import Domain

/// A subscriber of the sandbox: how they are billed and how they have paid.
struct Persona: Sendable {
  enum Habit: Sendable {
    case pays
    /// Covers all charges before the sandbox's first day, keeps a little, and then forgets.
    case keeps(Int64)
    /// Forgot the last charge before the first day, and is blocked.
    case forgot
    /// As `forgot`, and took a trust payment on the same day.
    case trusts
  }

  let number: String
  let name: String
  let birthday: CivilDate?
  let address: String
  let hasFibre: Bool
  let utcOffset: Int
  let cycle: ChargeCycle
  let tariff: String
  let services: [String]
  let habit: Habit
  let discountPercent: Int64
  let credit: Int64
  /// Days after the first day up to which the tariff is prepaid.
  let prepaidDays: Int?
  /// The tariff that is planned for the next period when the sandbox begins.
  let planned: String?
  /// How many entries the ledger is filled up to with telephone calls.
  let fill: Int?
  /// The bank of their card pays by itself once a month.
  let hasAutopayment: Bool
  let purpose: LocalizedText

  init(
    _ number: String, _ name: String, birthday: CivilDate? = nil, address: String, hasFibre: Bool = false,
    utcOffset: Int = 180, cycle: ChargeCycle, tariff: String, services: [String] = [], habit: Habit = .pays,
    discountPercent: Int64 = 0, credit: Int64 = 0, prepaidDays: Int? = nil, planned: String? = nil, fill: Int? = nil,
    hasAutopayment: Bool = false,
    _ russian: String, _ english: String
  ) {
    self.number = number
    self.name = name
    self.birthday = birthday
    self.address = address
    self.hasFibre = hasFibre
    self.utcOffset = utcOffset
    self.cycle = cycle
    self.tariff = tariff
    self.services = services
    self.habit = habit
    self.discountPercent = discountPercent
    self.credit = credit
    self.prepaidDays = prepaidDays
    self.planned = planned
    self.fill = fill
    self.hasAutopayment = hasAutopayment
    self.purpose = LocalizedText(russian: russian, english: english)
  }

  /// Logins and what each may see; a login's own account comes first.
  static func numbers(seenBy login: String) -> [String] { login == "100100" ? ["100100", "100105"] : [login] }
}

extension Persona {
  /// `entries` is the length of the large ledger of 100108.
  static func all(entries: Int) -> [Persona] { monthly + byDays + troubled + [large(entries)] }

  private static let monthly = [
    Persona(
      "100100", "Анна Сергеевна Ковалёва", birthday: CivilDate(year: 1986, month: 11, day: 24),
      address: "Тверь, ул. Советская, 12, кв. 48", cycle: .calendarMonth, tariff: "home-300",
      services: ["tv-basic", "antivirus"], habit: .keeps(214_50), "ближайшее списание не покрыто",
      "the next charge is not covered"),
    Persona(
      "100102", "Михаил Игоревич Чен", address: "Екатеринбург, ул. Мира, 3, кв. 7", hasFibre: true, utcOffset: 300,
      cycle: .anniversary(day: 31), tariff: "giga", services: ["static-ip"], credit: 300_00,
      "списание 31-го числа, постоянный кредит", "charged on the 31st, with a permanent credit"),
    Persona(
      "100105", "Анна Сергеевна Ковалёва (дача)", birthday: CivilDate(year: 1986, month: 11, day: 24),
      address: "Тверская обл., д. Избрижье, 5", cycle: .inAdvance, tariff: "home-100", planned: "home-300",
      "оплата вперёд, запланирован переход", "paid in advance, with a planned change"),
  ]

  private static let byDays = [
    Persona(
      "100101", "Пётр Андреевич Лосев", address: "Тверь, пр. Победы, 40, кв. 3", cycle: .everyDays(30),
      tariff: "home-500", services: ["antivirus"], prepaidDays: 45, "каждые 30 дней, тариф оплачен вперёд",
      "every 30 days, the tariff is prepaid"),
    Persona(
      "100103", "Дарья Олеговна Швец", address: "Тверь, наб. Никитина, 21, кв. 90", cycle: .daily, tariff: "day-100",
      "плата каждый день", "a fee a day"),
    Persona(
      "100104", "Руслан Маратович Галиев", address: "Казань, ул. Баумана, 8, кв. 15", cycle: .spread,
      tariff: "home-300", services: ["tv-basic"], discountPercent: 10, hasAutopayment: true,
      "месячная плата частями по дням, скидка 10 %",
      "a monthly fee in daily parts, 10 % off"),
  ]

  private static let troubled = [
    Persona(
      "100106", "Олег Викторович Зимин", address: "Тверь, ул. Горького, 77, кв. 2", cycle: .calendarMonth,
      tariff: "home-100", habit: .forgot, "доступ приостановлен: не хватило денег", "blocked for lack of money"),
    Persona(
      "100107", "Ирина Павловна Соколова", address: "Тверь, ул. Хромова, 19, кв. 31", cycle: .everyDays(30),
      tariff: "home-300", services: ["static-ip"], habit: .trusts, "взят обещанный платёж",
      "a trust payment is active"),
  ]

  private static func large(_ entries: Int) -> Persona {
    Persona(
      "100108", "ООО «Ромашка»", address: "Тверь, ул. Индустриальная, 1", hasFibre: true, cycle: .daily,
      tariff: "day-100", fill: entries, "длинная история операций", "a long ledger")
  }
}
