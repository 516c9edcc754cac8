import PlanGraph
import PlanModel

/// `feed.xml`: plans, reports and meetings as an Atom feed (RFC 4287), one a language.
///
/// Dates are the content's own: when a page was looked over, else when it was decided or is held; what states no day is
/// left out. Without a base URL, ids are UUIDs made from the entities' ids and links are relative to the feed.
struct AtomFeed {
    private struct Entry {
        let entity: Entity
        let updated: CalendarDate
    }

    private let site: PublishedSite
    private let language: Language
    private let prefix: String
    private let words: InterfaceStrings

    init(_ site: PublishedSite, language: Language) {
        self.site = site
        self.language = language
        prefix = site.prefix(language)
        words = site.words(language)
    }

    var file: SiteFile { SiteFile(path: prefix + "feed.xml", bytes: Array(text.utf8)) }

    /// A feed without entries has no date: it says the first day that computers know, never that of the build.
    private static let noDate = "1970-01-01T00:00:00Z"

    private var text: String {
        let entries = entries
        var xml = XMLText.declaration
        xml += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">\n"
        let name = site.name(in: language)
        xml += "  " + XMLText.element("title", text: words("feed.title", ["site": name])) + "\n"
        xml += "  " + XMLText.element("id", text: id("", seed: "feed")) + "\n"
        let updated = entries.first?.updated.timestamp ?? site.library.newestDate?.timestamp ?? Self.noDate
        xml += "  " + XMLText.element("updated", text: updated) + "\n"
        for (relation, path, type) in [
            ("self", "feed.xml", "application/atom+xml"), ("alternate", "", "text/html"),
        ] {
            let link = XMLText.element("link", ["rel": relation, "type": type, "href": address(path)])
            xml += "  " + link + "\n"
        }
        xml += "  <author>" + XMLText.element("name", text: site.configuration.publisher ?? name) + "</author>\n"
        for entry in entries { xml += self.xml(entry) }
        return xml + "</feed>\n"
    }

    /// Newest first, ties by id.
    private var entries: [Entry] {
        let kinds: [EntityKind] = [.plan, .report, .meeting]
        return kinds.flatMap { site.library.entities(of: $0) }.compactMap { entity in
            (entity.updated ?? entity.decision?.date?.value ?? entity.date).map {
                Entry(entity: entity, updated: $0)
            }
        }.sorted {
            let (left, right) = ($0.updated.firstDay, $1.updated.firstDay)
            return left == right ? $0.entity.id < $1.entity.id : left > right
        }
    }

    private func xml(_ entry: Entry) -> String {
        let entity = entry.entity
        let path = site.library.address(of: entity.id).path
        var xml = "  <entry>\n"
        xml += "    " + XMLText.element("title", text: entity.title(in: language)) + "\n"
        xml += "    " + XMLText.element("id", text: id(path, seed: entity.id.key)) + "\n"
        xml += "    " + XMLText.element("updated", text: entry.updated.timestamp) + "\n"
        let link = XMLText.element("link", ["rel": "alternate", "type": "text/html", "href": address(path)])
        xml += "    " + link + "\n"
        let kind = words("kind.\(entity.kind.rawValue).one")
        xml += "    " + XMLText.element("category", ["term": entity.kind.rawValue, "label": kind]) + "\n"
        let summary = summary(of: entity)
        if !summary.isEmpty { xml += "    " + XMLText.element("summary", ["type": "text"], text: summary) + "\n" }
        return xml + "  </entry>\n"
    }

    /// The summary, then where the document stands: `Status: Beslutad · Beslutad av: Regionstyrelsen · Datum: …`.
    private func summary(of entity: Entity) -> String {
        let status = site.library.status(of: entity).map { words("status.\($0.rawValue)") }
        var facts = [(key: "fact.status", value: status)]
        switch entity.kind {
        case .meeting:
            facts.append(("fact.body", entity.text(.body)))
            facts.append(("fact.date", entity.date?.text))
            facts.append(("fact.time", entity.text(.time, in: language)))
            facts.append(("fact.place", entity.text(.place, in: language)))
        case .organisation, .unit, .plan, .perspective, .focusArea, .goal, .programme, .priority, .assignment,
            .activity, .indicator, .report, .page, .table, .control, .risk, .term:
            facts.append(("fact.decided-by", entity.decision?.body?.value))
            facts.append(("fact.date", entity.decision?.date?.value.text))
            facts.append(("fact.paragraph", entity.decision?.paragraph?.value))
            facts.append(("fact.diary-number", entity.decision?.diaryNumber?.value))
        }
        let line = facts.compactMap { fact in fact.value.map { "\(words(fact.key)): \($0)" } }.joined(separator: " · ")
        return [entity.text(.summary, in: language) ?? "", line].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// A whole address where the site has one; else a name made from the id.
    private func id(_ path: String, seed: String) -> String {
        site.configuration.baseURL == nil
            ? "urn:uuid:" + UniqueName.uuid("\(language.rawValue):\(seed)") : address(path)
    }

    private func address(_ path: String) -> String {
        WebAddress.escaped(site.address(prefix + path, from: prefix))
    }
}
