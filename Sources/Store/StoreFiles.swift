import Platform

/// The files of a store that belong to no shelf, told by what they are and not by a list: a directory that a later version
/// adds is carried and checked like those of today.
struct StoreFiles {
  static let quarantine = "quarantine"
  static let backups = "backups"
  static let backoff = "backoff.json"
  static let intents = "intents"
  /// They hold shelves, whose heads say which files count.
  static let shelves: Set<String> = ["accounts", "articles"]
  private static let aside: Set<String> = [quarantine, backups]
  private static let locks: Set<String> = ["lock", "sync.lock"]

  /// Whether a path is `autopay/<account>/<rule>.json`, a rule that pays by itself.
  static func isRule(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count == 3 && parts[0] == "autopay" && path.hasSuffix(".json")
  }

  private let root: Directory

  init(_ root: Directory) { self.root = root }

  /// Everything that is neither a shelf's nor set aside, by its path, without locks, leftovers and the reserve; intents too.
  func all() throws -> [String] {
    var paths: [String] = []
    for name in try root.list() where !StoreFiles.shelves.contains(name) && !StoreFiles.aside.contains(name) {
      guard !StoreFiles.locks.contains(name) else { continue }
      try collect(name, &paths)
    }
    return paths
  }

  /// The same without the intents.
  func others() throws -> [String] { try all().filter { !$0.hasPrefix(StoreFiles.intents + "/") } }

  /// Every regular file of a directory with those below it.
  func tree(_ folder: String) throws -> [String] {
    var paths: [String] = []
    if try root.contains(folder) { try collect(folder, &paths) }
    return paths
  }

  private func collect(_ path: String, _ paths: inout [String]) throws {
    guard !Directory.isTemporary(path.split(separator: "/").last.map(String.init) ?? ""), path != Reserve.path,
      let status = try root.statusIfPresent(path)
    else { return }
    switch status.kind {
    case .regular: paths.append(path)
    case .directory: for name in try root.directory(path).list() { try collect(path + "/" + name, &paths) }
    // The doctor names them; nothing behind them is ours.
    case .symbolicLink, .other: break
    }
  }
}
