/// A provider may repeat a password or a token in what it says of a request that it refused, and a refusal's words are
/// shown, kept with the intent and sent to support.
extension Response {
  /// The shortest text that is looked for: what is shorter may be a part of any word.
  private static let shortestSecret = 6

  /// A refusal without the secrets of its request; what was done is not touched, unless it says no under any status.
  func hiding(_ secrets: [String], under statuses: PartialRangeFrom<Int> = 400...) -> Response {
    guard statuses.contains(status) else { return self }
    let clean = secrets.map { Array($0.utf8) }.filter { $0.count >= Response.shortestSecret }.reduce(body) {
      body, secret in
      body.replacing(secret, with: Array("***".utf8))
    }
    return Response(status: status, headers: headers, body: clean)
  }
}
