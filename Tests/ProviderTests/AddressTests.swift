import Provider
import Testing

@Test(arguments: [
  ("https://my.provider.example", "https://my.provider.example"),
  ("https://My.Provider.example/", "https://my.provider.example"),
  ("https://my.provider.example:443/api/", "https://my.provider.example/api"),
  ("my.provider.example", "https://my.provider.example"),
  ("my.provider.example:9443", "https://my.provider.example:9443"),
  ("localhost:8080", "https://localhost:8080"),
  ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
  ("http://127.9.0.1/v", "http://127.9.0.1/v"),
  ("http://localhost", "http://localhost"),
  ("http://[::1]:81/api", "http://[::1]:81/api"),
  ("https://xn--80aswg.xn--p1ai", "https://xn--80aswg.xn--p1ai"),
  ("sandbox:", "sandbox:"),
  ("sandbox:demo-1", "sandbox:demo-1"),
])
func anAddressIsReadAsPeopleTypeIt(_ text: String, _ expected: String) throws {
  #expect(try Address(parsing: text).text == expected)
}

@Test(arguments: [
  ("", AddressError.empty),
  ("http://my.provider.example", .forbiddenAddress),
  ("http://127.0.0.1.example", .forbiddenAddress),
  ("http://127.0.0.256", .forbiddenAddress),
  ("http://0.0.0.0", .forbiddenAddress),
  ("ftp://my.provider.example", .unknownScheme),
  ("file:///etc/passwd", .unknownScheme),
  ("javascript:alert", .unknownScheme),
  ("https://user:secret@my.provider.example", .userInformation),
  ("https://user:se?ret@my.provider.example", .userInformation),
  ("https://my.provider.example/?q=1", .query),
  ("https://my.provider.example/#top", .fragment),
  ("https://my.provider.example/\n", .controlCharacter),
  ("https://my provider.example", .controlCharacter),
  ("https://кабинет.рф", .notASCII),
  ("https://my.provider.example:0", .badPort),
  ("https://my.provider.example:65536", .badPort),
  ("https://my.provider.example:8a", .badPort),
  ("https://", .malformed),
  ("https://a..b", .malformed),
  ("https://-a.example", .malformed),
  ("https://a.example/../v", .malformed),
  ("https://a.example//v", .malformed),
  ("https://a.example/v\\w", .malformed),
  ("https://[::1", .malformed),
  ("sandbox:../x", .malformed),
])
func whatIsNoAddressIsRefusedWithItsReason(_ text: String, _ expected: AddressError) {
  #expect(throws: expected) { try Address(parsing: text) }
}

@Test func aTokenBelongsToSchemeHostAndPort() throws {
  #expect(try Address(parsing: "https://a.example:443/api").origin == "https://a.example")
  #expect(try Address(parsing: "https://a.example:444/api").origin == "https://a.example:444")
}
