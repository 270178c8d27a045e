import Platform

/// An open index: terms, lists and records, each read where it lies.
package final class Index {
  let bytes: IndexBytes
  package let documentCount: Int
  package let termCount: Int
  let gramCount: Int
  let groupCount: Int
  let averages: Averages

  /// Geometric means of numbers of words.
  struct Averages {
    let title: Float
    let tags: Float
    let joint: Float
  }

  static let termsInBlock = 16

  /// Opens an index; nil when it is damaged, of another version, or not made from what the key says.
  package convenience init?(_ file: MappedFile, of key: IndexKey) {
    try? self.init(checking: file)
    guard isMade(from: key) else { return nil }
  }

  /// Opens an index to take over from it what has not changed; nil when it can't be read.
  package convenience init?(any file: MappedFile) {
    try? self.init(checking: file)
  }

  init(checking file: MappedFile) throws(IndexDamage) {
    bytes = try IndexBytes(file)
    documentCount = Int(bytes.field(IndexFormat.Field.documents, UInt32.self))
    termCount = Int(bytes.field(IndexFormat.Field.terms, UInt32.self))
    gramCount = Int(bytes.field(IndexFormat.Field.grams, UInt32.self))
    groupCount = Int(bytes.field(IndexFormat.Field.groups, UInt32.self))
    averages = Averages(
      title: Float(bitPattern: bytes.field(IndexFormat.Field.averageTitle)),
      tags: Float(bitPattern: bytes.field(IndexFormat.Field.averageTags)),
      joint: Float(bitPattern: bytes.field(IndexFormat.Field.averageJoint)))
    let runs = Skeleton.base * Skeleton.base * Skeleton.base
    guard bytes.count(.documents) == documentCount * DocumentRecord.size,
      bytes.count(.bodyLengths) == documentCount * 2, bytes.count(.titleLengths) == documentCount,
      bytes.count(.tagLengths) == documentCount, bytes.count(.idPlaces) == (groupCount + 1) * 4,
      bytes.count(.termPlaces) == (termCount + 1) * 4, bytes.count(.runCounts) == termCount,
      bytes.count(.termBlocks) == ((termCount + Index.termsInBlock - 1) / Index.termsInBlock + 1) * 4,
      bytes.count(.runPlaces) == (runs + 1) * 4, bytes.count(.gramCodes) == gramCount * 4,
      bytes.count(.gramPlaces) == (gramCount + 1) * 4, bytes.count(.traits) == documentCount * Traits.rowSize
    else { throw IndexDamage() }
  }

  private func isMade(from key: IndexKey) -> Bool {
    bytes.field(IndexFormat.Field.keyBytes, UInt64.self) == UInt64(key.bytes)
      && bytes.field(IndexFormat.Field.keyChecksum, UInt32.self) == key.checksum
      && bytes.field(IndexFormat.Field.keyName, UInt32.self) == CRC32C.of(Array(key.name.utf8))
  }

  // MARK: articles

  package func record(_ document: Int) throws(IndexDamage) -> DocumentRecord {
    let start = document * DocumentRecord.size
    let bytes = try bytes.slice(.documents, start..<start + DocumentRecord.size)
    func number(_ place: Int) -> Int { Int(IndexBytes.load(bytes, place, UInt32.self)) }
    let record = DocumentRecord(
      offset: number(0), length: number(4), checksum: UInt32(number(8)), group: number(12),
      category: Int(IndexBytes.load(bytes, 16, UInt16.self)), type: Int(IndexBytes.load(bytes, 18, UInt16.self)),
      language: Int(IndexBytes.load(bytes, 20, UInt16.self)))
    guard record.group < groupCount else { throw IndexDamage() }
    return record
  }

  /// The id of a group of translations.
  package func id(ofGroup group: Int) throws(IndexDamage) -> String {
    String(decoding: try bytes.list(.idPlaces, group, in: .ids), as: UTF8.self)
  }

  /// The translations of an article.
  package func records(ofID id: String) throws -> [DocumentRecord] {
    let wanted = Array(id.utf8)
    let found = try (0..<groupCount).first { try bytes.list(.idPlaces, $0, in: .ids).elementsEqual(wanted) }
    guard let found else { return [] }
    return try (0..<documentCount).map { try record($0) }.filter { $0.group == found }
  }

  /// The articles' numbers by length and checksum of their texts.
  package func documentsByText() throws -> [TextMark: Int] {
    var numbers: [TextMark: Int] = [:]
    for number in 0..<documentCount {
      let record = try record(number)
      numbers[TextMark(length: record.length, checksum: record.checksum)] = number
    }
    return numbers
  }

  /// Categories, types and languages by their numbers.
  func names() throws(IndexDamage) -> [String] {
    let bytes = try bytes.whole(.names)
    var names: [String] = []
    var place = 0
    while let length = Varint.read(bytes, &place) {
      guard place + length <= bytes.count else { throw IndexDamage() }
      names.append(String(decoding: bytes[place..<place + length], as: UTF8.self))
      place += length
    }
    return names
  }

  // MARK: terms

  /// The term of a number.
  func term(_ number: Int) throws(IndexDamage) -> [UInt8] {
    guard number >= 0, number < termCount else { throw IndexDamage() }
    var found: [UInt8] = []
    try forEachTerm(inBlock: number / Index.termsInBlock) { index, term in
      if index == number { found = term }
      return index < number
    }
    return found
  }

  /// The number of a term.
  func find(_ term: some Sequence<UInt8>) throws(IndexDamage) -> Int? {
    let term = Array(term)
    let place = try lowerBound(term)
    guard place < termCount, try self.term(place) == term else { return nil }
    return place
  }

  /// The number of the first term that does not come before the letters.
  func lowerBound(_ term: [UInt8]) throws(IndexDamage) -> Int {
    var low = 0
    var high = (termCount + Index.termsInBlock - 1) / Index.termsInBlock
    // The last block whose first term does not come behind the letters.
    while high - low > 1 {
      let middle = (low + high) / 2
      if try precedes(term, block: middle) { high = middle } else { low = middle }
    }
    var found = min(termCount, high * Index.termsInBlock)
    guard termCount > 0 else { return 0 }
    try forEachTerm(inBlock: low) { index, other in
      if other.lexicographicallyPrecedes(term) { return true }
      found = index
      return false
    }
    return found
  }

  /// The terms that begin with the letters.
  func terms(beginningWith prefix: [UInt8]) throws(IndexDamage) -> Range<Int> {
    // 254 is above every letter; what is escaped by 255 comes behind and is looked for by its whole.
    let start = try lowerBound(prefix)
    let end = try lowerBound(prefix + [255, 255, 255])
    return start..<max(start, end)
  }

  private func block(_ number: Int) throws(IndexDamage) -> UnsafeRawBufferPointer {
    try bytes.list(.termBlocks, number, in: .terms)
  }

  /// Whether the letters come before the first term of a block, which is written whole.
  private func precedes(_ term: [UInt8], block number: Int) throws(IndexDamage) -> Bool {
    let bytes = try block(number)
    guard bytes.count >= 2, bytes.count >= 2 + Int(bytes[1]) else { throw IndexDamage() }
    let length = Int(bytes[1])
    for place in 0..<min(length, term.count) where term[place] != bytes[2 + place] {
      return term[place] < bytes[2 + place]
    }
    return term.count < length
  }

  /// The terms of a block with their numbers, until the body has enough.
  func forEachTerm(inBlock number: Int, _ body: (Int, [UInt8]) -> Bool) throws(IndexDamage) {
    let bytes = try block(number)
    var place = 0
    var term: [UInt8] = []
    var index = number * Index.termsInBlock
    while place + 2 <= bytes.count {
      let kept = Int(bytes[place])
      let added = Int(bytes[place + 1])
      place += 2
      guard kept <= term.count, place + added <= bytes.count else { throw IndexDamage() }
      term.removeLast(term.count - kept)
      term.append(contentsOf: bytes[place..<place + added])
      place += added
      guard body(index, term) else { return }
      index += 1
    }
  }

  func postings(ofTerm number: Int) throws(IndexDamage) -> Postings {
    Postings(try bytes.list(.termPlaces, number, in: .termPostings))
  }

  /// The articles in which four sounds follow each other within a term; nil where there are none.
  func postings(ofGram code: UInt32) throws(IndexDamage) -> Postings? {
    var low = 0
    var high = gramCount
    while low < high {
      let middle = (low + high) / 2
      let other = try bytes.number(.gramCodes, middle)
      if other == Int(code) { return Postings(try bytes.list(.gramPlaces, middle, in: .gramPostings)) }
      if other < Int(code) { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
