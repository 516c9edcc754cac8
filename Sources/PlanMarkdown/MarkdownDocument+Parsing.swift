package import PlanModel

extension MarkdownDocument {
    /// How often a text is read again because taking out a piece brought another to light.
    private static let maximumRounds = 50

    /// Parses the body of a file.
    ///
    /// - Parameters:
    ///   - source: the whole file.
    ///   - fromLine: the line on which the body begins, counted from 1; after the front matter.
    ///   - language: the language of the file; the syntax is the same in both.
    package init(parsing source: SourceText, fromLine: Int, language: Language) {
        let text = WorkingText(source, fromLine: fromLine)
        if let line = text.firstLineOverloadedWithImages(limit: Limit.imagesInParagraph.value) {
            let position = source.position(ofOffset: text.lines[line].source.lowerBound)
            self = .refused([.tooManyImages(at: position)], at: position, in: source)
            return
        }
        self = Self.read(text) { finder, root in
            var builder = DocumentBuilder(finder.text, finder.pieces)
            return builder.build(root)
        }
    }

    /// Takes the pieces out of a text and hands over what libcmark made of the rest.
    static func read<Result>(_ text: WorkingText, _ body: (PieceFinder, CmarkNode) -> Result) -> Result {
        var finder = PieceFinder(text)
        rounds: for _ in 0..<Self.maximumRounds where finder.hasWork {
            let isHiding = finder.text.mayHoldNotes
            let tree = CmarkTree(parsing: finder.text.joined(hidingNotes: isHiding))
            switch tree.withRoot({ Self.step(with: &finder, $0, isHiding: isHiding, body) }) {
            case .again: continue
            case .lastReading: break rounds
            case .done(let result): return result
            }
        }
        let tree = CmarkTree(parsing: finder.text.joined(hidingNotes: false))
        return tree.withRoot { body(finder, $0) }
    }

    private enum Step<Result> {
        /// Pieces have been taken out: what is left must be read anew.
        case again
        /// Nothing more is to be found, but the text was not read as the author wrote it.
        case lastReading
        case done(Result)
    }

    private static func step<Result>(
        with finder: inout PieceFinder, _ root: CmarkNode, isHiding: Bool, _ body: (PieceFinder, CmarkNode) -> Result
    ) -> Step<Result> {
        // Where blocks are nested too deep, the builder says so.
        guard let blocks = PieceFinder.blocks(in: root, text: finder.text) else { return .lastReading }
        if finder.round(blocks) { return .again }
        if isHiding { return .lastReading }
        return .done(body(finder, root))
    }

    /// A document without content, for a text that is not safe to read.
    static func refused(
        _ diagnostics: [Diagnostic], at position: SourcePosition, in source: SourceText
    ) -> MarkdownDocument {
        var root = NodeRecords(source: source.bytes)
        root.append(.document, line: position.line, column: position.column, parent: -1)
        return MarkdownDocument(
            nodes: MarkdownNodes(root, in: position.source), tables: [], footnotes: [],
            diagnostics: diagnostics.sorted())
    }
}

extension WorkingText {
    /// The first line of a paragraph with more image marks than `limit`.
    func firstLineOverloadedWithImages(limit: Int) -> Int? {
        guard source.bytes.holds(moreThan: limit, of: 0x21) else { return nil }
        var count = 0
        for index in lines.indices {
            let isBlank = withBytes(ofLine: index) { bytes in
                var last: UInt8 = 0x20
                var isBlank = true
                for byte in bytes {
                    if byte == 0x5B, last == 0x21 { count += 1 }
                    if byte != 0x20, byte != 0x09 { isBlank = false }
                    last = byte
                }
                return isBlank
            }
            if isBlank { count = 0 }
            if count > limit { return index }
        }
        return nil
    }
}
