import PlanMarkdown
import PlanModel

/// The same line over years: small multiples, one for each series, with a point and its value for each year.
///
/// Each series has a scale of its own, from zero to its largest value: small and large series can be told by how they
/// move, and equal heights are equal proportions. Years stand in the same columns in all; where a series has no value
/// its line is broken. Where there is no room for columns, and always
/// from ten years on, each year becomes a row with a bar.
struct SeriesChart {
    struct Point {
        /// The year: `2019`, `Bokslut 2017`.
        let label: String
        let value: ChartValue
        /// The label becomes a link.
        var href: String? = nil
    }

    struct Series {
        let label: String
        let points: [Point]
    }

    /// A sentence that says what the chart shows.
    let title: String
    let series: [Series]
    var note: String? = nil
    /// The language of the labels where it differs from the page's.
    var language: Language? = nil

    /// Draws nothing where no series has a point.
    func render(into html: inout HTML) {
        let drawn = series.filter { !$0.points.isEmpty }
        guard !drawn.isEmpty else { return }
        let columns = SeriesColumns(of: drawn)
        html.beginChart("series", title: title, note: note, language: language)
        html.append("<ul class=\"chart-multiples ")
        html.append(columns.width)
        html.append("\">\n")
        for series in drawn { render(series, columns: columns, into: &html) }
        html.append("</ul>\n")
        html.endChart()
    }

    private func render(_ series: Series, columns: SeriesColumns, into html: inout HTML) {
        let unit = ChartUnit(of: series.points.map(\.value.amount))
        let amounts = series.points.map { unit.count($0.value.amount) }
        let places = columns.places(of: series)
        let drawn = zip(places, zip(series.points, amounts)).sorted { $0.0 < $1.0 }
        html.append("<li>")
        html.appendLabel(series.label, language: language)
        let heights = ChartScale(fromZeroTo: amounts, start: 8, end: 92)
        if columns.haveLine {
            renderLine(drawn.map { (columns.middle(of: $0.0), heights.position($0.1.1), $0.0) }, heights, into: &html)
        }
        html.append("\n<ol class=\"chart-points\">\n")
        let scale = ChartScale(fromZeroTo: amounts)
        var column = 0
        for (place, (point, amount)) in drawn {
            for _ in column..<place { html.append("<li class=\"empty\" aria-hidden=\"true\"></li>\n") }
            column = place + 1
            render(point, amount, scale: scale, into: &html)
        }
        for _ in column..<columns.count { html.append("<li class=\"empty\" aria-hidden=\"true\"></li>\n") }
        html.append("</ol></li>\n")
    }

    /// The line above the columns: a point for each value, a stroke between neighbours.
    private func renderLine(
        _ points: [(across: Amount, up: Amount, column: Int)], _ heights: ChartScale, into html: inout HTML
    ) {
        html.append("<svg class=\"line\" width=\"100%\" height=\"5em\" aria-hidden=\"true\" focusable=\"false\">")
        let zero = Self.down(heights.position(.zero))
        append("axis", from: (.zero, zero), to: (Self.hundred, zero), into: &html)
        for point in points {
            append("stem", from: (point.across, Self.down(point.up)), to: (point.across, zero), into: &html)
        }
        for (point, next) in zip(points, points.dropFirst()) where next.column == point.column + 1 {
            append(
                "stroke", from: (point.across, Self.down(point.up)), to: (next.across, Self.down(next.up)),
                into: &html)
        }
        for point in points {
            html.append("<circle class=\"point\" cx=\"")
            html.append(percent: point.across)
            html.append("\" cy=\"")
            html.append(percent: Self.down(point.up))
            html.append("\" r=\"0.3em\"/>")
        }
        html.append("</svg>")
    }

    private static let hundred = Amount(mantissa: 100, scale: 0)

    /// SVG counts from the top.
    private static func down(_ up: Amount) -> Amount { hundred - up }

    private func append(
        _ name: StaticString, from: (across: Amount, down: Amount), to: (across: Amount, down: Amount),
        into html: inout HTML
    ) {
        html.append("<line class=\"")
        html.append(name)
        html.append("\" x1=\"")
        html.append(percent: from.across)
        html.append("\" y1=\"")
        html.append(percent: from.down)
        html.append("\" x2=\"")
        html.append(percent: to.across)
        html.append("\" y2=\"")
        html.append(percent: to.down)
        html.append("\"/>")
    }

    private func render(_ point: Point, _ amount: Amount, scale: ChartScale, into html: inout HTML) {
        html.append("<li>")
        html.appendLabel(point.label, href: point.href, language: language)
        html.append("<span class=\"chart-value\"><span class=\"chart-amount\">")
        html.append(text: point.value.text)
        html.append("</span></span> ")
        html.beginMark()
        html.appendBar(scale.bar(amount), .solid, isNothing: point.value.amount.mantissa == 0)
        html.appendLine("axis", at: scale.position(.zero))
        html.endMark()
        html.append("</li>\n")
    }
}
