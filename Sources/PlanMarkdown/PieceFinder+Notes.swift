internal import PlanModel

extension PieceFinder {
    struct NoteStart {
        let label: String
        /// How many containers hold the note.
        let depth: Int
        let prefix: LinePrefix
        /// The byte after `[^label]:` and the space that follows.
        let content: Int
    }

    /// The label of the footnote that a line defines.
    func noteStart(_ line: Int, _ chain: [LineContainer]) -> NoteStart? {
        let prefix = prefix(line, chain)
        guard prefix.indent < 4 else { return nil }
        return text.withBytes(ofLine: line) { bytes in
            var end = prefix.content + 2
            guard end < bytes.count, bytes[prefix.content] == 0x5B, bytes[prefix.content + 1] == 0x5E else {
                return nil
            }
            while end < bytes.count, ![0x5D, 0x20, 0x09, 0x00].contains(bytes[end]) { end += 1 }
            guard end > prefix.content + 2, end + 1 < bytes.count, bytes[end] == 0x5D, bytes[end + 1] == 0x3A else {
                return nil
            }
            let label = String(decoding: bytes[prefix.content + 2..<end], as: UTF8.self)
            end += 2
            while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
            return NoteStart(label: label, depth: prefix.matched, prefix: prefix, content: end)
        }
    }

    /// Takes a footnote out of the text and puts its blocks in front, in a block quote of their own.
    ///
    /// To it belong lines indented by four, blank lines between them, and lines that go on its last paragraph.
    mutating func takeNote(_ start: NoteStart, _ first: Int, _ chain: [LineContainer]) {
        let inner = chain + [LineContainer(kind: .item(width: 4), startLine: -1)]
        var body = [quoted(first, from: start.content)]
        var prefixes: [Int?] = [start.prefix.offset]
        var lazyLines: Set<Int> = []
        var line = first + 1
        while line < text.lines.count, text.lines[line].role == .plain {
            let prefix = prefix(line, chain)
            guard prefix.matched == chain.count else { break }
            if prefix.isBlank {
                body.append(quoted(line, from: prefix.content))
                prefixes.append(nil)
            } else if prefix.indent >= 4 {
                body.append(quoted(line, from: self.prefix(line, inner).offset))
                prefixes.append(prefix.offset)
            } else {
                let isApart = prefixes.last.map { $0 == nil } ?? true
                if isApart || (text.lines[line].hints.contains(.note) && noteStart(line, chain) != nil) { break }
                body.append(quoted(line, from: prefix.content))
                prefixes.append(prefix.offset)
                lazyLines.insert(body.count - 1)
            }
            line += 1
        }
        if !lazyLines.isEmpty {
            let extent = Self.extent(of: body, lazyLines)
            body.removeLast(body.count - extent)
            prefixes.removeLast(prefixes.count - extent)
            // With a mark of its own a line of `=` would make a heading of the paragraph that it goes on.
            for index in lazyLines where index < extent { body[index].stayLazy() }
        }
        while prefixes.count > 1, prefixes.last.map({ $0 == nil }) ?? false {
            prefixes.removeLast()
            body.removeLast()
        }
        let key = Pieces.key(ofLabel: start.label)
        let note = Pieces.Note(
            label: start.label,
            key: key,
            offset: text.origin(line: first, column: start.prefix.content),
            isDuplicate: !pieces.noteKeys.insert(key).inserted
        )
        body[0].carrier = .note(pieces.notes.count)
        let end = text.lines[first].source.lowerBound
        body.append(WorkingText.Line(replacement: [0x23], source: end..<end, origin: end, carrier: .separator))
        front.append(contentsOf: body)
        pieces.notes.append(note)
        text.replace(from: first, prefixes: prefixes, role: .dropped)
        lastTaken = first + prefixes.count - 1
    }

    /// A line of a footnote as a line of a block quote.
    private func quoted(_ line: Int, from column: Int) -> WorkingText.Line {
        let bytes = text.withBytes(ofLine: line) { [0x3E, 0x20] + Array($0[min(column, $0.count)...]) }
        return WorkingText.Line(
            replacement: bytes,
            source: text.lines[line].source,
            origin: text.lines[line].origin + column - 2,
            carrier: .separator,
            hints: bytes.withUnsafeBufferPointer(WorkingText.hints)
        )
    }

    /// How many of a footnote's lines belong to it, of which some may be of the next block.
    ///
    /// A list item with four columns of its own goes on just as a footnote does; libcmark knows the rest.
    private static func extent(of lines: [WorkingText.Line], _ lazyLines: Set<Int>) -> Int {
        var bytes: [UInt8] = []
        for (index, line) in lines.enumerated() {
            let text = line.replacement ?? []
            let content = text.dropFirst(2)
            let isBlank = content.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            if index == 0 { bytes.append(contentsOf: [0x31, 0x29]) }
            if !lazyLines.contains(index), !isBlank || index == 0 {
                bytes.append(contentsOf: repeatElement(0x20, count: index == 0 ? 2 : 4))
            }
            // An item may not begin with an empty line; a break stands in for it.
            bytes.append(contentsOf: index == 0 && isBlank ? [0x2A, 0x2A, 0x2A] : content)
            bytes.append(0x0A)
        }
        let tree = CmarkTree(parsing: bytes)
        let end = tree.withRoot { $0.firstChild?.firstChild?.endLine ?? 0 }
        return min(lines.count, max(1, end + 1))
    }
}
