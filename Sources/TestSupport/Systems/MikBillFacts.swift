import JSON

/// What never changes in the small MikBiLL, and how its forms are read.
extension MikBillSystem {
  static let types: [Int64: String] = [
    2: "Абонентская плата за текущий день", 5: "Пополнение счета", 28: "Пополнение карточкой",
    35: "Активация услуги Кредит",
  ]

  static let fixed: [String: JSON] = [
    "GET /packets": [
      [
        "gid": "5", "packet": "Полёт", "full_price_discounted": "450.00", "residual_price_discounted": "150.00",
        "speed_rate": 102_400, "speed_burst": 102_400,
      ]
    ],
    "GET /packets/3": ["packet": "Старт", "howmuch": ["tarif_abonka_new": "300.00"], "speed_rate": 51_200],
    "GET /packets/5": ["packet": "Полёт", "howmuch": ["tarif_abonka_new": "450.00"], "speed_rate": 102_400],
    "GET /config": [
      "gui": [
        "changetariffoptions_visible": 1, "changetariffoptions_default": 1, "menu_show_tickets": "1",
        "menu_show_sessionshistory": "1",
      ]
    ],
    "GET /user/services": ["services": ["credit": 1, "turbo": 1, "freeze": 1, "tarif": 1]],
    "GET /news": [["text": "<p>Ночью работы.</p>", "date": "2026-11-20"]],
  ]

  static func form(_ body: [UInt8]) -> [String: String] {
    var pairs: [String: String] = [:]
    for pair in String(decoding: body, as: UTF8.self).split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
      if halves.count == 2 { pairs[halves[0]] = unescaped(halves[1]) }
    }
    return pairs
  }

  private static func unescaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
