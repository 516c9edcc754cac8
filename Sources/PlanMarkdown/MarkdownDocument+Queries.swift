package import PlanModel

extension MarkdownDocument {
    package struct Heading: Sendable {
        /// The heading's index in ``MarkdownDocument/nodes``.
        package let node: Int
        package let level: Int
        package let text: String
        package let position: SourcePosition
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
    func findHeadings() -> [Heading] {
        content.compactMap { index in
            guard case .heading(let level) = nodes[index].kind else { return nil }
            let text = plainText(of: index + 1..<nodes[index].end)
            return Heading(node: index, level: level, text: text, position: nodes[index].position)
        }
    }

    /// The first heading of level 1.
    package var title: Heading? {
        guard let node = content.first(where: { nodes[$0].kind == .heading(level: 1) }) else { return nil }
        let text = plainText(of: node + 1..<nodes[node].end)
        return Heading(node: node, level: 1, text: text, position: nodes[node].position)
    }

    /// Every link and image, in footnotes, captions and cells too.
    package var links: [Link] {
        nodes.indices.compactMap { index in
            let position = nodes[index].position
            switch nodes[index].kind {
            case .link(let destination, _):
                return Link(node: index, destination: destination, isImage: false, position: position)
            case .image(let source, _):
                return Link(node: index, destination: source, isImage: true, position: position)
            case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak,
                .table, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .bracket,
                .footnoteReference:
                return nil
            }
        }
    }

    /// Everything in brackets that may be an id, in footnotes, captions and cells too.
    package var brackets: [Bracket] {
        nodes.indices.compactMap { index in
            guard case .bracket(let text) = nodes[index].kind else { return nil }
            return Bracket(node: index, text: text, position: nodes[index].position)
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
    package var content: Range<Int> { nodes.isEmpty ? 0..<0 : 1..<nodes[0].end }

    /// The text of nodes without markup; breaks are spaces, blocks are separated by line ends.
    package func plainText(of range: Range<Int>) -> String { Self.plainText(of: range, in: nodes) }

    static func plainText(of range: Range<Int>, in nodes: [MarkdownNode]) -> String {
        // The most common case by far.
        if range.count == 1, case .text(let text) = nodes[range.lowerBound].kind { return text }
        var result = ""
        for node in nodes[range] {
            switch node.kind {
            case .text(let text), .code(let text), .codeBlock(_, let text): result += text
            case .bracket(let text): result += "[" + text + "]"
            case .softBreak, .lineBreak: result += " "
            case .paragraph, .heading, .item, .table:
                if !result.isEmpty, result.utf8.last != 0x0A { result += "\n" }
            case .document, .blockQuote, .list, .htmlBlock, .thematicBreak, .htmlInline, .emphasis, .strong, .link,
                .image, .footnoteReference:
                break
            }
        }
        return result
    }
}
