import JSON
import Language
import Platform
import Terminal

/// Hands a page of the provider's to the person's browser.
enum WebPage {
  /// - Parameter id: of what the link belongs to.
  static func open(_ link: String, id: String, _ world: World) throws -> ExitStatus {
    // The address is the provider's: nothing but a web page is handed to a program that opens anything.
    guard link.hasPrefix("https://") || link.hasPrefix("http://"),
      !link.unicodeScalars.contains(where: Gate.isDangerous)
    else { throw Failure(.failed, .articleLinkUnsafe(id)) }
    do {
      let opener = Spawn(["xdg-open", link], environment: world.environment, deadline: 20_000)
      guard case .exited(0) = try opener.run().ending else {
        throw SystemError(code: 1, operation: "run", path: "xdg-open")
      }
    } catch {
      throw Failure(.failed, .articleOpenerMissing, hint: .articleOpenByHand(link))
    }
    try world.console.answer(
      Answer(kind: "opened", json: ["id": .string(id), "link": .string(link)], view: [.line(.articleOpened(link))]))
    return .done
  }
}
