/// How a holder of a contract is addressed.
enum HolderName {
  /// The name and the patronymic where the name is in the Russian order of three words, with or without the family name
  /// first: «Иванова Анна Сергеевна» and «Анна Сергеевна Иванова» are both «Анна Сергеевна»; anything else as it is.
  static func greeting(_ name: String) -> String {
    let words = name.split(separator: " ").map(String.init)
    guard words.count == 3 else { return words.joined(separator: " ") }
    if isPatronymic(words[2]) { return words[1] + " " + words[2] }
    if isPatronymic(words[1]) { return words[0] + " " + words[1] }
    return words.joined(separator: " ")
  }

  private static func isPatronymic(_ word: String) -> Bool {
    ["ович", "евич", "ич", "овна", "евна", "ична", "инична"].contains { word.lowercased().hasSuffix($0) }
  }
}
