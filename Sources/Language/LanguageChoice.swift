/// Which language Kabinet speaks in this run.
package enum LanguageChoice {
  /// The variables that name a language, the strongest first. `LC_ALL` and the rest follow POSIX.
  package static let variables = ["KABINET_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]

  /// `--lang`, then the environment, then the language remembered at login, then Russian.
  ///
  /// A locale of any language but Russian means English. `C` and `POSIX` say nothing about a person (services and
  /// containers run with them), so they count as not set. When nothing at all is known the answer is Russian: that is
  /// what most subscribers speak.
  package static func choose(flag: Language?, environment: [String: String], remembered: Language?) -> Language {
    if let flag { return flag }
    for variable in variables {
      guard let value = environment[variable], let language = language(ofLocale: value) else { continue }
      return language
    }
    return remembered ?? .russian
  }

  /// The language of a locale name such as `ru_RU.UTF-8`; nil when it is empty, `C` or `POSIX`.
  package static func language(ofLocale locale: String) -> Language? {
    let name = locale.prefix { !"_.@-".contains($0) }.lowercased()
    switch name {
    case "", "c", "posix": return nil
    case "ru", "russian", "русский": return .russian
    default: return .english
    }
  }
}

extension Language {
  /// The language that a person named after `--lang`: its code, a locale or its name; nil for any other language.
  package init?(name: String) {
    switch name.prefix(while: { !"_.@-".contains($0) }).lowercased() {
    case "ru", "rus", "russian", "русский": self = .russian
    case "en", "eng", "english", "английский": self = .english
    default: return nil
    }
  }
}
