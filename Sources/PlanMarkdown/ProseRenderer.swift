import PlanModel

/// Writes a document as HTML, byte for byte as libcmark's renderer does where the resolver asks for nothing else.
package struct ProseRenderer {
    package let document: MarkdownDocument
    let resolver: any ProseResolver
    private let nodes: MarkdownNodes
    private let headingShift: Int
    private let bindsFigures: Bool

    package init(document: MarkdownDocument, resolver: any ProseResolver) {
        self.document = document
        self.resolver = resolver
        nodes = document.nodes
        headingShift = resolver.headingShift
        bindsFigures = resolver.bindsFigures
    }

    /// Writes the whole text; footnotes are written by ``renderFootnotes(into:)``.
    package func renderAll(into html: inout HTML) { render(document.content, into: &html) }

    /// Writes blocks: whole nodes, so that what lies within one of them lies within the range too.
    package func render(_ range: Range<Int>, into html: inout HTML) {
        var index = range.lowerBound
        var open: [Int] = []
        while index < range.upperBound || !open.isEmpty {
            if let last = open.last, nodes[last].end <= index {
                close(last, into: &html)
                open.removeLast()
                continue
            }
            let isEntered = enter(index, into: &html)
            if isEntered { open.append(index) }
            index = isEntered ? index + 1 : nodes[index].end
        }
    }

    /// Writes inlines: the text of a heading, cell or caption.
    package func renderInlines(_ range: Range<Int>, into html: inout HTML) { render(range, into: &html) }

    /// Writes what stands before a node's children.
    ///
    /// - Returns: whether the children are to be written, and ``close(_:into:)`` called after them.
    private func enter(_ index: Int, into html: inout HTML) -> Bool {
        let node = nodes[index]
        // Most nodes are texts, or have no words of their own: of those nothing is made.
        switch node.form {
        case .document: return true
        case .text:
            if !resolver.renderText(index, node, into: &html) {
                node.withText { html.append(text: $0, bindsFigures: bindsFigures) }
            }
        case .softBreak: html.append("\n")
        case .lineBreak: html.append("<br />\n")
        case .code:
            html.append("<code>")
            node.withText { html.appendEscaped($0) }
            html.append("</code>")
        case .htmlInline: html.append("<!-- raw HTML omitted -->")
        case .emphasis:
            html.append("<em>")
            return true
        case .strong:
            html.append("<strong>")
            return true
        case .link, .image, .bracket, .footnoteReference, .table: return enterPointer(index, into: &html)
        case .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak:
            return enterBlock(index, into: &html)
        }
        return false
    }

    /// What leads elsewhere, and what lies elsewhere in the document.
    private func enterPointer(_ index: Int, into html: inout HTML) -> Bool {
        switch nodes[index].kind {
        case .link(let destination, let title): return openLink(destination, title, into: &html)
        case .image(let source, let title): renderImage(index, source, title, into: &html)
        case .bracket(let text): renderBracket(text, into: &html)
        case .footnoteReference(let note, let use): renderReference(note, use, into: &html)
        case .table(let table): renderTable(table, into: &html)
        case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .text,
            .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong:
            break
        }
        return false
    }

    private func enterBlock(_ index: Int, into html: inout HTML) -> Bool {
        switch nodes[index].kind {
        case .blockQuote:
            html.newLine()
            html.append("<blockquote>\n")
        case .list(let isOrdered, let start, _):
            html.newLine()
            if !isOrdered {
                html.append("<ul>\n")
            } else if start == 1 {
                html.append("<ol>\n")
            } else {
                html.append("<ol start=\"")
                html.append(start)
                html.append("\">\n")
            }
        case .item:
            html.newLine()
            html.append("<li>")
        case .paragraph where !nodes[index].isTight:
            html.newLine()
            html.append("<p>")
        case .heading(let level):
            html.newLine()
            html.append("<h")
            html.append(shifted(level))
            if let anchor = resolver.headingAnchor(index) {
                html.append(" id=\"")
                html.append(attribute: anchor)
                html.append("\"")
            }
            html.append(">")
        case .codeBlock(let info, let text):
            renderCode(info, text, into: &html)
            return false
        case .htmlBlock:
            html.newLine()
            html.append("<!-- raw HTML omitted -->\n")
            return false
        case .thematicBreak:
            html.newLine()
            html.append("<hr />\n")
            return false
        case .paragraph, .document, .table, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong,
            .link, .image, .bracket, .footnoteReference:
            break
        }
        return true
    }

    private func close(_ index: Int, into html: inout HTML) {
        switch nodes[index].kind {
        case .blockQuote:
            html.newLine()
            html.append("</blockquote>\n")
        case .list(let isOrdered, _, _): html.append(isOrdered ? "</ol>\n" : "</ul>\n")
        case .item: html.append("</li>\n")
        case .paragraph: if !nodes[index].isTight { html.append("</p>\n") }
        case .heading(let level):
            if let name = resolver.headingLink(index), let anchor = resolver.headingAnchor(index) {
                HTML.appendAnchor(to: anchor, name: name, into: &html)
            }
            html.append("</h")
            html.append(shifted(level))
            html.append(">\n")
        case .emphasis: html.append("</em>")
        case .strong: html.append("</strong>")
        case .link(let destination, _): if resolver.link(destination) != .omit { html.append("</a>") }
        case .document, .codeBlock, .htmlBlock, .thematicBreak, .table, .text, .softBreak, .lineBreak, .code,
            .htmlInline, .image, .bracket, .footnoteReference:
            break
        }
    }

    private func shifted(_ level: Int) -> Int { min(6, max(1, level + headingShift)) }

    private func renderCode(_ info: String, _ text: String, into html: inout HTML) {
        html.newLine()
        let language = String(decoding: info.utf8.prefix { $0 != 0x20 && !(0x09...0x0D).contains($0) }, as: UTF8.self)
        if info.isEmpty {
            html.append("<pre><code>")
        } else {
            html.append("<pre><code class=\"language-")
            html.append(attribute: language)
            html.append("\">")
        }
        html.append(text: text)
        html.append("</code></pre>\n")
    }
}
