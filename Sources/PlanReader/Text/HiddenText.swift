import PlanMarkdown
import PlanModel

/// What in a file is code, or a comment that no page shows.
struct HiddenText {
    /// Lines of code blocks, counted from 1; with the lines of dashes around them.
    private(set) var codeLines: Set<Int> = []
    /// Comments of HTML as offsets into the file's bytes, in order.
    private var comments: [Range<Int>] = []

    init(_ source: SourceText, document: MarkdownDocument) {
        let nodes = document.nodes
        guard nodes.hold(.codeBlock) || nodes.hold(.htmlBlock) || nodes.hold(.htmlInline) else { return }
        for index in nodes.indices {
            let node = nodes[index]
            switch node.form {
            case .codeBlock:
                guard case .codeBlock(_, let text) = node.kind else { preconditionFailure("a form is of its kind") }
                // A block with a fence begins and ends with a line more than its text has.
                let lines = text.utf8.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
                let first = node.position.line
                let last = first + lines + (Self.isFenced(node.position, in: source) ? 1 : -1)
                codeLines.formUnion(first...max(first, last))
            case .htmlBlock, .htmlInline:
                if let comment = Self.comment(at: node.position, in: source) { comments.append(comment) }
            case .document, .blockQuote, .list, .item, .paragraph, .heading, .thematicBreak, .table, .text, .softBreak,
                .lineBreak, .code, .emphasis, .strong, .link, .image, .bracket, .footnoteReference:
                break
            }
        }
    }

    /// Whether a place of the body lies in a comment.
    func isComment(_ position: SourcePosition, in source: SourceText) -> Bool {
        guard !comments.isEmpty else { return false }
        let offset = Self.offset(of: position, in: source)
        return comments.contains { $0.contains(offset) }
    }

    /// Where the comment of a line of YAML begins: a `#` after white space and outside of quotes.
    static func commentStart(inYAML line: [Unicode.Scalar]) -> Int? {
        var quote: Unicode.Scalar?
        var last: Unicode.Scalar?
        for (index, scalar) in line.enumerated() {
            let follows = index == 0 ? " " : line[index - 1]
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "#", follows == " " || follows == "\t" {
                return index
            } else if scalar == "\"" || scalar == "'", last.map({ ":-[{,".unicodeScalars.contains($0) }) ?? true {
                quote = scalar
            }
            if scalar != " ", scalar != "\t" { last = scalar }
        }
        return nil
    }

    private static func isFenced(_ position: SourcePosition, in source: SourceText) -> Bool {
        let line = source.range(ofLine: position.line)
        let rest = source.bytes[min(offset(of: position, in: source), line.upperBound)..<line.upperBound]
        return rest.starts(with: "```".utf8) || rest.starts(with: "~~~".utf8)
    }

    /// From `<!--` to the end of its `-->`, or of the file.
    private static func comment(at position: SourcePosition, in source: SourceText) -> Range<Int>? {
        let start = offset(of: position, in: source)
        guard source.bytes[start...].starts(with: "<!--".utf8) else { return nil }
        let end = source.bytes.firstOffset(of: Array("-->".utf8), from: start + 4)
        return start..<(end.map { $0 + 3 } ?? source.bytes.count)
    }

    private static func offset(of position: SourcePosition, in source: SourceText) -> Int {
        let range = source.range(ofLine: position.line)
        var offset = range.lowerBound
        var left = position.column
        while offset < range.upperBound {
            if source.bytes[offset] & 0xC0 != 0x80 {
                left -= 1
                if left == 0 { break }
            }
            offset += 1
        }
        return offset
    }
}
