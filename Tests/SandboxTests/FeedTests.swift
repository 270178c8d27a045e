import Domain
import JSON
import Testing

@testable import Sandbox

/// The feed is the ledger and the collections, whole or since a cursor.
struct FeedTests {
  private func cursor(_ lines: [JSON]) throws -> String { try #require(lines.last?["cursor"]?.string) }

  private func types(_ lines: [JSON]) -> [String] { lines.compactMap { $0["type"]?.string } }

  @Test func aFirstReadBringsTheLedgerOldestFirstAndTheAccountLast() throws {
    let client = try Client("100108", entries: 6500)
    let lines = try #require(try client.feed())
    #expect(lines.first?["complete"] == true)
    let entries = try lines.filter { $0["type"] == "entry" }.map { try LedgerEntry(json: try #require($0["data"])) }
    let book = try #require(client.sandbox.book("100108"))
    #expect(entries.map(\.id) == (1...6500).map { "100108-\($0)" })
    #expect(zip(entries, book.postings).allSatisfy { $0.amount.minor == $1.amount && $0.time == $1.time })
    #expect(types(lines).last == "account")
    #expect(lines.last?["done"] == true)
    #expect(lines.last?["head"]?["entries"]?.integer == 6500)
    #expect(lines.last?["head"]?["balance"]?["minor"]?.integer == book.contract.balance)
  }

  @Test func checkpointsComeAtLeastEveryThousandChangesAndAddUp() throws {
    let lines = try #require(try Client("100108", entries: 6500).feed())
    var (entries, balance, since): (Int64, Int64, Int) = (0, 0, 0)
    for line in lines {
      if line["type"] != nil { since += 1 }
      if line["type"] == "entry" {
        entries += 1
        balance += line["data"]?["amount"]?.integer ?? 0
      }
      guard let head = line["head"] else { continue }
      #expect(head["entries"]?.integer == entries)
      #expect(head["balance"]?["minor"]?.integer == balance)
      #expect(since <= 1000)
      since = 0
    }
    #expect(entries == 6500)
  }

  @Test func afterACutTheRestFollowsFromTheLastCheckpoint() throws {
    let client = try Client("100108", entries: 6500)
    let lines = try #require(try client.feed())
    let checkpoint = try #require(lines.first { $0["cursor"] != nil }?["cursor"]?.string)
    let rest = try #require(try client.feed(checkpoint))
    #expect(rest.first?["complete"] == false)
    #expect(rest.filter { $0["type"] == "entry" }.count == 5500)
    #expect(types(rest).filter { $0 == "tariff" }.count == TariffCatalogue.all.count)
  }

  @Test func nothingNewIsA304UntilTheAccountGrowsOld() throws {
    let client = try Client()
    let cursor = try cursor(try #require(try client.feed()))
    #expect(try client.feed(cursor) == nil)
    try client.sandbox.advance(hours: 1)
    let later = try #require(try client.feed(cursor))
    #expect(!types(later).contains("entry"))
    #expect(types(later).last == "account")
  }

  @Test func aPaymentBringsItsEntryItsReceiptAndTheAccountOnly() throws {
    let client = try Client()
    let cursor = try cursor(try #require(try client.feed()))
    try client.order("k-1", Client.pay(500_00))
    let brought = types(try #require(try client.feed(cursor)))
    #expect(brought.first == "entry" && Set(brought) == ["entry", "document", "account"], "\(brought)")
  }

  @Test func aDayBringsWhatBecameOfIncidents() throws {
    let client = try Client()
    let lines = try #require(try client.feed())
    let incident = try #require(lines.first { $0["id"] == "i-start" }?["data"])
    #expect(try Incident(json: incident).state == .open)
    try client.sandbox.advance(days: 1)
    let later = try #require(try client.feed(try cursor(lines)))
    let resolved = try Incident(json: try #require(later.first { $0["id"] == "i-start" }?["data"]))
    #expect(resolved.state == .resolved)
    #expect(resolved.timesPostponed == 2)
    #expect(!types(later).contains("method"))
  }

  @Test func whatIsForgottenIsDeleted() throws {
    let client = try Client()
    let cursor = try cursor(try #require(try client.feed()))
    try client.sandbox.advance(days: 40)
    let later = try #require(try client.feed(cursor))
    #expect(later.contains { $0["id"] == "i-start" && $0["op"] == "delete" })
  }

  @Test(arguments: ["x", "s0.1.1.1", "s00000000.0.0.0", "%F0%9F%98%80"])
  func aStrangeCursorIsGone(cursor: String) throws {
    let problem = try Client().call("GET", "/v1/accounts/100100/changes?cursor=\(cursor)", status: 410)
    #expect(problem["code"] == "cursor-gone")
  }

  @Test(arguments: Persona.all(entries: 300).map(\.number))
  func everyLineIsAValueOfTheDomain(number: String) throws {
    let client = try Client(number, entries: 300)
    for line in try #require(try client.feed()) {
      guard let data = line["data"] else { continue }
      switch line["type"] {
      case "account": #expect(try Account(json: data).json == data)
      case "entry": #expect(try LedgerEntry(json: data).json == data)
      case .string(let type)?:
        let collection = try #require(Collection(rawValue: type + "s"), "an unknown type: \(line.text)")
        #expect(try Item(collection, json: data).json == data)
      default: Issue.record("an unknown type: \(line.text)")
      }
    }
  }

  @Test func linesOfEntriesAreCanonicalJSON() throws {
    let book = try #require(Client("100100").sandbox.book("100100"))
    var writer = EntryWriter(account: "100100")
    var posting = try #require(book.postings.last)
    posting.key = "key-1"
    for (index, posting) in (book.postings.suffix(50) + [posting]).enumerated() {
      var bytes: [UInt8] = []
      writer.write(posting, number: index + 1, into: &bytes)
      let entry = EntryWriter.entry(posting, number: index + 1, account: "100100")
      #expect(bytes == Feed.line("entry", entry.id, index + 1, entry.json))
    }
  }

  @Test func articlesAreAFeedInBothLanguages() throws {
    let client = try Client()
    let answer = try client.response(
      .init("GET", "/v1/articles/changes", headers: [("Authorization", "Bearer \(client.token)")]))
    let lines = try answer.body.split(separator: 0x0A).map { try JSON(parsing: $0) }
    let articles = try lines.compactMap { $0["data"] }.map { try Article(json: $0) }
    #expect(articles.count >= 120)
    #expect(Set(articles.map(\.language)) == ["ru", "en"])
    let cursor = try cursor(lines)
    let again = try client.response(
      .init(
        "GET", "/v1/articles/changes?cursor=\(cursor)",
        headers: [("Authorization", "Bearer \(client.token)"), ("If-None-Match", "\"\(cursor)\"")]))
    #expect(again.status == 304)
  }
}
