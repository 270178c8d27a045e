import Language
import Testing

@testable import Terminal

struct ChartTests {
  private func chart(_ values: Int64...) -> Chart {
    Chart(values.map { .init(Phrase(verbatim: "m"), value: $0, text: "\(String($0))") })
  }

  private func lines(_ chart: Chart, _ look: Look) -> [String] {
    chart.lines(look).map(\.plain)
  }

  @Test func barsAreProportional() {
    #expect(
      lines(chart(16, 8, 1), .screen(23)) == [
        "m  ████████████████  16", "m  ████████           8", "m  █                  1",
      ])
  }

  @Test func fractionsOfAColumnAreDrawn() {
    #expect(lines(chart(32, 17), .screen(23))[1] == "m  ████████▌         17")
  }

  @Test func smallValueIsSeenAndZeroIsNot() {
    #expect(lines(chart(1_000_000, 1, 0), .screen(30)).map { $0.contains("▏") } == [false, true, false])
  }

  @Test func asciiTerminalGetsHashes() {
    #expect(lines(chart(16, 8), .screen(23, ascii: true)) == ["m  ################  16", "m  ########           8"])
  }

  @Test func debtsAreDrawnByTheirSize() {
    #expect(lines(chart(-16, 8), .screen(24))[0].hasPrefix("m  █"))
  }

  @Test func largestNumbersDoNotOverflow() {
    #expect(lines(chart(.min, .max, 0), .screen(80)).count == 3)
    #expect(Chart.sparkline([.min, 0, .max]) == "▁▅█")
  }

  @Test func sparklineFollowsTheSeries() {
    #expect(Chart.sparkline([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
    #expect(Chart.sparkline([5, 5]) == "▁▁")
    #expect(Chart.sparkline([]) == "")
    #expect(Chart.sparkline([0, 10], ascii: true) == "_#")
  }

  @Test func pipedChartIsRows() {
    #expect(Rows(.pipe).text([.chart(chart(16, 8))]) == "m\t16\nm\t8\n")
  }
}
