import PlanModel

/// Entities that lack the same thing: where all rows of a table do, the table is one finding and not one a row.
struct WholeTables {
    /// Tables of which every row is among the entities, two rows at least.
    let tables: [(table: PlanTable, rows: [Entity])]
    /// The others, in the order given.
    let single: [Entity]

    init(_ entities: [Entity], in library: Library) {
        let byTable = Dictionary(grouping: entities.filter { $0.row != nil }) { $0.row?.table ?? $0.id }
        var tables: [(table: PlanTable, rows: [Entity])] = []
        var told: Set<EntityID> = []
        for (id, rows) in byTable.sorted(by: { $0.key < $1.key }) {
            guard rows.count > 1, let table = library.table(id),
                table.rows.filter({ $0.entity != nil }).count == rows.count
            else { continue }
            tables.append((table, rows))
            told.insert(id)
        }
        self.tables = tables
        single = entities.filter { entity in !(entity.row.map { told.contains($0.table) } ?? false) }
    }
}
