import Domain

/// Payments by rule.
extension Phrase {
  package static let autopayNoun = Phrase(
    "автоплатёж: правила, запуск, объяснение", "autopay: rules, runs, explanations")
  package static let placeholderRule = Phrase("ПРАВИЛО", "RULE")
  package static let autopayRuleArgument = Phrase(
    "имя правила: до 20 строчных латинских букв, цифр и «-»; без него — main или все",
    "name of the rule: up to 20 of a-z, 0-9 and ‘-’; main, or all, if left out")
  package static let autopayBadName = Phrase(
    "имя правила — до 20 строчных латинских букв, цифр и «-»", "the name of a rule is up to 20 of a-z, 0-9 and ‘-’")
  package static let autopayBadNameHint = Phrase(
    "например: kabinet autopay set salary-day --day 5 --amount 500",
    "for example: kabinet autopay set salary-day --day 5 --amount 500")
  package static func autopayNoSuchRule(_ name: String) -> Phrase {
    Phrase("правила «\(name)» нет", "there is no rule ‘\(name)’")
  }
  package static func autopayRulesAre(_ names: String) -> Phrase {
    Phrase("выберите из имеющихся: \(names)", "choose one of: \(names)")
  }
  package static let autopayNone = Phrase(
    "Правил автоплатежа нет. Задать: kabinet autopay set --below 100 --amount 500",
    "There are no autopay rules. To set one: kabinet autopay set --below 100 --amount 500")

  // show, off, history.
  package static let autopayShowSummary = Phrase("показать правила", "show the rules")
  package static let autopayShowExample = Phrase("какие правила действуют", "which rules are in force")
  package static let autopayOffSummary = Phrase(
    "выключить правило; без имени — все", "turn a rule off; without a name, all of them")
  package static let autopayOffExample = Phrase("больше ничего не платить без меня", "pay nothing without me any more")
  package static let autopayHistorySummary = Phrase(
    "что правила делали и чем это кончилось", "what the rules did and what became of it")
  package static let autopayHistoryExample = Phrase("все попытки", "every try")
  package static let autopayNoHistory = Phrase(
    "Правила ещё ничего не платили.", "The rules have not paid anything yet.")
  package static func autopayRule(_ name: String) -> Phrase { Phrase("Правило \(name)", "Rule \(name)") }
  package static let autopayRuleWord = Phrase("Правило", "Rule")
  package static let autopayOn = Phrase("действует", "in force")
  package static let autopayOver = Phrase("срок истёк", "over")
  package static func autopayStopped(_ stop: AutopayRule.Stop) -> Phrase {
    let date = DateText.short(stop.on)
    switch stop.cause {
    case .off: return Phrase("выключено \(date.russian)", "turned off on \(date.english)")
    case .declined:
      return Phrase(
        "остановлено \(date.russian): три отказа подряд", "stopped on \(date.english): three declines in a row")
    }
  }
  package static let autopayWhen = Phrase("Когда", "When")
  package static let autopayHowMuch = Phrase("Сколько", "How much")
  package static let autopayPaymentCap = Phrase("Не больше за раз", "At most at once")
  package static let autopayMonthCap = Phrase("Не больше за месяц", "At most a month")
  package static let autopayUntilWord = Phrase("Действует по", "Until")
  package static let autopayTrustWord = Phrase("Обещанный платёж", "Trust payment")
  package static let autopayTrustOnTurnOff = Phrase(
    "брать в день отключения, если дают", "taken on the day of the turn-off, if it is to be had")
  package static func autopayTrigger(_ trigger: AutopayRule.Trigger) -> Phrase {
    switch trigger {
    case .below(let limit):
      let limit = AmountText.prose(limit)
      return Phrase("когда баланс меньше \(limit.russian)", "when the balance is below \(limit.english)")
    case .dayOfMonth(let day):
      return Phrase("каждый месяц \(day)-го числа", "every month on day \(day)")
    case .daysBeforeTurnOff(0): return Phrase("в день отключения", "on the day of the turn-off")
    case .daysBeforeTurnOff(let days):
      let days = plural(days, .days)
      return Phrase("за \(days.russian) до отключения", "\(days.english) before the turn-off")
    }
  }
  package static func autopayAmountIs(_ amount: AutopayRule.Amount) -> Phrase {
    switch amount {
    case .fixed(let amount): return AmountText.prose(amount)
    case .upTo(let target):
      let target = AmountText.prose(target)
      return Phrase("столько, чтобы стало \(target.russian)", "what brings the balance to \(target.english)")
    }
  }

