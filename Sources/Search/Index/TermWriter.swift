/// Writes terms in their order, each with its list, and what finds them by their sounds.
struct TermWriter {
  var postings = PostingsWriter()
  private var terms: [UInt8] = []
  private var blocks: [UInt32] = []
  private var count = 0
  private var last: [UInt8] = []
  private var runCounts: [UInt8] = []
  /// A run of three sounds and a term's number in one number.
  private var runs: [UInt64] = []

  static let runSpace = Skeleton.base * Skeleton.base * Skeleton.base

  /// Ends the list of a term; a term without a list is left out.
  mutating func finish(_ term: [UInt8]) {
    guard postings.finish() else { return }
    var shared = 0
    if count % Index.termsInBlock == 0 {
      blocks.append(UInt32(terms.count))
    } else {
      while shared < min(last.count, term.count), last[shared] == term[shared] { shared += 1 }
    }
    terms.append(UInt8(shared))
    terms.append(UInt8(term.count - shared))
    terms.append(contentsOf: term[shared...])
    last = term
    let own = Skeleton.runs(Skeleton.of(term), of: 3)
    for run in own { runs.append(UInt64(run) << 40 | UInt64(count)) }
    runCounts.append(UInt8(min(own.count, 255)))
    count += 1
  }

  mutating func put(into assembly: inout IndexAssembly) {
    blocks.append(UInt32(terms.count))
    postings.close()
    assembly.set(.termBlocks, numbers: blocks)
    assembly[.terms] = terms
    assembly.set(.termPlaces, numbers: postings.places)
    assembly[.termPostings] = postings.bytes
    assembly[.runCounts] = runCounts
    assembly.set(IndexFormat.Field.terms, UInt32(count))
    putRuns(&assembly)
  }

  private func putRuns(_ assembly: inout IndexAssembly) {
    let (places, ordered) = Inversion.sorted(runs, keys: TermWriter.runSpace)
    var bytes: [UInt8] = []
    var starts: [UInt32] = []
    for run in 0..<TermWriter.runSpace {
      starts.append(UInt32(bytes.count))
      var before = -1
      for index in Int(places[run])..<Int(places[run + 1]) {
        let term = Int(UInt32(truncatingIfNeeded: ordered[index]))
        Varint.append(term - before - 1, to: &bytes)
        before = term
      }
    }
    starts.append(UInt32(bytes.count))
    assembly.set(.runPlaces, numbers: starts)
    assembly[.runTerms] = bytes
  }
}

extension Interned {
  /// The numbers in the order of their rows.
  func sortedNumbers() -> [Int] {
    withRows { arena in
      (0..<count).sorted { left, right in
        let a = range(left)
        let b = range(right)
        let common = min(a.count, b.count)
        for index in 0..<common {
          let x = arena[a.lowerBound + index]
          let y = arena[b.lowerBound + index]
          if x != y { return x < y }
        }
        return a.count < b.count
      }
    }
  }
}
