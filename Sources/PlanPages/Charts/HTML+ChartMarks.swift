import PlanMarkdown
import PlanModel

/// A stretch of a vertical line through a row.
enum ChartStretch {
    case whole
    case aboveBar
    case belowBar
}

/// The marks of a row. Percentages across, so that bars stretch with the page; ems down, so that they grow with the text.
extension HTML {
    /// Every mark is silent: the words beside it say what it shows.
    mutating func beginMark() {
        append("<svg class=\"mark\" width=\"100%\" height=\"1.8em\" aria-hidden=\"true\" focusable=\"false\">")
    }

    mutating func endMark() { append("</svg>") }

    /// A bar; one too short to be seen gets a line at its end.
    ///
    /// - Parameter isNothing: the amount is 0: no bar.
    mutating func appendBar(_ span: ChartSpan, _ fill: ChartFill, isNothing: Bool) {
        guard !isNothing else { return }
        append("<rect class=\"")
        append(fill.name)
        append("\" x=\"")
        append(percent: span.left)
        append("\" y=\"")
        append(fill.top)
        append("\" width=\"")
        append(percent: span.width)
        append("\" height=\"")
        append(fill.height)
        append("\"/>")
        switch fill {
        case .hatched: appendHatch(span)
        case .solid, .outlined, .thin: break
        }
        if span.isHair { appendHair(span, fill) }
    }

    /// A dashed line as thick as the bar: a hatch that needs no pattern, whose name would have to be unique on the page.
    private mutating func appendHatch(_ span: ChartSpan) {
        append("<line class=\"hatch\" x1=\"")
        append(percent: span.left)
        append("\" y1=\"0.9em\" x2=\"")
        append(percent: span.left + span.width)
        append("\" y2=\"0.9em\" stroke-width=\"0.9em\" stroke-dasharray=\"0.15em 0.25em\"/>")
    }

    private mutating func appendHair(_ span: ChartSpan, _ fill: ChartFill) {
        append("<line class=\"hair")
        if case .thin = fill { append(" thin") }
        append("\" x1=\"")
        append(percent: span.to)
        append("\" y1=\"")
        append(fill.top)
        append("\" x2=\"")
        append(percent: span.to)
        append("\" y2=\"")
        append(fill.bottom)
        append("\"/>")
    }

    /// A vertical line at a level of the scale.
    mutating func appendLine(_ name: StaticString, at position: Amount, _ stretch: ChartStretch = .whole) {
        append("<line class=\"")
        append(name)
        append("\" x1=\"")
        append(percent: position)
        switch stretch {
        case .whole, .aboveBar: append("\" y1=\"0\" x2=\"")
        case .belowBar: append("\" y1=\"1.35em\" x2=\"")
        }
        append(percent: position)
        switch stretch {
        case .whole, .belowBar: append("\" y2=\"100%\"/>")
        case .aboveBar: append("\" y2=\"0.45em\"/>")
        }
    }

    /// Two strokes across a bar that does not begin at zero.
    mutating func appendBreak(at position: Amount) {
        append("<svg class=\"break\" x=\"")
        append(percent: position)
        append("\" overflow=\"visible\"><line class=\"gap\" x1=\"-0.15em\" y1=\"1.7em\" x2=\"0.15em\" y2=\"0.1em\"/>")
        append("<line class=\"edge\" x1=\"-0.35em\" y1=\"1.7em\" x2=\"-0.05em\" y2=\"0.1em\"/>")
        append("<line class=\"edge\" x1=\"0.05em\" y1=\"1.7em\" x2=\"0.35em\" y2=\"0.1em\"/></svg>")
    }

    /// The sample of a fill beside its word in the caption.
    mutating func appendKey(_ fill: ChartFill) {
        append("<svg class=\"key\" width=\"1.6em\" height=\"1.4em\" aria-hidden=\"true\" focusable=\"false\">")
        let whole = ChartSpan(from: .zero, to: Amount(mantissa: 100, scale: 0))
        switch fill {
        case .solid, .outlined, .hatched: appendBar(whole, fill, isNothing: false)
        case .thin: append("<rect class=\"bar thin\" y=\"0.75em\" width=\"100%\" height=\"0.3em\"/>")
        }
        endMark()
    }

    mutating func append(percent: Amount) {
        append(raw: percent.normalised.machineText)
        append("%")
    }
}
