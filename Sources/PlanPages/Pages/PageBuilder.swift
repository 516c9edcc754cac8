import PlanGraph
import PlanMarkdown
package import PlanModel

extension Edition {
    /// Every page of this edition before it is made, so that one can be made without the others, and many at once.
    package func pageParts() -> [PagePart] {
        func part(_ path: String, _ make: @escaping @Sendable (Edition) -> SiteFile?) -> PagePart {
            PagePart(path: prefix + path + "index.html") { make($0).map { [$0] } ?? [] }
        }
        var parts = [
            part("") { $0.startPage() }, part("meetings/") { $0.meetingsPage() },
            part("glossary/") { $0.glossaryPage() }, part("data/") { $0.dataPage() },
            part(SumAnchor.site) { $0.sumsPage() }, part(Self.accessibilityFolder) { $0.accessibilityPage() },
            PagePart(path: nil, folder: prefix + SumAnchor.site) { $0.planSumPages() },
            PagePart(path: nil, folder: prefix + Self.commitmentsFolder) { $0.commitmentPages() },
            PagePart(path: nil) { edition in
                edition.previews.values.map(\.value).sorted { $0.path < $1.path } + [WebManifest.file(for: edition)]
            },
        ]
        let search = searchParts()
        parts.append(search.page)
        // Only the default language has a not-found page: hosts know one.
        if language == configuration.defaultLanguage {
            parts.append(PagePart(path: "404.html") { [$0.notFoundPage()] })
        }
        for entity in library.entities where entity.kind.hasPage && !isStartPage(entity) {
            parts.append(part(library.address(of: entity.id).path) { $0.page(for: entity) })
            if entity.kind == .meeting {
                parts.append(PagePart(path: nil, folder: place(of: entity).path) { [$0.packPage(entity)] })
            }
        }
        // Tables of money have a page; the others, and one whose place is taken, are places in a text.
        for table in library.entities(of: .table) where library.address(of: table.id).fragment == nil {
            parts.append(part(library.address(of: table.id).path) { $0.tablePage(table) })
        }
        // Not at once, so that no core waits for the register that the search page makes; nor last, when what was noted
        // of all other parts takes room as well.
        parts.insert(contentsOf: search.letters, at: min(parts.count, Self.partsBeforeLetters))
        return parts
    }

    private static let partsBeforeLetters = 1000

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
        values[name] = .markup(prose(file: file, page: page, terms: terms))
        if terms?.hasNotes == true, let script = assets["terms.js"] {
            values["termScript"] = .text(href(file: script, from: page))
        }
    }

    /// An entity's text as it is written, for a page that holds several.
    func prose(of entity: Entity, page: PagePlace, headingShift: Int = 0) -> String {
        guard let (file, _) = textFile(of: entity) else { return "" }
        return prose(file: file, page: page, terms: nil, linksHeadings: false, headingShift: headingShift).string
    }

    /// A file's text as HTML.
    private func prose(
        file: String, page: PagePlace, terms: TermMarks?, linksHeadings: Bool = true, headingShift: Int = 0
    ) -> HTML {
        guard let document = documents[file] else { return HTML() }
        var links = ProseLinks(edition: self, file: file, page: page, headingShift: headingShift)
        links.terms = terms
        links.linksHeadings = linksHeadings
        let renderer = ProseRenderer(document: document, resolver: links)
        // A page of text has some eight thousand bytes.
        var body = HTML(reservingCapacity: 8192)
        // Everything but the heading that became the page's title.
        if let title = titleHeadings[file] {
            renderer.render(document.content.lowerBound..<title, into: &body)
            renderer.render(document.nodes[title].end..<document.content.upperBound, into: &body)
        } else {
            renderer.render(document.content, into: &body)
        }
        renderer.renderFootnotes(into: &body)
        return body
    }

    /// Whether a title is set smaller: more than 70 characters, or a word that a phone could not hold in one line.
    private static func isLong(_ title: String) -> Bool {
        guard title.utf8.count > longestWord else { return false }
        if title.isPlain {
            let words = title.unicodeScalars.split { $0.value <= 0x20 || $0 == "\u{85}" || $0 == "\u{A0}" }
            return title.unicodeScalars.count > longestTitle || words.contains { $0.count > longestWord }
        }
        return title.count > longestTitle
            || title.split(whereSeparator: \.isWhitespace).contains { $0.count > longestWord }
    }

    private static let longestTitle = 70
    private static let longestWord = 18

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

    /// What stands at the foot of a plan's printed pages: its name, diary number, decision and version.
    func printLine(of plan: Entity) -> String { printLines.words(of: plan.id) { makePrintLine(of: plan) } }

    private func makePrintLine(of plan: Entity) -> String {
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
        parts.map { $0.utf8.count > 40 && $0.count > 40 ? $0 : $0.withoutBreaks }.joined(separator: " · ")
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
