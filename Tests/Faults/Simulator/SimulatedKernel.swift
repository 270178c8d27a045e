import Glibc
import Platform

/// The kernel as one process sees it: its descriptors, on a disk that it shares with others.
///
/// Each call is an instant at which the process may be interrupted by another, fail, or die. After its death every call
/// fails without effect, so that the code runs out quickly and nothing that it still does counts.
final class SimulatedKernel: Kernel, @unchecked Sendable {
  /// What a call is to the disk: it decides how it can fail.
  enum Kind { case looks, names, grows, synchronizes }

  private unowned let process: Life
  private let disk: Disk
  private let weather: Weather
  private var files: [OpenFile?] = []
  private static let firstDescriptor: Int32 = 3

  init(_ process: Life, disk: Disk, weather: Weather) {
    self.process = process
    self.disk = disk
    self.weather = weather
  }

  /// The kernel closes what a dead process had open.
  func closeAll() {
    for case let file? in files where file.inode.holder === file { file.inode.holder = nil }
    files = []
  }

  // MARK: - Descriptors

  private func inode(_ descriptor: Int32) -> Inode? { file(descriptor)?.inode }

  private func file(_ descriptor: Int32) -> OpenFile? {
    let index = Int(descriptor - SimulatedKernel.firstDescriptor)
    return files.indices.contains(index) ? files[index] : nil
  }

  private func open(_ file: OpenFile) -> Int32 {
    let index = files.firstIndex { $0 == nil } ?? files.count
    if index == files.count { files.append(file) } else { files[index] = file }
    return Int32(index) + SimulatedKernel.firstDescriptor
  }

  func close(_ descriptor: Int32) {
    guard let file = file(descriptor) else { return }
    if file.inode.holder === file { file.inode.holder = nil }
    files[Int(descriptor - SimulatedKernel.firstDescriptor)] = nil
  }

  // MARK: - Failing

  private func fail<Answer: SignedInteger>(_ code: Int32) -> Answer {
    errno = code
    return -1
  }

  /// What stops a call: death, or a fault of the disk.
  private func obstacle(_ kind: Kind) -> Int32? {
    process.instant()
    if process.isDead { return EIO }
    guard let code = weather.diskFault(kind) else { return nil }
    if code != EINTR { process.meetDiskFault() }
    return code
  }

  // MARK: - Names

  func open(_ path: String, _ flags: Int32) -> Int32 {
    if let code = obstacle(.looks) { return fail(code) }
    guard let inode = walk(path) else { return fail(ENOENT) }
    guard inode.kind == .directory else { return fail(ENOTDIR) }
    return open(OpenFile(inode))
  }

  private func walk(_ path: String) -> Inode? {
    var inode = disk.root
    for name in path.split(separator: "/") {
      guard let next = inode.names[String(name)] else { return nil }
      inode = next
    }
    return inode
  }

  func openat(_ directory: Int32, _ name: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
    if let code = obstacle(flags & O_CREAT != 0 ? .names : .looks) { return fail(code) }
    guard let holder = inode(directory) else { return fail(EBADF) }
    let writes = flags & (O_WRONLY | O_RDWR) != 0
    guard let found = holder.names[name] else {
      guard flags & O_CREAT != 0 else { return fail(ENOENT) }
      guard disk.room > 0 else { return fail(ENOSPC) }
      let made = disk.make(name, .file, permissions: UInt32(mode), in: holder, at: process.deviceTime)
      return open(OpenFile(made, writes: true))
    }
    if flags & O_EXCL != 0 { return fail(EEXIST) }
    if flags & O_DIRECTORY != 0, found.kind != .directory { return fail(ENOTDIR) }
    if writes, found.kind == .directory { return fail(EISDIR) }
    return open(OpenFile(found, appends: flags & O_APPEND != 0, writes: writes))
  }

