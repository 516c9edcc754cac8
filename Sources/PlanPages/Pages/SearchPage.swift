import PlanGraph
import PlanMarkdown
import PlanModel

/// The search page, the register that stands for it without scripts, and what browsers are told of it.
extension Edition {
    static let searchFolder = "search/"

    /// `search/` with the OpenSearch description, and the register's pages, each letter for itself.
    func searchParts() -> (page: PagePart, letters: [PagePart]) {
        let shared = SharedRegister()
        let folder = prefix + Self.searchFolder
        let page = PagePart(path: nil, folder: folder) { $0.searchPages(shared.register(of: $0)) }
        let letters = RegisterLetter.all.map { letter in
            PagePart(path: nil, folder: folder + letter.folder + "/") {
                $0.sheetPages(of: letter, in: shared.register(of: $0))
            }
        }
        return (page, letters)
    }

    private func searchPages(_ register: Register) -> [SiteFile] {
        [searchPage(register, sheets: register.sheets)] + [openSearchDescription()].compactMap(\.self)
    }

    private func sheetPages(of letter: RegisterLetter, in register: Register) -> [SiteFile] {
        let sheets = register.sheets
        let own = sheets.indices.filter { sheets[$0].letter == letter }
        guard !own.isEmpty else { return [] }
        let items = register.items(of: letter, in: self)
        return own.map { index in
            let place = sheets[index].entries.clamped(to: items.indices)
            return sheetPage(index, of: sheets, entries: register.entries(items[place], of: letter, in: self))
        }
    }

    private func searchPage(_ register: Register, sheets: [Register.Sheet]) -> SiteFile {
        let address = Address(path: Self.searchFolder)
        let page = PagePlace(path: prefix + address.path)
        let contact = configuration.contact
        let shown = register.onSearchPage(in: self)[...]
        var values = TemplateValues(strings: t)
        values["title"] = .text(t("search.title"))
        values["form"] = .text("true")
        values["words"] = .list(scriptWords().map { TemplateValues(["name": .text($0.name), "text": .text($0.text)]) })
        // Addresses in the index carry the language's folder: they begin at the site's own root.
        values["root"] = .text(href(file: "", from: page))
        let root = href(file: "", from: page)
        values["sites"] = .text(
            configuration.searchSites.map { $0.hasPrefix("/") ? $0 : root + $0 }.joined(separator: " "))
        // The same language of the other sites is searched, in the folder where this site has it.
        values["indexFolder"] = .text(prefix + Self.searchFolder + "index/")
        if !library.entities(of: .term).isEmpty {
            values["glossary"] = .text(href(Address(path: "glossary/"), from: page))
        }
        values["contactName"] = .text(contact.name ?? "")
        values["contactEmail"] = .text(contact.email ?? "")
        values["contactEmailLink"] = .text(contact.email.map(MailAddress.link) ?? "")
        values["contactTelephone"] = .text(contact.telephone ?? "")
        values["hasContact"] = .text(contact.name ?? contact.email ?? contact.telephone ?? "")
        values["registerTitle"] = .text(t("search.register"))
        values["letters"] = .list(letters(sheets, shown: register.isTogether ? shown : [], current: nil, page: page))
        values["hasLetters"] = .text(register.isEmpty ? "" : "true")
        values["registerNote"] = .text(register.isTogether ? "" : t("search.register-note"))
        values["register"] = .text(list(shown, page: page))
        return file(
            .search, values: values, title: t("search.title"), description: t("search.description"), address: address,
            crumbs: [(href(Address(path: ""), from: page), t("start.title"))])
    }

    private func sheetPage(
        _ index: Int, of sheets: [Register.Sheet], entries: [Register.Entry]
    ) -> SiteFile {
        let sheet = sheets[index]
        let address = Address(path: sheet.path)
        let page = PagePlace(path: prefix + address.path)
        var values = TemplateValues(strings: t)
        let title = t("search.letter", ["letter": sheet.letter.name])
        values["title"] = .text(sheet.number == 1 ? title : title + " (\(sheet.number))")
        values["letters"] = .list(letters(sheets, shown: [], current: sheet.letter, page: page))
        values["hasLetters"] = .text("true")
        values["register"] = .text(list(entries[...], page: page))
        values["hasNeighbours"] = .text(sheets.count > 1 ? "true" : "")
        for (name, other) in [("previous", index - 1), ("next", index + 1)] where sheets.indices.contains(other) {
            let neighbour = sheets[other]
            let number = neighbour.number == 1 ? "" : " (\(neighbour.number))"
            values[name] = .list([
                TemplateValues([
                    "href": .text(href(Address(path: neighbour.path), from: page)),
                    "title": .text(neighbour.letter.name + number),
                ])
            ])
        }
        return file(
            .search, values: values, title: title, description: title, address: address,
            crumbs: [
                (href(Address(path: ""), from: page), t("start.title")),
                (href(Address(path: Self.searchFolder), from: page), t("search.title")),
            ], elsewhere: Address(path: Self.searchFolder))
    }

