import PlanModel

/// A table as rows of plain texts: what its CSV file holds, before formulas are guarded against.
struct TableSheet {
    struct Row {
        /// Which row of the table it is.
        let index: Int
        let cells: [Cell]
    }

    struct Cell {
        let text: String
        /// Whether it is a number, perhaps with a unit or `%` after it.
        let isNumber: Bool
        /// Whether a unit or `%` stands after the number.
        var hasSuffix = false
        /// Whether it is a text in a column of a table of money that its heading does not tell from one of numbers.
        var isInMoney = false

        /// As a spreadsheet may read it.
        var guarded: String { isNumber ? text : SpreadsheetText.guarded(text, isInMoney: isInMoney) }
    }

    /// The headings as printed; one that is empty or stood before has a name made up for it.
    let names: [String]
    /// Without rows that hold nothing.
    let rows: [Row]

    /// - Parameter words: the words for columns without a heading of their own.
    init(_ table: PlanTable, words: InterfaceStrings) {
        names = Self.names(table.columns.map(\.heading), words: words)
        rows = table.rows.enumerated().compactMap { index, row in
            let cells = table.columns.indices.map { Self.cell(row, column: $0, in: table) }
            return cells.allSatisfy(\.text.isEmpty) ? nil : Row(index: index, cells: cells)
        }
    }

    /// The file.
    var csv: [UInt8] {
        CSVText.bytes([names.map { SpreadsheetText.guarded($0) }] + rows.map { $0.cells.map(\.guarded) })
    }

    private static func names(_ headings: [String], words: InterfaceStrings) -> [String] {
        var names: [String] = []
        // What others are called as printed is not given away.
        var taken = Set(headings)
        for (index, heading) in headings.enumerated() {
            guard heading.isEmpty || names.contains(heading) else {
                names.append(heading)
                continue
            }
            let base = heading.isEmpty ? words("catalog.column", ["number": "\(index + 1)"]) : heading
            var name = base
            var number = 1
            while taken.contains(name) {
                number += 1
                name = words("catalog.repeated", ["heading": base, "number": "\(number)"])
                // Words that leave the number out would never end.
                if number > headings.count + 1 { name = "\(base) \(index + 1).\(number)" }
            }
            taken.insert(name)
            names.append(name)
        }
        return names
    }

    private static func cell(_ row: TableRow, column: Int, in table: PlanTable) -> Cell {
        guard column < row.cells.count else { return Cell(text: "", isNumber: false) }
        let cell = row.cells[column]
        guard let money = table.columns[column].role.money, let reading = cell.reading else {
            let isInMoney = table.class.isMoney && table.columns[column].role == .text
            return Cell(text: cell.text, isNumber: false, isInMoney: isInMoney)
        }
        switch reading {
        case .missing: return Cell(text: "", isNumber: false)
        case .unreadable: return Cell(text: cell.text, isNumber: false)
        case .amount(let amount):
            let suffix = suffix(of: amount, in: money, table: table)
            return Cell(text: amount.value.machineText + suffix, isNumber: true, hasSuffix: !suffix.isEmpty)
        }
    }

    /// What has to stand after a number, since heading and table don't say it.
    private static func suffix(of amount: PrintedAmount, in column: MoneyColumn, table: PlanTable) -> String {
        if amount.isPercentage { return column.isPercentage ? "" : " %" }
        guard let unit = amount.unit, column.isPercentage || unit != column.unit ?? table.unit else { return "" }
        return " " + unit.rawValue
    }
}
