import JSON
import Platform
import TestSupport
import Testing

/// Answers recorded from a running billing system, where there are any beside the checkout.
enum Recordings {
  struct Answer: Sendable {
    let route: String
    let status: Int
    let body: String
  }

  static let all: [Answer] = {
    let named = Process.environment()["KABINET_RECORDINGS"]
    guard let directory = try? Directory(named ?? Golden.root + "/../shared/providers/abills/recorded") else {
      return []
    }
    let names = ((try? directory.list()) ?? []).filter { $0.hasSuffix(".json") }.sorted()
    return names.compactMap { name in
      guard let json = (try? directory.read(name, limit: 1 << 20)).flatMap({ try? JSON(parsing: $0) }) else {
        return nil
      }
      return answer(json)
    }
  }()

  private static func answer(_ json: JSON) -> Answer? {
    guard case .string(let method)? = json["request"]?["method"], case .string(let path)? = json["request"]?["path"],
      case .integer(let status)? = json["status"], let body = json["response"]
    else { return nil }
    let plain = path.prefix { $0 != "?" }
    return Answer(
      route: "\(method) \(plain.hasSuffix("/") ? plain.dropLast() : plain)", status: Int(status), body: body.text)
  }

  /// The last answer of a route up to a moment of the recording; the refusal of an unknown visitor without a session.
  static func respond(_ request: HTTPRequest, upTo moment: Int) -> HTTPAct {
    let words = request.route.split(separator: " ", maxSplits: 1).map(String.init)
    let route = words[0] + " " + words[1].dropFirst("/api.cgi".count)
    let same = all.enumerated().filter { $0.element.route == route }
    if route == "POST /user/login" {
      return same.first { $0.element.status == 200 }.map { .answer(200, $0.element.body) } ?? .lost
    }
    guard request.headers["usersid"] != nil else { return .answer(401, #"{"errno":10,"errstr":"Access denied"}"#) }
    guard let match = same.last(where: { $0.offset < moment }) ?? same.first else {
      return .answer(404, #"{"errno":2,"errstr":"No such route"}"#)
    }
    return .answer(match.element.status, match.element.body)
  }
}

@Suite(.enabled(if: !Recordings.all.isEmpty, "no recordings beside this checkout"))
struct RecordedBillingTests {
  private func loggedIn(upTo moment: Int) throws -> (Binary, HTTPReplay) {
    let replay = try HTTPReplay { Recordings.respond($0, upTo: moment) }
    let binary = Binary(home: try TemporaryHome())
    let ran = try binary.run(["login", replay.address, "--login", "test", "--password-stdin"], input: "123456\n")
    try #require(ran.status == 0, "\(ran.error)")
    return (binary, replay)
  }

  @Test func theSubscriberInDebtSeesWhatThereIs() throws {
    let (binary, replay) = try loggedIn(upTo: 16)
    defer { replay.stop() }
    #expect(try binary.run(["balance"]).output.hasPrefix("Balance\t-120.50\nState\tblocked\n"))
    let statement = try binary.run(["statement", "all"])
    #expect(statement.output.split(separator: "\n").count == 5)
    #expect(statement.output.hasSuffix("\t-120.50\t-120.50\n"))
    let tariffs = try binary.run(["tariff", "list", "--all"])
    #expect(tariffs.output.contains("3\tДомашний 300\t"))
    #expect(try binary.run(["kb", "search", "скорость"]).output.contains("Почему низкая скорость?"))
    let terms = try binary.run(["trust-payment", "check"])
    #expect(terms.status == 0)
    #expect(terms.output.hasPrefix("Sum\t500.00\nPrice\t10.00\nTerm\t3 days, "))
    #expect(try binary.run(["tariff", "switch", "3", "--yes"]).status == 6)
  }

  @Test func theTrustPaymentThatWasTakenIsRefusedASecondTime() throws {
    let (binary, replay) = try loggedIn(upTo: 19)
    defer { replay.stop() }
    #expect(try binary.run(["balance"]).output.hasPrefix("Balance\t-130.50\n"))
    let check = try binary.run(["trust-payment", "check"])
    #expect(check.status == 6)
    #expect(check.output.contains("The trust payment of this month has been used"))
  }
}
