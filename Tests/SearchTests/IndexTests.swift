import Domain
import Platform
import Testing

@testable import Search

@Suite struct IndexTests {
  private let help = Shelf.help

  @Test func termsAreFoundByTheirLetters() throws {
    let index = try #require(help.open(help.bytes))
    for number in 0..<index.termCount {
      let term = try index.term(number)
      #expect(try index.find(term) == number)
    }
    #expect(try index.find([200]) == nil)
    #expect(try index.terms(beginningWith: Tokens("плат").letters).count >= 1)
  }

  @Test func anIndexOfOtherArticlesIsNotOpened() {
    let bytes = help.bytes
    #expect(Index(MappedFile(copying: bytes), of: help.key) != nil)
    #expect(Index(MappedFile(copying: bytes), of: IndexKey(name: "articles.2.json", bytes: 7, checksum: 9)) == nil)
    #expect(Index(MappedFile(copying: bytes), of: IndexKey(name: "articles.1.json", bytes: 8, checksum: 9)) == nil)
    #expect(Index(MappedFile(copying: bytes), of: IndexKey(name: "articles.1.json", bytes: 7, checksum: 8)) == nil)
  }

  /// Changed, removed and new articles, at the beginning, in the middle and at the end.
  @Test func anUpdatedIndexIsByteForByteANewOne() throws {
    let old = try #require(help.open(help.bytes))
    var articles = help.articles
    articles[2] = Shelf.article("wifi", "Быстрый Wi-Fi", "Всё иначе.")
    articles.remove(at: 5)
    articles.insert(Shelf.article("new", "Новая", "Статья о телевидении."), at: 0)
    articles.append(Shelf.article("last", "Последняя", "И ещё одна."))
    let after = Shelf(articles)
    var writer = IndexWriter(reusing: old)
    for (number, placed) in after.placed.enumerated() {
      if let before = help.articles.firstIndex(of: placed.article) {
        try writer.keep(before, place: placed.place)
      } else {
        writer.add(PlacedArticle(placed.article, place: placed.place, checksum: UInt32(number)))
      }
    }
    // Checksums of kept articles stay those of the older index; here they only stand for a number.
    let updated = try #require(after.open(try writer.finish(after.key)))
    let new = try #require(after.open(after.bytes))
    #expect(updated.termCount == new.termCount)
    for query in ["телевидение", "wi-fi", "быстрый", "платёж", "ipv6", "пристваку", "ntktdbltybt"] {
      let first = try Searcher(updated).search(query).hits
      let second = try Searcher(new).search(query).hits
      #expect(first.map(\.document) == second.map(\.document), "\(query)")
      #expect(first.map(\.score) == second.map(\.score), "\(query)")
    }
    #expect(try sections(updated) == sections(new))
  }

  /// Every section but the records, which hold the checksums.
  private func sections(_ index: Index) throws -> [[UInt8]] {
    try Section.allCases.filter { $0 != .documents }.map { Array(try index.bytes.whole($0)) }
  }

  /// A foreign byte is noticed at the opening or at the search; else it lies where nothing was read, and changes nothing.
  @Test func aForeignByteNeverGivesAWrongAnswerOrATrap() throws {
    let bytes = help.bytes
    let queries = ["роутер", "платёж в долг", "ntktdbltybt", "пристваку"]
    let right = try queries.map { try help.ids($0) }
    var generator = Seeded(seed: 20_261_121)
    var noticed = 0
    for _ in 0..<300 {
      var spoilt = bytes
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      spoilt[place] ^= UInt8.random(in: 1...255, using: &generator)
      do {
        guard let index = help.open(spoilt) else { throw IndexDamage() }
        let searcher = try Searcher(index)
        for (query, ids) in zip(queries, right) {
          let found = try searcher.search(query).hits.map { help.articles[$0.record.offset].id }
          #expect(found == ids, "byte \(place), seed 20261121")
        }
      } catch is IndexDamage {
        noticed += 1
      }
    }
    #expect(noticed > 30)
  }

  /// The bytes behind correct checksums are believed no more than others: offsets and counts may be anything.
  @Test func anIndexOfNonsenseWithRightChecksumsIsNoTrap() throws {
    var generator = Seeded(seed: 7)
    let original = try #require(help.open(help.bytes))
    for _ in 0..<60 {
      var assembly = IndexAssembly()
      for section in Section.allCases {
        var bytes = Array(try original.bytes.whole(section))
        if Bool.random(using: &generator), !bytes.isEmpty {
          for _ in 0..<4 {
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
          }
        }
        assembly[section] = bytes
      }
      for (field, number) in [
        (IndexFormat.Field.documents, original.documentCount), (IndexFormat.Field.terms, original.termCount),
        (IndexFormat.Field.grams, original.gramCount), (IndexFormat.Field.groups, original.groupCount),
      ] { assembly.set(field, UInt32(number)) }
      guard let index = help.open(assembly.bytes(help.key)) else { continue }
      for query in ["роутер", "платёж в долг", "ntktdbltybt", "пристваку", "при"] {
        _ = try? Searcher(index).search(query)
      }
      var writer = IndexWriter(reusing: index)
      for number in 0..<index.documentCount { try? writer.keep(number, place: 0..<1) }
      _ = try? writer.finish(help.key)
    }
  }

  @Test func aFileThatWasCutIsNoIndex() {
    let bytes = help.bytes
    for length in stride(from: 0, to: bytes.count, by: 4999) { #expect(help.open(Array(bytes[..<length])) == nil) }
  }
}

/// Random numbers that are the same each time (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
