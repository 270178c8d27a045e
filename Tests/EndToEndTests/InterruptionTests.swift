import JSON
import Platform
import TestSupport
import Testing

/// What is cut in the middle: answers, processes, pipes.
struct InterruptionTests {
  @Test func aPaymentWhoseAnswerIsLostIsEnteredOnce() throws {
    let house = try Household().loggedIn()
    try house.server.fault("lose-answer", on: intentCalls)
    let lost = try house.run("pay", "700", "--yes")
    #expect(lost.status == 8)
    #expect(
      Household.withoutKey(lost)
        == "Payment of ₽700: outcome unknown\nDo not repeat it: the next ‘kabinet sync’ finds out the outcome.\n")
    let repeated = try house.run("pay", "700", "--yes")
    #expect(
      repeated
        == Ran(
          output: "",
          error: """
            error: there is an unsettled operation already: payment of ₽700 — outcome unknown
              what to do: find out its outcome: kabinet sync
                          or repeat all the same: --again

            """, status: 8))
    let sync = try house.run("sync")
    #expect(sync.status == 0)
    #expect(sync.output.hasPrefix("payment of ₽700: done\n"))
    #expect(try house.payments(of: 70_000) == 1)
  }

  @Test func aRequestThatIsLostIsSentOnceBySync() throws {
    let house = try Household(language: "ru").loggedIn()
    try house.server.fault("lose-request", on: intentCalls)
    let lost = try house.run("pay", "700", "--yes")
    #expect(lost.status == 8)
    #expect(lost.output.hasPrefix("Оплата 700\u{A0}₽: исход неизвестен\nНе повторяйте операцию"))
    #expect(try house.payments(of: 70_000) == 0)
    #expect(try house.run("sync").status == 0)
    #expect(try house.payments(of: 70_000) == 1)
  }

  @Test func ctrlCInTheMiddleOfAPaymentEndsWith130AndPaysOnce() throws {
    let house = try Household().loggedIn()
    try house.server.fault("delay", on: intentCalls, value: 15_000)
    let paying = Companion([house.binary.path, "pay", "700", "--yes"], environment: house.binary.environment)
    try waitUntil { try house.openIntents() == ["sending"] }
    try paying.signal("INT")
    let ran = try paying.wait()
    #expect(ran.status == 130)
    #expect(ran.output.isEmpty)
    #expect(try house.openIntents().count == 1)
    #expect(try house.run("pay", "700", "--yes").status == 8)
    _ = try house.server.stop()
    let again = try Server(house.binary, directory: house.home.path + "/provider", port: house.server.port)
    #expect(try house.run("sync", "--force").status == 0)
    #expect(try house.payments(of: 70_000) == 1)
    #expect(try again.stop().status == 143)
  }

  @Test func killedAtAnyMomentAPaymentIsMadeOnce() throws {
    let house = try Household().loggedIn()
    try house.server.fault("delay", on: intentCalls, value: 300)
    let paying = Companion(
      [house.binary.path, "pay", "700", "--yes", "--key", "k1"], environment: house.binary.environment)
    try waitUntil { try !house.openIntents().isEmpty }
    try paying.signal("KILL")
    #expect(try paying.wait().status == 137)
    #expect(try house.run("sync", "--force").status == 0)
    #expect(try house.run("pay", "700", "--yes", "--key", "k1").status == 0)
    #expect(try house.payments(of: 70_000) == 1)
  }

  @Test func ofTwoPaymentsAtOnceOneIsMade() throws {
    let house = try Household().loggedIn()
    let both = (0..<2).map { _ in
      Companion([house.binary.path, "pay", "700", "--yes"], environment: house.binary.environment)
    }
    let ended = try both.map { try $0.wait().status }.sorted()
    #expect(ended.first == 0)
    #expect([2, 8].contains(ended.last), "\(ended)")
    #expect(try house.payments(of: 70_000) == 1)
  }

  /// The writer begins when the reader has gone: nothing is left to chance.
  @Test func aReaderThatWentAwayIsStatus141WithoutAWord() throws {
    let house = try Household().loggedIn()
    let script = #"""
      cd "$1"; shift; rm -f gone
      { until [ -e gone ]; do sleep 0.01; done; "$@" 2>complaint; echo $? >status; } | { exec 0<&-; : >gone; }
      """#
    for words in [["balance"], ["statement", "all"], ["kb", "list", "--json"], ["completions", "zsh"]] {
      _ = try Spawn(
        ["/bin/sh", "-c", script, "sh", house.home.path, house.binary.path] + words,
        environment: house.binary.environment, deadline: 20_000
      ).run()
      #expect(try house.home.read("status") == "141\n", "\(words)")
      #expect(try house.home.read("complaint").isEmpty, "\(words)")
    }
  }

  private struct TooLong: Error {}

  private func waitUntil(_ condition: () throws -> Bool) throws {
    let end = Clock.monotonicMilliseconds() + 20_000
    while try !condition() {
      guard Clock.monotonicMilliseconds() < end else { throw TooLong() }
      Clock.pause(milliseconds: 5)
    }
  }
}
