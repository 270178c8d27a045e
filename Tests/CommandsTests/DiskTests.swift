import Commands
import Glibc
import Platform
import Provider
import TestSupport
import Testing

/// A disk that takes nothing more: what is there is shown, what is refused is named, and no outcome of a payment is lost.
struct DiskTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: Int32
    let english: String
    let russian: String
  }

  static let refusals = [
    Refusal(
      testDescription: "ENOSPC", code: ENOSPC, english: "the disk is full, nothing was written",
      russian: "диск переполнен, запись не сделана"),
    Refusal(
      testDescription: "EDQUOT", code: EDQUOT, english: "your quota on this disk is used up, nothing was written",
      russian: "ваша квота на этом диске исчерпана, запись не сделана"),
    Refusal(
      testDescription: "EROFS", code: EROFS, english: "the file system is read-only",
      russian: "файловая система только для чтения"),
    Refusal(
      testDescription: "EACCES", code: EACCES, english: "no access to the store", russian: "нет доступа к хранилищу"),
    Refusal(
      testDescription: "no locks", code: ENOLCK, english: "the file system has no locks: the store can only be read",
      russian: "файловая система не умеет блокировок: хранилище можно только читать"),
  ]

  @Test(arguments: refusals, ["en", "ru"])
  func eachRefusalHasItsOwnWordsAndReadingGoesOn(_ refusal: Refusal, language: String) throws {
    let shell = try Shell.loggedIn(language: language)
    let kernel = FailingKernel()
    shell.kernel = kernel
    kernel.refuse { [code = refusal.code] call in
      if case .lock = call { code == ENOLCK ? code : nil } else { code == ENOLCK ? nil : code }
    }
    let way = CountingTransport(shell.sandbox.transport)
    shell.transport = { _ in way }
    for line in Lines.reading { #expect(shell.run(line.words).status == 0, "\(line)") }
    for words in [["pay", "500", "--yes"], ["sync"], ["backup", "create"], ["doctor", "--repair"]] {
      let ran = shell.run(words)
      #expect(ran.status == 10, "\(words): \(ran)")
      #expect(ran.error.contains(language == "en" ? refusal.english : refusal.russian), "\(words): \(ran.error)")
      #expect(ran.output.isEmpty, "\(words)")
    }
    #expect(try shell.paid(50_000) == 0)
    kernel.refuse { _ in nil }
    #expect(shell.run("pay", "500", "--yes").status == 0)
    #expect(try shell.paid(50_000) == 1)
    #expect(shell.run("doctor").status == 0)
  }

  @Test func noPaymentIsBegunWithoutRoomForItsOutcome() throws {
    let shell = try Shell.loggedIn()
    let kernel = FailingKernel()
    shell.kernel = kernel
    kernel.pretend(freeBytes: (1 << 20) - 4096)
    let pay = shell.run("pay", "500", "--yes")
    #expect(pay.status == 10 && pay.error.contains("the disk is full"))
    #expect(shell.run("payments", "--json").output.contains(#""payments":[]"#))
    #expect(shell.run("trust-payment", "check").status != 10)
    kernel.pretend(freeBytes: nil)
    #expect(shell.run("pay", "500", "--yes").status == 0)
  }

  /// Everything that was free is gone while the answer is on its way; the reserve is what is left.
  @Test(arguments: refusals.prefix(2)) func theOutcomeIsWrittenOnAFullDisk(_ refusal: Refusal) throws {
    let shell = try Shell.loggedIn()
    let kernel = FailingKernel()
    let disk = Disk()
    shell.kernel = kernel
    shell.transport = { [sandbox = shell.sandbox] _ in
      FillingTransport(inner: sandbox.transport) {
        kernel.refuse { [code = refusal.code] call in disk.isFull(for: call) ? code : nil }
      }
    }
    let pay = shell.run("pay", "500", "--yes")
    #expect(pay.status == 0, "\(pay)")
    #expect(shell.run("payments", "--json").output.contains(#""state":"confirmed""#))
    #expect(try !shell.home.contents().keys.contains("/data/intents/reserve"))
    kernel.refuse { _ in nil }
    #expect(shell.run("sync").status == 0)
    #expect(try shell.paid(50_000) == 1)
    #expect(shell.run("doctor").status == 0)
  }

  /// A full disk, on which taking the reserve away makes room for as much.
  private final class Disk: Sendable {
    private let room = Room()

    private final class Room: @unchecked Sendable { var bytes = 0 }

    func isFull(for call: FailingKernel.Call) -> Bool {
      switch call {
      case .change("reserve"): room.bytes = 64 << 10
      case .write(let bytes):
        guard bytes <= room.bytes else { return true }
        room.bytes -= bytes
      case .change, .lock, .synchronize: break
      }
      return false
    }
  }

  private struct FillingTransport: Transport {
    let inner: any Transport
    let fill: () -> Void

    func exchange(
      _ request: Request, with address: Address, receive: ((ArraySlice<UInt8>) throws -> Void)?
    ) throws -> Response {
      defer { if request.method == "PUT" { fill() } }
      return try inner.exchange(request, with: address, receive: receive)
    }
  }
}