  // set.
  package static let autopaySetSummary = Phrase("задать или изменить правило", "set or change a rule")
  package static let autopaySetDiscussion = Phrase(
    "Правило — это условие (баланс ниже суммы, день месяца или сколько дней осталось до отключения), сумма (постоянная или «до» нужного баланса) и пределы. Платит его «kabinet autopay run», когда вы его запускаете: из cron или по таймеру.",
    "A rule is a condition (the balance below a sum, a day of the month, or days left until the turn-off), an amount (fixed, or what brings the balance to a sum) and caps. ‘kabinet autopay run’ pays by it whenever you run that: from cron or by a timer."
  )
  package static let autopaySetCaps = Phrase(
    "Пределы считаются вместе с комиссией; платёж с неизвестным исходом считается сделанным. Если предел за месяц не задан, это один платёж для дня месяца и два для остальных условий. Пропущенные месяцы и дни не навёрстываются.",
    "Caps count the commission too; a payment whose outcome is unknown counts as made. A month’s cap that is not given is one payment for a day of the month, and two for the other conditions. Missed months and days are not made up."
  )
  package static let autopayBelow = Phrase(
    "платить, когда баланс ниже этой суммы", "pay when the balance is below this")
  package static let autopayDay = Phrase(
    "платить в этот день месяца; в коротком месяце — в последний",
    "pay on this day of the month; on the last day of a shorter one")
  package static let autopayDaysBefore = Phrase(
    "платить, когда до отключения осталось столько дней или меньше",
    "pay when so many days or fewer are left until the turn-off")
  package static let autopayAmount = Phrase("постоянная сумма", "a fixed amount")
  package static let autopayUpTo = Phrase(
    "столько, чтобы баланс стал таким; нужен --max-payment",
    "what brings the balance to this; --max-payment is needed")
  package static let autopayMaxPayment = Phrase("предел одного платежа", "the most for one payment")
  package static let autopayMaxMonth = Phrase("предел за календарный месяц", "the most for a calendar month")
  package static let autopayUntil = Phrase("последний день правила", "the last day of the rule")
  package static let autopayTrust = Phrase(
    "брать обещанный платёж в день отключения; само оно ничего не платит",
    "take a trust payment on the day of the turn-off; it never pays by itself")
  package static let autopaySetDryRun = Phrase(
    "показать правило и ничего не менять", "show the rule and change nothing")
  package static let autopaySetExampleBelow = Phrase(
    "500 рублей, когда остаётся меньше ста", "500 roubles when less than a hundred is left")
  package static let autopaySetExampleDay = Phrase(
    "пятого числа довести баланс до 900", "bring the balance to 900 on the fifth")
  package static let autopaySetExampleTurnOff = Phrase(
    "за два дня до отключения, не больше тысячи в месяц", "two days before the turn-off, a thousand a month at most")
  package static let autopaySetExampleTrust = Phrase("только обещанный платёж", "the trust payment alone")
  package static let autopayOneOf = Phrase(
    "условие и сумма бывают только по одному: --below, --day или --days-before; --amount или --up-to",
    "there is one condition and one amount: --below, --day or --days-before; --amount or --up-to")
  package static let autopayHalfRule = Phrase(
    "правилу нужны и условие, и сумма", "a rule needs both a condition and an amount")
  package static let autopayEmptyRule = Phrase("не сказано, что правило делает", "it is not said what the rule does")
  package static let autopaySetHint = Phrase(
    "например: kabinet autopay set --below 100 --amount 500",
    "for example: kabinet autopay set --below 100 --amount 500")
  package static let autopayAmountOverCap = Phrase(
    "сумма больше предела одного платежа", "the amount is over the cap of one payment")
  package static let autopayMonthUnderPayment = Phrase(
    "предел за месяц меньше предела одного платежа", "the cap of a month is below that of one payment")
  package static let autopayCapNeeded = Phrase(
    "с --up-to нужен предел одного платежа", "--up-to needs a cap for one payment")
  package static let autopayCapHint = Phrase(
    "добавьте, например: --max-payment 1000", "add, for example: --max-payment 1000")
  package static let autopayEndsInThePast = Phrase(
    "последний день правила уже прошёл", "the last day of the rule is past already")
  package static let askAutopay = Phrase("Платить по этому правилу без вопросов?", "Pay by this rule without asking?")
  package static let autopayIsSet = Phrase(
    "Правило задано. Платит его kabinet autopay run — запускайте раз в день, например из cron.",
    "The rule is set. ‘kabinet autopay run’ pays by it: run that once a day, from cron for example.")
  package static let autopayOnlyLinks = Phrase(
    "этот провайдер сам ничего не списывает: вместо платежа правило приготовит ссылку, по которой платите вы",
    "this provider charges nothing itself: instead of a payment the rule prepares a link by which you pay")

