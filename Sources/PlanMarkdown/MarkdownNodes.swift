package import PlanModel

/// The nodes of a Markdown text in document order; index 0 is the document.
///
/// There are as many as words in a site. So each is kept as 16 bytes that point into the words of its text, and what is
/// handed out is made when it is asked for. Who asks for many goes by ``MarkdownNode/form`` and
/// ``MarkdownNode/withText(_:)``, which make nothing.
package struct MarkdownNodes: Sendable, RandomAccessCollection {
    /// One object, so that nodes are handed out with one reference counted.
    fileprivate final class Held: Sendable {
        let records: NodeRecords
        let source: SourceFile

        init(_ records: NodeRecords, _ source: SourceFile) {
            self.records = records
            self.source = source
        }
    }

    private let held: Held

    init(_ records: NodeRecords, in source: SourceFile) { held = Held(records.fitted, source) }

    private init(_ held: Held) { self.held = held }

    /// The bytes of the file.
    var source: [UInt8] { held.records.source }

    /// The same with the bytes of the file on a shelf; `nil` where there is no room for them.
    ///
    /// - Parameter kept: nodes whose words stay in memory.
    func resting(on shelf: any ByteShelf, keeping kept: [Range<Int>]) -> MarkdownNodes? {
        held.records.resting(on: shelf, keeping: kept).map { MarkdownNodes(Held($0, held.source)) }
    }

    /// Whether the bytes of the file are in memory.
    var isAwake: Bool { held.records.isAwake }

    /// The same with the bytes of the file in memory; `nil` where they are.
    var awake: MarkdownNodes? { held.records.awake.map { MarkdownNodes(Held($0, held.source)) } }

    package var startIndex: Int { 0 }
    package var endIndex: Int { held.records.count }
    package subscript(index: Int) -> MarkdownNode { MarkdownNode(held, index) }

    /// Whether a node of a form is there: most texts have no code, no HTML, no links.
    package func hold(_ form: MarkdownNode.Form) -> Bool { held.records.hold(form) }

    /// The text of nodes without markup; breaks are spaces, blocks are separated by line ends.
    func plainText(of range: Range<Int>) -> String { held.records.plainText(of: range) }
}

/// One block or inline of a Markdown text.
package struct MarkdownNode: Sendable {
    package enum Kind: Sendable, Equatable {
        case document
        // Blocks
        case blockQuote
        case list(ordered: Bool, start: Int, tight: Bool)
        case item
        case codeBlock(info: String, text: String)
        case htmlBlock
        case paragraph
        case heading(level: Int)
        case thematicBreak
        /// An index into ``MarkdownDocument/tables``.
        case table(Int)
        // Inlines
        case text(String)
        case softBreak
        case lineBreak
        case code(String)
        case htmlInline
        case emphasis
        case strong
        case link(destination: String, title: String)
        case image(source: String, title: String)
        /// `[A1.2]` in prose: text in brackets that may be an id. Written as it stands where it is none.
        case bracket(String)
        /// A reference to a footnote: an index into ``MarkdownDocument/footnotes`` and which reference to it this is,
        /// counted from 1.
        case footnoteReference(index: Int, use: Int)
    }

    /// A kind without what it holds.
    package enum Form: UInt8, Sendable {
        case document
        case blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, table
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image, bracket, footnoteReference
    }

    private let held: MarkdownNodes.Held
    private let index: Int

    fileprivate init(_ held: MarkdownNodes.Held, _ index: Int) {
        self.held = held
        self.index = index
    }

    package var form: Form { held.records[index].form }
    package var kind: Kind { held.records.kind(of: index) }
    package var position: SourcePosition {
        let record = held.records[index]
        return SourcePosition(in: held.source, line: record.line, column: record.column)
    }
    /// The index after the last node within this one.
    package var end: Int { held.records.end(of: index) }
    /// Whether it is a paragraph of an item in a list without blank lines: its text then stands without tags.
    var isTight: Bool { held.records[index].form == .paragraph && held.records[index].isTight }

    /// Appends the words of a text, code or bracket as UTF-8; none for others.
    package func appendText(to bytes: inout [UInt8]) {
        held.records.withText(of: index) { bytes.append(contentsOf: $0) }
    }

    /// The words of a text, code or bracket as UTF-8; none for others. They last until `body` returns.
    package func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        held.records.withText(of: index, body)
    }
}
