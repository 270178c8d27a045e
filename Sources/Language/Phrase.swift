/// One thing said to a person, in every language that Kabinet speaks.
///
/// Phrases live in `Catalogue/`, one file a subject; a phrase cannot exist in one language only. Keys, JSON, flags and
/// exit statuses are never phrases: they are not translated.
///
/// How they are written, in both languages:
/// - What follows a lead («ошибка:», «внимание:», «что сделать:», a label) goes on with its sentence: no capital, no full
///   stop. An error says what happened; why, and what to type next, are phrases of their own.
/// - What stands on a line of its own (a note, an outcome) is a sentence with a capital and a full stop; after a command,
///   a path or an address there is no full stop, so that it can be copied.
/// - Headings, labels, columns and topics have a capital and no full stop; what stands in a cell has neither.
/// - In help, summaries of commands, options and arguments have neither; discussions and facts are sentences.
/// - «вы» and «ваш» are written small; quotation marks are «ёлочки» and ‘single’; the spelling is British.
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
