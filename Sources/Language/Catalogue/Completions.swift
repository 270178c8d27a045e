extension Phrase {
  package static let completionsSummary = Phrase("дополнение команд в оболочке", "completion for a shell")
  package static let completionsDiscussion = Phrase(
    "Печатает сценарий; в исходниках он лежит и готовым, в каталоге completions.",
    "Prints the script; the sources carry it too, in the directory completions.")
  package static let completionsShell = Phrase("оболочка", "the shell")
  package static let completionsBash = Phrase("для bash", "for bash")
  package static let completionsFish = Phrase("для fish", "for fish")
  package static let completionsWhich = Phrase("для какой оболочки?", "for which shell?")
  package static let completionsLikeThis = Phrase(
    "выберите bash, zsh или fish: kabinet completions bash", "choose bash, zsh or fish: kabinet completions bash")
  package static let versionSummary = Phrase("номер версии", "the version")
}
