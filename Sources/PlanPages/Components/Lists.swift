import PlanGraph
import PlanMarkdown
import PlanModel

/// Links, lists and marks that many pages share.
extension Edition {
    /// A link to an entity with its code before its title.
    func link(_ entity: Entity, from page: PagePlace, into html: inout HTML) {
        html.append("<a href=\"")
        html.append(attribute: href(entity.id, from: page))
        html.append("\"")
        appendContentLanguage(of: entity, into: &html)
        html.append(">")
        appendName(entity, into: &html)
        html.append("</a>")
    }

    func appendName(_ entity: Entity, into html: inout HTML) {
        if let code = entity.code {
            html.append("<span class=\"code\">")
            html.append(text: code)
            html.append("</span> ")
        }
        html.append(text: entity.title(in: language))
    }

    /// `lang="sv"` where a title stands in another language than the page.
    func appendContentLanguage(of entity: Entity, into html: inout HTML) {
        guard let original = languageOfTitle(entity), original != language else { return }
        html.append(" lang=\"")
        html.append(raw: original.rawValue)
        html.append("\"")
    }

    /// The language that an entity's title stands in on this edition's pages.
    func languageOfTitle(_ entity: Entity) -> Language? {
        if entity.translations[language]?.title != nil { return language }
        return configuration.defaultLanguage
    }

    /// A status as word and shape.
    func appendStatus(_ status: Status, into html: inout HTML) {
        html.append("<span class=\"status status-")
        html.append(raw: status.rawValue)
        html.append("\">")
        html.append(text: t("status." + status.rawValue))
        html.append("</span>")
    }

    func appendNotStated(into html: inout HTML) {
        html.append("<span class=\"not-stated\">")
        html.append(text: t("not-stated"))
        html.append("</span>")
    }

    /// The short facts that stand after an entity's name in lists: who, when, how it goes.
    ///
    /// - Parameter unit: the unit whose page it is, which need not be named again.
    func appendMeta(_ entity: Entity, of unit: Entity? = nil, into html: inout HTML) {
        let parts = metaParts(of: entity, unit: unit)
        if !parts.isEmpty {
            html.append(" <span class=\"meta\">")
            for (number, part) in parts.enumerated() {
                if number > 0 { html.append(" · ") }
                // Digits are the same in every language.
                let isWords = part.text.contains(where: \.isLetter)
                append(Typography.binding(part.text), in: isWords ? part.language : language, into: &html)
            }
            html.append("</span>")
        }
        if let status = library.status(of: entity) {
            html.append(" ")
            appendStatus(status, into: &html)
        }
    }

    /// Who and when, and for an indicator from what to what; each with the language that it stands in.
    func metaParts(of entity: Entity, unit: Entity? = nil) -> [(text: String, language: Language)] {
        var parts: [(text: String, language: Language)] = []
        if let owner = ownerText(of: entity), owner != unit?.title(in: language), owner != unit?.shortName {
            parts.append((owner, languageOfOwner(entity)))
        }
        if let schedule = entity.text(.schedule, in: language) {
            let words = dateText(schedule)
            parts.append((words, words == schedule ? language(of: .schedule, of: entity) : language))
        }
        if let period = entity.period { parts.append((text(of: period), language)) }
        if entity.kind == .indicator, let now = entity.values(.baseline).last?.text ?? entity.values(.values).last?.text
        {
            let words = [now, entity.values(.target).last?.text].compactMap(\.self).joined(separator: " → ")
            parts.append((words, configuration.defaultLanguage))
        }
        return parts
    }

    /// A list of entities; nothing where there are none.
    func list(_ entities: [Entity], of unit: Entity? = nil, from page: PagePlace) -> String {
        guard !entities.isEmpty else { return "" }
        var html = HTML()
        html.append("<ul class=\"entity-list\">")
        for entity in entities {
            html.append("<li>")
            link(entity, from: page, into: &html)
            appendMeta(entity, of: unit, into: &html)
            html.append("</li>")
        }
        html.append("</ul>")
        return html.string
    }

