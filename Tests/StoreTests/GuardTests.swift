import Domain
import Glibc
import JSON
import Platform
import Testing

@testable import Store

@Test func readingWhereThereIsNoStoreCreatesNothing() throws {
  let store = TemporaryStore()
  #expect(throws: StoreError.absent) { try store.reader() }
  #expect(throws: SystemError.self) { try store.directory() }
  _ = try Directory.create(store.path)
  #expect(throws: StoreError.absent) { try store.reader() }
  #expect(try store.directory().list() == [])
}

@Test func aStoreBehindALinkIsRefused() throws {
  let store = TemporaryStore()
  _ = try store.writer()
  let link = store.path + "-link"
  symlink(store.path, link)
  defer { unlink(link) }
  #expect(throws: StoreError.unsafe(.symbolicLink)) { try StoreReader(path: link) }
}

@Test func aStoreThatOthersMayWriteToIsRefused() throws {
  let store = TemporaryStore()
  _ = try store.writer()
  chmod(store.path, 0o777)
  #expect(throws: StoreError.unsafe(.writableByOthers)) { try store.reader() }
}

@Test func aNewerFormatIsReadOnlyOrRefusedByName() throws {
  let store = TemporaryStore()
  _ = try store.writer()
  let created = Timestamp(seconds: 0)
  let newer = StoreFormat(format: 3, minReader: 1, minWriter: 2, id: "x", created: created)
  try store.directory().replace("store.json", with: Envelope.seal(newer.json))
  #expect(try store.reader().format == newer)
  #expect(throws: StoreError.tooNew(format: 3, readOnly: true)) { try store.writer() }
  let foreign = StoreFormat(format: 4, minReader: 2, minWriter: 2, id: "x", created: created)
  try store.directory().replace("store.json", with: Envelope.seal(foreign.json))
  #expect(throws: StoreError.tooNew(format: 4, readOnly: false)) { try store.reader() }
}

@Test func aBusyLockIsReportedWithItsHolder() throws {
  let store = TemporaryStore()
  let first = try store.writer()
  let second = try store.writer(patience: 10)
  try first.withLock {
    #expect(throws: StoreError.locked(holder: "\(Process.identifier) kabinet test")) {
      try second.flip(Sample.shelf, expected: nil, Sample.commit([]))
    }
  }
  try second.flip(Sample.shelf, expected: nil, Sample.commit([]))
}

@Test func filesAndDirectoriesArePrivate() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<2)))
  for path in ["store.json", "accounts/1001/head.json", "accounts/1001/ledger/000001.ndjson", "lock"] {
    #expect(try store.directory().status(path).permissions == 0o600)
  }
  for path in ["accounts", "accounts/1001", "accounts/1001/ledger"] {
    #expect(try store.directory().status(path).permissions == 0o700)
  }
}
