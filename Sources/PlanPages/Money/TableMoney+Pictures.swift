import PlanGraph
import PlanMarkdown
import PlanModel

extension TableMoney {
    /// What a table is drawn as.
    enum Picture {
        case bars(BarChart)
        case bridge(BridgeChart, differs: Bool)
    }

    /// The one picture that stands under a table in a plan's text: a bridge that does not hold before all others, since it
    /// is the one to look at; then any bridge, then the first.
    func mainPicture() -> String {
        let all = pictures()
        let main =
            all.first { if case .bridge(_, differs: true) = $0 { true } else { false } }
            ?? all.first { if case .bridge = $0 { true } else { false } } ?? all.first
        return draw(main.map { [$0] } ?? [])
    }

    /// All pictures, for the table's own page.
    func allPictures() -> String { draw(pictures()) }

    private func draw(_ pictures: [Picture]) -> String {
        var html = HTML()
        for picture in pictures {
            switch picture {
            case .bars(let chart): chart.render(into: &html)
            case .bridge(let chart, _): chart.render(into: &html)
            }
        }
        return html.string
    }

    private func pictures() -> [Picture] {
        switch table.class {
        case .budget, .frames: shares()
        case .frameChanges: changes()
        case .investments: investments().map { .bars($0) }
        case .goals, .programmes, .priorities, .assignments, .activities, .indicators, .outcomes, .controls, .risks,
            .milestones, .terms:
            []
        }
    }

    /// A title that names the largest, or one that names none where two are as large.
    func title(_ key: String, _ values: KeyValuePairs<String, String>, largest: [Amount]) -> String {
        let sizes = largest.map(\.magnitude).sorted()
        let isTie = sizes.count > 1 && sizes[sizes.count - 1] == sizes[sizes.count - 2]
        return edition.t(isTie ? key + "-tie" : key, values)
    }

    // MARK: Of every hundred

    private func shares() -> [Picture] {
        guard let column = speakingColumn else { return [] }
        let before = table.columnPairs.first { $0.to == column }?.from
        // Costs first: what the money goes to is asked before where it comes from.
        let groups = shareGroups(column)
        let ordered =
            groups.filter { $0.flow == .cost } + groups.filter { $0.flow == nil }
            + groups.filter { $0.flow == .income }
        return ordered.map { .bars(chart(of: $0, before: before)) }
    }

    private func chart(of group: ShareGroup, before: Int?) -> BarChart {
        let parts = group.parts.enumerated().sorted { left, right in
            let (first, second) = (left.element.amount.magnitude, right.element.amount.magnitude)
            return first == second ? left.offset < right.offset : second < first
        }.map(\.element)
        let hundred = edition.t(group.unit?.currency == .eur ? "money.hundred-euro" : "money.hundred-kr")
        let earlier = before.map { table.columns[$0].heading }
        let rows = parts.map { part in
            let compared = before.flatMap { table.amount(row: part.row, column: $0, in: group.unit) }
            return ChartRow(
                label: label(part.row), value: size(part.amount, group.unit), href: href(part.row),
                note: edition.t("chart.of-hundred", ["share": share(part.ofHundred, group), "hundred": hundred]),
                compared: compared.map { size($0, group.unit) })
        }
        let largest = parts.first
        return BarChart(
            title: title(
                "chart.shares-" + kind(of: group),
                [
                    "label": largest.map { label($0.row) } ?? "", "sum": group.sum.map(label) ?? "",
                    "share": share(largest?.ofHundred ?? .zero, group), "hundred": hundred,
                    "column": table.columns[group.column].heading,
                ], largest: parts.map(\.amount)),
            rows: rows, comparedLabel: earlier,
            note: edition.t("chart.shares-note", ["total": edition.asPrinted(group.total, group.unit, in: table)]),
            language: labelLanguage, mainLabel: before == nil ? nil : table.columns[group.column].heading)
    }

    /// What a group is a whole of: all costs or incomes, the frame, what a sum adds up, or no more than its rows.
    private func kind(of group: ShareGroup) -> String {
        if let flow = group.flow, group.isWholeFlow { return flow.rawValue }
        if table.class == .frames { return "frame" }
        return group.sum == nil ? "other" : "sum"
    }

