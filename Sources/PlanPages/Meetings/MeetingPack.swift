import PlanGraph
import PlanMarkdown
import PlanModel

/// A meeting's whole pack on one page: its agenda, then every document in full.
///
/// Ids of a document begin with its number, so that they are unique; links between the documents stay on the page. What the
/// documents' own pages hold beside their text does not: links to it lead there.
struct MeetingPack {
    let edition: Edition
    let meeting: Entity
    let address: Address

    private var library: Library { edition.library }

    /// Where a meeting's pack lies.
    static func address(of meeting: Address) -> Address { Address(path: meeting.path + "pack/") }

    /// The documents of all items, each once, in order.
    let documents: [Entity]

    init(edition: Edition, meeting: Entity, address: Address) {
        self.edition = edition
        self.meeting = meeting
        self.address = address
        var known: Set<EntityID> = []
        documents = meeting.agenda.flatMap { edition.library.documents(of: $0, at: meeting) }
            .filter { known.insert($0.id).inserted }
    }

    /// What a document's anchors begin with, but for the `-`: `d1`.
    static func name(_ index: Int) -> String { "d\(index + 1)" }

    private func place(current: String, title: String = "") -> PagePlace {
        var page = PagePlace(path: edition.prefix + address.path)
        var prefixes: [String: String] = [:]
        for (index, document) in documents.enumerated() {
            let own = library.address(of: document.id)
            // What is only a place on a page has no page that links could be led from.
            guard own.fragment == nil else { continue }
            prefixes[own.path] = Self.name(index) + "-"
        }
        page.bundle = PagePlace.Bundle(prefixes: prefixes, current: current, title: title)
        return page
    }

    // MARK: Contents

    /// The agenda with the documents of each item, and the chapters of each document.
    func contents() -> String {
        let all = documents
        var html = HTML()
        html.append("<nav class=\"toc pack-contents\" aria-labelledby=\"contents\"><h2 id=\"contents\">")
        html.append(text: edition.t("toc.title"))
        html.append("</h2><ol>")
        for (index, document) in all.enumerated() {
            html.append(raw: "<li><a href=\"#\(Self.name(index))\"")
            edition.appendContentLanguage(of: document, into: &html)
            html.append(">")
            edition.appendName(document, into: &html)
            html.append("</a>")
            appendChapters(of: document, name: Self.name(index), into: &html)
            html.append("</li>")
        }
        html.append("</ol></nav>")
        return all.isEmpty ? "" : html.string
    }

    private func appendChapters(of document: Entity, name: String, into html: inout HTML) {
        guard let (file, language) = edition.textFile(of: document), let text = edition.documents[file] else { return }
        let anchors = text.anchors
        let title = edition.titleHeadings[file]
        let headings = text.headings.filter { $0.node != title && $0.level <= 2 }
        guard !headings.isEmpty else { return }
        html.append(raw: language == edition.language ? "<ol>" : "<ol lang=\"\(language.rawValue)\">")
        for heading in headings {
            html.append(raw: "<li><a href=\"#\(name)-")
            html.append(attribute: anchors[heading.node] ?? "")
            html.append("\">")
            html.append(text: heading.text)
            html.append("</a></li>")
        }
        html.append("</ol>")
    }

    // MARK: Documents

    /// The agenda, drawn as on the meeting's own page, with links into the pack.
    func agenda() -> String {
        resolved(MeetingAgenda(edition: edition, page: place(current: ""), meeting: meeting).render())
    }

    /// The meeting's own text. What its anchors begin with is no document's.
    func prose() -> String { resolved(edition.prose(of: meeting, page: place(current: "m-"))) }

    /// Every document in full.
    func texts() -> String {
        var html = HTML()
        for (index, document) in documents.enumerated() {
            let name = Self.name(index)
            append(
                document, name: name, number: index + 1,
                page: place(current: name + "-", title: document.title(in: edition.language)), into: &html)
        }
        return resolved(html.string)
    }

