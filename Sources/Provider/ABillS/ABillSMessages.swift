import Domain

/// FAQ, news and incidents.
enum ABillSMessages {
  static func articles(_ faqs: Loose) throws(ProviderError) -> [Article] {
    var articles: [Article] = []
    for row in try faqs.elements() {
      guard let title = row["title"].text else { continue }
      let id = try row["id"].required(row["id"].identity, "an id")
      articles.append(
        Article(
          id: "faq-" + id, language: "ru", type: "faq", category: "", title: PlainText.of(title),
          body: PlainText.of(row["body"].text ?? "")))
    }
    return articles
  }

  static func notices(_ news: Loose, utcOffset: Int) throws(ProviderError) -> [Notice] {
    let rows = news["news"].json == nil ? news : news["news"]
    var notices: [Notice] = []
    for row in try rows.elements() {
      guard let at = row["date"].moment(utcOffset: utcOffset), let title = row["title"].text else { continue }
      let id = try row["id"].required(row["id"].identity, "an id")
      let text = row["content"].text ?? row["shortDescription"].text ?? ""
      notices.append(
        Notice(
          id: "news-" + id, at: at, title: LocalizedText(PlainText.of(title)),
          text: LocalizedText(PlainText.of(text)), isRead: false))
    }
    return notices
  }

  /// `endTime` is the promise, `realyTime` (sic) the moment when it was over. Only the account's own incidents are listed.
  static func incidents(_ accidents: Loose, utcOffset: Int, now: Timestamp) throws(ProviderError) -> [Incident] {
    var incidents: [Incident] = []
    for row in try accidents.elements() {
      guard let start = row["date"].moment(utcOffset: utcOffset) else { continue }
      let id = try row["id"].required(row["id"].identity, "an id")
      let end = row["realyTime"].moment(utcOffset: utcOffset).flatMap { $0 <= now ? $0 : nil }
      let promise = row["endTime"].moment(utcOffset: utcOffset)
      incidents.append(
        Incident(
          id: "accident-" + id, kind: .outage, state: end != nil ? .resolved : start > now ? .announced : .open,
          title: LocalizedText(PlainText.of(row["name"].text ?? "")),
          details: row["descr"].text.map { LocalizedText(PlainText.of($0)) }, services: ["internet"],
          isAtAddress: true, start: start, end: end, estimates: [.init(saidAt: start, until: promise)]))
    }
    return incidents
  }
}
