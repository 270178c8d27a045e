import Domain
import Language
import Platform
import Provider
import Terminal

/// Everything that comes from outside the process, built once in `main`; a test builds one whose parts fail when touched.
package struct World {
  package var environment: [String: String]
  package var home: Home
  /// What was set up when the command began; a command that changes it reads it again under its lock.
  package var configuration: Result<Configuration, Failure>
  package var console: Console
  /// What the store stands on.
  package var kernel: any Kernel = LiveKernel()
  /// The device's clock. The provider's is derived from it and from what the last sync learnt.
  package var now: () -> Timestamp
  package var random: (_ count: Int) -> [UInt8]
  /// Waits; used between polls and retries only.
  package var pause: (_ milliseconds: Int64) -> Void
  package var transport: (Address) throws -> any Transport
  /// The provider of an account; by default that of its dialect over `transport`.
  package var providers: (World, Configuration.Entry) throws -> any Provider = { try $0.dialect(of: $1) }
  /// Runs another command of ours in this process, under another environment; a password that it asks for on stdin is
  /// the sandbox's.
  package var nested: (_ arguments: [String], _ environment: [String: String]) -> ExitStatus
  /// The account that `--account` or `KABINET_ACCOUNT` names.
  package var account: String?
  /// The snapshot that is looked at in place of the store.
  package var snapshot: OpenSnapshot?

  package init(
    environment: [String: String], home: Home, configuration: Result<Configuration, Failure>, console: Console,
    now: @escaping () -> Timestamp,
    random: @escaping (Int) -> [UInt8], pause: @escaping (Int64) -> Void,
    transport: @escaping (Address) throws -> any Transport,
    nested: @escaping ([String], [String: String]) -> ExitStatus, account: String? = nil, snapshot: OpenSnapshot? = nil
  ) {
    self.environment = environment
    self.home = home
    self.configuration = configuration
    self.console = console
    self.now = now
    self.random = random
    self.pause = pause
    self.transport = transport
    self.nested = nested
    self.account = account
    self.snapshot = snapshot
  }

  var language: Language { console.language }

  /// A random 64-bit number.
  func randomBits() -> UInt64 { random(8).reduce(0) { $0 << 8 | UInt64($1) } }

  /// A key for a new intent: a UUIDv7 sorts by the time at which it was made.
  func newKey() -> String { uuidVersion7(milliseconds: now().seconds * 1000, random: random(10)) }
}
