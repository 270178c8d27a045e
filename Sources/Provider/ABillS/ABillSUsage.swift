import Domain

/// Sessions and equipment: what the network saw of the subscriber.
struct ABillSUsage {
  private let reading: ABillSReading
  /// Seconds for what the network is asked meanwhile.
  private static let patience = 6

  init(_ reading: ABillSReading) { self.reading = reading }

  /// Those that run, then the latest finished ones. The installation tells neither their beginnings nor identities: they
  /// are numbered in its order.
  func sessions() throws -> [UsageSession] {
    guard !reading.missing.contains(.usage) else { return [] }
    let running = try list("/user/internet/session/active/")
    let past = try list("/user/internet/sessions/?pageRows=100", for: .usage)
    return running.enumerated().compactMap { session($1, id: "now-\($0 + 1)", isActive: true) }
      + past.enumerated().compactMap { session($1, id: "past-\($0 + 1)", isActive: false) }
  }

  /// One session may come without its list.
  private func list(_ path: String, for capability: Capability? = nil) throws -> [Loose] {
    guard let answer = try reading.optional(path, for: capability) else { return [] }
    return answer["duration"].json == nil ? try answer.elements() : [answer]
  }

  /// `input` and `output` are the access server's: what it puts out is what the subscriber receives.
  private func session(_ row: Loose, id: String, isActive: Bool) -> UsageSession? {
    guard let seconds = row["duration"].integer, seconds >= 0 else { return nil }
    return UsageSession(
      id: id, seconds: seconds, received: max(0, row["output"].integer ?? 0), sent: max(0, row["input"].integer ?? 0),
      address: row["ip"].text.flatMap { $0 == "0.0.0.0" ? nil : $0 }, isActive: isActive)
  }

  /// Optical terminals by their place in the access network: `{"1.5":{...}}`. The installation asks the network while one
  /// waits: where that does not answer, the account is read without.
  func devices() throws -> [Device] {
    let asked: Loose?
    do {
      asked = try reading.optional("/user/equipment/", for: .devices, within: ABillSUsage.patience)
    } catch ProviderError.noAnswer, ProviderError.broken, ProviderError.malformed {
      return []
    }
    guard let answer = asked, case .object(let members)? = answer.json else { return [] }
    return members.keys.sorted().compactMap { place in
      let row = answer[place]
      guard case .object? = row.json else { return nil }
      return device(row, id: place)
    }
  }

  private func device(_ row: Loose, id: String) -> Device {
    let readings = [("signal", "onuRxPower"), ("distance", "distance"), ("temperature", "temperature")]
    let status = row["status"].integer
    return Device(
      id: id, name: row["describe"].text.map(PlainText.of) ?? id, kind: "onu", serial: row["macSerial"].text,
      isOnline: status == 1 ? true : status == 0 ? false : nil,
      readings: readings.compactMap { name, key in row[key].text.map { Device.Reading(name: name, value: $0) } })
  }
}
