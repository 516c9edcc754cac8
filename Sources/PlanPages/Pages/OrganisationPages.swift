import PlanGraph
import PlanMarkdown
import PlanModel

extension Edition {
    func organisationPage(_ organisation: Entity) -> SiteFile {
        let page = place(of: organisation)
        var values = commonValues(organisation, page: page)
        var facts = Facts(edition: self, page: page)
        facts.add("fact.population", organisation.population.map { count($0) })
        facts.add("fact.organisation-number", organisation.text(.organisationNumber))
        addHomepage(of: organisation, to: &facts)
        values["facts"] = .text(facts.text)
        let children = library.sources(of: organisation.id, .partOf)
        values["units"] = .text(unitTree(children.filter { $0.kind == .unit }, from: page))
        values["answers"] = .text(Answers(edition: self, page: page, organisation: organisation).render())
        values["plans"] = .text(
            planList(
                library.entities(of: .plan).filter { $0.organisation == organisation.id }, counts: true, from: page))
        values["recent"] = .text(recent(of: organisation, from: page))
        values["meetings"] = .text(
            meetingList(
                sortedByDate(library.entities(of: .meeting).filter { $0.organisation == organisation.id }), from: page))
        values["pages"] = .text(list(children.filter { $0.kind == .page }, from: page))
        values["milestones"] = .text(shortCommitments(of: organisation, page: page))
        let lines = library.moneyLines(of: organisation.id)
        let component = MoneyLinesComponent(edition: self, page: page)
        values["lines"] = .text(component.render(lines) + component.pictures(lines))
        return file(
            .organisation, values: values, title: organisation.title(in: language),
            description: description(of: organisation), address: library.address(of: organisation.id),
            crumbs: crumbs(to: organisation, page: page))
    }

    /// A unit's page: everything that it answers for.
    func unitPage(_ unit: Entity) -> SiteFile {
        let page = place(of: unit)
        var values = commonValues(unit, page: page)
        var facts = Facts(edition: self, page: page)
        facts.add("fact.kind", unit.bodyKind.map { t("body." + $0.rawValue) })
        facts.add("fact.short", unit.text(.short, in: language))
        facts.add("fact.part-of", entities: library.targets(of: unit.id, .partOf))
        addHomepage(of: unit, to: &facts)
        values["facts"] = .text(facts.text)
        let responsibilities = library.sources(of: unit.id, .responsible)
        values["answersFor"] = .text(
            PromisesComponent(edition: self, page: page, unit: unit)
                .render(responsibilities.filter { $0.kind != .plan && $0.kind != .meeting }))
        values["plans"] = .text(planList(responsibilities.filter { $0.kind == .plan }, from: page))
        values["meetings"] = .text(
            meetingList(sortedByDate(responsibilities.filter { $0.kind == .meeting }), from: page))
        values["money"] = .text(moneyList(library.money(of: unit.id), page: page))
        let children = library.sources(of: unit.id, .partOf)
        values["units"] = .text(unitTree(children.filter { $0.kind == .unit }, from: page))
        values["pages"] = .text(list(children.filter { $0.kind == .page }, from: page))
        return file(
            .unit, values: values, title: unit.title(in: language), description: description(of: unit),
            address: library.address(of: unit.id), crumbs: crumbs(to: unit, page: page))
    }

    private func addHomepage(of entity: Entity, to facts: inout Facts) {
        guard let homepage = entity.text(.homepage), homepage.hasPrefix("https://") || homepage.hasPrefix("http://")
        else { return }
        facts.add("fact.homepage") { html in
            html.append("<a href=\"")
            html.append(attribute: homepage)
            html.append("\">")
            html.append(text: homepage)
            html.append("</a>")
        }
    }

    /// Units with the units within them.
    private func unitTree(_ units: [Entity], from page: PagePlace) -> String {
        guard !units.isEmpty else { return "" }
        var html = HTML()
        html.append("<ul class=\"entity-list\">")
        for unit in sortedByKindAndTitle(units) {
            html.append("<li>")
            link(unit, from: page, into: &html)
            let work = library.sources(of: unit.id, .responsible).filter { $0.kind != .plan && $0.kind != .meeting }
            let meta = [unit.bodyKind.map { t("body." + $0.rawValue) }, work.isEmpty ? nil : counts(of: work)]
                .compactMap(\.self)
            if !meta.isEmpty {
                html.append(" <span class=\"meta\">")
                html.append(text: meta.joined(separator: " · "))
                html.append("</span>")
            }
            let answers = library.incoming(unit.id).filter { $0.kind == .responsible }.count
            if answers > 0 {
                html.append(" <span class=\"meta\">")
                html.append(text: words("answers-for", answers))
                html.append("</span>")
            }
            html.append(
                raw: unitTree(library.sources(of: unit.id, .partOf).filter { $0.kind == .unit }, from: page))
            html.append("</li>")
        }
        html.append("</ul>")
        return html.string
    }

    /// Council first; units of the same kind as a Swedish list has them, by title.
    private func sortedByKindAndTitle(_ units: [Entity]) -> [Entity] {
        units.map { (kind: $0.bodyKind.order, key: Alphabet.key($0.title(in: language)), unit: $0) }
            .sorted { left, right in
                if left.kind != right.kind { return left.kind < right.kind }
                if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
                return left.unit.id < right.unit.id
            }
            .map(\.unit)
    }

    func count(_ number: Int) -> String { Amount(mantissa: Int128(number), scale: 0).text(in: language) }

    func sortedByDate(_ meetings: [Entity]) -> [Entity] { library.sortedByDate(meetings) }
}

extension Optional where Wrapped == BodyKind {
    /// Council first, companies last; units that state no kind after them.
    fileprivate var order: Int { flatMap { BodyKind.allCases.firstIndex(of: $0) } ?? BodyKind.allCases.count }
}
