/// The terms that tell an article from the others: so many of its own, each with its weight.
///
/// An article has a row of 32-bit numbers in no order of meaning: a term's number in the upper 24 bits, the weight below. No
/// weight is an empty place.
enum Traits {
  static let most = 16
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
  static func rows(_ lists: PostingsWriter, norms: [Float]) -> [UInt32] {
    var rows = Rows(count: norms.count)
    let total = Float(norms.count)
    lists.bytes.withUnsafeBytes { bytes in
      func postings(_ term: Int) -> Postings {
        Postings(UnsafeRawBufferPointer(rebasing: bytes[Int(lists.places[term])..<Int(lists.places[term + 1])]))
      }
      // The rarest come first, so that few are put into a row only to be put out again. A term of one article joins it to
      // none; one of every fifth says nothing.
      let order = (0..<max(0, lists.places.count - 1)).compactMap { term -> Int? in
        let count = postings(term).count
        return count > 1 && count * 5 < norms.count && term < 1 << 24 ? count << 24 | term : nil
      }
      for entry in order.sorted() {
        let term = entry & 0xFF_FFFF
        let count = Float(entry >> 24)
        let rarity = scale * logarithm(1 + (total - count + 0.5) / (count + 0.5))
        postings(term).forEach(below: norms.count) { document, byte in
          let frequency = Frequency(byte: byte)
          let times = Float(frequency.body) + 3 * Float(frequency.title) + Float(frequency.tags)
          let weight = rarity * times / (times + Tuning.k1 * norms[document])
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

    /// Takes an empty place or that of the lightest, if it is heavier.
    mutating func put(_ entry: UInt32, _ document: Int) {
      guard entry & 255 > least[document] else { return }
      least[document] = entries.withUnsafeMutableBufferPointer { entries in
        var lightest = document * most
        var (weight, next) = (UInt32(256), UInt32(256))
        for place in document * most..<(document + 1) * most where entries[place] & 255 < next {
          next = entries[place] & 255
          guard next < weight else { continue }
          (lightest, weight, next) = (place, next, weight)
          if weight == 0 { break }
        }
        entries[lightest] = entry
        let hasRoom = weight == 0 && lightest + 1 < (document + 1) * most
        return hasRoom ? 0 : UInt8(truncatingIfNeeded: min(next, entry & 255))
      }
    }
  }
}
