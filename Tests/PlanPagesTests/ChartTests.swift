import Foundation
import PlanModel
import Testing

@testable import PlanPages

@Suite struct ChartTests {
    private func row(_ amount: String, label: String = "Rad") -> ChartRow {
        ChartRow(label: label, value: ChartValue(amount: Amount(amount), text: amount))
    }

    @Test func wordsOfTheAuthorAreEscaped() {
        let html = ChartExamples.html["bars-strained"] ?? ""
        #expect(html.contains("&lt;Märkt&gt; &amp; &quot;citerat&quot;"))
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"))
        #expect(html.contains("href=\"../a%22b/%3Cc%3E?q=%C3%A5&amp;r=1\""))
        #expect(!html.contains("<script"))
    }

    @Test func noRowsDrawNothing() {
        #expect(DrawnChart { BarChart(title: "Rubrik", rows: []).render(into: &$0) }.html.isEmpty)
        #expect(DrawnChart { SeriesChart(title: "Rubrik", series: []).render(into: &$0) }.html.isEmpty)
        let empty = SeriesChart(title: "Rubrik", series: [SeriesChart.Series(label: "Tom", points: [])])
        #expect(DrawnChart { empty.render(into: &$0) }.html.isEmpty)
    }

    @Test func zeroHasItsLineAndNoBar() throws {
        let drawn = DrawnChart { BarChart(title: "Rubrik", rows: [row("0.00"), row("8")]).render(into: &$0) }
        let zero = try #require(drawn.rows.first)
        #expect(DrawnChart.bars(in: zero).isEmpty)
        #expect(DrawnChart.lines("hair", in: zero).isEmpty)
        #expect(DrawnChart.lines("axis", in: zero) == [.zero])
    }

    @Test func theSmallestAmountIsStillSeen() throws {
        let rows = [row("0.0001"), row("-0.0001"), row("900000")]
        let drawn = DrawnChart { BarChart(title: "Rubrik", rows: rows).render(into: &$0) }
        #expect(drawn.rows.map { DrawnChart.lines("hair", in: $0).count } == [1, 1, 0])
    }

    @Test func amountsOnBothSidesShareTheLineOfZero() {
        let rows = [row("30"), row("-10"), row("0")]
        let drawn = DrawnChart { BarChart(title: "Rubrik", rows: rows).render(into: &$0) }
        #expect(DrawnChart.lines("axis", in: drawn.html) == [Amount("25"), Amount("25"), Amount("25")])
        #expect(DrawnChart.bars(in: drawn.html).map(\.left) == [Amount("25"), .zero])
        #expect(DrawnChart.bars(in: drawn.html).map(\.width) == [Amount("75"), Amount("25")])
    }

    @Test func whatTheKeyTellsTheEyeIsHeardInEachRow() {
        let html = ChartExamples.html["bars-compared"] ?? ""
        #expect(html.matches(of: /<span lang="sv">Budget 2018<\/span>:/).count == 7)
        let kinds = ChartExamples.html["bars-two-kinds"] ?? ""
        #expect(kinds.matches(of: /visually-hidden">Reinvestering:</).count == 2)
        #expect(kinds.matches(of: /visually-hidden">Ny investering:</).count == 1)
    }

    @Test func framesAreBrokenOnlyWhereTheScaleDoesNotBeginAtZero() {
        func chart(_ from: String, _ step: String, _ to: String) -> BridgeChart {
            BridgeChart(
                title: "Rubrik", from: ("a", ChartValue(amount: Amount(from), text: from)),
                steps: [BridgeChart.Step(label: "b", value: ChartValue(amount: Amount(step), text: step))],
                to: ("c", ChartValue(amount: Amount(to), text: to)))
        }
        #expect(chart("2418.3", "129.1", "2547.4").isBroken)
        #expect(chart("-2418.3", "-129.1", "-2547.4").isBroken)
        #expect(!chart("100", "900", "1000").isBroken)
        #expect(!chart("5", "-9", "-4").isBroken)
        #expect(!chart("0", "0", "0").isBroken)
        #expect(chart("2418.3", "129.2", "2547.4").ends == (Amount("2418.3"), Amount("2547.5")))
    }

    @Test func directionAndRestDifferByFill() {
        let html = ChartExamples.html["bridge-from-zero"] ?? ""
        #expect(
            DrawnChart.bars(in: html).map(\.name) == ["bar", "bar outlined", "bar", "bar hatched", "bar"])
    }

    @Test func aYearWithoutValueBreaksTheLineAndKeepsItsColumn() {
        let html = ChartExamples.html["series-long"] ?? ""
        // Eight years: seven strokes in the first series; two neighbours and a lone year in the second.
        #expect(html.matches(of: /<line class="stroke"/).count == 7 + 1)
        #expect(html.matches(of: /<li class="empty"/).count == 5)
        #expect(!html.contains("Utan värden"))
    }

    @Test func aYearThatOnlyALaterSeriesHasFindsItsPlace() {
        func series(_ years: [String]) -> SeriesChart.Series {
            SeriesChart.Series(
                label: "a",
                points: years.map { SeriesChart.Point(label: $0, value: ChartValue(amount: .zero, text: "")) })
        }
        let all = [series(["2019", "2021"]), series(["2018", "2019", "2020", "2021"]), series(["2021", "2021"])]
        let columns = SeriesColumns(of: all)
        #expect(columns.count == 5)
        #expect(all.map { columns.places(of: $0) } == [[1, 3], [0, 1, 2, 3], [3, 4]])
    }

    @Test func manyYearsAreRowsWithoutALine() {
        let html = ChartExamples.html["series-longest"] ?? ""
        #expect(!html.contains("<circle"))
        #expect(DrawnChart.bars(in: html).count == 15)
    }

    @Test(arguments: ChartExamples.names)
    func marksAreSilentAndKeepToThePolicy(_ name: String) throws {
        let html = try #require(ChartExamples.html[name])
        #expect(!html.contains("style="))
        #expect(!html.contains(" id="))
        #expect(!html.contains("url("))
        for mark in html.matches(of: /<svg class="(?:mark|key|line)"[^>]*>/) {
            #expect(mark.output.hasSuffix("aria-hidden=\"true\" focusable=\"false\">"))
        }
    }

    /// A class that the style sheet does not know would leave a mark black on black.
    @Test(arguments: ChartExamples.names)
    func everyClassIsInTheStyleSheet(_ name: String) throws {
        let sheet = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appendingPathComponent("Assets/style.css"), encoding: .utf8)
        let html = try #require(ChartExamples.html[name])
        for names in html.matches(of: /class="([^"]*)"/) {
            for name in names.1.split(separator: " ")
            where !["chart-bars", "chart-series"].contains(name) {
                #expect(sheet.contains(".\(name)"), "\(name)")
            }
        }
    }
}
