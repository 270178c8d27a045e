import Domain
import JSON
import Provider

/// What leaves the provider: an answer, perhaps spoiled, perhaps none.
struct Reply {
  /// Nil: the connection ends without a byte.
  var answer: Answer?
  var delayMilliseconds: Int64 = 0
  /// The connection ends after so many bytes of the body.
  var cutAfter: Int?
}

/// The router behind the faults.
enum Front {
  static func reply(to call: Call, _ sandbox: Sandbox) -> Reply {
    guard call.segments.first != "sandbox", let fault = sandbox.faults.take(call.method, call.path) else {
      return Reply(answer: Router.answer(call, sandbox))
    }
    if let instead = instead(fault) { return Reply(answer: instead) }
    if fault.kind == .loseRequest { return Reply() }
    let answer = Router.answer(call, sandbox)
    return spoiled(answer, fault, sandbox)
  }

  /// Answers that are given without doing anything.
  private static func instead(_ fault: Fault) -> Answer? {
    switch fault.kind {
    case .status: Problem(Int(fault.value ?? 500), "fault", "A fault was asked for").answer
    case .conflict: Problem(409, "in-flight", "The key is in flight", retryAfter: fault.value ?? 1).answer
    case .gone: Problem(410, "cursor-gone", "The cursor is gone: read everything anew").answer
    case .wait: Problem(429, "wait", "Too many calls", retryAfter: fault.value ?? 30).answer
    case .unauthorized: Problem(401, "unauthorized", "The token is over").answer
    case .html: Answer.page("<!doctype html><title>Вход</title><h1>Войдите в сеть кафе</h1>")
    case .redirect: Answer.empty(302, headers: [("Location", "https://example.com/login")])
    case .bomb: bomb(Int(fault.value ?? 64))
    default: nil
    }
  }

  private static func bomb(_ mebibytes: Int) -> Answer {
    var left = mebibytes * 16
    let piece = [UInt8](repeating: UInt8(ascii: "["), count: 65_536)
    var answer = Answer(200, type: "application/json", [])
    answer.body = .stream {
      left -= 1
      return left >= 0 ? piece : nil
    }
    return answer
  }

  /// What is done to an answer whose effect has taken place.
  private static func spoiled(_ answer: Answer, _ fault: Fault, _ sandbox: Sandbox) -> Reply {
    switch fault.kind {
    case .loseAnswer: Reply()
    case .delay: Reply(answer: answer, delayMilliseconds: fault.value ?? 1000)
    case .statusAfter: Reply(answer: Problem(Int(fault.value ?? 502), "fault", "A fault was asked for").answer)
    case .cut: Reply(answer: answer, cutAfter: Int(fault.value ?? 0))
    case .truncate: Reply(answer: edited(answer) { Array($0.prefix($0.count / 2)) })
    case .escapes: Reply(answer: edited(answer, with: escaping))
    case .clock: Reply(answer: withClock(answer, ahead: fault.value ?? 86_400, sandbox.now))
    default: Reply(answer: answer)
    }
  }

  private static func edited(_ answer: Answer, with edit: ([UInt8]) -> [UInt8]) -> Answer {
    var bytes: [UInt8] = []
    switch answer.body {
    case .bytes(let whole): bytes = whole
    case .stream(let next): while let piece = next() { bytes += piece }
    }
    var answer = answer
    answer.body = .bytes(edit(bytes))
    return answer
  }

  /// Puts a terminal's title, a colour and a bidi override before each text in Russian.
  private static func escaping(_ bytes: [UInt8]) -> [UInt8] {
    let poison = #"\u001b]0;owned\u0007\u001b[31m\u202e"#
    let text = String(decoding: bytes, as: UTF8.self)
    return ["\"ru\":\"", "\"text\":\"", "\"name\":\""].reduce(into: Array(text.utf8)) { result, name in
      result = replacing(Array(name.utf8), by: Array((name + poison).utf8), in: result)
    }
  }

  private static func replacing(_ part: [UInt8], by other: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if byte == part[0], rest.starts(with: part) {
        result += other
        rest = rest.dropFirst(part.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func withClock(_ answer: Answer, ahead seconds: Int64, _ now: Timestamp) -> Answer {
    let wrong = now.adding(seconds: seconds)
    var edited = edited(answer) { bytes in
      replacing(
        Array("\"serverTime\":\"\(now.text)\"".utf8), by: Array("\"serverTime\":\"\(wrong.text)\"".utf8), in: bytes)
    }
    edited.headers.append(("Date", HTTPDate.text(wrong)))
    return edited
  }
}
