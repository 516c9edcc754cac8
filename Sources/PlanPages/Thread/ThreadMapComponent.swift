import PlanGraph
import PlanMarkdown
import PlanModel

/// The whole thread of a plan: drawn where there is room, nested lists on a phone and in print, and what hangs on nothing.
struct ThreadMapComponent {
    let edition: Edition
    let page: PagePlace
    let plan: Entity

    func render() -> String {
        let map = edition.library.threadMap(of: plan.id)
        guard !map.isEmpty else { return "" }
        var html = HTML()
        html.append(raw: ThreadDrawing(edition: edition, page: page, plan: plan).render(map))
        if !map.groups.isEmpty {
            html.append("<ul class=\"thread-map\">")
            for group in map.groups { render(group, into: &html) }
            html.append("</ul>")
        }
        renderLoose(map, into: &html)
        return html.string
    }

    private func render(_ group: ThreadMap.Group, into html: inout HTML) {
        guard let heading = group.heading else {
            for branch in group.branches { render(branch, into: &html) }
            return
        }
        html.append("<li class=\"thread-step\">")
        edition.link(heading, from: page, into: &html)
        html.append(" <span class=\"kind\">")
        html.append(text: edition.kindName(heading.kind))
        html.append("</span><ul>")
        for branch in group.branches { render(branch, into: &html) }
        html.append("</ul></li>")
    }

    private func render(_ branch: ThreadMap.Branch, into html: inout HTML) {
        html.append("<li class=\"thread-step\">")
        edition.link(branch.entity, from: page, into: &html)
        html.append(" <span class=\"kind\">")
        html.append(text: edition.kindName(branch.entity.kind))
        html.append("</span>")
        if let other = branch.entity.plan, other != plan.id, let foreign = edition.library[other] {
            html.append(" <span class=\"meta\"")
            edition.appendContentLanguage(of: foreign, into: &html)
            html.append(">")
            html.append(text: foreign.title(in: edition.language))
            html.append("</span>")
        }
        edition.appendMeta(branch.entity, into: &html)
        if !branch.next.isEmpty || !branch.alsoCarriedBy.isEmpty {
            html.append("<ul>")
            for next in branch.next { render(next, into: &html) }
            // What stands in full elsewhere is named and no more.
            for other in branch.alsoCarriedBy {
                html.append("<li class=\"thread-step again\">")
                edition.link(other, from: page, into: &html)
                html.append(" <span class=\"kind\">")
                html.append(text: edition.kindName(other.kind))
                html.append("</span></li>")
            }
            html.append("</ul>")
        }
        html.append("</li>")
    }

    private func renderLoose(_ map: ThreadMap, into html: inout HTML) {
        guard !map.loose.isEmpty else { return }
        if !map.groups.isEmpty {
            html.append("<h3>")
            html.append(text: edition.t("thread.loose"))
            html.append("</h3>")
        }
        for kind in EntityKind.allCases {
            let group = map.loose.filter { $0.kind == kind }
            guard !group.isEmpty else { continue }
            html.append(map.groups.isEmpty ? "<h3>" : "<h4>")
            html.append(text: edition.counted(kind, group.count))
            html.append(map.groups.isEmpty ? "</h3>" : "</h4>")
            html.append(raw: edition.list(group, from: page))
        }
    }
}
