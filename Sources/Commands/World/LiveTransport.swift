import Domain
import Platform
import Provider
import Sandbox

/// The ways to addresses: `curl` for the network, a call for the sandbox in this very process.
///
/// A sandbox is opened once and kept: it locks its state, and two in one process would wait for each other.
final class LiveTransports {
  private let home: Home
  private let environment: [String: String]
  private var sandboxes: [String: Sandbox] = [:]

  init(home: Home, environment: [String: String]) {
    self.home = home
    self.environment = environment
  }

  func transport(to address: Address) throws -> any Transport {
    guard address.scheme == "sandbox" else { return CurlTransport(environment: environment) }
    if let open = sandboxes[address.host] { return open.transport }
    let sandbox = try Sandbox.open(directory: home.sandboxDirectory(named: address.host))
    sandboxes[address.host] = sandbox
    return sandbox.transport
  }
}
