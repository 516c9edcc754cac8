import PlanGraph
import PlanMarkdown
import PlanModel

/// Who works for which aim: a row for each aim, a column for each body, how the work goes where they meet.
struct MatrixComponent {
    let edition: Edition
    let page: PagePlace

    /// - Returns: nothing where fewer than two bodies work for the plan's aims: a list says it better.
    func render(_ plan: Entity) -> String {
        let matrix = edition.library.responsibilityMatrix(of: plan.id)
        guard matrix.bodies.count > 1 else { return "" }
        let roles = TableRoles.stated
        var html = HTML()
        html.append("<figure class=\"table table-entities table-matrix\"><figcaption><span class=\"table-title\">")
        html.append(text: edition.t("matrix.caption"))
        html.append("</span></figcaption><div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.append(attribute: edition.t("table.label") + ": " + edition.t("matrix.title"))
        html.append("\">")
        roles.open("table", "table", into: &html)
        roles.open("thead", "rowgroup", into: &html)
        roles.open("tr", "row", into: &html)
        roles.open("th", "columnheader", "scope=\"col\"", into: &html)
        html.append(text: edition.t("matrix.aim"))
        html.append("</th>")
        for body in matrix.bodies {
            roles.open("th", "columnheader", "scope=\"col\"", into: &html)
            append(body, into: &html)
            html.append("</th>")
        }
        html.append("</tr></thead>")
        roles.open("tbody", "rowgroup", into: &html)
        for row in matrix.rows { append(row, of: matrix, into: &html) }
        html.append("</tbody></table></div>")
        appendNotes(on: matrix, into: &html)
        html.append("</figure>")
        return html.string
    }

    private func append(_ body: ResponsibilityMatrix.Body, into html: inout HTML) {
        guard let unit = body.unit.flatMap({ edition.library[$0] }) else {
            if let name = body.name {
                edition.append(name, in: edition.configuration.defaultLanguage, into: &html)
            } else {
                edition.appendNotStated(into: &html)
            }
            return
        }
        html.append("<a href=\"")
        html.append(attribute: edition.href(unit.id, from: page))
        html.append("\"")
        edition.appendContentLanguage(of: unit, into: &html)
        html.append(">")
        html.append(text: shortName(of: unit) ?? unit.title(in: edition.language))
        html.append("</a>")
    }

    private func shortName(of unit: Entity) -> String? { unit.text(.short, in: edition.language) }

    private func name(of body: ResponsibilityMatrix.Body) -> String {
        guard let unit = body.unit.flatMap({ edition.library[$0] }) else {
            return body.name ?? edition.t("not-stated")
        }
        return unit.title(in: edition.language)
    }

    private func append(_ row: ResponsibilityMatrix.Row, of matrix: ResponsibilityMatrix, into html: inout HTML) {
        html.append("<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">")
        edition.link(row.aim, from: page, into: &html)
        if let status = edition.library.status(of: row.aim) {
            html.append(" ")
            edition.appendStatus(status, into: &html)
        }
        html.append("</th>")
        for (body, work) in zip(matrix.bodies, row.work) {
            html.append("<td role=\"cell\" data-label=\"")
            html.append(attribute: name(of: body))
            if work.isEmpty {
                html.append("\" class=\"missing\"><span aria-hidden=\"true\">–</span><span class=\"visually-hidden\">")
                html.append(text: edition.t("matrix.nothing"))
                html.append("</span></td>")
                continue
            }
            html.append("\"><ul class=\"work\">")
            for status in [Status?.none] + Status.allCases.map(Optional.some) {
                let group = work.filter { edition.library.status(of: $0) == status }
                if !group.isEmpty { append(group, status, of: row.aim, into: &html) }
            }
            html.append("</ul></td>")
        }
        html.append("</tr>")
    }

    /// How many of one status, as a link to the work itself, or where it is several to the aim with all of it.
    private func append(_ work: [Entity], _ status: Status?, of aim: Entity, into html: inout HTML) {
        html.append("<li><a class=\"status status-")
        html.append(raw: status?.rawValue ?? "none")
        html.append("\" href=\"")
        html.append(attribute: edition.href(work.count == 1 ? work[0].id : aim.id, from: page))
        html.append("\">")
        let word = edition.t(status.map { "status." + $0.rawValue } ?? "matrix.no-status")
        html.append(text: edition.count(work.count) + " " + word.lowercasedFirst)
        html.append("</a></li>")
    }

    /// What the short names stand for, and which aims nobody works for.
    private func appendNotes(on matrix: ResponsibilityMatrix, into html: inout HTML) {
        let short = matrix.bodies.compactMap { body -> (name: String, unit: Entity)? in
            body.unit.flatMap { edition.library[$0] }.flatMap { unit in shortName(of: unit).map { ($0, unit) } }
        }
        guard !short.isEmpty || !matrix.unserved.isEmpty else { return }
        html.append("<ul class=\"table-notes\">")
        if !short.isEmpty {
            html.append("<li>")
            for (index, entry) in short.enumerated() {
                if index > 0 { html.append(" · ") }
                html.append(text: entry.name + " ")
                edition.appendTitle(of: entry.unit, into: &html)
            }
            html.append("</li>")
        }
        if !matrix.unserved.isEmpty {
            html.append("<li>")
            html.append(text: edition.t("matrix.unserved"))
            html.append(" ")
            edition.appendLinks(matrix.unserved, from: page, into: &html)
            html.append("</li>")
        }
        html.append("</ul>")
    }
}
