import PlanModel

/// Nodes as they are kept, and as they are put together.
struct NodeRecords: Sendable {
    /// A node: what its two numbers mean depends on its form.
    ///
    /// A file has at most as many nodes and lines as bytes, and no line is longer than 24 bits tell: see ``Limit``.
    struct Record: Sendable {
        private let lineNumber: UInt32
        /// The column in the upper 24 bits, then three bits of flags, then the form.
        private let columnAndForm: UInt32
        /// Where the words begin in the source, or, from -1 downwards, in the text's own words; else a level, an index or
        /// the number that a list begins with.
        fileprivate var first: Int32
        /// How many bytes the words have; which use of a note a reference is; else, of what can hold others, the index after
        /// the last of them.
        fileprivate var second: Int32

        private static let formBits: UInt32 = 0x1F
        private static let tightBit: UInt32 = 0x20
        private static let orderedBit: UInt32 = 0x40

        init(
            form: MarkdownNode.Form, line: Int, column: Int, first: Int, second: Int, isTight: Bool, isOrdered: Bool
        ) {
            lineNumber = UInt32(line)
            let flags = (isTight ? Self.tightBit : 0) | (isOrdered ? Self.orderedBit : 0)
            columnAndForm = UInt32(min(column, 1 << 24 - 1)) << 8 | flags | UInt32(form.rawValue)
            self.first = Int32(first)
            self.second = Int32(second)
        }

        /// Whether it has words that stand in the source.
        fileprivate var isOfSource: Bool { wordCount > 0 && first >= 0 }

        /// How many bytes of words it has.
        fileprivate var wordCount: Int { form == .text || form == .code || form == .bracket ? Int(second) : 0 }

        var line: Int { Int(lineNumber) }
        var column: Int { Int(columnAndForm >> 8) }
        var form: MarkdownNode.Form {
            guard let form = MarkdownNode.Form(rawValue: UInt8(columnAndForm & Self.formBits)) else {
                preconditionFailure("records are made from forms")
            }
            return form
        }
        /// Of a list, whether no blank lines part its items; of a paragraph, whether it is in an item of such a list.
        var isTight: Bool { columnAndForm & Self.tightBit != 0 }
        /// Of a list, whether it is numbered.
        var isOrdered: Bool { columnAndForm & Self.orderedBit != 0 }

        /// Whether nodes of a form can hold others, so that their second number is where they end.
        static func isContainer(_ form: MarkdownNode.Form) -> Bool {
            switch form {
            case .document, .blockQuote, .list, .item, .paragraph, .heading, .table, .emphasis, .strong, .link, .image:
                true
            case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline, .bracket,
                .footnoteReference:
                false
            }
        }
    }

    /// The bytes of the file, which most texts stand in as they are; none while they are on a shelf.
    private var bytes: [UInt8]
    private var shelved: ShelvedBytes?
    private var records: [Record] = []
    /// The words of texts, codes and brackets that stand otherwise in the source, one after the other.
    private var words: [UInt8] = []
    /// Pairs: destination and title of links and images, info and text of blocks of code.
    private var pairs: [(String, String)] = []
    /// The parent of each node while they are put together; nobody asks for it later.
    private var parents: [Int32] = []
    /// Which forms are among the nodes: a bit each.
    private var forms: UInt32 = 0

    /// Whether a node of a form is there.
    func hold(_ form: MarkdownNode.Form) -> Bool { forms & 1 << UInt32(form.rawValue) != 0 }

    init(source: [UInt8]) { bytes = source }

    /// The bytes of the file.
    var source: [UInt8] { shelved?.bytes ?? bytes }

