import Language
import Platform
import Store

/// Which backup a person means: the name of one below the store, or a path.
struct BackupPlace {
  let path: String

  init(_ named: String, _ world: World) {
    let own = world.home.store + "/backups/" + named
    let isName = !named.contains("/") && (try? Directory(own)) != nil
    path = isName ? own : named
  }

  func open(_ world: World) throws -> BackupDirectory {
    try refusing { try BackupDirectory(path, on: world.kernel) }
  }

  /// Says in words what a backup is refused for.
  func refusing<Answer>(_ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch let error as BackupError {
      throw failure(error)
    }
  }

  private func failure(_ error: BackupError) -> Failure {
    switch error {
    case .missing: Failure(.failed, .backupNotOpened(path), why: .noSuchFile, hint: .backupSeeList)
    case .notABackup: Failure(.failed, .backupNotOpened(path), why: .backupIsNone, hint: .backupSeeList)
    case .tooNew(let format): Failure(.store, .backupTooNew(path, format), hint: .upgradeKabinet)
    case .exists: Failure(.usage, .backupExists(path), hint: .backupOtherPlace)
    case .damaged(let damage):
      Failure(
        .store, .backupDamaged(path), why: damage.first.map { .backupDamage($0.path, .damage($0), damage.count) },
        hint: .backupSeeList)
    }
  }
}
