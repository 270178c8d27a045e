import Platform
import Testing

@testable import Provider

@Test(arguments: [
  (Int32(5), TransportFailure.notSent(.nameNotResolved)), (6, .notSent(.nameNotResolved)),
  (7, .notSent(.connectionRefused)), (97, .notSent(.connectionRefused)),
  (35, .notSent(.tlsFailed)), (58, .notSent(.tlsFailed)), (59, .notSent(.tlsFailed)), (60, .notSent(.tlsFailed)),
  (77, .notSent(.tlsFailed)), (83, .notSent(.tlsFailed)), (91, .notSent(.tlsFailed)),
  (2, .notSent(.other)), (3, .notSent(.other)), (48, .notSent(.other)),
  (1, .unknown(.malformedAnswer)), (8, .unknown(.malformedAnswer)), (18, .unknown(.connectionLost)),
  (28, .unknown(.timeout)), (52, .unknown(.connectionLost)), (55, .unknown(.connectionLost)),
  (56, .unknown(.connectionLost)), (23, .unknown(.other)), (27, .unknown(.other)), (47, .unknown(.redirect)),
  (63, .unknown(.answerTooLarge)), (80, .unknown(.other)), (98, .unknown(.other)), (255, .unknown(.other)),
])
func anExitStatusOfCurlTellsWhatWasSent(_ status: Int32, _ expected: TransportFailure) {
  #expect(CurlEnding.failure(.exited(status), timings: Array("0.01 0.02".utf8), isTLS: true) == expected)
}

@Test func onlyStatusesOfTheListAreEverNotSent() {
  let provable: Set<Int32> = [2, 3, 4, 5, 6, 7, 35, 48, 51, 53, 54, 58, 59, 60, 64, 66, 77, 82, 83, 90, 91, 97]
  for status in Int32(1)...255 where !provable.contains(status) {
    guard case .unknown = CurlEnding.failure(status: status, neverConnected: false) else {
      Issue.record("\(status) must be unknown")
      continue
    }
  }
}

@Test func aTimeoutBeforeTheConnectionIsNotSent() {
  func failure(_ timings: String, isTLS: Bool) -> TransportFailure? {
    CurlEnding.failure(.exited(28), timings: Array(timings.utf8), isTLS: isTLS)
  }
  #expect(failure("0.000000 0.000000", isTLS: true) == .notSent(.timeout))
  #expect(failure("0.010000 0.000000", isTLS: true) == .notSent(.timeout))
  #expect(failure("0.010000 0.020000", isTLS: true) == .unknown(.timeout))
  #expect(failure("0.000000 0.000000", isTLS: false) == .notSent(.timeout))
  #expect(failure("0.000100 0.000000", isTLS: false) == .unknown(.timeout))
  #expect(failure("", isTLS: true) == .unknown(.timeout))
  #expect(failure("curl: something", isTLS: true) == .unknown(.timeout))
}

@Test func aChildThatWasKilledProvesNothing() {
  for (ending, cause) in [
    (Spawn.Ending.timedOut, TransportFailure.Cause.timeout), (.idle, .timeout), (.interrupted, .interrupted),
    (.tooMuchOutput, .answerTooLarge), (.signalled(9), .other),
  ] {
    #expect(CurlEnding.failure(ending, timings: [], isTLS: true) == .unknown(cause))
  }
  #expect(CurlEnding.failure(.exited(0), timings: [], isTLS: true) == nil)
}
