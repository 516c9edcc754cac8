import PlanGraph
import PlanMarkdown
package import PlanModel

extension Edition {
    /// Every page of this edition, each with its path relative to the site's root.
    package func pages() -> [SiteFile] { pageParts().flatMap { $0.make() } }

    /// Every page of this edition before it is made, so that one can be made without the others.
    package func pageParts() -> [PagePart] {
        func part(_ path: String, _ make: @escaping @Sendable () -> SiteFile?) -> PagePart {
            PagePart(path: prefix + path + "index.html") { make().map { [$0] } ?? [] }
        }
        var parts = [
            part("") { startPage() }, part("meetings/") { meetingsPage() }, part("glossary/") { glossaryPage() },
            part("data/") { dataPage() }, part(SumAnchor.site) { sumsPage() },
            part(Self.accessibilityFolder) { accessibilityPage() },
            PagePart(path: nil) { planSumPages() }, PagePart(path: nil) { commitmentPages() },
            PagePart(path: nil) { searchPages() },
            PagePart(path: nil) { previews.values.sorted { $0.path < $1.path } + [WebManifest.file(for: self)] },
        ]
        // Only the default language has a not-found page: hosts know one.
        if language == configuration.defaultLanguage { parts.append(PagePart(path: "404.html") { [notFoundPage()] }) }
        for entity in library.entities where entity.kind.hasPage && !isStartPage(entity) {
            parts.append(part(library.address(of: entity.id).path) { page(for: entity) })
            if entity.kind == .meeting { parts.append(PagePart(path: nil) { [packPage(entity)] }) }
        }
        // Tables of money have a page; the others, and one whose place is taken, are places in a text.
        for table in library.entities(of: .table) where library.address(of: table.id).fragment == nil {
            parts.append(part(library.address(of: table.id).path) { tablePage(table) })
        }
        return parts
    }

    func isStartPage(_ entity: Entity) -> Bool { library.address(of: entity.id).path.isEmpty }

    private func page(for entity: Entity) -> SiteFile {
        switch entity.kind {
        case .organisation: organisationPage(entity)
        case .unit: unitPage(entity)
        case .plan: planPage(entity)
        case .meeting: meetingPage(entity)
        case .page: prosePage(entity)
        case .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity, .indicator, .report,
            .control, .risk, .table, .term:
            entityPage(entity)
        }
    }

    func place(of entity: Entity) -> PagePlace { PagePlace(path: prefix + library.address(of: entity.id).path) }

    // MARK: Values that all pages share

    /// Title, summary, source: what every entity's page begins with.
    func commonValues(_ entity: Entity, page: PagePlace, skipsProse: Bool = false) -> TemplateValues {
        var values = TemplateValues(strings: t)
        values["title"] = .text(entity.title(in: language))
        values["kindLabel"] = .text(kindName(entity.kind))
        values["code"] = .text(entity.code ?? "")
        values["longTitle"] = .text(Self.isLong(entity.title(in: language)) ? "true" : "")
        values["summary"] = .text(Typography.binding(entity.text(.summary, in: language) ?? ""))
        if let original = languageOfTitle(entity), original != language {
            values["contentLanguage"] = .text(original.rawValue)
        }
        values["sourceLine"] = .text(sourceLine(of: entity))
        values["editLink"] = .text(editLink(of: entity))
        values["citation"] = .text(Citation(edition: self, page: page).text(of: entity))
        if entity.kind == .plan || entity.kind == .unit {
            values["follow"] = .text("feed.xml")
            values["followTitle"] = .text(t("follow." + entity.kind.rawValue))
        }
        if let (_, textLanguage) = textFile(of: entity), textLanguage != language {
            values["proseLanguage"] = .text(textLanguage.rawValue)
            values["proseNote"] = .text(t("prose.only-in." + textLanguage.rawValue))
        }
        if !skipsProse { addProse(of: entity, as: "prose", page: page, to: &values) }
        return values
    }

