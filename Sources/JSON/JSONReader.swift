/// Why a text is not acceptable JSON, and at which byte.
package struct JSONError: Error, Equatable, Sendable {
  package enum Reason: String, Sendable {
    case unexpectedEnd, unexpectedByte, badEscape, badUTF8, badNumber, duplicateKey, tooDeep, trailingBytes
  }
  package let reason: Reason
  package let offset: Int
}

extension JSON {
  /// Reads exactly one value, strictly by RFC 8259: a duplicate key, a control character inside a string, ill-formed
  /// UTF-8, a lone surrogate, nesting over `depth` and anything after the value are errors.
  package init(parsing bytes: UnsafeBufferPointer<UInt8>, depth: Int = 32) throws(JSONError) {
    var reader = JSONReader(bytes: bytes, depthLeft: depth)
    self = try reader.document()
  }

  package init(parsing bytes: [UInt8], depth: Int = 32) throws(JSONError) {
    try self.init(parsing: bytes[...], depth: depth)
  }

  package init(parsing bytes: ArraySlice<UInt8>, depth: Int = 32) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in try JSON(parsing: buffer, depth: depth) }
  }

  package init(parsing text: String, depth: Int = 32) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), depth: depth)
  }
}

private struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var depthLeft: Int
  var offset = 0

  init(bytes: UnsafeBufferPointer<UInt8>, depthLeft: Int) {
    self.bytes = bytes
    self.depthLeft = depthLeft
  }

  mutating func document() throws(JSONError) -> JSON {
    let value = try value()
    skipSpace()
    guard offset == bytes.count else { throw failure(.trailingBytes) }
    return value
  }

  private func failure(_ reason: JSONError.Reason) -> JSONError {
    JSONError(reason: offset >= bytes.count && reason == .unexpectedByte ? .unexpectedEnd : reason, offset: offset)
  }

  private var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] == 0x20 || (0x09...0x0D).contains(bytes[offset]) {
      guard bytes[offset] != 0x0B, bytes[offset] != 0x0C else { return }
      offset += 1
    }
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try nested { (reader) throws(JSONError) in try reader.object() }
    case UInt8(ascii: "["): return try nested { (reader) throws(JSONError) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure(.unexpectedByte)
    }
  }

  private mutating func nested(_ body: (inout JSONReader) throws(JSONError) -> JSON) throws(JSONError) -> JSON {
    guard depthLeft > 0 else { throw failure(.tooDeep) }
    depthLeft -= 1
    offset += 1
    let value = try body(&self)
    depthLeft += 1
    return value
  }

  private mutating func literal(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    for index in 0..<word.utf8CodeUnitCount {
      guard offset < bytes.count, bytes[offset] == word.utf8Start[index] else { throw failure(.unexpectedByte) }
      offset += 1
    }
    return value
  }

  private mutating func object() throws(JSONError) -> JSON {
    var members: [String: JSON] = [:]
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw failure(.unexpectedByte) }
      let start = offset
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure(.unexpectedByte) }
      guard members.updateValue(try value(), forKey: key) == nil else {
        throw JSONError(reason: .duplicateKey, offset: start)
      }
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw failure(.unexpectedByte) }
    }
  }

  private mutating func array() throws(JSONError) -> JSON {
    var elements: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      elements.append(try value())
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(elements) }
      guard take(UInt8(ascii: ",")) else { throw failure(.unexpectedByte) }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func number() throws(JSONError) -> JSON {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isInteger = false
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
    if isInteger, text != "-0", let integer = Int64(text) { return .integer(integer) }
    return .decimal(text)
  }

  private mutating func digits() throws(JSONError) {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(current) else { throw failure(.badNumber) }
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(current) { offset += 1 }
  }

  private mutating func string() throws(JSONError) -> String {
    offset += 1
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\\"),
      bytes[offset] >= 0x20
    {
      offset += 1
    }
    let plain = UnsafeBufferPointer(rebasing: bytes[start..<offset])
    if current == UInt8(ascii: "\"") {
      offset += 1
      return try validated(plain, at: start)
    }
    var text = Array(plain)
    try escapedRest(into: &text)
    return try text.withUnsafeBufferPointer { (buffer) throws(JSONError) in try validated(buffer, at: start) }
  }

  private func validated(_ buffer: UnsafeBufferPointer<UInt8>, at start: Int) throws(JSONError) -> String {
    guard let text = String(validating: buffer, as: UTF8.self) else {
      throw JSONError(reason: .badUTF8, offset: start)
    }
    return text
  }

  private mutating func escapedRest(into text: inout [UInt8]) throws(JSONError) {
    while true {
      guard offset < bytes.count else { throw failure(.unexpectedEnd) }
      let byte = bytes[offset]
      guard byte >= 0x20 else { throw failure(.unexpectedByte) }
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return
      case UInt8(ascii: "\\"): try escape(into: &text)
      default: text.append(byte)
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard offset < bytes.count else { throw failure(.unexpectedEnd) }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try unicodeScalar()).utf8))
    default: throw failure(.badEscape)
    }
  }

  private mutating func unicodeScalar() throws(JSONError) -> Unicode.Scalar {
    let first = try hexUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800...0xDBFF).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw failure(.badEscape)
    }
    let second = try hexUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw failure(.badEscape) }
    return scalar
  }

  private mutating func hexUnit() throws(JSONError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count else { throw failure(.unexpectedEnd) }
      guard let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue, bytes[offset] < 0x80 else {
        throw failure(.badEscape)
      }
      unit = unit << 4 | UInt32(digit)
      offset += 1
    }
    return unit
  }
}
