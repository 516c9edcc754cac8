package import PlanModel

/// The money that the content ties to an entity.
package struct MoneyTie: Sendable, Hashable {
    package let table: EntityID
    /// The rows that name it; empty where the whole table is tied to it.
    package var rows: [Int]
}

/// Which tables and rows of money are tied to goals and work by their references, and to units by their labels.
struct MoneyTies {
    private(set) var byEntity: [EntityID: [MoneyTie]] = [:]
    /// The unit that a row's label names.
    private(set) var unitsByRow: [RowPlace: EntityID] = [:]

    /// - Parameter links: finds what references name; those that name nothing are reported elsewhere.
    init(_ tables: [PlanTable], sums: [EntityID: Reconciliation], links: LinkResolver, units: UnitNames) {
        for table in tables where table.class.isMoney {
            for reference in table.attributes.goals {
                tie(links.entity(reference.value, plan: table.plan, organisation: table.organisation), to: table)
            }
            for row in table.rows.indices {
                for reference in table.rows[row].goals {
                    tie(
                        links.entity(reference.value, plan: table.plan, organisation: table.organisation), to: table,
                        row: row)
                }
                guard sums[table.id]?.rows[row] != .heading,
                    let unit = Self.unit(of: row, in: table, units: units)
                else { continue }
                unitsByRow[RowPlace(table: table.id, row: row)] = unit
                tie(unit, to: table, row: row)
            }
        }
    }

    private mutating func tie(_ id: EntityID?, to table: PlanTable, row: Int? = nil) {
        guard let id else { return }
        var ties = byEntity[id] ?? []
        if let index = ties.firstIndex(where: { $0.table == table.id }) {
            // A whole table holds its rows.
            if let row {
                if !ties[index].rows.isEmpty, !ties[index].rows.contains(row) { ties[index].rows.append(row) }
            } else {
                ties[index].rows = []
            }
        } else {
            ties.append(MoneyTie(table: table.id, rows: row.map { [$0] } ?? []))
        }
        byEntity[id] = ties
    }

    /// The unit whose name the whole label is, `Varav` and the word for a sum aside.
    private static func unit(of row: Int, in table: PlanTable, units: UnitNames) -> EntityID? {
        guard let organisation = table.organisation else { return nil }
        let label = table.rowLabel(row)
        for name in [label, RowLabel.withoutFirstWords(label)] {
            guard let name else { continue }
            let pieces = units.pieces(of: name, organisation: organisation)
            if pieces.count == 1, let unit = pieces.first?.unit { return unit }
        }
        return nil
    }
}
