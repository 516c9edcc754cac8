import PlanMarkdown
import PlanModel

/// From one frame to the next: each change as a bar that floats between the running totals, and the rest that nobody explains.
///
/// The scale runs from the lowest to the highest running total: the frames are then drawn with a break, since their
/// bars do not begin at zero. Where the changes are large beside the frames, or cross zero, it begins at zero, unbroken.
/// An increase is filled and runs to the right, a decrease is outlined and runs to the left, a rest is hatched.
struct BridgeChart {
    /// One change.
    struct Step {
        let label: String
        /// What is added, with its sign.
        let value: ChartValue
        /// What no change explains.
        var isRest = false
        /// A heading row of the table before this step.
        var heading: String? = nil
    }

    /// A sentence that says what the chart shows.
    let title: String
    let from: (label: String, value: ChartValue)
    let steps: [Step]
    let to: (label: String, value: ChartValue)
    /// Small words; they are to say where the scale begins (``isBroken``).
    var note: String? = nil
    /// The language of the labels where it differs from the page's.
    var language: Language? = nil

    /// Whether the scale begins elsewhere than at zero; the note then says so, with the ends of the scale.
    var isBroken: Bool { drawing.breakPosition != nil }

    /// The lowest and the highest running total.
    var ends: (low: Amount, high: Amount) { drawing.ends }

    func render(into html: inout HTML) {
        let drawing = drawing
        html.beginChart("bridge", title: title, note: note, language: language)
        html.append("<ol class=\"chart-rows\">\n")
        renderFrame(from, level: drawing.levels[0], running: drawing.levels[0], .belowBar, drawing, into: &html)
        for (index, step) in steps.enumerated() {
            let levels = (before: drawing.levels[index], after: drawing.levels[index + 1])
            if let heading = step.heading { renderHeading(heading, level: levels.before, drawing, into: &html) }
            render(step, levels, drawing, into: &html)
        }
        renderFrame(to, level: drawing.end, running: drawing.levels[steps.count], .aboveBar, drawing, into: &html)
        html.append("</ol>\n")
        html.endChart()
    }

    /// The bar of a frame, and the running total that leaves it or reaches it.
    private func renderFrame(
        _ frame: (label: String, value: ChartValue), level: Amount, running: Amount, _ stretch: ChartStretch,
        _ drawing: BridgeScale, into html: inout HTML
    ) {
        html.append("<li class=\"frame-level\">")
        html.appendLabel(frame.label, language: language)
        appendValue(frame.value, into: &html)
        html.beginMark()
        html.appendBar(drawing.frame(level), .solid, isNothing: frame.value.amount.mantissa == 0)
        if let position = drawing.breakPosition { html.appendBreak(at: position) }
        html.appendLine("running", at: drawing.scale.position(running), stretch)
        appendAxis(drawing, into: &html)
        html.endMark()
        html.append("</li>\n")
    }

    private func render(
        _ step: Step, _ levels: (before: Amount, after: Amount), _ drawing: BridgeScale, into html: inout HTML
    ) {
        html.append(step.isRest ? "<li class=\"rest\">" : "<li>")
        html.appendLabel(step.label, language: language)
        appendValue(step.value, into: &html)
        html.beginMark()
        let span = ChartSpan(from: drawing.scale.position(levels.before), to: drawing.scale.position(levels.after))
        let isNothing = step.value.amount.mantissa == 0
        if isNothing {
            html.appendLine("running", at: span.from)
        } else {
            html.appendLine("running", at: span.from, .aboveBar)
            html.appendLine("running", at: span.to, .belowBar)
        }
        let fill: ChartFill = step.isRest ? .hatched : step.value.amount < .zero ? .outlined : .solid
        html.appendBar(span, fill, isNothing: isNothing)
        appendAxis(drawing, into: &html)
        html.endMark()
        html.append("</li>\n")
    }

    /// The heading of the steps that follow; the running total goes on past it.
    private func renderHeading(_ heading: String, level: Amount, _ drawing: BridgeScale, into html: inout HTML) {
        html.append("<li class=\"chart-heading\">")
        html.appendLabel(heading, language: language)
        html.beginMark()
        html.appendLine("running", at: drawing.scale.position(level))
        appendAxis(drawing, into: &html)
        html.endMark()
        html.append("</li>\n")
    }

    private func appendValue(_ value: ChartValue, into html: inout HTML) {
        html.append("<span class=\"chart-value\"><span class=\"chart-amount\">")
        html.append(text: value.text)
        html.append("</span></span> ")
    }

    private func appendAxis(_ drawing: BridgeScale, into html: inout HTML) {
        if drawing.breakPosition == nil { html.appendLine("axis", at: drawing.scale.position(.zero)) }
    }

    private var drawing: BridgeScale {
        BridgeScale(from: from.value.amount, steps: steps.map(\.value.amount), to: to.value.amount)
    }
}
