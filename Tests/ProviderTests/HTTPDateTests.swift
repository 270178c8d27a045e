import Domain
import Provider
import Testing

struct HTTPDateTests {
  @Test(arguments: ["0021-01-02T03:04:05Z", "0999-12-31T23:59:59Z", "2026-11-21T09:00:00Z"])
  func aMomentIsReadAsItWasWritten(text: String) throws {
    let moment = try #require(Timestamp(text))
    #expect(HTTPDate.moment(HTTPDate.text(moment)) == moment)
  }
}
