/// The terms that tell an article from the others: so many of its own, each with its weight.
///
/// An article has a row of 32-bit numbers in no order of meaning: a term's number in the upper 24 bits, the weight below. No
/// weight is an empty place.
enum Traits {
  static let most = 24
  static let rowSize = most * 4
  /// What a weight of one is in the lower byte: the rarest term of a great collection has nearly all.
  private static let scale: Float = 24

  static func forEach(
    of document: Int, in index: Index, _ body: (_ term: Int, _ weight: Float) -> Void
  ) throws(IndexDamage) {
    let row = try index.bytes.slice(.traits, document * rowSize..<(document + 1) * rowSize)
    for place in 0..<most {
      let entry = IndexBytes.load(row, place * 4, UInt32.self)
      guard entry & 255 > 0 else { return }
      body(Int(entry >> 8), Float(entry & 255) / scale)
    }
  }

  /// The rows of all articles from the lists of all terms, which tell how rare each is.
  ///
  /// A term of one article joins it to none; one of every fifth says nothing.
  static func rows(_ lists: PostingsWriter, norms: [Float]) -> [UInt32] {
    var rows = Rows(count: norms.count)
    let total = Float(norms.count)
    lists.bytes.withUnsafeBytes { bytes in
      for term in 0..<max(0, lists.places.count - 1) {
        let place = Int(lists.places[term])..<Int(lists.places[term + 1])
        let postings = Postings(UnsafeRawBufferPointer(rebasing: bytes[place]))
        let count = Float(postings.count)
        guard postings.count > 1, count * 5 < total, term < 1 << 24 else { continue }
        let rarity = logarithm(1 + (total - count + 0.5) / (count + 0.5))
        postings.forEach(below: norms.count) { document, byte in
          let frequency = Frequency(byte: byte)
          let times = Float(frequency.body) + 3 * Float(frequency.title) + Float(frequency.tags)
          let weight = scale * rarity * times / (times + Tuning.k1 * norms[document])
          rows.put(UInt32(term) << 8 | UInt32(max(1, min(255, weight))), document)
        }
      }
    }
    return rows.entries
  }

  private struct Rows {
    var entries: [UInt32]
    /// The least weight of each row, none while it has room: most terms are refused by it alone.
    private var least: [UInt8]

    init(count: Int) {
      entries = [UInt32](repeating: 0, count: count * most)
      least = [UInt8](repeating: 0, count: count)
    }

    /// Takes the place of the lightest, if it is heavier.
    mutating func put(_ entry: UInt32, _ document: Int) {
      guard entry & 255 > least[document] else { return }
      let row = document * most..<(document + 1) * most
      guard let lightest = row.min(by: { entries[$0] & 255 < entries[$1] & 255 }) else { return }
      entries[lightest] = entry
      least[document] = UInt8(truncatingIfNeeded: row.reduce(255) { min($0, entries[$1] & 255) })
    }
  }
}
