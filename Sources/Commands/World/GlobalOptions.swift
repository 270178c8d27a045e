import Arguments
import Language

/// The options that every command takes.
enum GlobalOptions {
  static let all: [Option] = [
    Option("account", value: .account, .optionAccount),
    Option("json", .optionJSON),
    Option("lang", value: .choice(["ru", "en"]), .optionLanguage),
    Option("color", value: .choice(["auto", "always", "never"]), .optionColor),
    Option("no-pager", .optionNoPager),
    Option("quiet", short: "q", .optionQuiet),
    Option("verbose", short: "v", .optionVerbose),
    Option("snapshot", value: .file, .optionSnapshot),
  ]
}
