import Arguments
import Language

/// The pages of help that belong to no single command.
enum Topics {
  static let all: [HelpTopic] = [environment, .exitStatus(ExitStatus.allCases.map { Int($0.rawValue) }), files]

  static let environment = HelpTopic(
    name: "environment", aliases: ["окружение"], title: .topicEnvironment,
    body: [
      .term("KABINET_HOME", .environmentHome), .term("XDG_DATA_HOME, XDG_CONFIG_HOME", .environmentXDG),
      .term("KABINET_ACCOUNT", .environmentAccount),
      .term("KABINET_LANG, LC_ALL, LC_MESSAGES, LANG", .environmentLanguage),
      .term("NO_COLOR, CLICOLOR_FORCE, TERM", .environmentColour), .term("COLUMNS", .environmentColumns),
      .term("KABINET_PAGER, PAGER", .environmentPager),
      .term("https_proxy, http_proxy, all_proxy, no_proxy", .environmentProxy),
      .term("SSL_CERT_FILE, CURL_CA_BUNDLE", .environmentCertificates),
    ])

  static let files = HelpTopic(
    name: "files", aliases: ["файлы"], title: .topicFiles,
    body: [
      .term("~/.local/share/kabinet/", .filesStore), .term("~/.config/kabinet/config.json", .filesConfiguration),
      .term("~/.config/kabinet/credentials.json", .filesCredentials),
      .term("~/.local/share/kabinet-sandbox/", .filesSandbox),
    ])
}
