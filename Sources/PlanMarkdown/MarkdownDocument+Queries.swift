package import PlanModel

extension MarkdownDocument {
    /// A heading; its words are made when they are asked for.
    package struct Heading: Sendable {
        private let nodes: MarkdownNodes
        private let index: Int32
        private let depth: Int32

        init(_ index: Int, level: Int, in nodes: MarkdownNodes) {
            self.nodes = nodes
            self.index = Int32(index)
            depth = Int32(level)
        }

        /// The heading's index in ``MarkdownDocument/nodes``.
        package var node: Int { Int(index) }
        package var level: Int { Int(depth) }
        package var text: String { nodes.plainText(of: node + 1..<nodes[node].end) }
        package var position: SourcePosition { nodes[node].position }
    }

    package struct Link: Sendable {
        /// The link's or image's index in ``MarkdownDocument/nodes``.
        package let node: Int
        /// Empty where it was unsafe and left out.
        package let destination: String
        package let isImage: Bool
        package let position: SourcePosition
    }

    package struct Bracket: Sendable {
        /// The bracket's index in ``MarkdownDocument/nodes``.
        package let node: Int
        package let text: String
        package let position: SourcePosition
    }

    /// The headings outside of footnotes, in document order.
    static func headings(among nodes: MarkdownNodes) -> [Heading] {
        guard nodes.hold(.heading) else { return [] }
        let found = content(of: nodes).compactMap { heading($0, among: nodes) }
        // Without the room that growing leaves.
        return found.withUnsafeBufferPointer { Array($0) }
    }

    private static func heading(_ index: Int, among nodes: MarkdownNodes) -> Heading? {
        let node = nodes[index]
        guard node.form == .heading, case .heading(let level) = node.kind else { return nil }
        return Heading(index, level: level, in: nodes)
    }

    /// The first heading of level 1.
    package var title: Heading? { headings.first { $0.level == 1 } }

    /// Every link and image, in footnotes, captions and cells too.
    package var links: [Link] {
        guard nodes.hold(.link) || nodes.hold(.image) else { return [] }
        return nodes.indices.compactMap { index in
            let node = nodes[index]
            guard node.form == .link || node.form == .image else { return nil }
            switch node.kind {
            case .link(let destination, _):
                return Link(node: index, destination: destination, isImage: false, position: node.position)
            case .image(let source, _):
                return Link(node: index, destination: source, isImage: true, position: node.position)
            case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak,
                .table, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .bracket,
                .footnoteReference:
                return nil
            }
        }
    }

    /// Everything in brackets that may be an id, in footnotes, captions and cells too.
    package var brackets: [Bracket] {
        guard nodes.hold(.bracket) else { return [] }
        return nodes.indices.compactMap { index in
            let node = nodes[index]
            guard node.form == .bracket, case .bracket(let text) = node.kind else { return nil }
            return Bracket(node: index, text: text, position: node.position)
        }
    }

    /// The words of the text, its tables and its footnotes; code counts too.
    package var wordCount: Int {
        var count = 0
        for node in nodes {
            switch node.kind {
            case .text(let text), .code(let text), .bracket(let text), .codeBlock(_, let text):
                var isInWord = false
                for byte in text.utf8 {
                    let isSpace = byte <= 0x20
                    if !isSpace, !isInWord { count += 1 }
                    isInWord = !isSpace
                }
            case .document, .blockQuote, .list, .item, .htmlBlock, .paragraph, .heading, .thematicBreak, .table,
                .softBreak, .lineBreak, .htmlInline, .emphasis, .strong, .link, .image, .footnoteReference:
                break
            }
        }
        return count
    }

    /// The nodes of the text itself, without footnotes.
    package var content: Range<Int> { Self.content(of: nodes) }

    private static func content(of nodes: MarkdownNodes) -> Range<Int> { nodes.isEmpty ? 0..<0 : 1..<nodes[0].end }

    /// The text of nodes without markup; breaks are spaces, blocks are separated by line ends.
    package func plainText(of range: Range<Int>) -> String { nodes.plainText(of: range) }
}
