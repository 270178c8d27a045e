import Domain
import JSON
import Platform

extension Doctor {
  /// Repairs what can be repaired and examines again. `now` is written where the balance becomes unknown.
  package static func repair(
    path: String, holder: String, now: Timestamp, on kernel: any Kernel = LiveKernel()
  ) throws(StoreError) -> Diagnosis {
    let before = try findings(path, kernel)
    if before.contains(where: { $0.path == StoreFormat.path && $0.kind == .fileDamaged }) {
      try storing { try remakeStoreFile(path, holder, now, kernel) }
    }
    let writer = try StoreWriter(path: path, holder: holder, on: kernel)
    try storing {
      try writer.withLock {
        for finding in before { try mend(finding, writer) }
        for shelf in try writer.reader.accounts() + writer.reader.articleShelves() {
          try mend(shelf, before.filter { $0.path.hasPrefix(shelf.path + "/") }, writer, now)
        }
        try writer.tidyIntents()
      }
    }
    let after = try findings(path, kernel)
    return Diagnosis(findings: after, repaired: before.filter { !after.contains($0) })
  }

  private static func remakeStoreFile(
    _ path: String, _ holder: String, _ now: Timestamp, _ kernel: any Kernel
  ) throws {
    let root = try StoreGuard.open(path, on: kernel)
    let lock = try FileLock.acquire("lock", in: root, holder: holder)
    defer { withExtendedLifetime(lock) {} }
    let kept = "quarantine/store.json." + Hexadecimal.text(kernel.randomBytes(4))
    _ = try root.createDirectory("quarantine")
    try root.rename(StoreFormat.path, to: kept)
    try root.replace(
      StoreFormat.path, with: Envelope.seal(StoreFormat.new(at: now, random: kernel.randomBytes(10)).json))
  }

  /// What concerns one file and no head.
  private static func mend(_ finding: Finding, _ writer: StoreWriter) throws {
    switch finding.kind {
    case .permissions(let bits):
      let isDirectory = try writer.root.status(finding.path).kind == .directory
      try writer.root.setPermissions(finding.path, bits & (isDirectory ? 0o700 : 0o600))
    case .link, .stranger: try writer.quarantine(file: finding.path)
    case .temporary: try writer.root.removeIfPresent(finding.path)
    default: break
    }
  }

  /// What concerns a shelf: a head that is made again, a tail that is cut, marks for the next sync.
  private static func mend(
    _ shelf: ShelfID, _ findings: [Finding], _ writer: StoreWriter, _ now: Timestamp
  ) throws {
    let lostHead = findings.contains {
      $0.path == shelf.headPath && ($0.kind == .fileDamaged || $0.kind == .fileMissing)
    }
    if lostHead { return try HeadRebuild(writer: writer, shelf: shelf, now: now).rebuild() }
    guard var head = try writer.head(shelf) else { return }
    for case .tail in findings.map(\.kind) {
      if let active = head.ledger?.active { try ShelfBench(writer, shelf, head).cutTail(active) }
    }
    if findings.contains(where: { $0.severity == .damage && $0.path.contains("/ledger/manifest.") }) {
      return try HeadRebuild(writer: writer, shelf: shelf, now: now).rebuildManifest(under: head)
    }
    let broken = findings.filter { $0.severity == .damage && $0.kind.needsFetching }
    guard !broken.isEmpty else { return }
    for finding in broken where try writer.root.contains(finding.path) {
      try writer.quarantine(try writer.root.read(finding.path, limit: Limit.part), from: finding.path)
    }
    head.revision += 1
    head.marks = Array(Set(head.marks + broken.map { String($0.path.dropFirst(shelf.path.count + 1)) })).sorted()
    try ShelfBench(writer, shelf, head).publish(head)
  }
}

extension Finding.Kind {
  fileprivate var needsFetching: Bool {
    switch self {
    case .fileDamaged, .fileMissing, .linesDamaged, .wrongTotals: true
    default: false
    }
  }
}
