import Domain

/// What stands in the way of inviting friends.
enum ReferralReasons {
  static let known = Reason(
    code: "friend-known",
    label: LocalizedText(russian: "Этот номер уже приглашали", english: "This number has been invited already"))

  static let phone = Reason(
    code: "phone-refused",
    label: LocalizedText(
      russian: "Провайдер не принимает такой номер", english: "The provider does not take this number"),
    remedy: LocalizedText(
      russian: "Укажите номер с кодом страны, одни цифры", english: "Give it with its country code, digits alone"))

  static let noBonus = Reason(
    code: "no-bonus",
    label: LocalizedText(russian: "Бонуса пока нет", english: "There is no bonus yet"),
    remedy: LocalizedText(
      russian: "Он появится, когда приглашённый станет абонентом",
      english: "It comes when a friend becomes a subscriber"))
}
