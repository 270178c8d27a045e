import Domain
import JSON
import Provider
import Store

/// The small collections of a shelf while a pull changes them; each is read only when something of it changes.
struct PulledCollections {
  private let reader: StoreReader
  private let shelf: ShelfID
  private let head: Head?
  private var tariffs = Pulled<Tariff>(.tariffs, id: \.id)
  private var incidents = Pulled<Incident>(.incidents, id: \.id)
  private var notices = Pulled<Notice>(.notices, id: \.id)
  private var methods = Pulled<PaymentMethod>(.methods, id: \.id)
  private var articles = Pulled<Article>(part: "articles", id: { "\($0.id).\($0.language)" })

  init(reader: StoreReader, shelf: ShelfID, head: Head?) {
    self.reader = reader
    self.shelf = shelf
    self.head = head
  }

  /// A complete pull sends all there is: what it does not send is gone. Incidents keep what they said before.
  mutating func startAnew() {
    tariffs.startAnew()
    incidents.startAnew()
    notices.startAnew()
    methods.startAnew()
    articles.startAnew()
  }

  mutating func take(_ change: Change) throws {
    switch change {
    case .tariff(let tariff): try tariffs.put(tariff, load: load)
    case .incident(let incident):
      let known = try incidents.known(incident.id, load: load)
      try incidents.put(known?.succeeded(by: incident) ?? incident, load: load)
    case .notice(let notice): try notices.put(notice, load: load)
    case .method(let method): try methods.put(method, load: load)
    case .article(let article): try articles.put(article, load: load)
    case .deleted(.tariffs, let id): try tariffs.remove(id, load: load)
    case .deleted(.incidents, let id): try incidents.remove(id, load: load)
    case .deleted(.notices, let id): try notices.remove(id, load: load)
    case .deleted(.methods, let id): try methods.remove(id, load: load)
    case .articleDeleted(let id, let language): try articles.remove("\(id).\(language)", load: load)
    case .account, .entry, .entryDeleted: break
    }
  }

  mutating func write(into commit: inout Commit) {
    tariffs.write(into: &commit, isThere: head?.parts["tariffs"] != nil)
    incidents.write(into: &commit, isThere: head?.parts["incidents"] != nil)
    notices.write(into: &commit, isThere: head?.parts["notices"] != nil)
    methods.write(into: &commit, isThere: head?.parts["methods"] != nil)
    articles.write(into: &commit, isThere: head?.parts["articles"] != nil)
  }

  mutating func digest(serverTime: Timestamp, capabilities: [String]) throws -> HomeDigest {
    HomeDigest(
      incidents: try incidents.all(load: load), unreadNotices: try notices.all(load: load).count { !$0.isRead },
      serverTime: serverTime, capabilities: capabilities)
  }

  private func load<Item: JSONConvertible>(_ part: String) throws -> [Item] {
    guard let head else { return [] }
    return try reader.part(part, of: shelf, head)
  }
}

/// One collection, by id, in the order in which it first came.
private struct Pulled<Item: JSONConvertible> {
  typealias Load = (String) throws -> [Item]

  private let part: String
  private let id: (Item) -> String
  private var items: [Item]?
  private var places: [String: Int] = [:]
  private var removed: Set<String> = []
  private var old: [String: Item]?
  private var isAnew = false
  private var isChanged = false
  private var wasWritten = false

  init(_ collection: Domain.Collection, id: @escaping (Item) -> String) {
    self.init(part: collection.rawValue, id: id)
  }

  init(part: String, id: @escaping (Item) -> String) {
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
  mutating func known(_ wanted: String, load: Load) throws -> Item? {
    if let place = try place(wanted, load: load) { return place }
    if isAnew, old == nil {
      // What is damaged is about to be replaced.
      let items = (try? load(part)) ?? []
      old = Dictionary(items.map { (id($0), $0) }, uniquingKeysWith: { _, last in last })
    }
    return old?[wanted]
  }

  private mutating func place(_ wanted: String, load: Load) throws -> Item? {
    try open(load)
    return places[wanted].flatMap { items?[$0] }
  }

  mutating func put(_ item: Item, load: Load) throws {
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

  mutating func all(load: Load) throws -> [Item] {
    try open(load)
    return remaining
  }

  /// A collection that never had a member is not written.
  mutating func write(into commit: inout Commit, isThere: Bool) {
    guard isChanged, isThere || wasWritten || items?.isEmpty == false else { return }
    commit.replace(part, remaining)
    isChanged = false
    wasWritten = true
  }

  private var remaining: [Item] { (items ?? []).filter { !removed.contains(id($0)) } }

  private mutating func open(_ load: Load) throws {
    guard items == nil else { return }
    let loaded = try load(part)
    items = loaded
    for (index, item) in loaded.enumerated() { places[id(item)] = index }
  }
}
