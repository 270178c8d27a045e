import Platform
import Testing

@Test func aConnectionOverLoopbackIsReadAndAnswered() throws {
  let listener = try LoopbackListener(port: 0)
  #expect(listener.port != 0)
  #expect(try listener.accept() == nil)
  let script = "exec 3<>/dev/tcp/127.0.0.1/\(listener.port); echo hello >&3; cat <&3"
  let place = try TemporaryPlace()
  let child = ["bash", "-c", "(\(script)) > '\(place.path)/answer' 2>&1 &"]
  #expect(try Spawn(child, environment: ["PATH": "/usr/bin:/bin"]).run().ending == .exited(0))

  _ = try Poll.wait([(descriptor: listener.descriptor, interest: .reading)], timeout: 5000)
  let connection = try #require(try listener.accept())
  _ = try Poll.wait([(descriptor: connection.descriptor, interest: .reading)], timeout: 5000)
  #expect(try connection.read() == .bytes(bytes("hello\n")))
  #expect(try connection.read() == .nothingYet)
  #expect(try connection.write(bytes("world")[...]) == 5)
  connection.finishWriting()
  _ = try Poll.wait([(descriptor: connection.descriptor, interest: .reading)], timeout: 5000)
  #expect(try connection.read() == .ended)
  #expect(try place.directory.read("answer", limit: 100) == bytes("world"))
}
