import PlanGraph
import PlanMarkdown
import PlanModel

/// Draws tables: aligned figures, units, totals set off, missing values shown as missing.
struct TableComponent {
    let edition: Edition
    let page: PagePlace

    /// The most decimals that the style sheet aligns.
    private static let mostDecimals = 4

    /// Draws a table with a class.
    func render(_ table: PlanTable, document: MarkdownDocument, resolver: ProseLinks, into html: inout HTML) {
        let source = document.tables[table.origin.place.index]
        let isPipe = if case .pipe = table.origin { true } else { false }
        let prose = ProseRenderer(document: document, resolver: resolver)
        let rowRoles = table.class.isMoney ? edition.library.reconciliations[table.id]?.rows : nil
        open(
            table.class.isMoney ? "table-money" : "table-entities", extra: table.class.rawValue,
            id: edition.library.address(of: table.id).fragment, into: &html)
        let roles = table.class.isMoney ? TableRoles.implied : .stated
        caption(source.caption, prose: prose, meta: meta(of: table), roles: roles, into: &html)
        roles.open("thead", "rowgroup", into: &html)
        roles.open("tr", "row", into: &html)
        for (index, column) in table.columns.enumerated() {
            roles.open(
                "th", "columnheader", isNumeric(column) ? "scope=\"col\" class=\"num\"" : "scope=\"col\"", into: &html)
            if isPipe, index < source.header.count {
                prose.renderInlines(source.header[index].nodes, into: &html)
            } else {
                html.append(text: column.heading)
            }
            html.append("</th>")
        }
        html.append("</tr></thead>")
        roles.open("tbody", "rowgroup", into: &html)
        let decimals = table.columns.indices.map { column in
            table.rows.compactMap { column < $0.cells.count ? $0.cells[column].reading?.amount?.value.scale : nil }
                .max()
                ?? 0
        }
        let lines = Dictionary(source.rows.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, row) in table.rows.enumerated() {
            let drawing = RowDrawing(
                table: table, row: row, index: index, role: rowRoles.map { $0[index] },
                inlines: isPipe ? lines[row.line]?.cells : nil, decimals: decimals, roles: roles)
            render(drawing, prose: prose, into: &html)
        }
        html.append("</tbody></table></div>")
        notes(of: table, into: &html)
        html.append("</figure>")
    }

    /// Draws a table that has a caption but no class.
    ///
    /// - Parameter index: which of the document's tables it is.
    func renderPlain(_ index: Int, document: MarkdownDocument, resolver: ProseLinks, into html: inout HTML) {
        let table = document.tables[index]
        let prose = ProseRenderer(document: document, resolver: resolver)
        open("table-plain", extra: nil, id: HeadingAnchors.tableAnchors(of: document)[index], into: &html)
        caption(table.caption, prose: prose, meta: "", roles: .implied, into: &html)
        html.append("<thead><tr>")
        for (index, cell) in table.header.enumerated() {
            html.append("<th scope=\"col\"")
            align(table, index, into: &html)
            html.append(">")
            prose.renderInlines(cell.nodes, into: &html)
            html.append("</th>")
        }
        html.append("</tr></thead><tbody>")
        for row in table.rows {
            html.append("<tr>")
            for index in table.header.indices {
                html.append("<td")
                align(table, index, into: &html)
                html.append(">")
                if index < row.cells.count { prose.renderInlines(row.cells[index].nodes, into: &html) }
                html.append("</td>")
            }
            html.append("</tr>")
        }
        html.append("</tbody></table></div></figure>")
    }

    // MARK: Frame

    private func open(_ form: StaticString, extra: String?, id: String?, into html: inout HTML) {
        html.append("<figure class=\"table ")
        html.append(form)
        if let extra {
            html.append(" table-")
            html.append(raw: extra)
        }
        html.append("\"")
        if let id, !id.isEmpty {
            html.append(" id=\"")
            html.append(attribute: id)
            html.append("\"")
        }
        html.append(">")
    }

