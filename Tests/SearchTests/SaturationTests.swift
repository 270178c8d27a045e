import Domain
import Glibc
import Testing

@testable import Search

struct SaturationTests {
  private func saturation(bodiesOf lengths: [Int]) throws -> Saturation {
    let articles = lengths.enumerated().map { number, length in
      Shelf.article("\(number)", "", Array(repeating: "слово", count: length).joined(separator: " "))
    }
    let shelf = Shelf(articles)
    return try Saturation(try #require(shelf.open(shelf.bytes)))
  }

  /// Against the formula with the C library's logarithm; one article alone is as long as usual.
  @Test(arguments: UInt8(1)...15) func aTermOfTheBodyAloneIsLookedUpToTwoPercent(count: UInt8) throws {
    let looked = try Double(saturation(bodiesOf: [40])(Frequency(body: count), in: 0))
    let frequency = Double(count)
    let formula =
      Double(Tuning.joint) * log(1 + Double(Tuning.jointSlope) * frequency) + frequency
      / (frequency + Double(Tuning.k1))
    #expect(abs(looked / formula - 1) < 0.02)
  }

  @Test func moreOftenSaysMoreAndLongerSaysLess() throws {
    let lengths = [1, 2, 5, 10, 50, 200, 1_000, 60_000]
    let saturation = try saturation(bodiesOf: lengths)
    for document in lengths.indices {
      let shares = (UInt8(1)...15).map { saturation(Frequency(body: $0), in: document) }
      #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 } && shares[0] < shares[14])
      #expect(saturation(Frequency(body: 1, title: 1), in: document) > saturation(Frequency(body: 2), in: document))
    }
    let once = lengths.indices.map { saturation(Frequency.onceInBody, in: $0) }
    #expect(zip(once, once.dropFirst()).allSatisfy { $0 > $1 } && once[7] > 0)
  }
}
