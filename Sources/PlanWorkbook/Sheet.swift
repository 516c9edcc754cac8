import PlanModel

/// A sheet of a workbook as values, before anything is written.
struct Sheet: Sendable {
    let name: String
    private(set) var cells: [SheetCell] = []
    /// Widths in characters, by column; other columns have the program's own width.
    var widths: [Int: Int] = [:]
    /// The row that stays in sight and is printed again on every page.
    var headerRow: Int?
    /// How many columns stay in sight.
    var frozenColumns = 0
    /// What stands at the foot of printed pages, to the left of their numbers.
    var footer = ""

    init(name: String) {
        self.name = name
    }

    mutating func put(_ content: CellContent, row: Int, column: Int, _ style: CellStyle = CellStyle()) {
        cells.append(SheetCell(row: row, column: column, content: content, style: style))
    }

    mutating func put(_ text: String, row: Int, column: Int, _ style: CellStyle = CellStyle()) {
        let written = SheetText.written(text)
        put(written.isEmpty ? .blank : .text(written), row: row, column: column, style)
    }

    /// A number where a spreadsheet can keep all its digits, else its text.
    mutating func put(_ amount: Amount, orText text: String, row: Int, column: Int, _ style: CellStyle) {
        if SheetNumber.keeps(amount) {
            put(.number(amount), row: row, column: column, style)
        } else {
            put(text, row: row, column: column, style)
        }
    }

    /// Whether all of it fits in Excel: 1,048,576 rows, 16,384 columns and 32,767 characters in a cell (ECMA-376 leaves
    /// the limits to the program; Microsoft publishes them as "Excel specifications and limits").
    var fits: Bool {
        cells.allSatisfy { cell in
            guard cell.row < Self.mostRows, cell.column < Self.mostColumns else { return false }
            switch cell.content {
            case .text(let text), .link(let text, _): return text.utf16.count <= SheetText.longest
            case .blank, .number, .formula: return true
            }
        }
    }

    static let mostRows = 1_048_576
    static let mostColumns = 16_384
}

struct SheetCell: Sendable, Hashable {
    /// Counted from 0.
    let row: Int
    let column: Int
    let content: CellContent
    let style: CellStyle
}

enum CellContent: Sendable, Hashable {
    case blank
    /// Text as it is written in the file: it went through ``SheetText/written(_:)``.
    case text(String)
    case number(Amount)
    /// A formula without `=`, and what it gives.
    case formula(String, result: Amount)
    /// Text that leads to the top of another sheet.
    case link(String, sheet: String)
}

/// How a cell looks.
struct CellStyle: Sendable, Hashable {
    enum Weight: Sendable { case plain, bold, heading }

    var weight = Weight.plain
    /// How a number is shown, in Excel's own language: `#,##0.0`.
    var numberFormat: String?
    var isRightAligned = false
    var indent = 0
    var wraps = false
    var hasRuleAbove = false
    var hasRuleBelow = false
    var isLink = false
}
