import PlanGraph
import PlanMarkdown
import PlanModel

/// What a unit answers for: how much and how it goes in all, then plan by plan what it has promised and what that serves.
struct PromisesComponent {
    let edition: Edition
    let page: PagePlace
    let unit: Entity

    /// - Parameter entities: what the unit answers for, plans and meetings aside.
    func render(_ entities: [Entity]) -> String {
        guard !entities.isEmpty else { return "" }
        var html = HTML()
        appendCounts(entities, into: &html)
        let plans = Edition.byPeriod(Set(entities.compactMap(\.plan)).compactMap { edition.library[$0] })
        for plan in plans {
            html.append("<section class=\"answers-for\"><h3>")
            edition.link(plan, from: page, into: &html)
            html.append("</h3>")
            appendStanding(of: plan, into: &html)
            appendKinds(entities.filter { $0.plan == plan.id }, into: &html)
            html.append("</section>")
        }
        appendKinds(entities.filter { $0.plan == nil }, into: &html)
        return html.string
    }

    /// `3 aktiviteter, 1 uppdrag`, then how many have which status.
    private func appendCounts(_ entities: [Entity], into html: inout HTML) {
        html.append("<p class=\"promises\">")
        html.append(text: edition.counts(of: entities))
        html.append(".</p>")
        let work = entities.filter { Schema.type(of: .status, for: $0.kind) != nil }
        guard !work.isEmpty else { return }
        html.append("<ul class=\"status-counts\">")
        for status in Status.allCases {
            let count = work.filter { edition.library.status(of: $0) == status }.count
            if count > 0 { append(count, "status." + status.rawValue, form: status.rawValue, into: &html) }
        }
        let without = work.filter { edition.library.status(of: $0) == nil }.count
        if without > 0 { append(without, "matrix.no-status", form: "none", into: &html) }
        html.append("</ul>")
    }

    private func append(_ count: Int, _ key: String, form: String, into html: inout HTML) {
        html.append("<li><span class=\"status status-")
        html.append(raw: form)
        html.append("\">")
        html.append(text: edition.count(count) + " " + edition.t(key).lowercasedFirst)
        html.append("</span></li>")
    }

    /// Whether the plan that promises is decided: nothing is promised in a draft.
    private func appendStanding(of plan: Entity, into html: inout HTML) {
        html.append("<p class=\"meta\">")
        if let status = edition.library.status(of: plan) {
            edition.appendStatus(status, into: &html)
        } else {
            html.append(text: edition.t("table.decision-not-stated"))
        }
        switch edition.library.standing(of: plan, on: edition.asOf) {
        case .draft, .proposed:
            html.append(" ")
            html.append(text: edition.t("unit.not-decided"))
        case .decided, .calledDecided, .unknown: break
        }
        html.append("</p>")
    }

    private func appendKinds(_ entities: [Entity], into html: inout HTML) {
        let kinds = Set(entities.map(\.kind))
        for kind in kinds.sorted() {
            let group = entities.filter { $0.kind == kind }
            if kinds.count > 1 {
                html.append("<h4>")
                html.append(text: edition.counted(kind, group.count))
                html.append("</h4>")
            }
            html.append("<ul class=\"entity-list\">")
            for entity in group {
                html.append("<li>")
                edition.link(entity, from: page, into: &html)
                edition.appendMeta(entity, of: unit, into: &html)
                appendAims(of: entity, into: &html)
                html.append("</li>")
            }
            html.append("</ul>")
        }
    }

    /// What the work is for.
    private func appendAims(of entity: Entity, into html: inout HTML) {
        for relation in [RelationKind.contributesTo, .measures] {
            let aims = edition.library.targets(of: entity.id, relation)
            guard !aims.isEmpty else { continue }
            html.append("<p class=\"serves\"><span class=\"label\">")
            html.append(text: edition.t("relation." + relation.rawValue))
            html.append("</span> ")
            edition.appendLinks(aims, from: page, into: &html)
            html.append("</p>")
        }
    }
}

extension Edition {
    /// How many of each kind: `3 uppdrag, 5 aktiviteter`; empty for nothing.
    func counts(of entities: [Entity]) -> String {
        EntityKind.allCases.compactMap { kind in
            let count = entities.filter { $0.kind == kind }.count
            return count > 0 ? counted(kind, count) : nil
        }.joined(separator: ", ")
    }
}
