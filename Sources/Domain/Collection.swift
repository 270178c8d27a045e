import JSON

/// A small set of things that an account's shelf keeps beside its ledger.
package enum Collection: String, Sendable, CaseIterable {
  case tariffs, incidents, notices, methods, tickets, topics
  case documents, sessions, devices, profiles, referrals, autopayments

  /// What its members are.
  package var member: any CollectionMember.Type {
    switch self {
    case .tariffs: Tariff.self
    case .incidents: Incident.self
    case .notices: Notice.self
    case .methods: PaymentMethod.self
    case .tickets: Ticket.self
    case .topics: TicketTopic.self
    case .documents: Document.self
    case .sessions: UsageSession.self
    case .devices: Device.self
    case .profiles: Profile.self
    case .referrals: Referral.self
    case .autopayments: Autopayment.self
    }
  }
}

/// A new kind of thing that a provider has is a type of this protocol and a case of `Collection`; feed, store and sync
/// carry it from there.
package protocol CollectionMember: JSONConvertible {
  static var collection: Collection { get }
  /// Unique in its collection; `id` in its JSON.
  var id: String { get }
}

extension Tariff: CollectionMember { package static var collection: Collection { .tariffs } }
extension Incident: CollectionMember { package static var collection: Collection { .incidents } }
extension Notice: CollectionMember { package static var collection: Collection { .notices } }
extension PaymentMethod: CollectionMember { package static var collection: Collection { .methods } }
extension Ticket: CollectionMember { package static var collection: Collection { .tickets } }
extension TicketTopic: CollectionMember { package static var collection: Collection { .topics } }
extension Document: CollectionMember { package static var collection: Collection { .documents } }
extension UsageSession: CollectionMember { package static var collection: Collection { .sessions } }
extension Device: CollectionMember { package static var collection: Collection { .devices } }
extension Profile: CollectionMember { package static var collection: Collection { .profiles } }
extension Referral: CollectionMember { package static var collection: Collection { .referrals } }
extension Autopayment: CollectionMember { package static var collection: Collection { .autopayments } }

/// A member of some collection, as the store keeps it.
package struct Item: Sendable, Equatable {
  package let collection: Collection
  package let id: String
  package let json: JSON

  package init<Member: CollectionMember>(_ member: Member) {
    collection = Member.collection
    id = member.id
    json = member.json
  }

  /// - Throws: `FieldError` when it is no such member.
  package init(_ collection: Collection, json: JSON) throws(FieldError) {
    let member = try collection.member.init(json: json)
    self.collection = collection
    id = member.id
    self.json = member.json
  }
}
