import Domain
import JSON

/// One answer of the feed, made piece by piece as the client takes it: a hundred thousand entries need no memory.
struct Feed {
  private let book: Book
  private let since: FeedCursor?
  private let end: FeedCursor
  private let serverTime: Timestamp
  /// The ledger as it was when the answer began.
  private let postings: [Posting]
  private let objects: [[UInt8]]
  private var position: Int
  private var stage = Stage.header
  private var writer: EntryWriter

  private enum Stage { case header, entries, objects, finished }

  /// How long a client may take the account that it has for the newest.
  static let repeatAfter: Int64 = 1800
  private static let entriesPerPiece = 500
  private static let entriesPerCheckpoint = 1000

  /// Nothing has changed since the cursor, and the client's account is fresh enough.
  let isIdle: Bool

  init(_ book: Book, since: FeedCursor?, epoch: String, serverTime: Timestamp) {
    let isFresh = since.map { serverTime.seconds - $0.asOf <= Feed.repeatAfter } ?? false
    isIdle = isFresh && since?.entries == book.postings.count && since?.revision == book.revision
    self.book = book
    self.since = since
    self.serverTime = serverTime
    postings = book.postings
    position = since?.entries ?? 0
    writer = EntryWriter(account: book.id)
    objects = Feed.objects(of: book, after: since?.revision ?? 0, serverTime)
    end = FeedCursor(
      epoch: epoch, entries: postings.count, revision: book.revision, asOf: serverTime.seconds)
  }

  var cursor: FeedCursor { end }

  /// The next bytes, or nil at the end.
  mutating func next() -> [UInt8]? {
    switch stage {
    case .header:
      stage = .entries
      let header: JSON = [
        "epoch": .string(end.epoch), "serverTime": serverTime.json, "complete": .bool(since == nil),
      ]
      return header.bytes + [0x0A]
    case .entries:
      guard position < postings.count else {
        stage = .objects
        return next()
      }
      return entries()
    case .objects:
      stage = .finished
      var last: JSON = checkpoint(end)
      if case .object(var members) = last {
        members["done"] = true
        last = .object(members)
      }
      return Array(objects.joined()) + last.bytes + [0x0A]
    case .finished: return nil
    }
  }

  private mutating func entries() -> [UInt8] {
    var piece: [UInt8] = []
    piece.reserveCapacity(Feed.entriesPerPiece * 320)
    let stop = min(postings.count, position + Feed.entriesPerPiece)
    for index in position..<stop { writer.write(postings[index], number: index + 1, into: &piece) }
    position = stop
    if position % Feed.entriesPerCheckpoint == 0 || position == postings.count {
      // Revisions stay at the client's: after a cut everything else is sent again.
      let here = FeedCursor(
        epoch: end.epoch, entries: position, revision: since?.revision ?? 0, asOf: since?.asOf ?? 0)
      piece += checkpoint(here).bytes + [0x0A]
    }
    return piece
  }

  private func checkpoint(_ cursor: FeedCursor) -> JSON {
    let balance = cursor.entries > 0 ? postings[cursor.entries - 1].balance : 0
    return [
      "cursor": .string(cursor.text),
      "head": ["balance": balance.roubles.json, "entries": .integer(Int64(cursor.entries))],
    ]
  }

  /// Lines of all that has a newer revision, the account last; it is sent each time, with the moment.
  private static func objects(of book: Book, after revision: Int, _ moment: Timestamp) -> [[UInt8]] {
    var lines: [(revision: Int, bytes: [UInt8])] = []
    for (type, members) in book.copies where type != "account" {
      for (id, copy) in members where copy.revision > revision && (copy.data != nil || revision > 0) {
        lines.append((copy.revision, line(type, id, copy.revision, copy.data)))
      }
    }
    let sorted = lines.sorted { $0.revision < $1.revision }.map(\.bytes)
    let accountRevision = book.copies["account"]?[book.id]?.revision ?? 0
    return sorted + [line("account", book.id, accountRevision, book.account(asOf: moment).json)]
  }

  static func line(_ type: String, _ id: String, _ revision: Int, _ data: JSON?) -> [UInt8] {
    let line = JSON.members([
      "type": .string(type), "op": data == nil ? "delete" : "put", "id": .string(id),
      "rev": .integer(Int64(revision)), "data": data,
    ])
    return line.bytes + [0x0A]
  }
}
