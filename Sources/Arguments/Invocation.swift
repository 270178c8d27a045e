/// What a command line asks for.
package enum Parsed: Sendable {
  case run(Invocation)
  case help(HelpSubject)
  case version
}

package enum HelpSubject: Sendable, Equatable {
  /// Canonical names; the empty path is the program itself.
  case command([String])
  case topic(String)
}

/// A command to run, with the arguments that were given to it.
package struct Invocation: Sendable {
  /// Canonical names from the first command down, whatever aliases were typed.
  package let path: [String]
  package let specification: CommandSpecification
  private let given: [String: [String]]
  private let places: [String: [String]]
  /// All values that were typed but names of files, which their owner may call after a date and a time; those of one place
  /// together, as `kb search` takes its words.
  package let texts: [String]

  /// - Parameter given: by long name; a flag has one empty value for each time it was given.
  package init(
    path: [String], specification: CommandSpecification, given: [String: [String]] = [:],
    places: [String: [String]] = [:], texts: [String] = []
  ) {
    self.path = path
    self.specification = specification
    self.given = given
    self.places = places
    self.texts = texts
  }

  package func flag(_ long: String) -> Bool { given[long] != nil }

  /// How many times the option was given.
  package func count(_ long: String) -> Int { given[long]?.count ?? 0 }

  package func value(_ long: String) -> String? { given[long]?.last }

  package func values(_ long: String) -> [String] { given[long] ?? [] }

  package func positional(_ name: String) -> String? { places[name]?.first }

  package func positionals(_ name: String) -> [String] { places[name] ?? [] }
}
