internal import PlanModel

/// A table of a document that is being put together: its cells point to nodes that are not all there yet.
struct TableDraft {
    struct Cell {
        let nodes: Range<Int>
        let position: SourcePosition
    }

    struct Row {
        let cells: [Cell]
        let extra: [Cell]
        let line: Int
    }

    let caption: TableCaption?
    let header: [Cell]
    let alignments: [ColumnAlignment]
    let rows: [Row]
    let position: SourcePosition

    func table(in nodes: MarkdownNodes) -> MarkdownTable {
        func finished(_ cells: [Cell]) -> [MarkdownTable.Cell] {
            cells.map { MarkdownTable.Cell(nodes: $0.nodes, of: nodes, position: $0.position) }
        }
        return MarkdownTable(
            caption: caption, header: finished(header), alignments: alignments,
            rows: rows.map {
                MarkdownTable.Row(cells: finished($0.cells), extra: finished($0.extra), line: $0.line)
            },
            position: position)
    }
}