  // explain.
  package static let autopayExplainSummary = Phrase(
    "что правило сделало бы сейчас и почему", "what a rule would do now, and why")
  package static let autopayExplainDiscussion = Phrase(
    "Показывает решение и всё, из чего оно следует, по данным последней синхронизации; ничего не отправляет.",
    "Shows the decision and all that it follows from, by the data of the last sync; nothing is sent.")
  package static let autopayExplainExample = Phrase("почему не заплачено", "why nothing was paid")
  package static let autopayDecision = Phrase("Решение", "Decision")
  package static let autopayToday = Phrase("День по календарю провайдера", "Day by the provider’s calendar")
  package static let autopayTurnOff = Phrase("Отключение", "Turn-off")
  package static let autopayNoTurnOff = Phrase("не предвидится", "not in sight")
  package static let autopaySpent = Phrase("За месяц, из предела", "This month, of the cap")
  package static let autopayUnsettledWord = Phrase("Не завершено", "Unsettled")
  package static let autopayLastTry = Phrase("Последняя попытка", "Last try")
  package static func autopayVerdict(_ verdict: AutopayDecision.Verdict) -> Phrase {
    switch verdict {
    case .pay(let amount, _):
      let amount = AmountText.prose(amount)
      return Phrase("заплатить \(amount.russian)", "pay \(amount.english)")
    case .takeTrustPayment: return Phrase("взять обещанный платёж", "take a trust payment")
    case .nothing(let reason): return autopayReason(reason)
    }
  }
  private static func autopayReason(_ reason: AutopayDecision.Reason) -> Phrase {
    switch reason {
    case .stopped(let stop): return autopayStopped(stop)
    case .ended(let end):
      let end = DateText.short(end)
      return Phrase("ничего: срок правила истёк \(end.russian)", "nothing: the rule ended on \(end.english)")
    case .accountClosed: return Phrase("ничего: договор закрыт", "nothing: the account is closed")
    case .unsettled(let key):
      return Phrase(
        "ничего: не завершена операция \(key); её исход выяснит kabinet sync",
        "nothing: operation \(key) is not settled; kabinet sync finds out its outcome")
    case .notDue: return Phrase("ничего: условие не наступило", "nothing: the condition does not hold")
    case .alreadyPaid(let key):
      return Phrase("ничего: за этот период уже заплачено (\(key))", "nothing: this period is paid already (\(key))")
    case .givenUp(let key):
      return Phrase(
        "ничего: попытка за этот период отменена или не ушла вовремя (\(key))",
        "nothing: this period’s try was cancelled or not sent in time (\(key))")
    case .declined(let next):
      let next = DateText.short(next)
      return Phrase(
        "ничего: сегодня отказано, следующая попытка \(next.russian)",
        "nothing: declined today, the next try is on \(next.english)")
    case .notArrived(let key):
      return Phrase(
        "ничего: прошлый платёж ещё не дошёл до счёта (\(key))",
        "nothing: the last payment has not reached the account yet (\(key))")
    case .enough: return Phrase("ничего: денег достаточно", "nothing: there is enough")
    case .overPaymentCap:
      return Phrase("ничего: сумма больше предела одного платежа", "nothing: the amount is over the cap of one payment")
    case .overMonthCap:
      return Phrase("ничего: предел за месяц исчерпан", "nothing: the cap of the month is used up")
    }
  }

