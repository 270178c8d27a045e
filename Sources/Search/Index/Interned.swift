/// Rows of bytes and their numbers, in the order in which they came. All lie in one array: a Swift array or string a word
/// took four times as long.
struct Interned {
  private var arena: [UInt8] = []
  private var ends: [Int32] = []
  private var slots: [Int32]
  private var mask: Int

  var count: Int { ends.count }

  init(capacity: Int = 1 << 12) {
    slots = [Int32](repeating: -1, count: capacity)
    mask = capacity - 1
  }

  func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

  subscript(_ number: Int) -> ArraySlice<UInt8> { arena[range(number)] }

  func withRows<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
    arena.withUnsafeBufferPointer(body)
  }

  /// The number of a row; `isNew` when it came for the first time.
  mutating func intern(_ row: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    var slot = Interned.hash(row) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if isEqual(range(number), row) { return (number, false) }
      slot = (slot + 1) & mask
    }
    let number = ends.count
    slots[slot] = Int32(number)
    arena.append(contentsOf: row)
    ends.append(Int32(arena.count))
    if ends.count * 2 > slots.count { grow() }
    return (number, true)
  }

  func contains(_ row: UnsafeBufferPointer<UInt8>) -> Bool {
    var slot = Interned.hash(row) & mask
    while slots[slot] >= 0 {
      if isEqual(range(Int(slots[slot])), row) { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  private func isEqual(_ range: Range<Int>, _ row: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count == row.count else { return false }
    for index in 0..<row.count where arena[range.lowerBound + index] != row[index] { return false }
    return true
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
    arena.withUnsafeBufferPointer { arena in
      for number in ends.indices {
        var slot = Interned.hash(UnsafeBufferPointer(rebasing: arena[range(number)])) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(number)
      }
    }
  }

  private static func hash(_ row: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in row { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7fff_ffff)
  }
}
