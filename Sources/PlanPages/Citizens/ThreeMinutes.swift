import PlanGraph
import PlanMarkdown
import PlanModel

/// A plan in about three minutes of reading: what it wants, what will be done, what it costs, how it is measured, what is
/// uncertain, what is decided and what comes next.
///
/// Every sentence is made from the model, and what the content does not state is said to be not stated. Lists stop after
/// ``wordsInList`` words, so that the whole stays at about 600 whatever the plan's size.
struct ThreeMinutes {
    let plan: Entity
    let edition: Edition
    let page: PagePlace
    let entities: [Entity]

    /// About how many words a list may hold; its last item may go beyond.
    static let wordsInList = 60
    static let itemsInList = 6

    var library: Library { edition.library }
    var t: InterfaceStrings { edition.t }

    init(_ plan: Entity, edition: Edition, page: PagePlace) {
        self.plan = plan
        self.edition = edition
        self.page = page
        entities = edition.library.entities(inPlan: plan.id)
    }

    /// Nothing where the plan holds nothing that can be counted: then the document itself is what there is.
    func render() -> String {
        guard entities.contains(where: { $0.kind.hasPage }) || !(edition.tablesByPlan[plan.id] ?? []).isEmpty else {
            return ""
        }
        var html = HTML()
        part("want", wants(), into: &html)
        part("do", work(), into: &html)
        part("cost", ThreeMinutesMoney(plan, edition: edition, page: page).render(), into: &html)
        part("measure", measures(), into: &html)
        part("risk", risks(), into: &html)
        part("next", next(), into: &html)
        return html.string
    }

    private func part(_ key: String, _ content: String, into html: inout HTML) {
        guard !content.isEmpty else { return }
        html.append("<div class=\"minute\"><h3>")
        html.append(text: t("three-minutes." + key))
        html.append("</h3><div>")
        html.append(raw: content)
        html.append("</div></div>")
    }

    // MARK: Aims

    private static let aims: [EntityKind] = [.goal, .programme, .priority]

    private func wants() -> String {
        let aims = entities.filter { Self.aims.contains($0.kind) }
        guard !aims.isEmpty else { return sentence(t("three-minutes.no-aims")) }
        var html = HTML()
        html.append(raw: sentence(holds(Self.aims)))
        let above = aims.map { groupsAbove($0) }
        // By the one of the two that sorts more of them: most plans have both, and counted twice they tell nothing.
        let sorted = [EntityKind.focusArea, .perspective].map { kind in
            above.map { $0.filter { library[$0]?.kind == kind } }
        }
        let chosen =
            sorted[0].filter { !$0.isEmpty }.count >= sorted[1].filter { !$0.isEmpty }.count
            ? sorted[0] : sorted[1]
        let groups = entities.filter { $0.kind == .focusArea || $0.kind == .perspective }
        var counts: [EntityID: Int] = [:]
        var ungrouped = 0
        for above in chosen {
            if above.isEmpty { ungrouped += 1 }
            for id in above { counts[id, default: 0] += 1 }
        }
        let known = groups.filter { counts[$0.id] != nil }
        if known.count > 1 {
            let sorted = known.enumerated().sorted { left, right in
                let (a, b) = (counts[left.element.id] ?? 0, counts[right.element.id] ?? 0)
                return a == b ? left.offset < right.offset : a > b
            }.map(\.element)
            list(sorted, into: &html) { group, html in
                edition.link(group, from: page, into: &html)
                html.append(text: ": " + edition.count(counts[group.id] ?? 0))
            }
            if ungrouped > 0 { html.append(raw: sentence(edition.words("three-minutes.ungrouped", ungrouped))) }
        } else {
            let roots = aims.filter { aim in
                !library.targets(of: aim.id, .partOf).contains { Self.aims.contains($0.kind) && $0.plan == plan.id }
            }
            list(roots, into: &html) { edition.link($0, from: page, into: &$1) }
        }
        html.append(raw: link("#section-red-thread", edition.words("three-minutes.all", aims.count)))
        return html.string
    }