    private func append(_ document: Entity, name: String, number: Int, page: PagePlace, into html: inout HTML) {
        html.append(raw: "<section class=\"pack-document\" aria-labelledby=\"\(name)\"><p class=\"kicker\">")
        html.append(text: edition.t("pack.document", ["number": "\(number)"]) + " · " + edition.kindName(document.kind))
        html.append(raw: "</p><h2 id=\"\(name)\"")
        edition.appendContentLanguage(of: document, into: &html)
        html.append(">")
        edition.appendName(document, into: &html)
        html.append("</h2>")
        if let summary = document.text(.summary, in: edition.language) {
            html.append("<p class=\"lead\"")
            edition.appendContentLanguage(of: document, into: &html)
            html.append(">")
            html.append(text: Typography.binding(summary))
            html.append("</p>")
        }
        if let plan = edition.plan(of: document) {
            html.append(raw: Provenance(edition: edition, page: page).render(plan))
        }
        let text = text(of: document, page: page)
        if text.isEmpty {
            html.append("<p class=\"nothing\">")
            html.append(text: edition.t("pack.no-text"))
            html.append("</p>")
        } else {
            let language = edition.textFile(of: document)?.language ?? edition.language
            html.append(
                raw: language == edition.language
                    ? "<div class=\"prose document\">" : "<div class=\"prose document\" lang=\"\(language.rawValue)\">")
            html.append(raw: text)
            html.append("</div>")
        }
        let source = edition.sourceLine(of: document)
        if !source.isEmpty { html.append(raw: "<p class=\"source\">" + source + "</p>") }
        html.append("</section>")
    }

    /// The text below the document's own heading, which is one level down from the page's; of a table the table.
    private func text(of document: Entity, page: PagePlace) -> String {
        if let table = library.table(document.id) { return edition.drawn(edition.shown(table), page: page) }
        return edition.prose(of: document, page: page, headingShift: 1)
    }

    /// Links to places that the pack does not hold lead to the document's own page.
    private func resolved(_ markup: String) -> String {
        var names = markup.values(ofAttribute: "id")
        let all = documents
        for (index, document) in all.enumerated() {
            names.insert(Self.name(index))
            guard let (file, _) = edition.textFile(of: document), let text = edition.documents[file] else { continue }
            for anchor in text.anchors.values { names.insert(Self.name(index) + "-" + anchor) }
        }
        let page = PagePlace(path: edition.prefix + address.path)
        return markup.replacingValues(ofAttribute: "href") { link in
            guard link.hasPrefix("#"), !names.contains(String(link.dropFirst())) else { return nil }
            guard let dash = link.firstIndex(of: "-"),
                let index = Int(link.dropFirst(2).prefix { $0 != "-" }).map({ $0 - 1 }), all.indices.contains(index)
            else { return nil }
            let fragment = String(link[link.index(after: dash)...])
            if fragment.isEmpty { return "#" + Self.name(index) }
            let own = library.address(of: all[index].id)
            return edition.href(own, from: page) + "#" + fragment
        }
    }
}

extension String {
    /// The values of an attribute in finished markup, which writes them in double quotes.
    func values(ofAttribute name: String) -> Set<String> {
        var values: Set<String> = []
        _ = replacingValues(ofAttribute: name) { value in
            values.insert(value)
            return nil
        }
        return values
    }

    /// The markup with other values of an attribute.
    ///
    /// - Parameter change: the new value; `nil` leaves the old one.
    func replacingValues(ofAttribute name: String, _ change: (String) -> String?) -> String {
        let start = Array((" " + name + "=\"").utf8)
        let source = Array(utf8)
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var index = 0
        var isInTag = false
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "<") { isInTag = true }
            if byte == UInt8(ascii: ">") { isInTag = false }
            guard isInTag, byte == start[0], source[index...].starts(with: start) else {
                result.append(byte)
                index += 1
                continue
            }
            let first = index + start.count
            let end = source[first...].firstIndex(of: UInt8(ascii: "\"")) ?? source.endIndex
            let value = String(decoding: source[first..<end], as: UTF8.self)
            result += start
            result += Array((change(value) ?? value).utf8)
            index = end
        }
        return String(decoding: result, as: UTF8.self)
    }
}