    /// Where the content comes from and when it was last looked over.
    func sourceLine(of entity: Entity) -> String {
        var html = HTML()
        if let source = entity.text(.source, in: language) {
            appendSource(source, in: language(of: .source, of: entity), into: &html)
        } else if let plan = entity.plan.flatMap({ library[$0] }), let source = plan.text(.source, in: language) {
            appendSource(source, in: language(of: .source, of: plan), into: &html)
        }
        if let updated = entity.updated {
            if !html.isEmpty { html.append(" · ") }
            html.append(text: t("updated.label", ["date": text(of: updated)]))
        }
        return html.string
    }

    /// The Markdown file with an entity's text in this language, falling back to the original.
    package func textFile(of entity: Entity) -> (file: String, language: Language)? {
        if let file = entity.texts[language] { return (file, language) }
        if let file = entity.texts[configuration.defaultLanguage] { return (file, configuration.defaultLanguage) }
        return entity.texts.sorted { $0.key < $1.key }.first.map { ($0.value, $0.key) }
    }

    /// Where what the page shows of an entity is written: its text in this language, else the row that defines it.
    package func sourcePosition(of entity: Entity) -> SourcePosition? {
        guard let (file, _) = textFile(of: entity), file != entity.position.file else { return entity.position }
        return SourcePosition(file: file, line: 1, column: 1)
    }

    /// The address where the file of an entity's text can be edited; empty where the site names no repository.
    private func editLink(of entity: Entity) -> String {
        guard let repository = configuration.repository, let position = sourcePosition(of: entity) else { return "" }
        return repository.replacing("{line}", with: String(position.line))
            .replacing("{file}", with: Self.escapedPath(position.file))
    }

    /// An entity's text, with the script that opens what its words mean where it has such words.
    func addProse(of entity: Entity, as name: String, page: PagePlace, to values: inout TemplateValues) {
        guard let (file, _) = textFile(of: entity) else { return }
        let terms = termMarks(of: file)
        values[name] = .text(prose(file: file, page: page, terms: terms))
        if terms?.hasNotes == true, let script = assets["terms.js"] {
            values["termScript"] = .text(href(file: script, from: page))
        }
    }

    /// An entity's text as it is written, for a page that holds several.
    func prose(of entity: Entity, page: PagePlace, headingShift: Int = 0) -> String {
        guard let (file, _) = textFile(of: entity) else { return "" }
        return prose(file: file, page: page, terms: nil, linksHeadings: false, headingShift: headingShift)
    }

    /// A file's text as HTML.
    private func prose(
        file: String, page: PagePlace, terms: TermMarks?, linksHeadings: Bool = true, headingShift: Int = 0
    ) -> String {
        guard let document = documents[file] else { return "" }
        var links = ProseLinks(edition: self, file: file, page: page, headingShift: headingShift)
        links.terms = terms
        links.linksHeadings = linksHeadings
        let renderer = ProseRenderer(document: document, resolver: links)
        var body = HTML()
        // Everything but the heading that became the page's title.
        if let title = titleHeadings[file] {
            renderer.render(document.content.lowerBound..<title, into: &body)
            renderer.render(document.nodes[title].end..<document.content.upperBound, into: &body)
        } else {
            renderer.render(document.content, into: &body)
        }
        renderer.renderFootnotes(into: &body)
        guard !body.isEmpty else { return "" }
        return body.string
    }

    /// Whether a title is set smaller: more than 70 characters, or a word that a phone could not hold in one line.
    private static func isLong(_ title: String) -> Bool {
        title.count > 70 || title.split(whereSeparator: \.isWhitespace).contains { $0.count > 18 }
    }

    // MARK: Layout

