/// Invoices and receipts.
extension Phrase {
  package static let invoiceNoun = Phrase("квитанции и счета на оплату", "invoices")
  package static let invoiceListSummary = Phrase("выставленные счета на оплату", "the invoices there are")
  package static let invoiceOptionUnpaid = Phrase("только неоплаченные", "only those that are not paid")
  package static let invoiceListExample = Phrase("что выставил провайдер", "what the provider has invoiced")
  package static let invoiceUnpaidExample = Phrase("что ещё не оплачено", "what is not paid yet")
  package static let invoiceGetSummary = Phrase("счёт построчно", "one invoice, row by row")
  package static let invoiceGetExample = Phrase("за что он", "what it is for")
  package static let receiptNoun = Phrase("кассовые чеки", "receipts")
  package static let receiptListSummary = Phrase("чеки об оплате", "the receipts of payments")
  package static let receiptListExample = Phrase("какие есть чеки", "which receipts there are")
  package static let receiptGetSummary = Phrase("один чек и ссылка на него", "one receipt and its link")
  package static let receiptGetExample = Phrase("открыть в браузере", "open it in the browser")
  package static let documentNumberPlaceholder = Phrase("НОМЕР", "NUMBER")
  package static let documentNumberArgument = Phrase(
    "номер, как в списке; без него — последний", "its number, as in the list; without one the latest")
  package static let documentOptionOpen = Phrase("открыть в браузере", "open it in the browser")
  package static let documentPaid = Phrase("Оплачено", "Paid")
  package static let documentDue = Phrase("Оплатить до", "Pay until")
  package static let documentEntry = Phrase("Операция", "Operation")
  package static let documentLink = Phrase("Ссылка", "Link")
  package static let documentRow = Phrase("За что", "For")
  package static func documentTitle(_ kind: String, _ number: String) -> Phrase {
    switch kind {
    case "invoice": Phrase("Счёт № \(number)", "Invoice no. \(number)")
    case "receipt": Phrase("Чек № \(number)", "Receipt no. \(number)")
    default: Phrase("Документ № \(number)", "Document no. \(number)")
    }
  }
  package static let documentsNone = Phrase("Документов пока нет.", "There are no documents yet.")
  package static let documentsNoneOpen = Phrase("Всё оплачено.", "Everything is paid.")
  package static func documentUnknown(_ number: String) -> Phrase {
    Phrase("документа с номером «\(number)» нет", "there is no document ‘\(number)’")
  }
  package static func seeDocuments(_ kind: String) -> Phrase {
    Phrase("посмотрите, какие есть: kabinet \(kind) list", "see which there are: kabinet \(kind) list")
  }
  package static func documentWithoutLink(_ number: String) -> Phrase {
    Phrase("у документа «\(number)» нет ссылки", "the document ‘\(number)’ has no link")
  }
  package static let invoiceRequestSummary = Phrase("попросить выставить счёт на оплату", "ask for an invoice")
  package static let invoiceAmountArgument = Phrase(
    "сумма; без неё — сколько нужно внести", "the amount; without one as much as is due")
  package static let invoiceRequestExample = Phrase("для банка или бухгалтерии", "for a bank or an employer")
  package static func askInvoice(_ amount: Phrase) -> Phrase {
    Phrase("Попросить счёт на \(amount.russian)?", "Ask for an invoice of \(amount.english)?")
  }
  package static func intentInvoice(_ amount: Phrase) -> Phrase {
    Phrase("счёт на \(amount.russian)", "invoice of \(amount.english)")
  }
}
