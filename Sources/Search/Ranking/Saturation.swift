/// How far a term that stands so often in an article tells what it is about: over all fields together by the logarithm, which
/// rises without a ceiling and spares long articles, and in each field by BM25. All share one rarity.
///
/// A frequency counts by what is usual in an article of that length. The lengths are looked at where they are asked for: a
/// search asks for a few thousand, and making the norms of all articles first took twice as long.
struct Saturation {
  private let bodies: UnsafeRawBufferPointer
  private let titles: UnsafeRawBufferPointer
  private let tagLengths: UnsafeRawBufferPointer
  private let norm: LengthNorm
  private let titleNorm: LengthNorm
  private let tagNorm: LengthNorm
  private let ofBody = OfBody()

  init(_ index: Index) throws(IndexDamage) {
    bodies = try index.bytes.whole(.bodyLengths)
    titles = try index.bytes.whole(.titleLengths)
    tagLengths = try index.bytes.whole(.tagLengths)
    let averages = index.averages
    norm = LengthNorm(Tuning.bodyNorm, average: averages.joint)
    titleNorm = LengthNorm(Tuning.titleNorm, average: averages.title)
    tagNorm = LengthNorm(Tuning.titleNorm, average: averages.tags)
  }

  @inline(__always)
  func callAsFunction(_ frequency: Frequency, in document: Int) -> Float {
    let titleLength = Float(titles[document])
    let norm = norm(Float(IndexBytes.load(bodies, document * 2, UInt16.self)) + titleLength)
    let body = Float(frequency.body) / norm
    if frequency.isOfBody { return ofBody[body] }
    let title = Float(frequency.title)
    let tags = Float(frequency.tags)
    return Saturation.joint(body + (Tuning.title * title + Tuning.tags * tags) / norm) + Saturation.apart(body)
      + Tuning.titleApart * Saturation.apart(title / titleNorm(titleLength))
      + Tuning.tagsApart * Saturation.apart(tags / tagNorm(Float(tagLengths[document])))
  }

  @inline(__always)
  private static func joint(_ frequency: Float) -> Float { Tuning.joint * logarithm(1 + Tuning.jointSlope * frequency) }

  /// Below 1.
  @inline(__always)
  private static func apart(_ frequency: Float) -> Float { frequency / (frequency + Tuning.k1) }

  /// The sum of both for a term of the body alone, by the exponent of a frequency from 2⁻¹² to 2⁶ and five bits of its
  /// mantissa. Most postings are looked up here: a logarithm for each took a quarter of a search in a running process.
  private struct OfBody {
    private let sums: [Float]
    private static let shift = UInt32(Float.significandBitCount - 5)
    private static let least = Float(sign: .plus, exponent: -12, significand: 1).bitPattern >> shift
    private static let count = 18 << 5

    init() {
      sums = (0..<OfBody.count).map { place in
        let middle = (OfBody.least + UInt32(place)) << OfBody.shift | 1 << (OfBody.shift - 1)
        let frequency = Float(bitPattern: middle)
        return joint(frequency) + apart(frequency)
      }
    }

    @inline(__always)
    subscript(_ frequency: Float) -> Float {
      let place = Int(frequency.bitPattern >> OfBody.shift) - Int(OfBody.least)
      return sums[max(0, min(place, OfBody.count - 1))]
    }
  }
}

/// What the length of a text does to a frequency in it: 1 at the average length, more above it.
struct LengthNorm {
  private let least: Float
  private let perWord: Float

  /// The share is how much the length counts.
  init(_ share: Float, average: Float) {
    least = 1 - share
    perWord = share / max(1, average)
  }

  @inline(__always)
  func callAsFunction(_ words: Float) -> Float { least + perWord * words }
}
