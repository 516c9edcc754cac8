package import PlanModel

/// A pipe table as GitHub reads it, with its caption where it has one, or a caption alone whose rows come from a file.
///
/// Most of a site's nodes are cells. So a cell is kept as eight bytes and a row as twelve, and what is handed out is made
/// when it is asked for.
package struct MarkdownTable: Sendable {
    package struct Cell: Sendable {
        /// Inline nodes of the cell, in ``MarkdownDocument/nodes``; their parent is the table's node.
        package let nodes: Range<Int>
        /// The first character of the cell's text (of the place between the bars where it is empty).
        package let position: SourcePosition
        private let document: MarkdownNodes

        fileprivate init(nodes: Range<Int>, of document: MarkdownNodes, position: SourcePosition) {
            self.nodes = nodes
            self.document = document
            self.position = position
        }

        /// The cell's text without markup: emphasis, footnote references and images leave nothing but their text.
        package var text: String { document.plainText(of: nodes) }
    }

    /// Cells of one row, side by side.
    package struct Cells: Sendable, RandomAccessCollection {
        private let held: Held
        private let first: Int
        private let line: Int
        package let count: Int

        fileprivate init(_ held: Held, _ range: Range<Int>, line: Int) {
            self.held = held
            self.line = line
            first = range.lowerBound
            count = range.count
        }

        package var startIndex: Int { 0 }
        package var endIndex: Int { count }
        package subscript(index: Int) -> Cell {
            precondition(index >= 0 && index < count, "a row has no cell there")
            let place = first + index
            let nodes = Int(held.cells[place].node)..<Int(held.cells[place + 1].node)
            let position = SourcePosition(in: held.source, line: line, column: Int(held.cells[place].column))
            return Cell(nodes: nodes, of: held.nodes, position: position)
        }
    }

    package struct Row: Sendable {
        private let held: Held
        private let first: Int
        private let extraStart: Int
        private let end: Int
        package let line: Int

        fileprivate init(_ held: Held, _ index: Int) {
            self.held = held
            let record = held.rows[index]
            first = index > 0 ? Int(held.rows[index - 1].end) : 0
            extraStart = Int(record.extra)
            end = Int(record.end)
            line = Int(record.line)
        }

        /// As many cells as the heading has, or fewer where the author wrote fewer.
        package var cells: Cells { Cells(held, first..<extraStart, line: line) }
        /// The cells beyond the heading's, which GitHub drops.
        package var extra: Cells { Cells(held, extraStart..<end, line: line) }
    }

    package struct Rows: Sendable, RandomAccessCollection {
        private let held: Held

        fileprivate init(_ held: Held) { self.held = held }

        package var startIndex: Int { 0 }
        // The first is the heading.
        package var endIndex: Int { held.rows.count - 1 }
        package subscript(index: Int) -> Row { Row(held, index + 1) }
    }

    /// What is kept of a cell: its first node, and its column in the line of its row. Its nodes end where those of the next
    /// cell begin.
    fileprivate struct CellRecord {
        let node: Int32
        let column: Int32
    }

    /// What is kept of a row, the heading being the first: where its extra cells begin, where it ends, and its line.
    fileprivate struct RowRecord {
        let extra: Int32
        let end: Int32
        let line: Int32
    }

    /// One object, so that cells are handed out with one reference counted.
    fileprivate final class Held: Sendable {
        let nodes: MarkdownNodes
        let source: SourceFile
        let cells: [CellRecord]
        let rows: [RowRecord]

        init(_ nodes: MarkdownNodes, header: TableDraft.Row, rows drafts: [TableDraft.Row], in source: SourceFile) {
            self.nodes = nodes
            self.source = source
            var cells: [CellRecord] = []
            var rows: [RowRecord] = []
            let all = [header] + drafts
            cells.reserveCapacity(all.reduce(1) { $0 + $1.cells.count })
            rows.reserveCapacity(all.count)
            // Nodes are made cell by cell, in the order in which the cells are written.
            var end = 0
            for row in all {
                let start = cells.count
                for cell in row.cells {
                    precondition(cell.nodes.lowerBound == end || cells.isEmpty, "cells follow one another")
                    cells.append(CellRecord(node: Int32(cell.nodes.lowerBound), column: Int32(cell.position.column)))
                    end = cell.nodes.upperBound
                }
                rows.append(
                    RowRecord(
                        extra: Int32(start + min(row.cells.count, header.cells.count)), end: Int32(cells.count),
                        line: Int32(row.line)))
            }
            cells.append(CellRecord(node: Int32(end), column: 0))
            self.cells = cells
            self.rows = rows
        }

        /// The same over nodes that are the same.
        init(_ other: Held, over nodes: MarkdownNodes) {
            self.nodes = nodes
            (source, cells, rows) = (other.source, other.cells, other.rows)
        }
    }

    private let held: Held
    package let caption: TableCaption?
    package let alignments: [ColumnAlignment]
    package let position: SourcePosition

    init(
        _ nodes: MarkdownNodes, caption: TableCaption?, header: TableDraft.Row, alignments: [ColumnAlignment],
        rows: [TableDraft.Row], position: SourcePosition
    ) {
        held = Held(nodes, header: header, rows: rows, in: position.source)
        self.caption = caption
        self.alignments = alignments
        self.position = position
    }

    private init(_ other: MarkdownTable, over nodes: MarkdownNodes) {
        held = Held(other.held, over: nodes)
        (caption, alignments, position) = (other.caption, other.alignments, other.position)
    }

    /// The same over nodes that are the same.
    func over(_ nodes: MarkdownNodes) -> MarkdownTable { MarkdownTable(self, over: nodes) }

    /// Empty where the table is a caption with `src=` alone.
    package var header: Cells { Row(held, 0).cells }
    package var rows: Rows { Rows(held) }
}
