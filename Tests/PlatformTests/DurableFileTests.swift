import Glibc
import Platform
import Synchronization
import TestSupport
import Testing

@Test func replacedFileHasNewBytesPrivateModeAndLeavesNoTemporary() throws {
  let place = try TemporaryPlace()
  try place.directory.replace("head.json", with: bytes("old"))
  try place.directory.replace("head.json", with: bytes("new and longer"))
  #expect(try place.directory.read("head.json", limit: 100) == bytes("new and longer"))
  #expect(try place.directory.status("head.json").permissions == 0o600)
  #expect(try place.directory.list() == ["head.json"])
}

@Test func replacingALinkReplacesTheNameAndNotItsTarget() throws {
  let place = try TemporaryPlace()
  try place.directory.replace("target", with: bytes("precious"))
  symlink("target", place.path + "/name")
  try place.directory.replace("name", with: bytes("x"))
  #expect(try place.directory.read("target", limit: 100) == bytes("precious"))
  #expect(try place.directory.status("name").kind == .regular)
}

@Test func whatCouldNotBeMadeSafeWasNotCreated() throws {
  let place = try TemporaryPlace()
  let kernel = FailingKernel()
  let directory = try Directory(place.path, on: kernel)
  kernel.refuse { if case .synchronize(_, isDirectory: true) = $0 { EIO } else { nil } }
  #expect(throws: SystemError.self) { try directory.createOnce("claim", with: bytes("first")) }
  #expect(try directory.list() == [])
  kernel.refuse { _ in nil }
  #expect(try directory.createOnce("claim", with: bytes("second")) == .created)
}

@Test func aDirectoryIsSafeBeforeSomethingIsPutInItWhoeverMadeIt() throws {
  let place = try TemporaryPlace()
  let kernel = FailingKernel()
  let directory = try Directory(place.path, on: kernel)
  let itself = try directory.status().inode
  let synchronized = Mutex<[UInt64]>([])
  kernel.refuse { call in
    if case .synchronize(let inode, _) = call { synchronized.withLock { $0.append(inode) } }
    return nil
  }
  _ = try directory.createDirectory("a")
  #expect(synchronized.withLock { $0 } == [itself])
  // As if its maker had died at once.
  let found = try directory.createDirectory("a")
  #expect(synchronized.withLock { $0 } == [itself, itself])
  try found.writeNew("file", bytes("x"))
  synchronized.withLock { $0 = [] }
  _ = try directory.createDirectory("a")
  #expect(synchronized.withLock { $0 } == [])
}

@Test func onlyOneCreatorWins() throws {
  let place = try TemporaryPlace()
  #expect(try place.directory.createOnce("claim", with: bytes("first")) == .created)
  #expect(try place.directory.createOnce("claim", with: bytes("second")) == .exists)
  #expect(try place.directory.read("claim", limit: 10) == bytes("first"))
  #expect(try place.directory.list() == ["claim"])
}

@Test func appendRefusesAFileOfAnotherLength() throws {
  let place = try TemporaryPlace()
  try place.directory.writeNew("log", bytes("abc"))
  try place.directory.append("log", at: 3, bytes("def"))
  #expect(try place.directory.read("log", limit: 10) == bytes("abcdef"))
  #expect(throws: SystemError.self) { try place.directory.append("log", at: 3, bytes("x")) }
  #expect(try place.directory.read("log", range: 2..<100) == bytes("cdef"))
  try place.directory.truncate("log", to: 2)
  #expect(try place.directory.read("log", limit: 10) == bytes("ab"))
}

@Test func aFileBeyondTheLimitIsRefused() throws {
  let place = try TemporaryPlace()
  try place.directory.writeNew("big", [UInt8](repeating: 1, count: 11))
  let error = #expect(throws: SystemError.self) { try place.directory.read("big", limit: 10) }
  #expect(try #require(error).isTooLarge)
}

@Test func linksAreNeverFollowed() throws {
  let place = try TemporaryPlace()
  try place.directory.writeNew("outside", bytes("secret"))
  _ = try place.directory.createDirectory("store/parts")
  symlink("../outside", place.path + "/store/file")
  symlink("parts", place.path + "/store/folder")
  let store = try place.directory.directory("store")
  let file = #expect(throws: SystemError.self) { try store.read("file", limit: 100) }
  #expect(try #require(file).isSymbolicLink)
  #expect(throws: SystemError.self) { try store.directory("folder") }
  symlink(place.path + "/store", place.path + "/link")
  #expect(throws: SystemError.self) { try Directory(place.path + "/link") }
}

@Test func removingATreeRemovesLinksButNotWhatTheyNameAndEverythingElse() throws {
  let place = try TemporaryPlace()
  try place.directory.writeNew("kept", bytes("x"))
  let deep = try place.directory.createDirectory("a/b/c")
  try deep.writeNew("file", bytes("y"))
  symlink(place.path, place.path + "/a/b/loop")
  try place.directory.removeTree("a")
  #expect(try place.directory.list() == ["kept"])
}

@Test(arguments: [
  ("head.json.tmp.12.ab", true), ("head.json", false), ("tmp", false), ("tmp.json", false), ("tmp.12.ab", false),
])
func temporaryNamesAreKnown(_ name: String, _ expected: Bool) {
  #expect(Directory.isTemporary(name) == expected)
}

@Test func aPathIsCreatedWithItsParentsAndFoundAgain() throws {
  let place = try TemporaryPlace()
  _ = try Directory.create(place.path + "/a/b/c")
  _ = try Directory.create(place.path + "/a/b/c")
  #expect(try place.directory.status("a/b").permissions == 0o700)
  symlink("a", place.path + "/link")
  _ = try Directory.create(place.path + "/link/d")
  #expect(try place.directory.contains("a/d"))
  try place.directory.writeNew("file", [])
  #expect(throws: SystemError.self) { try Directory.create(place.path + "/file") }
  #expect(throws: SystemError.self) { try Directory.create(place.path + "/file/x") }
}
