import Domain
import JSON
import Provider
import TestSupport
import Testing

/// Every list that is read, made from its definition in all ways: it is read without a trap, and no money comes out of it
/// that did not go in.
@Suite(.enabled(if: !Document.all.isEmpty, "no documents of the TM Forum beside this checkout"))
struct GeneratedAnswerFacts {
  private static let lists = [
    "/tmf-api/accountManagement/v4/billingAccount", "/tmf-api/customerManagement/v4/customer",
    "/tmf-api/prepayBalanceManagement/v4/bucket", "/tmf-api/prepayBalanceManagement/v4/topupBalance",
    "/tmf-api/prepayBalanceManagement/v4/adjustBalance", "/tmf-api/prepayBalanceManagement/v4/transferBalance",
    "/payment/v4/payment", "/payment/v4/refund", "/tmf-api/paymentMethod/v4/paymentMethod",
    "/tmf-api/customerBillManagement/v4/customerBill",
    "/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate",
    "/tmf-api/productCatalogManagement/v4/productOffering",
    "/tmf-api/productCatalogManagement/v4/productOfferingPrice", "/tmf-api/productInventory/v4/product",
    "/tmf-api/productOrderingManagement/v4/productOrder", "/tmf-api/troubleTicket/v4/troubleTicket",
    "/tmf-api/serviceProblemManagement/v4/serviceProblem", "/tmf-api/promotionManagement/v4/promotion",
    "/tmf-api/communicationManagement/v4/communicationMessage",
    "/tmf-api/productOfferingQualification/v4/productOfferingQualification",
  ]

  @Test(arguments: lists) func aListMadeFromItsDefinitionIsRead(_ path: String) throws {
    let operation = try #require(Operation("GET", path))
    let answer = try #require(operation.answer)
    let resource = try #require(path.split(separator: "/").last.map(String.init))
    var read = 0
    // An account is seldom one that can be read: then more are made.
    for number in 0..<200 where number < 12 || read == 0 {
      let seed = UInt64.random(in: 0 ... .max)
      let subject = try Subject(.tmforum)
      let system = try #require(subject.system as? TMForumSystem)
      // Where there are top-ups and charges the other journals are not asked.
      if path.hasPrefix("/payment") || resource == "appliedCustomerBillingRate" {
        system.missing = ["topupBalance", "adjustBalance"]
      }
      system.instead[resource] = []
      let without = try? subject.pull()
      let known = Self.sums(try without ?? Subject(.tmforum).pull())
      var made = GeneratedAnswers(operation.document, id: system.accountID, seed: seed)
      let isTask = resource == "productOfferingQualification"
      let rows = (0..<3).map { _ in made.value(answer["items"] ?? .null) }
      system.instead[resource] = isTask ? rows[0] : .array(rows)
      do {
        let pulled = try subject.pull()
        read += 1
        let invented = Self.sums(pulled).subtracting(known).subtracting(made.sums)
        #expect(invented.isEmpty, "seed \(seed): \(invented) from \(rows.map(\.text))")
        #expect(Set(pulled.entries.map(\.id)).count == pulled.entries.count, "seed \(seed)")
      } catch is ProviderError {
        // An account without a readable balance is not shown.
        #expect(["billingAccount", "bucket"].contains(resource), "seed \(seed): \(rows.map(\.text))")
      }
      for action in system.possible { _ = try? subject.provider.check(action, for: subject.account) }
      try expectNoPayment(subject, seed)
    }
    #expect(read > 0, "none of them could be read")
  }

  /// Nor is a payment found among them that nobody made.
  private func expectNoPayment(_ subject: Subject, _ seed: UInt64) throws {
    let sum = Money(minor: 1_000_000_01, currency: .rub)
    var intent = Intent(
      key: "key-1", account: "shelf", action: .pay(amount: sum, method: nil), body: "{}", terms: nil,
      created: subject.system.now)
    try intent.apply(.take, at: subject.system.now)
    subject.wait(seconds: 600)
    guard let settled = try? subject.provider.settle(intent, for: subject.account) else { return }
    #expect([.notExecuted, .unknown].contains(settled), "seed \(seed)")
  }

  /// All that costs or pays something; balances are sums of these.
  private static func sums(_ pulled: Pulled) -> Set<Int64> {
    var sums = Set(pulled.entries.map { abs($0.amount.minor) })
    for tariff in pulled.steps.members(Tariff.self) { sums.insert(tariff.fee.minor) }
    for service in pulled.account?.services ?? [] { sums.insert(service.fee.minor) }
    if let plan = pulled.account?.plan { sums.insert(plan.fee.minor) }
    if let credit = pulled.account?.credit.minor { sums.insert(credit) }
    return sums
  }
}
