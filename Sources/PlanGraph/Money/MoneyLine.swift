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
    /// By period, then in the order of the plans.
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

    /// - Parameter owner: who answers for a plan, in words that are compared; empty where nobody is stated.
    init(_ tables: [PlanTable], sums: [EntityID: Reconciliation], owner: (EntityID) -> String) {
        var order: [Key] = []
        var points: [Key: [MoneyLine.Point]] = [:]
        var labels: [Key: String] = [:]
        for table in tables {
            guard let organisation = table.organisation, let plan = table.plan, table.class.isMoney,
                let roles = sums[table.id]?.rows
            else { continue }
            for row in table.rows.indices where roles[row] != .heading {
                guard
                    let key = Self.key(
                        of: row, role: roles[row], in: table, organisation: organisation, owner: owner(plan))
                else {
                    continue
                }
                let own = Self.points(of: row, in: table, plan: plan)
                guard !own.isEmpty else { continue }
                if points[key] == nil { order.append(key) }
                points[key, default: []] += own
                labels[key] = table.label(ofRow: row, column: table.labelColumn)
            }
        }
        for key in order {
            let found = points[key] ?? []
            guard Set(found.map(\.plan)).count > 1 else { continue }
            let sorted = found.enumerated().sorted { left, right in
                left.element.period == right.element.period
                    ? left.offset < right.offset : left.element.period < right.element.period
            }.map(\.element)
            let line = MoneyLine(
                label: labels[key] ?? "", organisation: key.organisation, class: key.class, points: sorted)
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
        var name = RowLabel.folded(table.label(ofRow: row, column: table.labelColumn))
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
