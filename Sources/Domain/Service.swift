import JSON

/// A service of the account beside its tariff.
package struct Service: Sendable, Equatable {
  package let id: String
  package let name: String
  /// `tv`, `phone`, `static-ip`, `antivirus`, ...; others are kept.
  package let kind: String
  /// Taken together with the tariff's fee, for the same period.
  package let fee: Money
  package let since: CivilDate?

  package init(id: String, name: String, kind: String, fee: Money, since: CivilDate? = nil) {
    self.id = id
    self.name = name
    self.kind = kind
    self.fee = fee
    self.since = since
  }
}

/// A message of the provider to the subscriber.
package struct Notice: Sendable, Equatable {
  package let id: String
  /// Nil where the provider does not tell it.
  package let at: Timestamp?
  package let title: LocalizedText
  package let text: LocalizedText
  package let isRead: Bool

  package init(id: String, at: Timestamp?, title: LocalizedText, text: LocalizedText, isRead: Bool) {
    self.id = id
    self.at = at
    self.title = title
    self.text = text
    self.isRead = isRead
  }
}

/// A way to pay that the provider offers.
package struct PaymentMethod: Sendable, Equatable {
  package let id: String
  package let name: LocalizedText
  /// The provider charges it at once (a linked card); otherwise a link leads to a page where the person pays.
  package let isDirect: Bool
  package let minimum: Money?
  package let maximum: Money?
  /// The commission in hundredths of a percent of the amount, on top of it.
  package let commissionBasisPoints: Int
  package let isDefault: Bool

  package init(
    id: String, name: LocalizedText, isDirect: Bool, minimum: Money? = nil, maximum: Money? = nil,
    commissionBasisPoints: Int = 0, isDefault: Bool = false
  ) {
    self.id = id
    self.name = name
    self.isDirect = isDirect
    self.minimum = minimum
    self.maximum = maximum
    self.commissionBasisPoints = commissionBasisPoints
    self.isDefault = isDefault
  }
}

extension Service: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "service")
    self.init(
      id: try fields.string("id"), name: try fields.string("name"), kind: try fields.string("kind"),
      fee: try fields.value("fee"), since: try fields.optional("since"))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "name": .string(name), "kind": .string(kind), "fee": fee.json, "since": since?.json,
    ])
  }
}

extension Notice: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "notice")
    self.init(
      id: try fields.string("id"), at: try fields.optional("at"), title: try fields.value("title"),
      text: try fields.value("text"), isRead: try fields.bool("read", default: false))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "at": at?.json, "title": title.json, "text": text.json, "read": .bool(isRead),
    ])
  }
}

extension PaymentMethod: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "method")
    self.init(
      id: try fields.string("id"), name: try fields.value("name"), isDirect: try fields.bool("direct", default: false),
      minimum: try fields.optional("minimum"), maximum: try fields.optional("maximum"),
      commissionBasisPoints: try fields.optionalCount("commissionBasisPoints", limit: 10_000) ?? 0,
      isDefault: try fields.bool("default", default: false))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "name": name.json, "direct": .bool(isDirect), "minimum": minimum?.json,
      "maximum": maximum?.json, "commissionBasisPoints": .integer(Int64(commissionBasisPoints)),
      "default": .bool(isDefault),
    ])
  }
}
