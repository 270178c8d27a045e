import Domain
import JSON
import Provider
import TestSupport
import Testing

/// A command line with the name of the command that it runs.
struct Words: Sendable, CustomTestStringConvertible {
  let path: String
  let words: [String]

  init(_ path: String, _ rest: String...) {
    self.path = path
    words = (path == "home" ? [] : path.split(separator: " ").map(String.init)) + rest
  }

  var testDescription: String { (["kabinet"] + words).joined(separator: " ") }
}

enum Lines {
  /// Commands that answer from what is stored; a snapshot answers them as well.
  static let reading = [
    Words("home"), Words("balance"), Words("statement"), Words("statement", "--totals"), Words("payments list"),
    Words("tariff list", "--all"), Words("tariff show", "giga"), Words("tariff compare", "home-300", "giga"),
    Words("incidents", "--all"), Words("kb list"), Words("kb search", "роутер"),
    Words("kb show", "no-internet-first-steps"), Words("kb related", "no-internet-first-steps"),
    Words("hold show"), Words("service list"), Words("ticket list"), Words("ticket topics"), Words("notice list"),
    Words("invoice list"), Words("receipt list"), Words("usage"), Words("device list"), Words("profile show"),
    Words("referral show"),
    Words("capabilities"),
    Words("account list"),
    Words("autopay show"), Words("autopay explain"), Words("autopay history"),
  ]

  /// Commands that talk to the provider, write the store, or examine it.
  static let other = [
    Words("login", "sandbox:", "--login", "100101", "--password-stdin"), Words("sync"), Words("sync", "--all"),
    Words("balance", "--all"), Words("home", "--all"), Words("sync", "--dry-run"),
    Words("pay", "500", "--yes"), Words("pay", "500", "--dry-run"), Words("trust-payment check"),
    Words("trust-payment take", "--yes"), Words("tariff check", "home-300"),
    Words("tariff switch", "home-300", "--yes"),
    Words("voucher redeem", "KB0500000050", "--yes"), Words("profile set", "--email", "a@b.example", "--yes"),
    Words("referral invite", "Иван", "--phone", "79001112233", "--yes"), Words("referral claim", "--yes"),
    Words("autopay stop", "--yes"), Words("notice read", "--yes"), Words("ticket file", "1001", "line-check.txt"),
    Words("tariff cancel", "--yes"), Words("logout"), Words("account use", "100101"), Words("doctor"),
    Words("store verify"), Words("backup create"), Words("backup list"), Words("backup verify", "nowhere"),
    Words("backup restore", "nowhere"), Words("payments settle"), Words("payments cancel", "k1"), Words("autopay run"),
    Words("autopay set", "--below", "1", "--amount", "5", "--yes"), Words("autopay off"),
  ]
}

extension Ran {
  /// The answer of `--json`; a test that meets anything else fails.
  func json() throws -> JSON { try JSON(parsing: Array(output.utf8)) }

  var isClean: Bool { status == 0 && error.isEmpty }
}

extension JSON {
  /// The minor units of a sum.
  var minor: Int64? {
    guard case .integer(let minor)? = self["minor"] else { return nil }
    return minor
  }

  var elements: [JSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }
}

/// Counts how often the way to a provider was asked for, and never gives one.
final class Touches {
  private(set) var count = 0

  func fail(_ address: Address) throws -> any Transport {
    count += 1
    throw Touched()
  }

  struct Touched: Error {}
}

extension Shell {
  /// A shell that has logged in as one of the sandbox's people.
  static func loggedIn(_ number: String = "100100", language: String = "en") throws -> Shell {
    let shell = try Shell(language: language)
    let ran = shell.login(number)
    try #require(ran.status == 0, "\(ran.error)")
    return shell
  }

  func balance() throws -> Int64 { try #require(try run("balance", "--json").json()["balance"]?.minor) }

  /// Payments in the ledger of the account in use.
  func paid(_ minor: Int64) throws -> Int {
    let statement = try run("statement", "2026-11", "--kind", "payment", "--json").json()
    return (statement["entries"]?.elements ?? []).count { $0["amount"] == .integer(minor) }
  }
}

import Platform

extension TemporaryHome {
  /// What lies in it.
  func names() throws -> [String] { try Directory(path).list() }
}

/// Counts what goes along the way to a provider.
final class CountingTransport: Transport {
  private let inner: any Transport
  private(set) var count = 0

  init(_ inner: any Transport) { self.inner = inner }

  func exchange(
    _ request: Request, with address: Address, receive: ((ArraySlice<UInt8>) throws -> Void)?
  ) throws -> Response {
    count += 1
    return try inner.exchange(request, with: address, receive: receive)
  }
}

/// Changes the bytes of answers on their way.
struct RewritingTransport: Transport {
  let inner: any Transport
  /// Nil lets an answer pass as it is.
  let edit: (Request, String) -> String?

  func exchange(
    _ request: Request, with address: Address, receive: ((ArraySlice<UInt8>) throws -> Void)?
  ) throws -> Response {
    var streamed: [UInt8] = []
    let response = try inner.exchange(request, with: address, receive: receive.map { _ in { streamed += $0 } })
    if let receive, !streamed.isEmpty {
      let text = String(decoding: streamed, as: UTF8.self)
      try receive(Array((edit(request, text) ?? text).utf8)[...])
    }
    guard let changed = edit(request, String(decoding: response.body, as: UTF8.self)), !response.body.isEmpty else {
      return response
    }
    return Response(status: response.status, headers: response.headers, body: Array(changed.utf8))
  }
}
