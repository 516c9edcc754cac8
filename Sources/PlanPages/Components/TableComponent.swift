import PlanGraph
import PlanMarkdown
import PlanModel

/// Draws tables: aligned figures, units, totals set off, missing values shown as missing.
struct TableComponent {
    let edition: Edition
    let page: PagePlace
    /// Whether the page is the table's own: then what else is known of its money stands around it.
    var isOnOwnPage = false

    /// The most decimals that the style sheet aligns.
    static let mostDecimals = 4

    /// Draws a table with a class.
    func render(_ table: PlanTable, document: MarkdownDocument, resolver: ProseLinks, into html: inout HTML) {
        let source = document.tables[table.origin.place.index]
        let isPipe = if case .pipe = table.origin { true } else { false }
        let prose = ProseRenderer(document: document, resolver: resolver)
        let sums = table.class.isMoney ? edition.library.reconciliations[table.id] : nil
        let rowRoles = sums?.rows
        open(
            table.class.isMoney ? "table-money" : "table-entities", extra: table.class.rawValue,
            id: edition.library.anchor(of: table.id).fragment, language: table.language,
            tools: tools(of: table, roles: rowRoles), into: &html)
        let roles = table.class.isMoney ? TableRoles.implied : .stated
        caption(
            source.caption, prose: prose, meta: meta(of: table), isForeign: table.language != edition.language,
            roles: roles, into: &html)
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
            if let bridge = sums?.bridges.first(where: { $0.column == index }) {
                renderVerdict(of: bridge, in: table, into: &html)
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
                table: table, row: row, index: index, role: rowRoles.map { $0[index] }, sums: sums,
                inlines: isPipe ? lines[row.line]?.cells : nil, decimals: decimals, roles: roles)
            render(drawing, prose: prose, into: &html)
        }
        html.append("</tbody></table></div>")
        notes(of: table, into: &html)
        html.append("</figure>")
        renderMoney(of: table, into: &html)
    }

    /// What stands under a table of money: what it is for one inhabitant, one picture, the changes, the way to all the rest.
    private func renderMoney(of table: PlanTable, into html: inout HTML) {
        guard let money = TableMoney(table, edition: edition, page: page) else { return }
        let picture = isOnOwnPage ? "" : money.mainPicture()
        let parts = [money.perInhabitant(), picture, money.changesOnDemand()].joined()
        let hasPage = !isOnOwnPage && edition.library.address(of: table.id).fragment == nil
        guard !parts.isEmpty || hasPage else { return }
        html.append(raw: "<div class=\"table-money-more\" lang=\"\(edition.language.rawValue)\">")
        html.append(raw: parts)
        if hasPage {
            html.append("<p class=\"table-more\"><a href=\"")
            html.append(attribute: edition.href(table.id, from: page))
            html.append("\">")
            html.append(text: edition.t("table.more"))
            html.append("<span class=\"visually-hidden\">: ")
            edition.appendTitle(of: table, into: &html)
            html.append("</span></a></p>")
        }
        html.append("</div>")
    }

    /// Draws a table that has a caption but no class.
    ///
    /// - Parameter index: which of the document's tables it is.
    func renderPlain(_ index: Int, document: MarkdownDocument, resolver: ProseLinks, into html: inout HTML) {
        let table = document.tables[index]
        let prose = ProseRenderer(document: document, resolver: resolver)
        open("table-plain", extra: nil, id: document.tableAnchors[index], into: &html)
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
        let columns = table.header.indices
        for row in table.rows {
            let cells = row.cells
            html.append("<tr>")
            for index in columns {
                html.append("<td")
                align(table, index, into: &html)
                html.append(">")
                if index < cells.count { prose.renderInlines(cells[index].nodes, into: &html) }
                html.append("</td>")
            }
            html.append("</tr>")
        }
        html.append("</tbody></table></div></figure>")
    }

    // MARK: Frame

    /// What a script may offer the readers of a table.
    enum Tools: String {
        /// A choice of rows; their order stands.
        case filter
        /// A choice and another order.
        case sort
    }

    /// The fewest rows of a table that is long.
    static let longTable = 10

    /// A table whose rows belong together (sums, parts, headings) keeps its order: a sum never parts from its terms.
    func tools(of table: PlanTable, roles: [RowRole]?) -> Tools? {
        guard table.rows.count >= Self.longTable else { return nil }
        return roles.map { $0.allSatisfy { $0 == .plain } } ?? true ? .sort : .filter
    }

    func open(
        _ form: StaticString, extra: String?, id: String?, language: Language? = nil, tools: Tools? = nil,
        into html: inout HTML
    ) {
        html.append("<figure class=\"table ")
        html.append(form)
        if let extra {
            html.append(" table-")
            html.append(raw: extra)
        }
        html.append("\"")
        if let id, !id.isEmpty {
            html.append(" id=\"")
            html.append(attribute: page.anchor(id))
            html.append("\"")
        }
        if let language { html.append(raw: edition.languageAttribute(language)) }
        if let tools {
            html.append(" data-tools=\"")
            html.append(raw: tools.rawValue)
            html.append("\"")
        }
        html.append(">")
    }

    func caption(
        _ caption: TableCaption?, prose: ProseRenderer, meta: String, isForeign: Bool = false, roles: TableRoles,
        into html: inout HTML
    ) {
        html.append("<figcaption><span class=\"table-title\">")
        if let caption { prose.renderInlines(caption.nodes, into: &html) }
        html.append("</span>")
        if !meta.isEmpty {
            html.append(" <span class=\"table-meta\"")
            if isForeign { html.append(raw: " lang=\"\(edition.language.rawValue)\"") }
            html.append(">")
            html.append(raw: meta)
            html.append("</span>")
        }
        html.append("</figcaption><div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.append(attribute: page.label(caption?.text ?? edition.t("table.label")))
        html.append("\">")
        roles.open("table", "table", into: &html)
    }

    /// Unit, source and decision in words, and what the signs mean, as HTML.
    func meta(of table: PlanTable) -> String {
        guard table.class.isMoney else { return "" }
        let plan = table.plan.flatMap { edition.library[$0] }
        let stated = plan ?? table.owner.flatMap { edition.library[$0] }
        var source = HTML()
        edition.appendSource(
            stated?.text(.source, in: edition.language).map(Self.withoutStop) ?? edition.t("not-stated"),
            in: stated.map { $0.text(.source) == nil ? edition.language : edition.language(of: .source, of: $0) }
                ?? edition.language, into: &source)
        func escaped(_ text: String) -> String {
            var html = HTML()
            html.append(text: text)
            return html.string
        }
        let unit = table.unit.map { edition.t("unit." + $0.rawValue) } ?? edition.t("not-stated")
        return [
            escaped(edition.t("table.unit", ["unit": unit])),
            TableMoney(table, edition: edition, page: page)?.signNote.map(escaped),
            source.string,
            plan.map { escaped(edition.decisionText(of: $0)) },
        ].compactMap(\.self).joined(separator: " · ")
    }

    /// A sentence's end is none in the middle of a line.
    private static func withoutStop(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

    func align(_ table: MarkdownTable, _ index: Int, into html: inout HTML) {
        guard index < table.alignments.count else { return }
        switch table.alignments[index] {
        case .none: return
        case .left: html.append(" class=\"left\"")
        case .center: html.append(" class=\"center\"")
        case .right: html.append(" class=\"right\"")
        }
    }

    func isNumeric(_ column: TableColumn) -> Bool {
        if case .money = column.role { true } else { false }
    }

    // MARK: Rows

    struct RowDrawing {
        let table: PlanTable
        let row: TableRow
        let index: Int
        let role: RowRole?
        let sums: Reconciliation?
        /// The cells with their markup, for pipe tables.
        let inlines: MarkdownTable.Cells?
        /// The most decimals of each column.
        let decimals: [Int]
        let roles: TableRoles
    }

    func render(_ drawing: RowDrawing, prose: ProseRenderer, into html: inout HTML) {
        html.append("<tr")
        drawing.roles.append("row", into: &html)
        html.append(" class=\"row-")
        html.append(raw: drawing.role?.word ?? "plain")
        html.append("\"")
        html.append(" id=\"")
        html.append(attribute: page.anchor(drawing.table.anchor(ofRow: drawing.index)))
        html.append("\"")
        html.append(">")
        for (index, column) in drawing.table.columns.enumerated() {
            let cell = index < drawing.row.cells.count ? drawing.row.cells[index] : nil
            if isNumeric(column) {
                renderAmount(cell, column: index, drawing, prose: prose, into: &html)
            } else if column.role == .label || column.role == .title {
                drawing.roles.open("th", "rowheader", "scope=\"row\"", into: &html)
                renderCell(cell, index, column, drawing, prose: prose, into: &html)
                // A page that holds several texts is for reading and printing: nobody quotes it.
                if page.bundle == nil {
                    let title =
                        drawing.row.entity.flatMap { edition.library[$0] }?.title(in: edition.language)
                        ?? drawing.table.rowLabel(drawing.index)
                    HTML.appendAnchor(
                        to: drawing.table.anchor(ofRow: drawing.index), name: edition.t("anchor.row", ["title": title]),
                        into: &html)
                }
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

}
