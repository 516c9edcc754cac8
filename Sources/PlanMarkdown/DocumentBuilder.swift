internal import CCmark
internal import PlanModel

/// Turns libcmark's tree and the pieces taken out of the text into a document.
struct DocumentBuilder {
    let text: WorkingText
    let pieces: Pieces
    private let source: [UInt8]

    var nodes: [MarkdownNode] = []
    var tables: [MarkdownTable] = []
    var diagnostics: [Diagnostic] = []
    var positions: PositionFinder
    var locator: InlineLocator

    /// The open nodes, outermost first.
    private var stack: [Int] = []
    private(set) var isTooDeep = false
    private var linkDepth = 0
    private var imageDepth = 0
    private var fragments: [CmarkNode?]
    private var noteRoots: [CmarkNode?]
    private var lastHTMLLine = 0
    private var headingLevel = 1
    private var hasTopHeading = false
    private var isInNote = false
    /// Footnotes in the order of their first reference, as indices into the pieces' notes.
    private var noteOrder: [Int] = []
    private var noteUses: [Int] = []
    private var noteNumbers: [String: Int] = [:]
    private var notesByKey: [String: Int] = [:]

    init(_ text: WorkingText, _ pieces: Pieces) {
        self.text = text
        self.pieces = pieces
        source = text.source.bytes
        positions = PositionFinder(text.source)
        locator = InlineLocator(source, in: 0..<0)
        fragments = Array(repeating: nil, count: pieces.fragmentCount)
        noteRoots = Array(repeating: nil, count: pieces.notes.count)
        for (index, note) in pieces.notes.enumerated() where !note.isDuplicate { notesByKey[note.key] = index }
    }

    mutating func build(_ tree: borrowing CmarkTree) -> MarkdownDocument {
        let start = positions.position(text.lines.first { $0.role == .plain }?.source.lowerBound ?? 0)
        open(.document, start)
        var block = tree.root.firstChild
        while let current = block, !isTooDeep {
            switch text.lines.indices.contains(current.startLine) ? text.lines[current.startLine].role : .plain {
            case .fragment(let index): fragments[index] = current
            case .note(let index): noteRoots[index] = current
            case .separator: break
            case .plain, .table, .dropped, .placeholder: walk(current, isIncluded: true)
            }
            block = current.next
        }
        close()
        let footnotes = buildFootnotes()
        reportPieces()
        guard !isTooDeep else { return .refused(diagnostics, at: start) }
        return MarkdownDocument(
            nodes: nodes, tables: tables, footnotes: footnotes, diagnostics: diagnostics.sorted())
    }

    /// Emits a subtree; without its top node where only the children count.
    private mutating func walk(_ top: CmarkNode, isIncluded: Bool) {
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
        case CMARK_NODE_TEXT: addText(node.literal)
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
        nodes.append(MarkdownNode(kind: kind, position: position, parent: parent, end: nodes.count + 1))
        if stack.count > MarkdownDocument.maximumDepth, !isTooDeep {
            isTooDeep = true
            diagnostics.append(.tooDeep(at: position))
        }
    }

    mutating func close() {
        guard let node = stack.popLast() else { preconditionFailure("libcmark leaves what it has entered") }
        nodes[node].end = nodes.count
    }

    mutating func addLeaf(_ kind: MarkdownNode.Kind, _ position: SourcePosition) {
        nodes.append(
            MarkdownNode(kind: kind, position: position, parent: stack.last ?? -1, end: nodes.count + 1))
    }

    private mutating func addBreak(_ kind: MarkdownNode.Kind) {
        addLeaf(kind, positions.position(locator.cursor))
        locator.newLine()
    }

    private mutating func blockPosition(_ node: CmarkNode) -> SourcePosition {
        positions.position(text.origin(line: node.startLine, column: node.startColumn))
    }

    /// Sets the search for inline positions to a block's lines.
    private mutating func startInlines(of node: CmarkNode) {
        var start = text.origin(line: node.startLine, column: node.startColumn)
        let last = min(max(node.startLine, node.endLine), text.lines.count - 1)
        let end = max(start, text.lines[max(0, last)].source.upperBound)
        // Link definitions in front belong to libcmark's paragraph but not to its text.
        if let first = node.firstChild, first.type == CMARK_NODE_TEXT, start < end, source[start] == 0x5B,
            !first.literal.utf8.starts(with: [0x5B])
        {
            while start < end, source[start] == 0x5B {
                guard let newLine = source[start..<end].firstIndex(of: 0x0A) else { break }
                start = newLine + 1
            }
        }
        locator = InlineLocator(source, in: start..<end)
    }

