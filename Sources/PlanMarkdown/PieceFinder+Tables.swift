internal import PlanModel

extension PieceFinder {
    struct Header {
        let cells: [Range<Int>]
        let alignments: [ColumnAlignment]
    }

    /// The heading row above a delimiter row, where the two make a table.
    mutating func header(_ line: Int, start: Int, _ chain: [LineContainer]) -> Header? {
        let below = prefix(line, chain)
        let above = prefix(line - 1, chain)
        guard below.matched == chain.count, above.matched == chain.count else { return nil }
        let columns = text.withBytes(ofLine: line) { TableSyntax.alignments(in: $0, from: below.content) }
        guard let columns else { return nil }
        // A caption is no heading row; a colon alone is on GitHub.
        let isCaption =
            line - 1 == start
            && text.withBytes(ofLine: line - 1) { CaptionSyntax.marker(in: $0, at: above.content) > 2 }
        let cells = text.withBytes(ofLine: line - 1) { TableSyntax.cells(in: $0, from: above.content) }
        guard cells.count == columns.count, !isCaption else { return nil }
        if below.indent >= 4 {
            pieces.indentedRows.insert(text.origin(line: line, column: below.content))
            return nil
        }
        return Header(cells: cells, alignments: columns)
    }

    /// Takes a table out of the text, from its heading row to the line before the next block.
    mutating func takeTable(_ header: Header, from first: Int, _ chain: [LineContainer]) -> Int {
        var prefixes: [Int?] = [prefix(first, chain).offset, prefix(first + 1, chain).offset]
        var table = Pieces.Table(
            header: cells(header.cells, line: first),
            alignments: header.alignments,
            rows: [],
            offset: text.origin(line: first, column: prefix(first, chain).content),
            lineStarts: (first...first + 1).map { text.origin(line: $0, column: prefix($0, chain).offset) }
        )
        var line = first + 2
        while let found = row(line, chain) {
            table.rows.append(
                Pieces.Row(
                    cells: cells(found.cells, line: line),
                    offset: text.origin(line: line, column: found.prefix.content)
                )
            )
            table.lineStarts.append(text.origin(line: line, column: found.prefix.offset))
            prefixes.append(found.prefix.offset)
            line += 1
        }
        let index = pieces.tables.count
        pieces.tables.append(table)
        text.replace(from: first, prefixes: prefixes, role: .table(index))
        lastTaken = line - 1
        return index
    }

    private mutating func cells(_ ranges: [Range<Int>], line: Int) -> [Pieces.Cell] {
        ranges.map { range in
            let start = text.origin(line: line, column: range.lowerBound)
            // Most cells are plain words and numbers: of those nothing is made.
            let bytes = text.withBytes(ofLine: line) { line in
                line[range].contains(where: Self.isMarkup) ? Array(line[range]) : []
            }
            return cell(start..<start + range.count, bytes: bytes, isCell: true)
        }
    }

    /// A line's cells, where the line is one of a table's rows.
    private mutating func row(_ line: Int, _ chain: [LineContainer]) -> (cells: [Range<Int>], prefix: LinePrefix)? {
        guard line < text.lines.count, text.lines[line].role == .plain else { return nil }
        let prefix = prefix(line, chain)
        guard prefix.matched == chain.count, !prefix.isBlank else { return nil }
        guard prefix.indent < 4 else {
            if text.withBytes(ofLine: line, { $0.contains(0x7C) }) {
                pieces.indentedRows.insert(text.origin(line: line, column: prefix.content))
            }
            return nil
        }
        let hints = text.lines[line].hints
        if hints.contains(.note), noteStart(line, chain) != nil { return nil }
        let cells: [Range<Int>] = text.withBytes(ofLine: line) { bytes in
            if CaptionSyntax.marker(in: bytes, at: prefix.content) > 0 { return [] }
            if Self.opensBlock(UnsafeBufferPointer(rebasing: bytes[prefix.content...])) { return [] }
            return TableSyntax.cells(in: bytes, from: prefix.content)
        }
        return cells.isEmpty ? nil : (cells, prefix)
    }

    /// Whether a line opens a block of its own where no paragraph is open; libcmark itself says so.
    private static func opensBlock(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = line.first else { return false }
        switch first {
        case 0x23, 0x2A, 0x2B, 0x2D, 0x30...0x39, 0x3C, 0x3E, 0x5F, 0x60, 0x7E: break
        default: return false
        }
        let tree = CmarkTree(parsing: line)
        return tree.withRoot { $0.firstChild.map { !$0.isParagraph } ?? false }
    }
}
