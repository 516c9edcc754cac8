extension ProseRenderer {
    /// Begins a link.
    ///
    /// - Returns: `true`, since its text is written whether it leads anywhere or not.
    func openLink(_ destination: String, _ title: String, into html: inout HTML) -> Bool {
        let address: String
        switch resolver.link(destination) {
        case .omit: return true
        case .keep: address = destination
        case .href(let href): address = href
        }
        html.append("<a href=\"")
        html.append(address: address)
        appendTitle(title, into: &html)
        html.append("\">")
        return true
    }

    func renderImage(_ index: Int, _ source: String, _ title: String, into html: inout HTML) {
        let text = index + 1..<document.nodes[index].end
        let address: String
        switch resolver.image(source) {
        case .omit: return appendAlternative(text, into: &html)
        case .keep: address = source
        case .href(let href): address = href
        }
        html.append("<img src=\"")
        html.append(address: address)
        html.append("\" alt=\"")
        appendAlternative(text, into: &html)
        appendTitle(title, into: &html)
        html.append("\" />")
    }

    func renderBracket(_ text: String, into html: inout HTML) {
        guard let target = resolver.bracket(text) else {
            html.append("[")
            html.append(text: text)
            html.append("]")
            return
        }
        html.append("<a href=\"")
        html.append(address: target.href)
        appendTitle(target.title ?? "", into: &html)
        html.append("\">")
        html.append(text: text)
        html.append("</a>")
    }

    /// Goes on from an open attribute to the title.
    private func appendTitle(_ title: String, into html: inout HTML) {
        guard !title.isEmpty else { return }
        html.append("\" title=\"")
        html.append(attribute: title)
    }

    /// The text of nodes as libcmark gives it to those who don't see an image.
    private func appendAlternative(_ range: Range<Int>, into html: inout HTML) {
        for node in document.nodes[range] {
            switch node.kind {
            case .text(let text), .code(let text): html.append(text: text)
            case .softBreak, .lineBreak: html.append(" ")
            case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak,
                .table, .htmlInline, .emphasis, .strong, .link, .image, .bracket, .footnoteReference:
                break
            }
        }
    }
}
