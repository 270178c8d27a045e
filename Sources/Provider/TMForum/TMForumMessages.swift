import Domain

/// What the provider tells: service problems (TMF656) as incidents, promotions (TMF671) and communications (TMF681) as
/// notices.
struct TMForumMessages {
  let reading: TMForumReading
  let view: TMForumAccount

  // MARK: - Incidents

  func incidents(_ products: TMForumProducts) throws -> [Incident] {
    let rows = try reading.list(.problem, "serviceProblem", lacking: .incidents) ?? []
    return rows.compactMap { incident($0, products.references) }
  }

  /// An estimate has no member in the document, so there is none. One without a date cannot be placed.
  private func incident(_ row: Loose, _ own: Set<String>) -> Incident? {
    let start = ["creationDate", "statusChangeDate", "lastUpdate"].lazy.compactMap { row[$0].time(view.utcOffset) }
      .first
    guard let id = row["id"].identity, let start else { return nil }
    let words = [row["category"], row["name"]].compactMap { $0.text?.lowercased() }.joined(separator: " ")
    let isPlanned = ["planned", "maintenance", "работы"].contains { words.contains($0) }
    let title = row["name"].text ?? row["description"].text ?? row["category"].text ?? id
    let details = row["name"].text == nil ? nil : row["description"].text
    return Incident(
      id: id, kind: isPlanned ? .plannedWork : words.contains("degrad") ? .degradation : .outage,
      state: state(row["status"].text, isPlanned), title: LocalizedText(PlainText.of(title)),
      details: details.map { LocalizedText(PlainText.of($0)) },
      services: row[list: "affectedService"].compactMap { $0["name"].text ?? $0["id"].text },
      isAtAddress: !own.isDisjoint(with: concerned(row)) || concerned(row).contains(view.id), start: start,
      end: row["resolutionDate"].time(view.utcOffset), estimates: [])
  }

  private func concerned(_ row: Loose) -> [String] {
    ["affectedService", "affectedResource", "affectedLocation", "relatedEntity", "relatedParty"]
      .flatMap { row[list: $0] }.compactMap { $0["id"].identity }
  }

  private func state(_ status: String?, _ isPlanned: Bool) -> Incident.State {
    switch status {
    case "resolved", "closed": .resolved
    case "cancelled", "rejected": .cancelled
    case "pending", "acknowledged": isPlanned ? .announced : .open
    default: .open
    }
  }

  // MARK: - Notices

  /// Whether one was read is not kept there: they are shown, and do not ask to be read.
  func notices() throws -> [Notice] {
    let promotions = try reading.list(.promotion, "promotion")
    let messages = try reading.list(.communication, "communicationMessage")
    if promotions == nil, messages == nil { reading.note(missing: .notices) }
    return (promotions ?? []).compactMap(promotion) + (messages ?? []).compactMap(message)
  }

  private func promotion(_ row: Loose) -> Notice? {
    let stage = row["lifecycleStatus"].text?.lowercased() ?? "release"
    guard stage.hasPrefix("release") || stage.hasPrefix("active") || stage.hasPrefix("launch"),
      !row["validFor"].isOver(at: view.now, view.utcOffset)
    else { return nil }
    return notice(
      "promotion-", row, title: row["name"].text, text: row["description"].text,
      at: row["validFor"]["startDateTime"].time(view.utcOffset) ?? row["lastUpdate"].time(view.utcOffset))
  }

  private func message(_ row: Loose) -> Notice? {
    guard row["state"].text != "cancelled", row["state"].text != "failed" else { return nil }
    let sent = ["sendTime", "sendTimeComplete", "scheduledSendTime"].lazy.compactMap { row[$0].time(view.utcOffset) }
      .first
    return notice("message-", row, title: row["subject"].text, text: row["content"].text, at: sent)
  }

  private func notice(_ kind: String, _ row: Loose, title: String?, text: String?, at: Timestamp?) -> Notice? {
    let text = PlainText.of(text ?? "")
    let title = title.map(PlainText.of) ?? String(text.prefix { $0 != "\n" }.prefix(80))
    guard !title.isEmpty else { return nil }
    let id = row["id"].identity ?? String(MD5.hexadecimal(title + text).prefix(16))
    return Notice(id: kind + id, at: at, title: LocalizedText(title), text: LocalizedText(text), isRead: true)
  }
}
