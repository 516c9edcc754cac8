package import PlanModel

/// A parsed Markdown text as a Sendable value: no pointer of libcmark outlives the parse.
///
/// Nodes lie in document order in one array; index 0 is the document. After its end follow the footnotes, each in a node
/// of kind `.document` of its own whose parent is -1.
package struct MarkdownDocument: Sendable {
    /// One object, since there are lists of ten thousands, and copies are many.
    private final class Held: Sendable {
        let nodes: MarkdownNodes
        let tables: [MarkdownTable]
        let footnotes: [MarkdownFootnote]
        let diagnostics: [Diagnostic]
        let headings: [Heading]
        let anchors: Anchors
        let tableAnchors: Anchors

        init(
            _ nodes: MarkdownNodes, _ tables: [MarkdownTable], _ footnotes: [MarkdownFootnote],
            _ diagnostics: [Diagnostic]
        ) {
            self.nodes = nodes
            self.tables = tables
            self.footnotes = footnotes
            self.diagnostics = diagnostics
            headings = MarkdownDocument.headings(among: nodes)
            tableAnchors = HeadingAnchors.tableAnchors(of: tables)
            anchors = HeadingAnchors.anchors(of: headings, tableAnchors: tableAnchors)
        }

        /// The same over nodes that are the same.
        init(_ other: Held, over nodes: MarkdownNodes) {
            self.nodes = nodes
            tables = other.tables.map { $0.over(nodes) }
            footnotes = other.footnotes
            diagnostics = other.diagnostics
            headings = other.headings.map { Heading($0.node, level: $0.level, in: nodes) }
            anchors = other.anchors
            tableAnchors = other.tableAnchors
        }
    }

    private let held: Held

    package init(
        nodes: MarkdownNodes,
        tables: [MarkdownTable],
        footnotes: [MarkdownFootnote],
        diagnostics: [Diagnostic]
    ) {
        held = Held(nodes, tables, footnotes, diagnostics)
    }

    private init(_ held: Held) { self.held = held }

    /// The same with the bytes of its text on a shelf, if there is room for them. All can be read as before, and headings
    /// as fast; whoever reads more takes it ``awake``.
    package func resting(on shelf: any ByteShelf) -> MarkdownDocument {
        let titles = headings.map { $0.node..<nodes[$0.node].end }
        return nodes.resting(on: shelf, keeping: titles).map { MarkdownDocument(Held(held, over: $0)) } ?? self
    }

    /// Whether the bytes of its text are in memory.
    package var isAwake: Bool { nodes.isAwake }

    /// The same with the bytes of its text in memory.
    package var awake: MarkdownDocument { nodes.awake.map { MarkdownDocument(Held(held, over: $0)) } ?? self }

    /// The bytes of the file.
    package var source: [UInt8] { nodes.source }

    package var nodes: MarkdownNodes { held.nodes }
    /// Pipe tables, in document order; a node of kind `.table` points here.
    package var tables: [MarkdownTable] { held.tables }
    /// Footnotes that are referred to, in the order of their first reference; numbers count from 1.
    package var footnotes: [MarkdownFootnote] { held.footnotes }
    /// Findings of the parse itself: raw HTML left out, unsafe links, captions without tables, and the like.
    package var diagnostics: [Diagnostic] { held.diagnostics }
    /// The headings of the text, in order.
    package var headings: [Heading] { held.headings }
    /// The anchor of each heading, by its node.
    package var anchors: Anchors { held.anchors }
    /// The anchors of the tables that have a caption, by their index.
    package var tableAnchors: Anchors { held.tableAnchors }
}

/// How the cells of a column stand, as the delimiter row says.
package enum ColumnAlignment: Sendable, Equatable {
    case none, left, center, right
}

/// `Table: Investeringar 2025–2029 {#inv-2025 .investments unit=mnkr}`
package struct TableCaption: Sendable {
    /// The caption without its attributes, as inline nodes in ``MarkdownDocument/nodes``.
    package let nodes: Range<Int>
    /// The caption's text without markup and attributes.
    package let text: String
    /// `#inv-2025` without its `#`.
    package let id: Located<String>?
    /// `.investments` without its dot, in the order written.
    package let classes: [Located<String>]
    /// `unit=mnkr`: keys in the order written, values without quotes; the position is the value's.
    package let attributes: [(key: Located<String>, value: Located<String>)]
    package let position: SourcePosition

    package init(
        nodes: Range<Int>,
        text: String,
        id: Located<String>?,
        classes: [Located<String>],
        attributes: [(key: Located<String>, value: Located<String>)],
        position: SourcePosition
    ) {
        self.nodes = nodes
        self.text = text
        self.id = id
        self.classes = classes
        self.attributes = attributes
        self.position = position
    }
}

/// A footnote: its blocks are in ``MarkdownDocument/nodes``, children of a `.document` node that no page renders in place.
package struct MarkdownFootnote: Sendable {
    package let label: String
    /// The blocks of the note: a range of ``MarkdownDocument/nodes``.
    package let nodes: Range<Int>
    /// How often the text refers to it.
    package let uses: Int
    package let position: SourcePosition

    package init(label: String, nodes: Range<Int>, uses: Int, position: SourcePosition) {
        self.label = label
        self.nodes = nodes
        self.uses = uses
        self.position = position
    }
}
