internal import PlanModel

extension DocumentBuilder {
    mutating func addTable(_ table: Pieces.Table) {
        let position = positions.position(table.offset)
        open(.table(tables.count), position)
        let caption = table.caption.map { addCaption($0) }
        let width = Limit.tableColumns.value
        let header = table.header.prefix(width).map { addCell($0) }
        if table.header.count > width {
            let place = positions.position(table.header[width].source.lowerBound)
            diagnostics.append(.limitExceeded(.tableColumns, at: place))
        }
        var rows: [TableDraft.Row] = []
        rows.reserveCapacity(table.rows.count)
        for (index, row) in table.rows.enumerated() {
            guard index < Limit.tableRows.value else {
                diagnostics.append(.limitExceeded(.tableRows, at: positions.position(row.offset)))
                break
            }
            // A heading that is cut leaves no cells over.
            let cells = (table.header.count > width ? row.cells.prefix(width) : row.cells[...]).map { addCell($0) }
            rows.append(TableDraft.Row(cells: cells, line: positions.position(row.offset).line))
        }
        close()
        tables.append(
            TableDraft(
                caption: caption,
                header: TableDraft.Row(cells: header, line: header.first?.position.line ?? position.line),
                alignments: Array(table.alignments.prefix(width)),
                rows: rows,
                position: position
            )
        )
    }

    mutating func addCell(_ cell: Pieces.Cell) -> TableDraft.Cell {
        let position = positions.position(cell.source.lowerBound)
        let first = nodes.count
        addInlines(of: cell, plain: source[cell.source], at: cell.source.lowerBound, position)
        return TableDraft.Cell(nodes: first..<nodes.count, position: position)
    }

    /// - Parameter offset: where the plain text stands in the source byte for byte.
    mutating func addInlines(
        of cell: Pieces.Cell, plain: ArraySlice<UInt8>, at offset: Int?, _ position: SourcePosition
    ) {
        guard let index = cell.fragment else {
            if !plain.isEmpty { plain.withUnsafeBufferPointer { addPlain($0, at: offset, position) } }
            return
        }
        locator = InlineLocator(source, in: cell.source)
        if let fragment = fragments[index] { walk(fragment, isIncluded: false) }
    }

    mutating func addCaption(_ caption: Pieces.Caption) -> TableCaption {
        let position = positions.position(caption.offset)
        let first = nodes.count
        addInlines(
            of: caption.title, plain: caption.titleBytes[...], at: nil,
            positions.position(caption.title.source.lowerBound))
        let syntax = caption.syntax
        if let fault = syntax.fault {
            diagnostics.append(.captionSyntax(fault.kind, at: positions.position(fault.offset)))
        }
        return TableCaption(
            nodes: first..<nodes.count,
            text: nodes.plainText(of: first..<nodes.count),
            id: syntax.id.map { located($0) },
            classes: syntax.classes.map { located($0) },
            attributes: syntax.attributes.map { (located($0.key), located($0.value)) },
            position: position
        )
    }

    mutating func located(_ value: CaptionSyntax.Value) -> Located<String> {
        Located(value.text, at: positions.position(value.offset))
    }
}
