import PlanGraph
import PlanMarkdown
import PlanModel

extension TableMoney {
    /// The one picture that stands under a table in a plan's text.
    func mainPicture() -> String { draw(Array(pictures().prefix(1))) }

    /// All pictures, for the table's own page.
    func allPictures() -> String { draw(pictures()) }

    private enum Picture {
        case bars(BarChart)
        case bridge(BridgeChart)
    }

    private func draw(_ pictures: [Picture]) -> String {
        var html = HTML()
        for picture in pictures {
            switch picture {
            case .bars(let chart): chart.render(into: &html)
            case .bridge(let chart): chart.render(into: &html)
            }
        }
        return html.string
    }

    private func pictures() -> [Picture] {
        switch table.class {
        case .budget, .frames: shares()
        case .frameChanges: changes()
        case .investments: investments()
        case .goals, .programmes, .priorities, .assignments, .activities, .indicators, .outcomes, .controls, .risks,
            .milestones, .terms:
            []
        }
    }

    // MARK: Of every hundred

    private func shares() -> [Picture] {
        guard let column = newestColumn else { return [] }
        let before = table.columnPairs.last { $0.to == column }?.from
        // Costs first: what the money goes to is asked before where it comes from.
        let groups = shareGroups(column)
        let ordered =
            groups.filter { $0.flow == .cost } + groups.filter { $0.flow == nil } + groups.filter { $0.flow == .income }
        return ordered.map { .bars(chart(of: $0, before: before)) }
    }

    private func chart(of group: ShareGroup, before: Int?) -> BarChart {
        let earlier = before.map { column in
            Dictionary(
                uniqueKeysWithValues: group.parts.compactMap { part in
                    table.amount(row: part.row, column: column, in: group.unit).map { (part.row, $0) }
                })
        }
        let parts = group.parts.enumerated().sorted { left, right in
            let (first, second) = (left.element.amount.magnitude, right.element.amount.magnitude)
            return first == second ? left.offset < right.offset : second < first
        }.map(\.element)
        let hundred = edition.t(group.unit?.currency == .eur ? "money.hundred-euro" : "money.hundred-kr")
        let places = decimals(group.column)
        let rows = parts.map { part in
            ChartRow(
                label: label(part.row),
                value: ChartValue(
                    amount: part.amount.magnitude,
                    text: edition.money(part.amount, group.unit, in: table, decimals: places)),
                href: href(part.row),
                note: edition.t("chart.of-hundred", ["share": share(part.ofHundred, group), "hundred": hundred]),
                compared: earlier?[part.row].map { value in
                    ChartValue(
                        amount: value.magnitude, text: edition.money(value, group.unit, in: table, decimals: places))
                })
        }
        let largest = parts.first
        return BarChart(
            title: edition.t(
                "chart.shares-" + (group.flow?.rawValue ?? "other"),
                [
                    "label": largest.map { label($0.row) } ?? "",
                    "share": share(largest?.ofHundred ?? .zero, group), "hundred": hundred,
                    "column": table.columns[group.column].heading,
                ]),
            rows: rows, comparedLabel: before.map { table.columns[$0].heading },
            note: edition.t(
                "chart.shares-note",
                ["total": edition.money(group.total, group.unit, in: table, decimals: places), "hundred": hundred]),
            language: labelLanguage,
            mainLabel: before == nil ? nil : table.columns[group.column].heading)
    }

    /// So many of a hundred kronor or euro.
    private func share(_ ofHundred: Amount, _ group: ShareGroup) -> String {
        let key = group.unit?.currency == .eur ? "money.share-euro" : "money.share-kr"
        return edition.t(key, ["share": edition.number(ofHundred, in: table, decimals: 1)])
    }

    // MARK: Changes of frames

    private func changes() -> [Picture] {
        let bridges = table.frameSteps(sums)
        // What leads from frame to frame first, then the years for which no frames are known.
        let bridged = Set(bridges.map(\.bridge.column))
        let others = table.summedColumns.filter { !bridged.contains($0) }.compactMap { column -> Picture? in
            let total = table.columnTotal(column, sums: sums)
            guard let steps = table.changeSteps(column: column, unit: total?.unit, sums: sums)?.steps, steps.count > 1
            else { return nil }
            let places = decimals(column)
            let unit = total?.unit
            return .bars(
                BarChart(
                    title: edition.t(
                        "chart.changes",
                        [
                            "column": table.columns[column].heading,
                            "total": total.map {
                                edition.money(
                                    $0.amount, unit, in: table, decimals: $0.row == nil ? places : $0.amount.scale,
                                    isSigned: true)
                            } ?? edition.t("not-stated"),
                        ]),
                    rows: steps.map { step in
                        ChartRow(
                            label: label(step.row),
                            value: value(step.amount, unit, decimals: places, isSigned: true))
                    }, language: labelLanguage))
        }
        return bridges.map { .bridge(chart(of: $0)) } + others
    }

