import PlanGraph
import PlanMarkdown
import PlanModel

/// Resolves the links of one text for the page that it stands on, and draws its tables.
struct ProseLinks: ProseResolver {
    let edition: Edition
    let file: String
    let page: PagePlace
    /// Levels added to the text's headings, so that the page keeps one `h1`.
    let headingShift: Int
    let footnotePrefix: String
    let bindsFigures = true
    private let document: MarkdownDocument?
    /// The words of the glossary in the text; none where the text is drawn in parts.
    var terms: TermMarks?
    /// Whether headings have a link to themselves.
    var linksHeadings = false

    init(edition: Edition, file: String, page: PagePlace, headingShift: Int, footnotePrefix: String = "") {
        self.edition = edition
        self.file = file
        self.page = page
        self.headingShift = headingShift
        self.footnotePrefix = page.anchor(footnotePrefix)
        document = edition.documents[file]
    }

    func link(_ destination: String) -> LinkTarget {
        switch edition.library.links.target(of: destination, from: file) {
        case .external, .root: return .keep
        case .fragment(let fragment): return fragment.isEmpty ? .keep : .href("#" + page.anchor(fragment))
        case .entity(let id, let fragment):
            let address = edition.library.address(of: id)
            return .href(edition.href(Address(path: address.path, fragment: fragment ?? address.fragment), from: page))
        case .page(let address): return .href(edition.href(address, from: page))
        case .file(let path, let fragment):
            let link = edition.href(file: path, from: page)
            return .href(fragment.map { link + "#" + $0 } ?? link)
        case .nothing: return .omit
        }
    }

    func image(_ source: String) -> LinkTarget {
        guard case .file(let path, _) = edition.library.links.target(of: source, from: file) else { return .omit }
        return .href(edition.href(file: path, from: page))
    }

    func bracket(_ text: String) -> (href: String, title: String?)? {
        let owner = edition.library.texts[file]?.owner
        guard let id = edition.library.links.entity(text, from: owner), let entity = edition.library[id] else {
            return nil
        }
        return (edition.href(id, from: page), entity.title(in: edition.language))
    }

    func headingAnchor(_ node: Int) -> String? { document?.anchors[node].map(page.anchor) }

    func headingLink(_ node: Int) -> String? {
        guard linksHeadings, let document, case .heading(let level) = document.nodes[node].kind,
            (2...4).contains(level + headingShift)
        else { return nil }
        return edition.t("anchor.name", ["title": document.plainText(of: node + 1..<document.nodes[node].end)])
    }

    func renderText(_ index: Int, _ node: MarkdownNode, into html: inout HTML) -> Bool {
        guard let uses = terms?.uses(of: index), case .text(let text) = node.kind else { return false }
        TermComponent(edition: edition, page: page).render(text, uses: uses, into: &html)
        return true
    }

    func renderTable(_ index: Int, document: MarkdownDocument, into html: inout HTML) -> Bool {
        let component = TableComponent(edition: edition, page: page)
        let place = Edition.TablePlace(file: file, index: index)
        if let table = edition.tablesByPlace[place] {
            component.render(table, document: document, resolver: self, into: &html)
            return true
        }
        guard document.tables[index].caption != nil else { return false }
        component.renderPlain(index, document: document, resolver: self, into: &html)
        return true
    }

    var footnoteWords: FootnoteWords {
        FootnoteWords(
            note: edition.t("prose.footnote"), back: edition.t("prose.back-to-text"),
            section: page.label(edition.t("prose.footnotes")))
    }
}
