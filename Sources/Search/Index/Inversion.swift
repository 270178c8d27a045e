import Domain

/// Turns articles into (term, article, frequency): what the lists of an index are written from.
struct Inversion {
  /// The terms met so far.
  private(set) var stems = Interned(capacity: 1 << 14)
  /// A term's number, an article's number and a frequency in one number: 24, 32 and 8 bits.
  private(set) var entries: [UInt64] = []
  /// The same for runs of four sounds, numbered as they came.
  private(set) var gramEntries: [UInt64] = []
  private(set) var gramCodes: [UInt32] = []
  private var gramNumbers = [Int32](repeating: -1, count: Inversion.gramSpace)

  /// Words as they are written, each with its stem: a stem is found once a form and not once a word.
  private var forms = Interned(capacity: 1 << 15)
  private var stemOfForm: [Int32] = []
  /// Numbers of runs of four sounds by stem, one after the other.
  private var grams: [UInt32] = []
  private var gramEnds: [Int] = []

  private var stemCounts: [Frequency] = []
  private var touched: [Int32] = []
  private var gramCounts: [UInt8] = []
  private var touchedGrams: [UInt32] = []

  static let gramSpace = Skeleton.base * Skeleton.base * Skeleton.base * Skeleton.base

  /// Words of a text, joined ones not counted.
  struct Lengths {
    var body = 0
    var title = 0
    var tags = 0
  }

  /// Adds an article; its number is higher than those before.
  mutating func add(_ article: Article, number: Int) -> Lengths {
    var lengths = Lengths()
    lengths.title = count(article.title) { $0.title = $0.title < 3 ? $0.title + 1 : 3 }
    lengths.tags = count(article.tags.joined(separator: "\n") + "\n" + article.category) {
      $0.tags = $0.tags < 3 ? $0.tags + 1 : 3
    }
    lengths.body = count(article.body) { $0.body = $0.body < 15 ? $0.body + 1 : 15 }
    flush(number)
    return lengths
  }

  private mutating func count(_ text: String, _ add: (inout Frequency) -> Void) -> Int {
    let tokens = Tokens(text)
    var length = 0
    tokens.letters.withUnsafeBufferPointer { letters in
      for token in tokens.all {
        let stem = stemNumber(UnsafeBufferPointer(rebasing: letters[token.letters]))
        if stemCounts[stem] == Frequency() { touched.append(Int32(stem)) }
        add(&stemCounts[stem])
        if !token.isJoined { length += 1 }
      }
    }
    return length
  }

  private mutating func stemNumber(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let form = forms.intern(word)
    guard form.isNew else { return Int(stemOfForm[form.number]) }
    let stem = Stem.of(word)
    let number = stem.withUnsafeBufferPointer { stems.intern($0) }
    if number.isNew {
      stemCounts.append(Frequency())
      for run in Skeleton.runs(Skeleton.of(stem), of: 4) { grams.append(UInt32(gramNumber(run))) }
      gramEnds.append(grams.count)
    }
    stemOfForm.append(Int32(number.number))
    return number.number
  }

  private mutating func gramNumber(_ code: UInt32) -> Int32 {
    if gramNumbers[Int(code)] < 0 {
      gramNumbers[Int(code)] = Int32(gramCodes.count)
      gramCodes.append(code)
      gramCounts.append(0)
    }
    return gramNumbers[Int(code)]
  }

  private mutating func flush(_ document: Int) {
    for number in touched {
      let stem = Int(number)
      let frequency = stemCounts[stem]
      stemCounts[stem] = Frequency()
      entries.append(UInt64(stem) << 40 | UInt64(document) << 8 | UInt64(frequency.byte))
      for index in (stem == 0 ? 0 : gramEnds[stem - 1])..<gramEnds[stem] {
        let code = grams[index]
        let before = gramCounts[Int(code)]
        if before == 0 { touchedGrams.append(code) }
        gramCounts[Int(code)] = Inversion.sum(before, frequency)
      }
    }
    touched.removeAll(keepingCapacity: true)
    for code in touchedGrams {
      gramEntries.append(UInt64(code) << 40 | UInt64(document) << 8 | UInt64(gramCounts[Int(code)]))
      gramCounts[Int(code)] = 0
    }
    touchedGrams.removeAll(keepingCapacity: true)
  }

  private static func sum(_ byte: UInt8, _ more: Frequency) -> UInt8 {
    let before = Frequency(byte: byte)
    return Frequency(body: before.body + more.body, title: before.title + more.title, tags: before.tags + more.tags)
      .byte
  }

  /// Numbers of entries parted by their upper 24 bits, in their order otherwise: the place of each part's begin, and all.
  static func sorted(_ entries: [UInt64], keys: Int) -> (places: [Int32], entries: [UInt64]) {
    var places = [Int32](repeating: 0, count: keys + 1)
    for entry in entries { places[Int(entry >> 40) + 1] += 1 }
    for key in 0..<keys { places[key + 1] += places[key] }
    var next = places
    let ordered = [UInt64](unsafeUninitializedCapacity: entries.count) { buffer, count in
      for entry in entries {
        let key = Int(entry >> 40)
        buffer[Int(next[key])] = entry
        next[key] += 1
      }
      count = entries.count
    }
    return (places, ordered)
  }
}
