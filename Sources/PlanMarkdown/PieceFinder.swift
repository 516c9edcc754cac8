internal import CCmark
internal import PlanModel

/// Finds tables, captions and footnotes in what libcmark took for paragraphs, and takes them out of the text.
///
/// Works in rounds: what was hidden by one piece (a table in a list that a table hid) comes to light when libcmark has
/// read the text without it.
struct PieceFinder {
    struct Block {
        let node: CmarkNode
        let first: Int
        var last: Int
    }

    /// A table or caption as the neighbour of others in the same container.
    struct Neighbour {
        enum Kind {
            case table(Int)
            case caption(Pieces.Caption, prefixes: [Int?])
        }
        let container: CmarkNode?
        let first: Int
        let last: Int
        let kind: Kind
    }

    var text: WorkingText
    var pieces = Pieces()
    /// Lines to be put in front of the text after the round.
    var front: [WorkingText.Line] = []
    var neighbours: [Neighbour] = []
    /// The last line that a piece found in this round reaches.
    var lastTaken = -1
    private var chains: [CmarkNode: [LineContainer]] = [:]

    init(_ text: WorkingText) { self.text = text }

    var hasWork: Bool { text.lines.contains { !$0.hints.isEmpty } }

    /// Takes out what can be found in a parse of the text as it stands.
    ///
    /// - Returns: whether the text has changed and must be parsed again.
    mutating func round(_ blocks: [Block]) -> Bool {
        chains = [:]
        neighbours = []
        front = []
        lastTaken = -1
        for block in blocks {
            if case .table(let index) = text.lines[block.first].role {
                let kind = Neighbour.Kind.table(index)
                neighbours.append(
                    Neighbour(container: block.node.parent, first: block.first, last: block.last, kind: kind)
                )
            } else if block.node.type != CMARK_NODE_HTML_BLOCK, block.last > lastTaken,
                text.lines[block.first...block.last].contains(where: { !$0.hints.isEmpty })
            {
                scan(block)
            }
        }
        let found = lastTaken >= 0
        let placed = placeCaptions()
        text.putInFront(front)
        return found || placed
    }

    private mutating func scan(_ block: Block) {
        let chain = chain(of: block.node.parent)
        let container = block.node.parent
        var line = max(block.first, lastTaken + 1)
        var start = line
        while line <= block.last {
            let hints = text.lines[line].hints
            if hints.contains(.note), let note = noteStart(line, chain) {
                takeCaption(start..<line, block, chain)
                takeNote(note, line, Array(chain.prefix(note.depth)))
                line = lastTaken + 1
                start = line
            } else if hints.contains(.delimiterRow), line > start, let header = header(line, start: start, chain) {
                takeCaption(start..<line - 1, block, chain)
                let first = line - 1
                let index = takeTable(header, from: first, chain)
                neighbours.append(
                    Neighbour(container: container, first: first, last: lastTaken, kind: .table(index))
                )
                line = lastTaken + 1
                start = line
                // What follows is another block now; only a caption is sure to be a paragraph.
                guard line <= block.last, isCaption(line, chain) else { return }
            } else {
                line += 1
            }
        }
        if start <= block.last { takeCaption(start..<block.last + 1, block, chain) }
    }

    func prefix(_ line: Int, _ chain: [LineContainer]) -> LinePrefix {
        text.withBytes(ofLine: line) { bytes in
            var reader = LineReader(bytes)
            return reader.take(chain, line: line)
        }
    }

    private mutating func chain(of parent: CmarkNode?) -> [LineContainer] {
        guard let parent else { return [] }
        if let known = chains[parent] { return known }
        var nodes: [CmarkNode] = []
        var node: CmarkNode? = parent
        while let current = node {
            if current.isContainer { nodes.append(current) }
            node = current.parent
        }
        var chain: [LineContainer] = []
        for node in nodes.reversed() {
            let line = min(max(0, node.startLine), text.lines.count - 1)
            if node.type == CMARK_NODE_BLOCK_QUOTE {
                chain.append(LineContainer(kind: .quote, startLine: line))
            } else {
                let width = text.withBytes(ofLine: line) { bytes in
                    var reader = LineReader(bytes)
                    _ = reader.take(chain, line: line)
                    return reader.itemWidth()
                }
                chain.append(LineContainer(kind: .item(width: width), startLine: line))
            }
        }
        chains[parent] = chain
        return chain
    }

    /// A piece of inline text for libcmark to read in front of the text.
    ///
    /// A heading takes any line of text as it is; the mark at its end keeps it from eating one of the text's own.
    mutating func cell(_ source: Range<Int>, bytes: [UInt8], isCell: Bool) -> Pieces.Cell {
        guard !bytes.isEmpty, bytes.contains(where: Self.isMarkup) else {
            return Pieces.Cell(source: source, fragment: nil)
        }
        var content: [UInt8] = [0x23, 0x20]
        for (index, byte) in bytes.enumerated() {
            if isCell, byte == 0x5C, index + 1 < bytes.count, bytes[index + 1] == 0x7C { continue }
            content.append(byte)
        }
        content.append(contentsOf: [0x20, 0x23])
        let fragment = pieces.fragmentCount
        pieces.fragmentCount += 1
        front.append(
            WorkingText.Line(
                replacement: content,
                source: source,
                origin: source.lowerBound - 2,
                carrier: .fragment(fragment)
            )
        )
        return Pieces.Cell(source: source, fragment: fragment)
    }

    static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00, 0x21, 0x26, 0x2A, 0x3C, 0x5B, 0x5C, 0x5D, 0x5F, 0x60: true
        default: false
        }
    }
}

extension PieceFinder {
    /// The leaf blocks that may hold pieces, in order, or `nil` where blocks are nested too deep.
    static func blocks(in root: CmarkNode, text: WorkingText) -> [Block]? {
        var blocks: [Block] = []
        var depth = 0
        var node = root.firstChild
        while let current = node {
            switch current.type {
            case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, CMARK_NODE_HTML_BLOCK:
                let first = max(0, current.startLine)
                // A setext heading's own end is wrong: it may reach the line after its block.
                if let last = blocks.indices.last {
                    blocks[last].last = min(blocks[last].last, max(blocks[last].first, first - 1))
                }
                let last = min(max(first, current.endLine), text.lines.count - 1)
                if first <= last { blocks.append(Block(node: current, first: first, last: last)) }
            default: break
            }
            if current.type.rawValue <= CMARK_NODE_ITEM.rawValue, let child = current.firstChild {
                depth += 1
                if depth > Limit.markdownDepth.value { return nil }
                node = child
                continue
            }
            var climber = current
            while climber.next == nil, let parent = climber.parent, parent != root {
                climber = parent
                depth -= 1
            }
            node = climber.next
        }
        return blocks
    }
}
