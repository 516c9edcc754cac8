import PlanMarkdown
import PlanModel

/// Bars from a common zero line, one a row, each with its label and its value in words.
///
/// Amounts below zero run to the left of the line. A row of zero has no bar.
struct BarChart {
    /// A sentence that says what the chart shows.
    let title: String
    let rows: [ChartRow]
    /// What the thin grey bars are: `Budget 2018`.
    var comparedLabel: String? = nil
    var note: String? = nil
    /// The language of the labels where it differs from the page's.
    var language: Language? = nil
    /// What the filled bars are, where something is compared.
    var mainLabel: String? = nil
    /// What the hatched bars are.
    var otherLabel: String? = nil

    /// Draws nothing where there are no rows.
    func render(into html: inout HTML) {
        guard !rows.isEmpty else { return }
        let amounts = rows.map(\.value.amount) + rows.compactMap(\.compared?.amount)
        let unit = ChartUnit(of: amounts)
        let scale = ChartScale(fromZeroTo: amounts.map(unit.count))
        html.beginChart("bars", title: title, note: note, keys: keys, language: language)
        html.append("<ul class=\"chart-rows\">\n")
        for row in rows { render(row, unit: unit, scale: scale, into: &html) }
        html.append("</ul>\n")
        html.endChart()
    }

    private var keys: [(fill: ChartFill, label: String)] {
        let known: [(fill: ChartFill, label: String?)] = [
            (.solid, mainLabel), (.hatched, otherLabel), (.thin, comparedLabel),
        ]
        return known.compactMap { key in key.label.map { (key.fill, $0) } }
    }

    private func render(_ row: ChartRow, unit: ChartUnit, scale: ChartScale, into html: inout HTML) {
        html.append("<li>")
        html.appendLabel(row.label, href: row.href, language: language)
        renderWords(of: row, into: &html)
        html.beginMark()
        html.appendBar(
            scale.bar(unit.count(row.value.amount)), ChartFill(row.tone), isNothing: row.value.amount.mantissa == 0)
        if let compared = row.compared {
            html.appendBar(
                scale.bar(unit.count(compared.amount)), .thin, isNothing: compared.amount.mantissa == 0)
        }
        html.appendLine("axis", at: scale.position(.zero))
        html.endMark()
        html.append("</li>\n")
    }

    /// The value, and beneath it in small what it is compared with.
    private func renderWords(of row: ChartRow, into html: inout HTML) {
        html.append("<span class=\"chart-value\">")
        if let kind = kind(of: row.tone) { html.appendHeard(kind, language: language) }
        html.append("<span class=\"chart-amount\">")
        html.append(text: row.value.text)
        html.append("</span>")
        if let note = row.note {
            html.append(" <span class=\"chart-small\">")
            html.append(text: note)
            html.append("</span>")
        }
        if let compared = row.compared {
            html.append(" <span class=\"chart-small\">")
            if let comparedLabel {
                html.append("<span")
                html.append(raw: language.map { " lang=\"\($0.rawValue)\"" } ?? "")
                html.append(">")
                html.append(text: comparedLabel)
                html.append("</span>: ")
            }
            html.append(text: compared.text)
            html.append("</span>")
        }
        html.append("</span> ")
    }

    /// The fill in words, where two kinds are told apart.
    private func kind(of tone: ChartTone) -> String? {
        guard otherLabel != nil else { return nil }
        return switch tone {
        case .main: mainLabel
        case .other: otherLabel
        }
    }
}
