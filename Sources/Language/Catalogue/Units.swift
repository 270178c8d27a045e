/// The nouns that Kabinet counts.
extension PluralPhrase {
  package static let seconds = PluralPhrase(ru: ("секунда", "секунды", "секунд"), en: ("second", "seconds"))
  package static let minutes = PluralPhrase(ru: ("минута", "минуты", "минут"), en: ("minute", "minutes"))
  package static let hours = PluralPhrase(ru: ("час", "часа", "часов"), en: ("hour", "hours"))
  package static let days = PluralPhrase(ru: ("день", "дня", "дней"), en: ("day", "days"))
  package static let weeks = PluralPhrase(ru: ("неделя", "недели", "недель"), en: ("week", "weeks"))
  package static let months = PluralPhrase(ru: ("месяц", "месяца", "месяцев"), en: ("month", "months"))
  package static let years = PluralPhrase(ru: ("год", "года", "лет"), en: ("year", "years"))

  package static let accounts = PluralPhrase(
    ru: ("лицевой счёт", "лицевых счёта", "лицевых счетов"), en: ("account", "accounts"))
  package static let articles = PluralPhrase(ru: ("статья", "статьи", "статей"), en: ("article", "articles"))
  package static let changes = PluralPhrase(ru: ("изменение", "изменения", "изменений"), en: ("change", "changes"))
  package static let characters = PluralPhrase(ru: ("знак", "знака", "знаков"), en: ("character", "characters"))
  package static let devices = PluralPhrase(ru: ("устройство", "устройства", "устройств"), en: ("device", "devices"))
  package static let digits = PluralPhrase(ru: ("цифра", "цифры", "цифр"), en: ("digit", "digits"))
  package static let entries = PluralPhrase(ru: ("запись", "записи", "записей"), en: ("entry", "entries"))
  package static let files = PluralPhrase(ru: ("файл", "файла", "файлов"), en: ("file", "files"))
  package static let incidents = PluralPhrase(ru: ("авария", "аварии", "аварий"), en: ("incident", "incidents"))
  package static let intents = PluralPhrase(ru: ("намерение", "намерения", "намерений"), en: ("intent", "intents"))
  package static let notices = PluralPhrase(
    ru: ("уведомление", "уведомления", "уведомлений"), en: ("notice", "notices"))
  package static let operations = PluralPhrase(
    ru: ("операция", "операции", "операций"), en: ("operation", "operations"))
  package static let payments = PluralPhrase(ru: ("платёж", "платежа", "платежей"), en: ("payment", "payments"))
  package static let places = PluralPhrase(ru: ("место", "места", "мест"), en: ("place", "places"))
  package static let problems = PluralPhrase(ru: ("проблема", "проблемы", "проблем"), en: ("problem", "problems"))
  package static let services = PluralPhrase(ru: ("услуга", "услуги", "услуг"), en: ("service", "services"))
  package static let tariffs = PluralPhrase(ru: ("тариф", "тарифа", "тарифов"), en: ("tariff", "tariffs"))
  package static let tickets = PluralPhrase(ru: ("обращение", "обращения", "обращений"), en: ("ticket", "tickets"))
}

extension Phrase {
  /// `12,3 КиБ`
  package static func amountOfBytes(_ bytes: Int) -> Phrase {
    let units = [("КиБ", "KiB"), ("МиБ", "MiB"), ("ГиБ", "GiB"), ("ТиБ", "TiB")]
    guard bytes >= 1 << 10 else { return Phrase("\(bytes) Б", "\(bytes) B") }
    let power = min((Int.bitWidth - 1 - bytes.leadingZeroBitCount) / 10, units.count)
    let unit = 1 << (10 * power)
    let (whole, tenth) = (bytes / unit, bytes % unit * 10 / unit)
    let names = units[power - 1]
    return Phrase("\(whole),\(tenth) \(names.0)", "\(whole).\(tenth) \(names.1)")
  }
}
