import PlanGraph
import PlanMarkdown
import PlanModel

extension Edition {
    /// A meeting as the pack for it.
    func meetingPage(_ meeting: Entity) -> SiteFile {
        let page = place(of: meeting)
        let pack = pack(of: meeting)
        var values = commonValues(meeting, page: page)
        values["facts"] = .text(meetingFacts(meeting, reading: pack.documents, page: page))
        values["agenda"] = .text(MeetingAgenda(edition: self, page: page, meeting: meeting).render())
        values["chain"] = .text(MeetingChain(edition: self, page: page).render(meeting))
        values["packFiles"] = .text(packFiles(of: meeting, pack: pack, page: page))
        let all = sortedByDate(library.entities(of: .meeting).filter { $0.organisation == meeting.organisation })
        if let index = all.firstIndex(where: { $0.id == meeting.id }) {
            if index > 0 { values["previous"] = neighbour(all[index - 1], from: page) }
            if index + 1 < all.count { values["next"] = neighbour(all[index + 1], from: page) }
        }
        if values["previous"] != nil || values["next"] != nil { values["hasNeighbours"] = .text("true") }
        return file(
            .meeting, values: values, title: meeting.title(in: language), description: description(of: meeting),
            address: library.address(of: meeting.id), crumbs: crumbs(to: meeting, page: page),
            printLine: printLine(of: meeting, documents: pack.documents))
    }

    /// A meeting's whole pack on one page to print: `ORG/meetings/ID/pack/`.
    func packPage(_ meeting: Entity) -> SiteFile {
        let pack = pack(of: meeting)
        let page = PagePlace(path: prefix + pack.address.path)
        var values = commonValues(meeting, page: page, skipsProse: true)
        let title = t("pack.title", ["meeting": meeting.title(in: language)])
        values["title"] = .text(title)
        values["kindLabel"] = .text(t("pack.kind"))
        values["facts"] = .text(meetingFacts(meeting, reading: pack.documents, page: page))
        values["prose"] = .text(pack.prose())
        values["contents"] = .text(pack.contents())
        values["agenda"] = .text(pack.agenda())
        values["documents"] = .text(pack.texts())
        let own = library.address(of: meeting.id)
        values["back"] = .text(href(own, from: page))
        return file(
            .pack, values: values, title: title, description: description(of: meeting), address: pack.address,
            crumbs: crumbs(to: meeting, page: page) + [(href(own, from: page), meeting.title(in: language))],
            printLine: printLine(of: meeting, documents: pack.documents), canonical: own)
    }

    /// The folders of pages that search engines are not to list, relative to the site's root.
    package var unlisted: Set<String> {
        Set(library.entities(of: .meeting).map { prefix + pack(of: $0).address.path })
    }

    /// The pages that become PDF files, each with its file: every plan, and the pack of every meeting with documents.
    package var printedPages: [(page: String, file: String)] {
        let plans = library.entities(of: .plan).map { (place(of: $0).path, prefix + DataPaths.pdf(of: $0)) }
        let packs = library.entities(of: .meeting).compactMap { meeting -> (String, String)? in
            let pack = pack(of: meeting)
            guard !pack.documents.isEmpty else { return nil }
            return (prefix + pack.address.path, prefix + DataPaths.pdf(of: meeting))
        }
        return (plans + packs).map { (page: $0.0, file: $0.1) }
    }

    private func pack(of meeting: Entity) -> MeetingPack {
        MeetingPack(
            edition: self, meeting: meeting, address: MeetingPack.address(of: library.address(of: meeting.id)))
    }

    private func meetingFacts(_ meeting: Entity, reading documents: [Entity], page: PagePlace) -> String {
        var facts = Facts(edition: self, page: page)
        facts.addResponsible(meeting, key: "fact.body", isExpected: true)
        facts.add("fact.date", meeting.date.map { text(of: $0) }, isExpected: true)
        facts.add("fact.time", meeting.text(.time, in: language), isExpected: true)
        facts.add("fact.place", meeting.text(.place, in: language), isExpected: true)
        let minutes = documents.compactMap { readingMinutes($0) }
        if !minutes.isEmpty {
            facts.add(
                "meeting.reading",
                t(
                    "meeting.reading-total",
                    [
                        "time": t.counted("meeting.minutes", minutes.reduce(0, +)),
                        "documents": t.counted("meeting.documents", documents.count),
                    ]))
        }
        return facts.text
    }

    /// The pack to print, and as a file where one was made.
    private func packFiles(of meeting: Entity, pack: MeetingPack, page: PagePlace) -> String {
        guard !pack.documents.isEmpty else { return "" }
        var html = HTML()
        html.append("<p class=\"pack-link\"><a href=\"")
        html.append(attribute: href(pack.address, from: page))
        html.append("\">")
        html.append(text: t("pack.link"))
        html.append("</a>")
        if hasPDF {
            html.append(" <a href=\"")
            html.append(attribute: href(file: prefix + DataPaths.pdf(of: meeting), from: page))
            html.append("\" type=\"application/pdf\">")
            html.append(text: t("pack.pdf"))
            html.append("</a>")
        }
        html.append("</p>")
        return html.string
    }

    private func neighbour(_ meeting: Entity, from page: PagePlace) -> TemplateValue {
        .list([
            TemplateValues(["href": .text(href(meeting.id, from: page)), "title": .text(meeting.title(in: language))])
        ])
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
            values["upcoming"] = .text(meetingList(upcoming, showsAgenda: true, from: page))
            values["past"] = .text(meetingList(past.reversed(), showsAgenda: true, from: page))
        } else {
            values["undated"] = .text(meetingList(all, showsAgenda: true, from: page))
        }
        return file(
            .meetings, values: values, title: t("meetings.title"), description: t("meetings.description"),
            address: address,
            crumbs: [(href(Address(path: ""), from: page), t("start.title"))])
    }
}
