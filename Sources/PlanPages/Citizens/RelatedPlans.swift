import PlanGraph
import PlanMarkdown
import PlanModel

/// The plans that a plan has to do with, the latest first, each with what ties the two together.
struct RelatedPlans {
    let plan: Entity
    let edition: Edition
    let page: PagePlace

    private var library: Library { edition.library }

    /// How many plans of the same organisation stand before and after it in time.
    private static let mostNeighbours = 6

    private struct Related {
        let plan: Entity
        /// Keys of the words for what ties them.
        var ties: [String]
    }

    func render() -> String {
        let related = related()
        guard !related.isEmpty else { return "" }
        let ties = Dictionary(related.map { ($0.plan.id, $0.ties) }, uniquingKeysWith: { first, _ in first })
        var html = HTML()
        html.append("<ul class=\"plan-list related-plans\">")
        for other in Edition.byPeriod(related.map(\.plan)) {
            html.append("<li><span class=\"period\">")
            html.append(text: other.period.map { edition.text(of: $0) } ?? edition.t("period.none"))
            html.append("</span> ")
            edition.link(other, from: page, into: &html)
            html.append(" <span class=\"meta\">")
            html.append(text: (ties[other.id] ?? []).map { edition.t("related-plans." + $0) }.joined(separator: ", "))
            html.append("</span>")
            if let status = library.status(of: other) {
                html.append(" ")
                edition.appendStatus(status, into: &html)
            }
            html.append("</li>")
        }
        html.append("</ul>")
        return html.string
    }

    private func related() -> [Related] {
        var found: [Related] = []
        func add(_ other: Entity, _ tie: String) {
            guard other.kind == .plan, other.id != plan.id else { return }
            if let known = found.firstIndex(where: { $0.plan.id == other.id }) {
                if !found[known].ties.contains(tie) { found[known].ties.append(tie) }
            } else {
                found.append(Related(plan: other, ties: [tie]))
            }
        }
        for other in library.targets(of: plan.id, .basedOn) { add(other, "based-on") }
        for other in library.sources(of: plan.id, .basedOn) { add(other, "basis-of") }
        for other in library.targets(of: plan.id, .supersedes) { add(other, "supersedes") }
        for other in library.sources(of: plan.id, .supersedes) { add(other, "superseded-by") }
        // An organisation with hundreds of plans lists them all on its own page.
        let siblings = plan.organisation.flatMap { edition.plansByOrganisation[$0] } ?? []
        let place = siblings.firstIndex(of: plan.id) ?? 0
        let near = siblings[max(0, place - Self.mostNeighbours)..<min(siblings.count, place + Self.mostNeighbours + 1)]
        let owners = Set(library.targets(of: plan.id, .responsible).map(\.id))
        for other in near.compactMap({ library[$0] }) where other.id != plan.id {
            let isSameOwner = library.targets(of: other.id, .responsible).contains { owners.contains($0.id) }
            if isSameOwner {
                add(other, "owner")
            } else if !found.contains(where: { $0.plan.id == other.id }) {
                add(other, "organisation")
            }
        }
        return found
    }
}
