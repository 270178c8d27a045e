import Domain

/// What stands in the way of a voucher.
enum VoucherReasons {
  static let serialNeeded = Reason(
    code: "serial-needed",
    label: LocalizedText(
      russian: "Провайдеру нужна и серия карты", english: "The provider needs the card's series too"),
    remedy: LocalizedText(russian: "Укажите её: --serial СЕРИЯ", english: "Name it: --serial SERIES"))

  static let unknown = Reason(
    code: "voucher-unknown",
    label: LocalizedText(russian: "Такого ваучера нет", english: "There is no such voucher"),
    remedy: LocalizedText(
      russian: "Проверьте серию и код; после нескольких ошибок приём закроют на время",
      english: "Check series and code; after several mistakes no more are taken for a while"))

  static let used = Reason(
    code: "voucher-used",
    label: LocalizedText(russian: "Этот ваучер уже использован", english: "This voucher has been used"),
    remedy: LocalizedText(russian: "Обратитесь к продавцу или к провайдеру", english: "Ask the seller or the provider"))

  /// The same card once more: what an earlier try did has its payment in the statement.
  static let yours = Reason(
    code: "voucher-used",
    label: LocalizedText(
      russian: "Этот ваучер уже зачислен на ваш счёт", english: "This voucher is on your account already"),
    remedy: LocalizedText(russian: "Посмотрите: kabinet statement", english: "Look: kabinet statement"))

  static let expired = Reason(
    code: "voucher-expired",
    label: LocalizedText(russian: "Срок ваучера истёк", english: "The voucher has expired"),
    remedy: LocalizedText(russian: "Обратитесь к продавцу", english: "Ask the seller"))

  static let tooManyTries = Reason(
    code: "too-many-tries",
    label: LocalizedText(
      russian: "Слишком много неверных кодов: приём на время закрыт",
      english: "Too many wrong codes: none is taken for a while"),
    remedy: LocalizedText(russian: "Обратитесь к провайдеру", english: "Ask the provider"))
}
