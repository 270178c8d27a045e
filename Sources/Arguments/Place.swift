/// A command together with the way to it.
struct Place {
  let path: [String]
  let command: CommandSpecification

  /// `/tariff/switch`; empty for the program itself.
  var slashed: String { path.map { "/" + $0 }.joined() }
}

extension Grammar {
  /// Every command that help lists, parents before their children, the program itself first.
  var visiblePlaces: [Place] { places(under: Place(path: [], command: tree)) }

  func places(under place: Place) -> [Place] {
    [place]
      + place.command.visibleSubcommands.flatMap { places(under: Place(path: place.path + [$0.name], command: $0)) }
  }
}

extension Option {
  /// `-n` and `--dry-run`.
  var spellings: [String] { (short.map { ["-\($0)"] } ?? []) + ["--\(long)"] }
}

extension String {
  /// The text with each of these characters behind a backslash.
  func backslashed(_ special: String) -> String {
    reduce(into: "") { result, character in
      if special.contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  /// The text inside single quotes of a POSIX shell.
  package var inShellQuotes: String { "'" + replacing("'", with: "'\\''") + "'" }
}
