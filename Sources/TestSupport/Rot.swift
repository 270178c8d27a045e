import Platform

/// What a disk may do to a file: one bit turned over, or the end gone.
package struct Rot: Sendable, CustomStringConvertible {
  package enum Kind: Sendable, Equatable {
    case bit(Int)
    case length(Int)
  }

  package let path: String
  package let kind: Kind

  package var description: String { "\(path) \(kind)" }

  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    switch kind {
    case .bit(let index): bytes[index / 8] ^= 1 << UInt8(index % 8)
    case .length(let length): bytes.removeSubrange(length...)
    }
    return bytes
  }

  /// Every bit and every length of every file.
  package static func all(of files: [String: [UInt8]]) -> [Rot] {
    files.sorted { $0.key < $1.key }.flatMap { path, bytes in
      (0..<bytes.count * 8).map { Rot(path: path, kind: .bit($0)) }
        + bytes.indices.map { Rot(path: path, kind: .length($0)) }
    }
  }

  /// Some of them, drawn by a seed: `KABINET_ROT=SEED` draws as a run before did, `KABINET_ROT=all` tries all of them, and
  /// `KABINET_ROT_COUNT` says how many.
  package static func drawn(_ count: Int, of files: [String: [UInt8]]) -> (rots: [Rot], seed: UInt64) {
    let environment = Process.environment()
    let wish = environment["KABINET_ROT"]
    let seed = wish.flatMap { UInt64($0) } ?? UInt64.random(in: .min ... .max)
    let count = environment["KABINET_ROT_COUNT"].flatMap { Int($0) } ?? count
    let all = all(of: files)
    if wish == "all" { return (all, seed) }
    var state = seed
    return (
      (0..<count).map { _ in
        // A step of a linear congruential generator, of which the upper half is used.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return all[Int(state >> 33) % all.count]
      }, seed
    )
  }
}

/// Stores as earlier versions wrote them, byte for byte; `Tests/StoreTests/Fixtures` has one of each format.
package enum StoreFixture {
  private static let folder = "Tests/StoreTests/Fixtures"

  /// `format-1`, `format-2`, ...
  package static var names: [String] { Golden.names(in: folder) }

  package static func files(_ name: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    func walk(_ directory: Directory, _ prefix: String) throws {
      for name in try directory.list() {
        if try directory.status(name).kind == .directory {
          try walk(try directory.directory(name), prefix + name + "/")
        } else {
          files[prefix + name] = try directory.read(name, limit: 1 << 20)
        }
      }
    }
    try walk(try Directory(Golden.root + "/\(folder)/\(name)"), "")
    return files
  }

  /// Puts the store where a program looks for it, with the permissions that it would have.
  package static func write(_ name: String, to path: String) throws {
    for (file, bytes) in try files(name) {
      let parts = file.split(separator: "/")
      let root = try Directory.create(path)
      let folder = parts.dropLast().joined(separator: "/")
      try (folder.isEmpty ? root : try root.createDirectory(folder)).writeNew(String(parts.last ?? ""), bytes)
    }
  }
}
