import Domain
import JSON
import Language
import Terminal

/// The faces of `incidents`: a list, and one in full.
struct IncidentsView {
  let account: Account
  let now: Timestamp
  /// Seconds since the data was received.
  let age: Int64
  /// A person gets sentences, a program rows.
  let isForPeople: Bool

  func list(_ incidents: [Incident], all: Bool) -> Answer {
    Answer(
      kind: "incidents", json: json(["all": .bool(all), "incidents": .array(incidents.map(\.json))]),
      view: isForPeople
        ? screen(incidents, title: all ? .incidentsAllTitle : .incidentsTitle) : [.table(rows(incidents))])
  }

  func one(_ incident: Incident) -> Answer {
    Answer(
      kind: "incidents", json: json(["incidents": [incident.json]]),
      view: isForPeople ? details(incident) + ageLine : [.table(rows([incident]))])
  }

  private func screen(_ incidents: [Incident], title: Phrase) -> [Block] {
    guard !incidents.isEmpty else { return [] }
    return [.heading(title)] + incidents.flatMap { [.blank] + summary($0) } + ageLine
  }

  private var ageLine: [Block] { [.blank, .line(Line(TimeText.dataAge(seconds: age), .dim))] }

  private func words(_ incident: Incident) -> IncidentWords {
    IncidentWords(incident, today: account.day(at: now), utcOffset: account.utcOffset, now: now)
  }

  private func summary(_ incident: Incident) -> [Block] {
    let words = words(incident)
    var lines = [heading(words), .line("  \(words.when)")]
    if let promises = words.promises { lines.append(.line("  \(promises)")) }
    return lines
  }

  private func heading(_ words: IncidentWords) -> Block {
    let place = words.incident.isAtAddress ? Line() : ", \(.incidentElsewhere, .dim)"
    return .line(words.heading + place + "  \(words.incident.id, .dim)")
  }

  private func details(_ incident: Incident) -> [Block] {
    let words = words(incident)
    let text = incident.details.map { [Block.blank, .paragraph(.provider($0))] } ?? []
    return [.heading(words.heading), .fields(fields(incident, words))] + text
  }

  private func fields(_ incident: Incident, _ words: IncidentWords) -> [Field] {
    var fields = [
      Field(.incidentIDLabel, Line(verbatim: incident.id)),
      Field(.stateWord, Line(.incidentState(incident.state), words.style)),
      Field(.incidentTimeLabel, Line(words.when)),
      Field(.incidentAddressLabel, Line(incident.isAtAddress ? .incidentAtAddress : .incidentOtherAddress)),
    ]
    if !incident.services.isEmpty {
      let names = incident.services.map(Phrase.serviceKind)
      let text = Phrase(
        names.map(\.russian).joined(separator: ", "), names.map(\.english).joined(separator: ", "))
      fields.append(Field(.incidentServicesLabel, Line(text)))
    }
    for change in words.changes {
      let text = Phrase.incidentSaid(change.phrase, at: words.moment(change.saidAt))
      fields.append(Field(.incidentEstimateLabel, Line(text)))
    }
    return fields
  }

  /// Id, kind, state, start, end, the last promise, how often it was postponed, whether it is here, title.
  private func rows(_ incidents: [Incident]) -> Table {
    var table = Table(Array(repeating: Table.Column(Phrase(verbatim: "")), count: 9))
    for incident in incidents {
      table.append([
        Line(verbatim: incident.id), Line(verbatim: incident.kind.rawValue), Line(verbatim: incident.state.rawValue),
        Line(verbatim: incident.start.text), Line(verbatim: incident.end?.text ?? ""),
        Line(verbatim: incident.estimates.last?.until?.text ?? ""), Line(verbatim: String(incident.timesPostponed)),
        Line(verbatim: incident.isAtAddress ? "here" : "elsewhere"), Line(.provider(incident.title)),
      ])
    }
    return table
  }

  private func json(_ members: [String: JSON]) -> JSON {
    .object(members.merging(["ageSeconds": .integer(age), "asOf": account.asOf.json]) { own, _ in own })
  }
}
