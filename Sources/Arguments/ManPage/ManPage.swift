import Language

/// A page of the manual, in mdoc(7).
package struct ManPage: Sendable {
  /// The day that the page bears; it is passed in so that a generated page depends on nothing but the tree.
  package struct Day: Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    package init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// `kabinet-pay.1`
  package let fileName: String
  package let source: String
}

extension Grammar {
  /// The page of the program, and one for every command of the first level with its subcommands.
  package func manPages(in language: Language, dated day: ManPage.Day) -> [ManPage] {
    let writer = ManPageWriter(grammar: self, language: language, day: day)
    return [writer.overview()] + tree.visibleSubcommands.map { writer.page(of: $0) }
  }
}

/// Writes pages in the order of sections that mdoc(7) prescribes.
struct ManPageWriter {
  let grammar: Grammar
  let language: Language
  let day: ManPage.Day
  var program: String { grammar.tree.name }

  func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

  func overview() -> ManPage {
    let tree = grammar.tree
    var page = begin(title: program, summary: tree.summary)
    section(.manSynopsis, &page)
    page.macro("Nm", program)
    page.macro("Op", "Ar", Mdoc.argument(say(.manGlobalOptionsWord)))
    let command = "Ar " + Mdoc.argument(say(.manCommandWord))
    if tree.defaultSubcommand == nil { page.macro(command) } else { page.macro("Op", command) }
    page.macro("Op", "Ar", Mdoc.argument(say(.manArgumentsWord)))
    section(.manDescription, &page)
    paragraphs(tree.discussion.isEmpty ? [tree.summary] : tree.discussion, &page)
    writeCommands(&page)
    section(.helpGlobalOptions, &page)
    writeOptions(grammar.globals, &page)
    for topic in grammar.topics { write(topic, &page) }
    writeExamples(tree.examples, &page)
    writeReferences(tree.visibleSubcommands.map { "\(program)-\($0.name)" }, &page)
    return ManPage(fileName: "\(program).1", source: page.source)
  }

  func page(of command: CommandSpecification) -> ManPage {
    let title = "\(program)-\(command.name)"
    let places = grammar.places(under: Place(path: [command.name], command: command))
    var page = begin(title: title, summary: command.summary)
    section(.manSynopsis, &page)
    for place in places { writeSynopsis(of: place, &page) }
    section(.manDescription, &page)
    if command.subcommands.isEmpty || command.isRunnable || !command.discussion.isEmpty {
      writeBody(of: Place(path: [command.name], command: command), &page)
    } else {
      page.text(say(command.summary).capitalizedFirst + ".")
    }
    for place in places.dropFirst() { writeSubcommand(place, &page) }
    writeExitStatuses(places.flatMap(\.command.exitStatuses), &page)
    writeExamples(places.flatMap(\.command.examples), &page)
    writeReferences(references(of: command), &page)
    return ManPage(fileName: "\(title).1", source: page.source)
  }

  private func begin(title: String, summary: Phrase) -> Mdoc {
    var page = Mdoc()
    page.comment("-*- coding: utf-8 -*-")
    page.comment(say(.manGenerated(program)))
    page.macro("Dd", say(.manDate(year: day.year, month: day.month, day: day.day)))
    page.macro("Dt", title.uppercased(), "1")
    page.macro("Os")
    nameStandardSections(&page)
    section(.manName, &page)
    page.macro("Nm", title)
    let words = say(summary).split(separator: " ").map { Mdoc.argument(String($0)) }
    page.macro("Nd", words.joined(separator: " "))
    return page
  }

  /// groff tells the standard sections by their English titles and prints no page header without the first of them;
  /// its names of sections are strings, so a translated page says here how it calls them.
  private func nameStandardSections(_ page: inout Mdoc) {
    guard language != .english else { return }
    let standard: [(String, Phrase)] = [
      ("name", .manName), ("synopsis", .manSynopsis), ("description", .manDescription), ("see-also", .helpSeeAlso),
    ]
    for (name, title) in standard {
      let firstWord = say(title).uppercased().prefix { $0 != " " }
      page.macro("ds", "doc-section-\(name)", Mdoc.literal(String(firstWord)))
    }
  }

  func section(_ title: Phrase, _ page: inout Mdoc) { page.macro("Sh", Mdoc.literal(say(title).uppercased())) }

  func paragraphs(_ phrases: [Phrase], _ page: inout Mdoc) {
    for (order, phrase) in phrases.enumerated() {
      if order > 0 { page.macro("Pp") }
      page.text(say(phrase).capitalizedFirst)
    }
  }

  /// Pages named after the first word of each related path, each once.
  private func references(of command: CommandSpecification) -> [String] {
    let nested = command.subcommands.flatMap(\.seeAlso)
    let names = (command.seeAlso + nested).compactMap { $0.split(separator: " ").first.map(String.init) }
    var seen: Set<String> = [command.name]
    return [program] + names.filter { seen.insert($0).inserted }.map { "\(program)-\($0)" }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
