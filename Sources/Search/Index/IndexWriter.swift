import Domain

/// An article and where its JSON lies within the part that the index is made from.
package struct PlacedArticle {
  package let article: Article
  package let place: Range<Int>
  package let checksum: UInt32

  package init(_ article: Article, place: Range<Int>, checksum: UInt32) {
    self.article = article
    self.place = place
    self.checksum = checksum
  }
}

/// Makes the bytes of an index: from articles alone, or from an older index and the articles that changed. Both give the
/// same bytes.
package struct IndexWriter {
  /// What an article of the part is: one that the older index has under a number, or one to be read.
  package enum Source {
    case old(Int, place: Range<Int>)
    case new(PlacedArticle)
  }

  private let old: Index?
  private var inversion = Inversion()
  private var records: [DocumentRecord] = []
  private var lengths: [Inversion.Lengths] = []
  /// New numbers of the older index's articles; -1 for those that are gone.
  private var renumbered: [Int32]
  private var groups = Interned()
  private var names = Interned()

  package init(reusing old: Index? = nil) {
    self.old = old
    renumbered = [Int32](repeating: -1, count: old?.documentCount ?? 0)
  }

  package static func bytes(_ articles: [PlacedArticle], _ key: IndexKey) -> [UInt8] {
    var writer = IndexWriter()
    for article in articles { writer.add(article) }
    // Without an older index there is none that could be damaged.
    return (try? writer.finish(key)) ?? []
  }

  private var synonyms: [UInt8] = []

  /// Articles of this type are never shown: each line of their text is a group of words that mean the same.
  package static let synonymsType = "synonyms"

  package mutating func add(_ placed: PlacedArticle) {
    let article = placed.article
    guard article.type != IndexWriter.synonymsType else {
      synonyms += Array(article.body.utf8) + [UInt8(ascii: "\n")]
      return
    }
    lengths.append(inversion.add(article, number: records.count))
    records.append(
      DocumentRecord(
        offset: placed.place.lowerBound, length: placed.place.count, checksum: placed.checksum,
        group: number(of: article.id, &groups), category: number(of: article.category, &names),
        type: number(of: article.type, &names), language: number(of: article.language, &names)))
  }

  /// Takes an article over from the older index as it was, at its new place. Numbers must rise.
  package mutating func keep(_ document: Int, place: Range<Int>) throws {
    guard let old else { throw IndexDamage() }
    var record = try old.record(document)
    record.offset = place.lowerBound
    record.length = place.count
    let oldNames = try cachedNames ?? old.names()
    cachedNames = oldNames
    guard max(record.category, record.type, record.language) < oldNames.count else { throw IndexDamage() }
    record.group = number(of: try old.id(ofGroup: record.group), &groups)
    record.category = number(of: oldNames[record.category], &names)
    record.type = number(of: oldNames[record.type], &names)
    record.language = number(of: oldNames[record.language], &names)
    renumbered[document] = Int32(records.count)
    records.append(record)
    var length = Inversion.Lengths()
    length.body = Int(
      IndexBytes.load(try old.bytes.slice(.bodyLengths, document * 2..<document * 2 + 2), 0, UInt16.self))
    length.title = Int(try old.bytes.slice(.titleLengths, document..<document + 1)[0])
    length.tags = Int(try old.bytes.slice(.tagLengths, document..<document + 1)[0])
    lengths.append(length)
  }

  private var cachedNames: [String]?

  private func number(of text: String, _ table: inout Interned) -> Int {
    var text = text
    return text.withUTF8 { table.intern($0).number }
  }

  /// The bytes of the file.
  package mutating func finish(_ key: IndexKey) throws -> [UInt8] {
    var assembly = IndexAssembly()
    putRecords(&assembly)
    var terms = TermWriter()
    try mergeTerms(into: &terms)
    terms.put(into: &assembly)
    assembly.set(.traits, numbers: Traits.rows(terms.postings, norms: norms))
    try mergeGrams(into: &assembly)
    return assembly.bytes(key)
  }

  // MARK: terms

  private func mergeTerms(into terms: inout TermWriter) throws {
    let (places, entries) = Inversion.sorted(inversion.entries, keys: inversion.stems.count)
    let order = inversion.stems.sortedNumbers()
    var next = 0
    func putNew(_ number: Int, _ kept: Postings?) {
      let range = Int(places[number])..<Int(places[number + 1])
      merge(kept, entries[range], into: &terms.postings)
      terms.finish(Array(inversion.stems[number]))
    }
    if let old {
      for block in 0..<(old.termCount + Index.termsInBlock - 1) / Index.termsInBlock {
        var inBlock: [(Int, [UInt8])] = []
        try old.forEachTerm(inBlock: block) { number, term in
          inBlock.append((number, term))
          return true
        }
        for (number, term) in inBlock {
          while next < order.count, inversion.stems[order[next]].lexicographicallyPrecedes(term) {
            putNew(order[next], nil)
            next += 1
          }
          let postings = try old.postings(ofTerm: number)
          if next < order.count, inversion.stems[order[next]].elementsEqual(term) {
            putNew(order[next], postings)
            next += 1
          } else {
            merge(postings, [], into: &terms.postings)
            terms.finish(term)
          }
        }
      }
    }
    while next < order.count {
      putNew(order[next], nil)
      next += 1
    }
  }

  /// The older list without the articles that are gone, and the new entries, in the order of their numbers.
  private func merge(_ kept: Postings?, _ added: ArraySlice<UInt64>, into writer: inout PostingsWriter) {
    var next = added.startIndex
    if let kept {
      kept.forEach(below: renumbered.count) { document, frequency in
        let number = Int(renumbered[document])
        guard number >= 0 else { return }
        while next < added.endIndex, IndexWriter.document(added[next]) < number {
          writer.add(IndexWriter.document(added[next]), UInt8(truncatingIfNeeded: added[next]))
          next += 1
        }
        writer.add(number, frequency)
      }
    }
    while next < added.endIndex {
      writer.add(IndexWriter.document(added[next]), UInt8(truncatingIfNeeded: added[next]))
      next += 1
    }
  }

  private static func document(_ entry: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: entry >> 8)) }

  // MARK: runs of four sounds

  private func mergeGrams(into assembly: inout IndexAssembly) throws {
    let (places, entries) = Inversion.sorted(inversion.gramEntries, keys: inversion.gramCodes.count)
    let order = inversion.gramCodes.indices.sorted { inversion.gramCodes[$0] < inversion.gramCodes[$1] }
    var writer = PostingsWriter()
    var codes: [UInt32] = []
    var next = 0
    func putNew(_ kept: Postings?) {
      let number = order[next]
      merge(kept, entries[Int(places[number])..<Int(places[number + 1])], into: &writer)
      if writer.finish() { codes.append(inversion.gramCodes[number]) }
      next += 1
    }
    for index in 0..<(old?.gramCount ?? 0) {
      guard let old else { break }
      let code = UInt32(try old.bytes.number(.gramCodes, index))
      while next < order.count, inversion.gramCodes[order[next]] < code { putNew(nil) }
      let kept = Postings(try old.bytes.list(.gramPlaces, index, in: .gramPostings))
      if next < order.count, inversion.gramCodes[order[next]] == code {
        putNew(kept)
      } else {
        merge(kept, [], into: &writer)
        if writer.finish() { codes.append(code) }
      }
    }
    while next < order.count { putNew(nil) }
    writer.close()
    assembly.set(.gramCodes, numbers: codes)
    assembly.set(.gramPlaces, numbers: writer.places)
    assembly[.gramPostings] = writer.bytes
    assembly.set(IndexFormat.Field.grams, UInt32(codes.count))
  }

  // MARK: records

  private func putRecords(_ assembly: inout IndexAssembly) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(records.count * DocumentRecord.size)
    for record in records {
      for number in [record.offset, record.length, Int(record.checksum), record.group] {
        IndexAssembly.append(UInt32(truncatingIfNeeded: number), to: &bytes)
      }
      for number in [record.category, record.type, record.language, 0] {
        IndexAssembly.append(UInt16(truncatingIfNeeded: number), to: &bytes)
      }
    }
    assembly[.documents] = bytes
    assembly[.bodyLengths] = lengths.flatMap { length in
      let body = UInt16(min(length.body, 65_535))
      return [UInt8(truncatingIfNeeded: body), UInt8(truncatingIfNeeded: body >> 8)]
    }
    assembly[.titleLengths] = lengths.map { UInt8(min($0.title, 255)) }
    assembly[.tagLengths] = lengths.map { UInt8(min($0.tags, 255)) }
    putStrings(&assembly)
    assembly.set(IndexFormat.Field.documents, UInt32(records.count))
    assembly.set(IndexFormat.Field.groups, UInt32(groups.count))
    assembly.set(IndexFormat.Field.averageTitle, mean { min($0.title, 255) })
    assembly.set(IndexFormat.Field.averageJoint, mean(IndexWriter.joint))
    assembly.set(IndexFormat.Field.averageTags, mean { min($0.tags, 255) })
  }

  /// What the length of each article does to the frequencies in it.
  private var norms: [Float] {
    let norm = LengthNorm(Tuning.bodyNorm, average: Float(bitPattern: mean(IndexWriter.joint)))
    return lengths.map { norm(Float(IndexWriter.joint($0))) }
  }

  private static func joint(_ length: Inversion.Lengths) -> Int { min(length.body, 65_535) + min(length.title, 255) }

  /// The geometric mean, as a few long articles must not make all others short. A field that an article lacks says
  /// nothing of how long it is where it is there.
  private func mean(_ length: (Inversion.Lengths) -> Int) -> UInt32 {
    let present = lengths.map(length).filter { $0 > 0 }
    let sum = present.reduce(Float(0)) { $0 + logarithm(Float(1 + $1)) }
    return max(1, exponential(sum / Float(max(1, present.count))) - 1).bitPattern
  }

  private func putStrings(_ assembly: inout IndexAssembly) {
    var ids: [UInt8] = []
    var places: [UInt32] = [0]
    for group in 0..<groups.count {
      ids.append(contentsOf: groups[group])
      places.append(UInt32(ids.count))
    }
    assembly[.ids] = ids
    assembly.set(.idPlaces, numbers: places)
    assembly[.synonyms] = Synonyms.encoded(Synonyms.trade + "\n" + String(decoding: synonyms, as: UTF8.self))
    var texts: [UInt8] = []
    for name in 0..<names.count {
      Varint.append(names[name].count, to: &texts)
      texts.append(contentsOf: names[name])
    }
    assembly[.names] = texts
  }
}
