import PlanGraph
import PlanModel

/// `feed.xml`: plans, reports and meetings as an Atom feed (RFC 4287), one a language; in the folder of a plan or a unit
/// what concerns that one.
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
    /// The plan or the unit that is followed; `nil` for the whole site.
    private let scope: Entity?
    /// The folder that the feed lies in, relative to the site's root.
    private let folder: String

    init(_ site: PublishedSite, language: Language, scope: Entity? = nil) {
        self.site = site
        self.language = language
        self.scope = scope
        prefix = site.prefix(language)
        folder = prefix + (scope.map { site.library.address(of: $0.id).path } ?? "")
        words = site.words(language)
    }

    var file: SiteFile { SiteFile(path: folder + "feed.xml", bytes: Array(text.utf8)) }

    /// A feed without entries has no date: it says the first day that computers know, never that of the build.
    private static let noDate = "1970-01-01T00:00:00Z"

    private var text: String {
        let entries = entries
        var xml = XMLText.declaration
        xml += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">\n"
        let name = site.name(in: language)
        let title = scope.map { words("feed.of", ["title": self.title(of: $0), "site": name]) }
        xml += "  " + XMLText.element("title", text: title ?? words("feed.title", ["site": name])) + "\n"
        let seed = scope.map { "feed:" + $0.id.key } ?? "feed"
        // A feed is another thing than the page that it follows.
        xml += "  " + XMLText.element("id", text: id(folderPath + (scope == nil ? "" : "feed.xml"), seed: seed)) + "\n"
        let updated = entries.first?.updated.timestamp ?? site.library.newestDate?.timestamp ?? Self.noDate
        xml += "  " + XMLText.element("updated", text: updated) + "\n"
        for (relation, path, type) in [
            ("self", folderPath + "feed.xml", "application/atom+xml"), ("alternate", folderPath, "text/html"),
        ] {
            let link = XMLText.element("link", ["rel": relation, "type": type, "href": address(path)])
            xml += "  " + link + "\n"
        }
        xml += "  <author>" + XMLText.element("name", text: site.configuration.publisher ?? name) + "</author>\n"
        for entry in entries { xml += self.xml(entry) }
        return xml + "</feed>\n"
    }

    /// The folder without the language's own.
    private var folderPath: String { String(folder.dropFirst(prefix.count)) }

    /// A title with the organisation where two could have the same.
    private func title(of entity: Entity) -> String {
        let title = entity.title(in: language)
        guard site.library.entities(of: .organisation).count > 1,
            let organisation = entity.organisation.flatMap({ site.library[$0] })
        else { return title }
        return organisation.title(in: language) + ": " + title
    }

    /// What the feed tells of: all plans, reports and meetings, or what concerns the one that is followed.
    private var followed: [Entity] {
        let library = site.library
        guard let scope else {
            return [EntityKind.plan, .report, .meeting].flatMap { library.entities(of: $0) }
        }
        var all = [scope] + library.sources(of: scope.id, .reportsOn, .decides, .responsible, .supersedes)
        all += library.entities(inPlan: scope.id)
        // A plan of the unit is followed with its reports and the meetings that deal with it.
        for plan in all where plan.kind == .plan && plan.id != scope.id && scope.kind == .unit {
            all += library.sources(of: plan.id, .reportsOn, .decides)
        }
        var known: Set<EntityID> = []
        return all.filter { $0.kind.hasPage && known.insert($0.id).inserted }
    }

    /// Newest first, ties by id.
    private var entries: [Entry] {
        followed.compactMap { entity in
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
        WebAddress.escaped(site.address(prefix + path, from: folder))
    }
}
