/// An address of a provider: scheme, host and port, and a path under which its API lives.
package struct Address: Sendable, Hashable {
  /// `https`, `http` (loopback alone) or `sandbox`.
  package let scheme: String
  package let host: String
  package let port: Int?
  /// Without a final slash; empty at the root.
  package let path: String

  /// Scheme, host and port: what a token belongs to.
  package var origin: String { "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "") }
  package var text: String { scheme == "sandbox" ? "sandbox:" + host : origin + path }

  package init(scheme: String, host: String, port: Int?, path: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.path = path
  }

  func appending(_ folder: String) -> Address { Address(scheme: scheme, host: host, port: port, path: path + folder) }
}

/// One HTTP request, whatever carries it.
package struct Request: Sendable, Equatable {
  package var method: String
  /// Below the address, with its query: `/v1/accounts`.
  package var target: String
  /// What follows the target's query on the wire alone: the credentials of a provider that wants them in the address. A
  /// target may be shown or written down, this never.
  package var secretQuery: [(name: String, value: String)] = []
  /// Secrets travel here, in the body and in `secretQuery` only.
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]?
  /// The whole exchange must be over by then.
  package var deadlineSeconds: Int
  /// A larger answer is an error.
  package var limit: Int
  /// A streamed answer ends when nothing came for this long; nil: only the deadline counts.
  package var stallSeconds: Int?

  package init(
    _ method: String, _ target: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil,
    deadlineSeconds: Int = 20, limit: Int = 8 << 20, stallSeconds: Int? = nil
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.deadlineSeconds = deadlineSeconds
    self.limit = limit
    self.stallSeconds = stallSeconds
  }

  /// The target with its secrets, for the wire.
  package var wireTarget: String {
    guard !secretQuery.isEmpty else { return target }
    let pairs = secretQuery.map { Encoding.percent($0.name) + "=" + Encoding.percent($0.value) }
    return target + (target.contains("?") ? "&" : "?") + pairs.joined(separator: "&")
  }

  package static func == (left: Request, right: Request) -> Bool {
    left.method == right.method && left.wireTarget == right.wireTarget && left.body == right.body
      && left.headers.elementsEqual(right.headers, by: ==)
  }
}

extension Request: CustomStringConvertible {
  /// Method and target: what may be shown.
  package var description: String { method + " " + target }
}

package struct Response: Sendable {
  package let status: Int
  /// Names in lower case.
  package let headers: [String: String]
  package let body: [UInt8]

  package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Why there is no answer.
package enum TransportFailure: Error, Equatable, Sendable {
  /// The request provably never reached the provider: the name was not resolved, the connection or the TLS handshake
  /// failed. Trying again is harmless.
  case notSent(Cause)
  /// Anything else: the provider may have acted.
  case unknown(Cause)

  package enum Cause: String, Sendable {
    case nameNotResolved, connectionRefused, tlsFailed, timeout, connectionLost, answerTooLarge, malformedAnswer
    case redirect, forbiddenAddress, transportMissing, interrupted, other
  }

  package var cause: Cause {
    switch self {
    case .notSent(let cause), .unknown(let cause): cause
    }
  }
}

/// Carries one request to one provider and brings one answer back.
///
/// The contract: it never follows a redirect (a 3xx comes back as `.unknown(.redirect)` for a mutation and for a read
/// alike), never retries, never sends the body twice, keeps the deadline within a second, and reads at most `limit`
/// bytes of body. `receive`, when given, gets the body of a 2xx answer in pieces as they arrive, and the response's
/// `body` is then empty; an error that it throws ends the exchange and is thrown on.
package protocol Transport {
  func exchange(
    _ request: Request, with address: Address, receive: ((ArraySlice<UInt8>) throws -> Void)?
  ) throws -> Response
}
