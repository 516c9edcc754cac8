import PlanGraph
import PlanMarkdown
import PlanModel

extension TableMoney {
    /// The change of every row between each year or version and the one before, in amount and per cent, on demand.
    func changesOnDemand() -> String {
        let pairs = table.columnPairs.map { (pair: $0, changes: table.changes(between: $0)) }.filter {
            !$0.changes.isEmpty
        }
        guard !pairs.isEmpty else { return "" }
        let byRow = pairs.map { Dictionary(uniqueKeysWithValues: $0.changes.map { ($0.row, $0) }) }
        var html = HTML()
        html.append("<details class=\"changes\"><summary>")
        html.append(text: edition.t("changes.summary"))
        html.append(
            "</summary><div class=\"table table-money\"><div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\""
        )
        html.append(attribute: edition.t("changes.label", ["table": edition.title(of: table)]))
        html.append("\"><table><thead><tr><th scope=\"col\">")
        html.append(text: table.columns[table.labelColumn].heading)
        html.append("</th>")
        for (pair, _) in pairs {
            let words = table.columns[pair.from].heading + " → " + table.columns[pair.to].heading
            for key in ["changes.amount", "changes.percent"] {
                html.append("<th scope=\"col\" class=\"num\">")
                html.append(text: words + ", " + edition.t(key))
                html.append("</th>")
            }
        }
        html.append("</tr></thead><tbody>")
        for row in table.rows.indices where byRow.contains(where: { $0[row] != nil }) || sums.rows[row] == .heading {
            append(row, changes: byRow.map { $0[row] }, pairs: pairs.map(\.pair), into: &html)
        }
        html.append("</tbody></table></div>")
        let notes = [edition.t("changes.note"), signMeaning.map { edition.t("changes." + $0) }].compactMap(\.self)
        html.append("<p class=\"table-notes\">")
        html.append(text: notes.joined(separator: " "))
        html.append("</p></div></details>")
        return html.string
    }

    private func append(_ row: Int, changes: [ColumnChange?], pairs: [ColumnPair], into html: inout HTML) {
        html.append(
            raw: "<tr class=\"row-\(sums.rows[row].word)\"><th scope=\"row\"\(edition.languageAttribute(of: table))>")
        html.append(text: label(row))
        html.append("</th>")
        for (change, pair) in zip(changes, pairs) {
            let places = max(scale(row, pair.from), scale(row, pair.to))
            cell(change.map { amount($0, decimals: places) }, row, into: &html)
            cell(change?.percent.map(percent), row, into: &html)
        }
        html.append("</tr>")
    }

    /// A change with the sign that the printed amounts give it, and with its unit where that is not the table's.
    private func amount(_ change: ColumnChange, decimals: Int) -> String {
        change.unit == table.unit
            ? edition.number(change.difference, in: table, decimals: decimals, isSigned: true)
            : edition.money(change.difference, change.unit, in: table, decimals: decimals, isSigned: true)
    }

    /// `2,2 % mer`: in words, since a cost that grows has a minus before its change.
    private func percent(_ percent: Amount) -> String {
        guard percent.mantissa != 0 else { return edition.t("changes.same") }
        let size = edition.number(percent.magnitude, in: table, decimals: 1) + "\u{00A0}%"
        return edition.t(percent.mantissa > 0 ? "changes.more" : "changes.less", ["percent": size])
    }

    /// The decimals that a cell prints.
    private func scale(_ row: Int, _ column: Int) -> Int {
        column < table.rows[row].cells.count ? table.rows[row].cells[column].reading?.amount?.value.scale ?? 0 : 0
    }

    private func cell(_ text: String?, _ row: Int, into html: inout HTML) {
        if let text {
            html.append("<td class=\"num\">")
            html.append(text: text)
        } else if sums.rows[row] == .heading {
            html.append("<td class=\"num\">")
        } else {
            html.append("<td class=\"num missing\"><span aria-hidden=\"true\">–</span><span class=\"visually-hidden\">")
            html.append(text: edition.t("table.missing"))
            html.append("</span>")
        }
        html.append("</td>")
    }
}
