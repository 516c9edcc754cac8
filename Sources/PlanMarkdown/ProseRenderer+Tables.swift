extension ProseRenderer {
    /// How many cells that the author left out are drawn: keeps a wide heading over many short rows from filling the
    /// disk, as cmark-gfm does.
    private static let maximumPadding = 500_000

    func renderTable(_ index: Int, into html: inout HTML) {
        if resolver.renderTable(index, document: document, into: &html) { return }
        let table = document.tables[index]
        html.newLine()
        if table.header.isEmpty {
            // The rows lie in a file that this renderer doesn't know.
            guard let caption = table.caption else { return }
            html.append("<p>")
            renderInlines(caption.nodes, into: &html)
            html.append("</p>\n")
            return
        }
        html.append("<table>\n")
        if let caption = table.caption, !caption.nodes.isEmpty {
            html.append("<caption>")
            renderInlines(caption.nodes, into: &html)
            html.append("</caption>\n")
        }
        html.append("<thead>\n<tr>\n")
        for (column, cell) in table.header.enumerated() {
            html.append("<th")
            renderCell(cell, table.alignments[column], into: &html)
            html.append("</th>\n")
        }
        html.append("</tr>\n</thead>\n")
        renderRows(of: table, into: &html)
        html.append("</table>\n")
    }

    private func renderRows(of table: MarkdownTable, into html: inout HTML) {
        guard !table.rows.isEmpty else { return }
        html.append("<tbody>\n")
        var padding = 0
        for row in table.rows {
            html.append("<tr>\n")
            for (column, alignment) in table.alignments.enumerated() {
                guard column < row.cells.count || padding < Self.maximumPadding else { break }
                if column >= row.cells.count { padding += 1 }
                html.append("<td")
                renderCell(column < row.cells.count ? row.cells[column] : nil, alignment, into: &html)
                html.append("</td>\n")
            }
            html.append("</tr>\n")
        }
        html.append("</tbody>\n")
    }

    /// Goes on from the open tag of a cell.
    private func renderCell(_ cell: MarkdownTable.Cell?, _ alignment: ColumnAlignment, into html: inout HTML) {
        switch alignment {
        case .none: html.append(">")
        case .left: html.append(" class=\"left\">")
        case .center: html.append(" class=\"center\">")
        case .right: html.append(" class=\"right\">")
        }
        if let cell { renderInlines(cell.nodes, into: &html) }
    }
}
