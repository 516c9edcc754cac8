internal import Foundation
import PlanGraph
import PlanMarkdown
import PlanModel

/// Pages that are no entity's: start, glossary, not found; and prose.
extension Edition {
    func startPage() -> SiteFile {
        let address = Address(path: "")
        let page = PagePlace(path: prefix)
        let start = library.entities.first { isStartPage($0) && $0.kind == .page }
        var values = start.map { commonValues($0, page: page) } ?? TemplateValues(strings: t)
        if start == nil { values["title"] = .text(siteName) }
        values["kindLabel"] = .text("")
        values["searchAction"] = .text(href(Address(path: Self.searchFolder), from: page))
        values["answers"] = .text(Answers(edition: self, page: page, organisation: nil).render())
        values["organisations"] = .text(organisationList(page: page))
        values["plans"] = .text(
            planList(
                library.entities(of: .plan), namesOrganisation: library.entities(of: .organisation).count > 1,
                counts: true, from: page))
        values["meetings"] = .text(nextMeetings(library.entities(of: .meeting), from: page))
        values["recent"] = .text(recent(from: page))
        values["milestones"] = .text(shortCommitments(of: nil, page: page))
        return file(
            .start, values: values, title: siteName,
            description: start?.text(.summary, in: language) ?? configuration.tagline[language] ?? siteName,
            address: address, crumbs: [])
    }

    private func organisationList(page: PagePlace) -> String {
        let organisations = library.entities(of: .organisation)
        guard !organisations.isEmpty else { return "" }
        var html = HTML()
        html.append("<ul class=\"entity-list organisations\">")
        for organisation in organisations {
            html.append("<li>")
            link(organisation, from: page, into: &html)
            let scope = AnswerScope(library, organisation: organisation)
            html.append(" <span class=\"meta\">")
            let answering = words("answering", scope.answering.count)
            html.append(text: counted(.plan, scope.plans.count) + " · " + answering)
            html.append("</span>")
            if let summary = organisation.text(.summary, in: language) {
                html.append("<p>")
                append(Typography.binding(summary), in: language(of: .summary, of: organisation), into: &html)
                html.append("</p>")
            }
            html.append("</li>")
        }
        html.append("</ul>")
        return html.string
    }

    /// The meetings that are next, and the way to all of them; where none is to come, that is said.
    func nextMeetings(_ meetings: [Entity], from page: PagePlace) -> String {
        guard !meetings.isEmpty else { return "" }
        let sorted = sortedByDate(meetings)
        var html = HTML()
        if let asOf {
            let coming = sorted.filter { $0.date.map { $0 >= asOf } ?? false }
            if coming.isEmpty {
                html.append("<p class=\"nothing\">")
                html.append(text: t("meetings.none-coming"))
                html.append("</p>")
            }
            html.append(raw: meetingList(Array(coming.prefix(Self.mostNext)), from: page))
        } else {
            html.append(raw: meetingList(Array(sorted.suffix(Self.mostNext)), from: page))
        }
        html.append("<p class=\"table-more\"><a href=\"")
        html.append(attribute: href(Address(path: "meetings/"), from: page))
        html.append("\">")
        html.append(text: words("meetings.all", library.entities(of: .meeting).count))
        html.append("</a></p>")
        return html.string
    }

    /// What was looked over last, by the day that the content states.
    func recent(of organisation: Entity? = nil, from page: PagePlace) -> String {
        let dated = (organisation.map { library.entities(in: $0.id) } ?? library.entities).filter {
            $0.kind.hasPage && $0.updated != nil
        }.sorted { left, right in
            let (a, b) = (left.updated?.text ?? "", right.updated?.text ?? "")
            return a == b ? (left.kind, left.id) < (right.kind, right.id) : a > b
        }
        guard !dated.isEmpty else { return "" }
        var html = HTML()
        html.append("<ul class=\"date-list\">")
        for entity in dated.prefix(Self.mostRecent) {
            guard let date = entity.updated else { continue }
            html.append("<li><time datetime=\"")
            html.append(attribute: date.text)
            html.append("\">")
            html.append(text: text(of: date))
            html.append("</time> ")
            link(entity, from: page, into: &html)
            html.append(" <span class=\"meta\">")
            let owner = organisation == nil && entity.kind != .organisation ? organisationName(of: entity) : ""
            html.append(text: [kindName(entity.kind), owner].filter { !$0.isEmpty }.joined(separator: " · "))
            html.append("</span></li>")
        }
        html.append("</ul>")
        return html.string
    }

    private static let mostNext = 5
    private static let mostRecent = 8

    func prosePage(_ entity: Entity) -> SiteFile {
        let page = place(of: entity)
        var values = commonValues(entity, page: page)
        values["related"] = .text(list(library.sources(of: entity.id, .decides), from: page))
        if let plan = plan(of: entity) {
            values["provenance"] = .text(Provenance(edition: self, page: page).render(plan))
        }
        return file(
            .page, values: values, title: entity.title(in: language), description: description(of: entity),
            address: library.address(of: entity.id), crumbs: crumbs(to: entity, page: page))
    }

