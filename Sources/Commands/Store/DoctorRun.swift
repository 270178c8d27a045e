import Domain
import JSON
import Language
import Platform
import Store
import Terminal

/// An examination of the store, or its repair, with its report and exit status.
struct DoctorRun {
  private let world: World
  private let repairs: Bool

  init(_ world: World, repairs: Bool) {
    self.world = world
    self.repairs = repairs
  }

  func run() throws -> ExitStatus {
    try world.refuseSnapshot()
    let diagnosis: Diagnosis
    do {
      diagnosis =
        repairs
        ? try Doctor.repair(path: world.home.store, holder: "kabinet doctor", now: world.now(), on: world.kernel)
        : try Doctor.examine(path: world.home.store, on: world.kernel)
    } catch StoreError.absent {
      try world.console.answer(
        Answer(kind: "doctor", json: ["status": "clean", "findings": []], view: [.line(.doctorNoStore)]))
      return .done
    }
    try world.console.answer(DoctorRun.answer(diagnosis))
    return DoctorRun.status(diagnosis)
  }

  /// Clean and repaired are done; damage left and a money lock are the store's own status, told apart by the answer's
  /// `status`: a script that only wants to know whether it may go on asks for 0.
  static func status(_ diagnosis: Diagnosis) -> ExitStatus {
    switch diagnosis.status {
    case .clean, .repaired: .done
    case .damageLeft, .moneyLocked: .store
    }
  }

  static func answer(_ diagnosis: Diagnosis) -> Answer {
    let rows =
      diagnosis.repaired.map { row($0, .doctorMended, .good) }
      + diagnosis.findings.map { finding in
        row(finding, .severity(finding.severity.rawValue), finding.severity == .note ? .dim : .bad)
      }
    let columns: [Table.Column] = [
      .init(Phrase(verbatim: " ")), .init(.fileWord, minimum: 16), .init(.findingWord, minimum: 20),
    ]
    return Answer(
      kind: "doctor",
      json: [
        "status": .string(diagnosis.status.rawValue), "findings": .array(diagnosis.findings.map(json)),
        "repaired": .array(diagnosis.repaired.map(json)),
      ],
      view: (rows.isEmpty ? [] : [.table(Table(columns, rows: rows))]) + [.line(summary(diagnosis))])
  }

  private static func summary(_ diagnosis: Diagnosis) -> Line {
    switch diagnosis.status {
    case .clean: Line(.doctorClean, .good)
    case .repaired: Line(.doctorRepaired, .good)
    case .damageLeft:
      "\(.doctorDamageLeft, .bad) \(diagnosis.findings.contains { $0.remedy == .repair } ? .doctorCanRepair : .doctorCanRestore)"
    case .moneyLocked: "\(.doctorMoneyLocked, .bad) \(.doctorCanRestore)"
    }
  }

  private static func row(_ finding: Finding, _ word: Phrase, _ style: Style) -> [Line] {
    [Line(word, style), Line(verbatim: finding.path), Line(DoctorRun.phrase(finding))]
  }

  /// `what` is for a log, and in English like every name here; a script goes by `code` and `remedy`.
  private static func json(_ finding: Finding) -> JSON {
    [
      "severity": .string(finding.severity.rawValue), "path": .string(finding.path),
      "code": .string(name(finding.kind)), "what": .string(phrase(finding).english),
      "remedy": .string(finding.remedy.rawValue),
    ]
  }

  /// The stable name of a finding: its case, without the numbers.
  private static func name(_ kind: Finding.Kind) -> String { String("\(kind)".prefix { $0 != "(" }) }

  static func phrase(_ finding: Finding) -> Phrase {
    switch finding.kind {
    case .fileDamaged: .findingFileDamaged
    case .fileMissing: .damageMissing
    case .linesDamaged(let places): .findingLines(places)
    case .tail(let bytes): .findingTail(bytes)
    case .temporary: .findingTemporary
    case .orphan: .findingOrphan
    case .stranger: .findingStranger
    case .link: .findingLink
    case .permissions(let bits): .findingPermissions(String(bits, radix: 8))
    case .unbalanced: .findingUnbalanced
    case .wrongTotals: .findingTotals
    case .unreadableIntent: .findingIntent
    case .unreadableRecord: .findingRecord
    case .endedIntent: .findingEndedIntent
    case .rebuilt: .findingRebuilt
    }
  }
}
