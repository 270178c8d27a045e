import Domain
import JSON
import Platform

/// Reads a store, from its directory or from a snapshot.
///
/// The contract: nothing is created, locked or waited for. What a head names is complete and consistent for ever, as long
/// as its files are there: the two heads before a flip and after it both are, so a reader is only overtaken when two flips
/// happen while it reads (`StoreError.changed`: read the head again). Bytes beyond those that the head names are invisible.
/// Damage is never skipped in silence: it is thrown where an answer would be wrong without it, and returned beside the
/// answer where the rest is still good.
package struct StoreReader {
  package let source: FileSource
  package let format: StoreFormat

  /// Opens the store of a directory; refuses links, other people's directories, and ones that others may write to.
  package init(path: String, on kernel: any Kernel = LiveKernel()) throws(StoreError) {
    try self.init(source: DirectorySource(try StoreGuard.open(path, on: kernel)))
  }

  /// Checks that this version may read it. `.absent` when there is no store.
  package init(source: FileSource) throws(StoreError) {
    self.source = source
    format = try StoreFormat.read(source)
    guard format.minReader <= StoreFormat.version else { throw .tooNew(format: format.format, readOnly: false) }
  }

  private init(source: FileSource, format: StoreFormat) {
    self.source = source
    self.format = format
  }

  /// For a store whose own file is damaged or lost.
  static func formatless(_ root: Directory) -> StoreReader {
    let format = StoreFormat.new(at: Timestamp(seconds: 0), random: root.kernel.randomBytes(10))
    return StoreReader(source: DirectorySource(root), format: format)
  }

  /// The shelves of accounts, in the order of their names.
  package func accounts() throws(StoreError) -> [ShelfID] { try shelves("accounts") }

  /// The shelves of knowledge bases.
  package func articleShelves() throws(StoreError) -> [ShelfID] { try shelves("articles") }

  private func shelves(_ folder: String) throws(StoreError) -> [ShelfID] {
    try names(in: folder).map { ShelfID(path: folder + "/" + $0) }
  }

  /// The names in a directory without temporary files; none when it does not exist.
  func names(in folder: String) throws(StoreError) -> [String] {
    do {
      return try source.list(folder).filter { !Directory.isTemporary($0) }
    } catch  where error.isMissing {
      return []
    } catch {
      throw StoreError(error)
    }
  }

  /// What a shelf holds. Throws `.unknownShelf`, and `.damaged` when the head can't be trusted.
  package func head(_ shelf: ShelfID) throws(StoreError) -> Head {
    let bytes: [UInt8]
    do {
      bytes = try source.read(shelf.headPath, limit: Limit.head)
    } catch  where error.isMissing {
      throw .unknownShelf(shelf.name)
    } catch  where error.isTooLarge {
      throw .damaged(Damage(shelf.headPath, .badChecksum))
    } catch {
      throw StoreError(error)
    }
    return try storing { try Envelope.open(bytes, path: shelf.headPath, Head.init(json:)) }
  }

  /// A small collection, such as `tariffs`; empty when the provider never sent one.
  package func part<Item: JSONConvertible>(
    _ name: String, of shelf: ShelfID, _ head: Head, as type: Item.Type = Item.self
  ) throws(StoreError) -> [Item] {
    guard let mark = head.parts[name] else { return [] }
    let path = shelf.file("parts/" + mark.name)
    let json = try envelope(path, mark)
    return try storing { try Fields(json, name).list("items") }
  }

  package func part<Item: JSONConvertible>(
    _ collection: Domain.Collection, of shelf: ShelfID, _ head: Head, as type: Item.Type = Item.self
  ) throws(StoreError) -> [Item] {
    try part(collection.rawValue, of: shelf, head)
  }

  /// The members of a collection, as the feed brings them.
  package func items(
    _ collection: Domain.Collection, of shelf: ShelfID, _ head: Head
  ) throws(StoreError) -> [Item] {
    let kept: [AnyItem] = try part(collection.rawValue, of: shelf, head)
    return try storing { try kept.map { try Item(collection, json: $0.json) } }
  }

  /// A file that a head names, checked against what the head says of it.
  private func envelope(_ path: String, _ mark: FileMark) throws(StoreError) -> JSON {
    try storing {
      let bytes = try named(path, mark)
      return try Envelope.open(bytes, path: path)
    }
  }

  func named(_ path: String, _ mark: FileMark) throws(StoreError) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try source.read(path, limit: Limit.part)
    } catch  where error.isMissing {
      throw .changed
    } catch {
      throw StoreError(error)
    }
    guard bytes.count == mark.bytes, CRC32C.of(bytes) == mark.crc else {
      throw .damaged(Damage(path, bytes.count < mark.bytes ? .truncated : .badChecksum))
    }
    return bytes
  }
}

/// `store.json`: what kind of store this is and who may use it.
package struct StoreFormat: Sendable, Equatable {
  /// What this program writes, and the newest that it reads.
  package static let version = 1
  static let path = "store.json"

  package let format: Int
  package let minReader: Int
  package let minWriter: Int
  /// A UUID; the slot of a timer is derived from it.
  package let id: String
  package let created: Timestamp

  static func new(at now: Timestamp, random: [UInt8]) -> StoreFormat {
    let id = uuidVersion7(milliseconds: now.seconds &* 1000, random: random)
    return StoreFormat(format: version, minReader: version, minWriter: version, id: id, created: now)
  }

  static func read(_ source: FileSource) throws(StoreError) -> StoreFormat {
    let bytes: [UInt8]
    do {
      bytes = try source.read(path, limit: Limit.storeFile)
    } catch  where error.isMissing {
      throw .absent
    } catch  where error.isTooLarge {
      throw .damaged(Damage(path, .badChecksum))
    } catch {
      throw StoreError(error)
    }
    return try storing { try Envelope.open(bytes, path: path, StoreFormat.init(json:)) }
  }
}

extension StoreFormat: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "store")
    self.init(
      format: try fields.count("format"), minReader: try fields.count("minReader"),
      minWriter: try fields.count("minWriter"), id: try fields.string("id"), created: try fields.value("created"))
  }

  package var json: JSON {
    [
      "format": .integer(Int64(format)), "minReader": .integer(Int64(minReader)),
      "minWriter": .integer(Int64(minWriter)), "id": .string(id), "created": created.json,
    ]
  }
}

/// Refuses a store that somebody else could have put there or could change.
enum StoreGuard {
  static func open(_ path: String, on kernel: any Kernel) throws(StoreError) -> Directory {
    let root: Directory
    do {
      root = try Directory(path, on: kernel)
    } catch  where error.isSymbolicLink {
      throw .unsafe(.symbolicLink)
    } catch  where error.isMissing {
      switch kind(of: path, kernel) {
      case nil: throw .absent
      case .symbolicLink: throw .unsafe(.symbolicLink)
      default: throw .unsafe(.notADirectory)
      }
    } catch {
      throw StoreError(error)
    }
    let status = try storing { try root.status() }
    guard status.owner == kernel.user else { throw .unsafe(.foreignOwner) }
    guard !status.isWritableByOthers else { throw .unsafe(.writableByOthers) }
    return root
  }

  /// With `O_DIRECTORY` the kernel says "not a directory" of a link too.
  private static func kind(of path: String, _ kernel: any Kernel) -> FileStatus.Kind? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    guard let directory = try? Directory(parent, on: kernel) else { return nil }
    return try? directory.status(String(path[path.index(after: slash)...])).kind
  }
}