    // MARK: Text

    private mutating func addText(_ string: String) {
        let hasBracket = linkDepth == 0 && imageDepth == 0 && string.utf8.contains(0x5B)
        let match = locator.text(string, detailed: hasBracket)
        guard hasBracket else { return addLeaf(.text(string), positions.position(match.start)) }
        let bytes = Array(string.utf8)
        var plain = 0
        for span in BracketScanner.spans(in: bytes, places: match.bytes) {
            let offset = match.bytes?[span.lowerBound] ?? match.start
            let content = String(decoding: bytes[span.lowerBound + 1..<span.upperBound - 1], as: UTF8.self)
            let kind: MarkdownNode.Kind
            if content.utf8.first == 0x5E {
                guard let reference = reference(to: String(content.dropFirst()), offset) else { continue }
                kind = reference
            } else {
                kind = .bracket(content)
            }
            addPlain(bytes, plain..<span.lowerBound, match)
            addLeaf(kind, positions.position(offset))
            plain = span.upperBound
        }
        addPlain(bytes, plain..<bytes.count, match)
    }

    private mutating func addPlain(_ bytes: [UInt8], _ range: Range<Int>, _ match: InlineLocator.Match) {
        guard let first = range.first else { return }
        let place = match.bytes.map { $0[first] } ?? match.start
        let text = String(decoding: bytes[range], as: UTF8.self)
        addLeaf(.text(text), positions.position(place < 0 ? match.start : place))
    }

    private mutating func reference(to label: String, _ offset: Int) -> MarkdownNode.Kind? {
        let key = Pieces.key(ofLabel: label)
        guard let note = notesByKey[key] else {
            diagnostics.append(.unknownFootnote(label, at: positions.position(offset)))
            return nil
        }
        let number = noteNumbers[key] ?? noteOrder.count
        if number == noteOrder.count {
            noteNumbers[key] = number
            noteOrder.append(note)
            noteUses.append(0)
        }
        noteUses[number] += 1
        return .footnoteReference(index: number, use: noteUses[number])
    }

    // MARK: Links, images and HTML

    private mutating func openLink(_ node: CmarkNode) {
        let position = positions.position(locator.openBracket(isImage: false))
        open(.link(destination: safe(node.destination, at: position), title: node.title), position)
        linkDepth += 1
    }

    private mutating func openImage(_ node: CmarkNode) {
        let position = positions.position(locator.openBracket(isImage: true))
        open(.image(source: safe(node.destination, at: position), title: node.title), position)
        imageDepth += 1
    }

    private mutating func safe(_ destination: String, at position: SourcePosition) -> String {
        guard LinkSafety.isUnsafe(destination) else { return destination }
        diagnostics.append(.unsafeLink(destination, at: position))
        return ""
    }

    private mutating func checkAlternative() {
        guard imageDepth == 0, let image = stack.last else { return }
        let text = MarkdownDocument.plainText(of: image + 1..<nodes.count, in: nodes)
        if text.utf8.allSatisfy({ $0 <= 0x20 }) {
            diagnostics.append(.imageWithoutText(at: nodes[image].position))
        }
    }

    private mutating func addInlineHTML(_ literal: String) {
        let position = positions.position(locator.tag(length: literal.utf8.count))
        // In an image's alternative text libcmark prints the tag itself, escaped.
        addLeaf(imageDepth > 0 ? .text(literal) : .htmlInline, position)
        reportHTML(literal, at: position)
    }

    private mutating func addHTMLBlock(_ node: CmarkNode) {
        switch text.lines.indices.contains(node.startLine) ? text.lines[node.startLine].role : .plain {
        case .table(let index): addTable(pieces.tables[index])
        case .dropped: break
        case .plain, .fragment, .note, .separator, .placeholder:
            let position = blockPosition(node)
            addLeaf(.htmlBlock, position)
            reportHTML(node.literal, at: position)
        }
    }

