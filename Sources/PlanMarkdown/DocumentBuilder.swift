internal import CCmark
internal import PlanModel

/// Turns libcmark's tree and the pieces taken out of the text into a document.
struct DocumentBuilder {
    let text: WorkingText
    let pieces: Pieces
    let source: [UInt8]

    var nodes: NodeRecords
    var tables: [TableDraft] = []
    var diagnostics: [Diagnostic] = []
    var positions: PositionFinder
    var locator: InlineLocator

    /// The open nodes, outermost first.
    private(set) var stack: [Int] = []
    private(set) var isTooDeep = false
    var linkDepth = 0
    var imageDepth = 0
    private(set) var fragments: [CmarkNode?]
    private(set) var noteRoots: [CmarkNode?]
    var lastHTMLLine = 0
    private var headingLevel = 1
    private var hasTopHeading = false
    var isInNote = false
    /// Footnotes in the order of their first reference, as indices into the pieces' notes.
    var noteOrder: [Int] = []
    var noteUses: [Int] = []
    var noteNumbers: [String: Int] = [:]
    private(set) var notesByKey: [String: Int] = [:]
    /// Rows that are no table, by their first line.
    var lostRows: [(line: Int, reason: LostRows)] = []
    /// The innermost open node.
    var openNode: Int? { stack.last }

    init(_ text: WorkingText, _ pieces: Pieces) {
        self.text = text
        self.pieces = pieces
        source = text.source.bytes
        nodes = NodeRecords(source: source)
        positions = PositionFinder(text.source)
        locator = InlineLocator(source, in: 0..<0)
        fragments = Array(repeating: nil, count: pieces.fragmentCount)
        noteRoots = Array(repeating: nil, count: pieces.notes.count)
        for (index, note) in pieces.notes.enumerated() where !note.isDuplicate { notesByKey[note.key] = index }
    }

    mutating func build(_ root: CmarkNode) -> MarkdownDocument {
        let start = positions.position(text.lines.first { $0.carrier == .none }?.source.lowerBound ?? 0)
        open(.document, start)
        var block = root.firstChild
        while let current = block, !isTooDeep {
            switch text.lines.indices.contains(current.startLine) ? text.lines[current.startLine].carrier : .none {
            case .fragment(let index): fragments[index] = current
            case .note(let index): noteRoots[index] = current
            case .separator: break
            case .none: walk(current, isIncluded: true)
            }
            block = current.next
        }
        close()
        let footnotes = buildFootnotes()
        reportPieces()
        guard !isTooDeep else { return .refused(diagnostics, at: start, in: text.source) }
        let nodes = MarkdownNodes(nodes, in: text.source.source)
        return MarkdownDocument(
            nodes: nodes,
            tables: tables.map { $0.table(in: nodes) },
            footnotes: footnotes,
            diagnostics: diagnostics.sorted()
        )
    }

    /// Emits a subtree; without its top node where only the children count.
    mutating func walk(_ top: CmarkNode, isIncluded: Bool) {
        let events = CmarkWalk(top)
        while let (node, isEntering) = events.next() {
            if node == top, !isIncluded { continue }
            if isEntering {
                enter(node)
            } else {
                leave(node)
            }
            if isTooDeep { return }
        }
    }

    private mutating func enter(_ node: CmarkNode) {
        switch node.type {
        case CMARK_NODE_TEXT: node.withLiteral { addText($0) }
        case CMARK_NODE_SOFTBREAK: addBreak(.softBreak)
        case CMARK_NODE_LINEBREAK: addBreak(.lineBreak)
        case CMARK_NODE_CODE: addLeaf(.code(node.literal), positions.position(locator.code()))
        case CMARK_NODE_HTML_INLINE: addInlineHTML(node.literal)
        case CMARK_NODE_EMPH: open(.emphasis, positions.position(locator.delimiters(1)))
        case CMARK_NODE_STRONG: open(.strong, positions.position(locator.delimiters(2)))
        case CMARK_NODE_LINK: openLink(node)
        case CMARK_NODE_IMAGE: openImage(node)
        case CMARK_NODE_PARAGRAPH:
            startInlines(of: node)
            open(.paragraph, blockPosition(node))
            checkLostPiece(node)
        case CMARK_NODE_HEADING:
            startInlines(of: node)
            let position = blockPosition(node)
            locator.skipHeadingMarks()
            checkHeading(node.headingLevel, at: position)
            open(.heading(level: node.headingLevel), position)
        case CMARK_NODE_BLOCK_QUOTE: open(.blockQuote, blockPosition(node))
        case CMARK_NODE_LIST: open(node.listKind, blockPosition(node))
        case CMARK_NODE_ITEM: open(.item, blockPosition(node))
        case CMARK_NODE_CODE_BLOCK:
            addLeaf(.codeBlock(info: node.fenceInfo, text: node.literal), blockPosition(node))
        case CMARK_NODE_HTML_BLOCK: addHTMLBlock(node)
        case CMARK_NODE_THEMATIC_BREAK: addLeaf(.thematicBreak, blockPosition(node))
        default: preconditionFailure("libcmark makes custom nodes for no text")
        }
    }

