import Glibc

/// An open file; closed when the last reference goes.
///
/// Reads and writes carry on after a signal and after a short transfer: a call either does all it was asked or throws.
package final class File: Sendable {
  package let descriptor: Int32
  package let path: String
  package let kernel: any Kernel

  /// Takes over an open descriptor.
  package init(descriptor: Int32, path: String, kernel: any Kernel = LiveKernel()) {
    self.descriptor = descriptor
    self.path = path
    self.kernel = kernel
  }

  deinit {
    kernel.close(descriptor)
  }

  package func status() throws(SystemError) -> FileStatus {
    var raw = stat()
    try retrying("stat", path) { kernel.fstat(descriptor, &raw) }
    return FileStatus(raw)
  }

  /// The bytes of the range, fewer when the file ends before it does.
  package func read(_ range: Range<Int>) throws(SystemError) -> [UInt8] {
    guard !range.isEmpty else { return [] }
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      do throws(SystemError) {
        count = try fill(buffer, from: range.lowerBound)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, from offset: Int
  ) throws(SystemError) -> Int {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[done...])
      let count = try retrying("read", path) { kernel.pread(descriptor, rest, offset + done) }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Writes every byte at the file's position (the end, for a file opened to append).
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = try retrying("write", path) {
        bytes.withUnsafeBytes { kernel.write(descriptor, UnsafeRawBufferPointer(rebasing: $0[done...])) }
      }
      done += count
    }
  }

  package func truncate(to length: Int) throws(SystemError) {
    try retrying("truncate", path) { kernel.ftruncate(descriptor, length) }
  }

  /// Waits until data and metadata are on the disk.
  ///
  /// After a failure the pages count as clean although they were lost: never call it again on the same file.
  package func synchronize() throws(SystemError) {
    try retrying("fsync", path) { kernel.fsync(descriptor) }
  }

  /// Waits until the data, and the length, are on the disk.
  package func synchronizeData() throws(SystemError) {
    try retrying("fdatasync", path) { kernel.fdatasync(descriptor) }
  }
}

/// What `stat` says about a file.
package struct FileStatus: Sendable, Equatable {
  package enum Kind: Sendable { case regular, directory, symbolicLink, other }

  package let kind: Kind
  package let size: Int
  package let owner: UInt32
  /// The permission bits alone, such as `0o600`.
  package let permissions: UInt32
  /// UTC seconds of the last change of the contents.
  package let modified: Int64
  package let inode: UInt64
  /// How many names the file has.
  package let links: Int

  init(_ raw: stat) {
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .other
      }
    size = Int(raw.st_size)
    owner = raw.st_uid
    permissions = UInt32(raw.st_mode) & 0o7777
    modified = Int64(raw.st_mtim.tv_sec)
    inode = UInt64(raw.st_ino)
    links = Int(raw.st_nlink)
  }

  package var isWritableByOthers: Bool { permissions & 0o022 != 0 }
  package var isReadableByOthers: Bool { permissions & 0o044 != 0 }
}
