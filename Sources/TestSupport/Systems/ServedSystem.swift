import Provider
import Synchronization

extension HTTPReplay {
  /// Serves a system on loopback. The thread that answers is the only one that may touch it meanwhile.
  ///
  /// - Parameter act: what happens to a request instead; nil lets the system answer.
  package convenience init(
    serving system: any FakeSystem, act: @escaping @Sendable (HTTPRequest) -> HTTPAct? = { _ in nil }
  ) throws {
    nonisolated(unsafe) let system = system
    try self.init { request in
      if let act = act(request) { return act }
      let body = request.body.isEmpty ? nil : Array(request.body.utf8)
      let asked = Request(
        request.method, request.target, headers: request.headers.map { ($0.key, $0.value) }, body: body)
      guard let response = try? system.answer(asked) else { return .lost }
      let lines = response.headers.merging(["content-length": String(response.body.count), "connection": "close"]) {
        $1
      }
      let head = lines.map { "\($0.key): \($0.value)\r\n" }.joined()
      return .raw("HTTP/1.1 \(response.status) Said\r\n\(head)\r\n" + String(decoding: response.body, as: UTF8.self))
    }
  }
}
