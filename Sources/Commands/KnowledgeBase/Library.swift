import Domain
import JSON
import Language
import Platform
import Provider
import Search
import Store

/// The articles that a person can search: those of the account's provider, else those that were imported.
struct Library {
  let reader: StoreReader
  let shelf: ShelfID
  let head: Head?

  /// The shelf of articles that came from a file and from no provider.
  static let imported = ShelfID.articles("imported")

  init(_ world: World) throws {
    let entry = Result { try Session.entry(world) }
    do {
      reader = try world.openReader()
    } catch StoreError.absent {
      _ = try entry.get()
      throw StoreError.absent
    }
    if let own = try? entry.get() {
      let shelf = ShelfID.articles(own.address)
      if let head = try Library.head(shelf, reader), Library.mark(head) != nil {
        (self.shelf, self.head) = (shelf, head)
        return
      }
    }
    guard let head = try Library.head(Library.imported, reader) else {
      // A damaged or missing account is told of; a provider without articles is not an error.
      let entry = try entry.get()
      if world.snapshot == nil { _ = try reader.head(.account(entry.id)) }
      (shelf, self.head) = (.articles(entry.address), nil)
      return
    }
    (shelf, self.head) = (Library.imported, head)
  }

  private init(reader: StoreReader, shelf: ShelfID, head: Head?) {
    (self.reader, self.shelf, self.head) = (reader, shelf, head)
  }

  private static func head(_ shelf: ShelfID, _ reader: StoreReader) throws -> Head? {
    do {
      return try reader.head(shelf)
    } catch StoreError.unknownShelf {
      return nil
    }
  }

  private static func mark(_ head: Head) -> FileMark? { head.parts[ArticleShelf.part] }

  /// What is said where there are no articles: that they can be fetched, or that this provider has none.
  static func none(_ world: World) -> Phrase {
    let known = (try? Session(world))?.digest.capabilities
    return known.map { !$0.contains(Capability.articles.rawValue) } ?? false
      ? .capabilityLacking(Capability.articles.rawValue) : .articlesNone
  }

  var isEmpty: Bool { head.flatMap(Library.mark)?.count ?? 0 == 0 }

  /// All of them, read whole.
  func articles() throws -> ArticleShelf {
    guard let head else { return ArticleShelf([]) }
    return ArticleShelf(try reader.part(ArticleShelf.part, of: shelf, head))
  }

  /// The open library, with its index made anew if it is not that of these articles; nil where there are none.
  func opened() throws -> OpenLibrary? {
    guard let head, let mark = Library.mark(head) else { return nil }
    let key = IndexKey(name: mark.name, bytes: mark.bytes, checksum: mark.crc)
    let part = try reader.open(part: mark, of: shelf)
    if let file = reader.index(of: shelf), let index = Index(file, of: key), let open = try? OpenLibrary(index, part) {
      return open
    }
    return try OpenLibrary(try made(key, head), part)
  }

  /// Makes the index of articles that were just written.
  static func prepare(_ reader: StoreReader, _ shelf: ShelfID, _ head: Head) throws {
    guard let mark = mark(head) else { return }
    let key = IndexKey(name: mark.name, bytes: mark.bytes, checksum: mark.crc)
    _ = try Library(reader: reader, shelf: shelf, head: head).made(key, head)
  }

  /// Makes the index, from the one before as far as the articles are the same.
  private func made(_ key: IndexKey, _ head: Head) throws -> Index {
    let text = try reader.text(ofPart: ArticleShelf.part, shelf, head) ?? []
    let bytes = try ArticleLines(text).index(key, reusing: reader.index(of: shelf))
    reader.keepIndex(bytes, of: shelf)
    guard let index = Index(MappedFile(copying: bytes), of: key) else { throw StoreError.changed }
    return index
  }

  /// Brings an index that is there up to date after a pull; the first is made by the first search. Nothing depends on it:
  /// what goes wrong here shows at the next search.
  static func refresh(_ reader: StoreReader, _ shelf: ShelfID) {
    guard reader.index(of: shelf) != nil, let head = try? head(shelf, reader), let mark = mark(head) else { return }
    let key = IndexKey(name: mark.name, bytes: mark.bytes, checksum: mark.crc)
    if let file = reader.index(of: shelf), Index(file, of: key) != nil { return }
    _ = try? Library(reader: reader, shelf: shelf, head: head).made(key, head)
  }
}

/// Articles with their index, each read when it is shown.
struct OpenLibrary {
  let searcher: Searcher
  private let part: any OpenFile

  init(_ index: Index, _ part: any OpenFile) throws {
    searcher = try Searcher(index)
    self.part = part
  }

  /// The article of a record; throws where the store's bytes are not those that were indexed.
  func article(_ record: DocumentRecord) throws -> Article {
    let bytes = try part.read(record.offset..<record.offset + record.length)
    guard CRC32C.of(bytes) == record.checksum else { throw StoreError.damaged(Damage("articles", .badChecksum)) }
    return try ArticleLines.article(bytes)
  }

  /// The article of an id in the language asked for, else in the first that there is.
  func article(_ id: String, _ language: Language) throws -> Article? {
    let translations = try searcher.index.records(ofID: id).map(article)
    return translations.first { $0.language == language.rawValue } ?? translations.first
  }

  func search(_ text: String, _ wish: Searcher.Wish) throws -> Searcher.Found {
    try searcher.search(text, wish) { try? article($0) }
  }

  func id(_ hit: Searcher.Hit) throws -> String { try searcher.index.id(ofGroup: hit.record.group) }
}

/// The text of a part, an article a line.
struct ArticleLines {
  private let text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  /// Where each article lies: between the first line and the last, without the comma.
  private var places: [Range<Int>] {
    var places: [Range<Int>] = []
    var start = 0
    for (offset, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
      let end = offset > start && text[offset - 1] == UInt8(ascii: ",") ? offset - 1 : offset
      if start > 0, text[start] == UInt8(ascii: "{") { places.append(start..<end) }
      start = offset + 1
    }
    return places
  }

  func index(_ key: IndexKey, reusing file: MappedFile?) throws -> [UInt8] {
    if let old = file.flatMap(Index.init(any:)), let bytes = try? index(key, old) { return bytes }
    return try index(key, nil)
  }

  private func index(_ key: IndexKey, _ old: Index?) throws -> [UInt8] {
    var writer = IndexWriter(reusing: old)
    let known = try old?.documentsByText() ?? [:]
    var last = -1
    for place in places {
      let checksum = text.withUnsafeBytes { CRC32C.of(UnsafeRawBufferPointer(rebasing: $0[place])) }
      // An article that moved before another counts as a new one: numbers only rise.
      if let number = known[TextMark(length: place.count, checksum: checksum)], number > last {
        try writer.keep(number, place: place)
        last = number
      } else {
        writer.add(PlacedArticle(try ArticleLines.article(Array(text[place])), place: place, checksum: checksum))
      }
    }
    return try writer.finish(key)
  }

  static func article(_ line: [UInt8]) throws -> Article { try Article(json: try JSON(parsing: line)) }
}
