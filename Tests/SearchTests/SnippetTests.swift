import Domain
import Testing

@testable import Search

@Suite struct SnippetTests {
  private func parts(_ query: String, _ article: Article) throws -> (title: [Fragment], snippet: [Fragment]) {
    let found = try Shelf([article] + Shelf.help.articles).found(query)
    return (
      Snippet(article.title, found.lights).whole, Snippet(PlainText.of(article.body), found.lights).best
    )
  }

  @Test func foundWordsAreMarkedInTitleAndSnippet() throws {
    let (title, snippet) = try parts("wifi роутер ", Shelf.help.articles[2])
    #expect(title.filter(\.isMatch).map(\.text) == ["Wi-Fi"])
    #expect(title.map(\.text).joined() == "Медленный Wi-Fi")
    #expect(snippet.filter(\.isMatch).map(\.text) == ["роутера"])
    #expect(snippet.map(\.text).joined() == "Смените канал роутера. Интернет по кабелю быстрее.")
  }

  @Test(arguments: [("ntktdbltybt", "Телевидение"), ("телевединие", "Телевидение"), ("televidenie", "Телевидение")])
  func aWordIsLitHoweverItWasTyped(query: String, lit: String) throws {
    #expect(try parts(query, Shelf.help.articles[3]).title.filter(\.isMatch).map(\.text) == [lit])
  }

  @Test func aSnippetIsAWindowAroundTheMatchWithoutMarkdown() throws {
    let filler = (1...100).map { "слово\($0)" }.joined(separator: " ")
    let body = "# Заголовок\n\n\(filler) вот **кабель** и [розетка](https://x.example/кабель) | `ls` \(filler)"
    let snippet = try parts("кабель розетка ", Shelf.article("a", "T", body)).snippet
    let text = snippet.map(\.text).joined()
    #expect(text.hasPrefix("…"))
    #expect(text.contains("вот кабель и розетка ls слово1"))
    #expect(text.hasSuffix("…"))
    #expect(snippet.filter(\.isMatch).map(\.text) == ["кабель", "розетка"])
  }

  @Test func anArticleFoundByItsTitleShowsItsBeginning() throws {
    let snippet = try parts("телевидение ", Shelf.help.articles[3]).snippet
    #expect(snippet.map(\.text).joined().hasPrefix("Приставка подключается"))
    #expect(try parts("пусто", Shelf.article("a", "Пусто", "")).snippet.isEmpty)
  }

  @Test func markdownBecomesPlainText() {
    #expect(PlainText.of("# A\n\n**b** `c`\n\n| d | e |\n|---|---|") == "A b c d e ")
    #expect(PlainText.of("[текст](https://x.example) ![картинка](x.png)") == "текст картинка")
    #expect(PlainText.of("a[b](c") == "ab(c")
  }
}
