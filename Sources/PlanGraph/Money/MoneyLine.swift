package import PlanModel

/// The same line of money in several plans of an organisation, year by year.
package struct MoneyLine: Sendable {
    package struct Point: Sendable, Hashable {
        package let place: RowPlace
        package let column: Int
        package let plan: EntityID
        package let period: Period
        package let version: BudgetVersion?
        package let amount: PrintedAmount
        package let unit: MoneyUnit?
    }

    /// As the latest plan has it.
    package let label: String
    package let organisation: EntityID
    package let `class`: TableClass
    /// By period, then by the period of the plan that prints it.
    package let points: [Point]
}

/// Finds lines that several plans of an organisation share.
///
/// Two rows are the same line where plans of the same owner have tables of the same class that give them the same id or,
/// without one, the same label: the staff of two boards are two lines. A label that says no more than that it is a sum (`Totalt`) means its table: there the titles have to agree, years aside.
struct MoneyLines {
    private(set) var byOrganisation: [EntityID: [MoneyLine]] = [:]
    /// Which line of its organisation a row belongs to.
    private(set) var byRow: [RowPlace: MoneyLine] = [:]

    private struct Key: Hashable {
        let organisation: EntityID
        let owner: String
        let `class`: TableClass
        let name: String
        let isID: Bool
    }

    /// - Parameter plans: the plans of the tables.
    init(_ tables: [PlanTable], sums: [EntityID: Reconciliation], plans: [EntityID: Entity]) {
        let owners = plans.mapValues { ($0.responsible()?.text ?? $0.container?.text ?? "").lowercased().trimmed() }
        let years = plans.mapValues { $0.period ?? Period(first: 0) }
        let byID = Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var order: [Key] = []
        var points: [Key: [MoneyLine.Point]] = [:]
        for table in tables {
            guard let organisation = table.organisation, let plan = table.plan, table.class.isMoney,
                let roles = sums[table.id]?.rows
            else { continue }
            for row in table.rows.indices where roles[row] != .heading {
                guard
                    let key = Self.key(
                        of: row, role: roles[row], in: table, organisation: organisation, owner: owners[plan] ?? "")
                else {
                    continue
                }
                let own = Self.points(of: row, in: table, plan: plan)
                guard !own.isEmpty else { continue }
                if points[key] == nil { order.append(key) }
                points[key, default: []] += own
            }
        }
        for key in order {
            let found = points[key] ?? []
            guard Set(found.map(\.plan)).count > 1 else { continue }
            let sorted = found.enumerated().sorted { left, right in
                func order(_ point: MoneyLine.Point) -> (Period, Period) {
                    (point.period, years[point.plan] ?? Period(first: 0))
                }
                let (first, second) = (order(left.element), order(right.element))
                return first == second ? left.offset < right.offset : first < second
            }.map(\.element)
            let newest = found.max { (years[$0.plan] ?? Period(first: 0)) < (years[$1.plan] ?? Period(first: 0)) }
            let label = newest.flatMap { byID[$0.place.table]?.rowLabel($0.place.row) } ?? ""
            let line = MoneyLine(
                label: label, organisation: key.organisation, class: key.class, points: sorted)
            byOrganisation[key.organisation, default: []].append(line)
            for point in sorted { byRow[point.place] = line }
        }
    }

    private static func key(of row: Int, role: RowRole, in table: PlanTable, organisation: EntityID, owner: String)
        -> Key?
    {
        if let column = table.columns.firstIndex(where: { $0.role == .id }) {
            let id = table.label(ofRow: row, column: column)
            if !id.isEmpty {
                return Key(
                    organisation: organisation, owner: owner, class: table.class, name: id.lowercased(), isID: true)
            }
        }
        var name = RowLabel.folded(table.rowLabel(row))
        guard !name.isEmpty else { return nil }
        if role.addsUp, !name.contains(" ") { name += "\n" + withoutYears(table.title) }
        return Key(organisation: organisation, owner: owner, class: table.class, name: name, isID: false)
    }

    /// A title without its years: `Investeringar 2019` and `Investeringar 2020–2022` are the same table.
    private static func withoutYears(_ title: String) -> String {
        RowLabel(title).words.filter { Period($0) == nil }.joined(separator: " ")
    }

    private static func points(of row: Int, in table: PlanTable, plan: EntityID) -> [MoneyLine.Point] {
        table.summedColumns.compactMap { column in
            guard case .money(let money) = table.columns[column].role, let period = money.period,
                let amount = table.summand(row: row, column: column).amount
            else { return nil }
            return MoneyLine.Point(
                place: RowPlace(table: table.id, row: row), column: column, plan: plan, period: period,
                version: money.version, amount: amount.amount, unit: amount.unit)
        }
    }
}
