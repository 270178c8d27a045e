import Domain

/// What the account has (TMF637): its tariff, and the services beside it.
struct TMForumProducts {
  struct Product {
    let id: String
    let row: Loose
    let price: TMForumPrice?

    var offering: String { row["productOffering"]["id"].identity ?? id }
    var name: String { row["name"].text ?? row["productOffering"]["name"].text ?? offering }
    var isSuspended: Bool { row["status"].text == "suspended" }
  }

  private let products: [Product]
  /// Whether there is such an interface.
  let isKept: Bool

  init(_ reading: TMForumReading, _ view: TMForumAccount) throws {
    let rows = try reading.list(.inventory, "product", lacking: .tariffSwitch)
    isKept = rows != nil
    products = (rows ?? []).filter { $0.concerns(view.id) && TMForumProducts.isLive($0) }.compactMap { row in
      row["id"].identity.map {
        Product(id: $0, row: row, price: TMForumPrice.regular(row[list: "productPrice"], view.currency))
      }
    }
  }

  /// `aborted ` has a space in the document.
  private static func isLive(_ row: Loose) -> Bool {
    guard let status = row["status"].text?.lowercased() else { return true }
    return ["active", "suspended", "pendingterminate"].contains(status)
  }

  /// The product with a price that is no part of another and needs none; of several the dearest, for an option of a
  /// tariff costs less than the tariff.
  var tariff: Product? {
    let parts = Set(products.flatMap { $0.row[list: "product"].compactMap { $0["id"].identity } })
    let roots = products.filter { product in
      let needs = product.row[list: "productRelationship"].contains { relation in
        relation["relationshipType"].text?.lowercased().contains("relies") == true
      }
      return product.price != nil && !parts.contains(product.id) && !needs
    }
    return roots.max { ($0.price?.fee.minor ?? 0, $1.id) < ($1.price?.fee.minor ?? 0, $0.id) }
  }

  /// A product without a price is a part of one that has it.
  func services(_ currency: Currency) -> [Service] {
    let own = tariff?.id
    return products.filter { $0.id != own }.compactMap { product in
      product.price.map {
        Service(
          id: product.offering, name: product.name,
          kind: product.row["productSpecification"]["name"].text?.lowercased() ?? "service", fee: $0.fee,
          since: product.row["startDate"].date)
      }
    }
  }

  var agreement: String? { tariff?.row[list: "agreement"].first?["id"].identity }

  /// What incidents name when they concern this account.
  var references: Set<String> {
    Set(
      products.flatMap { product in
        (product.row[list: "realizingService"] + product.row[list: "realizingResource"] + product.row[list: "place"])
          .compactMap { $0["id"].identity } + [product.id]
      })
  }
}
