extension Grammar {
  /// What is wrong with the grammar itself, one English sentence each, for the test of whoever writes the tree: names
  /// that hide each other, references to nothing, examples that don't parse.
  package func inconsistencies() -> [String] {
    var known: [String] = []
    for place in allPlaces(under: Place(path: [], command: tree)) {
      known += doubleNames(in: place) + doubleOptions(in: place) + danglingNames(in: place) + brokenExamples(in: place)
    }
    return known
  }

  private func allPlaces(under place: Place) -> [Place] {
    [place]
      + place.command.subcommands.flatMap { allPlaces(under: Place(path: place.path + [$0.name], command: $0)) }
  }

  private func doubleNames(in place: Place) -> [String] {
    doubles(place.command.subcommands.flatMap { [$0.name] + $0.aliases })
      .map { "\(spelledPath(place.path)): two commands are called \($0)" }
  }

  private func doubleOptions(in place: Place) -> [String] {
    let all = place.command.options + (place.command.defaultCommand?.options ?? []) + globals
    return doubles(all.flatMap(\.spellings)).map { "\(spelledPath(place.path)): two options are spelled \($0)" }
  }

  private func doubles(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }

  private func danglingNames(in place: Place) -> [String] {
    let related = place.command.seeAlso.filter { command(at: $0.split(separator: " ").map(String.init)) == nil }
    let missing = related.map { "\(spelledPath(place.path)): see also \($0), which does not exist" }
    guard let name = place.command.defaultSubcommand, place.command.defaultCommand == nil else { return missing }
    return missing + ["\(spelledPath(place.path)): its default \(name) does not exist"]
  }

  private func brokenExamples(in place: Place) -> [String] {
    place.command.examples.compactMap { example in
      let words = example.command.shellCommands.first { $0.contains(tree.name) } ?? []
      guard let start = words.firstIndex(of: tree.name) else { return "\(example.command): does not run \(tree.name)" }
      do throws(UsageError) {
        _ = try parse(Array(words[(start + 1)...]))
        return nil
      } catch {
        return "\(example.command): \(error.phrase(program: tree.name).english)"
      }
    }
  }
}

extension String {
  /// The commands of a pipeline or a list, each without its redirections; quotes keep spaces together.
  fileprivate var shellCommands: [[String]] {
    shellWords.split { ["|", "&&", "||", ";"].contains($0) }.map { words in
      Array(words.prefix { ![">", ">>", "<"].contains($0) })
    }
  }

  private var shellWords: [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in self {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
