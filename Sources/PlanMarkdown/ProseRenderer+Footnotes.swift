extension ProseRenderer {
    func renderReference(_ note: Int, _ use: Int, into html: inout HTML) {
        html.append("<sup class=\"footnote-ref\"><a href=\"#")
        appendNoteID(note, into: &html)
        html.append("\" id=\"")
        appendReferenceID(note, use, into: &html)
        html.append("\" role=\"doc-noteref\" aria-label=\"")
        html.append(attribute: resolver.footnoteWords.note)
        html.append(" ")
        html.append(note + 1)
        html.append("\">")
        html.append(note + 1)
        html.append("</a></sup>")
    }

    /// Writes the footnotes as a section; nothing where there are none.
    package func renderFootnotes(into html: inout HTML) {
        guard !document.footnotes.isEmpty else { return }
        html.newLine()
        html.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
        html.append(attribute: resolver.footnoteWords.section)
        html.append("\">\n<ol>\n")
        for (index, note) in document.footnotes.enumerated() {
            html.append("<li id=\"")
            appendNoteID(index, into: &html)
            html.append("\">")
            renderNote(note, index, into: &html)
            html.append("</li>\n")
        }
        html.append("</ol>\n</section>\n")
    }

    /// Writes the blocks of a note, and the ways back at the end of its last paragraph.
    private func renderNote(_ note: MarkdownFootnote, _ index: Int, into html: inout HTML) {
        let nodes = document.nodes
        var last: Int?
        var node = note.nodes.lowerBound
        while node < note.nodes.upperBound {
            last = node
            node = nodes[node].end
        }
        guard let last, nodes[last].kind == .paragraph else {
            render(note.nodes, into: &html)
            html.newLine()
            html.append("<p>")
            appendWaysBack(note, index, into: &html)
            html.append("</p>\n")
            return
        }
        render(note.nodes.lowerBound..<last, into: &html)
        html.newLine()
        html.append("<p>")
        render(last + 1..<nodes[last].end, into: &html)
        html.append(" ")
        appendWaysBack(note, index, into: &html)
        html.append("</p>\n")
    }

    private func appendWaysBack(_ note: MarkdownFootnote, _ index: Int, into html: inout HTML) {
        for use in 1...max(1, note.uses) {
            if use > 1 { html.append(" ") }
            html.append("<a href=\"#")
            appendReferenceID(index, use, into: &html)
            html.append("\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"")
            html.append(attribute: resolver.footnoteWords.back)
            if note.uses > 1 {
                html.append(" ")
                html.append(use)
            }
            html.append("\">↩")
            if use > 1 {
                html.append("<sup>")
                html.append(use)
                html.append("</sup>")
            }
            html.append("</a>")
        }
    }

    private func appendNoteID(_ note: Int, into html: inout HTML) {
        html.append(attribute: resolver.footnotePrefix)
        html.append("fn-")
        html.append(note + 1)
    }

    private func appendReferenceID(_ note: Int, _ use: Int, into html: inout HTML) {
        html.append(attribute: resolver.footnotePrefix)
        html.append("fnref-")
        html.append(note + 1)
        if use > 1 {
            html.append("-")
            html.append(use)
        }
    }
}
