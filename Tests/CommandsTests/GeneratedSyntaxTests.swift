import Platform
import TestSupport
import Testing

/// The generated files as the programs read them that they are for; each test needs that program.
struct GeneratedSyntaxTests {
  /// The path of a program of this machine.
  private static func program(_ name: String) -> String? {
    ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + name }.first { path in
      (try? Spawn([path, "--version"], environment: [:], deadline: 5000).run())?.ending == .exited(0)
    }
  }

  static let shells = [("bash", "kabinet.bash"), ("zsh", "_kabinet"), ("fish", "kabinet.fish")].compactMap {
    name, file in
    program(name).map { Reader(program: $0, arguments: ["-n", "completions/" + file]) }
  }

  static let manual: [Reader] = {
    guard let groff = program("groff") else { return [] }
    return ["man", "man/ru"].flatMap { folder in
      Golden.names(in: folder).filter { $0.hasSuffix(".1") }.map { name in
        Reader(program: groff, arguments: ["-mdoc", "-ww", "-Kutf8", "-Tutf8", "-z", "\(folder)/\(name)"])
      }
    }
  }()

  struct Reader: Sendable, CustomTestStringConvertible {
    let program: String
    let arguments: [String]
    var testDescription: String { arguments.last ?? program }

    func complaints() throws -> String {
      let words = [program] + arguments.dropLast() + [Golden.root + "/" + (arguments.last ?? "")]
      let outcome = try Spawn(words, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"], deadline: 20_000)
        .run()
      return "\(outcome.ending) " + String(decoding: outcome.complaint, as: UTF8.self)
    }
  }

  @Test(arguments: shells + manual) func theProgramItIsForFindsNoFault(reader: Reader) throws {
    #expect(try reader.complaints() == "exited(0) ")
  }
}
