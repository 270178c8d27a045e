/// What it costs to turn one word into another by slips of the finger or the ear.
enum Slips {
  static let transposition: Float = 0.7
  private static let nearKey: Float = 0.8
  private static let sound: Float = 0.5
  private static let doubled: Float = 0.6
  /// The first letter is seldom wrong.
  private static let first: Float = 0.3

  /// The cost of the cheapest way, infinity when it is above the limit. A letter too many, too few or another costs 1; less
  /// when the keys lie side by side or the letters sound alike, when a letter is doubled, or when two changed places.
  static func cost(from word: [UInt8], to other: [UInt8], limit: Float) -> Float {
    guard !word.isEmpty, !other.isEmpty, abs(word.count - other.count) <= Int(limit) else { return .infinity }
    var beforeLast: [Float] = []
    var last = (0...other.count).map { Float($0) }
    var row = last
    for i in 1...word.count {
      row[0] = Float(i)
      var least = row[0]
      for j in 1...other.count {
        let (a, b) = (word[i - 1], other[j - 1])
        var cost = last[j - 1] + (a == b ? 0 : substitution(a, b))
        cost = min(cost, last[j] + (i > 1 && word[i - 2] == a ? doubled : 1))
        cost = min(cost, row[j - 1] + (j > 1 && other[j - 2] == b ? doubled : 1))
        if i > 1, j > 1, a == other[j - 2], word[i - 2] == b { cost = min(cost, beforeLast[j - 2] + transposition) }
        row[j] = cost
        least = min(least, cost)
      }
      guard least <= limit else { return .infinity }
      (beforeLast, last, row) = (last, row, last)
    }
    let cost = last[other.count] + (word[0] == other[0] ? 0 : first)
    return last[other.count] <= limit ? cost : .infinity
  }

  private static func substitution(_ a: UInt8, _ b: UInt8) -> Float {
    if sameSound(a, b) { return sound }
    return isNear(a, b) ? nearKey : 1
  }

  private static func sameSound(_ a: UInt8, _ b: UInt8) -> Bool {
    guard a < Letter.end, b < Letter.end, a > 10, b > 10 else { return false }
    return sounds[Int(a)] == sounds[Int(b)]
  }

  /// Letters that are mistaken for each other by ear have one number: vowels without stress, voiced and voiceless pairs.
  private static let sounds: [UInt8] = {
    var sounds = (0..<Letter.end).map { $0 }
    for group in ["ао", "еиэыйя", "бп", "вф", "гк", "дт", "зс", "шщж", "ьъ", "ую", "aeiouy", "ckq", "sz", "vw"] {
      let letters = Tokens(group).letters
      for letter in letters { sounds[Int(letter)] = letters[0] }
    }
    return sounds
  }()

  private static func isNear(_ a: UInt8, _ b: UInt8) -> Bool {
    guard a < Letter.end, b < Letter.end, let first = keys[Int(a)], let second = keys[Int(b)] else { return false }
    let columns = abs(first.column - second.column)
    return first.alphabet == second.alphabet && abs(first.row - second.row) <= 1 && columns <= 1
  }

  private struct Key {
    let alphabet: Int
    let row: Int
    let column: Int
  }

  private static let keys: [Key?] = {
    var keys = [Key?](repeating: nil, count: 256)
    let rows = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm"]
    for (number, row) in rows.enumerated() {
      for (column, letter) in Tokens(row).letters.enumerated() {
        keys[Int(letter)] = Key(alphabet: number / 3, row: number % 3, column: column)
      }
    }
    return keys
  }()
}
