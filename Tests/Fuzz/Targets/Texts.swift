import Arguments
import Domain
import JSON
import Language
import Provider

/// What people and programs write as text.
enum Texts {
  static func json(_ bytes: [UInt8]) {
    guard let value = try? JSON(parsing: bytes) else { return }
    hold((try? JSON(parsing: value.bytes)) == value, "what is written is read as the same value")
    hold((try? JSON(parsing: value.prettyText)) == value, "so is what is written for people")
  }

  static func amounts(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for currency in ["RUB", "JPY", "KWD"].compactMap({ Currency($0) }) {
      do throws(AmountError) {
        let money = try AmountParser(currency: currency).parse(text)
        hold(money.minor > 0, "an amount is positive")
        hold(Money(decimalText: money.decimalText, currency: currency) == money, "its text is read as the same amount")
        _ = [AmountText.prose(money), AmountText.full(money), AmountText.signed(money)]
      } catch {
        _ = error.phrase
      }
    }
  }

  static func dates(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let date = CivilDate(text) { hold(date.text == text, "a day is written as it was read") }
    if let moment = Timestamp(text), let again = Timestamp(moment.text) {
      hold(again == moment, "a moment is written as it was read")
    }
    // A leap second may lead into the year 10000, which cannot be written.
    if let moment = HTTPDate.moment(text), moment.date(utcOffset: 0).year <= 9999 {
      hold(HTTPDate.moment(HTTPDate.text(moment)) == moment, "a moment of HTTP is written as it was read")
    }
    for today in ["2026-11-21", "0001-01-01", "9999-12-31"].compactMap({ CivilDate($0) }) {
      do throws(PeriodError) {
        let period = try PeriodParser(today: today).parse(text)
        hold(period.lowerBound <= period.upperBound, "a period goes forward")
      } catch {
        _ = [error.phrase, error.remedy]
      }
    }
  }

  /// Words parted by newlines.
  static func arguments(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let words = lines.map { String(decoding: $0, as: UTF8.self) }
    _ = Sample.grammar.value(ofGlobal: "lang", in: words)
    do throws(UsageError) {
      _ = try Sample.grammar.parse(words)
    } catch {
      for phrase in [error.phrase(program: "kabinet"), error.hint(program: "kabinet")] {
        let scalars = (phrase.russian + phrase.english).unicodeScalars
        hold(scalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }, "a complaint is harmless")
      }
    }
  }
}
