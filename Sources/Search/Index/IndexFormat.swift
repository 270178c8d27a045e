/// The one file of the index. Everything is little-endian, and nothing is decoded when it is opened.
///
/// ```
/// block 0     magic, version, the key of what it was made from, counts, the places of the sections, their checksum
/// blocks 1-n  the sections, one after the other
/// checksums   the sum of each block of 1 KiB; their own CRC32C is in block 0
/// ```
/// A block is checked when it is touched first, so a search pays for what it reads, and a foreign byte is never believed.
enum IndexFormat {
  static let magic: UInt64 = 0x3158_444e_4942_414b  // KABINDX1
  /// Rises with every change of the analysis or the layout: an index of another version is made anew.
  static let version: UInt32 = 5
  static let block = 1024
  static let sectionTable = 96
  /// An index beyond this is refused: offsets have 32 bits.
  static let limit = 1 << 31

  /// Names of header fields by their place.
  enum Field {
    static let magic = 0, version = 8, headerChecksum = 12, keyBytes = 16, keyChecksum = 24, keyName = 28
    static let documents = 32, terms = 36, grams = 40, groups = 44, averageTitle = 48, averageTags = 52
    static let tableChecksum = 56, size = 64, averageJoint = 72
  }
}

/// The parts of the index.
enum Section: Int, CaseIterable {
  /// A record of 24 bytes an article: where its JSON lies, its checksum, group, category, type, language.
  case documents
  /// Words of the body, 16 bits an article; of the title and the tags, 8 bits each.
  case bodyLengths, titleLengths, tagLengths
  /// Ids of articles, one a group of translations.
  case idPlaces, ids
  /// Categories, types and languages by number, each with its length before it.
  case names
  /// Terms in the order of their letters, front-coded in blocks of 16.
  case termBlocks, terms
  case termPlaces, termPostings
  /// How many runs of three sounds a term has.
  case runCounts
  /// Terms by runs of three sounds.
  case runPlaces, runTerms
  /// Articles by runs of four sounds of their terms.
  case gramCodes, gramPlaces, gramPostings
  /// Words that mean the same: the trade's own, and what the provider's articles say.
  case synonyms
  /// For each article the terms that tell it from others.
  case traits
}

/// What an index was made from: the part of the articles' shelf, as its head names it.
package struct IndexKey: Sendable, Equatable {
  package let name: String
  package let bytes: Int
  package let checksum: UInt32

  package init(name: String, bytes: Int, checksum: UInt32) {
    self.name = name
    self.bytes = bytes
    self.checksum = checksum
  }
}

/// The index is not what it should be: it is made anew, and nobody needs to know more.
package struct IndexDamage: Error, Equatable {}

/// What tells an article's text from every other.
package struct TextMark: Hashable, Sendable {
  let length: Int
  let checksum: UInt32

  package init(length: Int, checksum: UInt32) {
    self.length = length
    self.checksum = checksum
  }
}

/// One article of the index as its record tells it.
package struct DocumentRecord: Sendable, Equatable {
  /// Where its JSON lies in the part, and the checksum of that.
  package var offset = 0
  package var length = 0
  package var checksum: UInt32 = 0
  /// Translations of one article have one group.
  package var group = 0
  var category = 0
  var type = 0
  var language = 0

  static let size = 24
}

/// How often a term stands in an article, in one byte.
struct Frequency: Equatable {
  var body: UInt8 = 0
  var title: UInt8 = 0
  var tags: UInt8 = 0

  static let onceInBody = Frequency(body: 1)

  var byte: UInt8 { min(body, 15) | min(title, 3) << 4 | min(tags, 3) << 6 }

  init(body: UInt8 = 0, title: UInt8 = 0, tags: UInt8 = 0) {
    self.body = body
    self.title = title
    self.tags = tags
  }

  /// It is not in the title, nor in the tags.
  var isOfBody: Bool { title | tags == 0 }

  init(byte: UInt8) { self.init(body: byte & 15, title: byte >> 4 & 3, tags: byte >> 6) }
}
