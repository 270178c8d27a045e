import Domain
import JSON
import Platform

/// Looks at every byte of a store and names all that is not as it should be.
///
/// `repair` loses nothing: it sets aside, cuts what was never committed, rebuilds what can be derived, and marks for fetching
/// again what only the provider has. It never edits or drops an intent. A second run finds nothing more to do.
package struct Doctor {
  private let root: Directory
  private let reader: StoreReader

  /// Takes no lock: a shelf that is being written meanwhile is looked at again.
  package static func examine(path: String, on kernel: any Kernel = LiveKernel()) throws(StoreError) -> Diagnosis {
    Diagnosis(findings: try findings(path, kernel), repaired: [])
  }

  static func findings(_ path: String, _ kernel: any Kernel) throws(StoreError) -> [Finding] {
    try findings(in: try StoreGuard.open(path, on: kernel))
  }

  static func findings(in root: Directory) throws(StoreError) -> [Finding] {
    let reader: StoreReader
    var findings: [Finding] = []
    do {
      reader = try StoreReader(source: DirectorySource(root))
    } catch {
      findings = [Finding(.damage, StoreFormat.path, try lossOfStoreFile(error, root))]
      reader = .formatless(root)
    }
    return findings + (try Doctor(root: root, reader: reader).findings())
  }

  /// A directory without `store.json` is no store, unless it holds what only a store holds.
  private static func lossOfStoreFile(_ error: StoreError, _ root: Directory) throws(StoreError) -> Finding.Kind {
    if error.damage?.path == StoreFormat.path { return .fileDamaged }
    let holdsData = try storing { try root.contains("accounts") || root.contains("intents") }
    guard error == .absent, holdsData else { throw error }
    return .fileMissing
  }

  private func findings() throws(StoreError) -> [Finding] {
    try storing {
      var findings = try walk(root, "")
      for shelf in try reader.accounts() + reader.articleShelves() {
        guard try root.status(shelf.path).kind == .directory else { continue }
        findings += try ShelfExamination(root: root, reader: reader, shelf: shelf).findings()
      }
      for damage in try reader.openIntents().unreadable {
        findings.append(Finding(.moneyLock, damage.path, .unreadableIntent))
      }
      return try findings + intents() + records()
    }
  }

  private func intents() throws -> [Finding] {
    var findings: [Finding] = []
    for name in try reader.names(in: "intents") where name.hasSuffix(".json") {
      if case .intent(let intent) = try reader.intentFile("intents/" + name), intent.state.isTerminal {
        findings.append(Finding(.note, "intents/" + name, .endedIntent))
      }
    }
    for year in try reader.years() {
      for damage in try reader.doneIntents(year: year).unreadable {
        findings.append(Finding(.damage, damage.path, .unreadableIntent))
      }
    }
    return findings
  }

  /// Whatever else there is: each file, or each line of one, carries its checksum.
  private func records() throws -> [Finding] {
    try StoreFiles(root).others().compactMap { path in
      guard path != StoreFormat.path, path.hasSuffix(".json") || path.hasSuffix(".ndjson"),
        let bytes = try? root.read(path, limit: Limit.part), !Envelope.areIntact(bytes, path: path)
      else { return nil }
      // What it says is advice; it is written anew when it is needed.
      return path == StoreFiles.backoff ? Finding(.note, path, .fileDamaged) : Finding(.damage, path, .unreadableRecord)
    }
  }

  /// Links, permissions, leftovers.
  private func walk(_ directory: Directory, _ prefix: String) throws -> [Finding] {
    var findings: [Finding] = []
    for name in try directory.list() where prefix != "" || name != StoreFiles.quarantine {
      let path = prefix + name
      // Gone since the list was made: somebody is at work here.
      guard let status = try directory.statusIfPresent(name) else { continue }
      let isLeftOver = Directory.isTemporary(name) && root.kernel.now() - status.modified > Housekeeping.temporaryLife
      switch status.kind {
      case .symbolicLink: findings.append(Finding(.damage, path, .link))
      case .other: findings.append(Finding(.note, path, .stranger))
      case .directory, .regular:
        if isLeftOver { findings.append(Finding(.note, path, .temporary)) }
        if status.permissions & 0o077 != 0 { findings.append(Finding(.damage, path, .permissions(status.permissions))) }
        if status.kind == .directory, !Directory.isTemporary(name) {
          findings += try walk(try directory.directory(name), path + "/")
        }
      }
    }
    return findings
  }
}
