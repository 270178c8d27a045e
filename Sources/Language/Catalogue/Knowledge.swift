/// The knowledge base.
extension Phrase {
  package static let articleListSummary = Phrase("список статей", "the list of articles")
  package static let articleSearchSummary = Phrase("найти статью по словам", "find an article by words")
  package static let articleShowSummary = Phrase("прочитать статью", "read an article")
  package static let articleSearchDiscussion = Phrase(
    "Ищет в названиях, метках и тексте, на обоих языках; лучшее — сверху.",
    "Searches titles, tags and texts in both languages; the best come first.")
  package static let articleSearchSigns = Phrase(
    "Слова в кавычках должны стоять рядом, слова с минусом впереди в статье быть не должно.",
    "Words in quotation marks must stand together; a word with a minus before it must not be in the article.")
  package static let articleSearchTolerance = Phrase(
    "Опечатки, недописанное последнее слово, чужая раскладка и транслит поиску не помеха. Если он прочёл запрос иначе, "
      + "чем набрано, он об этом скажет; --exact ищет только то, что набрано.",
    "Misspellings, an unfinished last word, the wrong keyboard layout and transliteration do not stop it. When it reads the "
      + "query in another way than it was typed it says so; --exact looks for what was typed and nothing else.")
  package static let articleBrowseSummary = Phrase("искать, пока набираешь", "search as you type")
  package static let articleBrowseDiscussion = Phrase(
    "Статьи находятся с каждой буквой; стрелки выбирают, Enter показывает, Esc и Ctrl-C выходят. Нужен терминал.",
    "Articles are found with every letter; arrows choose, Enter shows, Esc and Ctrl-C leave. It needs a terminal.")
  package static let articleBrowsePrompt = Phrase("Что искать:", "Search:")
  package static let articleBrowseKeys = Phrase(
    "стрелки — выбрать, Enter — показать, Esc — выйти", "arrows choose, Enter shows, Esc leaves")
  package static let articleBrowseNeedsTerminal = Phrase(
    "искать по ходу набора можно только на терминале, и статьи должны быть загружены",
    "searching as you type needs a terminal, and articles")
  package static let articleExampleBrowse = Phrase("поиск по ходу набора", "search as you type")
  package static let articleImportSummary = Phrase("загрузить статьи из файла", "take articles from a file")
  package static let articleImportDiscussion = Phrase(
    "Файл — JSON, по статье в строке: id, title, body, lang, tags. Загруженные статьи заменяют прежние загруженные. "
      + "Они нужны там, где статей провайдера нет: без входа в кабинет и без сети.",
    "The file is JSON, an article a line: id, title, body, lang, tags. Articles replace those imported before. They are for "
      + "where there are none of a provider: without a login and without a network.")
  package static let articleImportFile = Phrase("файл со статьями", "the file with the articles")
  package static let articleExportSummary = Phrase("выгрузить все статьи", "write out all articles")
  package static let articleExportDiscussion = Phrase(
    "JSON, по статье в строке, в том виде, который берёт kb import.", "JSON, an article a line, as kb import takes it.")
  package static let articleWithoutCategory = Phrase("Прочее", "Other")
  package static let articleOpenSummary = Phrase(
    "открыть статью или видео в браузере", "open an article or video in the browser")
  package static let articleRelatedSummary = Phrase("похожие статьи", "articles like this one")
  package static let articleExamplePhrase = Phrase(
    "слова рядом, и без слова «пароль»", "words together, and without the word ‘пароль’")
  package static let articleExampleImport = Phrase("статьи для работы без сети", "articles for use offline")
  package static let articleExampleExport = Phrase("все статьи в файл", "all articles into a file")
  package static let articleExampleOpen = Phrase("страница статьи на сайте", "the article's page on the site")
  package static let articleExampleRelated = Phrase("что ещё прочитать", "what else to read")
  package static let articleOptionExact = Phrase("искать только то, что набрано", "look for exactly what was typed")
  package static let articleOptionIDs = Phrase("печатать только коды статей", "print ids only")
  package static let articleOptionBatch = Phrase(
    "много запросов из файла: код и текст через табуляцию", "many queries from a file: an id, a tab, the text")
  package static let articleColumnQuery = Phrase("Запрос", "Query")
  package static func articlesImported(_ count: Int) -> Phrase {
    let articles = plural(count, .articles)
    return Phrase("Загружено: \(articles.russian).", "Imported: \(articles.english).")
  }
  package static func articleImportLine(_ number: Int) -> Phrase {
    Phrase("строка \(number) файла — не статья", "line \(number) of the file is not an article")
  }
  package static let articleImportHint = Phrase(
    "в строке должен быть объект JSON с id, title и body, и код не должен повторяться",
    "a line is a JSON object with id, title and body, and no id comes twice")
  package static func articleBatchLine(_ number: Int) -> Phrase {
    Phrase("в строке \(number) файла нет табуляции", "line \(number) of the file has no tab")
  }
  package static let articleBatchHint = Phrase(
    "в строке должны быть код запроса, табуляция и текст", "a line is the query's id, a tab and its text")
  package static let articleNothingAsked = Phrase("не сказано, что искать", "nothing was asked for")
  package static let articleQueryTooLong = Phrase("запрос слишком длинный", "the query is too long")
  package static func articleOtherLayout(_ text: String) -> Phrase {
    Phrase(
      "Запрос прочитан в другой раскладке: «\(text)». Искать как набрано: --exact",
      "The query was read in the other keyboard layout: ‘\(text)’. To search as typed: --exact")
  }
  package static func articleMended(_ typed: String, _ meant: String) -> Phrase {
    Phrase(
      "Слова «\(typed)» в статьях нет, найдено «\(meant)». Искать как набрано: --exact",
      "No article has ‘\(typed)’; found ‘\(meant)’. To search as typed: --exact")
  }
  package static let articlePhraseNowhere = Phrase(
    "Рядом эти слова нигде не стоят, поэтому порядок не учтён.",
    "These words stand together nowhere, so they were looked for apart.")
  package static func articleWithoutLink(_ id: String) -> Phrase {
    Phrase("у статьи «\(id)» нет страницы на сайте", "the article ‘\(id)’ has no page on the site")
  }
  package static func articleLinkUnsafe(_ id: String) -> Phrase {
    Phrase(
      "ссылка статьи «\(id)» ведёт не на веб-страницу", "the link of the article ‘\(id)’ is not that of a web page")
  }
  package static let articleOpenerMissing = Phrase("открыть браузер не удалось", "the browser could not be opened")
  package static func articleOpenByHand(_ link: String) -> Phrase {
    Phrase("откройте сами: \(link)", "open it yourself: \(link)")
  }
  package static func articleOpened(_ link: String) -> Phrase {
    Phrase("Открывается \(link)", "Opening \(link)")
  }
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
