import Foundation

/// A change of a table: its caption, its rows, its cells, or the file that its cells come from.
enum TableEdit: Edit {
    case cell, figure, balancedFigures, status, row, removedRow, exchangedRows, column, caption, captionID
    case accepted, unit, removedTable, movedTable
    case newGoals, newBudget, newActivities, newIndicators, newMilestones, newGlossary, newRisks, newPlain, newSource
    case sourceFigure, sourceRow, sourceHeading, sourceEncoding
    /// What keeps a site from being built, until somebody mends it.
    case wrongSum, wideRow, unknownClass, unknownColumn, missingSource

    func apply(to project: Project, using chance: inout Chance) throws -> String? {
        switch self {
        case .sourceFigure, .sourceRow, .sourceHeading, .sourceEncoding: return try editSource(project, &chance)
        case .newSource:
            let number = chance.number()
            guard let plan = project.places.filter({ $0.hasSuffix("plan") }).randomElement(using: &chance) else {
                return nil
            }
            try project.write(
                "Post;2025;2026\nA;1;\(number)\nB;2;2\nSumma;3;\(number + 2)\n", to: "\(plan)/ny-\(number).csv")
            return try project.edit(plan + "/index.md") {
                $0.body += ["", "Tabell: Ur fil {#fil-\(number) .budget src=ny-\(number).csv}", ""]
            }
        default: break
        }
        let paths = project.markdownPaths
        if isNew {
            let paragraph = added(number: chance.number())
            return try project.edit(chance.pick(paths)) { $0.insert(paragraph, using: &chance) }
        }
        let withTables = try paths.filter { !(MarkdownText(try project.text($0)).tables).isEmpty }
        guard !withTables.isEmpty else { return nil }
        return try project.edit(chance.pick(withTables)) { text in
            change(&text, chance.pick(text.tables), using: &chance)
        }
    }

    private var isNew: Bool {
        switch self {
        case .newGoals, .newBudget, .newActivities, .newIndicators, .newMilestones, .newGlossary, .newRisks, .newPlain,
            .wrongSum:
            true
        default: false
        }
    }

    private func added(number: Int) -> String {
        switch self {
        case .newGoals:
            "Tabell: Nya mål {#nya-\(number) .mål}\n\n| Id | Mål | Överordnat |\n|---|---|---|\n| N\(number) | Nytt \(number) | A1.1 |"
        case .newActivities:
            "Tabell: Nytt {#gor-\(number) .aktiviteter}\n\n| Id | Åtgärd | Mål |\n|---|---|---|\n| K\(number) | Gör \(number) | A1.2 |"
        case .newIndicators:
            "Tabell: Mått {#matt-\(number) .indikatorer}\n\n| Id | Indikator | Mål | Målvärde |\n|---|---|---|---|\n| M\(number) | Mått | A1.2 | 2025: \(number)0 % |"
        case .newMilestones:
            "Tabell: Datum \(number) {#dag-\(number) .tidslinje}\n\n| Datum | Händelse |\n|---|---|\n| 2025-0\(number) | Något |"
        case .newGlossary:
            "Tabell: Ord \(number) {#ord-\(number) .ordlista}\n\n| Förkortning | Förklaring |\n|---|---|\n| KPI | Mått \(number) |\n| vård | Omsorg |"
        case .newRisks:
            "Tabell: Fler risker {#risk-\(number) .risker}\n\n| Risk | Sannolikhet | Mål |\n|---|---|---|\n| Brist \(number) | Möjlig | A1.1 |"
        case .wrongSum:
            "Tabell: Fel {#fel-\(number) .budget unit=tkr}\n\n| Post | 2025 |\n|---|--:|\n| A | \(number) |\n| Summa | 99 |"
        case .newBudget:
            "Tabell: Pengar {#peng-\(number) .budget unit=tkr}\n\n| Post | 2025 | Mål |\n|---|--:|---|\n| Personal | \(number) | A1.1 |\n| Summa | \(number) | |"
        default: "| A | B |\n|---|---|\n| \(number) | x |"
        }
    }

