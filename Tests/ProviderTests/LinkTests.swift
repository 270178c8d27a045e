import Testing

@testable import Provider

@Test(
  arguments: [
    ("https://bank.example/pay?x=1", "https://a.example", "https://bank.example/pay?x=1"),
    ("/pay/k", "https://a.example:8443/api", "https://a.example:8443/pay/k"),
    ("/pay/k", "http://127.0.0.1:8080", "http://127.0.0.1:8080/pay/k"), ("/pay/k", "sandbox:", "/pay/k"),
    ("http://127.0.0.1:8080/pay", "http://127.0.0.1:8080", "http://127.0.0.1:8080/pay"),
    ("http://127.0.0.1:8080/pay", "https://a.example", nil), ("http://b.example/pay", "http://127.0.0.1:8080", nil),
    ("//b.example/pay", "https://a.example", nil), ("javascript:alert(1)", "https://a.example", nil),
    ("file:///etc/passwd", "sandbox:", nil), ("https://b.example/a b", "https://a.example", nil),
    ("https://b.example/\u{1B}[2J", "https://a.example", nil), ("", "https://a.example", nil), ("pay", "sandbox:", nil),
  ] as [(String, String, String?)])
func aLinkIsMadeFullOrDropped(_ text: String, _ address: String, _ expected: String?) throws {
  #expect(Link.resolved(text, at: try Address(parsing: address)) == expected)
}
