import PlanGraph
import PlanMarkdown
import PlanModel

/// The red thread of one entity, drawn as nested lists.
struct ThreadComponent {
    let edition: Edition
    let page: PagePlace

    /// What the entity serves, the entity itself, and what carries it out.
    func render(_ entity: Entity) -> String {
        let above = ancestors(of: entity.id)
        let below = edition.library.threadBelow(entity.id)
        var html = HTML()
        html.append("<section class=\"thread\" aria-labelledby=\"thread\"><h2 id=\"thread\">")
        html.append(text: edition.t("thread.title"))
        html.append("</h2>")
        if !above.isEmpty {
            html.append("<ol class=\"thread-above\">")
            for step in above { renderAbove(step, into: &html) }
            html.append("</ol>")
        }
        html.append("<p class=\"thread-self\"><span class=\"kind\">")
        html.append(text: edition.kindName(entity.kind))
        html.append("</span> ")
        if let code = entity.code {
            html.append("<span class=\"code\">")
            html.append(text: code)
            html.append("</span> ")
        }
        html.append("<strong")
        edition.appendContentLanguage(of: entity, into: &html)
        html.append(">")
        html.append(text: entity.title(in: edition.language))
        html.append("</strong></p>")
        renderBelow(below, entity: entity, into: &html)
        html.append("</section>")
        return html.string
    }

    private struct Ancestor {
        let entity: Entity
        let relation: RelationKind
        var distance: Int
    }

    /// All that lies above, the furthest first; what is reached by several ways stands at the longest.
    private func ancestors(of id: EntityID) -> [Ancestor] {
        var found: [EntityID: Ancestor] = [:]
        func walk(_ steps: [ThreadStep], distance: Int) {
            for step in steps {
                if let known = found[step.entity.id], known.distance >= distance { continue }
                found[step.entity.id] = Ancestor(entity: step.entity, relation: step.relation, distance: distance)
                walk(step.next, distance: distance + 1)
            }
        }
        walk(edition.library.threadAbove(id), distance: 1)
        return found.values.sorted { left, right in
            left.distance == right.distance
                ? (left.entity.kind, left.entity.id) < (right.entity.kind, right.entity.id)
                : left.distance > right.distance
        }
    }

    private func renderAbove(_ step: Ancestor, into html: inout HTML) {
        html.append("<li class=\"thread-step kind-")
        html.append(raw: step.entity.kind.rawValue)
        html.append("\">")
        if step.distance == 1 {
            html.append("<span class=\"thread-relation\">")
            html.append(text: edition.t("relation." + step.relation.rawValue))
            html.append("</span> ")
        }
        edition.link(step.entity, from: page, into: &html)
        html.append(" <span class=\"kind\">")
        html.append(text: edition.kindName(step.entity.kind))
        html.append("</span></li>")
    }

    private func renderBelow(_ steps: [ThreadStep], entity: Entity, into html: inout HTML) {
        html.append("<div class=\"thread-below\">")
        if steps.isEmpty, let text = emptyText(for: entity) {
            html.append("<p class=\"thread-end\">")
            html.append(text: text)
            html.append("</p>")
        }
        for kind in EntityKind.allCases {
            let group = steps.filter { $0.entity.kind == kind }
            guard !group.isEmpty else { continue }
            html.append("<h3>")
            html.append(text: edition.kindsName(kind))
            html.append("</h3><ul>")
            for step in group { renderStep(step, showsKind: false, into: &html) }
            html.append("</ul>")
        }
        html.append("</div>")
    }

    private func renderStep(_ step: ThreadStep, showsKind: Bool, into html: inout HTML) {
        html.append("<li class=\"thread-step kind-")
        html.append(raw: step.entity.kind.rawValue)
        html.append("\">")
        edition.link(step.entity, from: page, into: &html)
        if showsKind {
            html.append(" <span class=\"kind\">")
            html.append(text: edition.kindName(step.entity.kind))
            html.append("</span>")
        }
        edition.appendMeta(step.entity, into: &html)
        if !step.next.isEmpty {
            html.append("<ul>")
            for next in step.next { renderStep(next, showsKind: true, into: &html) }
            html.append("</ul>")
        }
        html.append("</li>")
    }

    /// What is said where nothing carries an aim out; work and indicators need nothing below them.
    private func emptyText(for entity: Entity) -> String? {
        switch entity.kind {
        case .goal, .programme, .priority:
            edition.t(entity.flag(.ordinary) == true ? "thread.ordinary" : "thread.nobody")
        case .assignment: edition.t("thread.no-activities")
        case .organisation, .unit, .plan, .perspective, .focusArea, .activity, .indicator, .report, .meeting, .page,
            .table, .control, .risk, .term:
            nil
        }
    }
}