    private mutating func leave(_ node: CmarkNode) {
        switch node.type {
        case CMARK_NODE_LINK:
            locator.closeBracket()
            linkDepth -= 1
        case CMARK_NODE_IMAGE:
            locator.closeBracket()
            imageDepth -= 1
            checkAlternative()
        case CMARK_NODE_EMPH: _ = locator.delimiters(1)
        case CMARK_NODE_STRONG: _ = locator.delimiters(2)
        default: break
        }
        close()
    }

    // MARK: Nodes

    mutating func open(_ kind: MarkdownNode.Kind, _ position: SourcePosition) {
        let parent = stack.last ?? -1
        stack.append(nodes.count)
        nodes.append(kind, line: position.line, column: position.column, parent: parent)
        if stack.count > Limit.markdownDepth.value, !isTooDeep {
            isTooDeep = true
            diagnostics.append(.tooDeep(at: position))
        }
    }

    mutating func close() {
        guard let node = stack.popLast() else { preconditionFailure("libcmark leaves what it has entered") }
        nodes.close(node)
    }

    mutating func addLeaf(_ kind: MarkdownNode.Kind, _ position: SourcePosition) {
        nodes.append(kind, line: position.line, column: position.column, parent: stack.last ?? -1)
    }

    private mutating func addBreak(_ kind: MarkdownNode.Kind) {
        addLeaf(kind, positions.position(locator.cursor))
        locator.newLine()
    }

    mutating func blockPosition(_ node: CmarkNode) -> SourcePosition {
        positions.position(text.origin(line: node.startLine, column: node.startColumn))
    }

    /// Sets the search for inline positions to a block's lines.
    private mutating func startInlines(of node: CmarkNode) {
        var start = text.origin(line: node.startLine, column: node.startColumn)
        let last = min(max(node.startLine, node.endLine), text.lines.count - 1)
        let end = max(start, text.lines[max(0, last)].source.upperBound)
        // Link definitions in front belong to libcmark's paragraph but not to its text.
        if let first = node.firstChild, first.type == CMARK_NODE_TEXT, start < end, source[start] == 0x5B,
            !first.withLiteral({ $0.first == 0x5B })
        {
            while start < end, source[start] == 0x5B {
                guard let newLine = source[start..<end].firstIndex(of: 0x0A) else { break }
                start = newLine + 1
            }
        }
        locator = InlineLocator(source, in: start..<end)
    }

    private mutating func checkHeading(_ level: Int, at position: SourcePosition) {
        guard !isInNote else { return }
        if level == 1, hasTopHeading { diagnostics.append(.secondTopHeading(at: position)) }
        if level == 1 { hasTopHeading = true }
        if level > headingLevel + 1 {
            diagnostics.append(.skippedHeading(from: headingLevel, to: level, at: position))
        }
        headingLevel = level
    }

    private mutating func reportPieces() {
        for note in pieces.notes {
            let position = positions.position(note.offset)
            if note.isDuplicate {
                diagnostics.append(.duplicateFootnote(note.label, at: position))
            } else if noteNumbers[note.key] == nil {
                diagnostics.append(.unusedFootnote(note.label, at: position))
            }
        }
        reportLostTables()
        for offset in pieces.indentedRows { diagnostics.append(.indentedTableRow(at: positions.position(offset))) }
    }
}
