import Glibc
import Platform
import Testing

/// A directory of its own for one test, removed at the end.
final class TemporaryPlace {
  let path: String
  let directory: Directory

  init() throws {
    let base = Process.environment()["TMPDIR"] ?? "/tmp"
    path = "\(base)/kabinet-test-\(Process.identifier)-\(Randomness.hexadecimal(bytes: 8))"
    directory = try Directory.create(path)
  }

  deinit {
    guard let base = try? Directory(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])) else { return }
    try? base.removeTree(String(path.split(separator: "/").last ?? ""))
  }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
