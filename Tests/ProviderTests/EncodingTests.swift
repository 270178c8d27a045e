import Testing

@testable import Provider

/// RFC 4648, 10.
@Test(arguments: [
  ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
  ("foobar", "Zm9vYmFy"), ("Привет", "0J/RgNC40LLQtdGC"), ("\u{FF}?~", "w78/fg=="),
])
func base64IsThatOfTheStandard(text: String, encoded: String) {
  #expect(Encoding.base64(text) == encoded)
}
