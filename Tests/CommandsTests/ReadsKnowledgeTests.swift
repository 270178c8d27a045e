import Domain
import JSON
import Language
import Search
import Terminal
import Testing

@testable import Commands

@Suite struct ReadsKnowledgeTests {
  private func article(_ id: String, _ language: String, title: String, body: String = "Текст.") -> Article {
    Article(
      id: id, language: language, type: "faq", category: "wifi", title: title, body: body,
      link: "https://help.example/\(id)", updated: Reads.day("2025-12-22"))
  }

  @Test func markdownBecomesHeadingsListsCodeAndTables() {
    let text = """
      Вступление в **две**
      строки, см. [сайт](https://a.example).

      ## Шаги
      1. Нажмите `Reset`.
      2. Подождите
         минуту.

      ```
      nmcli device wifi
      ```

      | Канал | Где |
      |---|---|
      | 1–13 | 2,4 ГГц |
      """
    #expect(
      Answer(kind: "x", json: [:], view: Markdown(text).blocks).screen(width: 60) == """
        Вступление в две строки, см. сайт (https://a.example).

        Шаги
        • 1. Нажмите Reset.
        • 2. Подождите минуту.

            nmcli device wifi

        Канал  Где
        1–13   2,4 ГГц

        """)
  }

  @Test func markdownLosesNoText() {
    for text in [
      "**open", "`", "[a](b", "[a [b](c)", "####### seven", "|", "- ", "a\n- b", "#", "```\nno end", "*x* _y_",
    ] {
      let shown = Answer(kind: "x", json: [:], view: Markdown(text).blocks).rows()
      for character in text where character.isLetter { #expect(shown.contains(character), "\(text): \(shown)") }
    }
  }

  @Test func anImageIsItsCaption() {
    let line = InlineMarkdown.line("См. ![задняя панель](https://x.example/1.png) и ![нет")
    #expect(line.spans.map(\.text.russian).joined() == "См. [задняя панель] и ![нет")
  }

  @Test func emphasisAndCodeAreStyledSpans() {
    let line = InlineMarkdown.line("a **b** `c`")
    #expect(line.spans.map(\.style) == [.plain, .bold, .plain, .dim])
    #expect(line.spans.map(\.text.russian) == ["a ", "b", " ", "c"])
  }

  @Test func articleIsShownWithItsSource() {
    #expect(
      KnowledgeView.article(article("wifi-channels", "ru", title: "Каналы")).screen() == """
        Каналы

        Текст.

        Обновлено:  22.12.2025
        На сайте:   https://help.example/wifi-channels

        """)
  }

  @Test func articleIsChosenByLanguageElseTheOtherOne() {
    let shelf = ArticleShelf([
      article("a", "en", title: "A"), article("a", "ru", title: "А по-русски"), article("b", "en", title: "B"),
    ])
    #expect(shelf.inOneLanguage(.russian).map(\.title) == ["А по-русски", "B"])
    #expect(shelf.inOneLanguage(.english).map(\.title) == ["A", "B"])
    #expect(shelf.article("b", .russian)?.title == "B")
    #expect(shelf.article("c", .russian) == nil)
    #expect(shelf.categories == ["wifi"])
  }

  @Test func listForProgramsHasTheIdFirst() {
    #expect(KnowledgeView.list([article("a", "en", title: "A")]).rows() == "a\tfaq\twifi\tA\n")
  }

  @Test func searchNamesTheCommandThatReadsTheBest() {
    let article = article("wifi-slow", "en", title: "Slow Wi-Fi", body: "Move the **router** higher.")
    var result = KnowledgeView.Result(query: "router")
    result.entries = [
      .init(
        article: article, title: [Fragment(text: "Slow Wi-Fi", isMatch: false)],
        snippet: [
          Fragment(text: "Move the ", isMatch: false), Fragment(text: "router", isMatch: true),
          Fragment(text: " higher.", isMatch: false),
        ])
    ]
    let answer = KnowledgeView.search(result, isForPeople: true)
    #expect(
      answer.screen(.english) == """
        Slow Wi-Fi  wifi-slow
          Move the router higher.
          faq · 22 Dec 2025 · On the site (https://help.example/wifi-slow)

        To read it: kabinet kb show wifi-slow

        """)
    #expect(answer.envelope["query"] == "router")
    let piped = KnowledgeView.search(result, isForPeople: false)
    #expect(piped.rows() == "wifi-slow\tfaq\twifi\tSlow Wi-Fi\n")
  }

  @Test func hostileArticleIsEscaped() {
    let text = KnowledgeView.article(article("a", "ru", title: Reads.hostile, body: "`\u{1B}[31m` \u{202E}x")).screen()
    #expect(!text.unicodeScalars.contains { $0 != "\n" && Gate.isDangerous($0) })
    #expect(text.contains(#"\x1b[31m \u{202E}x"#))
  }
}
