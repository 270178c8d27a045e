import Domain
import Platform

/// The sandbox over HTTP/1.1 on 127.0.0.1: one thread, one poll, up to 200 connections.
package final class SandboxServer {
  private static let connectionLimit = 200
  private static let farewell: Int64 = 2_000

  private let sandbox: Sandbox
  private let listener: LoopbackListener
  private var sessions: [Session] = []

  /// Listens at once; port 0 takes a free one.
  package init(_ sandbox: Sandbox, port: UInt16 = 0) throws(SystemError) {
    self.sandbox = sandbox
    listener = try LoopbackListener(port: port)
  }

  package var port: UInt16 { listener.port }
  package var address: String { "http://127.0.0.1:\(listener.port)" }

  /// Serves until the question is answered with yes: it is asked at least twice a second, and after each signal. Answers
  /// that are under way then get two seconds more.
  package func run(until isOver: () -> Bool) throws(SystemError) {
    while !isOver() { try step(timeout: 500) }
    let end = Clock.monotonicMilliseconds() + SandboxServer.farewell
    sessions.removeAll { $0.isIdle }
    while !sessions.isEmpty, Clock.monotonicMilliseconds() < end {
      try serve(timeout: 50, accepting: false)
      sessions.removeAll { $0.isIdle }
    }
    sessions.removeAll()
  }

  /// Serves until SIGINT, SIGTERM or SIGHUP.
  package func runUntilSignal() throws(SystemError) {
    try Signals.deferring { () throws(SystemError) in try run { Signals.interrupted != nil } }
  }

  /// One wait of at most so many milliseconds, and what it brought.
  package func step(timeout: Int64) throws(SystemError) { try serve(timeout: timeout, accepting: true) }

  private func serve(timeout: Int64, accepting: Bool) throws(SystemError) {
    let before = Clock.monotonicMilliseconds()
    var entries = sessions.map { (descriptor: $0.connection.descriptor, interest: $0.interest(now: before)) }
    let listens = accepting && sessions.count < SandboxServer.connectionLimit
    if listens { entries.append((listener.descriptor, .reading)) }
    let patience = sessions.map { $0.patience(now: before) }.min() ?? timeout
    let events = try Poll.wait(entries, timeout: min(timeout, patience))
    let now = Clock.monotonicMilliseconds()
    for index in sessions.indices { sessions[index].step(events[index], now: now) }
    if listens, events.last?.contains(.reading) == true { welcome(now: now) }
    sessions.removeAll { $0.isOver }
  }

  /// Takes all that wait. When the process is out of descriptors they wait on; the next answer that ends frees one.
  private func welcome(now: Int64) {
    while sessions.count < SandboxServer.connectionLimit, let connection = try? listener.accept() {
      sessions.append(Session(connection, sandbox, now: now))
    }
  }
}
