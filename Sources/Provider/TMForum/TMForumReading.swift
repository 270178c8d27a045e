import Domain

/// The reading calls, with those that an installation lacks remembered as missing.
final class TMForumReading {
  let session: TMForumSession
  let clock: () -> Timestamp
  private(set) var missing: Set<Capability> = []

  init(session: TMForumSession, clock: @escaping () -> Timestamp) {
    self.session = session
    self.clock = clock
  }

  private static let pageRows = 100
  private static let mostPages = 2000

  /// All members of a list, each once; nil where there is no such list, or this login may not see it.
  ///
  /// It is over when a page brings nothing new, which also ends a server that pays no heed to the offset, or when the
  /// total that the server states has come. Only the parameters of the documents are sent: filters are not among them, and
  /// a login sees no more than what is its own.
  func list(_ api: TMForumAPI, _ resource: String, lacking capabilities: Capability...) throws -> [Loose]? {
    var rows: [Loose] = []
    var seen: Set<String> = []
    var read = 0
    for _ in 0..<TMForumReading.mostPages {
      let target = "/\(resource)?offset=\(read)&limit=\(TMForumReading.pageRows)"
      switch try session.call("GET", api, target) {
      case .failed(let status, let code, let text):
        guard status == 403, read == 0, api != .account else {
          throw ProviderError.refused(TMForumReasons.reason(code, text))
        }
        missing.formUnion(capabilities)
        return nil
      case .absent:
        guard read == 0 else { throw ProviderError.malformed("\(resource): the list has gone half way") }
        missing.formUnion(capabilities)
        return nil
      case .value(let page, let total, let isPart):
        let elements = try page.elements()
        let new = TMForumReading.new(elements, &seen)
        rows += new
        read += elements.count
        guard !new.isEmpty, isPart || total.map({ read < $0 }) ?? true else { return rows }
      }
    }
    return rows
  }

  /// Those of a page that were not there before. Without ids equal ones on one page are two; on another page it is the
  /// same one again.
  private static func new(_ elements: [Loose], _ seen: inout Set<String>) -> [Loose] {
    let before = seen
    return elements.filter { element in
      if let id = element["id"].identity { return seen.insert(id).inserted }
      let words = element.json?.text ?? ""
      seen.insert(words)
      return !before.contains(words)
    }
  }

  /// Whether there is such a list that this login may see.
  func keeps(_ api: TMForumAPI, _ resource: String) throws -> Bool {
    switch try session.call("GET", api, "/\(resource)?offset=0&limit=1") {
    case .absent, .failed(403, _, _): return false
    case .failed(_, let code, let text): throw ProviderError.refused(TMForumReasons.reason(code, text))
    case .value(let page, _, _):
      _ = try page.elements()
      return true
    }
  }

  func note(missing capabilities: Capability...) { missing.formUnion(capabilities) }

  /// The billing accounts of this login.
  func accounts() throws -> [Loose] {
    guard let rows = try list(.account, "billingAccount") else {
      throw ProviderError.malformed("billingAccount: there is no such call")
    }
    return rows.filter { $0["id"].identity != nil }
  }

  /// - Throws: `.unknownAccount`
  func view(of account: String) throws -> TMForumAccount {
    guard let row = try accounts().first(where: { $0["id"].identity == account }) else {
      throw ProviderError.unknownAccount
    }
    return try TMForumAccount(row, id: account, buckets: try buckets(account), now: clock())
  }

  /// The money of an account; other buckets hold gigabytes and minutes.
  private func buckets(_ account: String) throws -> [Loose] {
    try (list(.balance, "bucket") ?? []).filter { bucket in
      bucket["usageType"].text == "monetary" && bucket["status"].text != "expired" && bucket.concerns(account)
        && bucket["remainingValue"].size != nil
    }
  }
}

extension Loose {
  /// Whether a resource is of this account, as far as it names any.
  func concerns(_ account: String) -> Bool {
    let named = ["billingAccount", "partyAccount", "account"].map { self[$0] }.flatMap { $0.members ?? [$0] }
      .compactMap { $0["id"].identity }
    return named.isEmpty || named.contains(account)
  }

  /// The elements of an array; nil when it is something else.
  var members: [Loose]? {
    guard case .array(let elements)? = json else { return nil }
    return elements.enumerated().map { Loose($1, "\(path)[\($0)]") }
  }

  /// The elements of a list that may be absent.
  subscript(list key: String) -> [Loose] { self[key].members ?? [] }
}
