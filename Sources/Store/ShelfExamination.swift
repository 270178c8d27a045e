import Domain
import JSON
import Platform

/// Compares a shelf's files with what its head says of them, down to each line.
struct ShelfExamination {
  let root: Directory
  let reader: StoreReader
  let shelf: ShelfID

  /// What is found while the head stays as it is. A shelf that is written again and again is judged by the last look.
  func findings() throws -> [Finding] {
    for _ in 0..<8 {
      let (revision, findings) = try look()
      if findings.isEmpty || revision == (try? reader.head(shelf))?.revision { return findings }
    }
    return try look().findings
  }

  private func look() throws -> (revision: Int?, findings: [Finding]) {
    let head: Head
    do {
      head = try reader.head(shelf)
    } catch {
      if case .unknownShelf = error {
        return (nil, try isEmpty ? [] : [Finding(.damage, shelf.headPath, .fileMissing)])
      }
      guard error.isLossOfContents else { throw error }
      return (nil, [Finding(.damage, shelf.headPath, .fileDamaged)])
    }
    return (head.revision, try findings(of: head))
  }

  private func findings(of head: Head) throws -> [Finding] {
    // Damage that is marked waits for the next sync: finding it again is no news.
    let severity: Finding.Severity = head.needsRefetch ? .note : .damage
    var findings = try parts(head, severity) + orphans(head)
    if head.rebuilt != nil { findings.append(Finding(.note, shelf.headPath, .rebuilt)) }
    guard let ledger = head.ledger else { return findings }
    findings += try tail(ledger.active)
    let manifest: Manifest
    do {
      manifest = try reader.manifest(shelf, ledger)
    } catch {
      return findings + [try fileFinding(error, shelf.file("ledger/" + (ledger.manifest?.name ?? "")), severity)]
    }
    var opening = ledger.opening
    for sealed in manifest.sealed {
      findings += try segment(sealed.segment, &opening, totals: try sealed.totals(), severity)
    }
    return try findings + segment(ledger.active, &opening, totals: nil, severity)
  }

  /// A shelf whose first flip was broken off before it wrote anything.
  private var isEmpty: Bool {
    get throws { try ["ledger", "parts"].allSatisfy { try reader.names(in: shelf.file($0)).isEmpty } }
  }

  private func parts(_ head: Head, _ severity: Finding.Severity) throws -> [Finding] {
    var findings: [Finding] = []
    for (name, mark) in head.parts.sorted(by: { $0.key < $1.key }) {
      do {
        _ = try reader.part(name, of: shelf, head, as: AnyItem.self)
      } catch {
        findings.append(try fileFinding(error, shelf.file("parts/" + mark.name), severity))
      }
    }
    return findings
  }

  /// Names that the head can't have had before: of a revision or a number that is still to come. Those of the past are
  /// kept for readers that are still at work, and the next change clears them away.
  private func orphans(_ head: Head) throws -> [Finding] {
    var findings: [Finding] = []
    let named = head.files
    for folder in ["ledger", "parts"] {
      for name in try reader.names(in: shelf.file(folder)) where !named.contains(folder + "/" + name) {
        let path = shelf.file(folder + "/" + name)
        guard try root.statusIfPresent(path)?.kind == .regular else { continue }
        let isPast =
          FileName.version(name).map { $0.revision <= head.revision }
          ?? FileName.segmentNumber(name).map { $0 < head.ledger?.nextFile ?? .max } ?? false
        if !isPast { findings.append(Finding(.note, path, .orphan)) }
      }
    }
    return findings
  }

  private func fileFinding(_ error: StoreError, _ path: String, _ severity: Finding.Severity) throws -> Finding {
    if error == .changed { return Finding(severity, path, .fileMissing) }
    guard error.isLossOfContents else { throw error }
    return Finding(severity, path, .fileDamaged)
  }

  private func tail(_ active: Segment) throws -> [Finding] {
    let path = shelf.file("ledger/" + active.name)
    guard try root.contains(path) else { return [] }
    let size = try root.status(path).size
    return size > active.bytes ? [Finding(.note, path, .tail(bytes: size - active.bytes))] : []
  }

  private func segment(
    _ segment: Segment, _ opening: inout Int64, totals stated: MonthTotals?, _ severity: Finding.Severity
  ) throws -> [Finding] {
    let path = shelf.file("ledger/" + segment.name)
    var totals = MonthTotals()
    var balance = segment.opening
    let damage: [Damage]
    let isIntact: Bool
    do {
      var reader = try SegmentReader(self.reader.source, path: path, segment: segment)
      try storing {
        try reader.read { entry, _ in
          try totals.add(entry)
          balance = balance.addingReportingOverflow(entry.amount.minor).partialValue
        }
      }
      damage = reader.damage
      isIntact = try reader.isIntact
    } catch {
      opening = segment.closing
      return [try fileFinding(error, path, severity)]
    }
    var findings: [Finding] = []
    if !damage.isEmpty {
      findings.append(Finding(severity, path, .linesDamaged(places: damage.count)))
    } else if !isIntact {
      findings.append(Finding(severity, path, .fileDamaged))
    } else {
      if let stated, stated != totals { findings.append(Finding(severity, path, .wrongTotals)) }
      // The provider's own sums: nothing is corrected here, and fetching again may bring the same.
      if balance != segment.closing || opening != segment.opening { findings.append(Finding(.note, path, .unbalanced)) }
    }
    opening = segment.closing
    return findings
  }
}

/// Any item of a collection: only its being JSON matters.
struct AnyItem: JSONConvertible {
  let json: JSON

  init(json: JSON) throws(FieldError) { self.json = json }
}
