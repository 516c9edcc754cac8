import PlanModel

extension PlanTable {
    /// A money table from the lines of a pipe table: a heading, then rows. The first column holds the labels; `(mkr)` or
    /// `%` in a heading gives its unit, four digits its year. Lines and columns of positions count rows and cells from 1.
    static func money(
        _ text: String, class: TableClass = .budget, unit: MoneyUnit? = .mnkr, totals: TotalsRule = .byWords,
        accept: String? = nil, frames: String? = nil, style: NumberStyle = .swedish
    ) -> PlanTable {
        let lines = text.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
                String($0).trimmed()
            }
        }
        var attributes = TableAttributes()
        attributes.totals = totals
        attributes.accept = accept.map { Located($0, at: place(0, 1)) }
        attributes.frames = frames.map { Located($0, at: place(0, 2)) }
        let columns = (lines.first ?? []).enumerated().map { index, heading in
            TableColumn(heading: heading, position: place(1, index + 1), role: index == 0 ? .label : role(of: heading))
        }
        let rows = lines.dropFirst().enumerated().map { row, cells in
            TableRow(
                cells: cells.enumerated().map { column, text in
                    TableCell(
                        text: text, position: place(row + 2, column + 1),
                        reading: column == 0 ? nil : .read(text, style: style))
                },
                line: row + 2, entity: nil, goals: [])
        }
        return PlanTable(
            id: EntityID("region/plan/table"), class: `class`, title: "Table", position: place(0, 0),
            origin: .pipe(file: "index.md", index: 0), columns: columns, rows: Array(rows), unit: unit,
            attributes: attributes, organisation: nil, plan: nil, owner: nil, language: .swedish)
    }

    static func place(_ line: Int, _ column: Int) -> SourcePosition {
        SourcePosition(file: "index.md", line: line, column: column)
    }

    private static func role(of heading: String) -> ColumnRole {
        let words = heading.split { " ()".contains($0) }.map { String($0) }
        return .money(
            MoneyColumn(
                period: words.compactMap { Period($0) }.first, version: nil,
                unit: words.compactMap { MoneyUnit(spelling: $0) }.first, isPercentage: heading.contains("%")))
    }
}

/// Random numbers that are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
