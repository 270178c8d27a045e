/// Which program shows answers longer than the screen.
package struct PagerCommand: Sendable, Equatable {
  /// A shell command, as in `PAGER='less -S'`.
  package let command: String
  /// The pager's whole environment. Unless set, LESS=FRX: quit when it fits, keep colours, leave the screen as it is.
  package let environment: [String: String]

  /// $KABINET_PAGER, $PAGER, else less; nil when the one that is set is empty or `cat`: no pager is wanted.
  package init?(environment: [String: String]) {
    let named = environment["KABINET_PAGER"] ?? environment["PAGER"] ?? "less"
    let command = named.trimmed
    guard !command.isEmpty, command != "cat" else { return nil }
    self.command = command
    self.environment = environment.merging(["LESS": "FRX", "LESSCHARSET": "utf-8"]) { own, _ in own }
  }
}

extension String {
  /// Without spaces and line ends around it.
  package var trimmed: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
  }
}
