/// Why a text is not an address that Kabinet talks to. The text itself is never repeated: it may hold a password.
package enum AddressError: Error, Equatable, Sendable {
  case empty
  case malformed
  case unknownScheme
  /// Plain HTTP to anything but this machine: a password would travel readable.
  case forbiddenAddress
  /// `user:password@`; secrets do not belong in an address.
  case userInformation
  case query
  case fragment
  case controlCharacter
  /// An internationalised name: its ASCII form (`xn--...`) is due, so that look-alikes are seen.
  case notASCII
  case badPort
}

extension Address {
  /// Reads what a person types: `https://host[:port][/path]`, a bare host (https), `http://` for loopback alone, and
  /// `sandbox:` or `sandbox:NAME`. The standard port and final slashes are dropped, the host becomes lower case.
  package init(parsing text: String) throws(AddressError) {
    guard !text.isEmpty else { throw .empty }
    guard text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else { throw .controlCharacter }
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { throw .notASCII }
    if text.lowercased().hasPrefix("sandbox:") {
      self = try Address.sandbox(String(text.dropFirst("sandbox:".count)))
      return
    }
    let (scheme, rest) = try Address.scheme(text)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash]
    // Before query and fragment, so that a password with `?` or `#` in it is called by its name.
    guard !rest.contains("@") else { throw .userInformation }
    guard !rest.contains("?") else { throw .query }
    guard !rest.contains("#") else { throw .fragment }
    let (host, port) = try Address.hostAndPort(authority)
    let path = try Address.path(rest[slash...])
    let standard = scheme == "https" ? 443 : 80
    self.init(scheme: scheme, host: host, port: port == standard ? nil : port, path: path)
    guard scheme == "https" || isLoopback else { throw .forbiddenAddress }
  }

  /// This machine: `localhost`, `[::1]`, 127.0.0.0/8 as four decimal numbers.
  package var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { (1...3).contains($0.utf8.count) && (Int($0).map { (0...255).contains($0) } ?? false) }
  }

  private static func sandbox(_ name: String) throws(AddressError) -> Address {
    guard name.utf8.count <= 64, name.utf8.allSatisfy({ isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }) else {
      throw .malformed
    }
    return Address(scheme: "sandbox", host: name, port: nil, path: "")
  }

  private static func scheme(_ text: String) throws(AddressError) -> (String, Substring) {
    let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      // `mailto:x` and `javascript:x` have a scheme without slashes; `host:8080` has none.
      let colon = text.split(separator: ":", maxSplits: 1)
      if colon.count == 2, let first = colon[1].utf8.first, !text.hasPrefix("["), !colon[0].contains("."),
        !text.contains("@"), !(0x30...0x39).contains(first)
      {
        throw .unknownScheme
      }
      return ("https", text[...])
    }
    switch parts[0].lowercased() {
    case "https": return ("https", parts[1])
    case "http": return ("http", parts[1])
    default: throw .unknownScheme
    }
  }

  private static func hostAndPort(_ authority: Substring) throws(AddressError) -> (String, Int?) {
    var host = authority
    var port: Int?
    guard !authority.hasPrefix("[") || authority.contains("]") else { throw .malformed }
    let afterBracket = authority.lastIndex(of: "]") ?? authority.startIndex
    if let colon = authority[afterBracket...].firstIndex(of: ":") {
      host = authority[..<colon]
      let digits = authority[authority.index(after: colon)...]
      guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(digits), (1...65_535).contains(number)
      else { throw .badPort }
      port = number
    }
    let name = host.lowercased()
    guard isHost(name) else { throw .malformed }
    return (name, port)
  }

  private static func isHost(_ name: String) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      let inside = name.dropFirst().dropLast()
      return (2...45).contains(inside.utf8.count) && inside.contains(":")
        && inside.utf8.allSatisfy { isHexadecimal($0) || $0 == 0x3A || $0 == 0x2E }
    }
    guard (1...253).contains(name.utf8.count) else { return false }
    return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.utf8.first != 0x2D
        && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }
    }
  }

  /// Segments of unreserved characters and escapes; no empty or dot segments, which servers and proxies read differently.
  private static func path(_ text: Substring) throws(AddressError) -> String {
    var path = text
    while path.hasSuffix("/") { path = path.dropLast() }
    guard !path.isEmpty else { return "" }
    let allowed = Set("-._~%!$&'()*+,;=:".utf8)
    for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard !segment.isEmpty, segment != ".", segment != "..",
        segment.utf8.allSatisfy({ isAlphanumeric($0) || allowed.contains($0) })
      else { throw .malformed }
    }
    return String(path)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
