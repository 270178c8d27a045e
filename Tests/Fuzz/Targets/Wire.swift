import Domain
import JSON

@testable import Provider

/// What comes through a socket.
enum Wire {
  private struct Told: Equatable {
    var steps: [PullStep] = []
    var complaint: String?
  }

  /// However the wire cuts a feed, it says the same; and the fast reader of an entry never knows better than the strict one.
  static func feed(_ bytes: [UInt8]) {
    let whole = told([bytes[...]])
    let middle = bytes.count / 2
    hold(told([bytes[..<middle], bytes[middle...]]) == whole, "a cut in the middle changes nothing")
    hold(told(bytes.prefix(512).indices.map { bytes[$0...$0] } + [bytes.dropFirst(512)]) == whole, "nor byte by byte")
    var fast = EntryLine()
    for line in bytes.split(separator: 0x0A) {
      guard let entry = fast.entry(line) else { continue }
      let strict = (try? JSON(parsing: line))?["data"].flatMap { try? LedgerEntry(json: $0) }
      hold(strict == entry, "an entry read fast is the one that is read strictly")
    }
  }

  private static func told(_ pieces: [ArraySlice<UInt8>]) -> Told {
    var told = Told()
    var feed = NativeFeed()
    do {
      for piece in pieces { try feed.take(piece) { told.steps.append($0) } }
      try feed.finish { told.steps.append($0) }
    } catch {
      told.complaint = "\(error)"
    }
    return told
  }

  static func answers(_ bytes: [UInt8]) {
    var whole = HeadReader()
    let one = try? whole.take(bytes)
    if let one { hold(one.rest.elementsEqual(bytes.suffix(one.rest.count)), "what follows a head is the rest of it") }
    var slow = HeadReader()
    var head: ResponseHead?
    var refused = false
    for byte in bytes.prefix(2048) where head == nil && !refused {
      do { head = try slow.take([byte])?.head } catch { refused = true }
    }
    if bytes.count <= 2048 { hold(head == one?.head, "a head is the same byte by byte") }
    if let head { _ = Response(status: head.status, headers: head.headers, body: []).serverTime }
    _ = try? Address(parsing: String(decoding: bytes, as: UTF8.self))
  }

  static func requests(_ bytes: [UInt8]) {
    guard case .head(let head, let length) = RequestHead.read(bytes) else { return }
    hold(length <= bytes.count && length <= RequestHead.limit, "a head lies within what came")
    hold(RequestHead.read(bytes[..<length]) == .head(head, length: length), "what follows does not change it")
    hold(RequestHead.read(bytes[..<(length - 1)]) == .more, "without its last byte it is not one yet")
  }
}
