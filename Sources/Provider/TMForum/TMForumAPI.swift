/// The interfaces of the catalogue that are spoken, each under the base path of its document.
enum TMForumAPI: Sendable {
  /// TMF666, 629, 654, 676, 670, 678.
  case account, customer, balance, payment, paymentMethod, bill
  /// TMF620, 679, 637, 622.
  case catalogue, qualification, inventory, order
  /// TMF621, 656, 671, 681.
  case ticket, problem, promotion, communication

  /// Where it may live below the gateway; the first is the document's. The one of TMF676 alone lies outside `tmf-api`, and
  /// gateways put it with the rest.
  var roots: [String] {
    switch self {
    case .payment: ["/payment/v4", "/tmf-api/paymentManagement/v4", "/tmf-api/payment/v4"]
    case .account: ["/tmf-api/accountManagement/v4"]
    case .customer: ["/tmf-api/customerManagement/v4"]
    case .balance: ["/tmf-api/prepayBalanceManagement/v4"]
    case .paymentMethod: ["/tmf-api/paymentMethod/v4"]
    case .bill: ["/tmf-api/customerBillManagement/v4"]
    case .catalogue: ["/tmf-api/productCatalogManagement/v4"]
    case .qualification: ["/tmf-api/productOfferingQualification/v4"]
    case .inventory: ["/tmf-api/productInventory/v4"]
    case .order: ["/tmf-api/productOrderingManagement/v4"]
    case .ticket: ["/tmf-api/troubleTicket/v4"]
    case .problem: ["/tmf-api/serviceProblemManagement/v4"]
    case .promotion: ["/tmf-api/promotionManagement/v4"]
    case .communication: ["/tmf-api/communicationManagement/v4"]
    }
  }

  /// The gateway's own address: a person may type it with the folder that all of them share.
  static func gateway(_ address: Address) -> Address {
    guard address.path.hasSuffix(folder) else { return address }
    return Address(
      scheme: address.scheme, host: address.host, port: address.port,
      path: String(address.path.dropLast(folder.count)))
  }

  static let folder = "/tmf-api"

  /// What is asked without a login to find out whether they live there.
  static let question = "/tmf-api/accountManagement/v4/billingAccount?offset=0&limit=1"
}
