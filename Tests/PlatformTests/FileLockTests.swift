import Platform
import Testing

@Test func aBusyLockNamesItsHolder() throws {
  let place = try TemporaryPlace()
  let held = try FileLock.acquire("lock", in: place.directory, holder: "kabinet sync")
  let error = #expect(throws: FileLock.Failure.self) {
    try FileLock.acquire("lock", in: place.directory, holder: "kabinet pay", patience: 20)
  }
  #expect(error == .busy(holder: "\(Process.identifier) kabinet sync"))
  withExtendedLifetime(held) {}
}

@Test func aReleasedLockIsFreeAgainAndItsFileStays() throws {
  let place = try TemporaryPlace()
  do { _ = try FileLock.acquire("lock", in: place.directory, holder: "a long first name") }
  _ = try FileLock.acquire("lock", in: place.directory, holder: "b", patience: 0)
  #expect(try place.directory.read("lock", limit: 100) == bytes("\(Process.identifier) b\n"))
}

@Test func aLockHeldByAKilledProcessIsFree() throws {
  let place = try TemporaryPlace()
  let command = ["sh", "-c", "exec flock lock sh -c 'echo held; kill -9 $$'"]
  let outcome = try Spawn(
    ["sh", "-c", "cd '\(place.path)' && \(command[2])"], environment: ["PATH": "/usr/bin:/bin"], deadline: 5000
  ).run()
  #expect(outcome.output == bytes("held\n"))
  _ = try FileLock.acquire("lock", in: place.directory, holder: "b", patience: 0)
}
