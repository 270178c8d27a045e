/// One thing said to a person, in every language that Kabinet speaks.
///
/// Phrases live in `Catalogue/`, one file a subject; a phrase cannot exist in one language only. Keys, JSON, flags and
/// exit statuses are never phrases: they are not translated.
package struct Phrase: Sendable, Equatable {
  package let russian: String
  package let english: String

  package init(_ russian: String, _ english: String) {
    self.russian = russian
    self.english = english
  }

  /// The same text whatever the language: a name, a number, a path.
  package init(verbatim text: String) {
    self.init(text, text)
  }

  package func text(in language: Language) -> String {
    switch language {
    case .russian: russian
    case .english: english
    }
  }
}