    /// Puts a page together and gives it its path.
    ///
    /// - Parameters:
    ///   - elsewhere: where the other languages have what the page holds, if not at the same address.
    ///   - canonical: the page that search engines are to list in place of this one.
    func file(
        _ kind: PageKind, values: TemplateValues, title: String, description: String, address: Address,
        crumbs: [(href: String, title: String)], printLine: String = "", elsewhere: Address? = nil,
        canonical: Address? = nil
    ) -> SiteFile {
        let page = PagePlace(path: prefix + address.path)
        let content = templates.content(kind, values: values)
        var layout = layoutValues(
            page: page, address: address, title: title, description: description, crumbs: crumbs,
            bodyClass: "page-" + kind.rawValue, printLine: printLine,
            // These have the question field in their text.
            hasSearchField: kind != .start && address.path != Self.searchFolder,
            script: address.path == Self.searchFolder ? "search.js" : nil, elsewhere: elsewhere,
            canonical: canonical)
        layout["scripts"] = .text(scripts(usedBy: content, page: page))
        if let feed = values["follow"]?.text {
            layout["pageFeed"] = .text(feed)
            layout["pageFeedTitle"] = .text(t("feed.of", ["title": title, "site": siteName]))
        }
        return SiteFile(path: page.path + "index.html", bytes: templates.page(content, layout: layout))
    }

    func layoutValues(
        page: PagePlace, address: Address, title: String, description: String,
        crumbs: [(href: String, title: String)], bodyClass: String, printLine: String = "",
        root: String? = nil, hasSearchField: Bool = true, script: String? = nil,
        elsewhere: Address? = nil, canonical: Address? = nil
    ) -> TemplateValues {
        var values = TemplateValues(strings: t)
        let contact = configuration.contact
        func asset(_ name: String) -> String {
            guard let published = assets[name] else { return "" }
            return root.map { $0 + published } ?? href(file: published, from: page)
        }
        values["lang"] = .text(language.rawValue)
        values["pageTitle"] = .text(title == siteName ? title : title + " – " + siteName)
        values["siteName"] = .text(siteName)
        values["tagline"] = .text(configuration.tagline[language] ?? "")
        values["description"] = .text(String(description.prefix(300)))
        values["root"] = .text(root.map { $0 + prefix } ?? Address.relative(from: page.path, to: prefix))
        values["stylesheet"] = .text(asset("style.css"))
        values["favicon"] = .text(asset("favicon.svg"))
        let feed = prefix + "feed.xml"
        values["feed"] = .text(root.map { $0 + feed } ?? href(file: feed, from: page))
        let search = root.map { $0 + prefix + Self.searchFolder } ?? href(Address(path: Self.searchFolder), from: page)
        values["searchAction"] = .text(hasSearchField ? search : "")
        values["openSearch"] = .text(configuration.baseURL == nil ? "" : search + Self.openSearchName)
        values["script"] = .text(script.map(asset) ?? "")
        values["csp"] = .text(SitePolicy.ofPages)
        let logo = assets.logo.map { logo in root.map { $0 + logo } ?? href(file: logo, from: page) }
        values["logo"] = .text(logo ?? "")
        let logoText = configuration.theme.logo?.text ?? [:]
        values["logoText"] = .text(logoText[language] ?? logoText[configuration.defaultLanguage] ?? "")
        let manifest = prefix + WebManifest.name
        values["manifest"] = .text(root.map { $0 + manifest } ?? href(file: manifest, from: page))
        values["lightColour"] = .text(assets.palette.light["paper"]?.hex ?? "")
        values["darkColour"] = .text(assets.palette.dark["paper"]?.hex ?? "")
        values["themeScript"] = .text(asset("theme.js"))
        if root == nil {
            values["openGraph"] = .text(openGraph(page: page, title: title, description: description, address: address))
        }
        let listed = canonical.map { prefix + $0.path } ?? page.path
        values["canonical"] = .text(root == nil ? configuration.baseURL.map { $0 + listed } ?? "" : "")
        values["robots"] = .text(canonical == nil ? "" : "noindex")
        values["bodyClass"] = .text(bodyClass)
        values["printLine"] = .text(
            printLine.isEmpty || printLine == siteName ? siteName : siteName + " · " + printLine)
        values["publisher"] = .text(configuration.publisher ?? "")
        values["publisherHomepage"] = .text(configuration.publisherHomepage ?? "")
        values["contactName"] = .text(contact.name ?? "")
        values["contactEmail"] = .text(contact.email ?? "")
        values["contactEmailLink"] = .text(contact.email.map(MailAddress.link) ?? "")
        values["contactTelephone"] = .text(contact.telephone ?? "")
        values["contactAddress"] = .text(contact.address ?? "")
        values["navigation"] = .list(navigation(page: page, address: address, root: root))
        values["languages"] = .list(
            languageLinks(page: page, address: address, elsewhere: elsewhere ?? address, root: root))
        values["footerLinks"] = .list(
            footerPages.map { path, key in
                let link = root.map { $0 + prefix + path } ?? href(Address(path: path), from: page)
                return TemplateValues(["href": .text(link), "title": .text(t(key))])
            })
        values["breadcrumbs"] = .list(
            crumbs.map { crumb in
                TemplateValues([
                    "href": .text(crumb.href), "title": .text(crumb.title),
                    "language": .text(languagesByTitle[crumb.title]?.rawValue ?? ""),
                ])
            })
        for (flag, list) in [
            ("hasFooterLinks", "footerLinks"), ("hasNavigation", "navigation"), ("hasLanguages", "languages"),
            ("hasBreadcrumbs", "breadcrumbs"),
        ] {
            if case .list(let items) = values[list], !items.isEmpty { values[flag] = .text("true") }
        }
        if contact.name != nil || contact.email != nil || contact.telephone != nil || contact.address != nil {
            values["hasContact"] = .text("true")
        }
        if let base = configuration.baseURL, configuration.languages.count > 1, root == nil, elsewhere == nil,
            canonical == nil
        {
            values["alternates"] = .list(
                (configuration.languages.map { ($0.rawValue, $0) } + [("x-default", configuration.defaultLanguage)])
                    .map { code, other in
                        TemplateValues([
                            "lang": .text(code),
                            "href": .text(base + configuration.prefix(of: other) + address.path),
                        ])
                    })
        }
        return values
    }