    /// Plans with their period first, the latest on top.
    ///
    /// - Parameter counts: whether each says how much it holds, so that sums over plans can be counted again.
    func planList(
        _ plans: [Entity], namesOrganisation: Bool = false, counts: Bool = false, from page: PagePlace
    ) -> String {
        guard !plans.isEmpty else { return "" }
        var html = HTML()
        html.append("<ul class=\"plan-list\">")
        for plan in Self.byPeriod(plans) {
            html.append("<li><span class=\"period\">")
            html.append(text: plan.period.map { text(of: $0) } ?? t("period.none"))
            html.append("</span> ")
            link(plan, from: page, into: &html)
            let organisation = namesOrganisation ? plan.organisation.flatMap { library[$0] } : nil
            let owner = ownerText(of: plan)
            if organisation != nil || owner != nil {
                html.append(" <span class=\"meta\">")
                if let organisation { appendTitle(of: organisation, into: &html) }
                if organisation != nil, owner != nil { html.append(", ") }
                if let owner { append(owner, in: languageOfOwner(plan), into: &html) }
                html.append("</span>")
            }
            if let status = library.status(of: plan) {
                html.append(" ")
                appendStatus(status, into: &html)
            }
            if counts { appendCounts(of: plan, into: &html) }
            html.append("</li>")
        }
        html.append("</ul>")
        return html.string
    }

    /// How many aims, how much work and how many indicators a plan holds, and how many of the first two have a status.
    private func appendCounts(of plan: Entity, into html: inout HTML) {
        let entities = library.entities(inPlan: plan.id)
        let aims = entities.filter { $0.kind == .goal || $0.kind == .programme || $0.kind == .priority }
        let work = entities.filter { $0.kind == .assignment || $0.kind == .activity }
        let statuses = (aims + work).filter { library.status(of: $0) != nil }.count
        let indicators = entities.filter { $0.kind == .indicator }.count
        let parts = [("aims", aims.count), ("work", work.count), ("indicators", indicators), ("statuses", statuses)]
            .filter { $0.1 > 0 }.map { words("plan-counts." + $0.0, $0.1) }
        guard !parts.isEmpty else { return }
        html.append("<span class=\"meta counts\">")
        html.append(text: Typography.binding(parts.joined(separator: " · ")))
        html.append("</span>")
    }

    static func byPeriod(_ plans: [Entity]) -> [Entity] {
        plans.sorted { left, right in
            let (a, b) = (left.period ?? Period(first: 0), right.period ?? Period(first: 0))
            return a == b ? left.id < right.id : b < a
        }
    }

    /// Meetings in order of date.
    ///
    /// - Parameter showsAgenda: whether each says what it is to decide.
    func meetingList(_ meetings: [Entity], showsAgenda: Bool = false, from page: PagePlace) -> String {
        guard !meetings.isEmpty else { return "" }
        var html = HTML()
        html.append("<ul class=\"date-list\">")
        for meeting in meetings {
            html.append("<li>")
            if let date = meeting.date {
                html.append("<time datetime=\"")
                html.append(attribute: date.text)
                html.append("\">")
                html.append(text: text(of: date))
                html.append("</time> ")
            }
            link(meeting, from: page, into: &html)
            html.append(" <span class=\"meta\">")
            if let organisation = meeting.organisation.flatMap({ library[$0] }) {
                appendTitle(of: organisation, into: &html)
            }
            html.append("</span>")
            if showsAgenda { appendAgenda(of: meeting, into: &html) }
            html.append("</li>")
        }
        html.append("</ul>")
        return html.string
    }

    /// The items of an agenda, each with its decision where one is stated.
    private func appendAgenda(of meeting: Entity, into html: inout HTML) {
        let items = meeting.agenda(in: language)
        guard !items.isEmpty else {
            html.append("<p class=\"nothing\">")
            html.append(text: t("meetings.no-agenda"))
            html.append("</p>")
            return
        }
        html.append("<ul class=\"plain\">")
        for item in items {
            html.append("<li>")
            html.append(text: item.title.value)
            if let decision = item.decision {
                html.append(" <span class=\"decided\"><span class=\"label\">")
                html.append(text: t("meeting.decision"))
                html.append("</span> ")
                html.append(text: Typography.binding(decision))
                html.append("</span>")
            }
            html.append("</li>")
        }
        html.append("</ul>")
    }

    /// A text that is a whole date as people read it, other text as it stands.
    func dateText(_ schedule: String) -> String {
        guard let date = CalendarDate(schedule), date.isExact else { return schedule }
        return text(of: date)
    }

    /// Who answers for an entity, in words: the titles of the units, else the text as written.
    func ownerText(of entity: Entity) -> String? {
        let units = library.targets(of: entity.id, .responsible)
        guard let (text, _) = entity.responsible(entity.kind == .meeting ? .body : .owner) else {
            return units.first?.title(in: language)
        }
        guard let organisation = entity.organisation else { return text }
        // An id or a short name says little outside its table: the unit's title does.
        return library.unitNames.pieces(of: text, organisation: organisation)
            .map { piece in piece.unit.flatMap { library[$0] }?.title(in: language) ?? piece.text }.joined()
    }

    func organisationName(of entity: Entity) -> String {
        entity.organisation.flatMap { library[$0] }?.title(in: language) ?? ""
    }
}
