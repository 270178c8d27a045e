import Platform
import TestSupport
import Testing

/// What answers at an address may be anything: each is told from the others, with the next step.
struct WireTests {
  struct Stranger: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let act: HTTPAct
    let status: Int32
    let message: String
  }

  static let strangers = [
    Stranger(
      testDescription: "a page of a café", act: .page(200, "<h1>Log in</h1>"), status: 1,
      message: "no known system answers at"),
    Stranger(
      testDescription: "half of some JSON", act: .answer(200, #"{"api":"kabi"#), status: 1,
      message: "no known system answers at"),
    Stranger(
      testDescription: "nested without end", act: .answer(200, String(repeating: "[", count: 100_000)), status: 1,
      message: "no known system answers at"),
    Stranger(testDescription: "eight gigabytes", act: .flood, status: 1, message: "can't be understood"),
    Stranger(
      testDescription: "a redirect", act: .page(302, "", headers: ["Location: https://example.com/"]), status: 1,
      message: "the provider redirects to another address"),
    Stranger(testDescription: "silence", act: .lost, status: 5, message: "the provider can't be reached"),
    Stranger(
      testDescription: "no HTTP", act: .raw("SSH-2.0-OpenSSH_9.6\r\n"), status: 1, message: "can't be understood"),
  ]

  @Test(arguments: strangers) func aLoginAtSomethingElseIsRefusedAndKeepsNothing(stranger: Stranger) throws {
    let replay = try HTTPReplay { _ in stranger.act }
    defer { replay.stop() }
    let home = try TemporaryHome()
    let ran = try Binary(home: home).run(
      ["login", replay.address, "--login", "100100", "--password-stdin"], input: "hunter2\n", seconds: 20)
    #expect(ran.status == stranger.status, "\(ran.error)")
    #expect(ran.output.isEmpty)
    #expect(ran.error.contains(stranger.message), "\(ran.error)")
    #expect(ran.error.contains("what to do:"))
    #expect(!ran.error.contains("<h1>") && !ran.error.contains("SSH-2"), "never a raw body")
    #expect(replay.requests.allSatisfy { !$0.body.contains("hunter2") }, "no password before the system is known")
    #expect(try Directory(home.path).list().isEmpty)
  }

  @Test func aDeadPortIsNamed() throws {
    let home = try TemporaryHome()
    let ran = try Binary(home: home).run(
      ["login", "http://127.0.0.1:1", "--login", "100100", "--password-stdin"], input: "x\n")
    #expect(ran.status == 5)
    #expect(ran.error.contains("connection refused"))
  }

  @Test func anHTTPSAddressThatSpeaksPlainlyIsRefused() throws {
    let replay = try HTTPReplay { _ in .answer(200, "{}") }
    defer { replay.stop() }
    let home = try TemporaryHome()
    let address = "https" + replay.address.dropFirst(4)
    let ran = try Binary(home: home).run(["login", address, "--login", "1", "--password-stdin"], input: "x\n")
    #expect(ran.status == 5)
    #expect(ran.error.contains("no secure connection"))
    #expect(replay.requests.isEmpty)
  }

  @Test(.enabled(if: OpenSSL.path != nil, "openssl is not installed"))
  func aCertificateOfSomebodyElseIsRefused() throws {
    let home = try TemporaryHome()
    let openssl = try OpenSSL(home)
    let ran = try Binary(home: home).run(
      ["login", "https://127.0.0.1:\(openssl.port)", "--login", "1", "--password-stdin"], input: "x\n")
    #expect(ran.status == 5)
    #expect(ran.error.contains("the certificate was not accepted"), "\(ran.error)")
    #expect(ran.error.contains("SSL_CERT_FILE"))
    #expect(try !Directory(home.path).list().contains("config"))
  }
}

/// A TLS server whose certificate nobody has signed.
final class OpenSSL {
  static let path: String? = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/bin/openssl"].first { name in
    (try? Spawn([name, "version"], environment: [:]).run())?.ending == .exited(0)
  }

  let port: String
  private let companion: Companion

  init(_ home: TemporaryHome) throws {
    let program = OpenSSL.path ?? "openssl"
    let environment = ["PATH": "/usr/bin:/bin", "HOME": home.path]
    let making = Spawn(
      [
        program, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-subj", "/CN=example.org", "-keyout", home.path + "/key.pem", "-out", home.path + "/certificate.pem",
      ], environment: environment, deadline: 20_000)
    try #require(try making.run().ending == .exited(0))
    companion = Companion(
      [
        program, "s_server", "-accept", "127.0.0.1:0", "-naccept", "4", "-www", "-key", home.path + "/key.pem", "-cert",
        home.path + "/certificate.pem",
      ], environment: environment)
    // `ACCEPT 127.0.0.1:40213`
    var number = 1
    var line = try companion.line(number)
    while !line.hasPrefix("ACCEPT") {
      number += 1
      line = try companion.line(number)
    }
    port = String(line.split(separator: ":").last ?? "")
  }
}
