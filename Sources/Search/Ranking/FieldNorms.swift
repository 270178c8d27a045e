/// What an article's lengths do to the frequencies in it, by article: the divisors of BM25.
struct FieldNorms {
  let body: [Float]
  let title: [Float]
  let tags: [Float]
  /// Of all fields together.
  let joint: [Float]

  init(_ index: Index) throws(IndexDamage) {
    let bodies = try index.bytes.whole(.bodyLengths)
    let titles = try index.bytes.whole(.titleLengths)
    let tagLengths = try index.bytes.whole(.tagLengths)
    let averages = index.averages
    let count = index.documentCount
    func norm(_ b: Float, _ length: Float, _ average: Float) -> Float { 1 - b + b * length / max(1, average) }
    var body: [Float] = []
    var title: [Float] = []
    var tags: [Float] = []
    var joint: [Float] = []
    body.reserveCapacity(count)
    title.reserveCapacity(count)
    tags.reserveCapacity(count)
    joint.reserveCapacity(count)
    for document in 0..<count {
      let words = Float(IndexBytes.load(bodies, document * 2, UInt16.self))
      let titleWords = Float(titles[document])
      body.append(norm(Tuning.bodyNorm, words, averages.body))
      title.append(norm(Tuning.titleNorm, titleWords, averages.title))
      tags.append(norm(Tuning.titleNorm, Float(tagLengths[document]), averages.tags))
      joint.append(norm(Tuning.bodyNorm, words + titleWords, averages.joint))
    }
    (self.body, self.title, self.tags, self.joint) = (body, title, tags, joint)
  }
}
