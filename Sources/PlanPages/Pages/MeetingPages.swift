import PlanGraph
import PlanMarkdown
import PlanModel

extension Edition {
    /// A meeting with its reading list.
    func meetingPage(_ meeting: Entity) -> SiteFile {
        let page = place(of: meeting)
        var values = commonValues(meeting, page: page)
        var facts = Facts(edition: self, page: page)
        facts.addResponsible(meeting, key: "fact.body", isExpected: true)
        facts.add("fact.date", meeting.date.map { text(of: $0) }, isExpected: true)
        facts.add(.time, of: meeting, isExpected: true)
        facts.add(.place, of: meeting, isExpected: true)
        values["facts"] = .text(facts.text)
        values["agenda"] = .text(agenda(of: meeting, page: page))
        let all = sortedByDate(library.entities(of: .meeting).filter { $0.organisation == meeting.organisation })
        if let index = all.firstIndex(where: { $0.id == meeting.id }) {
            if index > 0 { values["previous"] = neighbour(all[index - 1], from: page) }
            if index + 1 < all.count { values["next"] = neighbour(all[index + 1], from: page) }
        }
        if values["previous"] != nil || values["next"] != nil { values["hasNeighbours"] = .text("true") }
        return file(
            .meeting, values: values, title: meeting.title(in: language), description: description(of: meeting),
            address: library.address(of: meeting.id), crumbs: crumbs(to: meeting, page: page))
    }

    private func neighbour(_ meeting: Entity, from page: PagePlace) -> TemplateValue {
        .list([
            TemplateValues(["href": .text(href(meeting.id, from: page)), "title": .text(meeting.title(in: language))])
        ])
    }

    private func agenda(of meeting: Entity, page: PagePlace) -> String {
        let items = meeting.agenda(in: language)
        guard !items.isEmpty else { return "" }
        var html = HTML()
        html.append("<ol class=\"agenda\">")
        for (item, original) in zip(items, meeting.agenda) {
            html.append("<li><h3>")
            html.append(text: item.title.value)
            html.append("</h3>")
            for (key, form, value) in [
                ("meeting.proposal", "proposal", item.proposal), ("meeting.decision", "decision", item.decision),
            ] {
                html.append("<p class=\"")
                html.append(raw: form)
                html.append("\"><span class=\"label\">")
                html.append(text: t(key))
                html.append("</span> ")
                if let value { html.append(text: value) } else { appendNotStated(into: &html) }
                html.append("</p>")
            }
            appendDocuments(original, of: meeting, page: page, into: &html)
            html.append("</li>")
        }
        html.append("</ol>")
        return html.string
    }

    private func appendDocuments(_ item: AgendaItem, of meeting: Entity, page: PagePlace, into html: inout HTML) {
        let documents = item.documents.compactMap { reference in
            library.links.entity(reference.value, plan: nil, organisation: meeting.organisation)
                .flatMap { library[$0] }
        }
        guard !documents.isEmpty else { return }
        html.append("<ul class=\"documents\">")
        for document in documents {
            html.append("<li>")
            link(document, from: page, into: &html)
            if let summary = document.text(.summary, in: language) {
                html.append("<p>")
                append(Typography.binding(summary), in: language(of: .summary, of: document), into: &html)
                html.append("</p>")
            }
            if let minutes = readingMinutes(document) {
                html.append("<span class=\"meta\">")
                html.append(text: t.counted("meeting.reading-time", minutes))
                html.append("</span>")
            }
            html.append("</li>")
        }
        html.append("</ul>")
    }

    /// Reading time at 200 words a minute, at least one minute; `nil` for what has no text of its own.
    private func readingMinutes(_ entity: Entity) -> Int? {
        guard let (file, _) = textFile(of: entity), let document = documents[file] else { return nil }
        return max(1, (document.wordCount + 100) / 200)
    }

    /// All meetings of the site.
    func meetingsPage() -> SiteFile {
        let address = Address(path: "meetings/")
        let page = PagePlace(path: prefix + address.path)
        var values = TemplateValues(strings: t)
        values["title"] = .text(t("meetings.title"))
        let all = sortedByDate(library.entities(of: .meeting))
        if let asOf {
            let upcoming = all.filter { $0.date.map { $0 >= asOf } ?? false }
            let past = all.filter { !($0.date.map { $0 >= asOf } ?? false) }
            values["upcoming"] = .text(meetingList(upcoming, from: page))
            values["past"] = .text(meetingList(past.reversed(), from: page))
        } else {
            values["undated"] = .text(meetingList(all, from: page))
        }
        return file(
            .meetings, values: values, title: t("meetings.title"), description: t("meetings.description"),
            address: address,
            crumbs: [(href(Address(path: ""), from: page), t("start.title"))])
    }
}
