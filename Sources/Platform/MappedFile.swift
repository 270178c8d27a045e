import Glibc

/// A file's bytes in memory without reading them; unmapped when the last reference goes.
///
/// For files that are only ever replaced by a rename: one that another cuts shorter meanwhile would kill the process.
package final class MappedFile: @unchecked Sendable {
  package let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps an open file; one that can't be mapped, as on a kernel that is not the live one, is read.
  package init(_ file: File) throws(SystemError) {
    let size = try file.status().size
    if size > 0, let address = file.kernel.map(file.descriptor, size) {
      bytes = UnsafeRawBufferPointer(start: address, count: size)
      isMapped = true
    } else {
      bytes = MappedFile.copy(try file.read(0..<size))
      isMapped = false
    }
  }

  package init(copying bytes: [UInt8]) {
    self.bytes = MappedFile.copy(bytes)
    isMapped = false
  }

  private static func copy(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 8)
    memory.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(rebasing: memory[..<bytes.count])
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}
