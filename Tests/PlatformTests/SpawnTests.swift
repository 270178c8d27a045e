import Platform
import Testing

private let path = ["PATH": "/usr/bin:/bin"]

@Test func aChildIsFedAndReadAtTheSameTime() throws {
  let input = [UInt8](repeating: 7, count: 1 << 20)
  let outcome = try Spawn(["cat"], environment: path, input: input, deadline: 10_000).run()
  #expect(outcome.ending == .exited(0))
  #expect(outcome.output == input)
}

@Test func exitStatusSignalAndComplaintAreReported() throws {
  let failed = try Spawn(["sh", "-c", "echo no >&2; exit 7"], environment: path).run()
  #expect(failed.ending == .exited(7))
  #expect(failed.complaint == bytes("no\n"))
  #expect(try Spawn(["sh", "-c", "kill -9 $$"], environment: path).run().ending == .signalled(9))
}

@Test func onlyTheGivenEnvironmentReachesTheChild() throws {
  let outcome = try Spawn(["env"], environment: ["PATH": "/usr/bin:/bin", "A": "1"]).run()
  #expect(outcome.output == bytes("A=1\nPATH=/usr/bin:/bin\n"))
}

@Test func aMissingProgramIsAnError() {
  let error = #expect(throws: SystemError.self) { try Spawn(["kabinet-no-such-program"], environment: path).run() }
  #expect(error?.isMissing == true)
}

@Test(arguments: ["exec sleep 60", "exec >&- 2>&-; exec sleep 60"])
func aChildBeyondItsDeadlineIsKilled(_ script: String) throws {
  #expect(try Spawn(["sh", "-c", script], environment: path, deadline: 50).run().ending == .timedOut)
}

@Test func aSilentChildIsKilled() throws {
  let outcome = try Spawn(["sh", "-c", "echo a; exec sleep 60"], environment: path, idleLimit: 200).run()
  #expect(outcome.ending == .idle)
  #expect(outcome.output == bytes("a\n"))
}

@Test func endlessOutputIsCut() throws {
  let outcome = try Spawn(["yes"], environment: path, outputLimit: 100_000).run()
  #expect(outcome.ending == .tooMuchOutput)
  #expect(outcome.output.count <= 100_000)
}

@Test func aChildThatIgnoresItsInputDoesNoHarm() throws {
  let outcome = try Spawn(["true"], environment: path, input: [UInt8](repeating: 0, count: 1 << 20)).run()
  #expect(outcome.ending == .exited(0))
}

@Test func anErrorOfTheReceiverKillsTheChildAndGoesOn() throws {
  struct Enough: Error {}
  #expect(throws: Enough.self) {
    try Spawn(["yes"], environment: path, outputLimit: .max).run { _ in throw Enough() }
  }
}
