import Domain
import Platform

/// One connection: reads a request, sends its answer, and only then looks at the next.
struct Session {
  private static let requestPatience: Int64 = 10_000
  private static let idlePatience: Int64 = 60_000
  private static let sendPatience: Int64 = 30_000
  private static let drainPatience: Int64 = 2_000

  private enum Stage {
    case reading
    case sending(Outlet, closes: Bool)
    /// The last answer is out; what still arrives is thrown away, so that a reset does not overtake the answer.
    case draining
    case over
  }

  let connection: Connection
  private let sandbox: Sandbox
  private var inbox: [UInt8] = []
  private var stage = Stage.reading
  private var since: Int64
  private var heldUntil: Int64 = 0
  private var hasContinued = false

  init(_ connection: Connection, _ sandbox: Sandbox, now: Int64) {
    self.connection = connection
    self.sandbox = sandbox
    since = now
  }

  var isOver: Bool {
    if case .over = stage { true } else { false }
  }

  /// Nothing is under way.
  var isIdle: Bool {
    if case .reading = stage { inbox.isEmpty } else { false }
  }

  func interest(now: Int64) -> Poll.Interest {
    switch stage {
    case .reading, .draining: .reading
    case .sending: now >= heldUntil ? .writing : []
    case .over: []
    }
  }

  /// Milliseconds until something must be looked at without an event.
  func patience(now: Int64) -> Int64 {
    if case .sending = stage, heldUntil > now { return heldUntil - now }
    return max(0, since + limit - now)
  }

  private var limit: Int64 {
    switch stage {
    case .reading: inbox.isEmpty ? Session.idlePatience : Session.requestPatience
    case .sending: Session.sendPatience
    case .draining: Session.drainPatience
    case .over: 0
    }
  }

  mutating func step(_ event: Poll.Interest, now: Int64) {
    do {
      if !event.isDisjoint(with: [.reading, .hangUp]) { try receive(now: now) }
      if case .sending = stage, now >= heldUntil { try send(now: now) }
    } catch {
      stage = .over
    }
    guard now - since >= limit, heldUntil <= now else { return }
    expire(now: now)
  }

  private mutating func expire(now: Int64) {
    if case .reading = stage, !inbox.isEmpty {
      refuse(408, now: now)
    } else {
      stage = .over
    }
  }

  private mutating func receive(now: Int64) throws(SystemError) {
    switch try connection.read() {
    case .nothingYet: break
    case .ended: stage = .over
    case .bytes(let bytes):
      guard case .reading = stage else { return }
      if inbox.isEmpty { since = now }
      inbox += bytes
      advance(now: now)
    }
  }

  /// Answers the request at the start of the inbox, if it is whole.
  private mutating func advance(now: Int64) {
    guard case .reading = stage else { return }
    switch RequestHead.read(inbox) {
    case .more: break
    case .refused(let status): refuse(status, now: now)
    case .head(let head, let length):
      take(head, after: length, now: now)
    }
  }

  private mutating func take(_ head: RequestHead, after length: Int, now: Int64) {
    switch RequestBody.read(inbox[length...], of: head) {
    case .more: encourage(head)
    case .refused(let status): refuse(status, now: now)
    case .body(let body, let end):
      inbox.removeFirst(end)
      hasContinued = false
      answer(head, body, now: now)
    }
  }

  /// Somebody may wait for leave to send the body (RFC 9110, 10.1.1). The few bytes always fit.
  private mutating func encourage(_ head: RequestHead) {
    guard !hasContinued, head.headers["expect"]?.lowercased() == "100-continue" else { return }
    hasContinued = true
    _ = try? connection.write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)[...])
  }

  private mutating func answer(_ head: RequestHead, _ body: [UInt8], now: Int64) {
    guard Session.isHere(head.headers["host"]) else { return refuse(421, now: now) }
    guard let call = Call(method: head.method, target: head.target, headers: head.headers, body: body) else {
      return refuse(400, now: now)
    }
    let reply = Front.reply(to: call, sandbox)
    guard let answer = reply.answer else {
      stage = .over
      return
    }
    let closes = !head.keepsAlive || head.isVersionOne || reply.cutAfter != nil
    heldUntil = now + reply.delayMilliseconds
    since = heldUntil
    let outlet = Outlet(
      answer, isHead: head.method == "HEAD", closes: closes, isVersionOne: head.isVersionOne, date: sandbox.now,
      cutAfter: reply.cutAfter)
    stage = .sending(outlet, closes: closes)
  }

  /// A page of another site that was given our address by its name server must not speak to the sandbox.
  private static func isHere(_ host: String?) -> Bool {
    guard let host else { return true }
    let name = host.split(separator: ":").first.map(String.init) ?? ""
    return ["127.0.0.1", "localhost"].contains(name.lowercased())
  }

  private mutating func refuse(_ status: Int, now: Int64) {
    inbox = []
    since = now
    let answer = Problem(status, "http-\(status)", Outlet.phrase(status)).answer
    let outlet = Outlet(answer, isHead: false, closes: true, isVersionOne: false, date: sandbox.now)
    stage = .sending(outlet, closes: true)
  }

  private mutating func send(now: Int64) throws(SystemError) {
    while case .sending(var outlet, let closes) = stage {
      // The stage must not keep a second reference to the bytes while they change.
      stage = .over
      let bytes = outlet.bytes()
      guard !bytes.isEmpty else { return finish(closes: closes, now: now) }
      let count = try connection.write(bytes)
      outlet.took(count)
      if count > 0 { since = now }
      let isFull = count < bytes.count
      stage = .sending(outlet, closes: closes)
      if isFull { return }
    }
  }

  private mutating func finish(closes: Bool, now: Int64) {
    since = now
    guard closes else {
      stage = .reading
      return advance(now: now)
    }
    connection.finishWriting()
    stage = .draining
  }
}
