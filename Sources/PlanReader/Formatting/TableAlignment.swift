import PlanMarkdown
import PlanModel

/// A pipe table with its columns under each other.
struct TableAlignment {
    /// In columns of the screen. A wider cell juts out and leaves the others as they are.
    static let widest = 80

    private let table: MarkdownLayout.Table
    private let source: SourceText
    private let widths: [Int]

    init(_ table: MarkdownLayout.Table, in source: SourceText) {
        self.table = table
        self.source = source
        var widths = [Int](repeating: 3, count: table.alignments.count)
        for row in [table.header] + table.rows {
            for (column, cell) in row.cells.enumerated() where column < widths.count {
                let width = DisplayWidth.columns(Self.text(cell, in: source))
                if width <= Self.widest { widths[column] = max(widths[column], width) }
            }
        }
        self.widths = widths
    }

    /// The table's lines by their numbers, without line ends.
    var lines: [Int: String] {
        var lines = [table.delimiter.line: prefix(of: table.delimiter) + delimiters]
        for row in [table.header] + table.rows { lines[row.line] = prefix(of: row) + line(row) }
        return lines
    }

    private func prefix(of row: MarkdownLayout.Row) -> String {
        Self.text(source.range(ofLine: row.line).lowerBound..<row.start, in: source)
    }

    private func line(_ row: MarkdownLayout.Row) -> String {
        var line = "|"
        for (column, cell) in row.cells.enumerated() {
            let text = Self.text(cell, in: source)
            guard column < widths.count else {
                line += " \(text) |"
                continue
            }
            let space = max(0, widths[column] - DisplayWidth.columns(text))
            let before =
                switch table.alignments[column] {
                case .none, .left: 0
                case .right: space
                case .center: space / 2
                }
            line += " " + String(repeating: " ", count: before) + text
            line += String(repeating: " ", count: space - before) + " |"
        }
        return line
    }

    private var delimiters: String {
        zip(widths, table.alignments).reduce(into: "|") { line, column in
            let (width, alignment) = column
            switch alignment {
            case .none: line += String(repeating: "-", count: width + 2)
            case .left: line += ":" + String(repeating: "-", count: width + 1)
            case .right: line += String(repeating: "-", count: width + 1) + ":"
            case .center: line += ":" + String(repeating: "-", count: width) + ":"
            }
            line += "|"
        }
    }

    private static func text(_ range: Range<Int>, in source: SourceText) -> String {
        String(decoding: source.bytes[range], as: UTF8.self)
    }
}
