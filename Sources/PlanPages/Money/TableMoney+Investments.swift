import PlanGraph
import PlanModel

extension TableMoney {
    /// Investments by year, cause, kind and item.
    func investments() -> [BarChart] {
        var charts: [BarChart] = []
        if let chart = yearChart() { charts.append(chart) }
        if let column = registerColumn {
            for role in [ColumnRole.cause, .investmentKind] {
                if let chart = registerChart(by: role, column: column) { charts.append(chart) }
            }
        }
        if let chart = itemChart() { charts.append(chart) }
        return charts
    }

    /// The amounts of a register: its only column of money.
    private var registerColumn: Int? {
        let columns = table.summedColumns
        return columns.count == 1 ? columns.first : nil
    }

    /// The sum of each year.
    private func yearChart() -> BarChart? {
        let years = table.yearColumns.compactMap { column in
            table.columnTotal(column, sums: sums).map { (column: column, total: $0) }
        }
        guard years.count > 1, Set(years.map(\.total.unit)).count == 1,
            let largest = years.max(by: { $0.total.amount.magnitude < $1.total.amount.magnitude })
        else { return nil }
        return BarChart(
            title: title(
                "chart.years",
                [
                    "column": table.columns[largest.column].heading,
                    "amount": edition.asPrinted(largest.total.amount, largest.total.unit, in: table),
                ], largest: years.map(\.total.amount)),
            rows: years.map { year in
                ChartRow(
                    label: table.columns[year.column].heading, value: value(year.total.amount, year.total.unit),
                    note: year.total.row == nil ? edition.t("chart.computed") : nil)
            }, language: labelLanguage)
    }

    /// What each investment comes to over all years, or in a register's only column.
    private func itemChart() -> BarChart? {
        let years = table.yearColumns
        let columns = years.isEmpty ? [registerColumn].compactMap(\.self) : years
        let unit = columns.lazy.compactMap { table.columnTotal($0, sums: sums)?.unit }.first
        let rows = table.rows.indices.filter { sums.rows[$0] == .plain }
        let items = rows.compactMap { row -> (row: Int, amount: Amount)? in
            let printed = columns.filter { table.hasAmount(row: row, column: $0) }
            let amounts = printed.compactMap { table.amount(row: row, column: $0, in: unit) }
            guard let first = amounts.first, amounts.count == printed.count else { return nil }
            return (row, amounts.dropFirst().reduce(first, +))
        }.enumerated().sorted { left, right in
            let (first, second) = (left.element.amount.magnitude, right.element.amount.magnitude)
            return first == second ? left.offset < right.offset : second < first
        }.map(\.element)
        // An amount that cannot be compared could be the largest of all.
        let valued = rows.filter { row in columns.contains { table.hasAmount(row: row, column: $0) } }
        guard items.count > 1, items.count == valued.count, let largest = items.first else { return nil }
        // Two kinds are told apart; more, or rows that state none, are not.
        let named = items.map { kind($0.row) }
        let kinds = named.contains("") ? [] : named.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return BarChart(
            title: title(
                "chart.items",
                [
                    "label": label(largest.row),
                    "amount": edition.asPrinted(largest.amount, unit, in: table),
                ], largest: items.map(\.amount)),
            rows: items.map { item in
                ChartRow(
                    label: label(item.row), value: value(item.amount, unit), href: href(item.row),
                    tone: kind(item.row) == kinds.last && kinds.count == 2 ? .other : .main)
            },
            note: columns.count > 1
                ? edition.t(
                    "chart.items-note",
                    ["columns": columns.map { table.columns[$0].heading }.joined(separator: ", ")]) : nil,
            language: labelLanguage, mainLabel: kinds.count == 2 ? kinds.first : nil,
            otherLabel: kinds.count == 2 ? kinds.last : nil)
    }

    /// What the table calls a row's kind: new or re-investment.
    private func kind(_ row: Int) -> String {
        guard let column = table.columns.firstIndex(where: { $0.role == .investmentKind }) else { return "" }
        return table.label(ofRow: row, column: column)
    }

    /// The sums of a register by cause, or by new or re-investment.
    private func registerChart(by role: ColumnRole, column: Int) -> BarChart? {
        guard let found = table.investments(by: role, column: column, sums: sums), found.groups.count > 1,
            let largest = found.groups.first
        else { return nil }
        let total = found.groups.dropFirst().reduce(largest.amount) { $0 + $1.amount }
        func name(_ group: InvestmentSums.Group) -> String { group.name.isEmpty ? edition.t("not-stated") : group.name }
        return BarChart(
            title: title(
                role == .cause ? "chart.causes" : "chart.kinds",
                [
                    "name": name(largest), "amount": edition.asPrinted(largest.amount, found.unit, in: table),
                    "total": edition.asPrinted(total, found.unit, in: table),
                ], largest: found.groups.map(\.amount)),
            rows: found.groups.map { group in
                ChartRow(
                    label: name(group), value: value(group.amount, found.unit),
                    note: edition.t.counted("chart.investments", group.count))
            }, note: edition.t("chart.register-note"), language: labelLanguage)
    }
}