    /// The perspectives and focus areas of the plan that an aim belongs to, through other aims, too.
    private func groupsAbove(_ aim: Entity) -> Set<EntityID> {
        var found: Set<EntityID> = []
        var met: Set<EntityID> = [aim.id]
        var open = [aim]
        while let entity = open.popLast() {
            for above in library.targets(of: entity.id, .partOf) where met.insert(above.id).inserted {
                if above.kind == .focusArea || above.kind == .perspective {
                    if above.plan == plan.id { found.insert(above.id) }
                } else if Self.aims.contains(above.kind) {
                    open.append(above)
                }
            }
        }
        return found
    }

    // MARK: Work

    private func work() -> String {
        let work = entities.filter { $0.kind == .assignment || $0.kind == .activity }
        guard !work.isEmpty else { return sentence(t("three-minutes.no-work")) }
        var html = HTML()
        html.append(raw: sentence(holds([.assignment, .activity])))
        var counts: [ResponsibilityMatrix.Body: Int] = [:]
        for body in work.flatMap({ library.bodies(of: $0) }) { counts[body, default: 0] += 1 }
        let unstated = counts.removeValue(forKey: ResponsibilityMatrix.Body(unit: nil, name: nil)) ?? 0
        // Units first among those with as much to do.
        let bodies = counts.sorted { left, right in
            left.value == right.value ? left.key < right.key : left.value > right.value
        }
        html.append("<ul>")
        for (body, count) in bodies.prefix(Self.itemsInList) {
            html.append("<li>")
            if let unit = body.unit.flatMap({ library[$0] }) {
                edition.link(unit, from: page, into: &html)
            } else {
                edition.append(body.name ?? "", in: edition.configuration.defaultLanguage, into: &html)
            }
            html.append(text: ": " + edition.count(count))
            html.append("</li>")
        }
        html.append("</ul>")
        if bodies.count > Self.itemsInList {
            html.append(raw: sentence(edition.words("three-minutes.more-owners", bodies.count - Self.itemsInList)))
        }
        if unstated > 0 { html.append(raw: sentence(edition.words("three-minutes.no-owner", unstated))) }
        return html.string
    }

    // MARK: Measures

    private func measures() -> String {
        let indicators = entities.filter { $0.kind == .indicator }
        guard !indicators.isEmpty else { return sentence(t("three-minutes.no-indicators")) }
        let targets = indicators.filter { !$0.values(.target).isEmpty }.count
        var html = HTML()
        html.append(
            raw: sentence(holds([.indicator]) + " " + edition.words("three-minutes.with-target", targets)))
        // Those that say most come first.
        let told = indicators.filter { edition.latestValue(of: $0) != nil && !$0.values(.target).isEmpty }
        let first = Set(told.map(\.id))
        let rest = indicators.filter { !first.contains($0.id) }
        list(told + rest, into: &html) { indicator, html in
            edition.link(indicator, from: page, into: &html)
            let target = indicator.values(.target).last.map { value in
                t("three-minutes.target", ["value": Self.text(value.text, value.period, edition)])
            }
            let latest = edition.latestValue(of: indicator).map { value in
                t("three-minutes.latest", ["value": Self.text(value.text, value.period, edition)])
            }
            let facts = [target, latest].compactMap(\.self)
            if !facts.isEmpty { html.append(text: ": " + Typography.binding(facts.joined(separator: ", "))) }
        }
        return html.string
    }

    private static func text(_ value: String, _ period: Period?, _ edition: Edition) -> String {
        // 'Prognos 2018: +27 mkr' says its period itself.
        guard let period = period.map({ edition.text(of: $0) }), !value.contains(period) else { return value }
        return value + " (" + period + ")"
    }

    // MARK: Risks

