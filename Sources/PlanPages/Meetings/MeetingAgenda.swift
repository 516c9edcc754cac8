import PlanGraph
import PlanMarkdown
import PlanModel

/// A meeting's agenda as the pack for it: each item with its proposal, its decision, and all that is known of its documents.
struct MeetingAgenda {
    let edition: Edition
    let page: PagePlace
    let meeting: Entity

    private var library: Library { edition.library }

    func render() -> String {
        let items = meeting.agenda(in: edition.language)
        guard !items.isEmpty else { return "" }
        var html = HTML()
        html.append("<ol class=\"agenda\">")
        for (index, item) in items.enumerated() {
            html.append("<li><h3>")
            html.append(text: item.title.value)
            html.append("</h3>")
            appendOutcome(of: item, into: &html)
            let documents = library.documents(of: meeting.agenda[index], at: meeting)
            if documents.isEmpty {
                html.append("<p class=\"nothing\">")
                html.append(text: edition.t("meeting.no-documents"))
                html.append("</p>")
            } else {
                appendDocuments(documents, before: index, into: &html)
                appendEarlier(documents, before: index, into: &html)
            }
            html.append("</li>")
        }
        html.append("</ol>")
        return html.string
    }

    /// The proposal and the decision; what is not stated is said not to be.
    private func appendOutcome(of item: AgendaItem, into html: inout HTML) {
        for (key, form, value) in [
            ("meeting.proposal", "proposal", item.proposal), ("meeting.decision", "decision", item.decision),
        ] {
            html.append(raw: "<p class=\"\(form)\"><span class=\"label\">")
            html.append(text: edition.t(key))
            html.append("</span> ")
            if let value {
                html.append(text: Typography.binding(value))
            } else {
                edition.appendNotStated(into: &html)
            }
            html.append("</p>")
        }
    }

    private func appendDocuments(_ documents: [Entity], before index: Int, into html: inout HTML) {
        html.append("<ul class=\"documents\">")
        for document in documents {
            html.append("<li><h4>")
            edition.link(document, from: page, into: &html)
            html.append("</h4>")
            appendReading(of: document, into: &html)
            if let item = firstItem(with: document), item < index {
                // What the pack says of a document it says once.
                html.append("<p class=\"meta\">")
                html.append(text: edition.t("meeting.described-above", ["number": "\(item + 1)"]))
                html.append("</p></li>")
                continue
            }
            if let summary = document.text(.summary, in: edition.language) {
                html.append("<p")
                edition.appendContentLanguage(of: document, into: &html)
                html.append(">")
                html.append(text: Typography.binding(summary))
                html.append("</p>")
            }
            if let plan = edition.plan(of: document) {
                html.append(raw: Provenance(edition: edition, page: page).render(plan))
            }
            html.append(raw: DocumentBrief(edition: edition, page: page, document: document).render())
            html.append("</li>")
        }
        html.append("</ul>")
    }

    /// Status and reading time.
    private func appendReading(of document: Entity, into html: inout HTML) {
        html.append("<p class=\"meta\">")
        html.append(text: edition.kindName(document.kind))
        if let minutes = edition.readingMinutes(document) {
            html.append(" · ")
            html.append(text: edition.t.counted("meeting.reading-time", minutes))
        }
        html.append(" ")
        if let status = library.status(of: document) { edition.appendStatus(status, into: &html) }
        html.append("</p>")
    }

    private func firstItem(with document: Entity) -> Int? {
        meeting.agenda.firstIndex { library.documents(of: $0, at: meeting).contains { $0.id == document.id } }
    }

    /// What earlier meetings had on the same matter, with what they decided.
    private func appendEarlier(_ documents: [Entity], before index: Int, into html: inout HTML) {
        let all = library.mentions(ofMatterWith: documents)
        let own = all.firstIndex { $0.meeting == meeting.id } ?? 0
        let earlier = all[..<own].filter { library[$0.meeting]?.date != nil }
        html.append("<h4>")
        html.append(text: edition.t("meeting.earlier"))
        html.append("</h4>")
        guard !earlier.isEmpty else {
            html.append("<p class=\"nothing\">")
            html.append(text: edition.t("meeting.nothing-earlier"))
            html.append("</p>")
            return
        }
        html.append("<ul class=\"date-list earlier\">")
        for mention in earlier {
            html.append("<li>")
            edition.append(mention, from: page, into: &html)
            html.append("</li>")
        }
        html.append("</ul>")
    }
}

extension Edition {
    /// The plan that a document is, belongs to or reports on.
    func plan(of document: Entity) -> Entity? {
        if document.kind == .plan { return document }
        return document.plan.flatMap { library[$0] } ?? library.targets(of: document.id, .reportsOn).first
    }

    /// Reading time at 200 words a minute, at least one minute; `nil` for what has no text of its own.
    func readingMinutes(_ entity: Entity) -> Int? {
        guard let (file, _) = textFile(of: entity), let document = documents[file] else { return nil }
        return max(1, (document.wordCount + 100) / 200)
    }

    /// The day and name of a meeting, the item of its agenda and what was decided there.
    func append(_ mention: AgendaMention, from page: PagePlace, into html: inout HTML) {
        guard let meeting = library[mention.meeting], mention.item < meeting.agenda.count else { return }
        appendTime(meeting.date, into: &html)
        link(meeting, from: page, into: &html)
        let item = meeting.agenda(in: language)[mention.item]
        html.append(" <span class=\"meta\">")
        html.append(text: item.title.value)
        html.append("</span> <span class=\"decided\"><span class=\"label\">")
        html.append(text: t("meeting.decision"))
        html.append("</span> ")
        if let decision = item.decision {
            html.append(text: Typography.binding(decision))
        } else {
            appendNotStated(into: &html)
        }
        html.append("</span>")
    }

    func appendTime(_ date: CalendarDate?, into html: inout HTML) {
        guard let date else { return }
        html.append("<time datetime=\"")
        html.append(attribute: date.text)
        html.append("\">")
        html.append(text: text(of: date))
        html.append("</time> ")
    }
}
