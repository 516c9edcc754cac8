import PlanGraph
import PlanMarkdown
import PlanModel

/// Sums that were computed anew, one a row: printed, computed, difference, verdict, explanation.
struct SumList {
    let edition: Edition
    let page: PagePlace

    /// One comparison, whatever it compares.
    private struct Line {
        let anchor: String
        let what: String
        let column: String
        let printed: String
        let computed: String
        let difference: String
        let verdict: Verdict
        /// Why it could not be computed.
        let reason: NotComputable?
    }

    static func isEmpty(_ sums: Reconciliation) -> Bool { sums.verdicts.isEmpty }

    /// How many sums got which verdict, as a sentence.
    func counts(of tables: [PlanTable]) -> String {
        let verdicts = tables.flatMap { lines(of: $0).map(\.verdict.name) }
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

    /// A table of the sums.
    ///
    /// - Parameters:
    ///   - keeps: which verdicts are listed.
    ///   - namesTable: whether a column says in which table the sum is printed.
    ///   - namesPlan: whether the plan is named with the table.
    ///   - hasAnchors: whether the rows are the places that verdicts elsewhere lead to.
    ///   - label: what the list is called, its own on its page.
    /// - Returns: nothing where there is none.
    func render(
        _ tables: [PlanTable], keeps: (Verdict) -> Bool = { _ in true }, namesTable: Bool = true,
        namesPlan: Bool = false, hasAnchors: Bool = false, label: String
    ) -> String {
        var rows = HTML()
        for table in tables {
            for line in lines(of: table) where keeps(line.verdict) {
                append(
                    line, of: table, namesTable: namesTable, namesPlan: namesPlan, hasAnchors: hasAnchors, into: &rows)
            }
        }
        guard !rows.isEmpty else { return "" }
        var html = HTML()
        let roles = TableRoles.stated
        html.append(
            "<div class=\"table table-entities table-sums\"><div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\""
        )
        html.append(attribute: edition.t("table.label") + ": " + label)
        html.append("\">")
        roles.open("table", "table", into: &html)
        roles.open("thead", "rowgroup", into: &html)
        roles.open("tr", "row", into: &html)
        for key in ["sum", "printed", "computed", "difference", "verdict"] {
            roles.open(
                "th", "columnheader", Self.isAmount(key) ? "scope=\"col\" class=\"num\"" : "scope=\"col\"", into: &html)
            html.append(text: edition.t("sums." + key))
            html.append("</th>")
        }
        html.append("</tr></thead>")
        roles.open("tbody", "rowgroup", into: &html)
        html.append(raw: rows)
        html.append("</tbody></table></div></div>")
        return html.string
    }

    private static func isAmount(_ key: String) -> Bool { ["printed", "computed", "difference"].contains(key) }

    private func append(
        _ line: Line, of table: PlanTable, namesTable: Bool, namesPlan: Bool, hasAnchors: Bool, into html: inout HTML
    ) {
        html.append("<tr role=\"row\"")
        if hasAnchors {
            html.append(" id=\"")
            html.append(attribute: line.anchor)
            html.append("\"")
        }
        html.append("><th role=\"rowheader\" scope=\"row\">")
        html.append(raw: "<span\(edition.languageAttribute(of: edition.shown(table)))>")
        html.append(text: line.what)
        html.append("</span>, ")
        html.append(text: line.column)
        if namesTable {
            html.append(" <span class=\"meta\"><a href=\"")
            html.append(attribute: edition.href(table.id, from: page))
            html.append("\"")
            html.append(raw: edition.languageAttribute(of: edition.shown(table)))
            html.append(">")
            html.append(text: edition.title(of: table))
            html.append("</a>")
            if namesPlan, let plan = table.plan.flatMap({ edition.library[$0] }) {
                html.append(", ")
                html.append(text: plan.title(in: edition.language))
            }
            html.append("</span>")
        }
        html.append("</th>")
        for (key, value) in [("printed", line.printed), ("computed", line.computed), ("difference", line.difference)] {
            html.append("<td role=\"cell\" class=\"num\" data-label=\"")
            html.append(attribute: edition.t("sums." + key))
            html.append("\">")
            html.append(text: value)
            html.append("</td>")
        }
        html.append("<td role=\"cell\" data-label=\"")
        html.append(attribute: edition.t("sums.verdict"))
        html.append(raw: "\"><span class=\"verdict verdict-\(line.verdict.name)\">")
        html.append(text: edition.name(of: line.verdict))
        html.append("</span>")
        if let reason = line.reason {
            html.append(" <span class=\"meta\">")
            html.append(text: reason.explanation[edition.language])
            html.append("</span>")
        }
        if line.verdict.isDifference, let accept = table.attributes.accept {
            html.append(raw: " <span class=\"explanation\"\(edition.languageAttribute(of: table))>")
            html.append(text: Typography.binding(accept.value))
            html.append("</span>")
        }
        html.append("</td></tr>")
    }

    // MARK: Lines

    private func lines(of original: PlanTable) -> [Line] {
        guard let sums = edition.library.reconciliations[original.id] else { return [] }
        let table = edition.shown(original)
        let none = "–"
        func row(_ row: Int) -> String { table.label(ofRow: row, column: table.labelColumn) }
        func printed(_ amount: PrintedAmount, _ column: Int) -> String {
            edition.money(amount, in: original, column: column)
        }
        let lines = sums.checks.map { check in
            Line(
                anchor: SumAnchor.sum(check, in: original), what: row(check.row),
                column: table.columns[check.column].heading, printed: printed(check.printed, check.column),
                computed: check.computed.map {
                    edition.money($0, check.unit, in: table, decimals: check.printed.value.scale)
                }
                    ?? none,
                difference: check.difference.map {
                    edition.number($0, in: table, decimals: check.printed.value.scale, isSigned: true)
                } ?? none,
                verdict: check.verdict, reason: check.verdict.reason)
        }
        let parts = sums.parts.map { check in
            Line(
                anchor: SumAnchor.parts(check, in: original),
                what: edition.t("sums.parts-of", ["row": row(check.whole)]),
                column: table.columns[check.column].heading, printed: printed(check.printed, check.column),
                computed: edition.money(check.sum, check.unit, in: table, decimals: check.printed.value.scale),
                difference: check.exceeds
                    ? edition.number(check.excess, in: table, decimals: check.printed.value.scale, isSigned: true)
                    : edition.t("sums.within"),
                verdict: check.verdict, reason: nil)
        }
        let frames = sums.bridges.map { bridge in
            Line(
                anchor: SumAnchor.bridge(bridge, in: original),
                what: edition.t("sums.frame", ["before": "\(bridge.year - 1)"]),
                column: table.columns[bridge.column].heading, printed: edition.money(bridge.to, bridge.unit, in: table),
                computed: edition.money(bridge.computed, bridge.unit, in: table, decimals: bridge.to.scale),
                difference: edition.number(bridge.difference, in: table, decimals: bridge.to.scale, isSigned: true),
                verdict: bridge.verdict, reason: nil)
        }
        let uncomputed = sums.uncomputed.map { check in
            Line(
                anchor: "\(SumAnchor.name(of: original))-u\((check.whole ?? -1) + 1)-c\(check.column + 1)",
                what: check.whole.map { edition.t("sums.parts-of", ["row": row($0)]) } ?? edition.t("sums.frames"),
                column: table.columns[check.column].heading, printed: none, computed: none, difference: none,
                verdict: .notComputable(check.reason), reason: check.reason)
        }
        return lines + parts + frames + uncomputed
    }
}

extension Verdict {
    /// Why nothing could be computed.
    var reason: NotComputable? {
        if case .notComputable(let reason) = self { reason } else { nil }
    }
}
