/// What was sent to the provider and what became of it.
extension Phrase {
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
