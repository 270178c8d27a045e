import Platform

/// One shelf of the store: an account, or a provider's knowledge base.
package struct ShelfID: Sendable, Hashable {
  /// Relative to the store, such as `accounts/1001`.
  package let path: String

  package static func account(_ id: String) -> ShelfID { ShelfID(path: "accounts/" + FileName.safe(id)) }
  package static func articles(_ provider: String) -> ShelfID { ShelfID(path: "articles/" + FileName.safe(provider)) }

  /// The last component of the path: an account's id where that is fit for a file name.
  package var name: String { String(path.split(separator: "/").last ?? "") }

  package var headPath: String { path + "/head.json" }

  func file(_ name: String) -> String { path + "/" + name }
}

/// File names from other people's identifiers.
package enum FileName {
  /// The identifier itself when it matches `[A-Za-z0-9_-]{1,64}`, else `hex.` and its bytes in hexadecimal.
  ///
  /// The prefix holds a character that a plain name never has, so two identifiers never share a file. An identifier of more
  /// than 100 bytes is cut and closed with its checksum.
  package static func safe(_ identifier: String) -> String {
    let bytes = Array(identifier.utf8)
    guard !bytes.isEmpty, bytes.count <= 64, bytes.allSatisfy(isPlain) else {
      let rest = bytes.count > 100 ? "." + Hexadecimal.text(CRC32C.of(bytes)) : ""
      return "hex." + Hexadecimal.text(Array(bytes.prefix(100))) + rest
    }
    return identifier
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// `000042.ndjson`
  static func segment(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".ndjson"
  }

  /// The number of a segment's name, nil for any other name.
  static func segmentNumber(_ name: String) -> Int? {
    guard name.hasSuffix(".ndjson") else { return nil }
    let digits = name.dropLast(7)
    return digits.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(digits) : nil
  }

  /// `tariffs.12.json` from the part's name and the head's revision.
  static func versioned(_ name: String, _ revision: Int) -> String { "\(name).\(revision).json" }

  /// The part's name and revision, nil for any other name.
  static func version(_ file: String) -> (name: String, revision: Int)? {
    let parts = file.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2] == "json", let revision = Int(parts[1]) else { return nil }
    return (String(parts[0]), revision)
  }
}

/// Sizes beyond which a file is refused and not read.
enum Limit {
  static let head = 64 << 10
  static let storeFile = 16 << 10
  static let intent = 1 << 20
  static let manifest = 64 << 20
  static let part = 256 << 20
  static let line = 256 << 10
  /// A segment is full with this many entries or bytes, whichever comes first.
  static let segmentEntries = 2000
  static let segmentBytes = 256 << 10
  /// Numbers that go up by one, and lengths: far from what could overflow.
  static let number = 1_000_000_000_000_000
  /// The highest number of an entry, as the strict reader has it.
  static let seq: Int64 = 1_000_000_000
  /// A money intent is not begun with less room than this.
  static let freeForMoney: Int64 = 1 << 20
}
