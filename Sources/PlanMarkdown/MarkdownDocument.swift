package import PlanModel

/// A parsed Markdown text as a Sendable value: no pointer of libcmark outlives the parse.
///
/// Nodes lie in document order in one array; index 0 is the document. After its end follow the footnotes, each in a node
/// of kind `.document` of its own whose parent is -1.
package struct MarkdownDocument: Sendable {
    package let nodes: MarkdownNodes
    /// Pipe tables, in document order; a node of kind `.table` points here.
    package let tables: [MarkdownTable]
    /// Footnotes that are referred to, in the order of their first reference; numbers count from 1.
    package let footnotes: [MarkdownFootnote]
    /// Findings of the parse itself: raw HTML left out, unsafe links, captions without tables, and the like.
    package let diagnostics: [Diagnostic]
    /// The headings of the text, in order.
    package private(set) var headings: [Heading] = []
    /// The anchor of each heading, by its node.
    package private(set) var anchors: [Int: String] = [:]
    /// The anchors of the tables that have a caption, by their index.
    package private(set) var tableAnchors: [Int: String] = [:]

    package init(
        nodes: MarkdownNodes,
        tables: [MarkdownTable],
        footnotes: [MarkdownFootnote],
        diagnostics: [Diagnostic]
    ) {
        self.nodes = nodes
        self.tables = tables
        self.footnotes = footnotes
        self.diagnostics = diagnostics
        headings = findHeadings()
        tableAnchors = HeadingAnchors.tableAnchors(of: tables)
        anchors = HeadingAnchors.anchors(of: headings, tableAnchors: tableAnchors)
    }
}

/// How the cells of a column stand, as the delimiter row says.
package enum ColumnAlignment: Sendable, Equatable {
    case none, left, center, right
}

/// A pipe table as GitHub reads it, with its caption where it has one, or a caption alone whose rows come from a file.
package struct MarkdownTable: Sendable {
    package struct Cell: Sendable {
        /// Inline nodes of the cell, in ``MarkdownDocument/nodes``; their parent is the table's node.
        package var nodes: Range<Int> { Int(first)..<Int(end) }
        /// The first character of the cell's text (of the place between the bars where it is empty).
        package let position: SourcePosition
        private let document: MarkdownNodes
        // A file has at most as many nodes as bytes.
        private let first: Int32
        private let end: Int32

        init(nodes: Range<Int>, of document: MarkdownNodes, position: SourcePosition) {
            first = Int32(nodes.lowerBound)
            end = Int32(nodes.upperBound)
            self.document = document
            self.position = position
        }

        /// The cell's text without markup: emphasis, footnote references and images leave nothing but their text.
        package var text: String { document.plainText(of: nodes) }
    }

    package struct Row: Sendable {
        /// As many cells as the heading has, or fewer where the author wrote fewer.
        package let cells: [Cell]
        /// The cells beyond the heading's, which GitHub drops.
        package let extra: [Cell]
        package let line: Int

        init(cells: [Cell], extra: [Cell], line: Int) {
            self.cells = cells
            self.extra = extra
            self.line = line
        }
    }

    package let caption: TableCaption?
    /// Empty where the table is a caption with `src=` alone.
    package let header: [Cell]
    package let alignments: [ColumnAlignment]
    package let rows: [Row]
    package let position: SourcePosition

    init(
        caption: TableCaption?,
        header: [Cell],
        alignments: [ColumnAlignment],
        rows: [Row],
        position: SourcePosition
    ) {
        self.caption = caption
        self.header = header
        self.alignments = alignments
        self.rows = rows
        self.position = position
    }
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