    private var footerPages: [(path: String, key: String)] {
        [("data/", "data.title"), (SumAnchor.site, "sums.title")]
            + (commitments.isEmpty ? [] : [(Self.commitmentsFolder, "commitments.title")])
            + [(Self.accessibilityFolder, "accessibility.title")]
    }

    /// More organisations than these are found on the start page.
    private static let mostInNavigation = 7
    /// Where the start page's template lists them.
    private static let organisationsAnchor = "section-organisations"

    private func navigation(page: PagePlace, address: Address, root: String?) -> [TemplateValues] {
        func item(_ target: Address, _ title: String, _ other: Language? = nil) -> TemplateValues {
            let link = root.map { $0 + prefix + target.text } ?? href(target, from: page)
            return TemplateValues([
                "href": .text(link), "title": .text(title), "language": .text(other?.rawValue ?? ""),
                "current": .text(target == address ? "page" : ""),
            ])
        }
        func foreign(_ entity: Entity) -> Language? { languageOfTitle(entity).flatMap { $0 == language ? nil : $0 } }
        var items: [TemplateValues] = []
        if configuration.navigation.isEmpty {
            let organisations = library.entities(of: .organisation)
            if organisations.count > Self.mostInNavigation {
                items.append(item(Address(path: "", fragment: Self.organisationsAnchor), t("start.organisations")))
            }
            for organisation in organisations where organisations.count <= Self.mostInNavigation {
                items.append(
                    item(library.address(of: organisation.id), organisation.title(in: language), foreign(organisation)))
            }
            if !library.entities(of: .meeting).isEmpty {
                items.append(item(Address(path: "meetings/"), t("meetings.title")))
            }
            if !library.entities(of: .term).isEmpty {
                items.append(item(Address(path: "glossary/"), t("glossary.title")))
            }
            return items
        }
        for entry in configuration.navigation {
            let title = entry.title[language] ?? entry.title[configuration.defaultLanguage]
            let other = entry.title[language] == nil && title != nil ? configuration.defaultLanguage : nil
            let target = entry.target.value
            if LinkResolver.scheme(of: target) != nil {
                items.append(
                    TemplateValues([
                        "href": .text(target), "title": .text(title ?? target),
                        "language": .text(other?.rawValue ?? ""),
                    ]))
            } else if let id = library.links.entity(target, plan: nil, organisation: nil), let entity = library[id] {
                items.append(
                    item(
                        library.address(of: id), title ?? entity.title(in: language),
                        title == nil ? foreign(entity) : other))
            } else if ["meetings", "glossary", "accessibility"].contains(target) {
                items.append(item(Address(path: target + "/"), title ?? t(target + ".title"), other))
            }
        }
        return items
    }

