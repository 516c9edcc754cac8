internal import CCmark
internal import PlanModel

extension PieceFinder {
    /// Whether a line begins as captions do.
    func isCaption(_ line: Int, _ chain: [LineContainer]) -> Bool {
        guard line < text.lines.count, text.lines[line].hints.contains(.caption) else { return false }
        let prefix = prefix(line, chain)
        guard prefix.matched == chain.count, prefix.indent < 4 else { return false }
        return text.withBytes(ofLine: line) { CaptionSyntax.marker(in: $0, at: prefix.content) > 0 }
    }

    /// Notes a caption among the neighbours of tables, where the lines are one.
    mutating func takeCaption(_ range: Range<Int>, _ block: Block, _ chain: [LineContainer]) {
        guard let first = range.first, block.node.isParagraph, isCaption(first, chain) else { return }
        var joined = CaptionSyntax.Text()
        var prefixes: [Int?] = []
        var marker = 0
        for line in range {
            let prefix = prefix(line, chain)
            prefixes.append(prefix.offset)
            // A lazy line could not stay in its place once the paragraph is gone.
            guard prefix.matched == chain.count else { return }
            text.withBytes(ofLine: line) { bytes in
                var start = prefix.content
                if line == first {
                    marker = CaptionSyntax.marker(in: bytes, at: start)
                    start += marker
                } else {
                    joined.bytes.append(0x20)
                    joined.offsets.append(text.origin(line: line, column: start))
                }
                for column in start..<max(start, bytes.count) {
                    joined.bytes.append(bytes[column])
                    joined.offsets.append(text.origin(line: line, column: column))
                }
            }
        }
        joined.offsets.append(text.origin(line: range.upperBound - 1, column: Int(Int32.max)))
        let syntax = CaptionSyntax(joined)
        let title = Array(joined.bytes[syntax.title])
        let source = joined.offsets[syntax.title.lowerBound]..<joined.offsets[syntax.title.upperBound]
        let offset = text.origin(line: first, column: prefix(first, chain).content)
        let caption = Pieces.Caption(
            syntax: syntax,
            hasWord: marker > 2,
            titleBytes: title,
            title: Pieces.Cell(source: source, fragment: nil),
            offset: offset
        )
        neighbours.append(
            Neighbour(
                container: block.node.parent,
                first: first,
                last: range.upperBound - 1,
                kind: .caption(caption, prefixes: prefixes)
            )
        )
    }

    /// Gives captions to the tables they touch, then those that name a file tables of their own, then the rest to the
    /// tables nearest to them: the upper one first.
    ///
    /// - Returns: whether any caption has found its place.
    mutating func placeCaptions() -> Bool {
        neighbours.sort { $0.first < $1.first }
        var loose: [Int] = []
        var placed = false
        for index in neighbours.indices {
            guard case .caption = neighbours[index].kind else { continue }
            if let table = freeTable(besides: index, touching: true) {
                place(index, table: table)
                placed = true
            } else {
                loose.append(index)
            }
        }
        pieces.looseCaptions = []
        for index in loose {
            guard case .caption(let caption, _) = neighbours[index].kind else { continue }
            if caption.namesSource {
                let table = pieces.tables.count
                pieces.tables.append(
                    Pieces.Table(header: [], alignments: [], rows: [], offset: caption.offset, lineStarts: [])
                )
                place(index, table: table, role: .table(table))
                placed = true
            } else if let table = freeTable(besides: index, touching: false) {
                place(index, table: table)
                placed = true
            } else {
                pieces.looseCaptions.append(caption)
            }
        }
        return placed
    }

    private mutating func place(_ index: Int, table: Int, role: WorkingText.Role = .dropped) {
        guard case .caption(let caption, let prefixes) = neighbours[index].kind else { return }
        let title = cell(caption.title.source, bytes: caption.titleBytes, isCell: false)
        pieces.tables[table].caption = Pieces.Caption(
            syntax: caption.syntax,
            hasWord: caption.hasWord,
            titleBytes: caption.titleBytes,
            title: title,
            offset: caption.offset
        )
        text.replace(from: neighbours[index].first, prefixes: prefixes, role: role)
    }

    private func freeTable(besides index: Int, touching: Bool) -> Int? {
        let caption = neighbours[index]
        for (other, isAbove) in [(index - 1, true), (index + 1, false)] {
            guard neighbours.indices.contains(other), case .table(let table) = neighbours[other].kind,
                pieces.tables[table].caption == nil, neighbours[other].container == caption.container
            else { continue }
            let gap =
                isAbove
                ? neighbours[other].last + 1..<caption.first
                : caption.last + 1..<neighbours[other].first
            if touching ? gap.isEmpty : gap.allSatisfy(isBlank) { return table }
        }
        return nil
    }

    /// Whether a line has nothing but marks of quotes in it.
    private func isBlank(_ line: Int) -> Bool {
        text.withBytes(ofLine: line) { $0.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E } }
    }
}
