import PlanGraph
import PlanMarkdown
import PlanModel

/// A list of facts; what is not stated is said to be.
struct Facts {
    let edition: Edition
    let page: PagePlace
    private var html = HTML()
    private(set) var count = 0

    init(edition: Edition, page: PagePlace) {
        self.edition = edition
        self.page = page
    }

    /// The whole list, empty where nothing was added.
    var text: String { count == 0 ? "" : "<dl class=\"facts\">" + html.string + "</dl>" }

    mutating func add(_ key: String, _ draw: (inout HTML) -> Void) {
        html.append("<div><dt>")
        html.append(text: edition.t(key))
        html.append("</dt><dd>")
        draw(&html)
        html.append("</dd></div>")
        count += 1
    }

    /// - Parameter isExpected: whether the reader asks for it, so that its absence is said.
    mutating func add(_ key: String, _ value: String?, isExpected: Bool = false) {
        guard value != nil || isExpected else { return }
        let edition = edition
        add(key) { html in
            if let value { html.append(text: value) } else { edition.appendNotStated(into: &html) }
        }
    }

    /// A field of an entity, marked with its language; a whole date as people read it.
    mutating func add(_ field: Field, of entity: Entity, isExpected: Bool = false) {
        let text = entity.text(field, in: edition.language)
        guard text != nil || isExpected else { return }
        let edition = edition
        add("fact." + field.rawValue) { html in
            guard let text else { return edition.appendNotStated(into: &html) }
            let words = field == .schedule ? edition.dateText(text) : text
            let isOwn = words != text || !words.contains(where: \.isLetter)
            edition.append(words, in: isOwn ? edition.language : edition.language(of: field, of: entity), into: &html)
        }
    }

    mutating func add(_ key: String, status: Status?, isExpected: Bool) {
        guard status != nil || isExpected else { return }
        let edition = edition
        add(key) { html in
            if let status { edition.appendStatus(status, into: &html) } else { edition.appendNotStated(into: &html) }
        }
    }

    /// Who answers: units as links, other text as it stands.
    mutating func addResponsible(_ entity: Entity, key: String = "fact.responsible", isExpected: Bool) {
        let stated = entity.responsible(entity.kind == .meeting ? .body : .owner)
        let units = edition.library.targets(of: entity.id, .responsible)
        guard stated != nil || !units.isEmpty || isExpected else { return }
        let (edition, page) = (edition, page)
        add(key) { html in
            if let stated {
                edition.appendResponsible(stated.text, organisation: entity.organisation, from: page, into: &html)
            } else if units.isEmpty {
                edition.appendNotStated(into: &html)
            } else {
                edition.appendLinks(units, from: page, into: &html)
            }
        }
    }

    mutating func add(_ key: String, entities: [Entity]) {
        guard !entities.isEmpty else { return }
        let (edition, page) = (edition, page)
        add(key) { edition.appendLinks(entities, from: page, into: &$0) }
    }
}

extension Edition {
    /// Entities as links, separated by commas.
    func appendLinks(_ entities: [Entity], from page: PagePlace, into html: inout HTML) {
        for (index, entity) in entities.enumerated() {
            if index > 0 { html.append(", ") }
            link(entity, from: page, into: &html)
        }
    }

    /// A text that may name units: each name that is a unit becomes a link, the rest stays as written.
    func appendResponsible(
        _ text: String, organisation: EntityID?, asPrinted: Bool = false, from page: PagePlace, into html: inout HTML
    ) {
        guard let organisation else { return html.append(text: text) }
        for piece in library.unitNames.pieces(of: text, organisation: organisation) {
            guard let id = piece.unit, let unit = library[id] else {
                // A table's words are in the table's language; elsewhere the page's own is around them.
                let isWords = !asPrinted && piece.text.contains(where: \.isLetter) && piece.text.count > 2
                append(piece.text, in: isWords ? configuration.defaultLanguage : language, into: &html)
                continue
            }
            let name = piece.text.trimmed()
            // White space around a name stays outside its link.
            if piece.text.first?.isWhitespace == true { html.append(" ") }
            html.append("<a href=\"")
            html.append(attribute: href(id, from: page))
            html.append("\"")
            // In a table the name stays as it is printed, with its full form at hand; elsewhere the title says more.
            let title = unit.title(in: language)
            if !asPrinted || name == title {
                appendContentLanguage(of: unit, into: &html)
                html.append(">")
                html.append(text: title)
            } else {
                html.append("><abbr title=\"")
                html.append(attribute: title)
                html.append("\">")
                html.append(text: name)
                html.append("</abbr>")
            }
            html.append("</a>")
            if piece.text.last?.isWhitespace == true { html.append(" ") }
        }
    }
}
