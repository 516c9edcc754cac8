import PlanGraph
import PlanMarkdown
import PlanModel

/// The strip draft → proposed → decided → followed up of a plan; it never claims more than the content says.
struct Provenance {
    let edition: Edition
    let page: PagePlace

    private enum Mark: String {
        case done, current, todo, unknown
    }

    func render(_ plan: Entity) -> String {
        let status = plan.status
        let isDecided = status == .decided || status == .superseded || status == .closed
        let reports = edition.library.sources(of: plan.id, .reportsOn)
        var html = HTML()
        html.append("<ol class=\"provenance\" aria-label=\"")
        html.append(attribute: edition.t("provenance.label"))
        html.append("\">")
        step(.draft, status == .draft ? .current : status == nil ? .unknown : .done, into: &html) { _ in }
        step(
            .proposed, status == .proposed ? .current : isDecided ? .done : status == nil ? .unknown : .todo,
            into: &html
        ) { _ in }
        step(.decided, isDecided ? .current : status == nil ? .unknown : .todo, into: &html) { html in
            if isDecided { appendDecision(plan, into: &html) }
        }
        html.append("<li class=\"")
        html.append(raw: (reports.isEmpty ? (isDecided ? Mark.todo : .unknown) : .current).rawValue)
        html.append("\"><span class=\"step\">")
        html.append(text: edition.t("provenance.followed-up"))
        html.append("</span>")
        if !reports.isEmpty {
            html.append(" <span class=\"detail\">")
            edition.appendLinks(reports, from: page, into: &html)
            html.append("</span>")
        }
        html.append("</li></ol>")
        if status == nil {
            html.append("<p class=\"provenance-note\">")
            html.append(text: edition.t("provenance.no-status"))
            html.append("</p>")
        }
        return html.string
    }

    private func step(_ status: Status, _ mark: Mark, into html: inout HTML, detail: (inout HTML) -> Void) {
        html.append("<li class=\"")
        html.append(raw: mark.rawValue)
        html.append(mark == .current ? "\" aria-current=\"step\">" : "\">")
        html.append("<span class=\"step\">")
        html.append(text: edition.t("status." + status.rawValue))
        html.append("</span>")
        detail(&html)
        html.append("</li>")
    }

    /// Body, date, paragraph and diary number; each that is missing is said to be.
    private func appendDecision(_ plan: Entity, into html: inout HTML) {
        let decision = plan.decision
        let missing = edition.t("not-stated")
        html.append(" <span class=\"detail\">")
        if let body = decision?.body {
            edition.appendResponsible(body.value, organisation: plan.organisation, from: page, into: &html)
        } else {
            html.append(text: edition.t("fact.decided-by") + " " + missing)
        }
        html.append(", ")
        html.append(text: decision?.date.map { edition.text(of: $0.value) } ?? edition.t("fact.date") + " " + missing)
        html.append(", ")
        html.append(text: edition.paragraphText(decision?.paragraph?.value) ?? "§ " + missing)
        html.append("</span>")
    }
}

extension Edition {
    /// A paragraph with its sign, written once: `§ 109`.
    func paragraphText(_ paragraph: String?) -> String? {
        guard let paragraph, !paragraph.isEmpty else { return nil }
        return paragraph.hasPrefix("§") ? paragraph : "§ " + paragraph
    }
}
