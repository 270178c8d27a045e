import Platform

/// The bytes of an index, checked block by block when they are touched first.
final class IndexBytes {
  private let file: MappedFile
  private let bytes: UnsafeRawBufferPointer
  private let table: Int
  private let places: [Range<Int>]
  private var isChecked: [Bool]

  /// Reads block 0 alone; throws where it is not an index of this version.
  init(_ file: MappedFile) throws(IndexDamage) {
    self.file = file
    bytes = file.bytes
    guard bytes.count >= 2 * IndexFormat.block, bytes.count < IndexFormat.limit else { throw IndexDamage() }
    let header = UnsafeRawBufferPointer(rebasing: bytes[IndexFormat.Field.keyBytes..<IndexFormat.block])
    guard IndexBytes.load(bytes, IndexFormat.Field.magic, UInt64.self) == IndexFormat.magic,
      IndexBytes.load(bytes, IndexFormat.Field.version, UInt32.self) == IndexFormat.version,
      IndexBytes.load(bytes, IndexFormat.Field.headerChecksum, UInt32.self) == CRC32C.of(header),
      IndexBytes.load(bytes, IndexFormat.Field.size, UInt64.self) == UInt64(bytes.count)
    else { throw IndexDamage() }

    var places: [Range<Int>] = []
    var end = IndexFormat.block
    for section in Section.allCases {
      let entry = IndexFormat.sectionTable + section.rawValue * 8
      let start = Int(IndexBytes.load(bytes, entry, UInt32.self))
      let length = Int(IndexBytes.load(bytes, entry + 4, UInt32.self))
      guard start >= end, start + length <= bytes.count else { throw IndexDamage() }
      places.append(start..<start + length)
      end = start + length
    }
    let blocks = (end + IndexFormat.block - 1) / IndexFormat.block
    table = blocks * IndexFormat.block
    guard bytes.count == table + blocks * 4,
      CRC32C.of(UnsafeRawBufferPointer(rebasing: bytes[table...]))
        == IndexBytes.load(bytes, IndexFormat.Field.tableChecksum, UInt32.self)
    else { throw IndexDamage() }
    self.places = places
    isChecked = [Bool](repeating: false, count: blocks)
    isChecked[0] = true
  }

  func field<Number: FixedWidthInteger>(_ offset: Int, _ type: Number.Type = Number.self) -> Number {
    IndexBytes.load(bytes, offset, type)
  }

  func count(_ section: Section) -> Int { places[section.rawValue].count }

  /// A part of a section, checked.
  func slice(_ section: Section, _ range: Range<Int>) throws(IndexDamage) -> UnsafeRawBufferPointer {
    let place = places[section.rawValue]
    guard range.lowerBound >= 0, range.upperBound <= place.count else { throw IndexDamage() }
    let start = place.lowerBound + range.lowerBound
    let end = place.lowerBound + range.upperBound
    if start < end { try check(start, end) }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  func whole(_ section: Section) throws(IndexDamage) -> UnsafeRawBufferPointer {
    try slice(section, 0..<count(section))
  }

  /// The number at a place of an array of 32-bit numbers.
  func number(_ section: Section, _ index: Int) throws(IndexDamage) -> Int {
    Int(IndexBytes.load(try slice(section, index * 4..<index * 4 + 4), 0, UInt32.self))
  }

  /// What lies between a number of an array and the next, in another section.
  func list(_ places: Section, _ index: Int, in section: Section) throws(IndexDamage) -> UnsafeRawBufferPointer {
    let pair = try slice(places, index * 4..<index * 4 + 8)
    let start = Int(IndexBytes.load(pair, 0, UInt32.self))
    let end = Int(IndexBytes.load(pair, 4, UInt32.self))
    guard start <= end else { throw IndexDamage() }
    return try slice(section, start..<end)
  }

  private func check(_ start: Int, _ end: Int) throws(IndexDamage) {
    for block in start / IndexFormat.block...(end - 1) / IndexFormat.block where !isChecked[block] {
      let from = block * IndexFormat.block
      let stated = IndexBytes.load(bytes, table + block * 4, UInt32.self)
      guard BlockSum.of(UnsafeRawBufferPointer(rebasing: bytes[from..<from + IndexFormat.block])) == stated else {
        throw IndexDamage()
      }
      isChecked[block] = true
    }
  }

  @inline(__always)
  static func load<Number: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ type: Number.Type
  ) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
  }
}

/// Numbers of seven bits a byte, the lowest first; the last byte is below 128.
enum Varint {
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt(bitPattern: number)
    while rest >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The number at a place, which moves behind it; nil at the end of the bytes or when it has more than 35 bits.
  @inline(__always)
  static func read(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> Int? {
    guard place < bytes.count else { return nil }
    let first = bytes[place]
    place += 1
    if first < 128 { return Int(first) }
    var number = Int(first & 127)
    var shift = 7
    while place < bytes.count, shift < 35 {
      let byte = bytes[place]
      place += 1
      number |= Int(byte & 127) << shift
      if byte < 128 { return number }
      shift += 7
    }
    return nil
  }
}
