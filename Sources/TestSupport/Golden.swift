import Platform

/// Files of the tree that are generated and checked in.
package enum Golden {
  /// The package's directory.
  package static var root: String {
    let file = "\(#filePath)"
    let parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/")
  }

  /// With `KABINET_REGENERATE=1` the files are written instead of compared.
  package static var regenerates: Bool { Process.environment()["KABINET_REGENERATE"] == "1" }

  /// The text of a file of the tree, nil where there is none.
  package static func text(_ path: String) -> String? {
    (try? UserFile.read(root + "/" + path, limit: 16 << 20)).map { String(decoding: $0, as: UTF8.self) }
  }

  package static func write(_ path: String, _ text: String) throws {
    try UserFile.write(root + "/" + path, Array(text.utf8))
    try Directory(root + "/" + folder(path)).setPermissions(name(path), 0o644)
  }

  package static func names(in folder: String) -> [String] { (try? Directory(root + "/" + folder).list()) ?? [] }

  private static func folder(_ path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }
  private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
