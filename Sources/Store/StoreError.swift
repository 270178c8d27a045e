import JSON
import Platform

/// Why the store did not do what it was asked. Nothing that was acknowledged is lost by any of them.
package enum StoreError: Error, Sendable, Equatable {
  /// There is no store at that place.
  case absent
  case unknownShelf(String)
  case unsafe(Danger)
  /// Written by a newer Kabinet: it may be read (`readOnly`) or not even that.
  case tooNew(format: Int, readOnly: Bool)
  case damaged(Damage)
  /// Another process holds the lock; the text is its own, such as `4711 kabinet sync`.
  case locked(holder: String)
  /// The file system has no locks: only reading is safe.
  case locksUnsupported
  case noSpace(path: String)
  case overQuota(path: String)
  case readOnlyFileSystem(path: String)
  case denied(path: String)
  case system(SystemError)
  /// Another process wrote the same shelf since it was read: read it again.
  case changed
  /// The entries are of another currency than the ledger.
  case currencyMismatch(String)
  /// Sums leave 64 bits, or a value is too big for its file.
  case excessive(String)
  /// An intent under this key does not exist, or is settled already.
  case noOpenIntent(key: String)

  /// What makes a store unsafe to use.
  package enum Danger: String, Sendable { case symbolicLink, foreignOwner, writableByOthers, notADirectory }

  /// The damage, when that is what it is. (A `catch StoreError.damaged` crashes the 6.3.1 compiler in typed `do` blocks.)
  package var damage: Damage? {
    guard case .damaged(let damage) = self else { return nil }
    return damage
  }

  /// Whether a file does not give back what was written to it: it is damaged, or the disk or a link stands in the way.
  var isLossOfContents: Bool {
    switch self {
    case .damaged, .system: true
    default: false
    }
  }

  init(_ error: SystemError) {
    self =
      if error.isOverQuota {
        .overQuota(path: error.path)
      } else if error.isNoSpace {
        .noSpace(path: error.path)
      } else if error.isReadOnly {
        .readOnlyFileSystem(path: error.path)
      } else if error.isDenied {
        .denied(path: error.path)
      } else {
        .system(error)
      }
  }

  init(_ failure: FileLock.Failure) {
    self =
      switch failure {
      case .busy(let holder): .locked(holder: holder)
      case .unsupported: .locksUnsupported
      case .system(let error): StoreError(error)
      }
  }
}

/// Something in a file that should not be as it is.
package struct Damage: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case missing
    /// Shorter than its head says.
    case truncated
    case badChecksum
    /// A line of a segment, at this byte.
    case badLine(offset: Int)
    /// Numbers are missing after this one.
    case gap(after: Int)
    /// The checksum is right and the contents are not: the place within, in plain English.
    case illegal(String)
    /// The disk does not give the file back; it may do so the next time.
    case failed(SystemError)
  }

  /// Relative to the store.
  package let path: String
  package let kind: Kind

  package init(_ path: String, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// Whether it was only the disk that did not answer.
  package var isFailure: Bool {
    if case .failed = kind { true } else { false }
  }
}

/// Runs a body and turns what it throws into the store's own error.
func storing<Answer>(_ body: () throws -> Answer) throws(StoreError) -> Answer {
  do {
    return try body()
  } catch let error as StoreError {
    throw error
  } catch let error as Damage {
    throw .damaged(error)
  } catch let error as FileLock.Failure {
    throw StoreError(error)
  } catch let error as SystemError {
    throw StoreError(error)
  } catch let error as FieldError {
    throw .damaged(Damage("", .illegal(error.description)))
  } catch {
    throw .excessive(String(describing: error))
  }
}
