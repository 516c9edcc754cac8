import PlanGraph
import PlanMarkdown
import PlanModel

/// The meetings that deal with the same documents, from the first to the last: where this one stands, and what comes next.
struct MeetingChain {
    let edition: Edition
    let page: PagePlace

    /// Nothing where no document is named, since then nothing ties the meeting to others.
    func render(_ meeting: Entity) -> String {
        let library = edition.library
        guard !library.targets(of: meeting.id, .decides).isEmpty else { return "" }
        let chain = library.meetingChain(of: meeting)
        let matter = Set(library.targets(of: meeting.id, .decides).flatMap { library.matter(of: $0.id) })
        var html = HTML()
        html.append("<ol class=\"chain\">")
        for other in chain {
            let isSelf = other.id == meeting.id
            html.append(isSelf ? "<li class=\"self\" aria-current=\"step\">" : "<li>")
            if other.date == nil {
                html.append("<span class=\"meta\">")
                html.append(text: edition.t("fact.date") + " " + edition.t("not-stated"))
                html.append("</span> ")
            }
            edition.appendTime(other.date, into: &html)
            if isSelf {
                html.append("<strong>")
                html.append(text: other.title(in: edition.language))
                html.append("</strong> <span class=\"meta\">")
                html.append(text: edition.t("meeting.this"))
                html.append("</span>")
            } else {
                edition.link(other, from: page, into: &html)
            }
            appendItems(of: other, matter: matter, into: &html)
            html.append("</li>")
        }
        html.append("</ol>")
        if chain.last?.id == meeting.id {
            html.append("<p class=\"nothing\">")
            html.append(text: edition.t("meeting.nothing-later"))
            html.append("</p>")
        }
        return html.string
    }

    /// The items about the matter, each with its decision where one is stated.
    private func appendItems(of meeting: Entity, matter: Set<EntityID>, into html: inout HTML) {
        let items = zip(meeting.agenda, meeting.agenda(in: edition.language)).filter { original, _ in
            edition.library.documents(of: original, at: meeting).contains { matter.contains($0.id) }
        }
        guard !items.isEmpty else { return }
        html.append("<ul class=\"plain\">")
        for (_, item) in items {
            html.append("<li>")
            html.append(text: item.title.value)
            if let decision = item.decision {
                html.append("<span class=\"decided\"> <span class=\"label\">")
                html.append(text: edition.t("meeting.decision"))
                html.append("</span> ")
                html.append(text: Typography.binding(decision))
                html.append("</span>")
            }
            html.append("</li>")
        }
        html.append("</ul>")
    }
}
