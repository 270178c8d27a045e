/// What was sent to the provider and what became of it.
extension Phrase {
  package static let paymentsNoun = Phrase(
    "что отправлено: посмотреть, выяснить исход, отменить", "what was sent: look, find out the outcome, take back")
  package static let paymentsKeyArgument = Phrase("ключ операции", "key of the operation")
  package static func paymentsNoSuchKey(_ key: String) -> Phrase {
    Phrase("операции с ключом \(key) нет", "there is no operation with the key \(key)")
  }
  package static let paymentsShowSummary = Phrase("всё об одной операции", "everything about one operation")
  package static let paymentsShowExample = Phrase("что с ней было, шаг за шагом", "what happened to it, step by step")
  package static let paymentsSettleSummary = Phrase(
    "выяснить исход незавершённых операций", "find out the outcome of unfinished operations")
  package static let paymentsSettleDiscussion = Phrase(
    "Спрашивает провайдера об операции по её ключу, а где ключей нет — сверяет состояние счёта. Второй раз ничего не платится. Без ключа делает то же, что «kabinet sync».",
    "Asks the provider about the operation by its key; where there are no keys, compares the state of the account. Nothing is paid a second time. Without a key it does the same as ‘kabinet sync’."
  )
  package static let paymentsSettleExample = Phrase("выяснить всё", "find out everything")
  package static let paymentsSettleExampleOne = Phrase("только эту", "this one alone")
  package static let paymentsCancelSummary = Phrase(
    "отменить операцию, пока она не выполнена", "take an operation back before it is done")
  package static let paymentsCancelDiscussion = Phrase(
    "Что ещё не отправлено, отменяется сразу. Отправленное отменяется только когда провайдер пообещал никогда его не выполнять; если он уже выполнил, так и будет сказано (статус 6).",
    "What was not sent is cancelled at once. What was sent is cancelled only when the provider has promised never to do it; if it is done already, that is what you are told (status 6)."
  )
  package static let paymentsCancelExample = Phrase("передумал", "a change of mind")
  package static let paymentsTooLate = Phrase("отменить не удалось: уже выполнено", "too late to take back: it is done")
  package static let paymentsCreated = Phrase("Создана", "Made")
  package static let paymentsAttempts = Phrase("Отправок", "Times sent")
  package static let paymentsHistory = Phrase("Что было", "What happened")
  package static let paymentsReason = Phrase("Причина отказа", "Reason of the refusal")
  package static let paymentsContradiction = Phrase("Противоречие", "Contradiction")
  /// An event of an intent's history.
  package static func paymentsEvent(_ event: String) -> Phrase {
    switch event {
    case "take": Phrase("отправка", "sending")
    case "done": Phrase("провайдер выполнил", "the provider did it")
    case "accepted": Phrase("провайдер принял", "the provider accepted it")
    case "refused": Phrase("провайдер отказал", "the provider refused")
    case "not-sent": Phrase("не удалось отправить", "it could not be sent")
    case "lost": Phrase("ответа не было", "there was no answer")
    case "cancel": Phrase("попросили отменить", "asked to take it back")
    case "fenced": Phrase("провайдер обещал не выполнять", "the provider promised not to do it")
    case "not-executed": Phrase("выяснено: не выполнялась", "found out: it was not done")
    case "expire": Phrase("срок вышел", "its time was over")
    default: Phrase("исход ещё не ясен", "the outcome is still open")
    }
  }
  /// A later fact against the recorded outcome.
  package static func paymentsContradicts(_ note: String) -> Phrase {
    let words = note.split(separator: " ", maxSplits: 1).map(String.init)
    switch (words.first, words.dropFirst().first) {
    case ("charged", let entry?):
      return Phrase("деньги всё-таки проведены, операция \(entry)", "the money moved after all, entry \(entry)")
    case ("no-entry", _):
      return Phrase("в истории счёта её так и нет", "the ledger never showed it")
    default: return Phrase(verbatim: note)
    }
  }
  package static let paymentsSummary = Phrase("что отправлено и чем кончилось", "what was sent and what became of it")
  package static let paymentsDiscussion = Phrase(
    "Оплаты, обещанные платежи и смены тарифа, отправленные отсюда: незавершённые и завершённые за этот и прошлый год. Новые внизу. Полная история каждой — с --json.",
    "Payments, trust payments and tariff changes that were sent from here: those on their way, and those of this year and the last. The newest come last. --json has the full history of each."
  )
  package static let paymentsOptionOpen = Phrase("только незавершённые", "only those on their way")
  package static let paymentsExample = Phrase("что стало с платежами", "what became of the payments")
  package static let paymentsExampleOpen = Phrase("что ещё не завершено", "what is not finished yet")

  package static let paymentsTime = Phrase("Когда", "When")
  package static let paymentsWhat = Phrase("Что", "What")
  package static let paymentsReference = Phrase("Номер", "Reference")
  package static let paymentsKey = Phrase("Ключ", "Key")
  package static let paymentsPay = Phrase("оплата", "payment")
  package static let paymentsNone = Phrase("Отсюда ещё ничего не отправляли.", "Nothing has been sent from here yet.")
  package static let paymentsNoneOpen = Phrase("Незавершённых операций нет.", "No operations are on their way.")
  package static let paymentsSettle = Phrase(
    "Не повторяйте незавершённые операции. Узнать, чем они кончились: kabinet sync",
    "Do not repeat the unfinished operations. To learn how they ended: kabinet sync")
  package static func paymentsFinish(_ key: String) -> Phrase {
    Phrase("завершить оплату \(key)", "finish the payment \(key)")
  }
  package static func paymentsUnreadable(_ path: String) -> Phrase {
    Phrase(
      "файл операции не читается (\(path)): деньги не отправляются, пока это не выяснено: kabinet doctor",
      "an operation can't be read (\(path)): no money is sent until that is settled: kabinet doctor")
  }
  package static func paymentsDiscrepancy(_ key: String) -> Phrase {
    Phrase(
      "операция \(key): провайдер позже сообщил другое, чем было записано; подробности: kabinet payments --json",
      "operation \(key): the provider later said something else than was recorded; details: kabinet payments --json")
  }

  package static func intentRefused(_ reason: Phrase) -> Phrase {
    Phrase("отказано: \(reason.russian)", "refused: \(reason.english)")
  }
}
