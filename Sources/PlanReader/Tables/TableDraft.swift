import PlanModel

/// A table that is read but not yet placed: its rows have no ids.
struct TableDraft {
    let `class`: TableClass
    let title: String
    let position: SourcePosition
    let origin: TableOrigin
    let columns: [TableColumn]
    let rows: [RowDraft]
    /// The caption's own unit.
    let unit: MoneyUnit?
    let attributes: TableAttributes
    /// `#inv-2025`
    let writtenID: Located<String>?
    let language: Language

    /// The table as the library has it.
    ///
    /// - Parameter entities: which entity each row is.
    func table(
        id: EntityID, place: Place, owner: EntityID?, unit inherited: MoneyUnit?, entities: [EntityID?]
    ) -> PlanTable {
        PlanTable(
            id: id, class: `class`, title: title, position: position, origin: origin, columns: columns,
            rows: zip(rows, entities).map { row, entity in
                TableRow(cells: row.cells, line: row.line, entity: entity, goals: row.goals)
            },
            unit: unit ?? inherited, attributes: attributes, organisation: place.organisation, plan: place.plan,
            owner: owner, language: language)
    }
}

/// A row whose entity has no id yet.
struct RowDraft {
    /// As many as the table has columns.
    let cells: [TableCell]
    let line: Int
    /// Which goals a row of a money table is tied to.
    let goals: [Located<String>]
    /// What stands in the Id column.
    let writtenID: Located<String>?
    /// What the row's entity is called; empty where nothing is.
    let title: Located<String>
    let fields: [Field: Located<FieldValue>]

    /// Whether nothing at all stands in the row.
    var isEmpty: Bool { cells.allSatisfy(\.text.isEmpty) }
}