  func mkdir(_ path: String, _ mode: mode_t) -> Int32 {
    if let code = obstacle(.names) { return fail(code) }
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return fail(EEXIST) }
    guard let holder = walk(parts.dropLast().joined(separator: "/")) else { return fail(ENOENT) }
    return makeDirectory(String(last), in: holder, mode)
  }

  func mkdirat(_ directory: Int32, _ name: String, _ mode: mode_t) -> Int32 {
    if let code = obstacle(.names) { return fail(code) }
    guard let holder = inode(directory) else { return fail(EBADF) }
    return makeDirectory(name, in: holder, mode)
  }

  private func makeDirectory(_ name: String, in holder: Inode, _ mode: mode_t) -> Int32 {
    guard holder.names[name] == nil else { return fail(EEXIST) }
    guard disk.room > 0 else { return fail(ENOSPC) }
    _ = disk.make(name, .directory, permissions: UInt32(mode), in: holder, at: process.deviceTime)
    return 0
  }

  func names(_ directory: Int32, limit: Int) -> [String]? {
    if let code = obstacle(.looks) {
      errno = code
      return nil
    }
    guard let holder = inode(directory) else {
      errno = EBADF
      return nil
    }
    return Array(holder.names.keys.prefix(limit))
  }

  func renameat(_ from: Int32, _ name: String, _ into: Int32, _ newName: String) -> Int32 {
    if let code = obstacle(.names) { return fail(code) }
    guard let source = inode(from), let target = inode(into) else { return fail(EBADF) }
    guard source.names[name] != nil else { return fail(ENOENT) }
    if target.names[newName]?.kind == .directory { return fail(EISDIR) }
    disk.rename(name, in: source, to: newName, in: target)
    return 0
  }

  func linkat(_ from: Int32, _ name: String, _ into: Int32, _ newName: String) -> Int32 {
    if let code = obstacle(.names) { return fail(code) }
    guard let source = inode(from), let target = inode(into) else { return fail(EBADF) }
    guard let found = source.names[name] else { return fail(ENOENT) }
    if target.names[newName] != nil { return fail(EEXIST) }
    disk.link(found, newName, in: target)
    if target === process.intents { process.made.append(String(newName.dropLast(5))) }
    return 0
  }

  func unlinkat(_ directory: Int32, _ name: String, _ flags: Int32) -> Int32 {
    let obstacle = obstacle(.names)
    guard let holder = inode(directory) else { return fail(obstacle ?? EBADF) }
    // A full disk keeps nobody from removing.
    if let obstacle, obstacle != ENOSPC, obstacle != EDQUOT {
      if holder === process.intents, !Directory.isTemporary(name) { process.couldNotUndo = true }
      return fail(obstacle)
    }
    guard let found = holder.names[name] else { return fail(ENOENT) }
    if (flags & AT_REMOVEDIR != 0) != (found.kind == .directory) { return fail(ENOTDIR) }
    if found.kind == .directory, !found.names.isEmpty { return fail(ENOTEMPTY) }
    disk.unlink(name, in: holder)
    return 0
  }

  func fchmodat(_ directory: Int32, _ name: String, _ mode: mode_t) -> Int32 {
    if let code = obstacle(.names) { return fail(code) }
    guard let found = inode(directory)?.names[name] else { return fail(ENOENT) }
    found.permissions = UInt32(mode)
    return 0
  }

  // MARK: - Looking

  func fstat(_ descriptor: Int32, _ status: inout stat) -> Int32 {
    if let code = obstacle(.looks) { return fail(code) }
    guard let found = inode(descriptor) else { return fail(EBADF) }
    fill(&status, found)
    return 0
  }

  func fstatat(_ directory: Int32, _ name: String, _ status: inout stat, _ flags: Int32) -> Int32 {
    if let code = obstacle(.looks) { return fail(code) }
    guard let found = inode(directory)?.names[name] else { return fail(ENOENT) }
    fill(&status, found)
    return 0
  }

  private func fill(_ status: inout stat, _ inode: Inode) {
    status.st_mode = mode_t(inode.permissions) | (inode.kind == .directory ? S_IFDIR : S_IFREG)
    status.st_size = off_t(inode.bytes.count)
    status.st_uid = user
    status.st_ino = ino_t(inode.number)
    status.st_mtim.tv_sec = Int(inode.modified)
  }

  func fstatvfs(_ descriptor: Int32, _ status: inout statvfs) -> Int32 {
    if let code = obstacle(.looks) { return fail(code) }
    status.f_frsize = 1
    status.f_bavail = fsblkcnt_t(max(0, disk.room))
    return 0
  }

  func pread(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ offset: Int) -> Int {
    if let code = obstacle(.looks) { return fail(code) }
    guard let found = inode(descriptor) else { return fail(EBADF) }
    guard offset < found.bytes.count else { return 0 }
    let count = weather.shortened(min(buffer.count, found.bytes.count - offset))
    found.bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
    }
    return count
  }

  // MARK: - Bytes

  func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    if let code = obstacle(.grows) { return fail(code) }
    guard let file = file(descriptor), file.writes else { return fail(EBADF) }
    let piece = UnsafeRawBufferPointer(rebasing: bytes.prefix(weather.shortened(bytes.count)))
    let offset = file.appends ? file.inode.bytes.count : file.position
    guard let count = disk.write(piece, to: file.inode, at: offset, time: process.deviceTime) else {
      return fail(ENOSPC)
    }
    file.position = offset + count
    return count
  }

  func ftruncate(_ descriptor: Int32, _ length: Int) -> Int32 {
    if let code = obstacle(.names) { return fail(code) }
    guard let file = file(descriptor), file.writes else { return fail(EBADF) }
    disk.truncate(file.inode, to: length)
    return 0
  }

  func fsync(_ descriptor: Int32) -> Int32 {
    guard let found = inode(descriptor) else { return fail(process.isDead ? EIO : EBADF) }
    if let code = obstacle(.synchronizes) {
      if code != EINTR, !process.isDead { disk.failToSynchronize(found) }
      return fail(code)
    }
    if weather.sabotage == (found.kind == .file ? .noFileSync : .noDirectorySync) { return 0 }
    disk.synchronize(found)
    return 0
  }

  func fdatasync(_ descriptor: Int32) -> Int32 { fsync(descriptor) }

  func lock(_ descriptor: Int32, _ operation: Int32) -> Int32 {
    if operation == LOCK_UN {
      if let file = file(descriptor), file.inode.holder === file { file.inode.holder = nil }
      return 0
    }
    if let code = obstacle(.looks) { return fail(code) }
    guard let file = file(descriptor) else { return fail(EBADF) }
    if weather.sabotage == .noLocks { return 0 }
    guard file.inode.holder == nil || file.inode.holder === file else { return fail(EWOULDBLOCK) }
    file.inode.holder = file
    return 0
  }

  // MARK: - Clock and chance

  var processIdentifier: Int32 { process.number }
  var user: UInt32 { 1000 }
  func now() -> Int64 { process.deviceTime }
  func monotonicMilliseconds() -> Int64 { process.stage.milliseconds }
  func pause(milliseconds: Int64) { process.sleep(milliseconds) }
  func randomBytes(_ count: Int) -> [UInt8] { weather.bytes(count) }
}
