import Domain
import Platform
import Testing

@testable import Search

@Suite struct TraitsTests {
  /// Sixty articles of forty words each, any of which stands in several.
  private let shelf = Shelf(
    (0..<60).map { number in
      let words = (0..<40).map { "слово\(number * 7 % 60 + $0 * $0)" }
      return Shelf.article("\(number)", "Статья", words.joined(separator: " "))
    })

  private func traits(_ document: Int, _ index: Index) throws -> [(term: Int, weight: Float)] {
    var traits: [(term: Int, weight: Float)] = []
    try Traits.forEach(of: document, in: index) { traits.append(($0, $1)) }
    return traits
  }

  @Test func theyAreTheHeaviestTermsThatSomeOtherArticleHasToo() throws {
    let index = try #require(shelf.open(shelf.bytes))
    var holders: [Int: [Int]] = [:]
    for term in 0..<index.termCount {
      try index.postings(ofTerm: term).forEach(below: 60) { document, _ in holders[term, default: []].append(document) }
    }
    for document in 0..<60 {
      let own = try traits(document, index)
      #expect(!own.isEmpty && own.count <= Traits.most && Set(own.map(\.term)).count == own.count)
      for (term, weight) in own {
        let articles = try #require(holders[term])
        #expect(articles.contains(document) && articles.count > 1 && articles.count < 12 && weight > 0)
      }
      // Each stands once here: the fewer have it, the heavier it is.
      let most = own.map { holders[$0.term]?.count ?? 0 }.max() ?? 0
      let refused = holders.filter { term, articles in
        articles.contains(document) && articles.count > 1 && articles.count < most && !own.contains { $0.term == term }
      }
      #expect(refused.isEmpty)
    }
  }

  @Test func anUpdateMakesTheSame() throws {
    let old = try #require(shelf.open(shelf.bytes))
    let new = Shelf(Array(shelf.articles.dropFirst(3)) + [Shelf.article("new", "Новая", "слово5 слово6 слово7")])
    var writer = IndexWriter(reusing: old)
    for (number, placed) in new.placed.enumerated() {
      if number + 3 < 60 { try writer.keep(number + 3, place: placed.place) } else { writer.add(placed) }
    }
    let updated = try #require(new.open(try writer.finish(new.key)))
    let made = try #require(new.open(new.bytes))
    #expect(try updated.bytes.whole(.traits).elementsEqual(made.bytes.whole(.traits)))
    #expect(try !updated.bytes.whole(.traits).elementsEqual(old.bytes.whole(.traits)))
  }

  @Test func whatTheBestHaveInCommonIsLookedForToo() throws {
    let others = (0..<20).map { Shelf.article("other\($0)", "", "ничего подобного \($0)") }
    let shelf = Shelf(
      [
        Shelf.article("chance", "", "роутер погода"), Shelf.article("matter", "", "роутер прошивка"),
        Shelf.article("first", "Роутер", "прошивка роутера"), Shelf.article("second", "Роутер", "роутер и прошивка"),
        Shelf.article("unasked", "", "прошивка"),
      ] + others)
    #expect(try shelf.ids("роутер ", exact: true).suffix(2) == ["chance", "matter"])
    #expect(try shelf.ids("роутер ").suffix(2) == ["matter", "chance"])
  }
}
