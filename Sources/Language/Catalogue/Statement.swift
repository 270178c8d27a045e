import Domain

/// The statement of an account.
extension Phrase {
  package static let statementSummary = Phrase("операции по счёту за период", "the account's operations of a period")
  package static let statementDiscussion = Phrase(
    "Без периода показывает этот месяц по календарю провайдера. Период — год, месяц, день, промежуток или слово: 2026, 2026-11, 2026-11-01..2026-11-15, ноябрь, last-month, 30d; all — вся история. Новые операции внизу.",
    "Without a period it shows this month of the provider's calendar. A period is a year, a month, a day, a range or a word: 2026, 2026-11, 2026-11-01..2026-11-15, november, last-month, 30d; all is the whole history. The newest operations come last."
  )
  package static let statementTotalsDiscussion = Phrase(
    "С --totals — суммы по месяцам и видам, без периода — за всю историю.",
    "With --totals it shows sums by month and kind; without a period, of the whole history.")
  package static let statementPeriod = Phrase("за какое время", "the time to show")
  package static let statementOptionFrom = Phrase("с этого дня или месяца", "from this day or month on")
  package static let statementOptionTo = Phrase("по этот день или месяц включительно", "through this day or month")
  package static let statementOptionKind = Phrase(
    "только операции этого вида; можно повторить", "only operations of this kind; may be repeated")
  package static let statementOptionService = Phrase(
    "только операции этой услуги или тарифа", "only operations of this service or tariff")
  package static let statementOptionTotals = Phrase("суммы по месяцам и видам", "sums by month and kind")
  package static let statementServicePlaceholder = Phrase("УСЛУГА", "SERVICE")
  package static let statementExample = Phrase("операции этого месяца", "this month's operations")
  package static let statementExamplePayments = Phrase("платежи за год", "a year's payments")
  package static let statementExampleTotals = Phrase("суммы за всю историю", "sums of the whole history")
  package static let statementExampleAll = Phrase("вся история для таблицы", "the whole history for a spreadsheet")

  package static let statementDate = Phrase("Дата", "Date")
  package static let statementKind = Phrase("Вид", "Kind")
  package static let statementText = Phrase("Операция", "Operation")
  package static let amountWord = Phrase("Сумма", "Amount")
  package static let statementMonth = Phrase("Месяц", "Month")
  package static let statementPayments = Phrase("Платежи", "Payments")
  package static let statementCharges = Phrase("Списания", "Charges")
  package static let statementOther = Phrase("Прочее", "Other")
  package static let statementTotal = Phrase("Итого", "Total")
  package static let statementOpening = Phrase("На начало", "Opening balance")
  package static let statementClosing = Phrase("На конец", "Closing balance")
  package static let statementChart = Phrase("Списания по месяцам", "Charges by month")
  package static let statementByKind = Phrase("По видам", "By kind")

  package static func statementTitle(_ from: CivilDate?, _ to: CivilDate?) -> Phrase {
    switch (from, to) {
    case (nil, nil): return Phrase("Вся история", "The whole history")
    case (let from?, nil):
      let from = DateText.full(from)
      return Phrase("С \(from.russian)", "From \(from.english)")
    case (nil, let to?):
      let to = DateText.full(to)
      return Phrase("По \(to.russian)", "Until \(to.english)")
    case (let from?, let to?):
      if from == to { return DateText.full(from) }
      if from.day == 1, to == from.lastOfMonth { return DateText.month(from).capitalised }
      if from.day == 1, from.month == 1, to.month == 12, to.day == 31, from.year == to.year {
        return Phrase("\(from.year) год", "\(from.year)")
      }
      let first = DateText.full(from)
      let last = DateText.full(to)
      return Phrase("С \(first.russian) по \(last.russian)", "From \(first.english) to \(last.english)")
    }
  }

  package static func statementNothing(_ title: Phrase) -> Phrase {
    // English months keep their capital.
    let english =
      ["The", "From", "Until"].contains(title.english.prefix { $0 != " " }) ? title.continued.english : title.english
    return Phrase("Операций нет: \(title.continued.russian)", "No operations: \(english)")
  }

  package static func statementLastOperation(_ date: CivilDate) -> Phrase {
    let day = DateText.full(date)
    let month = date.monthText
    return Phrase(
      "Последняя операция — \(day.russian): kabinet statement \(month)",
      "The last operation was on \(day.english): kabinet statement \(month)")
  }
  package static func statementKindsThere(_ kinds: String) -> Phrase {
    Phrase("В этом периоде есть другие операции: \(kinds).", "The period has other operations: \(kinds).")
  }
  package static let statementHistoryEmpty = Phrase(
    "Провайдер ещё не прислал ни одной операции. Обновить: kabinet sync",
    "The provider has not sent any operations yet. To refresh: kabinet sync")
  /// The first place at which the ledger does not add up, and how many there are.
  package static func statementDiscrepancy(_ first: Statement.Discrepancy, count: Int) -> Phrase {
    let more = count > 1 ? Phrase(" (всего таких мест \(count))", " (\(count) such places)") : Phrase(verbatim: "")
    switch first {
    case .broken(let entry, let difference):
      let difference = AmountText.signed(difference)
      return Phrase(
        "баланс после операции \(entry) расходится с суммой на \(difference.russian)\(more.russian)",
        "the balance after operation \(entry) is off by \(difference.english)\(more.english)")
    case .currency(let entry):
      return Phrase(
        "операция \(entry) в другой валюте и не сложена\(more.russian)",
        "operation \(entry) is in another currency and was not added\(more.english)")
    case .overflow(let entry):
      return Phrase(
        "сумма на операции \(entry) слишком велика, чтобы посчитать\(more.russian)",
        "the sum at operation \(entry) is too large to compute\(more.english)")
    }
  }
  package static func statementDamaged(_ path: String) -> Phrase {
    Phrase(
      "часть операций повреждена и не показана (\(path)): kabinet doctor",
      "some operations are damaged and left out (\(path)): kabinet doctor")
  }
  package static let statementPeriodTwice = Phrase(
    "период задан дважды", "the period is given twice")
  package static let statementPeriodOnce = Phrase(
    "оставьте или период, или --from и --to", "keep either the period, or --from and --to")
  package static func statementReversed(_ from: CivilDate, _ to: CivilDate) -> Phrase {
    Phrase(
      "период заканчивается (\(to.text)) раньше, чем начинается (\(from.text))",
      "the period ends (\(to.text)) before it begins (\(from.text))")
  }
  package static let statementSwapBounds = Phrase("поменяйте --from и --to местами", "swap --from and --to")

  /// What an operation is; a kind that we do not know is told as it came.
  package static func entryKind(_ kind: LedgerEntry.Kind) -> Phrase {
    switch kind {
    case .payment: Phrase("пополнение", "payment")
    case .charge: Phrase("списание", "charge")
    case .fee: Phrase("разовая плата", "one-off fee")
    case .compensation: Phrase("перерасчёт", "compensation")
    case .refund: Phrase("возврат", "refund")
    case .bonus: Phrase("бонус", "bonus")
    case .adjustment: Phrase("корректировка", "adjustment")
    default: Phrase(verbatim: kind.rawValue)
    }
  }
}
