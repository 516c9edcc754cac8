internal import PlanModel

/// A table of a document that is being put together: its cells point to nodes that are not all there yet.
struct TableDraft {
    struct Cell {
        let nodes: Range<Int>
        let position: SourcePosition
    }

    struct Row {
        /// All that the author wrote: those beyond the heading's are the extra ones.
        let cells: [Cell]
        let line: Int
    }

    let caption: TableCaption?
    let header: Row
    let alignments: [ColumnAlignment]
    let rows: [Row]
    let position: SourcePosition

    func table(in nodes: MarkdownNodes) -> MarkdownTable {
        MarkdownTable(
            nodes, caption: caption, header: header, alignments: alignments, rows: rows, position: position)
    }
}
