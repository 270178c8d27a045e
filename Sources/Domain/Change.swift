import JSON

/// The small collections that an account's shelf keeps beside its ledger.
package enum Collection: String, Sendable, CaseIterable {
  case tariffs, incidents, notices, methods
}

/// One thing that the provider says has become so.
package enum Change: Sendable, Equatable {
  case account(Account)
  case entry(LedgerEntry)
  case entryDeleted(id: String)
  case tariff(Tariff)
  case incident(Incident)
  case notice(Notice)
  case method(PaymentMethod)
  case article(Article)
  /// A member of a collection is gone.
  case deleted(Collection, id: String)
  case articleDeleted(id: String, language: String)
}

/// The provider's opaque mark of how far its feed was read.
package struct Cursor: Sendable, Equatable {
  package let text: String
  package init(_ text: String) { self.text = text }
}
