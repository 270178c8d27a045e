/// What there is beside the tariff.
extension Phrase {
  package static let serviceNoun = Phrase("услуги сверх тарифа", "services beside the tariff")
  package static let serviceListSummary = Phrase(
    "подключённые услуги и их стоимость", "the services there are and what they cost")
  package static let serviceListExample = Phrase("за что ещё списывают", "what else is charged for")
  package static let serviceIDColumn = Phrase("Услуга", "Service")
  package static let serviceFee = Phrase("Плата", "Fee")
  package static let serviceSince = Phrase("С какого дня", "Since")
  package static let servicesNone = Phrase("Кроме тарифа, ничего не подключено.", "There is nothing beside the tariff.")
}
