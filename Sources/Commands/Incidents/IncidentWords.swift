import Domain
import Language
import Terminal

/// An incident in words, with every change of what was promised.
struct IncidentWords {
  let incident: Incident
  let today: CivilDate
  let utcOffset: Int
  /// On the provider's clock.
  let now: Timestamp

  init(_ incident: Incident, today: CivilDate, utcOffset: Int, now: Timestamp) {
    self.incident = incident
    self.today = today
    self.utcOffset = utcOffset
    self.now = now
  }

  /// «Авария «Нет интернета»: с 10:00, уже 2 ч; обещали к 14:00, перенесли на 18:00»
  var inOneLine: Line {
    let promise = promises.map { Line("; ") + Line($0) } ?? Line()
    return "\(heading): \(when)" + promise
  }

  var heading: Line { "\(.incidentKind(incident.kind), style) \(.quoted(.provider(incident.title)))" }

  var style: Style {
    switch incident.state {
    case .open: incident.kind == .plannedWork ? .warning : .bad
    case .announced: .warning
    case .resolved, .cancelled: .dim
    }
  }

  var when: Phrase {
    let start = moment(incident.start)
    switch incident.state {
    case .announced: return .incidentAnnounced(start)
    case .open: return .incidentOpen(start, lasting: duration(to: now))
    case .cancelled: return .incidentCancelled(start)
    case .resolved:
      guard let end = incident.end else { return .incidentResolvedSomehow(start) }
      return resolved(at: end)
    }
  }

  /// The day is told once when it was over on the day on which it began.
  private func resolved(at end: Timestamp) -> Phrase {
    let day = incident.start.date(utcOffset: utcOffset)
    guard day != today, day == end.date(utcOffset: utcOffset) else {
      return .incidentResolved(moment(incident.start), moment(end), lasted: duration(to: end))
    }
    return .incidentResolved(
      on: DateText.near(day, today: today), TimeText.timeOfDay(incident.start, utcOffsetMinutes: utcOffset),
      TimeText.timeOfDay(end, utcOffsetMinutes: utcOffset), lasted: duration(to: end))
  }

  /// All estimates in one sentence; nil where none was ever given and it does not matter any more.
  var promises: Phrase? {
    var steps = changes.map(\.phrase)
    if steps.isEmpty { return incident.state == .open ? .estimateNone : nil }
    if incident.state == .open, let until = incident.estimates.last?.until, until < now {
      steps.append(.estimateMissed(by: TimeText.age(seconds: max(60, until.seconds(until: now)))))
    }
    return steps.dropFirst().reduce(steps[0]) { Phrase("\($0.russian), \($1.russian)", "\($0.english), \($1.english)") }
  }

  /// Each estimate that differs from the one before it, and when it was said.
  var changes: [(phrase: Phrase, saidAt: Timestamp)] {
    var result: [(phrase: Phrase, saidAt: Timestamp)] = []
    var previous: Incident.Estimate?
    for estimate in incident.estimates where previous.map({ $0.until != estimate.until }) ?? true {
      result.append((change(from: previous, to: estimate), estimate.saidAt))
      previous = estimate
    }
    return result
  }

  private func change(from previous: Incident.Estimate?, to estimate: Incident.Estimate) -> Phrase {
    guard let until = estimate.until else { return previous == nil ? .estimateUnknown : .estimateWithdrawn }
    guard let earlier = previous?.until else { return .estimatePromised(moment(until)) }
    return until > earlier ? .estimatePostponed(moment(until)) : .estimateSooner(moment(until))
  }

  /// The time alone today, with the day otherwise.
  func moment(_ moment: Timestamp) -> Phrase {
    moment.date(utcOffset: utcOffset) == today
      ? TimeText.timeOfDay(moment, utcOffsetMinutes: utcOffset)
      : TimeText.moment(moment, today: today, utcOffsetMinutes: utcOffset)
  }

  private func duration(to end: Timestamp) -> Phrase {
    TimeText.duration(seconds: incident.start.seconds(until: end))
  }
}