    /// An amount by its size, in the words that it is printed with.
    private func size(_ amount: Amount, _ unit: MoneyUnit?) -> ChartValue {
        ChartValue(amount: amount.magnitude, text: edition.asPrinted(amount, unit, in: table))
    }

    /// So many of a hundred kronor or euro.
    private func share(_ ofHundred: Amount, _ group: ShareGroup) -> String {
        let key = group.unit?.currency == .eur ? "money.share-euro" : "money.share-kr"
        return edition.t(key, ["share": edition.number(ofHundred, in: table, decimals: 1)])
    }

    // MARK: Changes of frames

    /// Year by year: from frame to frame, or the changes alone where no frames are known.
    private func changes() -> [Picture] {
        let bridges = Dictionary(
            table.frameSteps(sums).map { ($0.bridge.column, $0) }, uniquingKeysWith: { first, _ in first })
        return table.summedColumns.compactMap { column in
            if let way = bridges[column] {
                return .bridge(chart(of: way), differs: way.bridge.verdict.isDifference)
            }
            let total = table.columnTotal(column, sums: sums)
            guard let steps = table.changeSteps(column: column, unit: total?.unit, sums: sums)?.steps, steps.count > 1
            else { return nil }
            return .bars(
                BarChart(
                    title: edition.t(
                        "chart.changes",
                        [
                            "column": table.columns[column].heading,
                            "total": total.map { edition.asPrinted($0.amount, $0.unit, in: table, isSigned: true) }
                                ?? edition.t("not-stated"),
                        ]),
                    rows: steps.map { step in
                        let words = [step.heading.map(label), label(step.row)].compactMap(\.self)
                        return ChartRow(
                            label: words.joined(separator: ": "), value: value(step.amount, total?.unit, isSigned: true)
                        )
                    },
                    note: total?.row == nil ? edition.t("chart.changes-note") : nil, language: labelLanguage))
        }
    }

    private func chart(of way: FrameSteps) -> BridgeChart {
        let bridge = way.bridge
        var steps = way.steps.enumerated().map { index, step in
            // A heading stands once, before the first of its steps.
            let isFirst = index == 0 || way.steps[index - 1].heading != step.heading
            return BridgeChart.Step(
                label: label(step.row), value: value(step.amount, bridge.unit, isSigned: true),
                heading: isFirst ? step.heading.map(label) : nil)
        }
        if way.rest.mantissa != 0 {
            let key = bridge.verdict.isDifference ? "chart.bridge-rest" : "chart.bridge-rounding"
            steps.append(
                BridgeChart.Step(
                    label: edition.t(key), value: value(way.rest, bridge.unit, isSigned: true), isRest: true))
        }
        func frame(_ year: Int) -> String { edition.t("chart.bridge-frame", ["year": "\(year)"]) }
        var chart = BridgeChart(
            title: title(of: bridge), from: (frame(bridge.year - 1), value(bridge.from, bridge.unit)),
            steps: steps, to: (frame(bridge.year), value(bridge.to, bridge.unit)), language: labelLanguage)
        var notes: [String] = []
        if chart.isBroken {
            notes.append(
                edition.t(
                    "chart.bridge-broken",
                    [
                        "low": edition.asPrinted(chart.ends.low, bridge.unit, in: table),
                        "high": edition.asPrinted(chart.ends.high, bridge.unit, in: table),
                    ]))
        }
        if way.unchanged > 0 { notes.append(edition.t.counted("chart.bridge-unchanged", way.unchanged)) }
        chart.note = notes.isEmpty ? nil : notes.joined(separator: " ")
        return chart
    }

    /// How large the frame is, and how much more or less than before; frames that are printed as costs, with minus, are more
    /// when they are further from zero.
    private func title(of bridge: FrameBridge) -> String {
        let growth = bridge.to - bridge.from
        let areCosts = bridge.to <= .zero && bridge.from <= .zero
        let sign = areCosts ? -growth.mantissa.signum() : growth.mantissa.signum()
        return edition.t(
            "chart.bridge-" + (sign > 0 ? "more" : sign < 0 ? "less" : "same"),
            [
                "year": "\(bridge.year)", "before": "\(bridge.year - 1)",
                "to": edition.asPrinted(bridge.to, bridge.unit, in: table),
                "difference": edition.asPrinted(growth.magnitude, bridge.unit, in: table),
            ])
    }
}
