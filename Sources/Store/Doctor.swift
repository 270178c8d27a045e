import Domain
import Platform

/// Looks at every byte of a store and names all that is not as it should be.
///
/// `repair` loses nothing: it sets aside, cuts what was never committed, rebuilds what can be derived, and marks for fetching
/// again what only the provider has. It never edits or drops an intent. A second run finds nothing more to do.
package struct Doctor {
  private let root: Directory
  private let reader: StoreReader

  package static func examine(path: String, on kernel: any Kernel = LiveKernel()) throws(StoreError) -> Diagnosis {
    Diagnosis(findings: try findings(path, kernel), repaired: [])
  }

  static func findings(_ path: String, _ kernel: any Kernel) throws(StoreError) -> [Finding] {
    let root = try StoreGuard.open(path, on: kernel)
    let source = DirectorySource(root)
    do {
      return try Doctor(root: root, reader: StoreReader(source: source)).findings()
    } catch {
      guard let damage = error.damage, damage.path == StoreFormat.path else { throw error }
      let format = StoreFormat.new(at: Timestamp(seconds: 0), random: kernel.randomBytes(10))
      let doctor = Doctor(root: root, reader: StoreReader(source: source, format: format))
      return [Finding(.damage, StoreFormat.path, .fileDamaged)] + (try doctor.findings())
    }
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
      return try findings + intents()
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

  /// Links, permissions, leftovers.
  private func walk(_ directory: Directory, _ prefix: String) throws -> [Finding] {
    var findings: [Finding] = []
    for name in try directory.list() where prefix != "" || name != "quarantine" {
      let path = prefix + name
      let status = try directory.status(name)
      switch status.kind {
      case .symbolicLink: findings.append(Finding(.damage, path, .link))
      case .other: findings.append(Finding(.note, path, .stranger))
      case .directory, .regular:
        if status.permissions & 0o077 != 0 { findings.append(Finding(.damage, path, .permissions(status.permissions))) }
        if status.kind == .directory {
          findings += try walk(try directory.directory(name), path + "/")
        } else if Directory.isTemporary(name), root.kernel.now() - status.modified > Housekeeping.temporaryLife {
          findings.append(Finding(.note, path, .temporary))
        }
      }
    }
    return findings
  }
}
