import PlanGraph
import PlanMarkdown
import PlanModel

/// The same lines of money in several plans, the years side by side.
struct MoneyLinesComponent {
    let edition: Edition
    let page: PagePlace

    /// A year or period, and which version of it.
    private struct Moment: Hashable, Comparable {
        let period: Period
        let version: BudgetVersion?

        /// No two moments are equal in this order: they come out of a set.
        static func < (left: Moment, right: Moment) -> Bool {
            (left.period, left.version.stage, left.version?.rawValue ?? "")
                < (right.period, right.version.stage, right.version?.rawValue ?? "")
        }
    }

    /// - Parameter lines: of one organisation; nothing is drawn where there are none.
    func render(_ lines: [MoneyLine]) -> String {
        guard !lines.isEmpty else { return "" }
        var html = HTML()
        for tableClass in TableClass.allCases {
            let group = lines.filter { $0.class == tableClass }
            guard !group.isEmpty else { continue }
            let moments = Set(group.flatMap { $0.points.map(Self.moment) }).sorted()
            html.append("<figure class=\"table table-money table-lines\"><figcaption><span class=\"table-title\">")
            html.append(text: edition.t("lines." + tableClass.rawValue))
            html.append("</span></figcaption><div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            html.append(attribute: edition.t("lines." + tableClass.rawValue))
            html.append("\"><table><thead><tr><th scope=\"col\">")
            html.append(text: edition.t("lines.line"))
            html.append("</th>")
            for moment in moments {
                html.append("<th scope=\"col\" class=\"num\">")
                html.append(text: words(moment))
                html.append("</th>")
            }
            html.append("</tr></thead><tbody>")
            for line in group { append(line, moments: moments, into: &html) }
            html.append("</tbody></table></div></figure>")
        }
        return html.string
    }

    /// A row for each plan that has the line: what two plans print of one year is never mixed.
    private func append(_ line: MoneyLine, moments: [Moment], into html: inout HTML) {
        var plans: [EntityID] = []
        for point in line.points where !plans.contains(point.plan) { plans.append(point.plan) }
        for plan in plans {
            let own = line.points.filter { $0.plan == plan }
            guard let table = own.first.flatMap({ edition.library.table($0.place.table) }) else { continue }
            html.append(
                raw: "<tr class=\"row-plain\"><th scope=\"row\"><span\(edition.languageAttribute(of: table))>")
            html.append(text: line.label)
            html.append("</span> <span class=\"meta\">")
            html.append(text: edition.library[plan]?.title(in: edition.language) ?? plan.local)
            html.append("</span></th>")
            let points = Dictionary(grouping: own, by: Self.moment)
            for moment in moments { append(points[moment] ?? [], into: &html) }
            html.append("</tr>")
        }
    }

    private func append(_ points: [MoneyLine.Point], into html: inout HTML) {
        html.append("<td class=\"num\">")
        for (index, point) in points.enumerated() {
            guard let table = edition.library.table(point.place.table) else { continue }
            if index > 0 { html.append("<br>") }
            html.append("<a href=\"")
            html.append(attribute: edition.href(table.id, from: page))
            html.append("\">")
            html.append(text: edition.money(point.amount, in: table, column: point.column))
            html.append("</a>")
        }
        if points.isEmpty {
            html.append("<span class=\"missing\" aria-hidden=\"true\">–</span><span class=\"visually-hidden\">")
            html.append(text: edition.t("table.missing"))
            html.append("</span>")
        }
        html.append("</td>")
    }

    /// One picture for each line that has at least two years of one currency, printed with signs of one meaning.
    ///
    /// - Parameter plan: the plan whose own amounts are drawn where several plans print one year; else the newest's are.
    func pictures(_ lines: [MoneyLine], preferring plan: EntityID? = nil) -> String {
        let series = lines.compactMap { line -> SeriesChart.Series? in
            guard let first = line.points.first, let unit = first.unit,
                let table = edition.library.table(first.place.table),
                line.points.allSatisfy({ $0.unit?.currency == unit.currency }),
                !line.points.contains(where: { $0.amount.isPercentage })
            else { return nil }
            let meanings = Set(line.points.compactMap { meaning(of: $0.place.table) })
            guard meanings.count < 2 else { return nil }
            var seen: Set<Moment> = []
            let newest = Array(line.points.reversed())
            let ordered = newest.filter { $0.plan == plan } + newest.filter { $0.plan != plan }
            let points = ordered.filter { seen.insert(Self.moment($0)).inserted }
                .sorted { Self.moment($0) < Self.moment($1) }
            guard points.count > 1 else { return nil }
            return SeriesChart.Series(
                label: line.label,
                points: points.map { point in
                    let value = point.amount.value.shifted(by: (point.unit ?? unit).exponent - unit.exponent)
                    return SeriesChart.Point(
                        label: words(Self.moment(point)),
                        value: ChartValue(
                            amount: value,
                            text: edition.money(value, unit, in: table, decimals: point.amount.value.scale)))
                })
        }
        guard !series.isEmpty else { return "" }
        var html = HTML()
        SeriesChart(title: edition.t("lines.picture"), series: series, note: edition.t("lines.picture-note")).render(
            into: &html)
        return html.string
    }

    /// What plus and minus mean in a table; `nil` where its labels do not tell.
    private func meaning(of id: EntityID) -> SignMeaning? {
        guard let meaning = edition.library.table(id).flatMap(edition.library.flows)?.meaning else { return nil }
        return meaning == .unknown ? nil : meaning
    }

    private static func moment(_ point: MoneyLine.Point) -> Moment {
        Moment(period: point.period, version: point.version)
    }

    private func words(_ moment: Moment) -> String {
        let period = edition.text(of: moment.period)
        return moment.version.map { edition.t("version." + $0.rawValue) + " " + period } ?? period
    }
}
