/// What curl(1) reads from its standard input: the request with its secrets, and every rule that it must keep.
///
/// Nothing of it shows in the process table or the environment, and nothing touches a disk.
struct CurlConfiguration {
  private(set) var bytes: [UInt8] = []

  /// curl 7.88 stops at a configuration line of 100 KiB; bodies of mutations are a hundred times smaller.
  private static let longestLine = 96 << 10

  init(_ request: Request, address: Address) throws(TransportFailure) {
    guard address.scheme == "https" || address.scheme == "http" && address.isLoopback else {
      throw .notSent(.forbiddenAddress)
    }
    try option("url", try CurlConfiguration.plain(address.origin + address.path + request.wireTarget))
    try option("proto", "=" + address.scheme)
    if address.isLoopback { try option("noproxy", "*") }
    try limits(request)
    try head(request)
    try body(request)
  }

  private mutating func limits(_ request: Request) throws(TransportFailure) {
    // `include`: the head comes first on the same pipe. No `compressed`: answers are small, a feed is read once, and what
    // was never packed cannot unpack to gigabytes. No `location`: a redirect would carry the token elsewhere.
    // HTTP/1.1: one request a connection, and no silent second try as HTTP/2 has after a refused stream.
    for flag in [
      "silent", "include", "no-buffer", "globoff", "path-as-is", "suppress-connect-headers", "http1.1", "tlsv1.2",
    ] { line(flag) }
    try option("max-time", String(request.deadlineSeconds))
    try option("connect-timeout", String(min(10, request.deadlineSeconds)))
    try option("write-out", "%{stderr}%{time_connect} %{time_appconnect}")
  }

  private mutating func head(_ request: Request) throws(TransportFailure) {
    guard !request.method.isEmpty, request.method.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw .notSent(.other)
    }
    if request.method != "GET" || request.body != nil { try option("request", request.method) }
    try option("user-agent", "kabinet")
    // Without it curl waits a second for the server's leave to send a larger body.
    try option("header", "Expect:")
    for header in request.headers {
      guard CurlConfiguration.isToken(header.name) else { throw .notSent(.other) }
      let value = try CurlConfiguration.printable(header.value)
      try option("header", value.isEmpty ? header.name + ";" : header.name + ": " + value)
    }
  }

  private mutating func body(_ request: Request) throws(TransportFailure) {
    guard let body = request.body ?? (request.method == "POST" || request.method == "PUT" ? [] : nil) else { return }
    guard !body.contains(0) else { throw .notSent(.other) }
    // `data-raw`, because `data-binary` takes a body that begins with @ for the name of a file.
    try option("data-raw", body)
  }

  private mutating func option(_ name: String, _ value: String) throws(TransportFailure) {
    try option(name, Array(value.utf8))
  }

  private mutating func option(_ name: String, _ value: [UInt8]) throws(TransportFailure) {
    var quoted: [UInt8] = Array(name.utf8) + Array(" = \"".utf8)
    for byte in value {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += [UInt8(ascii: "\\"), byte]
      case 0x0A: quoted += Array(#"\n"#.utf8)
      case 0x0D: quoted += Array(#"\r"#.utf8)
      case 0x09: quoted += Array(#"\t"#.utf8)
      case 0x0B: quoted += Array(#"\v"#.utf8)
      default: quoted.append(byte)
      }
    }
    guard quoted.count < CurlConfiguration.longestLine else { throw .notSent(.other) }
    bytes += quoted + [UInt8(ascii: "\""), 0x0A]
  }

  private mutating func line(_ flag: String) { bytes += Array(flag.utf8) + [0x0A] }

  /// A header's value: no control characters, so that no header can be smuggled in behind it.
  private static func printable(_ text: String) throws(TransportFailure) -> String {
    guard text.utf8.allSatisfy({ ($0 >= 0x20 || $0 == 0x09) && $0 != 0x7F }) else { throw .notSent(.other) }
    return text
  }

  /// A URL: printable ASCII without spaces.
  private static func plain(_ text: String) throws(TransportFailure) -> String {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .notSent(.other) }
    return text
  }

  private static func isToken(_ name: String) -> Bool {
    let marks = Set("!#$%&'*+-.^_`|~".utf8)
    return !name.isEmpty
      && name.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || marks.contains($0)
      }
  }
}
