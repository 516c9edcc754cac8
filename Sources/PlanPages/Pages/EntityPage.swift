import PlanGraph
import PlanMarkdown
import PlanModel

extension Edition {
    /// The page of a goal, programme, assignment, activity, indicator and the like: its place on the thread.
    func entityPage(_ entity: Entity) -> SiteFile {
        let page = place(of: entity)
        var values = commonValues(entity, page: page)
        if let plan = plan(of: entity) {
            values["provenance"] = .text(Provenance(edition: self, page: page).render(plan))
        }
        values["facts"] = .text(facts(of: entity, page: page))
        values["thread"] = .text(ThreadComponent(edition: self, page: page).render(entity))
        values["values"] = .text(IndicatorValues(edition: self, page: page).render(entity))
        values["money"] = .text(money(for: entity, page: page))
        values["related"] = .text(related(entity, page: page))
        return file(
            .entity, values: values,
            title: [entity.code, entity.title(in: language)].compactMap(\.self).joined(separator: " "),
            description: description(of: entity), address: library.address(of: entity.id),
            crumbs: crumbs(to: entity, page: page),
            printLine: plan(of: entity).map { printLine(of: $0) } ?? "")
    }

    private func facts(of entity: Entity, page: PagePlace) -> String {
        var facts = Facts(edition: self, page: page)
        let fields = Schema.ownFields(entity.kind)
        if fields.contains(.kind) {
            facts.add(
                "fact.kind",
                entity.goalKind.map { t("goal-kind." + $0.rawValue) }
                    ?? entity.assignmentKind.map { t("assignment-kind." + $0.rawValue) })
        }
        if fields.contains(.owner) { facts.addResponsible(entity, isExpected: true) }
        if fields.contains(.schedule) {
            facts.add(.schedule, of: entity, isExpected: true)
        }
        if fields.contains(.period) { facts.add("fact.period", entity.period.map { text(of: $0) }) }
        if fields.contains(.status) {
            facts.add("fact.status", status: library.status(of: entity), isExpected: entity.kind != .report)
        }
        if let outcome = library.outcomes[entity.id]?.last, let report = library[outcome.report] {
            facts.add("fact.latest-report", entities: [report])
        }
        if entity.flag(.ordinary) == true { facts.add("fact.ordinary", t("yes")) }
        for field in [Field.reported, .objective, .procedure, .assessment, .likelihood, .consequence, .mitigation]
        where fields.contains(field) {
            facts.add(field, of: entity, isExpected: field != .reported)
        }
        facts.add("fact.direction", entity.direction.map { t("direction." + $0.rawValue) })
        if entity.kind == .indicator { facts.add(.unit, of: entity) }
        if let plan = entity.plan.flatMap({ library[$0] }) {
            let (edition, page) = (self, page)
            facts.add("fact.stands-in") { html in
                edition.link(plan, from: page, into: &html)
                guard let row = entity.row, let anchor = edition.library.table(row.table) else { return }
                html.append(", ")
                html.append("<a href=\"")
                html.append(attribute: edition.rowHref(entity, table: anchor, from: page))
                html.append("\">")
                edition.appendTitle(of: anchor, into: &html)
                html.append("</a>")
            }
        }
        return facts.text
    }

    /// The row of the table where an entity is printed.
    func rowHref(_ entity: Entity, table: PlanTable, from page: PagePlace) -> String {
        let address = library.anchor(of: table.id)
        return href(Address(path: address.path, fragment: entity.id.rowAnchor), from: page)
    }

    /// The tables and rows of money that are tied to an entity.
    private func money(for entity: Entity, page: PagePlace) -> String {
        let ties = library.money(of: entity.id)
        guard !ties.isEmpty else {
            // What it costs is asked of every aim and all work: that nothing is stated is an answer.
            let isAsked = entity.kind.isAim || entity.kind == .assignment || entity.kind == .activity
            guard isAsked else { return "" }
            var html = HTML()
            html.append("<p class=\"nothing\">")
            html.append(text: t("entity.no-money"))
            html.append("</p>")
            return html.string
        }
        return moneyList(ties, page: page)
    }

    /// Meetings that deal with it, and reports about it.
    private func related(_ entity: Entity, page: PagePlace) -> String {
        list(library.sources(of: entity.id, .decides, .reportsOn), from: page)
    }
}

/// What an indicator was, is and should be, as a table.
struct IndicatorValues {
    let edition: Edition
    let page: PagePlace

    func render(_ entity: Entity) -> String {
        var rows: [(label: String, values: [PeriodValue])] = []
        for field in [Field.baseline, .values, .target] where !entity.values(field).isEmpty {
            rows.append((edition.t("fact." + field.rawValue), entity.values(field)))
        }
        let outcomes = edition.library.outcomes[entity.id] ?? []
        guard !rows.isEmpty || !outcomes.isEmpty || entity.kind == .indicator else { return "" }
        var html = HTML()
        if entity.kind == .indicator { renderValues(rows, unit: entity.text(.unit, in: edition.language), into: &html) }
        if !outcomes.isEmpty { renderOutcomes(outcomes, into: &html) }
        return html.string
    }

    private func renderValues(
        _ rows: [(label: String, values: [PeriodValue])], unit: String?, into html: inout HTML
    ) {
        html.append(
            "<figure class=\"table table-plain\"><div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\""
        )
        html.append(attribute: edition.t("indicator.values"))
        html.append("\"><table class=\"indicator-values\"><thead><tr>")
        for key in ["indicator.what", "fact.period", "indicator.value"] {
            html.append(key == "indicator.value" ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">")
            html.append(text: edition.t(key))
            html.append("</th>")
        }
        html.append("</tr></thead><tbody>")
        for row in rows {
            for value in row.values {
                appendRow(row.label, value.period, value.text, into: &html)
            }
        }
        // What is not stated is said: a reader looks for a target and a value.
        for key in ["fact.baseline", "fact.target"] where !rows.contains(where: { $0.label == edition.t(key) }) {
            appendRow(edition.t(key), nil, nil, into: &html)
        }
        html.append("</tbody></table></div></figure>")
    }

    private func appendRow(_ label: String, _ period: Period?, _ value: String?, into html: inout HTML) {
        html.append("<tr><th scope=\"row\">")
        html.append(text: label)
        html.append("</th><td>")
        html.append(text: period.map { edition.text(of: $0) } ?? "")
        html.append("</td><td class=\"num\">")
        if let value {
            html.append(text: Typography.binding(value))
        } else {
            edition.appendNotStated(into: &html)
        }
        html.append("</td></tr>")
    }

    private func renderOutcomes(_ outcomes: [Outcome], into html: inout HTML) {
        html.append("<ul class=\"outcomes\">")
        for outcome in outcomes {
            html.append("<li>")
            if let report = edition.library[outcome.report] {
                edition.link(report, from: page, into: &html)
            }
            for (key, value) in [
                ("table.outcome", outcome.outcome), ("table.forecast", outcome.forecast),
                ("table.comment", outcome.comment),
            ] {
                guard let value else { continue }
                html.append(" · ")
                html.append(text: edition.t(key) + ": " + value)
            }
            if let status = outcome.status {
                html.append(" ")
                edition.appendStatus(status, into: &html)
            }
            html.append("</li>")
        }
        html.append("</ul>")
    }
}