    private func change(_ text: inout MarkdownText, _ table: Range<Int>, using chance: inout Chance) {
        let rows = Array(table.dropFirst(2))
        let row = chance.pick(rows)
        let cells = text.cells(row)
        guard !cells.isEmpty else { return }
        let column = Int.random(in: 0..<cells.count, using: &chance)
        let number = chance.number()
        func figure(_ row: Int, _ column: Int) -> Int? {
            Int(text.cells(row)[column].trimmingCharacters(in: .whitespaces))
        }
        func figures(_ row: Int) -> [Int] { text.cells(row).indices.filter { figure(row, $0) != nil } }
        switch self {
        case .cell: text.setCell(row, column, cells[column].trimmingCharacters(in: .whitespaces) + " \(number)")
        case .figure:
            if let column = figures(row).randomElement(using: &chance) { text.setCell(row, column, "\(number)") }
        case .balancedFigures:
            // One more here and one less there: the sum holds.
            let pairs = rows.dropFirst().flatMap { row in
                figures(row).filter { figures(row - 1).contains($0) }.map { (row, $0) }
            }
            guard let (second, column) = pairs.randomElement(using: &chance) else { return }
            for (row, step) in [(second, 1), (second - 1, -1)] {
                text.setCell(row, column, "\((figure(row, column) ?? 0) + step)")
            }
        case .status: text.setCell(row, cells.count - 1, chance.pick(["klar", "risk", "försenad", ""]))
        case .row: text.body.insert(text.body[row], at: row); text.setCell(row, 0, "X\(number)")
        case .removedRow: if rows.count > 1 { text.body.remove(at: row) }
        case .exchangedRows: text.body.swapAt(row, rows[0])
        case .column:
            for line in table {
                text.body[line] +=
                    line == table.lowerBound + 1 ? "---|" : line == table.lowerBound ? " Not |" : " \(number) |"
            }
        case .caption: caption(&text, table) { $0.replacing(": ", with: ": Nu ") }
        case .captionID: caption(&text, table) { $0.replacing(/#[a-z0-9-]+/, with: "#nytt-\(number)") }
        case .accepted: caption(&text, table) { $0.replacing("}", with: " accept=\"Skäl \(number)\"}") }
        case .unit: caption(&text, table) { $0.replacing("}", with: " unit=\(number < 5 ? "tkr" : "mnkr")}") }
        case .removedTable:
            text.body.removeSubrange(table)
            if let line = text.caption(of: table), line < text.body.count { text.body.remove(at: line) }
        case .movedTable:
            let start = text.caption(of: table).map { min($0, table.lowerBound) } ?? table.lowerBound
            let lines = Array(text.body[start..<table.upperBound])
            text.body.removeSubrange(start..<table.upperBound)
            text.body += [""] + lines
        case .wideRow: text.body[row] += " en till |"
        case .unknownClass: caption(&text, table) { $0.replacing(/\.[a-zåäö]+/, with: ".okänd") }
        case .unknownColumn: text.setCell(table.lowerBound, column, "Ansvarigg")
        case .missingSource: caption(&text, table) { $0.replacing("}", with: " src=finns-inte.csv}") }
        default: preconditionFailure("\(self) changes no table that is there")
        }
    }

    private func caption(_ text: inout MarkdownText, _ table: Range<Int>, _ change: (String) -> String) {
        if let line = text.caption(of: table) { text.body[line] = change(text.body[line]) }
    }

    private func editSource(_ project: Project, _ chance: inout Chance) throws -> String? {
        let files = project.paths(in: "Content") { $0.hasSuffix(".csv") }
        guard !files.isEmpty else { return nil }
        let path = chance.pick(files)
        let text = try project.text(path)
        let number = chance.number()
        switch self {
        case .sourceFigure: try project.write(text.replacing("1", with: "\(number)", maxReplacements: 1), to: path)
        case .sourceRow: try project.write(text + "Mer;Reinvestering;\(number);\n", to: path)
        case .sourceHeading: try project.write(text.replacing("2026", with: "2027", maxReplacements: 1), to: path)
        default: try project.write(Data(text.utf8).filter { $0 < 0x80 } + [0xE5, 0x0A], to: path)
        }
        return path
    }
}
