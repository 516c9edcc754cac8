import PlanGraph
import PlanMarkdown
import PlanModel

/// What stands in the cells.
extension TableComponent {
    func renderAmount(
        _ cell: TableCell?, column: Int, _ drawing: RowDrawing, prose: ProseRenderer, into html: inout HTML
    ) {
        guard case .amount(let amount) = cell?.reading else {
            if drawing.role == .heading {
                html.append("<td class=\"num\"></td>")
                return
            }
            html.append("<td class=\"num missing decimals-")
            html.append(raw: String(min(Self.mostDecimals, drawing.decimals[column])))
            html.append("\">")
            renderMissing(into: &html)
            html.append("</td>")
            return
        }
        html.append("<td class=\"num decimals-")
        html.append(raw: String(min(Self.mostDecimals, drawing.decimals[column])))
        html.append("\">")
        append(amount, language: drawing.table.language, into: &html)
        if let inlines = drawing.inlines, column < inlines.count {
            renderMarks(inlines[column], prose: prose, into: &html)
        }
        if let check = drawing.sums?.check(row: drawing.index, column: column) {
            renderVerdict(of: check, in: drawing.table, into: &html)
        }
        if let parts = drawing.sums?.parts.first(where: {
            $0.whole == drawing.index && $0.column == column && $0.exceeds
        }) {
            renderVerdict(of: parts, in: drawing.table, into: &html)
        }
        html.append("</td>")
    }

    /// A quiet dash that is heard as words.
    func renderMissing(into html: inout HTML) {
        html.append("<span aria-hidden=\"true\">–</span><span class=\"visually-hidden\">")
        html.append(text: edition.t("table.missing"))
        html.append("</span>")
    }

    /// A number in two halves, so that a column stands on its decimal comma.
    func append(_ amount: PrintedAmount, language: Language, into html: inout HTML) {
        let parts = amount.displayParts(in: language)
        html.append("<span class=\"amount\"><span class=\"whole\">")
        html.append(text: parts.whole)
        html.append("</span>")
        if !parts.fraction.isEmpty {
            html.append("<span class=\"fraction digits-")
            html.append(raw: String(min(Self.mostDecimals, amount.value.scale)))
            html.append("\">")
            html.append(text: parts.fraction)
            html.append("</span>")
        }
        html.append(text: parts.suffix)
        html.append("</span>")
    }

    /// References to notes and stars around a number.
    func renderMarks(_ cell: MarkdownTable.Cell, prose: ProseRenderer, into html: inout HTML) {
        let marks = "*†‡⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾"
        let text = cell.text.trimmed()
        let stars = String(
            text.prefix { marks.contains($0) } + text.reversed().prefix { marks.contains($0) }.reversed())
        if !stars.isEmpty {
            html.append("<sup>")
            html.append(text: stars)
            html.append("</sup>")
        }
        renderNotes(cell, prose: prose, into: &html)
    }

    /// References to notes.
    private func renderNotes(_ cell: MarkdownTable.Cell, prose: ProseRenderer, into html: inout HTML) {
        for node in cell.nodes {
            if case .footnoteReference = prose.document.nodes[node].kind {
                prose.renderInlines(node..<(node + 1), into: &html)
            }
        }
    }

    /// Whether a node is drawn as a link.
    private static func isLink(_ kind: MarkdownNode.Kind) -> Bool {
        switch kind {
        case .link, .bracket, .footnoteReference: true
        case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table,
            .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .image:
            false
        }
    }

    func renderCell(
        _ cell: TableCell?, _ index: Int, _ column: TableColumn, _ drawing: RowDrawing, prose: ProseRenderer,
        into html: inout HTML
    ) {
        guard let cell, !cell.text.isEmpty else {
            if !drawing.table.class.isMoney { renderMissing(into: &html) }
            return
        }
        let table = drawing.table
        switch column.role {
        case .id:
            html.append("<span class=\"code\">")
            html.append(text: cell.text)
            html.append("</span>")
            return
        case .title:
            guard let id = drawing.row.entity, let entity = edition.library[id] else { break }
            html.append("<a href=\"")
            html.append(attribute: edition.href(entity.id, from: page))
            html.append("\">")
            // A link holds no other: what the cell itself refers to stands after it.
            let inlines = drawing.inlines.flatMap { index < $0.count ? $0[index] : nil }
            if let inlines, !inlines.nodes.contains(where: { Self.isLink(prose.document.nodes[$0].kind) }) {
                prose.renderInlines(inlines.nodes, into: &html)
            } else {
                html.append(text: cell.text)
            }
            html.append("</a>")
            if let inlines { renderNotes(inlines, prose: prose, into: &html) }
            return
        case .goals, .field(.goals), .field(.parent):
            renderReferences(cell.text, table: table, into: &html)
            return
        case .field(.owner), .body:
            edition.appendResponsible(
                cell.text, organisation: table.organisation, asPrinted: true, from: page, into: &html)
            return
        case .field(.status):
            guard let status = Status(spelling: cell.text) else { break }
            edition.appendStatus(status, into: &html)
            return
        case .label:
            let place = RowPlace(table: table.id, row: drawing.index)
            guard let unit = edition.library.unit(at: place) else { break }
            let inlines = drawing.inlines.flatMap { index < $0.count ? $0[index] : nil }
            guard inlines?.nodes.contains(where: { Self.isLink(prose.document.nodes[$0].kind) }) != true else { break }
            html.append("<a href=\"")
            html.append(attribute: edition.href(unit, from: page))
            html.append("\">")
            renderText(cell, index, drawing, prose: prose, into: &html)
            html.append("</a>")
            return
        case .money, .field, .outcome, .forecast, .comment, .investmentKind, .cause, .effect, .date, .event,
            .text:
            break
        }
        renderText(cell, index, drawing, prose: prose, into: &html)
    }

    func renderText(
        _ cell: TableCell, _ index: Int, _ drawing: RowDrawing, prose: ProseRenderer, into html: inout HTML
    ) {
        if let inlines = drawing.inlines, index < inlines.count {
            prose.renderInlines(inlines[index].nodes, into: &html)
        } else {
            html.append(text: cell.text)
        }
    }

    /// Codes as links; what stands between them as it is written.
    func renderReferences(_ text: String, table: PlanTable, into html: inout HTML) {
        var word = ""
        func flush(_ html: inout HTML) {
            guard !word.isEmpty else { return }
            if let id = edition.library.links.entity(word, plan: table.plan, organisation: table.organisation),
                let entity = edition.library[id]
            {
                html.append("<a href=\"")
                html.append(attribute: edition.href(id, from: page))
                html.append("\" title=\"")
                html.append(attribute: entity.title(in: edition.language))
                html.append("\">")
                // A path of ids is for writing; what it names is for reading.
                html.append(text: word.contains("/") ? entity.title(in: edition.language) : word)
                html.append("</a>")
            } else {
                html.append(text: word)
            }
            word = ""
        }
        for character in text {
            if character == "," || character == ";" || character.isWhitespace {
                flush(&html)
                html.append(text: String(character))
            } else {
                word.append(character)
            }
        }
        flush(&html)
    }
}
