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
            renderItem(note, index, uses: Array(1...max(1, note.uses)), into: &html)
        }
        html.append("</ol>\n</section>\n")
    }

    /// Writes the footnotes that a table refers to, each under its own number; nothing where there are none.
    package func renderFootnotes(referencedIn table: MarkdownTable, into html: inout HTML) {
        var uses: [Int: [Int]] = [:]
        var ranges =
            [table.caption?.nodes].compactMap(\.self) + table.header.map(\.nodes)
            + table.rows.flatMap { $0.cells.map(\.nodes) }
        // A note may itself refer to notes.
        while let range = ranges.popLast() {
            for node in range {
                guard case .footnoteReference(let note, let use) = document.nodes[node].kind else { continue }
                if uses[note] == nil { ranges.append(document.footnotes[note].nodes) }
                if uses[note]?.contains(use) != true { uses[note, default: []].append(use) }
            }
        }
        guard !uses.isEmpty else { return }
        html.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
        html.append(attribute: resolver.footnoteWords.section)
        html.append("\">\n<ol>\n")
        for (index, own) in uses.sorted(by: { $0.key < $1.key }) {
            renderItem(document.footnotes[index], index, uses: own.sorted(), hasNumber: true, into: &html)
        }
        html.append("</ol>\n</section>\n")
    }

    private func renderItem(
        _ note: MarkdownFootnote, _ index: Int, uses: [Int], hasNumber: Bool = false, into html: inout HTML
    ) {
        html.append("<li id=\"")
        appendNoteID(index, into: &html)
        html.append("\"")
        if hasNumber {
            html.append(" value=\"")
            html.append(index + 1)
            html.append("\"")
        }
        html.append(">")
        renderNote(note, index, uses: uses, into: &html)
        html.append("</li>\n")
    }

    /// Writes the blocks of a note, and the ways back at the end of its last paragraph.
    private func renderNote(_ note: MarkdownFootnote, _ index: Int, uses: [Int], into html: inout HTML) {
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
            appendWaysBack(uses, index, into: &html)
            html.append("</p>\n")
            return
        }
        render(note.nodes.lowerBound..<last, into: &html)
        html.newLine()
        html.append("<p>")
        render(last + 1..<nodes[last].end, into: &html)
        html.append(" ")
        appendWaysBack(uses, index, into: &html)
        html.append("</p>\n")
    }

    private func appendWaysBack(_ uses: [Int], _ index: Int, into html: inout HTML) {
        for use in uses {
            if use != uses.first { html.append(" ") }
            html.append("<a href=\"#")
            appendReferenceID(index, use, into: &html)
            html.append("\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"")
            html.append(attribute: resolver.footnoteWords.back)
            if uses.count > 1 {
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
