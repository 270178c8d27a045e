import Platform

/// The program as it was built, run as a child with a home and an environment of its own.
package struct Binary {
  package let path: String
  package var environment: [String: String]
  /// Lives as long as the program may write into it.
  private let home: TemporaryHome

  /// The executable beside the test bundle; `KABINET_BINARY` names another.
  package init(home: TemporaryHome, language: String = "en") {
    self.home = home
    let own = Process.environment()
    path = own["KABINET_BINARY"] ?? Binary.beside()
    environment = [
      "KABINET_HOME": home.path, "KABINET_LANG": language, "PATH": own["PATH"] ?? "/usr/bin:/bin", "HOME": home.path,
    ]
  }

  /// `.build/debug/kabinet` lies where the bundle of the tests lies, whatever the configuration and the scratch path.
  private static func beside() -> String {
    for argument in CommandLine.arguments {
      guard let end = argument.range(of: "kabinetPackageTests.xctest") else { continue }
      return argument[..<end] + "kabinet"
    }
    return Golden.root + "/.build/debug/kabinet"
  }

  package func run(_ words: [String], input: String = "", seconds: Int64 = 60) throws -> Ran {
    var child = Spawn([path] + words, environment: environment)
    child.input = Array(input.utf8)
    child.deadline = seconds * 1000
    let outcome = try child.run()
    return Ran(
      output: String(decoding: outcome.output, as: UTF8.self),
      error: String(decoding: outcome.complaint, as: UTF8.self),
      status: Binary.status(outcome.ending))
  }

  static func status(_ ending: Spawn.Ending) -> Int32 {
    switch ending {
    case .exited(let status): status
    case .signalled(let signal): 128 + signal
    default: -1
    }
  }
}

extension StringProtocol {
  fileprivate func range(of text: String) -> String.Index? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(text) { return place }
      place = index(after: place)
    }
    return nil
  }
}
