import Platform

/// HTTP by the system's curl(1), one child a request. Needs curl 7.64 or newer (2019: `%{stderr}`).
///
/// A child because its death costs nothing and its exit status tells what was provably never sent from what may have
/// arrived. TLS is always verified; `CURL_CA_BUNDLE` and `SSL_CERT_FILE` name other authorities, as for curl itself.
package struct CurlTransport: Transport, Sendable {
  private let program: String
  private let environment: [String: String]

  /// All that a child is given of our environment: proxies and certificate authorities.
  private static let inherited = [
    "https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "CURL_CA_BUNDLE",
    "SSL_CERT_FILE", "SSL_CERT_DIR",
  ]

  package init(environment: [String: String] = Process.environment(), program: String = "curl") {
    self.program = program
    self.environment = environment.filter { CurlTransport.inherited.contains($0.key) }
  }

  package func exchange(
    _ request: Request, with address: Address, receive: ((ArraySlice<UInt8>) throws -> Void)?
  ) throws -> Response {
    let configuration = try CurlConfiguration(request, address: address)
    // Half a second later than curl's own deadline, because curl can still say whether it was connected.
    let child = Spawn(
      [program, "-q", "--config", "-"], environment: environment, input: configuration.bytes,
      deadline: Int64(request.deadlineSeconds) * 1000 + 500, idleLimit: request.stallSeconds.map { Int64($0) * 1000 },
      outputLimit: .max, complaintLimit: 1024)
    var reader = AnswerReader(limit: request.limit, receive: receive)
    var refusal: (any Error)?
    let outcome: Spawn.Outcome
    do {
      outcome = try child.run { bytes in
        do {
          try reader.take(bytes)
        } catch {
          refusal = error
          throw error
        }
      }
    } catch {
      throw refusal ?? CurlTransport.failure(of: error)
    }
    if let failure = CurlEnding.failure(
      outcome.ending, timings: outcome.complaint, isTLS: address.scheme == "https")
    {
      throw failure
    }
    return try reader.response()
  }

  /// A child that could not be started has sent nothing.
  private static func failure(of error: any Error) -> TransportFailure {
    guard let error = error as? SystemError, error.operation == "run" || error.operation == "pipe" else {
      return .unknown(.other)
    }
    return .notSent(error.operation == "run" ? .transportMissing : .other)
  }
}
