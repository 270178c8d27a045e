import Domain

/// How far a client has read: entries of the ledger, revisions of everything else, and when it last got the account.
///
/// Text: `<epoch>.<entries>.<revision>.<asOf>`, of letters, digits and points, safe in a query and in an ETag.
struct FeedCursor: Equatable {
  let epoch: String
  var entries: Int
  var revision: Int
  /// UTC seconds; zero when the account has not been sent.
  var asOf: Int64

  init(epoch: String, entries: Int, revision: Int, asOf: Int64) {
    self.epoch = epoch
    self.entries = entries
    self.revision = revision
    self.asOf = asOf
  }

  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, let entries = Int(parts[1]), let revision = Int(parts[2]), let asOf = Int64(parts[3]),
      entries >= 0, revision >= 0, asOf >= 0
    else { return nil }
    self.init(epoch: String(parts[0]), entries: entries, revision: revision, asOf: asOf)
  }

  var text: String { "\(epoch).\(entries).\(revision).\(asOf)" }
}