    private func caption(
        _ caption: TableCaption?, prose: ProseRenderer, meta: String, roles: TableRoles, into html: inout HTML
    ) {
        html.append("<figcaption><span class=\"table-title\">")
        if let caption { prose.renderInlines(caption.nodes, into: &html) }
        html.append("</span>")
        if !meta.isEmpty {
            html.append(" <span class=\"table-meta\">")
            html.append(text: meta)
            html.append("</span>")
        }
        html.append("</figcaption><div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.append(attribute: caption?.text ?? edition.t("table.label"))
        html.append("\">")
        roles.open("table", "table", into: &html)
    }

    /// The unit, and where the figures come from.
    private func meta(of table: PlanTable) -> String {
        guard table.class.isMoney else { return "" }
        return table.unit.map { edition.t("unit." + $0.rawValue) } ?? ""
    }

    /// What the public is told of sums that are known not to hold.
    private func notes(of table: PlanTable, into html: inout HTML) {
        guard let reason = table.attributes.accept, let sums = edition.library.reconciliations[table.id],
            sums.hasDifference
        else { return }
        var notes = sums.checks.compactMap { check -> String? in
            guard case .differs(let difference) = check.verdict, let computed = check.computed else { return nil }
            return edition.t(
                "table.note",
                [
                    "printed": check.printed.displayText(in: edition.language),
                    "computed": text(computed, decimals: check.printed.value.scale),
                    "difference": text(difference, decimals: check.printed.value.scale),
                ])
        }
        notes += sums.parts.filter(\.exceeds).map { parts in
            edition.t(
                "table.note-parts",
                ["whole": parts.printed.displayText(in: edition.language), "sum": text(parts.sum)])
        }
        notes += sums.bridges.filter(\.verdict.isDifference).map { bridge in
            edition.t(
                "table.note-frames",
                [
                    "year": "\(bridge.year)", "after": text(bridge.to), "computed": text(bridge.computed),
                    "difference": text(bridge.difference),
                ])
        }
        html.append("<ul class=\"table-notes\" lang=\"")
        html.append(raw: edition.language.rawValue)
        html.append("\">")
        for note in notes {
            html.append("<li>")
            html.append(text: note)
            html.append("</li>")
        }
        html.append("<li lang=\"")
        html.append(raw: table.language.rawValue)
        html.append("\">")
        html.append(text: reason.value)
        html.append("</li></ul>")
    }

    /// - Parameter decimals: how many at least, so that a difference of 2,0 reads as exact as the sum.
    private func text(_ amount: Amount, decimals: Int = 0) -> String {
        amount.normalised.padded(to: decimals).text(in: edition.language)
    }

    private func align(_ table: MarkdownTable, _ index: Int, into html: inout HTML) {
        guard index < table.alignments.count else { return }
        switch table.alignments[index] {
        case .none: return
        case .left: html.append(" class=\"left\"")
        case .center: html.append(" class=\"center\"")
        case .right: html.append(" class=\"right\"")
        }
    }

    private func isNumeric(_ column: TableColumn) -> Bool {
        if case .money = column.role { true } else { false }
    }

    // MARK: Rows

    private struct RowDrawing {
        let table: PlanTable
        let row: TableRow
        let index: Int
        let role: RowRole?
        /// The cells with their markup, for pipe tables.
        let inlines: [MarkdownTable.Cell]?
        /// The most decimals of each column.
        let decimals: [Int]
        let roles: TableRoles
    }

    private func render(_ drawing: RowDrawing, prose: ProseRenderer, into html: inout HTML) {
        html.append("<tr")
        drawing.roles.append("row", into: &html)
        html.append(" class=\"row-")
        html.append(raw: Self.name(of: drawing.role))
        html.append("\"")
        if let entity = drawing.row.entity {
            html.append(" id=\"")
            html.append(attribute: Self.rowAnchor(entity))
            html.append("\"")
        }
        html.append(">")
        for (index, column) in drawing.table.columns.enumerated() {
            let cell = index < drawing.row.cells.count ? drawing.row.cells[index] : nil
            if isNumeric(column) {
                renderAmount(cell, column: index, drawing, prose: prose, into: &html)
            } else if column.role == .label || column.role == .title {
                drawing.roles.open("th", "rowheader", "scope=\"row\"", into: &html)
                renderCell(cell, index, column, drawing, prose: prose, into: &html)
                html.append("</th>")
            } else {
                html.append("<td")
                drawing.roles.append("cell", into: &html)
                if column.role == .id {
                    let isCode = drawing.row.entity.flatMap { edition.library[$0] }?.code != nil
                    html.append(isCode ? " class=\"id\"" : " class=\"id id-word\"")
                }
                html.append(" data-label=\"")
                html.append(attribute: column.heading)
                html.append("\">")
                renderCell(cell, index, column, drawing, prose: prose, into: &html)
                html.append("</td>")
            }
        }
        html.append("</tr>")
    }

    /// The anchor of an entity's row, apart from those of headings and tables.
    static func rowAnchor(_ entity: EntityID) -> String { "row-" + Slug.address(of: entity.local) }

    private static func name(of role: RowRole?) -> String {
        switch role {
        case .plain, nil: "plain"
        case .heading: "heading"
        case .sum: "sum"
        case .total: "total"
        case .part: "part"
        }
    }

    private func renderAmount(
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
        html.append("</td>")
    }

    /// A quiet dash that is heard as words.
    private func renderMissing(into html: inout HTML) {
        html.append("<span aria-hidden=\"true\">–</span><span class=\"visually-hidden\">")
        html.append(text: edition.t("table.missing"))
        html.append("</span>")
    }

    /// A number in two halves, so that a column stands on its decimal comma.
    private func append(_ amount: PrintedAmount, language: Language, into html: inout HTML) {
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
    private func renderMarks(_ cell: MarkdownTable.Cell, prose: ProseRenderer, into html: inout HTML) {
        let stars = String(cell.text.trimmed().reversed().prefix { $0 == "*" })
        if !stars.isEmpty {
            html.append("<sup>")
            html.append(text: stars)
            html.append("</sup>")
        }
        for node in cell.nodes {
            if case .footnoteReference = prose.document.nodes[node].kind {
                prose.renderInlines(node..<(node + 1), into: &html)
            }
        }
    }

    private func renderCell(
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
            renderText(cell, index, drawing, prose: prose, into: &html)
            html.append("</a>")
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
        case .label, .money, .field, .outcome, .forecast, .comment, .investmentKind, .cause, .effect, .date, .event,
            .text:
            break
        }
        renderText(cell, index, drawing, prose: prose, into: &html)
    }

    private func renderText(
        _ cell: TableCell, _ index: Int, _ drawing: RowDrawing, prose: ProseRenderer, into html: inout HTML
    ) {
        if let inlines = drawing.inlines, index < inlines.count {
            prose.renderInlines(inlines[index].nodes, into: &html)
        } else {
            html.append(text: cell.text)
        }
    }

    /// Codes as links; what stands between them as it is written.
    private func renderReferences(_ text: String, table: PlanTable, into html: inout HTML) {
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
                html.append(text: word)
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

extension PrintedAmount {
    /// The printed number in the typography of the page: digits as printed, narrow spaces, a true minus.
    func displayText(in language: Language) -> String {
        let parts = displayParts(in: language)
        return parts.whole + parts.fraction + parts.suffix
    }

    /// What stands before the decimal sign, the sign with the decimals, and unit or per cent.
    func displayParts(in language: Language) -> (whole: String, fraction: String, suffix: String) {
        var number = (hasPlus ? "+" : "") + value.text(in: language)
        // A printed −0 keeps its sign, which the value has lost.
        if value.mantissa == 0, let first = text.first, "-−–".contains(first) { number = "\u{2212}" + number }
        var suffix = isPercentage ? "\u{00A0}%" : ""
        if unit != nil, let digit = text.lastIndex(where: \.isNumber) {
            suffix = "\u{00A0}" + String(text[text.index(after: digit)...]).trimmed()
        }
        let fraction = value.scale == 0 ? "" : String(number.suffix(value.scale + 1))
        return (String(number.dropLast(fraction.count)), fraction, suffix)
    }
}