    private mutating func reportHTML(_ literal: String, at position: SourcePosition) {
        guard position.line != lastHTMLLine, !BracketScanner.isComment(literal) else { return }
        lastHTMLLine = position.line
        diagnostics.append(.rawHTML(literal, at: position))
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

    // MARK: Tables and footnotes

    private mutating func addTable(_ table: Pieces.Table) {
        let position = positions.position(table.offset)
        open(.table(tables.count), position)
        let caption = table.caption.map { addCaption($0) }
        let header = table.header.map { addCell($0) }
        var rows: [MarkdownTable.Row] = []
        rows.reserveCapacity(table.rows.count)
        for row in table.rows {
            let cells = row.cells.map { addCell($0) }
            rows.append(
                MarkdownTable.Row(
                    cells: Array(cells.prefix(header.count)),
                    extra: Array(cells.dropFirst(header.count)),
                    line: positions.position(row.offset).line
                )
            )
        }
        close()
        tables.append(
            MarkdownTable(
                caption: caption, header: header, alignments: table.alignments, rows: rows, position: position))
    }

    private mutating func addCell(_ cell: Pieces.Cell) -> MarkdownTable.Cell {
        let position = positions.position(cell.source.lowerBound)
        let first = nodes.count
        addInlines(of: cell, plain: source[cell.source], position)
        return MarkdownTable.Cell(
            nodes: first..<nodes.count,
            text: MarkdownDocument.plainText(of: first..<nodes.count, in: nodes),
            position: position
        )
    }

    private mutating func addInlines(of cell: Pieces.Cell, plain: some Collection<UInt8>, _ position: SourcePosition) {
        guard let index = cell.fragment else {
            if !plain.isEmpty { addLeaf(.text(String(decoding: plain, as: UTF8.self)), position) }
            return
        }
        locator = InlineLocator(source, in: cell.source)
        if let fragment = fragments[index] { walk(fragment, isIncluded: false) }
    }

    private mutating func addCaption(_ caption: Pieces.Caption) -> TableCaption {
        let position = positions.position(caption.offset)
        let first = nodes.count
        addInlines(of: caption.title, plain: caption.titleBytes, positions.position(caption.title.source.lowerBound))
        let syntax = caption.syntax
        if let fault = syntax.fault {
            diagnostics.append(.captionSyntax(fault.kind, at: positions.position(fault.offset)))
        }
        return TableCaption(
            nodes: first..<nodes.count,
            text: MarkdownDocument.plainText(of: first..<nodes.count, in: nodes),
            id: syntax.id.map { located($0) },
            classes: syntax.classes.map { located($0) },
            attributes: syntax.attributes.map { (located($0.key), located($0.value)) },
            position: position
        )
    }

    private mutating func located(_ value: CaptionSyntax.Value) -> Located<String> {
        Located(value.text, at: positions.position(value.offset))
    }

    private mutating func buildFootnotes() -> [MarkdownFootnote] {
        var footnotes: [(note: Pieces.Note, nodes: Range<Int>, position: SourcePosition)] = []
        isInNote = true
        // A footnote may refer to further ones.
        while footnotes.count < noteOrder.count, !isTooDeep {
            let index = noteOrder[footnotes.count]
            let note = pieces.notes[index]
            let position = positions.position(note.offset)
            open(.document, position)
            let first = nodes.count
            if let root = noteRoots[index] { walk(root, isIncluded: false) }
            if !isTooDeep { close() }
            footnotes.append((note, first..<nodes.count, position))
        }
        return zip(footnotes, noteUses).map { note, uses in
            MarkdownFootnote(label: note.note.label, nodes: note.nodes, uses: uses, position: note.position)
        }
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
        for caption in pieces.looseCaptions where caption.hasWord || caption.syntax.hasAttributes {
            diagnostics.append(.captionWithoutTable(at: positions.position(caption.offset)))
            if let fault = caption.syntax.fault {
                diagnostics.append(.captionSyntax(fault.kind, at: positions.position(fault.offset)))
            }
        }
        for offset in pieces.indentedRows { diagnostics.append(.indentedTableRow(at: positions.position(offset))) }
    }
}
