import PlanGraph
import PlanMarkdown
import PlanModel

/// The strip draft → proposed → decided → followed up of a plan; it never claims more than the content says.
struct Provenance {
    let edition: Edition
    let page: PagePlace

    private enum Mark: String {
        case current, done, unknown
        /// Said of the plan, but without what would make it sure.
        case claimed
    }

    func render(_ plan: Entity) -> String {
        let standing = edition.library.standing(of: plan, on: edition.asOf)
        let reports = edition.library.sources(of: plan.id, .reportsOn)
        var html = HTML()
        html.append("<ol class=\"provenance\" aria-label=\"")
        html.append(attribute: edition.t("provenance.label"))
        html.append("\">")
        // A step that the content does not state is not claimed, even where a later one makes it likely.
        step("status.draft", standing == .draft ? .current : .unknown, into: &html)
        step("status.proposed", standing == .proposed ? .current : .unknown, into: &html)
        let decided: Mark =
            switch standing {
            case .decided: reports.isEmpty ? .current : .done
            case .calledDecided: .claimed
            case .draft, .proposed, .unknown: .unknown
            }
        step("status.decided", decided, into: &html) { html in appendDecision(plan, into: &html) }
        step("provenance.followed-up", reports.isEmpty ? .unknown : .current, into: &html) { html in
            edition.appendLinks(reports, from: page, into: &html)
        }
        html.append("</ol>")
        return html.string
    }

    private func step(_ key: String, _ mark: Mark, into html: inout HTML, detail: (inout HTML) -> Void = { _ in }) {
        html.append("<li class=\"")
        html.append(raw: mark.rawValue)
        html.append(mark == .current ? "\" aria-current=\"step\">" : "\">")
        html.append("<span class=\"step\">")
        html.append(text: edition.t(key))
        html.append("</span> <span class=\"detail\">")
        switch mark {
        case .current, .done, .claimed: detail(&html)
        case .unknown: html.append(text: edition.t("not-stated"))
        }
        html.append("</span></li>")
    }

    /// Body, date, paragraph and diary number; each that is missing is said to be.
    private func appendDecision(_ plan: Entity, into html: inout HTML) {
        let decision = plan.decision
        let missing = edition.t("not-stated")
        if let body = decision?.body {
            edition.appendResponsible(body.value, organisation: plan.organisation, from: page, into: &html)
        } else {
            html.append(text: edition.t("fact.decided-by") + " " + missing)
        }
        html.append(", ")
        html.append(text: decision?.date.map { edition.text(of: $0.value) } ?? edition.t("fact.date") + " " + missing)
        html.append(", ")
        html.append(text: edition.paragraphText(decision?.paragraph?.value) ?? "§ " + missing)
        html.append(", ")
        html.append(
            text: edition.t(
                "provenance.diary-number", ["number": decision?.diaryNumber.map(\.value) ?? missing]))
    }
}

extension Edition {
    /// A paragraph with its sign, written once: `§ 109`.
    func paragraphText(_ paragraph: String?) -> String? {
        guard let paragraph, !paragraph.isEmpty else { return nil }
        return paragraph.hasPrefix("§") ? paragraph : "§ " + paragraph
    }
}
