import JSON

/// A text of the provider, in one language or several.
///
/// JSON: a plain string, or an object of ISO 639-1 codes: `{"en":"Works","ru":"Работы"}`. It is somebody else's text: it
/// passes the terminal's gate before a person sees it.
package struct LocalizedText: Sendable, Equatable {
  private let texts: [String: String]

  package init(_ text: String) { texts = ["": text] }

  private init(texts: [String: String]) { self.texts = texts }

  package init(russian: String, english: String) { texts = ["ru": russian, "en": english] }

  /// The text in the language asked for, else in the one that there is.
  package func text(in language: String) -> String {
    texts[language] ?? texts[""] ?? texts["ru"] ?? texts["en"] ?? texts.min { $0.key < $1.key }?.value ?? ""
  }
}

extension LocalizedText: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    switch json {
    case .string(let text): self.init(text)
    case .object(let members):
      var texts: [String: String] = [:]
      for (language, value) in members {
        guard case .string(let text) = value else { throw FieldError("text.\(language)", "a string is due") }
        texts[language] = text
      }
      self.init(texts: texts)
    default: throw FieldError("text", "a string or an object of languages is due")
    }
  }

  package var json: JSON {
    if let text = texts[""] { return .string(text) }
    return .object(texts.mapValues { .string($0) })
  }
}
