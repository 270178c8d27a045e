/// What an article's lengths do to the frequencies in it: the divisors of BM25, computed where they are asked for. A search
/// asks for a few thousand; making them for all articles first took twice as long.
struct FieldNorms {
  private let bodies: UnsafeRawBufferPointer
  private let titles: UnsafeRawBufferPointer
  private let tagLengths: UnsafeRawBufferPointer
  /// What one word of a field adds.
  private let perBodyWord: Float
  private let perTitleWord: Float
  private let perTag: Float
  private let perWord: Float

  init(_ index: Index) throws(IndexDamage) {
    bodies = try index.bytes.whole(.bodyLengths)
    titles = try index.bytes.whole(.titleLengths)
    tagLengths = try index.bytes.whole(.tagLengths)
    let averages = index.averages
    perBodyWord = Tuning.bodyNorm / max(1, averages.body)
    perTitleWord = Tuning.titleNorm / max(1, averages.title)
    perTag = Tuning.titleNorm / max(1, averages.tags)
    perWord = Tuning.bodyNorm / max(1, averages.joint)
  }

  @inline(__always)
  private func words(_ document: Int) -> Float { Float(IndexBytes.load(bodies, document * 2, UInt16.self)) }

  @inline(__always)
  func body(_ document: Int) -> Float { 1 - Tuning.bodyNorm + perBodyWord * words(document) }

  @inline(__always)
  func title(_ document: Int) -> Float { 1 - Tuning.titleNorm + perTitleWord * Float(titles[document]) }

  @inline(__always)
  func tags(_ document: Int) -> Float { 1 - Tuning.titleNorm + perTag * Float(tagLengths[document]) }

  /// Of body and title together.
  @inline(__always)
  func joint(_ document: Int) -> Float {
    1 - Tuning.bodyNorm + perWord * (words(document) + Float(titles[document]))
  }
}