  // run.
  package static let autopayRunSummary = Phrase(
    "синхронизировать и заплатить, если правило велит", "sync, and pay if a rule says so")
  package static let autopayRunDiscussion = Phrase(
    "Сначала синхронизирует; если провайдер недоступен, ничего не делает (статус 5). Запускать можно сколько угодно часто, в том числе с двух машин: за один период — один платёж. После трёх отказов подряд правило останавливается.",
    "It syncs first; when the provider can’t be reached it does nothing (status 5). Run it as often as you like, from two machines too: one payment a period. After three declines in a row the rule stops."
  )
  package static let autopayRunSafety = Phrase(
    "День и месяц берутся по календарю провайдера. Если часы этого компьютера расходятся с ним больше чем на сутки, ничего не платится.",
    "Days and months are those of the provider’s calendar. When this computer’s clock is off by more than a day, nothing is paid."
  )
  package static let autopayRunDryRun = Phrase(
    "синхронизировать и показать решение, не платить", "sync and show the decision, pay nothing")
  package static let autopayRunExample = Phrase(
    "раз в день, из cron или по таймеру", "once a day, from cron or by a timer")
  package static let autopayRunExampleDry = Phrase("что было бы заплачено", "what would be paid")
  package static func autopayClockIsOff(_ duration: Phrase) -> Phrase {
    Phrase(
      "часы этого компьютера расходятся с часами провайдера на \(duration.russian): автоплатёж не выполняется",
      "this computer’s clock is \(duration.english) off the provider’s: autopay does not run")
  }
  package static let autopayClockHint = Phrase(
    "поправьте часы и запустите снова: kabinet autopay run", "set the clock and run again: kabinet autopay run")
  package static let autopayNotSure = Phrase(
    "история операций не сходится с балансом или неполна: автоплатёж не выполняется",
    "the history does not add up to the balance, or is incomplete: autopay does not run")
  package static let autopayFeeOverCap = Phrase(
    "ничего: с комиссией выходит больше предела", "nothing: with the commission it is over a cap")
  package static let autopayStoppedNow = Phrase(
    "Три отказа подряд: правило остановлено. Снова задать: kabinet autopay set",
    "Three declines in a row: the rule is stopped. To set it again: kabinet autopay set")

  // What a payment system takes by itself.
  package static let autopayStopSummary = Phrase(
    "прекратить регулярный платёж платёжной системы", "end a regular payment by a payment system")
  package static let autopayStopDiscussion = Phrase(
    "Некоторые платёжные системы сами списывают деньги с карты по договорённости, заключённой на сайте провайдера. Такие платежи видны в «kabinet autopay show»; эта команда их прекращает. Правила kabinet она не трогает: их выключает «kabinet autopay off».",
    "Some payment systems charge a card by themselves, by an agreement made on the provider's site. Such payments are seen in ‘kabinet autopay show’; this command ends them. It leaves kabinet's own rules alone: those are turned off by ‘kabinet autopay off’."
  )
  package static let autopayStopPlaceholder = Phrase("НОМЕР", "ID")
  package static let autopayStopArgument = Phrase("какой, если их несколько", "which one, where there are several")
  package static let autopayStopExample = Phrase("единственный", "the only one")
  package static func autopaymentHeading(_ name: String) -> Phrase {
    Phrase("Списывает платёжная система: \(name)", "Taken by a payment system: \(name)")
  }
  package static let autopaymentID = Phrase("Номер", "ID")
  package static let autopaymentAsNeeded = Phrase("сколько потребуется", "as much as is due")
  package static let autopaymentLast = Phrase("Последний раз", "Last")
  package static let autopaymentNext = Phrase("Следующий", "Next")
  package static let autopaymentEnd = Phrase("Прекратить", "To end it")
  package static let autopaymentBoth = Phrase(
    "Платит и правило kabinet, и платёжная система: может списаться дважды. Оставьте что-то одно: kabinet autopay off или kabinet autopay stop",
    "Both a rule of kabinet and a payment system pay: it may be taken twice. Keep one: kabinet autopay off, or kabinet autopay stop"
  )
  package static func autopaymentUnknown(_ id: String) -> Phrase {
    Phrase("регулярного платежа «\(id)» нет", "there is no regular payment ‘\(id)’")
  }
  package static let autopaymentNone = Phrase(
    "платёжные системы сами ничего не списывают", "no payment system takes anything by itself")
  package static let autopaymentSeveral = Phrase("их несколько: укажите какой", "there are several: say which")
  package static let autopaymentSee = Phrase("посмотрите: kabinet autopay show", "look: kabinet autopay show")
  package static let askAutopaymentStop = Phrase("Прекратить этот регулярный платёж?", "End this regular payment?")
  package static let intentAutopaymentStop = Phrase("отказ от регулярного платежа", "ending a regular payment")
}
