import PlanMarkdown
import PlanModel

/// The words of a chart.
extension HTML {
    /// The figure's start: its title is a sentence, the note says in small words how to read it.
    ///
    /// - Parameter keys: what the fills stand for.
    mutating func beginChart(
        _ name: StaticString, title: String, note: String?, keys: [(fill: ChartFill, label: String)] = [],
        language: Language?
    ) {
        append("<figure class=\"chart chart-")
        append(name)
        append("\">\n<figcaption><span class=\"chart-title\">")
        append(text: title)
        append("</span>")
        if let note {
            append(" <span class=\"chart-small\">")
            append(text: note)
            append("</span>")
        }
        for key in keys {
            append(" <span class=\"chart-key\">")
            appendKey(key.fill)
            append("<span")
            appendLanguage(language)
            append(">")
            append(text: key.label)
            append("</span></span>")
        }
        append("</figcaption>\n")
    }

    mutating func endChart() { append("</figure>\n") }

    /// A label, hyphenated in its own language.
    mutating func appendLabel(_ label: String, href: String? = nil, language: Language?) {
        append("<span class=\"chart-label\"")
        appendLanguage(language)
        append(">")
        if let href {
            append("<a href=\"")
            append(address: href)
            append("\">")
        }
        append(text: label)
        if href != nil { append("</a>") }
        append("</span> ")
    }

    mutating func appendLanguage(_ language: Language?) {
        guard let language else { return }
        append(" lang=\"")
        append(attribute: language.rawValue)
        append("\"")
    }

    /// Words that stand to be heard where the eye has a key.
    mutating func appendHeard(_ words: String, language: Language?) {
        append("<span class=\"visually-hidden\"")
        appendLanguage(language)
        append(">")
        append(text: words)
        append(":</span> ")
    }
}
