import JSON
import Platform
import Sandbox
import TestSupport
import Testing

/// A payment is made once, however often a frightened person or a script repeats it.
struct GuardTests {
  private let answerLost = Fault(.loseAnswer, on: "PUT /v1/accounts/*/intents/*")

  @Test func aPaymentWhoseAnswerWasLostIsSettledByTheNextSyncAndMadeOnce() throws {
    let shell = try Shell.loggedIn()
    shell.sandbox.faults.add(answerLost)
    let lost = shell.run("pay", "500", "--yes")
    #expect(lost.status == 8)
    #expect(lost.output.contains("outcome unknown"))
    #expect(lost.output.contains("Do not repeat it"))
    #expect(shell.run().output.contains("₽500"), "the home screen shows the open payment")

    let repeated = shell.run("pay", "500", "--yes")
    #expect(repeated.status == 8)
    #expect(repeated.error.contains("there is an unsettled operation already: payment of ₽500"))
    #expect(repeated.error.contains("kabinet sync"))
    #expect(shell.run("pay", "10", "--yes").status == 8, "any other amount waits too")

    let sync = shell.run("sync")
    #expect(sync.status == 0)
    #expect(sync.output.contains("payment of ₽500: done"))
    #expect(try shell.paid(50_000) == 1)
    #expect(try shell.balance() == 71_450)
  }

  @Test func aRequestThatNeverArrivedIsSentOnceBySync() throws {
    let shell = try Shell.loggedIn()
    shell.sandbox.faults.add(Fault(.loseRequest, on: "PUT /v1/accounts/*/intents/*"))
    #expect(shell.run("pay", "500", "--yes").status == 8)
    #expect(try shell.balance() == 21_450)
    #expect(shell.run("sync").status == 0)
    #expect(try shell.paid(50_000) == 1)
  }

  @Test func theSameAmountWithinTenMinutesIsRefusedUnlessOneInsists() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("pay", "500", "--yes").status == 0)
    shell.wait(seconds: 300)
    let repeated = shell.run("pay", "500", "--yes")
    #expect(repeated.status == 2)
    #expect(repeated.error.contains("the same was done already (payment of ₽500, 5 min ago)"))
    #expect(repeated.error.contains("--again"))
    #expect(shell.run("pay", "501", "--yes").status == 0)
    #expect(shell.run("pay", "500", "--yes", "--again").status == 0)
    shell.wait(seconds: 601)
    #expect(shell.run("pay", "500", "--yes").status == 0)
    #expect(try shell.paid(50_000) == 3)
  }

  @Test func aPaymentThatTheDiskDoesNotGiveBackMayBeTheSame() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("pay", "500", "--yes", "--key", "k1").status == 0)
    let done = try Directory(shell.home.path + "/data/intents/done/2026")
    try done.rename("k1.json", to: "away")
    // To read a directory as a file fails in the kernel.
    _ = try done.createDirectory("k1.json")
    #expect(shell.run("pay", "500", "--yes").status == 10)
    #expect(try shell.paid(50_000) == 1)
  }

  @Test func oneKeyIsOnePaymentHoweverOftenItRuns() throws {
    let shell = try Shell.loggedIn()
    let words = ["pay", "500", "--yes", "--key", "rent-2026-11", "--json"]
    let first = shell.run(words)
    #expect(first.status == 0)
    #expect(try first.json()["key"] == "rent-2026-11")
    for _ in 0..<3 {
      let again = shell.run(words)
      #expect(again == first)
    }
    #expect(try shell.paid(50_000) == 1)
  }

  @Test func aKeyWhoseOutcomeIsUnknownIsAskedForAndNotSentAnew() throws {
    let shell = try Shell.loggedIn()
    shell.sandbox.faults.add(answerLost)
    let words = ["pay", "500", "--yes", "--key", "rent-2026-11"]
    #expect(shell.run(words).status == 8)
    #expect(shell.run(words).status == 0)
    #expect(shell.run(words).status == 0)
    #expect(try shell.paid(50_000) == 1)
  }

  @Test func aKeyStandsForOneOperationOnly() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("pay", "500", "--yes", "--key", "k1").status == 0)
    let other = shell.run("pay", "600", "--yes", "--key", "k1")
    #expect(other.status == 2)
    #expect(other.error.contains("the key ‘k1’ already stands for another operation"))
    #expect(shell.run("tariff", "switch", "home-500", "--yes", "--key", "k1").status == 2)
  }

  @Test func whileMoneyIsUnsettledTheDataIsNotForgotten() throws {
    let shell = try Shell.loggedIn()
    shell.sandbox.faults.add(answerLost)
    #expect(shell.run("pay", "500", "--yes").status == 8)
    #expect(shell.run("logout", "--forget", "--yes").status == 8)
    #expect(shell.run("balance").status == 0)
  }

  @Test func withoutAConnectionThePaymentWaitsAndIsSentLater() throws {
    let shell = try Shell.loggedIn()
    let way = shell.transport
    let check = shell.sandbox.transport
    shell.transport = { _ in DeadForIntents(inner: check) }
    let waiting = shell.run("pay", "500", "--yes")
    #expect(waiting.status == 5)
    #expect(waiting.error.contains("the operation is stored but was not sent"))
    shell.transport = way
    #expect(shell.run("sync").status == 0)
    #expect(try shell.paid(50_000) == 1)
  }

  @Test func whatWaitedForAnHourIsDroppedAndNotSentOnAnotherDay() throws {
    let shell = try Shell.loggedIn()
    let check = shell.sandbox.transport
    shell.transport = { _ in DeadForIntents(inner: check) }
    #expect(shell.run("pay", "500", "--yes").status == 5)
    shell.transport = { _ in check }
    shell.wait(seconds: 3601)
    let sync = shell.run("sync")
    #expect(sync.output.contains("not sent, expired"))
    #expect(try shell.paid(50_000) == 0)
  }

  /// The power went after the outcome was written and before the intent was put away.
  @Test func aPaymentThatEndedJustBeforeACrashIsListedOnce() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("pay", "500", "--yes", "--key", "k1").status == 0)
    let year = try Directory(shell.home.path + "/data/intents/done").list()[0]
    let text = try shell.home.read("data/intents/done/\(year)/k1.json")
    try shell.home.write("data/intents/k1.json", text)
    #expect(shell.run("payments").output.split(separator: "\n").count { $0.contains("k1") } == 1)
    try Directory(shell.home.path).remove("data/intents/done/\(year)/k1.json")
    #expect(shell.run("payments").output.split(separator: "\n").count { $0.contains("k1") } == 1)
    #expect(!shell.run("payments", "--open").output.contains("k1"))
  }

  /// A machine without a battery begins in 1970 and learns the time from the network later.
  @Test(arguments: [3_650, -20_000] as [Int64]) func aPaymentMadeUnderAWrongClockIsListed(days: Int64) throws {
    let shell = try Shell.loggedIn()
    let right = shell.now
    shell.now = right.adding(seconds: days * 86_400)
    #expect(shell.run("pay", "500", "--yes", "--key", "k1").status == 0)
    shell.now = right
    #expect(shell.run("payments").output.contains("k1"))
  }
}

import Provider

/// Readings pass; what would change something finds nobody listening.
struct DeadForIntents: Transport {
  let inner: any Transport

  func exchange(
    _ request: Request, with address: Address, receive: ((ArraySlice<UInt8>) throws -> Void)?
  ) throws -> Response {
    guard request.method != "PUT" else { throw TransportFailure.notSent(.connectionRefused) }
    return try inner.exchange(request, with: address, receive: receive)
  }
}
