import Domain

/// Vouchers of the sandbox: `KB`, the roubles in four digits, five digits of a number, and one that makes the sum of all of
/// them end in 0. So anybody can make one up: KB0500000050.
enum VoucherCatalogue {
  static func amount(_ code: String) -> Int64? {
    let code = code.uppercased()
    let digits = code.dropFirst(2).compactMap(\.wholeNumberValue)
    guard code.hasPrefix("KB"), code.count == 12, digits.count == 10, digits.reduce(0, +) % 10 == 0 else { return nil }
    let roubles = digits.prefix(4).reduce(0) { $0 * 10 + $1 }
    return [100, 300, 500, 1000].contains(roubles) ? Int64(roubles) * 100 : nil
  }
}

/// Vouchers, invited friends, and the payment that the card's bank makes by itself.
extension Contract {
  static let friendBonus: Int64 = 300_00

  mutating func redeem(_ code: String, key: String?) {
    guard let amount = VoucherCatalogue.amount(code) else { return }
    vouchers.insert(code.uppercased())
    pay(amount, method: "voucher", text: "Ваучер", key: key)
  }

  mutating func invite(_ name: String, phone: String) {
    friends.append(.init(id: String(friends.count + 1), name: name, phone: phone, state: .invited))
  }

  /// A friend becomes a subscriber at the next midnight: the sandbox's people are quick.
  mutating func welcomeFriends() {
    guard friends.contains(where: { $0.state == .invited }) else { return }
    friends = friends.map { friend in
      guard friend.state == .invited else { return friend }
      friendBonus += Contract.friendBonus
      return .init(
        id: friend.id, name: friend.name, phone: friend.phone, state: .joined, bonus: Contract.friendBonus.roubles)
    }
  }

  mutating func claimBonus(key: String?) {
    let bonus = friendBonus
    friendBonus = 0
    post(.bonus, bonus, "Бонус за друзей", key: key)
    resumeIfCovered()
  }

  /// On its day, once a month.
  mutating func payByItself() {
    guard let due = autopayment, due.next == today, let amount = due.amount else { return }
    pay(amount.minor, method: "card", text: "Регулярный платёж: \(due.name)", key: nil)
    autopayment = Autopayment(
      id: due.id, name: due.name, amount: amount, last: today, next: today.adding(months: 1))
  }

  mutating func change(_ values: [Profile.Field: String]) {
    profile = Profile(
      phones: values[.phone].map { [$0] } ?? profile.phones,
      mobiles: values[.mobile].map { [$0] } ?? profile.mobiles,
      emails: values[.email].map { [$0] } ?? profile.emails, contractDate: profile.contractDate,
      editable: profile.editable)
  }
}
