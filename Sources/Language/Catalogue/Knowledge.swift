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
    "только такие: faq — вопрос и ответ, guide — инструкция, video — фильм",
    "only such: faq is a question and its answer, guide goes step by step, video is a film")
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
  package static let articleExampleShow = Phrase("прочитать статью", "read an article")

  package static let articleColumnID = Phrase("Код", "Id")
  package static let articleColumnCategory = Phrase("Раздел", "Category")
  package static let articleColumnType = Phrase("Вид", "Type")
  package static let articleColumnTitle = Phrase("Название", "Title")
  package static let articleUpdated = Phrase("Обновлено", "Updated")
  package static let articleLink = Phrase("На сайте", "On the site")
  package static let articleRead = Phrase("прочитать", "to read it")

  package static func articleType(_ type: String) -> Phrase {
    switch type {
    case "faq": Phrase("вопрос", "faq")
    case "guide": Phrase("инструкция", "guide")
    case "video": Phrase("видео", "video")
    default: Phrase(verbatim: type)
    }
  }

  package static let articlesNone = Phrase(
    "статей провайдера здесь ещё нет: kabinet sync", "there are no articles of the provider here yet: kabinet sync")
  package static func articlesNoneOfCategory(_ categories: String) -> Phrase {
    Phrase("таких статей нет; разделы: \(categories)", "there are no such articles; the categories are: \(categories)")
  }
  package static func articlesNotFound(_ words: String) -> Phrase {
    Phrase(
      "по словам «\(words)» ничего не нашлось: попробуйте другие слова или kabinet kb list",
      "nothing was found for ‘\(words)’: try other words or kabinet kb list")
  }
  package static func articleUnknown(_ id: String) -> Phrase {
    Phrase("статьи «\(id)» нет", "there is no article ‘\(id)’")
  }
  package static func articleDidYouMean(_ ids: String) -> Phrase {
    Phrase(
      "возможно, \(ids); найти по словам: kabinet kb search СЛОВА",
      "perhaps \(ids); to find one by words: kabinet kb search WORDS")
  }
  package static let articleSeeSearch = Phrase(
    "найдите по словам: kabinet kb search СЛОВА", "find one by words: kabinet kb search WORDS")
  package static let articleOtherLanguage = Phrase(
    "на этом языке статьи нет, показана на другом", "the article is not there in this language; shown in the other")
  package static func articleLimitWrong(_ text: String) -> Phrase {
    Phrase("«\(text)» — не число статей", "‘\(text)’ is not a number of articles")
  }
  package static let articleLimitHint = Phrase("введите от 1 до 1000", "type a number from 1 to 1000")
}