    /// Risks, control points and what is late; nothing where the content names none.
    private func risks() -> String {
        let risks = entities.filter { $0.kind == .risk || $0.kind == .control }
        let late = entities.filter { library.status(of: $0) == .atRisk || library.status(of: $0) == .delayed }
        guard !risks.isEmpty || !late.isEmpty else { return "" }
        var html = HTML()
        var words: [String] = []
        if !late.isEmpty { words.append(edition.words("three-minutes.at-risk", late.count)) }
        if !risks.isEmpty { words.append(holds([.risk, .control])) }
        html.append(raw: sentence(words.joined(separator: " ")))
        list(late + risks, into: &html) { entity, html in
            edition.link(entity, from: page, into: &html)
            if let status = library.status(of: entity) {
                html.append(" ")
                edition.appendStatus(status, into: &html)
            }
        }
        return html.string
    }

    // MARK: Decision

    private func next() -> String {
        var html = HTML()
        html.append(raw: sentence(edition.decisionText(of: plan) + "."))
        if let report = library.sources(of: plan.id, .reportsOn).last {
            linked(t("three-minutes.reported"), [report], into: &html)
        }
        let meetings = edition.sortedByDate(library.sources(of: plan.id, .decides).filter { $0.kind == .meeting })
        let coming = meetings.filter { meeting in isComing(meeting.date) }
        let promises = CommitmentList(edition: edition, page: page)
        let dates = promises.split(edition.commitmentsByPlan[plan.id] ?? [])?.coming ?? []
        if edition.asOf != nil {
            linked(t("three-minutes.dealt-with"), meetings.filter { !isComing($0.date) }.suffix(3), into: &html)
        }
        linked(t("three-minutes.coming"), Array(coming.prefix(3)), into: &html)
        if !dates.isEmpty {
            html.append(raw: sentence(t("three-minutes.dates")))
            html.append(raw: promises.render(Array(dates.prefix(3))))
        }
        if coming.isEmpty, dates.isEmpty { html.append(raw: sentence(t("three-minutes.nothing-next"))) }
        return html.string
    }

    private func isComing(_ date: CalendarDate?) -> Bool {
        guard let date, let asOf = edition.asOf else { return false }
        return date >= asOf
    }

    // MARK: Words

    /// `Planen har 12 mål och 3 program.`
    private func holds(_ kinds: [EntityKind]) -> String {
        let parts = kinds.compactMap { kind -> String? in
            let number = entities.filter { $0.kind == kind }.count
            return number > 0 ? edition.counted(kind, number) : nil
        }
        return t("three-minutes.holds", ["what": t.list(parts)])
    }

    private func sentence(_ text: String) -> String {
        var html = HTML()
        html.append("<p>")
        html.append(text: Typography.binding(text))
        html.append("</p>")
        return html.string
    }

    private func link(_ href: String, _ title: String) -> String {
        var html = HTML()
        html.append("<p class=\"table-more\"><a href=\"")
        html.append(attribute: href)
        html.append("\">")
        html.append(text: title)
        html.append("</a></p>")
        return html.string
    }

    private func linked(_ words: String, _ entities: [Entity], into html: inout HTML) {
        guard !entities.isEmpty else { return }
        html.append("<p>")
        html.append(text: words + " ")
        edition.appendLinks(entities, from: page, into: &html)
        html.append(".</p>")
    }

    /// The first items that have room.
    private func list(_ items: [Entity], into html: inout HTML, draw: (Entity, inout HTML) -> Void) {
        guard !items.isEmpty else { return }
        html.append("<ul>")
        var words = 0
        for item in items.prefix(Self.itemsInList) where words < Self.wordsInList {
            words += item.title(in: edition.language).split(whereSeparator: \.isWhitespace).count
            html.append("<li>")
            draw(item, &html)
            html.append("</li>")
        }
        html.append("</ul>")
    }
}