    /// Links to the letters: their pages, or their places on this one.
    private func letters(
        _ sheets: [Register.Sheet], shown: ArraySlice<Register.Entry>, current: RegisterLetter?, page: PagePlace
    ) -> [TemplateValues] {
        var links: [(letter: RegisterLetter, href: String)] = []
        for sheet in sheets where sheet.number == 1 {
            links.append((sheet.letter, href(Address(path: sheet.path), from: page)))
        }
        for entry in shown where links.last?.letter != entry.letter {
            links.append((entry.letter, "#section-letter-" + entry.letter.folder))
        }
        return links.map { link in
            TemplateValues([
                "href": .text(link.href), "title": .text(link.letter.name),
                "current": .text(link.letter == current ? "true" : ""),
            ])
        }
    }

    private func list(_ entries: ArraySlice<Register.Entry>, page: PagePlace) -> String {
        var html = HTML()
        var letter: RegisterLetter?
        for entry in entries {
            if entry.letter != letter {
                if letter != nil { html.append("</ul></section>") }
                letter = entry.letter
                html.append("<section class=\"register-letter\"><h2 id=\"section-letter-")
                html.append(attribute: entry.letter.folder)
                html.append("\">")
                html.append(text: entry.letter.name)
                html.append("</h2><ul>")
            }
            html.append("<li><a href=\"")
            html.append(attribute: href(entry.address, from: page))
            html.append("\"")
            if entry.language != language {
                html.append(" lang=\"")
                html.append(raw: entry.language.rawValue)
                html.append("\"")
            }
            html.append(">")
            if let code = entry.code {
                html.append("<span class=\"code\">")
                html.append(text: code)
                html.append("</span> ")
            }
            html.append(text: entry.name)
            html.append("</a>")
            if !entry.meta.isEmpty {
                html.append(" <span class=\"meta\">")
                html.append(text: entry.meta)
                html.append("</span>")
            }
            html.append("</li>\n")
        }
        if letter != nil { html.append("</ul></section>") }
        return html.string
    }

    /// The words that the script needs, as names of data attributes: those of kinds and statuses, and its own.
    private func scriptWords() -> [(name: String, text: String)] {
        var words: [(name: String, text: String)] = []
        for kind in EntityKind.allCases {
            words.append(("type-" + kind.rawValue, kindName(kind)))
            words.append(("types-" + kind.rawValue, kindsName(kind)))
        }
        for status in Status.allCases { words.append(("status-" + status.rawValue, t("status." + status.rawValue))) }
        let own = "search.script."
        for key in t.keys.filter({ $0.hasPrefix(own) }).sorted() {
            words.append((String(key.dropFirst(own.count)).replacing(".", with: "-"), t(key)))
        }
        words.append(("page-title", t("search.title") + " – " + siteName))
        return words
    }

    /// What lets a browser search the site from its own field (OpenSearch 1.1); `nil` without an address of the site.
    private func openSearchDescription() -> SiteFile? {
        guard let base = configuration.baseURL else { return nil }
        let address = base + prefix + Self.searchFolder
        var xml = HTML()
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        xml.append("<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>")
        xml.append(text: siteName.cut(to: Self.longestShortName))
        xml.append("</ShortName>\n<Description>")
        xml.append(text: t("search.description"))
        xml.append("</Description>\n<Url type=\"text/html\" method=\"get\" template=\"")
        xml.append(attribute: address + "?q={searchTerms}")
        xml.append("\"/>\n<Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"")
        xml.append(attribute: address + Self.openSearchName)
        xml.append("\"/>\n<Language>")
        xml.append(text: language.rawValue)
        xml.append("</Language>\n<InputEncoding>UTF-8</InputEncoding>\n</OpenSearchDescription>\n")
        return SiteFile(path: prefix + Self.searchFolder + Self.openSearchName, bytes: xml.bytes)
    }

    static let openSearchName = "opensearch.xml"
    /// OpenSearch 1.1 allows 16 characters.
    private static let longestShortName = 16
}

extension String {
    /// At most so many characters: whole words where the first fits, else its beginning.
    func cut(to length: Int) -> String {
        guard count > length else { return self }
        let beginning = prefix(length + 1)
        let end = beginning.lastIndex { $0.isWhitespace } ?? beginning.endIndex
        let words = beginning[..<end]
        let last = words.lastIndex { $0.isLetter || $0.isNumber }
        // A dash or a comma that has lost what it led to goes with it.
        if end < beginning.endIndex, let last { return String(words[...last]) }
        return String(prefix(length))
    }
}
