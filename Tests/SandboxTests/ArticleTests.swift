import Testing

@testable import Sandbox

@Suite struct ArticleTests {
  private static let types: Set = ["faq", "guide", "video"]
  private static let categories: Set = [
    "money", "tariffs", "connection", "wifi", "equipment", "tv", "phone", "security", "account", "moving", "speed",
    "incidents",
  ]
  /// Commands that an article may tell a reader to type.
  private static let commands: Set = [
    "account list", "balance", "incidents", "kb search", "kb show", "login", "pay", "payments", "statement", "sync",
    "tariff cancel", "tariff check", "tariff compare", "tariff list", "tariff show", "tariff switch",
    "trust-payment check", "trust-payment take",
  ]
  private static let options: Set = ["--all", "--dry-run", "--key", "--yes"]

  @Test func thereAreAtLeastSixtyArticlesWithUniqueIdentifiersInOrder() {
    let ids = ArticleText.all.map(\.id)
    #expect(ids.count >= 60)
    #expect(Set(ids).count == ids.count)
    #expect(ids == ids.sorted())
  }

  @Test(arguments: ArticleText.all.map(\.id))
  func anArticleIsDescribedByKnownWords(id: String) throws {
    let article = try #require(ArticleText.all.first { $0.id == id })
    #expect(article.id.count <= 64)
    #expect(article.id.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) })
    #expect(!article.id.hasPrefix("-") && !article.id.hasSuffix("-"))
    #expect(Self.types.contains(article.type))
    #expect(Self.categories.contains(article.category))
    #expect(!article.tags.isEmpty && Set(article.tags).count == article.tags.count)
    let home = article.type == "video" ? "https://video.example/" : "https://help.example/"
    #expect(article.url == home + article.id)
  }

  @Test(arguments: ArticleText.all.map(\.id))
  func theDateOfAnEditIsADayThatExisted(id: String) throws {
    let article = try #require(ArticleText.all.first { $0.id == id })
    let parts = article.updated.split(separator: "-", omittingEmptySubsequences: false)
    #expect(parts.map(\.count) == [4, 2, 2])
    let numbers = parts.compactMap { Int($0) }
    try #require(numbers.count == 3)
    #expect((2024...2026).contains(numbers[0]))
    try #require((1...12).contains(numbers[1]))
    let leap = numbers[0] % 4 == 0
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    #expect((1...days[numbers[1] - 1]).contains(numbers[2]))
  }

  @Test(arguments: ArticleText.all.map(\.id))
  func bothLanguagesAreWrittenInTheirOwnAlphabet(id: String) throws {
    let article = try #require(ArticleText.all.first { $0.id == id })
    #expect(article.russian.title.unicodeScalars.contains(where: Self.isCyrillic))
    #expect((60...220).contains(Self.words(article.russian.markdown)))
    #expect((60...220).contains(Self.words(article.english.markdown)))
    let russian = Self.prose(article.russian.markdown).unicodeScalars
    let cyrillic = russian.filter(Self.isCyrillic).count
    let latin = russian.filter { $0.isASCII && $0.properties.isAlphabetic }.count
    #expect(cyrillic > 2 * latin, "\(cyrillic) Cyrillic letters and \(latin) Latin ones")
    let english = article.english.title + article.english.markdown
    #expect(!english.unicodeScalars.contains(where: Self.isCyrillic))
  }

  @Test(arguments: ArticleText.all.map(\.id))
  func everyCommandThatIsMentionedExists(id: String) throws {
    let article = try #require(ArticleText.all.first { $0.id == id })
    let russian = Self.commands(in: article.russian.markdown)
    let english = Self.commands(in: article.english.markdown)
    for (command, options) in russian + english {
      #expect(Self.commands.contains(command), "kabinet \(command)")
      #expect(Self.options.isSuperset(of: options), "kabinet \(command) \(options)")
    }
    #expect(Set(russian.map(\.0)) == Set(english.map(\.0)), "both languages send a reader to the same commands")
  }

  @Test(arguments: ArticleText.all.map(\.id))
  func markupIsClosedAndLinksLeadToArticles(id: String) throws {
    let article = try #require(ArticleText.all.first { $0.id == id })
    let pages = Set(ArticleText.all.compactMap(\.url))
    for markdown in [article.russian.markdown, article.english.markdown] {
      #expect(markdown.count(of: "`") % 2 == 0)
      #expect(markdown.count(of: "**") % 2 == 0)
      #expect(!markdown.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
      for target in Self.links(in: markdown) where !target.hasSuffix(".png") {
        #expect(pages.contains(target), "\(target)")
      }
    }
  }

  @Test func readersAreSentToTheEverydayCommands() {
    let mentioned = Set(ArticleText.all.flatMap { Self.commands(in: $0.english.markdown).map(\.0) })
    let everyday: Set = [
      "balance", "incidents", "kb search", "pay", "statement", "tariff check", "tariff list", "tariff switch",
      "trust-payment check", "trust-payment take",
    ]
    #expect(mentioned.isSuperset(of: everyday))
  }

  @Test func aHandfulOfArticlesAreFilms() {
    #expect(ArticleText.all.count { $0.type == "video" } >= 6)
  }

  /// The text without `code`, fenced blocks and link targets, which are the same in every language.
  private static func prose(_ markdown: String) -> String {
    let outside = markdown.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: " ")
    return outside.split(separator: "(").map { part in
      part.hasPrefix("https://") ? String(part.drop { $0 != ")" }) : String(part)
    }.joined(separator: " ")
  }

  private static func words(_ markdown: String) -> Int {
    markdown.split { !$0.isLetter && !$0.isNumber }.count
  }

  private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    (0x0400...0x04FF).contains(scalar.value)
  }

  /// Each `kabinet …` up to the end of its code or line: its words, and its options apart.
  private static func commands(in markdown: String) -> [(String, [String])] {
    markdown.split { $0 == "`" || $0 == "\n" }.filter { $0.hasPrefix("kabinet ") }.map { text in
      let words = text.split(separator: " ").dropFirst().map(String.init)
      let nouns = words.prefix { word in word.allSatisfy { $0.isLowercase || $0 == "-" } && !word.hasPrefix("-") }
      return (nouns.joined(separator: " "), words.filter { $0.hasPrefix("--") })
    }
  }

  private static func links(in markdown: String) -> [String] {
    markdown.split(separator: "](").dropFirst().map { String($0.prefix { $0 != ")" }) }
  }
}

extension String {
  fileprivate func count(of needle: String) -> Int {
    split(separator: needle, omittingEmptySubsequences: false).count - 1
  }
}
