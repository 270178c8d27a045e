/// Inviting friends.
extension Phrase {
  package static let referralNoun = Phrase("приглашение друзей", "inviting friends")
  package static let referralShowSummary = Phrase(
    "кого вы пригласили и какой бонус накоплен", "whom you invited, and the bonus")
  package static let referralShowExample = Phrase("ссылка для друзей и бонус", "the link for friends, and the bonus")
  package static let referralInviteSummary = Phrase(
    "передать провайдеру контакт друга", "give the provider a friend's contact")
  package static let referralInviteExample = Phrase("провайдер перезвонит ему", "the provider will ring them")
  package static let referralClaimSummary = Phrase("перевести бонус на баланс", "move the bonus to the balance")
  package static let referralClaimExample = Phrase("забрать накопленное", "take what has been earned")
  package static let referralNamePlaceholder = Phrase("ИМЯ", "NAME")
  package static let referralNameArgument = Phrase("имя друга", "the friend's name")
  package static let referralOptionPhone = Phrase("телефон друга", "the friend's telephone")
  package static let referralBonus = Phrase("Накоплено", "Earned")
  package static let referralBonusColumn = Phrase("Бонус", "Bonus")
  package static let referralLink = Phrase("Ссылка для друзей", "Link for friends")
  package static let referralTake = Phrase("Забрать", "To take it")
  package static let referralNone = Phrase(
    "Провайдер ничего о друзьях не сообщил.", "The provider has told nothing of friends.")
  package static let referralNoFriends = Phrase("Вы ещё никого не пригласили.", "You have invited nobody yet.")
  package static func referralState(_ state: String) -> Phrase {
    switch state {
    case "invited": Phrase("приглашён", "invited")
    case "in-work": Phrase("провайдер связывается", "being contacted")
    case "joined": Phrase("подключился", "joined")
    case "cancelled": Phrase("отказался", "cancelled")
    default: Phrase(verbatim: state)
    }
  }
  package static let referralIncomplete = Phrase("нужны имя и телефон друга", "a friend's name and telephone are due")
  package static let referralInviteHint = Phrase(
    "например: kabinet referral invite \"Иван Петров\" --phone 79001234567",
    "for example: kabinet referral invite \"Ivan Petrov\" --phone 79001234567")
  package static func askInvite(_ name: String) -> Phrase {
    Phrase("Передать провайдеру имя и телефон: \(name)?", "Give name and telephone to the provider: \(name)?")
  }
  package static let askReferralClaim = Phrase("Перевести бонус на баланс?", "Move the bonus to the balance?")
  package static func intentInvite(_ name: String) -> Phrase {
    Phrase("приглашение: \(name)", "invitation: \(name)")
  }
  package static let intentReferralClaim = Phrase("перевод бонуса на баланс", "moving the bonus to the balance")
}
