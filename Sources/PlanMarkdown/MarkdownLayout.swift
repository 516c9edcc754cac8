internal import CCmark
package import PlanModel

/// Where a Markdown text may be set out anew without changing what it says: its pipe tables, and the lines whose white
/// space counts.
package struct MarkdownLayout: Sendable {
    /// A line of a table.
    package struct Row: Sendable {
        /// Counted from 1.
        package let line: Int
        /// The offset in the source at which the row begins, after the marks of lists and quotes.
        package let start: Int
        /// Each cell's text in the source, without the white space around it.
        package let cells: [Range<Int>]
    }

    package struct Table: Sendable {
        package let header: Row
        /// The row of dashes.
        package let delimiter: Row
        package let rows: [Row]
        package let alignments: [ColumnAlignment]
    }

    package let tables: [Table]
    /// Lines of code and of HTML, counted from 1: their white space is theirs.
    package let fixedLines: Set<Int>

    /// Reads the body of a file; `nil` where the text is not safe to read.
    ///
    /// - Parameter fromLine: the line on which the body begins, counted from 1.
    package init?(of source: SourceText, fromLine: Int) {
        let text = WorkingText(source, fromLine: fromLine)
        guard text.firstLineOverloadedWithImages(limit: Limit.imagesInParagraph.value) == nil else { return nil }
        (tables, fixedLines) = MarkdownDocument.read(text) { finder, root in
            (
                finder.pieces.tables.compactMap { Self.table($0, in: source) },
                Self.fixedLines(root, finder.text, in: source)
            )
        }
    }

    private static func table(_ table: Pieces.Table, in source: SourceText) -> Table? {
        // A caption with `src=` has no lines of its own.
        guard table.lineStarts.count == table.rows.count + 2, !table.header.isEmpty else { return nil }
        func row(_ index: Int, _ cells: [Pieces.Cell]) -> Row {
            let start = table.lineStarts[index]
            return Row(line: source.position(ofOffset: start).line, start: start, cells: cells.map(\.source))
        }
        return Table(
            header: row(0, table.header), delimiter: row(1, []),
            rows: table.rows.enumerated().map { row($0.offset + 2, $0.element.cells) }, alignments: table.alignments)
    }

    private static func fixedLines(_ root: CmarkNode, _ text: WorkingText, in source: SourceText) -> Set<Int> {
        var fixed: Set<Int> = []
        let walk = CmarkWalk(root)
        while let (node, entering) = walk.next() {
            guard entering, node.type == CMARK_NODE_CODE_BLOCK || node.type == CMARK_NODE_HTML_BLOCK else { continue }
            let first = max(0, node.startLine)
            let last = min(max(first, node.endLine), text.lines.count - 1)
            guard first <= last else { continue }
            // Placeholders of tables and notes are HTML to libcmark, and lines in front are not the author's.
            for line in text.lines[first...last] where line.role == .plain {
                fixed.insert(source.position(ofOffset: line.source.lowerBound).line)
            }
        }
        return fixed
    }
}
