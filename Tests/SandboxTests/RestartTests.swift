import Domain
import JSON
import Platform
import Testing

@testable import Sandbox

/// What was answered is on the disk.
struct RestartTests {
  private final class Place {
    let path = "/tmp/kabinet-sandbox-\(Randomness.hexadecimal(bytes: 8))"
    deinit { try? Directory("/tmp").removeTree(String(path.dropFirst(5))) }

    func sandbox() throws -> Sandbox {
      try Sandbox.open(directory: path, seed: 9, entries: 300, start: noon, clock: { noon })
    }
  }

  @Test func aRestartKeepsMoneyKeysSessionsClockAndCursors() throws {
    let place = Place()
    let (token, before) = try firstLife(place)
    let after = try Client("100101", sandbox: place.sandbox())
    after.token = token
    #expect(try after.feed(account: "100100") == before)
    let cursor = try #require(before.last?["cursor"]?.string)
    #expect(try after.feed(cursor, account: "100100") == nil)
    let fenced: JSON = ["key": "k-2", "state": "fenced"]
    #expect(try after.call("GET", "/v1/accounts/100100/intents/k-2") == fenced)
    #expect(try after.call("GET", "/v1/accounts/100100/intents/k-1")["state"] == "done")
  }

  /// Its sandbox is gone, and its lock with it, when this returns.
  private func firstLife(_ place: Place) throws -> (token: String, feed: [JSON]) {
    let client = try Client(sandbox: place.sandbox())
    try client.order("k-1", Client.pay(500_00))
    try client.sandbox.advance(days: 15)
    _ = try client.call("DELETE", "/v1/accounts/100100/intents/k-2")
    _ = try client.sandbox.provokeIncident(hours: 3)
    return (client.token, try #require(try client.feed()))
  }

  @Test func aHalfWrittenLastLineIsCutOff() throws {
    let place = Place()
    do {
      let client = try Client(sandbox: place.sandbox())
      try client.order("k-1", Client.pay(500_00))
    }
    let file = try Directory(place.path).file("journal.ndjson", .append)
    try file.write(Array(#"{"at":"2026-11-21T09:00:00Z","deed":{"do":"or"#.utf8))
    let sandbox = try place.sandbox()
    #expect(sandbox.book("100100")?.intents.keys.sorted() == ["k-1"])
    try sandbox.advance(days: 1)
  }

  @Test func damageInTheMiddleIsNamedByItsLine() throws {
    let place = Place()
    do { _ = try Client(sandbox: place.sandbox()) }
    let file = try Directory(place.path).file("journal.ndjson", .append)
    try file.write(Array("nonsense\n".utf8))
    #expect(throws: JournalError.damaged(line: 3)) { _ = try place.sandbox() }
  }

  @Test func timeDoesNotGoBack() throws {
    final class Hand { var now = noon }
    let hand = Hand()
    let sandbox = Sandbox.inMemory(seed: 1, start: noon, clock: { hand.now })
    hand.now = noon.adding(seconds: 100)
    let seen = sandbox.now
    hand.now = noon
    #expect(sandbox.now == seen)
  }
}