    private func chart(of way: FrameSteps) -> BridgeChart {
        let bridge = way.bridge
        let places = max(decimals(bridge.column), bridge.to.scale, bridge.from.scale)
        var steps = way.steps.enumerated().map { index, step in
            // A heading stands once, before the first of its steps.
            let isFirst = index == 0 || way.steps[index - 1].heading != step.heading
            return BridgeChart.Step(
                label: label(step.row), value: value(step.amount, bridge.unit, decimals: places, isSigned: true),
                heading: isFirst ? step.heading.map(label) : nil)
        }
        if way.rest.mantissa != 0 {
            let key = bridge.verdict.isDifference ? "chart.bridge-rest" : "chart.bridge-rounding"
            steps.append(
                BridgeChart.Step(
                    label: edition.t(key), value: value(way.rest, bridge.unit, decimals: places, isSigned: true),
                    isRest: true))
        }
        let growth = bridge.to - bridge.from
        let direction = growth.mantissa > 0 ? "more" : growth.mantissa < 0 ? "less" : "same"
        func frame(_ year: Int) -> String { edition.t("chart.bridge-frame", ["year": "\(year)"]) }
        var chart = BridgeChart(
            title: edition.t(
                "chart.bridge-" + direction,
                [
                    "year": "\(bridge.year)", "before": "\(bridge.year - 1)",
                    "to": edition.money(bridge.to, bridge.unit, in: table),
                    "difference": edition.money(growth.magnitude, bridge.unit, in: table, decimals: bridge.to.scale),
                ]),
            from: (frame(bridge.year - 1), value(bridge.from, bridge.unit)),
            steps: steps, to: (frame(bridge.year), value(bridge.to, bridge.unit)), language: labelLanguage)
        var notes: [String] = []
        if chart.isBroken {
            notes.append(
                edition.t(
                    "chart.bridge-broken",
                    [
                        "low": edition.money(chart.ends.low, bridge.unit, in: table, decimals: places),
                        "high": edition.money(chart.ends.high, bridge.unit, in: table, decimals: places),
                    ]))
        }
        if way.unchanged > 0 { notes.append(edition.t.counted("chart.bridge-unchanged", way.unchanged)) }
        chart.note = notes.isEmpty ? nil : notes.joined(separator: " ")
        return chart
    }

    // MARK: Investments

    private func investments() -> [Picture] {
        var pictures: [Picture] = []
        let columns = table.summedColumns
        if let chart = yearChart(columns) { pictures.append(.bars(chart)) }
        if let column = newestColumn {
            for role in [ColumnRole.cause, .investmentKind] {
                if let chart = registerChart(by: role, column: column) { pictures.append(.bars(chart)) }
            }
        }
        if let chart = itemChart(columns) { pictures.append(.bars(chart)) }
        return pictures
    }

    /// The sum of each year.
    private func yearChart(_ columns: [Int]) -> BarChart? {
        let years = columns.compactMap { column -> (column: Int, total: ColumnTotal)? in
            guard case .money(let money) = table.columns[column].role, money.period != nil else { return nil }
            return table.columnTotal(column, sums: sums).map { (column, $0) }
        }
        guard years.count > 1, Set(years.map(\.total.unit)).count == 1 else { return nil }
        let largest = years.max { $0.total.amount < $1.total.amount }
        return BarChart(
            title: edition.t(
                "chart.years",
                [
                    "column": largest.map { table.columns[$0.column].heading } ?? "",
                    "amount": largest.map { edition.money($0.total.amount, $0.total.unit, in: table) } ?? "",
                ]),
            rows: years.map { year in
                ChartRow(
                    label: table.columns[year.column].heading, value: value(year.total.amount, year.total.unit),
                    note: year.total.row == nil ? edition.t("chart.computed") : nil)
            }, language: labelLanguage)
    }

    /// What each investment comes to over all years.
    private func itemChart(_ columns: [Int]) -> BarChart? {
        let unit = columns.lazy.compactMap { table.columnTotal($0, sums: sums)?.unit }.first
        let rows = table.rows.indices.filter { sums.rows[$0] == .plain }
        let items = rows.compactMap { row -> (row: Int, amount: Amount)? in
            let printed = columns.filter { table.hasAmount(row: row, column: $0) }
            let amounts = printed.compactMap { table.amount(row: row, column: $0, in: unit) }
            return amounts.isEmpty || amounts.count < printed.count ? nil : (row, amounts.reduce(.zero, +))
        }.enumerated().sorted { left, right in
            left.element.amount == right.element.amount
                ? left.offset < right.offset : right.element.amount < left.element.amount
        }.map(\.element)
        // An amount that cannot be compared could be the largest of all.
        guard items.count == rows.filter({ row in columns.contains { table.hasAmount(row: row, column: $0) } }).count
        else { return nil }
        guard items.count > 1, let largest = items.first else { return nil }
        let places = columns.map(decimals).max() ?? 0
        return BarChart(
            title: edition.t(
                "chart.items",
                [
                    "label": label(largest.row),
                    "amount": edition.money(largest.amount, unit, in: table, decimals: places),
                ]),
            rows: items.map { item in
                ChartRow(
                    label: label(item.row), value: value(item.amount, unit, decimals: places), href: href(item.row))
            },
            note: columns.count > 1 ? edition.t("chart.items-note") : nil, language: labelLanguage)
    }

    /// The sums of a register by cause, or by new or re-investment.
    private func registerChart(by role: ColumnRole, column: Int) -> BarChart? {
        guard let found = table.investments(by: role, column: column, sums: sums), found.groups.count > 1,
            let largest = found.groups.first
        else { return nil }
        let places = decimals(column)
        let total = found.groups.reduce(Amount.zero) { $0 + $1.amount }
        func name(_ group: InvestmentSums.Group) -> String { group.name.isEmpty ? edition.t("not-stated") : group.name }
        return BarChart(
            title: edition.t(
                role == .cause ? "chart.causes" : "chart.kinds",
                [
                    "name": name(largest),
                    "amount": edition.money(largest.amount, found.unit, in: table, decimals: places),
                    "total": edition.money(total, found.unit, in: table, decimals: places),
                ]),
            rows: found.groups.map { group in
                ChartRow(
                    label: name(group), value: value(group.amount, found.unit, decimals: places),
                    note: edition.t.counted("chart.investments", group.count))
            }, note: edition.t("chart.register-note"), language: labelLanguage)
    }
}
