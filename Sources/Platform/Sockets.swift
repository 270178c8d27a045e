import Glibc

/// A listening TCP socket on 127.0.0.1; nothing outside this machine can reach it. Does not block.
package final class LoopbackListener: Sendable {
  package let descriptor: Int32
  package let port: UInt16

  /// Port 0 asks the kernel for a free one.
  package init(port wanted: UInt16) throws(SystemError) {
    let name = "127.0.0.1:\(wanted)"
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let opened = try retrying("socket", name) { socket(AF_INET, kind, 0) }
    do throws(SystemError) {
      var on: Int32 = 1
      setsockopt(opened, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
      try LoopbackListener.bind(opened, wanted, name)
      try retrying("listen", name) { listen(opened, 128) }
      port = try LoopbackListener.port(of: opened, name)
    } catch {
      close(opened)
      throw error
    }
    descriptor = opened
  }

  deinit {
    close(descriptor)
  }

  /// The next connection, or nil when none is waiting.
  package func accept() throws(SystemError) -> Connection? {
    do throws(SystemError) {
      let accepted = try retrying("accept", "127.0.0.1:\(port)") { Glibc.accept(descriptor, nil, nil) }
      _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
      _ = fcntl(accepted, F_SETFL, O_NONBLOCK)
      var on: Int32 = 1
      setsockopt(accepted, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
      return Connection(descriptor: accepted)
    } catch  where error.wouldBlock || error.code == ECONNABORTED {
      return nil
    }
  }

  private static func bind(_ opened: Int32, _ wanted: UInt16, _ name: String) throws(SystemError) {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = wanted.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let answer = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(opened, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard answer == 0 else { throw .last("bind", name) }
  }

  private static func port(of opened: Int32, _ name: String) throws(SystemError) -> UInt16 {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let answer = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(opened, $0, &length) }
    }
    guard answer == 0 else { throw .last("getsockname", name) }
    return UInt16(bigEndian: address.sin_port)
  }
}

/// One accepted connection; does not block and never raises SIGPIPE. Closed when the last reference goes.
package final class Connection: Sendable {
  package let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  package enum Reading: Sendable, Equatable { case bytes([UInt8]), nothingYet, ended }

  package func read(limit: Int = 65_536) throws(SystemError) -> Reading {
    var buffer = [UInt8](repeating: 0, count: limit)
    do throws(SystemError) {
      let count = try retrying("receive", "connection") { recv(descriptor, &buffer, limit, 0) }
      return count == 0 ? .ended : .bytes(Array(buffer[..<count]))
    } catch  where error.wouldBlock {
      return .nothingYet
    }
  }

  /// How many of the bytes were taken; 0 when the other side reads too slowly.
  package func write(_ bytes: ArraySlice<UInt8>) throws(SystemError) -> Int {
    do throws(SystemError) {
      return try retrying("send", "connection") {
        bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      }
    } catch  where error.wouldBlock {
      return 0
    }
  }

  /// Ends the connection at once with a reset, as a cable that is pulled.
  package func reset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// Says that no more bytes will be written.
  package func finishWriting() { shutdown(descriptor, Int32(SHUT_WR)) }
}
