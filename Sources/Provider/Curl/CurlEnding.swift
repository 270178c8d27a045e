import Platform

/// What curl's end says about the request, by the list of exit statuses in curl(1) and libcurl-errors(3).
enum CurlEnding {
  /// Nil when the exchange was carried to its end.
  ///
  /// - Parameter timings: what `write-out` said on standard error: seconds until the TCP connection and until the TLS
  ///   handshake were made; 0 when they never were.
  static func failure(_ ending: Spawn.Ending, timings: [UInt8], isTLS: Bool) -> TransportFailure? {
    switch ending {
    case .exited(0): nil
    case .exited(let status): failure(status: status, neverConnected: neverConnected(timings, isTLS: isTLS))
    case .timedOut, .idle: .unknown(.timeout)
    case .tooMuchOutput: .unknown(.answerTooLarge)
    case .interrupted: .unknown(.interrupted)
    case .signalled: .unknown(.other)
    }
  }

  static func failure(status: Int32, neverConnected: Bool) -> TransportFailure {
    switch status {
    case 5, 6: .notSent(.nameNotResolved)
    case 7, 97: .notSent(.connectionRefused)
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 82, 83, 90, 91: .notSent(.tlsFailed)
    // A curl that does not know an option, cannot read our configuration or was built without TLS.
    case 2, 3, 4, 48: .notSent(.other)
    case 28: neverConnected ? .notSent(.timeout) : .unknown(.timeout)
    // 56 also stands for a proxy that refuses to connect us.
    case 56: neverConnected ? .notSent(.connectionRefused) : .unknown(.connectionLost)
    case 16, 18, 52, 55, 92, 95, 96: .unknown(.connectionLost)
    // 1 is an HTTP/0.9 answer: something that is not HTTP.
    case 1, 8, 61: .unknown(.malformedAnswer)
    case 47: .unknown(.redirect)
    case 63: .unknown(.answerTooLarge)
    default: .unknown(.other)
    }
  }

  /// Over TLS a request begins only after the handshake; in the clear (loopback) after the connection.
  static func neverConnected(_ timings: [UInt8], isTLS: Bool) -> Bool {
    let words = timings.split(separator: 0x20)
    guard words.count == 2 else { return false }
    let time = words[isTLS ? 1 : 0]
    return time.contains(0x30) && time.allSatisfy { $0 == 0x30 || $0 == 0x2E || $0 == 0x2C }
  }
}
