import PlanModel

extension PlanTable {
    /// A table from the lines of a pipe table: a heading, then rows. In a money table the first column holds the labels;
    /// `(mkr)` or `%` in a heading gives its unit, four digits its year.
    static func made(
        _ text: String, title: String = "Tabell", id: String = "region/plan/table", class: TableClass = .budget,
        unit: MoneyUnit? = .mnkr, accept: String? = nil, language: Language = .swedish
    ) -> PlanTable {
        let lines = text.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
                String($0).trimmed()
            }
        }
        let place = SourcePosition(file: "index.md", line: 1, column: 1)
        var attributes = TableAttributes()
        attributes.accept = accept.map { Located($0, at: place) }
        let columns = (lines.first ?? []).enumerated().map { index, heading in
            let words = heading.split { " ()".contains($0) }.map { String($0) }
            let money = MoneyColumn(
                period: words.compactMap { Period($0) }.first, version: nil,
                unit: words.compactMap { MoneyUnit(spelling: $0) }.first, isPercentage: heading.contains("%"))
            return TableColumn(
                heading: heading, position: place, role: !`class`.isMoney ? .text : index == 0 ? .label : .money(money))
        }
        let rows = lines.dropFirst().map { cells in
            TableRow(
                cells: cells.enumerated().map { column, text in
                    TableCell(
                        text: text, position: place,
                        reading: column == 0 || !`class`.isMoney
                            ? nil : .read(text, style: language == .swedish ? .swedish : .english))
                },
                line: 1, entity: nil, goals: [])
        }
        return PlanTable(
            id: EntityID(id), class: `class`, title: title, position: place,
            origin: .pipe(file: "index.md", index: 0), columns: columns, rows: Array(rows), unit: unit,
            attributes: attributes, organisation: EntityID("region"), plan: EntityID("region/plan"),
            owner: EntityID("region/plan"), language: language)
    }
}