    func glossaryPage() -> SiteFile {
        let address = Address(path: "glossary/")
        let page = PagePlace(path: prefix + address.path)
        var values = TemplateValues(strings: t)
        values["title"] = .text(t("glossary.title"))
        values["list"] = .text(glossary(page: page))
        return file(
            .glossary, values: values, title: t("glossary.title"), description: t("glossary.description"),
            address: address,
            crumbs: [(href(Address(path: ""), from: page), t("start.title"))])
    }

    /// Terms by letter, in the order of the Swedish alphabet.
    private func glossary(page: PagePlace) -> String {
        let terms = library.entities(of: .term).map { (key: Alphabet.key($0.title(in: language)), term: $0) }
            .sorted { $0.key == $1.key ? $0.term.id < $1.term.id : $0.key.lexicographicallyPrecedes($1.key) }
        var html = HTML()
        var letter: String?
        for (_, term) in terms {
            let initial = Alphabet.initial(term.title(in: language))
            if initial != letter {
                if letter != nil { html.append("</dl></section>") }
                html.append("<section class=\"glossary-letter\"><h2>")
                html.append(text: initial)
                html.append("</h2><dl>")
                letter = initial
            }
            html.append("<dt id=\"")
            html.append(attribute: library.address(of: term.id).fragment ?? "")
            html.append("\"")
            appendContentLanguage(of: term, into: &html)
            html.append(">")
            html.append(text: term.title(in: language))
            html.append("</dt><dd>")
            if let explanation = term.text(.explanation, in: language) {
                append(explanation, in: language(of: .explanation, of: term), into: &html)
            } else {
                appendNotStated(into: &html)
            }
            if let place = (term.plan ?? term.organisation).flatMap({ library[$0] }) {
                html.append(" <span class=\"meta\">")
                link(place, from: page, into: &html)
                html.append("</span>")
            }
            html.append("</dd>")
        }
        if letter != nil { html.append("</dl></section>") }
        return html.string
    }

    /// Hosts show this page at any address, so its links start at the root of the site's own address.
    func notFoundPage() -> SiteFile {
        var root = "/"
        if let base = configuration.baseURL {
            // `https://host/path/`: what follows the third slash is the site's own path.
            let parts = base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
            if parts.count == 4 { root = "/" + parts[3] }
        }
        var values = TemplateValues(strings: t)
        values["title"] = .text(t("not-found.title"))
        values["root"] = .text(root + prefix)
        values["searchAction"] = .text(root + prefix + Self.searchFolder)
        let html = templates.page(
            templates.content(.notFound, values: values),
            layout: layoutValues(
                page: PagePlace(path: ""), address: Address(path: ""), title: t("not-found.title"),
                description: t("not-found.title"), crumbs: [], bodyClass: "page-not-found", root: root,
                hasSearchField: false))
        return SiteFile(path: "404.html", bytes: html)
    }
}

/// The order of words in Swedish: å, ä and ö after z; other accents as their letters.
enum Alphabet {
    static func key(_ text: String) -> [UInt32] {
        var keys: [UInt32] = []
        keys.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let key = plainKey(scalar) else { return decomposedKey(text) }
            keys.append(key)
        }
        return keys
    }

    /// The key of a character that is one scalar whatever follows that is plain, too; `nil` for all others.
    private static func plainKey(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar.value {
        case 0x41...0x5A: scalar.value | 0x20
        case 0..<0x80: scalar.value
        case 0xC5, 0xE5: 0x7B
        case 0xC4, 0xE4, 0xC6, 0xE6: 0x7C
        case 0xD6, 0xF6, 0xD8, 0xF8: 0x7D
        case 0x2013: scalar.value
        default: nil
        }
    }

    /// The key of the first character.
    private static func firstKey(_ text: String) -> UInt32? {
        var scalars = text.unicodeScalars.makeIterator()
        guard let first = scalars.next() else { return nil }
        guard let plain = plainKey(first), scalars.next().map({ plainKey($0) != nil }) ?? true else {
            return key(text).first
        }
        return plain
    }

    /// The key of a text with accents, or with letters that combine.
    private static func decomposedKey(_ text: String) -> [UInt32] {
        text.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar in
            switch scalar {
            case "å": 0x7B
            case "ä", "æ": 0x7C
            case "ö", "ø": 0x7D
            case "ü": 0x79
            default: base(scalar).value
            }
        }
    }

    /// The letter that a word is listed under; `#` for digits and signs.
    static func initial(_ text: String) -> String {
        guard let first = firstKey(text).flatMap(Unicode.Scalar.init) else { return "" }
        switch first {
        case "{": return "Å"
        case "|": return "Ä"
        case "}": return "Ö"
        default: return first.isLetter ? String(first).uppercased() : "#"
        }
    }

    /// The letter without its accent.
    private static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
    }
}
