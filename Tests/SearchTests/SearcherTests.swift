import Domain
import Testing

@testable import Search

@Suite struct SearcherTests {
  private let help = Shelf.help

  @Test(arguments: [
    ("счёт", "pay"), ("СЧЕТ ", "pay"), ("сче\u{308}т обещанный", "trust"), ("обещанного платежа", "trust"),
    ("роутером", "wifi"), ("wifi ", "wifi"), ("wi-fi", "wifi"), ("wi fi", "wifi"), ("speeds ", "speed"),
    ("скорости ", "wifi"), ("телевид", "tv"), ("оплата картой", "pay"), ("приставку", "tv"),
    ("checked cables", "speed"),
    ("ipv6", "ipv6"), ("IP v6", "ipv6"), ("5 ГГц", "ipv6"), ("5ггц", "ipv6"),
  ])
  func theRightArticleComesFirst(query: String, id: String) throws {
    #expect(try help.ids(query).first == id)
  }

  @Test(arguments: [
    ("ntktdbltybt", "tv"), ("пдатёж обещаный", "trust"), ("телевединие", "tv"), ("televidenie", "tv"),
    ("obeschannyy platezh", "trust"), ("инет", "wifi"), ("вайфай", "wifi"), ("пристваку", "tv"), ("ызуув", "speed"),
    ("подключить", "ipv6"),
  ])
  func anotherWritingFindsTheSame(query: String, id: String) throws {
    #expect(try help.ids(query).contains(id))
    #expect(try help.ids(query, exact: true).isEmpty || query == "подключить")
  }

  @Test(arguments: ["", "   ", "—!?", "клавесин", "\u{0}\u{1B}[0m", "🙂", "-"])
  func whatIsNowhereFindsNothing(query: String) throws {
    #expect(try help.ids(query).isEmpty)
  }

  @Test func aQueryOfStopWordsIsAnswered() throws {
    #expect(try help.ids("как ").first == "pay")
    #expect(try help.ids("the").isEmpty == false)
  }

  @Test func theFormsOfAStopWordAreStopWords() {
    let words = QueryWord.all(in: Array("Спасибо, могу ли я в своём кабинете".utf8), mayBeUnfinished: false)
    #expect(words.filter { !$0.isStop }.map { Letter.text($0.letters) } == ["кабинете"])
  }

  @Test func aWordSaidAgainCountsMoreAndIsOneWord() {
    let words = QueryWord.all(in: Array("счёт за март, счет за май, счёт".utf8), mayBeUnfinished: false)
    #expect(words.map { Letter.text($0.letters) } == ["счет", "за", "март", "май"])
    #expect(words[0].weight > words[2].weight && words[0].weight < 2 * words[2].weight)
    #expect(words[1].weight < words[2].weight)
  }

  @Test func theWordThatLiAsksOfCountsLess() {
    let words = QueryWord.all(in: Array("Работает ли кабинет, можно ли платить".utf8), mayBeUnfinished: false)
    let weights = Dictionary(uniqueKeysWithValues: words.map { (Letter.text($0.letters), $0.weight) })
    #expect(weights["работает"]! < weights["кабинет"]! && weights["кабинет"] == weights["платить"])
    #expect(weights["можно"] == Tuning.stopWord)
  }

  /// One word shares its beginning with what is asked, the other as much of its end.
  @Test func theBeginningOfAWordTellsMoreThanItsEnd() throws {
    let words = ["монтировки", "коровки", "монтаны"]
    let hits = try Shelf(words.map { Shelf.article($0, "", $0) }).found("монтировки ").hits
    #expect(hits.map(\.document) == [0, 2, 1])
    #expect(hits[1].score > 1.3 * hits[2].score)
  }

  @Test func phrasesStandTogether() throws {
    #expect(try help.ids("\"платёж в долг\"") == ["trust"])
    #expect(try help.ids("«канал роутера»") == ["wifi"])
    #expect(try help.found("\"долг платёж\"").ignoresPhrases)
    #expect(try help.ids("\"долг платёж\"").isEmpty == false)
  }

  @Test func aQuotationWithinASentenceIsNoDemand() throws {
    #expect(Query("почему в статье про счёт сказано \"долг\" и больше ничего").phrases.isEmpty)
    #expect(Query("\"платёж в долг\" срок").phrases == ["платёж в долг"])
    #expect(Query("-роутер").excluded.isEmpty)
  }

  @Test func aWordWithAMinusIsNowhere() throws {
    #expect(try help.ids("платёж -долг") == ["pay"])
    #expect(try help.ids("платёж - долг").contains("trust"))
    #expect(try help.ids("wi-fi").contains("wifi"))
  }

  @Test func filtersLetOnlyTheirsThrough() throws {
    var wish = Searcher.Wish()
    wish.type = "guide"
    #expect(try help.found("роутер интернет", wish).hits.map { help.articles[$0.record.offset].id } == ["tv"])
    wish = Searcher.Wish()
    wish.category = "сеть"
    #expect(try help.found("подключение", wish).hits.map { help.articles[$0.record.offset].id } == ["ipv6"])
    wish.category = "nowhere"
    #expect(try help.found("подключение", wish).hits.isEmpty)
    wish = Searcher.Wish()
    wish.language = "en"
    #expect(try help.found("wifi", wish).hits.map { help.articles[$0.record.offset].language } == ["en"])
  }

  @Test func anArticleComesOnceInTheLanguageThatIsPreferred() throws {
    var wish = Searcher.Wish()
    for language in ["ru", "en"] {
      wish.preferred = language
      let hits = try help.found("wi-fi", wish).hits.map { help.articles[$0.record.offset] }
      #expect(hits.count { $0.id == "wifi" } == 1)
      #expect(hits.first?.language == language)
    }
  }

  @Test func noMoreThanTheLimitComesAndScoresFall() throws {
    let hits = try help.found("роутер интернет router").hits
    #expect(hits.count > 2)
    #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(try help.ids("роутер интернет router", limit: 2).count == 2)
  }

  @Test func whatWasReadIntoTheQueryIsTold() throws {
    #expect(try help.found("ntktdbltybt ").otherLayout == "телевидение")
    #expect(try help.found("телевидение").otherLayout == nil)
    #expect(try help.found("пристваку").mended.map(\.typed) == ["пристваку"])
    #expect(try help.found("приставку").mended.isEmpty)
    #expect(try help.found("slow ntktdbltybt").otherLayout == "slow телевидение")
    // The quotation mark is Э.
    #expect(try help.found("\"rhfy ntktdbltybz").otherLayout == "Экран телевидения")
  }

  @Test func theSignsOfAQueryAreReadInTheLayoutThatWasMeant() throws {
    #expect(try help.ids("hjenth").contains("tv"))
    #expect(try help.ids("hjenth -ghbcnfdrf").contains("tv") == false)
    #expect(try help.found("@ghbcnfdrf gjlrk.xftncz@").hits.map(\.record.offset).count == 1)
  }

  @Test func aProviderAddsWordsThatMeanTheSame() throws {
    let words = Shelf.article("w", "", "тарелка, телевидение\n# без комментария", type: IndexWriter.synonymsType)
    let shelf = Shelf(help.articles + [words])
    #expect(try shelf.ids("тарелка ") == ["tv"])
    #expect(try help.ids("тарелка ").isEmpty)
    #expect(try shelf.ids("комментарий").isEmpty)
  }
}
