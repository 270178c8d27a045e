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
      let start = fullMoment(incident.start)
      guard let end = incident.end else { return .incidentResolvedSomehow(start) }
      return resolved(at: end)
    }
  }

  /// The day is told once when it was over on the day on which it began.
  private func resolved(at end: Timestamp) -> Phrase {
    let day = incident.start.date(utcOffset: utcOffset)
    guard day == end.date(utcOffset: utcOffset) else {
      return .incidentResolved(fullMoment(incident.start), fullMoment(end), lasted: duration(to: end))
    }
    return .incidentResolved(
      on: day == today ? DateText.relative(day, today: today) : DateText.near(day, today: today),
      timeOfDay(incident.start), timeOfDay(end), lasted: duration(to: end))
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
    guard let earlier = previous?.until else { return promised(until) }
    return until > earlier ? .estimatePostponed(moment(until)) : .estimateSooner(moment(until))
  }

  /// The time alone on the day that the reader has in mind: today, and of what is past the day on which it began.
  func moment(_ moment: Timestamp) -> Phrase {
    let day = moment.date(utcOffset: utcOffset)
    return day == knownDay ? timeOfDay(moment) : fullMoment(moment)
  }

  private var knownDay: CivilDate {
    incident.state == .resolved ? incident.start.date(utcOffset: utcOffset) : today
  }

  private func fullMoment(_ moment: Timestamp) -> Phrase {
    .timeOnDay(timeOfDay(moment), DateText.near(moment.date(utcOffset: utcOffset), today: today))
  }

  private func timeOfDay(_ moment: Timestamp) -> Phrase { TimeText.timeOfDay(moment, utcOffsetMinutes: utcOffset) }

  /// A promise that holds is told in the present tense.
  private func promised(_ until: Timestamp) -> Phrase {
    let holds = !incident.isPast && incident.estimates.last?.until == until && until >= now
    return holds ? .estimatePromisedNow(moment(until)) : .estimatePromised(moment(until))
  }

  private func duration(to end: Timestamp) -> Phrase {
    TimeText.duration(seconds: incident.start.seconds(until: end))
  }
}
