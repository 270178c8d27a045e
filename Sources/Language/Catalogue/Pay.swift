extension Phrase {
  package static let paySummary = Phrase("внести деньги на счёт", "pay into the account")
  package static let payDiscussion = Phrase(
    "Без суммы вносит столько, сколько нужно для следующего списания. Сначала показывает сумму, комиссию и до какого числа хватит, потом спрашивает.",
    "Without an amount it pays what the next charge needs. It shows the amount, the commission and how long it will last, then asks."
  )
  package static let payDiscussionScripts = Phrase(
    "Платёж записывается на диск до отправки и никогда не уходит дважды под одним ключом. Если исход неизвестен (статус 8), ничего не повторяйте: его выяснит «kabinet sync».",
    "A payment is on the disk before it is sent and never goes out twice under one key. When the outcome is unknown (status 8), repeat nothing: ‘kabinet sync’ finds it out."
  )
  package static let payAmount = Phrase(
    "сумма: 500 или 499,90; без неё — рекомендуемая", "the amount: 500 or 499.90; the recommended one if left out")
  package static let placeholderMethod = Phrase("СПОСОБ", "METHOD")
  package static let payMethod = Phrase(
    "способ оплаты, например card или sbp", "the payment method, such as card or sbp")
  package static let payExampleRecommended = Phrase(
    "сколько нужно для следующего списания", "what the next charge needs")
  package static let payExampleDryRun = Phrase("только условия", "the terms alone")
  package static let payExampleScript = Phrase(
    "в сценарии: сколько ни запускай, платёж будет один", "in a script: one payment, however often it runs")
  package static let nothingToPay = Phrase(
    "платить пока не нужно: денег хватает на следующее списание", "nothing is due: the balance covers the next charge")
  package static let nameAnAmount = Phrase(
    "чтобы всё же заплатить, укажите сумму: kabinet pay 500", "to pay all the same, name an amount: kabinet pay 500")
  package static let cardNumberTyped = Phrase(
    "это похоже на номер карты; kabinet его не принимает и не хранит",
    "this looks like a card number; kabinet neither takes nor keeps one")
  package static let cardNumberHint = Phrase(
    "карту привязывают на странице провайдера; для платежа нужна только сумма: kabinet pay 500",
    "a card is linked on the provider's page; a payment needs an amount alone: kabinet pay 500")
  package static func noSuchMethod(_ name: String) -> Phrase {
    Phrase("способа оплаты «\(name)» нет", "there is no payment method ‘\(name)’")
  }
  package static func methodsAre(_ names: String) -> Phrase {
    Phrase("выберите из имеющихся: \(names)", "choose one of: \(names)")
  }
  package static func amountTooSmall(_ minimum: Phrase) -> Phrase {
    Phrase("этим способом принимают не меньше \(minimum.russian)", "this method takes at least \(minimum.english)")
  }
  package static func amountTooLarge(_ maximum: Phrase) -> Phrase {
    Phrase("этим способом принимают не больше \(maximum.russian)", "this method takes at most \(maximum.english)")
  }
  package static let payAmountWord = Phrase("Зачислится", "Credited")
  package static let payCommission = Phrase("Комиссия", "Commission")
  package static let payTotal = Phrase("К оплате", "Total")
  package static let payMethodWord = Phrase("Способ", "Method")
  package static let balanceAfter = Phrase("Баланс станет", "Balance then")
  package static let paidUntilAfter = Phrase("Хватит по", "Will last until")

  // Trust payment.
  package static let trustPaymentNoun = Phrase(
    "обещанный платёж: проверить условия и взять", "trust payment: check the terms, take one")
  package static let trustCheckSummary = Phrase(
    "можно ли взять обещанный платёж и на каких условиях", "whether a trust payment can be had, and on what terms")
  package static let trustTakeSummary = Phrase("взять обещанный платёж", "take a trust payment")
  package static let trustDiscussion = Phrase(
    "Обещанный платёж включает интернет в долг на несколько дней. Он платный, и долг нужно погасить в срок.",
    "A trust payment turns the service on for a few days on credit. It has a fee and must be repaid in time.")
  package static let trustCheckExample = Phrase(
    "сумма, цена, срок — или что мешает и с какого дня можно",
    "sum, price, term, or what stands in the way and from when it can be had")
  package static let trustTakeExample = Phrase("показать условия и спросить", "show the terms and ask")
  package static let trustTakeScript = Phrase("в сценарии, без вопросов", "in a script, without questions")
  package static let trustAmount = Phrase("Сумма", "Sum")
  package static let trustAmountLater = Phrase(
    "провайдер назовёт её, когда платёж будет взят", "told by the provider once it is taken")
  package static let trustFee = Phrase("Плата за услугу", "Price")
  package static let trustTerm = Phrase("Срок", "Term")
  package static func untilInclusive(_ date: Phrase) -> Phrase {
    Phrase("по \(date.russian) включительно", "until \(date.english) inclusive")
  }
}
