import Platform

/// A directory of its own for one test, removed when the last reference goes.
package final class TemporaryHome: Sendable {
  package let path: String

  package init() throws {
    let name = "kabinet-test-" + Randomness.hexadecimal(bytes: 8)
    _ = try Directory("/tmp").createDirectory(name)
    path = "/tmp/" + name
  }

  deinit {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    try? Directory("/tmp").removeTree(name)
  }

  package func read(_ file: String) throws -> String {
    String(decoding: try Directory(path).read(file, limit: 64 << 20), as: UTF8.self)
  }

  package func write(_ file: String, _ text: String) throws {
    try UserFile.write(path + "/" + file, Array(text.utf8))
  }
}
