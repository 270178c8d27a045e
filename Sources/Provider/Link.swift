/// A page that a provider sends a person to. Only what a browser may safely be given passes: https, or this machine.
enum Link {
  /// The link in full, or nil when it is none or leads elsewhere by another scheme. A link without a host is relative to
  /// the provider's; the sandbox in process has no host, there it stays as it is.
  static func resolved(_ text: String, at address: Address) -> String? {
    guard isPlain(text) else { return nil }
    if text.hasPrefix("https://") { return text }
    if text.hasPrefix("/"), !text.hasPrefix("//") { return address.scheme == "sandbox" ? text : address.origin + text }
    guard text.hasPrefix("http://"), address.isLoopback || address.scheme == "sandbox" else { return nil }
    let authority = text.dropFirst("http://".count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return (try? Address(parsing: "http://" + authority)) == nil ? nil : text
  }

  /// A link that stands by itself; nil when it is none.
  static func outside(_ text: String?) -> String? {
    text.flatMap { $0.hasPrefix("https://") && isPlain($0) ? $0 : nil }
  }

  /// Printable ASCII without spaces.
  static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}
