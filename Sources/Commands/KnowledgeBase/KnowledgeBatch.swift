import Language
import Platform
import Search
import Terminal

/// `kabinet kb search --batch FILE`: many queries in one go, for measuring and for scripts.
struct KnowledgeBatch {
  let path: String
  let wish: Searcher.Wish

  private static let limit = 64 << 20
  private static let most = 10

  func run(_ library: OpenLibrary, _ world: World) throws -> ExitStatus {
    var wish = wish
    wish.limit = min(wish.limit, KnowledgeBatch.most)
    var rows: [[String]] = []
    for (name, text) in try queries() {
      for hit in try library.search(text, wish).hits { rows.append([name, try library.id(hit)]) }
    }
    try world.console.answer(
      Answer(
        kind: "article-batch",
        json: ["results": .array(rows.map { ["query": .string($0[0]), "id": .string($0[1])] })],
        view: [
          .table(
            Table(
              [.init(.articleColumnQuery), .init(.articleColumnID)], rows: rows.map { $0.map { Line(verbatim: $0) } }))
        ]))
    return .done
  }

  /// Id and text of each line, a tab between them.
  private func queries() throws -> [(String, String)] {
    let bytes = try KnowledgeFile.bytes(path, limit: KnowledgeBatch.limit)
    return try bytes.split(separator: UInt8(ascii: "\n")).enumerated().map { number, line in
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else {
        throw Failure(.usage, .articleBatchLine(number + 1), hint: .articleBatchHint)
      }
      let text = line[line.index(after: tab)...].prefix(KnowledgeSearch.longest)
      return (String(decoding: line[..<tab], as: UTF8.self), String(decoding: text, as: UTF8.self))
    }
  }
}
