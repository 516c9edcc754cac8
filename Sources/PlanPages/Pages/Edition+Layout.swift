import PlanGraph
import PlanMarkdown
import PlanModel

/// What stands around every page: head, navigation, languages, footer.
extension Edition {
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
}