    private func languageLinks(page: PagePlace, address: Address, elsewhere: Address, root: String?)
        -> [TemplateValues]
    {
        guard configuration.languages.count > 1 else { return [] }
        return configuration.languages.map { other in
            let target =
                configuration.prefix(of: other) + (other == language ? address : elsewhere).path
            return TemplateValues([
                "code": .text(other.rawValue), "name": .text(t("language." + other.rawValue)),
                "href": .text(root.map { $0 + target } ?? Address.relative(from: page.path, to: target)),
                "current": .text(other == language ? "true" : ""),
            ])
        }
    }

    /// What stands at the foot of a plan's printed pages: its name, diary number, decision and version.
    func printLine(of plan: Entity) -> String {
        var parts = [plan.title(in: language)]
        parts.append(t("fact.diary-number") + " " + (plan.decision?.diaryNumber?.value ?? t("not-stated")))
        switch library.standing(of: plan, on: asOf) {
        // Who and when are not both stated: the foot of a page has no room to say so, and claims nothing.
        case .calledDecided, .unknown: break
        case .draft, .proposed: parts.append(plan.status.map { t("status." + $0.rawValue) } ?? "")
        case .decided:
            let status = plan.status ?? .decided
            let date = plan.decision?.date.map { " " + text(of: $0.value) } ?? ""
            parts.append(t("status." + status.rawValue) + (status == .decided ? date : ""))
        }
        parts.append(version([plan.updated]))
        return Self.printLine(parts)
    }

    /// What stands at the foot of a meeting's printed pages: its name, the documents' diary numbers, and the version.
    func printLine(of meeting: Entity, documents: [Entity]) -> String {
        var known: Set<String> = []
        let numbers = documents.compactMap { plan(of: $0)?.decision?.diaryNumber?.value }
            .filter { known.insert($0).inserted }
        return Self.printLine([
            meeting.title(in: language),
            t("fact.diary-number") + " " + (numbers.isEmpty ? t("not-stated") : numbers.joined(separator: ", ")),
            version([meeting.updated] + documents.map(\.updated)),
        ])
    }

    /// A line that breaks between its parts, and within long ones.
    private static func printLine(_ parts: [String]) -> String {
        parts.map { $0.count > 40 ? $0 : $0.replacing(" ", with: "\u{00A0}") }.joined(separator: " · ")
    }

    /// The newest day that the content was looked over.
    private func version(_ dates: [CalendarDate?]) -> String {
        t("print.version", ["date": dates.compactMap(\.self).max().map { text(of: $0) } ?? t("not-stated")])
    }

    /// The way down from the start page to an entity.
    func crumbs(to entity: Entity, page: PagePlace) -> [(href: String, title: String)] {
        var crumbs = [(href: href(Address(path: ""), from: page), title: t("start.title"))]
        for id in [entity.organisation, entity.plan] where id != entity.id {
            guard let id, let above = library[id] else { continue }
            crumbs.append((href(id, from: page), above.title(in: language)))
        }
        if entity.kind == .meeting {
            crumbs.append((href(Address(path: "meetings/"), from: page), t("meetings.title")))
        }
        return crumbs
    }

    /// One line about an entity for search engines and previews.
    func description(of entity: Entity) -> String {
        entity.text(.summary, in: language)
            ?? [kindName(entity.kind), entity.title(in: language)].joined(separator: ": ")
    }
}
