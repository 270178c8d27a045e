import Domain

/// The provider's tariffs and what stands in the way of one.
extension Phrase {
  package static let tariffListSummary = Phrase("какие тарифы можно взять", "the tariffs that can be had")
  package static let tariffListDiscussion = Phrase(
    "Без параметров — только тарифы, доступные вам. С --all — весь каталог провайдера, и рядом с каждым недоступным тарифом — правило, которое мешает.",
    "By default only those that you can have. With --all the provider's whole catalogue, each with the rule that stands in the way."
  )
  package static let tariffOptionAll = Phrase("также недоступные и архивные", "unavailable and archived ones too")
  package static let tariffShowSummary = Phrase(
    "тариф целиком: плата, скорость, условия", "one tariff: fee, speed, conditions")
  package static let tariffCompareSummary = Phrase("сравнить тарифы", "compare tariffs")
  package static let tariffCompareDiscussion = Phrase(
    "Первый тариф — основа сравнения. Если назван один, основа — ваш тариф; если ни одного, ваш тариф сравнивается со всеми доступными. Учтена ваша скидка.",
    "The first tariff is what the others are measured by. When one is named, that is your tariff; when none is, your tariff is compared with all that you can have. Your discount is counted."
  )
  package static let tariffID = Phrase("код тарифа; без него ваш", "the tariff's id; yours by default")
  package static let tariffIDs = Phrase("коды тарифов", "ids of tariffs")
  package static let tariffExampleList = Phrase("что можно взять", "what can be had")
  package static let tariffExampleAll = Phrase(
    "весь каталог и что мешает", "the whole catalogue and what is in the way")
  package static let tariffExampleShow = Phrase("мой тариф", "my tariff")
  package static let tariffExampleShowOne = Phrase("тариф по коду", "a tariff by its id")
  package static let tariffExampleCompare = Phrase("мой тариф и все доступные", "my tariff and all that can be had")
  package static let tariffExampleCompareTwo = Phrase("два тарифа рядом", "two tariffs side by side")

  package static let tariffColumnID = Phrase("Код", "Id")
  package static let tariffColumnFee = Phrase("Плата", "Fee")
  package static let tariffColumnSpeed = Phrase("Скорость", "Speed")
  package static let tariffColumnMegabits = Phrase("Мбит/с", "Mbit/s")
  package static let tariffColumnStatus = Phrase("Доступен", "Available")
  package static let tariffColumnReason = Phrase("Что мешает", "In the way")
  package static let tariffColumnMonthly = Phrase("В месяц", "A month")
  package static let tariffColumnDifference = Phrase("Разница", "Difference")
  package static let tariffColumnIncluded = Phrase("Включено", "Included")
  package static let tariffAvailableFrom = Phrase("Будет доступен с", "Available from")
  package static let tariffYourFee = Phrase("Плата с вашей скидкой", "Fee with your discount")
  package static let tariffArchivedLabel = Phrase("В архиве", "Archived")
  package static let tariffYes = Phrase("да", "yes")

  package static let tariffCurrent = Phrase("ваш", "yours")
  package static let tariffAvailable = Phrase("да", "yes")
  package static let tariffUnavailable = Phrase("нет", "no")
  package static let tariffArchived = Phrase("в архиве", "archived")
  package static func tariffFrom(_ date: Phrase) -> Phrase {
    Phrase("с \(date.russian)", "from \(date.english)")
  }
  package static func tariffScheduled(_ name: Phrase, _ date: Phrase) -> Phrase {
    Phrase(
      "С \(date.russian) запланирован переход на \(name.russian).",
      "A change to \(name.english) is planned for \(date.english).")
  }
  package static let tariffMonthOfThirtyDays = Phrase(
    "Плата за день и за период пересчитана на 30 дней.", "Fees by the day or by a period are counted for 30 days.")
  package static let tariffNextList = Phrase(
    "Весь каталог и что мешает взять остальные: kabinet tariff list --all",
    "The whole catalogue and what is in the way: kabinet tariff list --all")
  package static let tariffNone = Phrase("Провайдер не прислал тарифов.", "The provider has sent no tariffs.")
  package static let tariffNoneAvailable = Phrase(
    "Сейчас перейти на другой тариф нельзя.", "No other tariff can be had now.")
  package static let tariffNothingToCompare = Phrase(
    "Сравнивать не с чем: других доступных тарифов нет.",
    "There is nothing to compare with: no other tariff can be had.")
  package static let tariffCurrentUnknown = Phrase(
    "провайдер не сообщает, какой у вас тариф", "the provider does not say which tariff you have")
  package static let tariffNameOne = Phrase(
    "назовите код: kabinet tariff show КОД; все коды: kabinet tariff list --all",
    "name an id: kabinet tariff show ID; all ids: kabinet tariff list --all")
  package static let tariffNextCheck = Phrase("Условия перехода", "The terms of changing to it")

  /// «650 ₽ в месяц», "₽650 a month"
  package static func fee(_ fee: Money, _ cycle: ChargeCycle) -> Phrase {
    let amount = AmountText.prose(fee)
    switch cycle {
    case .calendarMonth, .anniversary, .spread, .inAdvance:
      return Phrase("\(amount.russian) в месяц", "\(amount.english) a month")
    case .daily: return Phrase("\(amount.russian) в день", "\(amount.english) a day")
    case .everyDays(let days):
      let period = plural(days, .days)
      return Phrase("\(amount.russian) за \(period.russian)", "\(amount.english) for \(period.english)")
    }
  }

  /// When the fee is taken, in a sentence.
  package static func cycle(_ cycle: ChargeCycle) -> Phrase {
    switch cycle {
    case .calendarMonth: Phrase("1-го числа каждого месяца", "on the 1st of each month")
    case .everyDays(let days):
      Phrase("каждые \(plural(days, .days).russian)", "every \(plural(days, .days).english)")
    case .anniversary(let day): Phrase("\(day)-го числа каждого месяца", "on day \(day) of each month")
    case .daily: Phrase("каждый день", "every day")
    case .spread: Phrase("каждый день равными частями", "every day in equal parts")
    case .inAdvance: Phrase("в последний день месяца за следующий", "on the last day of a month for the next")
    }
  }
  package static let tariffCycle = Phrase("Списание", "Charged")

  /// «300/100 Мбит/с»; one number when both directions are as fast or only one is known.
  package static func speed(down: Int?, up: Int?) -> Phrase? {
    let numbers = [down, up].compactMap { $0 }.map(String.init)
    guard let first = numbers.first else { return nil }
    let text = numbers.count == 2 && down != up ? numbers.joined(separator: "/") : first
    return Phrase("\(text)\(NumberText.noBreakSpace)Мбит/с", "\(text)\(NumberText.noBreakSpace)Mbit/s")
  }
}
