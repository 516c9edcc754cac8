import PlanMarkdown
import PlanModel

/// The cells of a table, from wherever they are written.
struct Sheet {
    struct Cell {
        /// Without markup.
        let text: String
        let position: SourcePosition
        /// Whether a `'` marks it as a text, whatever it reads as.
        var isMarkedText = false
    }

    struct Row {
        /// At most as many as the heading has.
        let cells: [Cell]
        /// The first cell beyond the heading's.
        let firstExtra: Cell?
        let line: Int
    }

    let header: [Cell]
    let rows: [Row]
    /// The file that the cells are written in.
    let source: SourceText
    let style: NumberStyle
    /// Whether it is a CSV file whose columns semicolons part, as Excel in Sweden saves it.
    var hasSemicolons = false

    init(header: [Cell], rows: [Row], source: SourceText, style: NumberStyle) {
        self.header = header
        self.rows = rows
        self.source = source
        self.style = style
    }

    /// A pipe table.
    init(_ table: MarkdownTable, source: SourceText, language: Language) {
        func cell(_ cell: MarkdownTable.Cell) -> Cell { Cell(text: cell.text.trimmed(), position: cell.position) }
        header = table.header.map(cell)
        rows = table.rows.map { row in
            Row(cells: row.cells.map(cell), firstExtra: row.extra.first.map(cell), line: row.line)
        }
        self.source = source
        switch language {
        case .swedish: style = .swedish
        case .english: style = .english
        }
    }
}
