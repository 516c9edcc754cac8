import PlanGraph
import PlanMarkdown
import PlanModel

/// Sums that were computed anew, one a row: printed, computed, difference, what is allowed, verdict, explanation; then
/// parts beside what they are parts of.
struct SumList {
    let edition: Edition
    let page: PagePlace

    static func isEmpty(_ sums: Reconciliation) -> Bool { sums.verdicts.isEmpty }

    /// How many sums got which verdict, as a sentence.
    func counts(of tables: [PlanTable]) -> String {
        let verdicts = tables.flatMap { edition.library.reconciliations[$0.id]?.verdicts ?? [] }.map(\.name)
        guard !verdicts.isEmpty else { return "" }
        var html = HTML()
        html.append("<ul class=\"verdict-counts\">")
        for name in ["exact", "rounded", "differs", "incomputable"] {
            let count = verdicts.filter { $0 == name }.count
            guard count > 0 else { continue }
            html.append(raw: "<li><span class=\"verdict verdict-\(name)\">")
            html.append(text: edition.t.counted("sums.count-" + name, count))
            html.append("</span></li>")
        }
        html.append("</ul>")
        return html.string
    }

    /// What a list shows of its sums.
    struct Options {
        /// Whether only what does not hold is listed.
        var differingOnly = false
        /// Whether each row says in which table its sum is printed.
        var namesTable = true
        /// Whether the plan is named with the table.
        var namesPlan = false
        /// Whether the rows are the places that verdicts elsewhere lead to.
        var hasAnchors = false
    }

    /// Two tables, of sums and of parts.
    ///
    /// - Parameter label: what the list is called, its own on its page.
    /// - Returns: nothing where there is none.
    func render(_ tables: [PlanTable], _ options: Options = Options(), label: String) -> String {
        let lines = tables.flatMap { SumLine.lines(of: $0, edition: edition) }
            .filter { !options.differingOnly || $0.verdict.isDifference }
        return draw(
            lines.filter { !$0.isParts }, ["sum", "printed", "computed", "difference", "tolerance", "verdict"],
            label: label, options)
            + draw(
                lines.filter(\.isParts), ["part", "whole", "parts", "verdict"],
                label: edition.t("sums.parts-title") + ", " + label, options)
    }

    private func draw(_ lines: [SumLine], _ keys: [String], label: String, _ options: Options) -> String {
        guard let first = lines.first else { return "" }
        var html = HTML()
        let roles = TableRoles.stated
        html.append("<figure class=\"table table-entities table-sums\">")
        if first.isParts {
            html.append("<figcaption><span class=\"table-title\">")
            html.append(text: edition.t("sums.parts-title"))
            html.append("</span></figcaption>")
        }
        html.append("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.append(attribute: edition.t("table.label") + ": " + label)
        html.append("\">")
        roles.open("table", "table", into: &html)
        roles.open("thead", "rowgroup", into: &html)
        roles.open("tr", "row", into: &html)
        for (index, key) in keys.enumerated() {
            let isAmount = index > 0 && index < keys.count - 1
            roles.open(
                "th", "columnheader", isAmount ? "scope=\"col\" class=\"num\"" : "scope=\"col\"", into: &html)
            html.append(text: edition.t("sums." + key))
            html.append("</th>")
        }
        html.append("</tr></thead>")
        roles.open("tbody", "rowgroup", into: &html)
        for line in lines { append(line, keys: keys, options, into: &html) }
        html.append("</tbody></table></div></figure>")
        return html.string
    }

    private func append(_ line: SumLine, keys: [String], _ options: Options, into html: inout HTML) {
        html.append("<tr role=\"row\"")
        if options.hasAnchors {
            html.append(" id=\"")
            html.append(attribute: line.anchor)
            html.append("\"")
        }
        html.append("><th role=\"rowheader\" scope=\"row\">")
        appendName(of: line, options, into: &html)
        html.append("</th>")
        for (key, amount) in zip(keys.dropFirst(), line.amounts) {
            html.append("<td role=\"cell\" class=\"num\" data-label=\"")
            html.append(attribute: edition.t("sums." + key))
            html.append("\">")
            html.append(text: amount)
            html.append("</td>")
        }
        html.append("<td role=\"cell\" data-label=\"")
        html.append(attribute: edition.t("sums.verdict"))
        html.append(raw: "\"><span class=\"verdict verdict-\(line.verdict.name)\">")
        html.append(
            text: line.isParts ? edition.t("verdict.parts-" + line.verdict.name) : edition.name(of: line.verdict))
        html.append("</span>")
        if let reason = line.verdict.reason {
            html.append(" <span class=\"meta\">")
            html.append(text: reason.explanation[edition.language])
            html.append("</span>")
        }
        if line.verdict.isDifference, let accept = line.table.attributes.accept {
            html.append(raw: " <span class=\"explanation\"\(edition.languageAttribute(of: line.table))>")
            html.append(text: Typography.binding(accept.value))
            html.append("</span>")
        }
        html.append("</td></tr>")
    }

    private func appendName(of line: SumLine, _ options: Options, into html: inout HTML) {
        let shown = edition.shown(line.table)
        html.append(raw: line.isOfFrame ? "<span>" : "<span\(edition.languageAttribute(of: shown))>")
        html.append(text: line.what)
        html.append("</span>, ")
        html.append(text: line.column)
        guard options.namesTable else { return }
        html.append(" <span class=\"meta\"><a href=\"")
        html.append(attribute: edition.href(line.table.id, from: page))
        html.append("\"")
        html.append(raw: edition.languageAttribute(of: shown))
        html.append(">")
        html.append(text: edition.title(of: line.table))
        html.append("</a>")
        if options.namesPlan, let plan = line.table.plan.flatMap({ edition.library[$0] }) {
            html.append(", ")
            html.append(text: edition.qualifiedTitle(of: plan))
        }
        html.append("</span>")
    }
}
