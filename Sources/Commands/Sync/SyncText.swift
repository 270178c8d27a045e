import Domain
import JSON
import Language
import Sync
import Terminal

/// A sync in words: what it would do, and what it did.
enum SyncText {
  static func plan(_ plan: SyncPlan, entry: Configuration.Entry) -> Answer {
    var lines: [Line] = plan.pushes.map { push in
      "\(.syncStep(push.step.rawValue)): \(.syncAction(push.action.kind.rawValue)) \(push.key, .dim)"
    }
    lines.append(Line(plan.account.cursor == nil ? .syncPullAll : .syncPullChanges))
    if let articles = plan.articles {
      lines.append(Line(articles.cursor == nil ? .syncPullAllArticles : .syncPullArticleChanges))
    }
    let pushes = plan.pushes.map { push -> JSON in
      ["key": .string(push.key), "action": .string(push.action.kind.rawValue), "step": .string(push.step.rawValue)]
    }
    return Answer(
      kind: "sync-plan",
      json: .members([
        "account": .string(entry.id), "pushes": .array(pushes),
        "cursor": plan.account.cursor.map { .string($0.text) },
        "articlesCursor": plan.articles?.cursor.map { .string($0.text) },
      ]),
      view: [.list(lines)])
  }

  static func report(_ report: Synchronizer.Report, entry: Configuration.Entry) -> Answer {
    var view: [Block] = report.pushed.map { result in
      .line(
        "\(IntentText.name(result.intent)): \(IntentText.state(result.intent), IntentText.style(result.intent.state))")
    }
    let entries = report.account?.newEntries ?? 0
    let isUnchanged = report.account?.isUnchanged != false && report.articles?.isUnchanged != false
    view.append(
      .line(isUnchanged ? .syncNothingNew : entries == 0 ? .syncDone : .syncDoneEntries(plural(entries, .operations))))
    return Answer(
      kind: "sync",
      json: .members([
        "account": .string(entry.id), "newEntries": .integer(Int64(entries)), "unchanged": .bool(isUnchanged),
        "intents": .array(report.pushed.map { IntentText.json($0.intent) }),
        "clockSkewSeconds": .integer(report.clockSkew),
        "discrepancy": report.account?.discrepancy.map { ["ours": $0.ours.json, "theirs": $0.theirs.json] },
      ]),
      view: view)
  }

  /// A sync of all accounts: what became of each, under its number.
  static func all(_ answers: [(entry: Configuration.Entry, answer: Answer)]) -> Answer {
    Answer(
      kind: "sync-all", json: ["accounts": .array(answers.map(\.answer.json))],
      view: answers.flatMap { entry, answer in
        [.heading("\(entry.number) \(entry.name)")] + answer.view
      })
  }

  static func failure(_ failure: Failure, entry: Configuration.Entry) -> Answer {
    Answer(
      kind: "sync", json: ["account": .string(entry.id), "error": .string(failure.what.english)],
      view: [.line(Line(failure.what.capitalised, .bad))])
  }

  static func refusal(_ refusal: Puller.Refusal) -> Phrase {
    switch refusal {
    case .shrinks(let before, let after): .pullShrinks(before, after)
    case .otherAccount(let was, let now): .pullOtherAccount(was, now)
    case .otherCurrency(let was, let now): .pullOtherCurrency(was, now)
    }
  }
}
