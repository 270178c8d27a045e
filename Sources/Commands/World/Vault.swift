import JSON
import Language
import Platform
import Provider

/// `credentials.json`: one member a login, mode 0600, never inside the store.
///
/// A file that others can read is refused: its secrets are no longer secret.
package struct Vault: CredentialVault {
  private static let name = "credentials.json"
  private let files: ConfigurationFiles
  private let entry: String

  /// - Parameter entry: the member that the account's configuration names.
  package init(home: Home, entry: String) {
    files = ConfigurationFiles(home: home)
    self.entry = entry
  }

  package var path: String { "\(files.path)/\(Vault.name)" }

  package func load() throws -> Credentials? {
    guard let json = try members()[entry] else { return nil }
    do {
      return try Credentials(json: json)
    } catch {
      throw Failure(.failed, .fileUnreadable(path), why: Phrase(verbatim: "\(error)"), hint: .loginAgain)
    }
  }

  package func save(_ credentials: Credentials) throws {
    try update { $0[entry] = credentials.json }
  }

  package func erase() throws {
    try update { $0[entry] = nil }
  }

  private func update(_ change: (inout [String: JSON]) -> Void) throws {
    try files.whileLocked {
      var all = try members()
      change(&all)
      try files.replace(Vault.name, with: Array(JSON.object(all).prettyText.utf8))
    }
  }

  private func members() throws -> [String: JSON] {
    guard let bytes = try files.read(Vault.name) else { return [:] }
    if let status = files.status(Vault.name), status.isReadableByOthers {
      throw Failure(.failed, .credentialsReadableByOthers(path), hint: .closePermissions(path))
    }
    guard case .object(let members)? = try? JSON(parsing: bytes) else {
      throw Failure(.failed, .fileUnreadable(path), hint: .loginAgain)
    }
    return members
  }
}

/// Credentials of a login that is not finished: nothing is written until the provider has shown the accounts.
package final class PendingVault: CredentialVault {
  package private(set) var credentials: Credentials?

  package init() {}

  package func load() -> Credentials? { credentials }
  package func save(_ credentials: Credentials) { self.credentials = credentials }
  package func erase() { credentials = nil }
}
