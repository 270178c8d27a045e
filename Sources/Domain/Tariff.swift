import JSON

/// One tariff of the provider's whole public catalogue, with what stands in this account's way.
package struct Tariff: Sendable, Equatable {
  package let id: String
  package let name: String
  package let fee: Money
  package let cycle: ChargeCycle
  /// Promised speeds, in Mbit/s; nil where the provider states none.
  package let downstream: Int?
  package let upstream: Int?
  package let description: LocalizedText?
  /// Ids of the services that come with it at no extra fee.
  package let included: [String]
  package let isArchived: Bool
  package let eligibility: Eligibility

  package init(
    id: String, name: String, fee: Money, cycle: ChargeCycle, downstream: Int? = nil, upstream: Int? = nil,
    description: LocalizedText? = nil, included: [String] = [], isArchived: Bool = false, eligibility: Eligibility
  ) {
    self.id = id
    self.name = name
    self.fee = fee
    self.cycle = cycle
    self.downstream = downstream
    self.upstream = upstream
    self.description = description
    self.included = included
    self.isArchived = isArchived
    self.eligibility = eligibility
  }
}

/// A change of tariff that is planned but has not happened.
package struct ScheduledTariffChange: Sendable, Equatable {
  package let tariffID: String
  package let name: String
  package let on: CivilDate
  /// The plan from that day on; its first charge is on or after that day.
  package let plan: ChargePlan
  package let canCancel: Bool

  package init(tariffID: String, name: String, on: CivilDate, plan: ChargePlan, canCancel: Bool) {
    self.tariffID = tariffID
    self.name = name
    self.on = on
    self.plan = plan
    self.canCancel = canCancel
  }
}

extension Tariff: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "tariff")
    self.init(
      id: try fields.string("id"), name: try fields.string("name"), fee: try fields.value("fee"),
      cycle: try fields.value("cycle"), downstream: try fields.optionalCount("downstream"),
      upstream: try fields.optionalCount("upstream"), description: try fields.optional("description"),
      included: try fields.strings("included"), isArchived: try fields.bool("archived", default: false),
      eligibility: try fields.value("eligibility"))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "name": .string(name), "fee": fee.json, "cycle": cycle.json,
      "downstream": downstream.map { .integer(Int64($0)) }, "upstream": upstream.map { .integer(Int64($0)) },
      "description": description?.json, "included": .strings(included),
      "archived": .bool(isArchived), "eligibility": eligibility.json,
    ])
  }
}

extension ScheduledTariffChange: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "scheduledChange")
    self.init(
      tariffID: try fields.string("tariff"), name: try fields.string("name"), on: try fields.value("on"),
      plan: try fields.value("plan"), canCancel: try fields.bool("canCancel", default: false))
  }

  package var json: JSON {
    [
      "tariff": .string(tariffID), "name": .string(name), "on": on.json, "plan": plan.json,
      "canCancel": .bool(canCancel),
    ]
  }
}
