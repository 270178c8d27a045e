import JSON
import Language

/// What a command answers: one value with two faces, JSON for programs and a view for people.
///
/// Only the face that is asked for is made: a statement's rows need none of its JSON.
package struct Answer {
  package let kind: String
  /// Rises when a member of `json` changes its meaning or goes; a new member does not raise it.
  package let version: Int64
  private let makeJSON: () -> JSON
  private let makeView: () -> [Block]

  /// `json` is an object; its members stand beside `kind` and `version`, which belong to the answer. Any other value
  /// stands under `value`.
  package init(
    kind: String, version: Int64 = 1, json: @autoclosure @escaping () -> JSON,
    view: @autoclosure @escaping () -> [Block]
  ) {
    self.kind = kind
    self.version = version
    makeJSON = json
    makeView = view
  }

  package var json: JSON { makeJSON() }
  package var view: [Block] { makeView() }

  /// The JSON with its envelope.
  package var envelope: JSON {
    var members: [String: JSON] = ["value": json]
    if case .object(let own) = json { members = own }
    members["kind"] = .string(kind)
    members["version"] = .integer(version)
    return .object(members)
  }
}

/// The form in which answers leave.
package enum Form: String, Sendable, CaseIterable {
  /// The view: laid out on a terminal, rows when piped.
  case view
  case json
}

extension Answer {
  /// What goes to stdout; the only place that chooses a face.
  package func bytes(_ form: Form, _ look: Look) -> [UInt8] {
    switch (form, look.isTerminal) {
    case (.json, true): Array(Gate.cleanJSON(envelope.prettyText).utf8)
    case (.json, false): Array((Gate.cleanJSON(envelope.text) + "\n").utf8)
    case (.view, true): Array(Screen(look).text(view).utf8)
    case (.view, false): Array(Rows(look).text(view).utf8)
    }
  }
}
