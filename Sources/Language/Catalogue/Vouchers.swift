/// Vouchers: cards with a code that is money until it is redeemed.
extension Phrase {
  package static let voucherNoun = Phrase("ваучеры и карты оплаты", "vouchers: cards with a code")
  package static let voucherRedeemSummary = Phrase("зачислить ваучер на счёт", "credit a voucher to the account")
  package static let voucherDiscussion = Phrase(
    "Код можно не писать в команде: его спросят на терминале или прочтут из конвейера, и он не останется в истории оболочки. Провайдер помнит каждый код, поэтому дважды его не зачислить; а вот за неверные коды провайдеры на время закрывают приём.",
    "The code may be left out: it is asked for on the terminal, or read from a pipe, and stays out of the shell's history. The provider remembers each code, so none is credited twice; but after several wrong ones providers refuse further codes for a while."
  )
  package static let voucherCodePlaceholder = Phrase("КОД", "CODE")
  package static let voucherSerialPlaceholder = Phrase("СЕРИЯ", "SERIES")
  package static let voucherCodeArgument = Phrase("код под защитным слоем", "the code under the scratch layer")
  package static let voucherSerialOption = Phrase(
    "серия или номер карты, если провайдер их различает", "the card's series or number, where the provider asks for it")
  package static let voucherExample = Phrase("код спросят", "the code is asked for")
  package static let voucherExamplePipe = Phrase("из хранилища паролей", "out of a password store")
  package static let voucherAskCode = Phrase("Код ваучера", "The voucher's code")
  package static let voucherNoCode = Phrase("код ваучера не указан", "no code of a voucher is given")
  package static let voucherBadCode = Phrase(
    "код ваучера — это латинские буквы и цифры", "a voucher's code is Latin letters and digits")
  package static let voucherHint = Phrase(
    "введите его: kabinet voucher redeem", "type it: kabinet voucher redeem")
  package static let voucherWord = Phrase("Ваучер", "Voucher")
  package static let voucherSerialWord = Phrase("Серия", "Series")
  package static let askVoucher = Phrase("Зачислить ваучер на этот счёт?", "Credit the voucher to this account?")
  package static func intentVoucher(_ code: String) -> Phrase { Phrase("ваучер \(code)", "voucher \(code)") }
}
