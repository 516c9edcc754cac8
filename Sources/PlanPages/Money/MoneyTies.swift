import PlanGraph
import PlanMarkdown
import PlanModel

extension Edition {
    /// Tables and rows of money that are tied to an entity: each row with all that it prints, a whole table with what it
    /// comes to.
    func moneyList(_ ties: [MoneyTie], page: PagePlace) -> String {
        guard !ties.isEmpty else { return "" }
        var html = HTML()
        html.append("<ul class=\"money-links\">")
        for tie in ties {
            guard let original = library.table(tie.table) else { continue }
            let table = shown(original)
            html.append("<li><a href=\"")
            html.append(attribute: href(table.id, from: page))
            html.append("\"")
            html.append(raw: languageAttribute(of: table))
            html.append(">")
            html.append(text: title(of: table))
            html.append("</a>")
            if let plan = table.plan.flatMap({ library[$0] }) {
                html.append(" <span class=\"meta\">")
                appendTitle(of: plan, into: &html)
                html.append("</span>")
            }
            let rows = tie.rows.isEmpty ? [totalRow(of: original)].compactMap(\.self) : tie.rows
            if rows.isEmpty { appendComputed(original, shown: table, into: &html) }
            if !rows.isEmpty {
                html.append("<ul>")
                for row in rows { append(row, of: table, into: &html) }
                html.append("</ul>")
            }
            html.append("</li>")
        }
        html.append("</ul>")
        return html.string
    }

    /// What a table without a printed total comes to, computed.
    private func appendComputed(_ original: PlanTable, shown table: PlanTable, into html: inout HTML) {
        guard let sums = library.reconciliations[original.id] else { return }
        let totals = original.summedColumns.compactMap { column in
            original.columnTotal(column, sums: sums).map { (column: column, total: $0) }
        }
        guard !totals.isEmpty else { return }
        html.append("<ul><li>")
        html.append(text: t("chart.computed"))
        for (column, total) in totals {
            html.append(" · ")
            html.append(text: table.columns[column].heading)
            html.append(": <strong>")
            html.append(text: asPrinted(total.amount, total.unit, in: table))
            html.append("</strong>")
        }
        html.append("</li></ul>")
    }

    /// The row that says what a whole table comes to: its last sum or total, else its only plain row.
    func totalRow(of table: PlanTable) -> Int? {
        guard let rows = library.reconciliations[table.id]?.rows else { return nil }
        let plain = rows.indices.filter { rows[$0] == .plain }
        return rows.lastIndex(where: \.addsUp) ?? (plain.count == 1 ? plain.first : nil)
    }

    /// A row of money as a line: label, then each amount with its column and unit.
    private func append(_ row: Int, of table: PlanTable, into html: inout HTML) {
        html.append(raw: "<li\(languageAttribute(of: table))>")
        html.append(text: table.rowLabel(row))
        for column in table.moneyColumns where column < table.rows[row].cells.count {
            guard let amount = table.rows[row].cells[column].reading?.amount else { continue }
            html.append(" · ")
            html.append(text: table.columns[column].heading)
            html.append(": <strong>")
            html.append(text: money(amount, in: table, column: column))
            html.append("</strong>")
        }
        html.append("</li>")
    }
}
