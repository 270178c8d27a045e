import JSON

/// One thing that the provider says has become so.
package enum Change: Sendable, Equatable {
  case account(Account)
  case entry(LedgerEntry)
  case entryDeleted(id: String)
  /// A member of a collection is there, or is not what it was.
  case item(Item)
  case article(Article)
  /// A member of a collection is gone.
  case deleted(Collection, id: String)
  case articleDeleted(id: String, language: String)

  package static func item(_ member: some CollectionMember) -> Change { .item(Item(member)) }
}

/// The provider's opaque mark of how far its feed was read.
package struct Cursor: Sendable, Equatable {
  package let text: String
  package init(_ text: String) { self.text = text }
}
