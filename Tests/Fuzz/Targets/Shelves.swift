import Domain
import Platform

@testable import Search

/// The index of the knowledge base, and what is typed into a search.
enum Shelves {
  private static let key = IndexKey(name: "articles.1.json", bytes: 7, checksum: 9)

  private static let articles = [
    ("pay", "ru", "Как пополнить счёт", "Оплатить можно картой или через СБП. Платёж приходит сразу."),
    ("wifi", "ru", "Медленный Wi-Fi", "Смените канал роутера. Интернет по кабелю быстрее."),
    ("wifi", "en", "Slow Wi-Fi", "Change the channel of the router."),
    ("ipv6", "ru", "Подключение по IPv6", "Частота 5ГГц здесь ни при чём."),
  ].map { Article(id: $0.0, language: $0.1, type: "faq", category: "x", title: $0.2, body: $0.3) }

  private static let whole: [UInt8] = {
    let placed = articles.enumerated().map { number, article in
      PlacedArticle(article, place: number..<number + 1, checksum: UInt32(number))
    }
    return IndexWriter.bytes(placed, key)
  }()

  private static var original: Index? { Index(MappedFile(copying: whole), of: key) }

  /// Pieces of five bytes: a section, a place in it, two bytes to put there. The checksums are right afterwards: nothing
  /// gets past them by chance.
  static func index(_ bytes: [UInt8]) {
    guard let original, let spoilt = try? sealed(original, bytes) else { return }
    guard let index = Index(MappedFile(copying: spoilt), of: key) else { return }
    for query in ["роутер", "платёж картой", "ntktdbltybt", "пристваку", "ка"] {
      guard let found = try? Searcher(index).search(query) else { continue }
      hold(found.hits.count <= 10, "ten hits at most")
    }
    var writer = IndexWriter(reusing: index)
    for number in 0..<index.documentCount { try? writer.keep(number, place: 0..<1) }
    _ = try? writer.finish(key)
  }

  private static func sealed(_ index: Index, _ patches: [UInt8]) throws -> [UInt8] {
    var sections = try Section.allCases.map { Array(try index.bytes.whole($0)) }
    for start in stride(from: 0, to: patches.count - 4, by: 5) {
      let section = Int(patches[start]) % sections.count
      let place = Int(patches[start + 1]) << 8 | Int(patches[start + 2])
      for (offset, byte) in patches[start + 3..<start + 5].enumerated() where !sections[section].isEmpty {
        sections[section][(place + offset) % sections[section].count] = byte
      }
    }
    var assembly = IndexAssembly()
    for (section, bytes) in zip(Section.allCases, sections) { assembly[section] = bytes }
    assembly.set(IndexFormat.Field.documents, UInt32(index.documentCount))
    assembly.set(IndexFormat.Field.terms, UInt32(index.termCount))
    assembly.set(IndexFormat.Field.grams, UInt32(index.gramCount))
    assembly.set(IndexFormat.Field.groups, UInt32(index.groupCount))
    return assembly.bytes(key)
  }

  /// What is typed, to an index that is whole: an answer, and the same answer again.
  static func queries(_ bytes: [UInt8]) {
    guard let original, let text = String(validating: bytes, as: UTF8.self) else { return }
    let reading: Searcher.Reading = { articles[$0.offset] }
    guard let searcher = try? Searcher(original),
      let found = try? searcher.search(text, reading: reading),
      let again = try? searcher.search(text, reading: reading)
    else { return hold(false, "a whole index answers") }
    hold(found.hits == again.hits, "the same query has the same answer")
    for hit in found.hits { _ = Snippet(articles[hit.record.offset].body, found.lights).best }
  }
}
