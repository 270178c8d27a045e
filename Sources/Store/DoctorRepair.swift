import Domain
import JSON
import Platform

extension Doctor {
  /// Repairs what can be repaired and examines again. `now` is written where the balance becomes unknown.
  package static func repair(
    path: String, holder: String, now: Timestamp, on kernel: any Kernel = LiveKernel()
  ) throws(StoreError) -> Diagnosis {
    let lost = try findings(path, kernel).filter {
      $0.path == StoreFormat.path && ($0.kind == .fileDamaged || $0.kind == .fileMissing)
    }
    if !lost.isEmpty { try storing { try remakeStoreFile(path, holder, now, kernel) } }
    let writer = try StoreWriter(path: path, holder: holder, on: kernel)
    let before = try storing {
      try writer.withLock {
        // Looked at again under the lock: what another process had half done a moment ago is whole by now.
        let before = lost + (try findings(path, kernel))
        for finding in before { try mend(finding, writer) }
        for shelf in try writer.reader.accounts() + writer.reader.articleShelves() {
          try mend(shelf, before.filter { $0.path.hasPrefix(shelf.path + "/") }, writer, now)
        }
        try writer.tidyIntents()
        return before
      }
    }
    let after = try findings(path, kernel)
    return Diagnosis(findings: after, repaired: before.filter { !after.contains($0) })
  }

  /// The damaged file gets a second name before the new one takes its place, so that there is one at every moment.
  private static func remakeStoreFile(
    _ path: String, _ holder: String, _ now: Timestamp, _ kernel: any Kernel
  ) throws {
    let root = try StoreGuard.open(path, on: kernel)
    let lock = try FileLock.acquire("lock", in: root, holder: holder)
    defer { withExtendedLifetime(lock) {} }
    _ = try root.createDirectory(StoreFiles.quarantine)
    if try root.contains(StoreFormat.path) {
      try root.link(StoreFormat.path, as: "quarantine/store.json." + Hexadecimal.text(kernel.randomBytes(4)))
    }
    try root.replace(
      StoreFormat.path, with: Envelope.seal(StoreFormat.new(at: now, random: kernel.randomBytes(10)).json))
  }

  /// What concerns one file and no head.
  private static func mend(_ finding: Finding, _ writer: StoreWriter) throws {
    switch finding.kind {
    case .permissions(let bits):
      let isDirectory = try writer.root.status(finding.path).kind == .directory
      try writer.root.setPermissions(finding.path, bits & (isDirectory ? 0o700 : 0o600))
    case .link, .stranger, .orphan: try writer.quarantine(file: finding.path)
    case .temporary: try writer.root.removeTree(finding.path)
    case .fileDamaged where finding.path == StoreFiles.backoff: try writer.quarantine(file: finding.path)
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
    for finding in broken {
      // Its good lines stay readable where they are; what the disk does not give back can't be set aside either.
      guard let bytes = try? writer.root.read(finding.path, limit: Limit.part) else { continue }
      try writer.quarantine(bytes, from: finding.path)
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
