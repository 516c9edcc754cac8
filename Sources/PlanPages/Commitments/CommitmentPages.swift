import PlanGraph
import PlanMarkdown
import PlanModel

extension Edition {
    static let commitmentsFolder = "data/commitments/"
    private static let mostOnSite = 20
    private static let mostInShort = 5

    /// All that is promised by a date: `data/commitments/`, and for each organisation `data/commitments/ORG/`. Nothing where
    /// no plan promises anything by a date.
    func commitmentPages() -> [SiteFile] {
        guard !commitments.isEmpty else { return [] }
        return [siteCommitments()]
            + library.entities(of: .organisation).compactMap { organisation in
                let own = commitments.filter { $0.organisation == organisation.id }
                return own.isEmpty ? nil : commitmentPage(of: organisation, own)
            }
    }

    private static func address(of organisation: EntityID) -> Address {
        Address(path: commitmentsFolder + Slug.address(of: organisation.local) + "/")
    }

    /// The next and the latest of the whole site, and the way to each organisation's.
    private func siteCommitments() -> SiteFile {
        let address = Address(path: Self.commitmentsFolder)
        let page = PagePlace(path: prefix + address.path)
        var values = TemplateValues(strings: t)
        values["title"] = .text(t("commitments.title"))
        values["summary"] = .text(t("commitments.lead"))
        let list = CommitmentList(
            edition: self, page: page, namesPlan: true,
            namesOrganisation: library.entities(of: .organisation).count > 1)
        if let (past, coming) = list.split(commitments) {
            values["upcoming"] = .text(list.render(Array(coming.prefix(Self.mostOnSite))))
            values["past"] = .text(list.render(past.suffix(Self.mostOnSite).reversed()))
        } else {
            values["undated"] = .text(list.render(Array(commitments.prefix(Self.mostOnSite))))
        }
        values["organisations"] = .text(organisationsThatPromise(page: page))
        return file(
            .commitments, values: values, title: t("commitments.title"), description: t("commitments.lead"),
            address: address, crumbs: [(href(Address(path: ""), from: page), t("start.title"))])
    }

    private func organisationsThatPromise(page: PagePlace) -> String {
        let counts = Dictionary(grouping: commitments, by: \.organisation).mapValues(\.count)
        var html = HTML()
        html.append("<ul class=\"entity-list\">")
        for organisation in library.entities(of: .organisation) {
            guard let count = counts[organisation.id] else { continue }
            html.append("<li><a href=\"")
            html.append(attribute: href(Self.address(of: organisation.id), from: page))
            html.append("\"")
            appendContentLanguage(of: organisation, into: &html)
            html.append(">")
            html.append(text: organisation.title(in: language))
            html.append("</a> <span class=\"meta\">")
            html.append(text: t.counted("commitments.count", count))
            html.append("</span></li>")
        }
        html.append("</ul>")
        return html.string
    }

    /// Everything that an organisation promises by a date.
    private func commitmentPage(of organisation: Entity, _ commitments: [Commitment]) -> SiteFile {
        let address = Self.address(of: organisation.id)
        let page = PagePlace(path: prefix + address.path)
        var values = TemplateValues(strings: t)
        let title = t("commitments.of", ["organisation": organisation.title(in: language)])
        values["title"] = .text(title)
        values["summary"] = .text(t("commitments.lead"))
        let list = CommitmentList(edition: self, page: page, namesPlan: true)
        if let (past, coming) = list.split(commitments) {
            values["upcoming"] = .text(list.render(coming))
            values["past"] = .text(list.render(past.reversed()))
        } else {
            values["undated"] = .text(list.render(commitments))
        }
        return file(
            .commitments, values: values, title: title, description: title, address: address,
            crumbs: crumbs(to: organisation, page: page) + [
                (href(organisation.id, from: page), organisation.title(in: language)),
                (href(Address(path: Self.commitmentsFolder), from: page), t("commitments.title")),
            ])
    }

    // MARK: On other pages

    /// All that a plan promises by a date.
    func commitments(of plan: Entity, page: PagePlace) -> String {
        CommitmentList(edition: self, page: page)
            .sections(commitmentsByPlan[plan.id] ?? [], level: 3)
    }

    /// The next and the latest of an organisation or, without one, of the site, and the way to all of them.
    func shortCommitments(of organisation: Entity?, page: PagePlace) -> String {
        let own =
            organisation.map { organisation in commitments.filter { $0.organisation == organisation.id } }
            ?? commitments
        guard !own.isEmpty else { return "" }
        let list = CommitmentList(
            edition: self, page: page, namesPlan: true,
            namesOrganisation: organisation == nil && library.entities(of: .organisation).count > 1)
        var html = HTML()
        html.append(raw: list.short(own, most: Self.mostInShort))
        let all = organisation.map { Self.address(of: $0.id) } ?? Address(path: Self.commitmentsFolder)
        html.append("<p class=\"table-more\"><a href=\"")
        html.append(attribute: href(all, from: page))
        html.append("\">")
        html.append(text: t.counted("commitments.see-all", own.count))
        html.append("</a></p>")
        return html.string
    }
}
