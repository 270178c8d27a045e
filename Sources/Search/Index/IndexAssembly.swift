import Platform

/// Joins finished sections to the bytes of an index file.
struct IndexAssembly {
  private var sections = [[UInt8]](repeating: [], count: Section.allCases.count)
  private var numbers: [(Int, UInt32)] = []

  subscript(_ section: Section) -> [UInt8] {
    get { sections[section.rawValue] }
    set { sections[section.rawValue] = newValue }
  }

  mutating func set(_ section: Section, numbers: [UInt32]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 4)
    for number in numbers { IndexAssembly.append(number, to: &bytes) }
    self[section] = bytes
  }

  mutating func set(_ field: Int, _ number: UInt32) { numbers.append((field, number)) }

  func bytes(_ key: IndexKey) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: IndexFormat.block)
    bytes.reserveCapacity(sections.reduce(4096) { $0 + $1.count + 4 })
    for (number, section) in sections.enumerated() {
      put(UInt32(bytes.count), at: IndexFormat.sectionTable + number * 8, &bytes)
      put(UInt32(section.count), at: IndexFormat.sectionTable + number * 8 + 4, &bytes)
      bytes.append(contentsOf: section)
    }
    bytes.append(contentsOf: repeatElement(0, count: -bytes.count & (IndexFormat.block - 1)))
    fill(&bytes, key)
    return bytes
  }

  private func fill(_ bytes: inout [UInt8], _ key: IndexKey) {
    let blocks = bytes.count / IndexFormat.block
    put(IndexFormat.magic, at: IndexFormat.Field.magic, &bytes)
    put(IndexFormat.version, at: IndexFormat.Field.version, &bytes)
    put(UInt64(key.bytes), at: IndexFormat.Field.keyBytes, &bytes)
    put(key.checksum, at: IndexFormat.Field.keyChecksum, &bytes)
    put(CRC32C.of(Array(key.name.utf8)), at: IndexFormat.Field.keyName, &bytes)
    for (field, number) in numbers { put(number, at: field, &bytes) }
    put(UInt64(bytes.count + blocks * 4), at: IndexFormat.Field.size, &bytes)
    var table: [UInt8] = []
    for block in 0..<blocks {
      let crc = bytes.withUnsafeBytes { whole in
        let start = block * IndexFormat.block
        // Block 0 has a checksum of its own.
        return block == 0 ? 0 : BlockSum.of(UnsafeRawBufferPointer(rebasing: whole[start..<start + IndexFormat.block]))
      }
      IndexAssembly.append(crc, to: &table)
    }
    put(CRC32C.of(table), at: IndexFormat.Field.tableChecksum, &bytes)
    let header = bytes.withUnsafeBytes {
      CRC32C.of(UnsafeRawBufferPointer(rebasing: $0[IndexFormat.Field.keyBytes..<IndexFormat.block]))
    }
    put(header, at: IndexFormat.Field.headerChecksum, &bytes)
    bytes.append(contentsOf: table)
  }

  private func put(_ number: some FixedWidthInteger, at place: Int, _ bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { source in
      for (index, byte) in source.enumerated() { bytes[place + index] = byte }
    }
  }

  static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
