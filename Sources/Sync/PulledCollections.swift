import Domain
import JSON
import Provider
import Store

/// The small collections of a shelf while a pull changes them; each is read only when something of it changes.
struct PulledCollections {
  private let reader: StoreReader
  private let shelf: ShelfID
  private let head: Head?
  private var collections = Dictionary(
    uniqueKeysWithValues: Collection.allCases.map { ($0, Pulled<Item>($0.rawValue, id: \.id)) })
  private var articles = Pulled<Article>("articles", id: { "\($0.id).\($0.language)" })

  init(reader: StoreReader, shelf: ShelfID, head: Head?) {
    self.reader = reader
    self.shelf = shelf
    self.head = head
  }

  /// A complete pull sends all there is: what it does not send is gone. Incidents keep what they said before.
  mutating func startAnew() {
    for collection in Collection.allCases { collections[collection]?.startAnew() }
    articles.startAnew()
  }

  mutating func take(_ change: Change) throws {
    switch change {
    case .item(let item):
      let (item, load) = (try merged(item), load(item.collection))
      try collections[item.collection]?.put(item, load: load)
    case .deleted(let collection, let id):
      let load = load(collection)
      try collections[collection]?.remove(id, load: load)
    case .article(let article): try articles.put(article, load: loadArticles)
    case .articleDeleted(let id, let language): try articles.remove("\(id).\(language)", load: loadArticles)
    case .account, .entry, .entryDeleted: break
    }
  }

  private mutating func merged(_ item: Item) throws -> Item {
    guard item.collection == .incidents else { return item }
    let load = load(.incidents)
    guard let known = try collections[.incidents]?.known(item.id, load: load) else { return item }
    return Item(try Incident(json: known.json).succeeded(by: try Incident(json: item.json)))
  }

  mutating func write(into commit: inout Commit) {
    for collection in Collection.allCases {
      let isThere = head?.parts[collection.rawValue] != nil
      collections[collection]?.write(into: &commit, isThere: isThere) { $0.json }
    }
    articles.write(into: &commit, isThere: head?.parts["articles"] != nil) { $0.json }
  }

  mutating func digest(serverTime: Timestamp, capabilities: [String]) throws -> HomeDigest {
    HomeDigest(
      incidents: try all(.incidents), unreadNotices: try all(.notices).count { (notice: Notice) in !notice.isRead },
      serverTime: serverTime, capabilities: capabilities)
  }

  private mutating func all<Member: CollectionMember>(_ collection: Collection) throws -> [Member] {
    let load = load(collection)
    return try collections[collection]?.all(load: load).map { try Member(json: $0.json) } ?? []
  }

  /// Reads a collection as the store has it.
  private func load(_ collection: Collection) -> Pulled<Item>.Load {
    { [reader, shelf, head] in try head.map { try reader.items(collection, of: shelf, $0) } ?? [] }
  }

  private var loadArticles: Pulled<Article>.Load {
    { [reader, shelf, head] in try head.map { try reader.part("articles", of: shelf, $0) } ?? [] }
  }
}

/// One collection, by id, in the order in which it first came.
private struct Pulled<Member> {
  typealias Load = () throws -> [Member]

  private let part: String
  private let id: (Member) -> String
  private var items: [Member]?
  private var places: [String: Int] = [:]
  private var removed: Set<String> = []
  private var old: [String: Member]?
  private var isAnew = false
  private var isChanged = false
  private var wasWritten = false

  init(_ part: String, id: @escaping (Member) -> String) {
    self.part = part
    self.id = id
  }

  mutating func startAnew() {
    items = []
    places = [:]
    removed = []
    isAnew = true
    isChanged = true
  }

  /// The version that the store has, even while a complete pull replaces the collection.
  mutating func known(_ wanted: String, load: Load) throws -> Member? {
    if let place = try place(wanted, load: load) { return place }
    if isAnew, old == nil {
      // What is damaged is about to be replaced.
      let items = (try? load()) ?? []
      old = Dictionary(items.map { (id($0), $0) }, uniquingKeysWith: { _, last in last })
    }
    return old?[wanted]
  }

  private mutating func place(_ wanted: String, load: Load) throws -> Member? {
    try open(load)
    return places[wanted].flatMap { items?[$0] }
  }

  mutating func put(_ item: Member, load: Load) throws {
    try open(load)
    isChanged = true
    removed.remove(id(item))
    if let place = places[id(item)] {
      items?[place] = item
    } else {
      places[id(item)] = items?.count
      items?.append(item)
    }
  }

  mutating func remove(_ wanted: String, load: Load) throws {
    try open(load)
    guard places[wanted] != nil else { return }
    removed.insert(wanted)
    isChanged = true
  }

  mutating func all(load: Load) throws -> [Member] {
    try open(load)
    return remaining
  }

  /// A collection that never had a member is not written.
  mutating func write(into commit: inout Commit, isThere: Bool, _ json: (Member) -> JSON) {
    guard isChanged, isThere || wasWritten || items?.isEmpty == false else { return }
    commit.parts[part] = remaining.map(json)
    isChanged = false
    wasWritten = true
  }

  private var remaining: [Member] { (items ?? []).filter { !removed.contains(id($0)) } }

  private mutating func open(_ load: Load) throws {
    guard items == nil else { return }
    let loaded = try load()
    items = loaded
    for (index, item) in loaded.enumerated() { places[id(item)] = index }
  }
}
