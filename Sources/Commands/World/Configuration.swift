import Domain
import JSON
import Language
import Platform
import Provider

/// What a person has set up: accounts, the one in use, the language. Small, and without secrets.
package struct Configuration: Sendable, Equatable {
  /// One account at one provider.
  package struct Entry: Sendable, Equatable {
    /// The name of its shelf, and what `--account` takes.
    package let id: String
    package let address: String
    package let dialect: String
    /// The provider's identity of the account.
    package let accountID: String
    package let number: String
    package let name: String
    /// The member of `credentials.json` that opens it; accounts of one login share it, because a rotated token would
    /// otherwise lock the others out.
    package let credentials: String

    package init(
      id: String, address: String, dialect: String, accountID: String, number: String, name: String, credentials: String
    ) {
      self.id = id
      self.address = address
      self.dialect = dialect
      self.accountID = accountID
      self.number = number
      self.name = name
      self.credentials = credentials
    }
  }

  package var current: String?
  package var language: Language?
  package var accounts: [Entry]

  package init(current: String? = nil, language: Language? = nil, accounts: [Entry] = []) {
    self.current = current
    self.language = language
    self.accounts = accounts
  }

  /// The entry that a person means: by shelf name, or by account number when only one has it.
  package func entry(named name: String) -> Entry? {
    if let exact = accounts.first(where: { $0.id == name }) { return exact }
    let numbered = accounts.filter { $0.number == name }
    return numbered.count == 1 ? numbered.first : nil
  }

  package var currentEntry: Entry? { current.flatMap { entry(named: $0) } ?? accounts.first }
}

extension Configuration: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "config")
    self.init(
      current: try fields.optionalString("current"), language: try fields.optionalChoice("language"),
      accounts: try fields.list("accounts"))
  }

  package var json: JSON {
    .members([
      "current": current.map { .string($0) }, "language": language.map { .string($0.rawValue) },
      "accounts": .array(accounts.map(\.json)),
    ])
  }
}

extension Configuration.Entry: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "account")
    self.init(
      id: try fields.string("id"), address: try fields.string("address"), dialect: try fields.string("dialect"),
      accountID: try fields.string("account"), number: try fields.string("number"),
      name: try fields.optionalString("name") ?? "", credentials: try fields.string("credentials"))
  }

  package var json: JSON {
    [
      "id": .string(id), "address": .string(address), "dialect": .string(dialect), "account": .string(accountID),
      "number": .string(number), "name": .string(name), "credentials": .string(credentials),
    ]
  }
}

/// `config.json` and `credentials.json` in the configuration directory.
package struct ConfigurationFiles: Sendable {
  package let path: String
  package static let name = "config.json"
  private static let limit = 1 << 20
  private let patience: Int64

  /// - Parameter patience: milliseconds for which another that changes them is waited for.
  package init(home: Home, patience: Int64 = 10_000) {
    path = home.configuration
    self.patience = patience
  }

  /// The configuration; an empty one where there is no file yet.
  package func load() throws(Failure) -> Configuration {
    guard let bytes = try read(ConfigurationFiles.name) else { return Configuration() }
    do {
      return try Configuration(json: JSON(parsing: bytes))
    } catch {
      throw Failure(
        .failed, .fileUnreadable("\(path)/\(ConfigurationFiles.name)"), why: Phrase(verbatim: "\(error)"),
        hint: .repairOrRemoveFile)
    }
  }

  private func save(_ configuration: Configuration) throws(Failure) {
    try replace(ConfigurationFiles.name, with: Array(configuration.json.prettyText.utf8))
  }

  /// The bytes of a file, nil where there is none.
  func read(_ name: String) throws(Failure) -> [UInt8]? {
    do {
      return try Directory(path).read(name, limit: ConfigurationFiles.limit)
    } catch  where error.isMissing {
      return nil
    } catch {
      throw Failure(.failed, .fileUnreadable("\(path)/\(name)"), why: .system(error))
    }
  }

  func status(_ name: String) -> FileStatus? { try? Directory(path).status(name) }

  func replace(_ name: String, with bytes: [UInt8]) throws(Failure) {
    do {
      try Directory.create(path).replace(name, with: bytes)
    } catch {
      throw Failure(.failed, .fileUnwritable("\(path)/\(name)"), why: .system(error))
    }
  }

  /// Runs the body as the only one that changes these files.
  func whileLocked<Answer>(_ body: () throws -> Answer) throws -> Answer {
    let lock = try lock()
    return try withExtendedLifetime(lock) { try body() }
  }

  private func lock() throws(Failure) -> FileLock {
    do {
      return try FileLock.acquire("lock", in: Directory.create(path), holder: "kabinet", patience: patience)
    } catch FileLock.Failure.busy(let holder) {
      throw Failure(.store, .storeLocked(holder), hint: .waitForHolder)
    } catch FileLock.Failure.system(let error) {
      throw Failure(.failed, .fileUnwritable("\(path)/lock"), why: .system(error))
    } catch let error as SystemError {
      throw Failure(.failed, .fileUnwritable(path), why: .system(error))
    } catch {
      throw Failure(.store, .storeWithoutLocks, hint: .moveStore)
    }
  }

  /// Changes the configuration in one step.
  package func update(_ change: (inout Configuration) -> Void) throws {
    try whileLocked {
      var configuration = try load()
      change(&configuration)
      try save(configuration)
    }
  }
}
