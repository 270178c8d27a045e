import Arguments
import Language

extension Invocation {
  /// The integer that an option was given, nil where it was not.
  func number(_ option: String, _ range: ClosedRange<Int>) throws(Failure) -> Int? {
    guard let text = value(option) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw Failure(.usage, .badNumber(option, text), hint: .numberRange(range.lowerBound, range.upperBound))
    }
    return number
  }
}
