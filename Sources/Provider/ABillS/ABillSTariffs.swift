import Domain

/// The list of tariffs with what stands in the way of each.
struct ABillSTariffs {
  let all: [Tariff]

  /// - Parameter rows: of `/user/internet/tariffs/all`: a row that cannot be had carries an `error` text.
  init(rows: [Loose], account: ABillSAccount) throws(ProviderError) {
    var tariffs: [Tariff] = []
    for row in rows {
      let id = try row["tpId"].required(row["tpId"].identity, "an id")
      guard !tariffs.contains(where: { $0.id == id }) else { continue }
      tariffs.append(ABillSTariffs.tariff(row, id: id, account: account))
    }
    // The list leaves out the one that the account has.
    if let main = account.main, let id = main["tpId"].identity, !tariffs.contains(where: { $0.id == id }) {
      tariffs.append(ABillSTariffs.tariff(main, id: id, account: account))
    }
    all = tariffs
  }

  private static func tariff(_ row: Loose, id: String, account: ABillSAccount) -> Tariff {
    let daily = row["dayFee"].amount ?? Millionths(value: 0)
    let monthly = row["monthFee"].amount ?? row["tpFee"].amount ?? Millionths(value: 0)
    let fee = (daily.isPositive ? daily : monthly).money(account.currency)
    return Tariff(
      id: id, name: row["tpName"].text ?? row["name"].text ?? id, fee: fee,
      cycle: daily.isPositive ? .daily : .calendarMonth, downstream: speed(row["inSpeed"]),
      upstream: speed(row["outSpeed"]),
      description: (row["tpComments"].text ?? row["comments"].text).map { LocalizedText(PlainText.of($0)) },
      eligibility: eligibility(row, id: id, fee: fee, account: account))
  }

  /// Kbit/s to whole Mbit/s; 0 states nothing.
  private static func speed(_ value: Loose) -> Int? {
    guard let kilobits = value.integer, (1000...1_000_000_000).contains(kilobits) else { return nil }
    return Int(kilobits / (kilobits % 1024 == 0 ? 1024 : 1000))
  }

  private static func eligibility(_ row: Loose, id: String, fee: Money, account: ABillSAccount) -> Eligibility {
    if account.main?["tpId"].identity == id {
      return Eligibility(available: false, active: true, reasons: [ABillSReasons.reason(4521, nil)])
    }
    if account.main?["schedule"]["tpId"].identity != nil {
      return Eligibility(available: false, reasons: [TariffReasons.changeScheduled])
    }
    guard let text = row["error"].text else { return Eligibility(available: true) }
    // The text is in the installation's language and wording, so the code comes from the figures, the label from the text.
    let funds = account.balance?.adding(account.credit)
    let isShort = funds.map { $0 < fee } ?? false
    let small = ABillSReasons.reason(4522, nil)
    return Eligibility(
      available: false,
      reasons: [
        Reason(
          code: isShort ? small.code : "not-available", label: LocalizedText(text), remedy: isShort ? small.remedy : nil
        )
      ])
  }
}
