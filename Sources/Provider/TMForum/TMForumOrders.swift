import Domain
import JSON

/// Orders of products (TMF622), of which a change of the tariff is one.
struct TMForumOrders {
  let rows: [Loose]

  init(_ reading: TMForumReading, _ view: TMForumAccount) throws {
    let rows = try reading.list(.order, "productOrder", lacking: .tariffSwitch, .tariffCancel)
    self.rows = (rows ?? []).filter { order in
      order.concerns(view.id) && order[list: "productOrderItem"].allSatisfy { $0.concerns(view.id) }
    }
  }

  enum State: Equatable {
    case underWay, done, refused, cancelled
  }

  static func state(_ order: Loose) -> State? {
    switch order["state"].text {
    case "acknowledged", "pending", "held", "inProgress", "partial", "assessingCancellation", "pendingCancellation":
      .underWay
    case "completed": .done
    case "rejected", "failed": .refused
    case "cancelled": .cancelled
    default: nil
    }
  }

  /// The order under way that brings another tariff on a later day.
  func change(from product: TMForumProducts.Product?, _ view: TMForumAccount) -> (
    order: Loose, offering: String, on: CivilDate
  )? {
    for order in rows where TMForumOrders.state(order) == .underWay {
      let day = ["requestedStartDate", "requestedCompletionDate", "expectedCompletionDate"].lazy
        .compactMap { order[$0].time(view.utcOffset) }.first?.date(utcOffset: view.utcOffset)
      for item in order[list: "productOrderItem"] where item["action"].text == "modify" {
        guard let day, day > view.today, let offering = item["productOffering"]["id"].identity,
          item["product"]["id"].identity.map({ $0 == product?.id }) ?? true, offering != product?.offering
        else { continue }
        return (order, offering, day)
      }
    }
    return nil
  }

  static func canCancel(_ order: Loose) -> Bool {
    !["assessingCancellation", "pendingCancellation"].contains(order["state"].text)
  }

  /// The body of an order that puts another offering in the place of the one that a product came from.
  ///
  /// - Parameter start: nil for at once.
  static func body(account: String, product: String, offering: String, start: String?) -> JSON {
    .members([
      "category": "tariff change", "requestedStartDate": start.map { .string($0) },
      "billingAccount": ["id": .string(account), "@referredType": "BillingAccount"],
      "productOrderItem": [
        [
          "id": "1", "action": "modify", "quantity": 1, "product": ["id": .string(product)],
          "productOffering": ["id": .string(offering)],
        ]
      ],
    ])
  }
}
