import Language
import Testing

@testable import Arguments

struct ConsistencyTests {
  private let text = Phrase("текст", "text")

  @Test func theSampleIsConsistent() {
    #expect(Sample.grammar.inconsistencies().isEmpty)
  }

  @Test func everySlipOfATreeIsFound() {
    let tree = CommandSpecification(
      name: "kabinet", summary: text, options: [Option("json", text), Option("force", short: "h", text)],
      examples: [.init("kabinet pay --nothing | less", text), .init("less kabinet.log", text)],
      subcommands: [
        CommandSpecification(name: "pay", aliases: ["p"], summary: text, seeAlso: ["tariff"]),
        CommandSpecification(name: "p", summary: text),
      ], defaultSubcommand: "home")
    #expect(
      Grammar(tree: tree, globals: [Option("json", text)], topics: []).inconsistencies() == [
        "kabinet: two commands are called p", "kabinet: two options are spelled --json",
        "kabinet: two options are spelled -h", "kabinet: its default home does not exist",
        "kabinet pay --nothing | less: ‘kabinet pay’ has no option ‘--nothing’",
        "less kabinet.log: does not run kabinet", "kabinet pay: see also tariff, which does not exist",
      ])
  }

  @Test func anExampleMayBeQuotedAndPiped() {
    let tree = CommandSpecification(
      name: "kabinet", summary: text, examples: [.init("LANG=C kabinet note 'two words' | wc", text)],
      subcommands: [
        CommandSpecification(name: "note", summary: text, positionals: [Positional("text", .text(text), text)])
      ])
    #expect(Grammar(tree: tree, globals: [], topics: []).inconsistencies().isEmpty)
  }
}
