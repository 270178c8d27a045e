import Domain
import Provider

extension Change {
  /// The member of a collection that it brings; nil when it is something else.
  package func member<Member: CollectionMember>(_ type: Member.Type = Member.self) -> Member? {
    guard case .item(let item) = self, item.collection == Member.collection else { return nil }
    return try? Member(json: item.json)
  }
}

extension [PullStep] {
  /// The members of one collection, in the order in which they came.
  package func members<Member: CollectionMember>(_ type: Member.Type = Member.self) -> [Member] {
    compactMap { if case .change(let change) = $0 { change.member(Member.self) } else { nil } }
  }
}
