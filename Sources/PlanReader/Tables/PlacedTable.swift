import PlanModel

/// A table with its id and the ids of its rows.
struct PlacedTable {
    let draft: TableDraft
    /// The file it stands in.
    let item: FileEntities.Item
    var id: EntityID?
    /// The entity of each row, where it has one.
    var rows: [EntityID?]

    init(_ draft: TableDraft, in item: FileEntities.Item) {
        self.draft = draft
        self.item = item
        rows = Array(repeating: nil, count: draft.rows.count)
    }

    func table(unit: MoneyUnit?) -> PlanTable? {
        id.map { draft.table(id: $0, place: item.inside, owner: item.id, unit: unit, entities: rows) }
    }
}