    /// The same with the bytes of the file on a shelf; `nil` where there is no room for them.
    ///
    /// - Parameter kept: nodes whose words stay in memory.
    func resting(on shelf: any ByteShelf, keeping kept: [Range<Int>]) -> NodeRecords? {
        guard shelved == nil, let shelved = ShelvedBytes(bytes, on: shelf) else { return nil }
        var resting = self
        resting.words.reserveCapacity(words.count + kept.joined().reduce(0) { $0 + records[$1].wordCount })
        for index in kept.joined() where records[index].isOfSource {
            resting.records[index].first = Int32(~resting.words.count)
            withText(of: index) { resting.words.append(contentsOf: $0) }
        }
        resting.bytes = []
        resting.shelved = shelved
        return resting
    }

    /// Whether the bytes of the file are in memory.
    var isAwake: Bool { shelved == nil }

    /// The same with the bytes of the file in memory; `nil` where they are.
    var awake: NodeRecords? {
        guard let shelved else { return nil }
        var awake = self
        awake.bytes = shelved.bytes
        awake.shelved = nil
        return awake
    }

    var count: Int { records.count }
    subscript(index: Int) -> Record { records[index] }

    /// The index after the last node within a node.
    func end(of index: Int) -> Int {
        let record = records[index]
        return Record.isContainer(record.form) ? Int(record.second) : index + 1
    }

    /// Index of the parent, -1 for a document's own; only while the nodes are put together.
    func parent(of index: Int) -> Int { Int(parents[index]) }

    /// The same without the room that growing leaves.
    var fitted: NodeRecords {
        var fitted = NodeRecords(source: bytes)
        fitted.records = records.withUnsafeBufferPointer { Array($0) }
        fitted.words = words.withUnsafeBufferPointer { Array($0) }
        fitted.pairs = pairs
        fitted.forms = forms
        return fitted
    }

    // MARK: Putting together

    mutating func append(_ kind: MarkdownNode.Kind, line: Int, column: Int, parent: Int) {
        func add(_ form: MarkdownNode.Form, _ first: Int = 0, _ second: Int = 0) {
            append(form, line: line, column: column, parent: parent, first, second)
        }
        func add(_ form: MarkdownNode.Form, _ words: String) {
            let start = self.words.count
            self.words.append(contentsOf: words.utf8)
            add(form, ~start, self.words.count - start)
        }
        func add(_ form: MarkdownNode.Form, _ pair: (String, String)) {
            pairs.append(pair)
            add(form, pairs.count - 1)
        }
        switch kind {
        case .document: add(.document)
        case .blockQuote: add(.blockQuote)
        case .list(let isOrdered, let start, let isTight):
            append(
                .list, line: line, column: column, parent: parent, start, 0, isTight: isTight, isOrdered: isOrdered)
        case .item: add(.item)
        case .codeBlock(let info, let text): add(.codeBlock, (info, text))
        case .htmlBlock: add(.htmlBlock)
        case .paragraph:
            append(
                .paragraph, line: line, column: column, parent: parent, 0, 0, isTight: isTight(parent),
                isOrdered: false)
        case .heading(let level): add(.heading, level)
        case .thematicBreak: add(.thematicBreak)
        case .table(let index): add(.table, index)
        case .text(let text): add(.text, text)
        case .softBreak: add(.softBreak)
        case .lineBreak: add(.lineBreak)
        case .code(let text): add(.code, text)
        case .htmlInline: add(.htmlInline)
        case .emphasis: add(.emphasis)
        case .strong: add(.strong)
        case .link(let destination, let title): add(.link, (destination, title))
        case .image(let source, let title): add(.image, (source, title))
        case .bracket(let text): add(.bracket, text)
        case .footnoteReference(let index, let use): add(.footnoteReference, index, use)
        }
    }

    /// Appends a text without making a string of it.
    ///
    /// - Parameter offset: where it stands in the source byte for byte; `nil` where it is written otherwise.
    mutating func append(
        text: UnsafeBufferPointer<UInt8>, at offset: Int?, line: Int, column: Int, parent: Int
    ) {
        let first = offset ?? ~words.count
        if offset == nil { words.append(contentsOf: text) }
        append(.text, line: line, column: column, parent: parent, first, text.count)
    }

