import PlanGraph
import PlanMarkdown
import PlanModel
import PlanPages
import PlanSearch

/// The text of pages in sections, each with the anchor that leads to it.
struct SearchText {
    private let edition: Edition
    private let language: Language

    init(_ edition: Edition) {
        self.edition = edition
        language = edition.language
    }

    /// What an entity's page says of it: its fields, then its text.
    func sections(of entity: Entity) -> [SearchSection] {
        var sections: [SearchSection] = []
        let facts = kindWords(of: entity) + facts(of: entity)
        if !facts.isEmpty { sections.append(SearchSection(text: facts.joined(separator: "\n"))) }
        guard let file = edition.textFile(of: entity)?.file, let document = edition.documents[file] else {
            return sections
        }
        return sections + self.sections(of: document, file: file)
    }

    /// A table's caption and rows.
    ///
    /// - Parameter anchor: the table's place on its page; `nil` where the page is its own.
    func sections(of table: PlanTable, anchor: String?) -> [SearchSection] {
        let shown = edition.library.table(table, in: language)
        let headings = shown.columns.map(\.heading).joined(separator: "\n")
        var sections = [
            SearchSection(
                anchor: anchor, heading: anchor == nil ? nil : shown.title, text: anchor == nil ? headings : "",
                kind: .row)
        ]
        // What has a page of its own is found there first.
        let hasPage = anchor != nil && edition.library.address(of: table.id).fragment == nil
        for row in shown.rows {
            let isRepeated = hasPage || row.entity.map { edition.library.address(of: $0).fragment == nil } ?? false
            let cells = row.cells.map(\.text).filter { !$0.isEmpty }
            sections.append(
                SearchSection(
                    anchor: row.entity?.rowAnchor,
                    text: cells.joined(separator: "\n"), kind: isRepeated ? .repeated : .row))
        }
        return sections
    }

    // MARK: Fields

    /// What an entity of a plan is, as it stands above its title.
    private func kindWords(of entity: Entity) -> [String] {
        switch entity.kind {
        case .goal, .programme, .priority, .assignment, .activity, .indicator, .control, .risk:
            [edition.kindName(entity.kind)]
        case .organisation, .unit, .plan, .perspective, .focusArea, .report, .meeting, .page, .table, .term: []
        }
    }

    private func facts(of entity: Entity) -> [String] {
        var facts: [String] = []
        for field in Field.allCases where field != .title && field != .id {
            guard let value = entity.fields[field]?.value else { continue }
            switch value {
            case .text: facts += [entity.text(field, in: language)].compactMap(\.self)
            case .texts(let texts): facts += texts.map(\.value)
            case .responsible(let text, _): facts.append(text)
            case .values(let values):
                facts += values.map { [$0.period?.text, $0.text].compactMap(\.self).joined(separator: "\n") }
            case .decision(let decision):
                facts += [
                    decision.body?.value, decision.paragraph?.value, decision.diaryNumber?.value,
                    decision.date?.value.text,
                ]
                .compactMap(\.self)
            case .agenda:
                for item in entity.agenda(in: language) {
                    facts += [item.title.value, item.proposal, item.decision].compactMap(\.self)
                }
            case .period(let period): facts.append(period.text)
            case .date(let date): if field != .updated { facts.append(date.text) }
            case .references, .flag, .status, .bodyKind, .goalKind, .assignmentKind, .direction, .moneyUnit, .count:
                break
            }
        }
        return facts
    }

    // MARK: Markdown

    private func sections(of document: MarkdownDocument, file: String) -> [SearchSection] {
        let anchors = document.anchors
        let tableAnchors = document.tableAnchors
        var sections: [SearchSection] = []
        var open = SearchSection(text: "")
        func close() {
            if !open.text.isEmpty || open.heading != nil { sections.append(open) }
            open = SearchSection(text: "")
        }
        var node = document.content.lowerBound
        while node < document.content.upperBound {
            let end = document.nodes[node].end
            switch document.nodes[node].kind {
            case .heading:
                close()
                // The heading that became the page's title is indexed as such.
                if edition.titleHeadings[file] != node {
                    open.heading = document.plainText(of: node + 1..<end)
                    open.anchor = anchors[node]
                }
            case .table(let index):
                close()
                if let table = edition.table(at: index, of: file) {
                    sections += self.sections(of: table, anchor: Slug.address(of: table.id.local))
                } else {
                    sections += plainSections(of: document.tables[index], anchor: tableAnchors[index])
                }
            case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .thematicBreak, .text,
                .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image, .bracket,
                .footnoteReference:
                let words = document.plainText(of: node..<end)
                if !words.isEmpty { open.text += (open.text.isEmpty ? "" : "\n") + words }
            }
            node = max(end, node + 1)
        }
        close()
        for note in document.footnotes {
            sections.append(SearchSection(text: document.plainText(of: note.nodes)))
        }
        return sections
    }

    private func plainSections(of table: MarkdownTable, anchor: String?) -> [SearchSection] {
        var sections = [SearchSection(anchor: anchor, heading: table.caption?.text, text: "", kind: .row)]
        for cells in [table.header] + table.rows.map(\.cells) {
            sections.append(SearchSection(text: cells.map(\.text).joined(separator: "\n"), kind: .row))
        }
        return sections
    }
}
