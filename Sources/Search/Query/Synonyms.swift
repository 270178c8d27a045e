/// Words that people use for each other in this trade. They widen a query and never change the index.
struct Synonyms {
  /// Weight of a word that was not said.
  static let weight: Float = 0.7

  /// Groups of equals, each a row of stems.
  private let groups: [[[[UInt8]]]]

  /// The groups as an index has them, which ends where nothing more makes sense.
  init(_ bytes: UnsafeRawBufferPointer) {
    var groups: [[[[UInt8]]]] = []
    var place = 0
    while let group = Synonyms.list(bytes, &place, { Synonyms.list(bytes, &$0) { Synonyms.stem(bytes, &$0) } }) {
      groups.append(group)
    }
    self.groups = groups
  }

  private static func list<Item>(
    _ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ item: (inout Int) -> Item?
  ) -> [Item]? {
    guard let count = Varint.read(bytes, &place), count <= bytes.count else { return nil }
    var items: [Item] = []
    for _ in 0..<count {
      guard let next = item(&place) else { return nil }
      items.append(next)
    }
    return items
  }

  private static func stem(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> [UInt8]? {
    guard let length = Varint.read(bytes, &place), place + length <= bytes.count else { return nil }
    defer { place += length }
    return Array(bytes[place..<place + length])
  }

  /// Groups in the form of an index: to part and stem their words took a sixth of a search.
  ///
  /// A group a line, its words or phrases parted by commas; `#` begins a comment.
  static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in text.split(separator: "\n") {
      let entries = line.prefix { $0 != "#" }.split(separator: ",").map { entry in
        let tokens = Tokens(String(entry))
        return tokens.all.filter { !$0.isJoined }.map { Stem.of(tokens[$0]) }
      }
      let named = entries.filter { !$0.isEmpty }
      guard named.count > 1 else { continue }
      Varint.append(named.count, to: &bytes)
      for entry in named {
        Varint.append(entry.count, to: &bytes)
        for stem in entry {
          Varint.append(stem.count, to: &bytes)
          bytes += stem
        }
      }
    }
    return bytes
  }

  /// Adds what the words might also have been called; a phrase is recognised by its words beside each other.
  func widen(_ words: [QueryWord], _ meanings: inout [Meaning], in index: Index) throws(IndexDamage) {
    let places = words.indices.filter { !words[$0].isJoined }
    let stems = places.map { words[$0].stem }
    for group in groups {
      for entry in group {
        guard let last = Synonyms.end(of: entry, in: stems) else { continue }
        for other in group where other != entry {
          for stem in other {
            guard let term = try index.find(stem) else { continue }
            meanings[places[last]].add(term, Synonyms.weight / Float(other.count))
          }
        }
      }
    }
  }

  /// The place of the last word of an entry among the stems.
  private static func end(of entry: [[UInt8]], in stems: [[UInt8]]) -> Int? {
    guard !entry.isEmpty, entry.count <= stems.count else { return nil }
    for start in 0...stems.count - entry.count {
      if entry.indices.allSatisfy({ stems[start + $0] == entry[$0] }) { return start + entry.count - 1 }
    }
    return nil
  }

  /// The trade's own; a provider adds to them with an article of the type `synonyms`.
  static let trade = """
    интернет, инет, нет, сеть, internet
    вайфай, wifi, wi fi, беспроводная сеть
    роутер, маршрутизатор, модем, router
    терминал, ont, gpon, модем
    личный кабинет, лк, аккаунт, учетная запись, account
    тормозит, лагает, медленный, скорость, лаги, slow
    пинг, задержка, ping, latency
    оплата, платеж, пополнить, payment
    обещанный платеж, доверительный платеж, платеж в долг, кредит
    автоплатеж, автооплата, автопополнение, autopay
    тариф, тарифный план, пакет, tariff, plan
    блокировка, отключение, заблокировать, приостановка
    баланс, счет, остаток, balance
    пароль, password, пасс
    логин, имя пользователя, login
    телевизор, тв, tv, телевидение
    приставка, декодер, stb
    кабель, провод, шнур, cable
    мастер, техник, монтажник, technician
    авария, сбой, поломка, outage
    возврат, вернуть деньги, refund
    расторгнуть, закрыть договор, отказаться
    переезд, смена адреса, переехать
    ролик, видео, видеоролик, video
    удалить, стереть, delete, remove
    настроить, настройка, setup, configure
    """
}
