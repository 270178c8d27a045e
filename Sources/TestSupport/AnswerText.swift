import Terminal

extension Answer {
  /// What goes to stdout, as text to compare.
  package func text(_ form: Form, _ look: Look) -> String { String(decoding: bytes(form, look), as: UTF8.self) }
}