    private mutating func append(
        _ form: MarkdownNode.Form, line: Int, column: Int, parent: Int, _ first: Int, _ second: Int,
        isTight: Bool = false, isOrdered: Bool = false
    ) {
        forms |= 1 << UInt32(form.rawValue)
        let second = Record.isContainer(form) ? records.count + 1 : second
        records.append(
            Record(
                form: form, line: line, column: column, first: first, second: second, isTight: isTight,
                isOrdered: isOrdered))
        parents.append(Int32(parent))
    }

    /// Whether a node is an item of a list without blank lines.
    private func isTight(_ item: Int) -> Bool {
        guard item > 0, parents[item] > 0 else { return false }
        let list = records[Int(parents[item])]
        return list.form == .list && list.isTight
    }

    /// Ends a node here: what was appended since is in it.
    mutating func close(_ index: Int) { records[index].second = Int32(records.count) }

    // MARK: Reading

    func kind(of index: Int) -> MarkdownNode.Kind {
        let record = records[index]
        let (first, second) = (Int(record.first), Int(record.second))
        switch record.form {
        case .document: return .document
        case .blockQuote: return .blockQuote
        case .list: return .list(ordered: record.isOrdered, start: first, tight: record.isTight)
        case .item: return .item
        case .codeBlock: return .codeBlock(info: pairs[first].0, text: pairs[first].1)
        case .htmlBlock: return .htmlBlock
        case .paragraph: return .paragraph
        case .heading: return .heading(level: first)
        case .thematicBreak: return .thematicBreak
        case .table: return .table(first)
        case .text: return .text(text(of: index))
        case .softBreak: return .softBreak
        case .lineBreak: return .lineBreak
        case .code: return .code(text(of: index))
        case .htmlInline: return .htmlInline
        case .emphasis: return .emphasis
        case .strong: return .strong
        case .link: return .link(destination: pairs[first].0, title: pairs[first].1)
        case .image: return .image(source: pairs[first].0, title: pairs[first].1)
        case .bracket: return .bracket(text(of: index))
        case .footnoteReference: return .footnoteReference(index: first, use: second)
        }
    }

    private func text(of index: Int) -> String { withText(of: index) { String(decoding: $0, as: UTF8.self) } }

    /// The words of a text, code or bracket; none for others.
    func withText<Result>(of index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let record = records[index]
        switch record.form {
        case .text, .code, .bracket:
            let isOfSource = record.first >= 0
            let start = Int(isOfSource ? record.first : ~record.first)
            let range = start..<start + Int(record.second)
            return (isOfSource ? source : words).withUnsafeBufferPointer { bytes in
                body(UnsafeBufferPointer(rebasing: bytes[range]))
            }
        case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak,
            .table, .softBreak, .lineBreak, .htmlInline, .emphasis, .strong, .link, .image, .footnoteReference:
            return body(UnsafeBufferPointer(start: nil, count: 0))
        }
    }

    /// The text of nodes without markup; breaks are spaces, blocks are separated by line ends.
    func plainText(of range: Range<Int>) -> String {
        // The most common case by far.
        if range.count == 1, records[range.lowerBound].form == .text { return text(of: range.lowerBound) }
        var result: [UInt8] = []
        for index in range {
            switch records[index].form {
            case .text, .code: withText(of: index) { result.append(contentsOf: $0) }
            case .codeBlock: result.append(contentsOf: pairs[Int(records[index].first)].1.utf8)
            case .bracket:
                result.append(0x5B)
                withText(of: index) { result.append(contentsOf: $0) }
                result.append(0x5D)
            case .softBreak, .lineBreak: result.append(0x20)
            case .paragraph, .heading, .item, .table: if let last = result.last, last != 0x0A { result.append(0x0A) }
            case .document, .blockQuote, .list, .htmlBlock, .thematicBreak, .htmlInline, .emphasis, .strong, .link,
                .image, .footnoteReference:
                break
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
