import Platform

/// The index of a shelf of articles: one derived file beside its parts, without fsync, good to be deleted at any time.
extension StoreReader {
  private static let folder = "index"
  private static let file = "articles.idx"

  /// Nil in a snapshot, and on a kernel that does not map files: there an index lives as long as its process.
  private var root: Directory? {
    guard let root = (source as? DirectorySource)?.root, root.kernel.mapsFiles else { return nil }
    return root
  }

  /// The index that lies there, of whatever it was made from; nil where there is none or it can't be read.
  package func index(of shelf: ShelfID) -> MappedFile? {
    guard let file = try? root?.file(shelf.file("\(StoreReader.folder)/\(StoreReader.file)")) else { return nil }
    return try? MappedFile(file)
  }

  /// Puts an index in the place of the one before, in one step. It is an aid: where it can't be kept, the next who needs
  /// one makes it again.
  package func keepIndex(_ bytes: [UInt8], of shelf: ShelfID) {
    guard let root, let directory = try? root.directory(shelf.path),
      let folder = try? directory.createDirectory(StoreReader.folder)
    else { return }
    try? Housekeeping.removeOldTemporaries(in: folder)
    try? folder.replaceDerived(StoreReader.file, with: bytes)
  }

  /// The checked bytes of a part with one item a line, as `ShelfBench` writes it; nil where the shelf has none.
  package func text(ofPart name: String, _ shelf: ShelfID, _ head: Head) throws(StoreError) -> [UInt8]? {
    guard let mark = head.parts[name] else { return nil }
    return try named(shelf.file("parts/" + mark.name), mark)
  }

  /// A part, open for reading items of it.
  package func open(part mark: FileMark, of shelf: ShelfID) throws(StoreError) -> any OpenFile {
    do {
      return try source.open(shelf.file("parts/" + mark.name))
    } catch  where error.isMissing {
      throw .changed
    } catch {
      throw StoreError(error)
    }
  }
}
