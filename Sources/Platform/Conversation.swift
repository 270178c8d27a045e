import Glibc

/// Feeds a child and reads it at the same time, so that neither side waits for a full pipe.
struct Conversation {
  private let child: Child
  private let request: Spawn
  private var input: Int32?
  private var output: Int32?
  private var complaints: Int32?
  private var fed = 0
  private var received = 0
  private var complaint: [UInt8] = []
  private let end: Int64?
  private var lastProgress = Clock.monotonicMilliseconds()
  private var verdict: Spawn.Ending?

  init(_ request: Spawn) throws(SystemError) {
    Signals.ignoreBrokenPipe()
    self.request = request
    end = request.deadline.map { Clock.monotonicMilliseconds() + $0 }
    let opened: [Pipe]
    (child, opened) = try Pipe.turn.withLock { _ throws(SystemError) in try Conversation.start(request) }
    for descriptor in [opened[0].reading, opened[1].writing, opened[2].writing] { close(descriptor) }
    for descriptor in [opened[0].writing, opened[1].reading, opened[2].reading] { Pipe.makeNonBlocking(descriptor) }
    (input, output, complaints) = (opened[0].writing, opened[1].reading, opened[2].reading)
    if request.input.isEmpty { stopFeeding() }
  }

  private static func start(_ request: Spawn) throws(SystemError) -> (Child, [Pipe]) {
    var pipes: [Pipe] = []
    do throws(SystemError) {
      for _ in 0..<3 { pipes.append(try Pipe()) }
      let redirections = [(pipes[0].reading, 0), (pipes[1].writing, 1), (pipes[2].writing, 2)]
      return (
        try Child(request.arguments, request.environment, redirections: redirections.map { ($0.0, Int32($0.1)) }), pipes
      )
    } catch {
      for pipe in pipes {
        close(pipe.reading)
        close(pipe.writing)
      }
      throw error
    }
  }

  /// One wait and what it brought. False when the child has closed both outputs or had to be killed.
  mutating func step(_ receive: ([UInt8]) throws -> Void) throws -> Bool {
    guard output != nil || complaints != nil else { return false }
    let now = Clock.monotonicMilliseconds()
    if let reason = reasonToStop(now) {
      verdict = reason
      return false
    }
    let entries: [(Int32, Poll.Interest)] =
      [input.map { ($0, .writing) }, output.map { ($0, .reading) }, complaints.map { ($0, .reading) }]
      .compactMap { $0 }
    let events = try Poll.wait(entries.map { (descriptor: $0.0, interest: $0.1) }, timeout: patience(now))
    for (entry, event) in zip(entries, events) where !event.isEmpty {
      if entry.0 == input { try feed() } else if entry.0 == output { try read(receive) } else { try readComplaint() }
    }
    return true
  }

  private func reasonToStop(_ now: Int64) -> Spawn.Ending? {
    if Signals.interrupted != nil { return .interrupted }
    if let end, now >= end { return .timedOut }
    if let limit = request.idleLimit, now - lastProgress >= limit { return .idle }
    return received > request.outputLimit ? .tooMuchOutput : nil
  }

  private func patience(_ now: Int64) -> Int64? {
    [end.map { $0 - now }, request.idleLimit.map { lastProgress + $0 - now }].compactMap { $0 }.min()
  }

  private mutating func feed() throws(SystemError) {
    guard let descriptor = input else { return }
    let count = request.input.withUnsafeBytes { write(descriptor, $0.baseAddress?.advanced(by: fed), $0.count - fed) }
    if count < 0 {
      // A child that does not want the rest of its input says so by closing it; its exit status tells why.
      if errno == EPIPE { stopFeeding() } else if errno != EAGAIN, errno != EINTR { throw .last("write", "child") }
      return
    }
    fed += count
    lastProgress = Clock.monotonicMilliseconds()
    if fed == request.input.count { stopFeeding() }
  }

  private mutating func read(_ receive: ([UInt8]) throws -> Void) throws {
    guard let descriptor = output, let chunk = try chunk(descriptor) else { return }
    guard !chunk.isEmpty else {
      close(descriptor)
      output = nil
      return
    }
    received += chunk.count
    lastProgress = Clock.monotonicMilliseconds()
    if received <= request.outputLimit { try receive(chunk) }
  }

  private mutating func readComplaint() throws(SystemError) {
    guard let descriptor = complaints, let chunk = try chunk(descriptor) else { return }
    guard !chunk.isEmpty else {
      close(descriptor)
      complaints = nil
      return
    }
    complaint += chunk.prefix(max(0, request.complaintLimit - complaint.count))
  }

  /// Bytes that wait in the pipe: none at its end, nil when there is nothing yet.
  private func chunk(_ descriptor: Int32) throws(SystemError) -> [UInt8]? {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if got < 0 { failure = errno } else { count = got }
    }
    guard let failure else { return bytes }
    guard failure == EAGAIN || failure == EINTR else {
      throw SystemError(code: failure, operation: "read", path: "child")
    }
    return nil
  }

  private mutating func stopFeeding() {
    if let descriptor = input { close(descriptor) }
    input = nil
  }

  mutating func kill() {
    verdict = .interrupted
    _ = finish()
  }

  mutating func finish() -> (Spawn.Ending, complaint: [UInt8]) {
    for descriptor in [input, output, complaints] { if let descriptor { close(descriptor) } }
    (input, output, complaints) = (nil, nil, nil)
    // A child may close its outputs and stay: it has until the deadline, as one that talks.
    if verdict == nil, let end {
      if let natural = child.wait(until: end) { return (natural, complaint) }
      verdict = .timedOut
    }
    if verdict != nil { child.kill() }
    let natural = child.wait()
    return (verdict ?? natural, complaint)
  }
}
