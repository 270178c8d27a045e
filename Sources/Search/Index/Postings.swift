/// The articles of a term with how often it stands in them, in the order of their numbers.
///
/// The count comes first. Then for each article the distance from the one before, doubled; an odd number means that a byte
/// with the frequency follows, an even one that the term stands once in the body: two thirds of all.
struct Postings {
  let bytes: UnsafeRawBufferPointer
  let count: Int
  private let start: Int

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    var place = 0
    count = Varint.read(bytes, &place) ?? 0
    start = place
  }

  /// Numbers at or beyond the limit can't be and end the list.
  @inline(__always)
  func forEach(below limit: Int, _ body: (_ document: Int, _ frequency: UInt8) -> Void) {
    var place = start
    var document = -1
    while let step = Varint.read(bytes, &place) {
      document += (step >> 1) + 1
      guard document < limit else { return }
      var frequency: UInt8 = 1
      if step & 1 == 1 {
        guard place < bytes.count else { return }
        frequency = bytes[place]
        place += 1
      }
      body(document, frequency)
    }
  }
}

/// Writes one list after the other.
struct PostingsWriter {
  private(set) var bytes: [UInt8] = []
  /// Where each list begins, and where the last ends.
  private(set) var places: [UInt32] = []
  private var list: [UInt8] = []
  private var last = -1
  private var count = 0

  mutating func add(_ document: Int, _ frequency: UInt8) {
    let step = document - last - 1
    Varint.append(step << 1 | (frequency == 1 ? 0 : 1), to: &list)
    if frequency != 1 { list.append(frequency) }
    last = document
    count += 1
  }

  /// Ends the list; an empty one is not written, and the answer is false.
  mutating func finish() -> Bool {
    guard count > 0 else { return false }
    places.append(UInt32(bytes.count))
    Varint.append(count, to: &bytes)
    bytes.append(contentsOf: list)
    list.removeAll(keepingCapacity: true)
    (last, count) = (-1, 0)
    return true
  }

  mutating func close() { places.append(UInt32(bytes.count)) }
}
