import PlanGraph
import PlanMarkdown
import PlanModel

/// What a plan costs, in a few sentences: totals, the largest lines and what changes most.
struct ThreeMinutesMoney {
    private let plan: Entity
    private let edition: Edition
    private let page: PagePlace

    private var t: InterfaceStrings { edition.t }
    private static let mostLines = 3

    init(_ plan: Entity, edition: Edition, page: PagePlace) {
        self.plan = plan
        self.edition = edition
        self.page = page
    }

    func render() -> String {
        let figures = edition.costsFirst(edition.keyFigures(ofMoneyIn: plan))
        var html = HTML()
        guard !figures.isEmpty else {
            html.append("<p>")
            html.append(text: t("three-minutes.no-money"))
            html.append("</p>")
            return html.string
        }
        html.append("<ul>")
        for figure in figures.prefix(Self.mostLines) {
            html.append("<li><a href=\"")
            html.append(attribute: edition.href(edition.library.anchor(of: figure.table.id), from: page))
            html.append("\"><strong>")
            html.append(text: figure.amount)
            html.append("</strong></a> ")
            edition.append(figure, into: &html)
            html.append("</li>")
        }
        html.append("</ul>")
        if let main = figures.first(where: { !lines(of: $0).isEmpty }) {
            sentence("largest", lines(of: main), in: main.table, into: &html)
            sentence("largest-change", changes(of: main), in: main.table, into: &html)
        }
        let tables = (edition.tablesByPlan[plan.id] ?? []).filter(\.class.isMoney).count
        html.append("<p class=\"table-more\"><a href=\"#section-document\">")
        html.append(text: edition.words("three-minutes.all-tables", tables))
        html.append("</a></p>")
        return html.string
    }

    private func sentence(_ key: String, _ parts: [String], in table: PlanTable, into html: inout HTML) {
        guard !parts.isEmpty else { return }
        let words = FigureWords(
            t("three-minutes." + key),
            ["list": (parts.joined(separator: ", "), true), "table": (edition.title(of: table), true)])
        html.append("<p>")
        for piece in words.pieces {
            let isForeign = piece.isOfTable && table.language != edition.language
            if isForeign { html.append(raw: "<span\(edition.languageAttribute(of: table))>") }
            html.append(text: Typography.binding(piece.text))
            if isForeign { html.append("</span>") }
        }
        html.append("</p>")
    }

    /// The plain rows with the largest amounts in the column that speaks for the table; none where it has two or fewer.
    private func lines(of figure: KeyFigure) -> [String] {
        let table = figure.table
        let flows = flows(of: table)
        let isCost = figure.row < flows.count && flows[figure.row] == .cost
        let rows = rows(behind: figure).compactMap { row -> (row: Int, amount: PrintedAmount)? in
            guard figure.column < table.rows[row].cells.count,
                let amount = table.rows[row].cells[figure.column].reading?.amount, !amount.isPercentage
            else { return nil }
            return (row, amount)
        }
        guard rows.count > 2 else { return [] }
        return rows.sorted { left, right in
            let (a, b) = (left.amount.value.magnitude, right.amount.value.magnitude)
            return a == b ? left.row < right.row : b < a
        }.prefix(Self.mostLines).map { row, amount in
            let value = isCost ? amount.value.magnitude : amount.value
            let unit = table.unit(of: amount, column: figure.column)
            return t(
                "three-minutes.line",
                [
                    "label": table.rowLabel(row),
                    "amount": edition.money(value, unit, in: table, decimals: amount.value.scale),
                ])
        }
    }

    private func changes(of figure: KeyFigure) -> [String] {
        let table = figure.table
        guard let pair = table.columnPairs.first(where: { $0.to == figure.column }) else { return [] }
        let plain = Set(rows(behind: figure))
        return table.changes(between: pair)
            .filter { plain.contains($0.row) && $0.difference.mantissa != 0 }
            .sorted { left, right in
                let (a, b) = (left.difference.magnitude, right.difference.magnitude)
                return a == b ? left.row < right.row : b < a
            }.prefix(Self.mostLines - 1).map { change in
                t(
                    "three-minutes.to-from",
                    [
                        "label": table.rowLabel(change.row),
                        "change": edition.money(change.difference, change.unit, in: table, isSigned: true),
                        "column": edition.when(pair.from, besides: pair.to, in: table),
                    ])
            }
    }

    private func flows(of table: PlanTable) -> [MoneyFlow?] {
        edition.library.flows(of: table)?.rows ?? []
    }

    /// The plain rows that say where a figure comes from: of a sum of costs costs, of incomes incomes; of all else whatever is
    /// no income, since what it costs is asked.
    private func rows(behind figure: KeyFigure) -> [Int] {
        let flows = flows(of: figure.table)
        func flow(_ row: Int) -> MoneyFlow? { row < flows.count ? flows[row] : nil }
        return plainRows(of: figure.table).filter { row in
            flow(figure.row).map { $0 == flow(row) } ?? (flow(row) != .income)
        }
    }

    private func plainRows(of table: PlanTable) -> [Int] {
        let roles = edition.library.reconciliations[table.id]?.rows ?? []
        return table.rows.indices.filter { $0 < roles.count && roles[$0] == .plain }
    }
}
