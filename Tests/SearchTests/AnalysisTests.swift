import Testing

@testable import Search

@Suite struct AnalysisTests {
  private func words(_ text: String) -> [String] {
    let tokens = Tokens(text)
    return tokens.all.map { Letter.text(tokens[$0]) }
  }

  @Test(arguments: [
    ("Счёт СЧЁТ сче\u{308}т", ["счет", "счет", "счет"]), ("й и\u{306}", ["й", "й"]), ("Wi-Fi", ["wi", "fi", "wifi"]),
    ("5ГГц", ["5", "ггц", "5ггц"]), ("IPv6", ["ipv", "6", "ipv6"]), ("2,4 ГГц", ["2", "4", "ггц"]),
    ("don't provider's I'd", ["dont", "provider", "i"]), ("Café Straße", ["cafe", "strasse"]), ("٣٤", ["34"]),
    ("wi\u{AD}fi zero\u{200B}width", ["wifi", "zerowidth"]), ("a--b -c- d-", ["a", "b", "c", "d"]),
    ("Її Ґанок", ["ии", "ганок"]), ("", []), ("—!?", []), ("👩‍👩‍👧", []), ("שלום", ["שלום"]),
  ])
  func textsBecomeWords(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func bytesThatAreNoTextAreNoWords() {
    #expect(Tokens([0xD0, 0xC3, 0x28, 0xFF, 0xE2, 0x82]).all.isEmpty)
    #expect(Tokens([0x61, 0xD0]).all.map(\.place) == [0..<1])
  }

  @Test func veryLongWordsAreCut() {
    let tokens = Tokens(String(repeating: "а", count: 10_000))
    #expect(tokens.all.map(\.letters.count) == [40])
    #expect(tokens.all[0].place == 0..<20_000)
  }

  @Test(arguments: [
    ("рутуб", "rutube"), ("подключить", "podklyuchit"), ("подключить", "podkluchit"), ("щука", "shuka"),
    ("жизнь", "jizn"), ("жизнь", "zhizn"), ("хорошо", "khorosho"), ("хорошо", "horosho"), ("фото", "photo"),
    ("чек", "check"),
  ])
  func oneWordHasOneSkeletonInBothAlphabets(russian: String, latin: String) {
    let first = Skeleton.of(Tokens(russian).letters)
    let second = Skeleton.of(Tokens(latin).letters)
    // A silent e at the end may be left over.
    #expect(first == second || first + Skeleton.of(Tokens("e").letters) == second, "\(first) \(second)")
  }

  @Test func runsHaveTheBordersOfTheWord() {
    #expect(Skeleton.runs([1, 2], of: 3) == [39, 1443])
    #expect(Skeleton.runs([], of: 3).isEmpty)
    #expect(Skeleton.runs([5], of: 4).count == 1)
  }

  @Test func logarithmAndExponentialAreCloseEnough() {
    #expect(abs(logarithm(1)) < 0.0001)
    #expect(abs(logarithm(2.718_281_8) - 1) < 0.0001)
    #expect(abs(logarithm(10_000) - 9.210_34) < 0.0001)
    #expect(abs(exponential(logarithm(123)) - 123) < 0.1)
  }

  @Test(arguments: [
    ("роутер", "роутер", 0), ("роутре", "роутер", 0.7), ("роутр", "роутер", 1), ("роутепр", "роутер", 1),
    ("раутер", "роутер", 0.5), ("кабель", "роутер", Float.infinity),
  ])
  func slipsCostWhatTheyAre(word: String, other: String, cost: Float) {
    let found = Slips.cost(from: Tokens(word).letters, to: Tokens(other).letters, limit: 2)
    #expect(found == cost || abs(found - cost) < 0.01)
  }
}
