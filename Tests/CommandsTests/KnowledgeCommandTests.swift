import JSON
import Platform
import TestSupport
import Testing

/// The commands of the knowledge base over files.
struct KnowledgeCommandTests {
  private static let lines = """
    {"id":"pay","title":"Как оплатить","body":"Картой или по QR-коду.","lang":"ru","tags":["деньги"]}
    {"id":"wifi","title":"Медленный Wi-Fi","body":"Смените канал роутера.","lang":"ru"}
    {"id":"wifi","title":"Slow Wi-Fi","body":"Change the channel.","lang":"en","link":"javascript:alert(1)"}

    """

  private func shell(_ lines: String = lines) throws -> Shell {
    let shell = try Shell(language: "en")
    shell.transport = Touches().fail
    try shell.home.write("a.jsonl", lines)
    let ran = shell.run("kb", "import", shell.home.path + "/a.jsonl")
    try #require(ran.status == 0, "\(ran.error)")
    return shell
  }

  @Test func importedArticlesAreSearchedWithoutALogin() throws {
    let shell = try shell()
    #expect(shell.run("kb", "search", "--ids", "роутер").output == "wifi\n")
    #expect(shell.run("kb", "search", "hjenth").error.contains("роутер"))
    #expect(shell.run("kb", "search", "--exact", "--ids", "hjenth").output.isEmpty)
    #expect(shell.run("kb", "show", "pay").output.contains("QR"))
    #expect(shell.run("kb", "list").output.contains("pay\tfaq"))
    let screen = shell.run("kb", "list", onTerminal: true, columns: 80).output
    #expect(screen.contains("pay") && screen.contains("Other"), "a heading for what has no category")
    #expect(shell.run("kb", "related", "pay").status == 0)
  }

  @Test(arguments: [
    (["kb", "search", "  "], "nothing was asked for"), (["kb", "import", "/nowhere"], "/nowhere can't be read"),
    (["kb", "search", "--batch", "/nowhere"], "/nowhere can't be read"),
  ])
  func whatCannotBeIsRefusedWithTheNextStep(words: [String], message: String) throws {
    let ran = try shell().run(words)
    #expect(ran.status == 2 && ran.output.isEmpty)
    #expect(ran.error.contains(message) && ran.error.contains("what to do:"), "\(ran.error)")
  }

  @Test func whatIsExportedIsImportedAgain() throws {
    let shell = try shell()
    let text = shell.run("kb", "export").output
    let other = try self.shell(text)
    #expect(other.run("kb", "export").output == text)
    #expect(text.split(separator: "\n").count == 3)
    #expect(try JSON(parsing: Array(text.split(separator: "\n")[0].utf8))["lang"] == "ru")
  }

  @Test func aBatchPrintsQueryAndArticle() throws {
    let shell = try shell()
    try shell.home.write("q.tsv", "q1\tоплата картой\nq2\twifi\nq3\tnothing whatsoever xyzzy\n")
    #expect(shell.run("kb", "search", "--batch", shell.home.path + "/q.tsv").output == "q1\tpay\nq2\twifi\n")
    try shell.home.write("q.tsv", "no tab\n")
    #expect(shell.run("kb", "search", "--batch", shell.home.path + "/q.tsv").status == 2)
  }

  @Test(arguments: [
    "not json\n", #"{"id":"a"}"#, #"{"id":"a","title":"","body":""}"# + "\n" + #"{"id":"a","title":"","body":""}"#,
  ])
  func aFileThatIsNoneIsRefusedWhole(lines: String) throws {
    let shell = try Shell(language: "en")
    try shell.home.write("a.jsonl", lines)
    let ran = shell.run("kb", "import", shell.home.path + "/a.jsonl")
    #expect(ran.status == 2)
    #expect(ran.error.contains("line"))
    #expect(shell.run("kb", "search", "a").status == 4)
  }

  /// The index is an aid: gone, foreign, cut or of other articles it is made again, and the answer is the same.
  @Test func whateverLiesInTheIndexsPlaceTheAnswerIsTheSame() throws {
    let shell = try shell()
    let place = "data/articles/imported/index/articles.idx"
    let right = shell.run("kb", "search", "роутер").output
    let index = try Directory(shell.home.path).read(place, limit: 1 << 24)
    var spoilt = index
    for offset in stride(from: 0, to: spoilt.count, by: 50) { spoilt[offset] ^= 0x55 }
    for bytes in [[], Array(index.prefix(3000)), spoilt, Array(repeating: 0, count: 5000)] {
      try UserFile.write(shell.home.path + "/" + place, bytes)
      #expect(shell.run("kb", "search", "роутер").output == right)
      #expect(try Directory(shell.home.path).read(place, limit: 1 << 24) == index)
    }
    try Directory(shell.home.path).remove(place)
    #expect(shell.run("kb", "search", "роутер").output == right)
  }

  @Test func aSecondImportReplacesTheFirst() throws {
    let shell = try shell()
    try shell.home.write("a.jsonl", Self.lines.replacing("роутера", with: "приставки"))
    #expect(shell.run("kb", "import", shell.home.path + "/a.jsonl").status == 0)
    #expect(shell.run("kb", "search", "--ids", "приставка").output == "wifi\n")
    #expect(shell.run("kb", "search", "--ids", "--exact", "роутер").output.isEmpty)
  }

  @Test func onlyAWebPageIsOpened() throws {
    let shell = try shell()
    #expect(shell.run("kb", "open", "wifi").error.contains("not that of a web page"))
    #expect(shell.run("kb", "open", "pay").error.contains("no page"))
    #expect(shell.run("kb", "open", "nowhere").status == 2)
  }

  @Test func whatCannotBeAskedIsRefused() throws {
    let shell = try shell()
    #expect(shell.run("kb", "search").status == 2)
    #expect(shell.run("kb", "search", String(repeating: "щ", count: 20_000)).status == 2)
    #expect(shell.run("kb", "search", "").status == 2)
    #expect(shell.run("kb", "search", "🙂").status == 0)
  }
}
