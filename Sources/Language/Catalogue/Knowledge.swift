/// The knowledge base.
extension Phrase {
  package static let articleListSummary = Phrase("список статей", "the list of articles")
  package static let articleSearchSummary = Phrase("найти статью по словам", "find an article by words")
  package static let articleShowSummary = Phrase("прочитать статью", "read an article")
  package static let articleSearchDiscussion = Phrase(
    "Ищет в названиях, метках и тексте, на обоих языках; лучшее — сверху.",
    "Searches titles, tags and texts in both languages; the best come first.")
  package static let articleShowDiscussion = Phrase(
    "Статья показывается на языке интерфейса, а если на нём её нет — на том, на каком есть.",
    "An article is shown in the language of the interface, or in the one that there is.")
  package static let articleOptionCategory = Phrase("только из этого раздела", "only of this category")
  package static let articleOptionType = Phrase(
    "только такие: faq — вопрос и ответ, guide — инструкция, video — видео",
    "only such: faq is a question and its answer, guide goes step by step, video is a video")
  package static let articleOptionLimit = Phrase("сколько статей показать, обычно 10", "how many to show, usually 10")
  package static let articleOptionLanguage = Phrase("искать только на этом языке", "search this language only")
  package static let articleCategoryPlaceholder = Phrase("РАЗДЕЛ", "CATEGORY")
  package static let articleWords = Phrase("что искать", "what to look for")
  package static let articleWordsPlaceholder = Phrase("СЛОВА", "WORDS")
  package static let articleID = Phrase("код статьи", "the article's id")
  package static let articleIDPlaceholder = Phrase("СТАТЬЯ", "ARTICLE")
  package static let articleExampleList = Phrase("все статьи", "all articles")
  package static let articleExampleCategory = Phrase("статьи о Wi-Fi", "articles about Wi-Fi")
  package static let articleExampleSearch = Phrase("почему медленный Wi-Fi", "why is the Wi-Fi slow")
  package static let articleExampleSearchOne = Phrase("лучшая статья для сценария", "the best article for a script")
  package static let articleExampleShow = Phrase("статья целиком", "the whole article")

  package static let articleColumnID = Phrase("Код", "Id")
  package static let articleColumnCategory = Phrase("Раздел", "Category")
  package static let articleColumnType = Phrase("Вид", "Type")
  package static let articleColumnTitle = Phrase("Название", "Title")
  package static let articleUpdated = Phrase("Обновлено", "Updated")
  package static let articleLink = Phrase("На сайте", "On the site")
  package static let articleRead = Phrase("Прочитать", "To read it")

  package static func articleType(_ type: String) -> Phrase {
    switch type {
    case "faq": Phrase("вопрос", "faq")
    case "guide": Phrase("инструкция", "guide")
    case "video": Phrase("видео", "video")
    default: Phrase(verbatim: type)
    }
  }

  package static let articlesNone = Phrase(
    "Статей провайдера здесь ещё нет. Получить: kabinet sync",
    "There are no articles of the provider here yet. To fetch them: kabinet sync")
  package static func articlesNoneOfCategory(_ categories: String) -> Phrase {
    Phrase("Таких статей нет. Разделы: \(categories).", "There are no such articles. Categories: \(categories).")
  }
  package static func articlesNotFound(_ words: String) -> Phrase {
    Phrase(
      "По запросу «\(words)» ничего не нашлось. Попробуйте другие слова или весь список: kabinet kb list",
      "Nothing was found for ‘\(words)’. Try other words, or the whole list: kabinet kb list")
  }
  package static func articleUnknown(_ id: String) -> Phrase {
    Phrase("статьи «\(id)» нет", "there is no article ‘\(id)’")
  }
  package static func articleDidYouMean(_ ids: String) -> Phrase {
    Phrase(
      "возможно, вы имели в виду \(ids)\nили найдите по словам: kabinet kb search СЛОВА",
      "perhaps you meant \(ids)\nor find one by words: kabinet kb search WORDS")
  }
  package static let articleSeeSearch = Phrase(
    "найдите по словам: kabinet kb search СЛОВА", "find one by words: kabinet kb search WORDS")
  package static let articleOtherLanguage = Phrase(
    "На этом языке статьи нет, показана на другом.",
    "The article is not there in this language; it is shown in the other.")
  package static func articleLimitWrong(_ text: String) -> Phrase {
    Phrase("«\(text)» — не число статей", "‘\(text)’ is not a number of articles")
  }
  package static let articleLimitHint = Phrase("введите от 1 до 1000", "type a number from 1 to 1000")
}
