import Arguments
import Language

/// A verb: an options value, made from parsed arguments without any I/O, and a `run` that never reads arguments.
package protocol Command: SendableMetatype {
  static var specification: CommandSpecification { get }
  init(_ invocation: Invocation) throws(Failure)
  func run(_ world: World) throws -> ExitStatus
}

/// A noun or a verb in the tree: what it is called, and what makes it.
package struct CommandNode: Sendable {
  package let specification: CommandSpecification
  package let make: (@Sendable (Invocation) throws(Failure) -> any Command)?
  /// Made when they are asked for, as the subcommands of the specification are.
  package let children: @Sendable () -> [CommandNode]

  /// A verb.
  static func verb<Verb: Command>(_ type: Verb.Type) -> CommandNode {
    CommandNode(
      specification: type.specification,
      make: { (invocation) throws(Failure) in try Verb(invocation) }, children: { [] })
  }

  /// A noun: its verbs, and perhaps what it does when none is named.
  static func noun(
    _ name: String, _ aliases: [String], _ summary: Phrase, group: Phrase, default verb: String? = nil,
    seeAlso: [String] = [], _ verbs: @autoclosure @escaping @Sendable () -> [CommandNode]
  ) -> CommandNode {
    CommandNode(
      specification: CommandSpecification(
        name: name, aliases: aliases, summary: summary, group: group, subcommands: verbs().map(\.specification),
        defaultSubcommand: verb, seeAlso: seeAlso),
      make: nil, children: verbs)
  }

  /// The node at a path of canonical names.
  func node(at path: ArraySlice<String>) -> CommandNode? {
    guard let name = path.first else { return self }
    return children().first { $0.specification.name == name }?.node(at: path.dropFirst())
  }
}
