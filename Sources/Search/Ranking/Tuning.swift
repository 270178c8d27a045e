/// The numbers of the ranking, chosen on four sets of questions in two languages together; none is better for one set alone.
enum Tuning {
  /// BM25 (Robertson and Zaragoza 2009).
  static let k1: Float = 0.9
  static let bodyNorm: Float = 0.75
  static let titleNorm: Float = 0.75

  /// What a word of the title or of the tags counts beside one of the body, over all fields together.
  static let title: Float = 4.5
  static let tags: Float = 2
  /// The weight of that sum's logarithm, and how fast it rises, beside the saturation of each field.
  static let joint: Float = 0.56
  static let jointSlope: Float = 8
  static let titleApart: Float = 2.5
  static let tagsApart: Float = 0.9

  /// What words weigh that stand everywhere, and the joined parts of a word with a hyphen.
  static let stopWord: Float = 0.4
  static let joinedWord: Float = 0.5
  /// The word before «ли»: a question of yes or no has its predicate there, and articles are about the rest.
  static let predicate: Float = 0.4
  /// What each further time counts that a word is said, beside the first.
  static let saidAgain: Float = 0.3

  /// Terms that sound alike: from this likeness on, so many, never as much as the term itself.
  static let leastLikeness: Float = 0.4
  static let mostAlike = 16
  static let alike: Float = 0.8
  static let transliterated: Float = 0.95
  static let beginning: Float = 0.6

  /// Misspelt words: so many readings whose costs are that near to the best.
  static let mostReadings = 6
  static let readingRange: Float = 0.35
  static let usualness: Float = 0.05
  static func reading(_ cost: Float) -> Float { max(0.1, 0.95 - 0.25 * max(0, cost)) }

  /// Runs of four sounds, which join what the stemmer leaves apart.
  static let gram: Float = 0.2
  static let gramOfUnknown: Float = 2
  static func gramShare(_ runs: Int) -> Float { 0.5 + 2.5 / Float(runs + 1) }
  /// The beginning of a word tells what it is about, its end mostly the part of speech: the first run counts three times
  /// what the last does.
  static func gramWeight(_ place: Int, of runs: Int) -> Float { 1.5 - Float(place) / Float(max(1, runs - 1)) }

  /// How telling a word is among the best articles of the first look counts beside its rarity everywhere: a mixed
  /// collection has words that are rare in it and common to the subject.
  static let near: Float = 0.4
  static let nearScale: Float = 2
  static let nearCount = 200
  static let nearShare: Float = 0.5

  /// What the best articles have in common is looked for too: in so many articles, so many terms, that much beside the
  /// words. The first counts most: an article at nine tenths of its score has less than half a say.
  static let feedback: Float = 0.1
  static let feedbackArticles = 20
  static let feedbackTerms = 12
  static func feedbackShare(_ ratio: Float) -> Float {
    let fourth = ratio * ratio * ratio * ratio
    return fourth * fourth
  }
}
