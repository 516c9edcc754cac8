internal import Foundation
import PlanGraph
import PlanMarkdown
import PlanModel

/// Pages that are no entity's: start, glossary, not found; and prose.
extension Edition {
    func startPage() -> SiteFile {
        let address = Address(path: "")
        let page = PagePlace(path: prefix)
        let start = library.entities.first { isStartPage($0) && $0.kind == .page }
        var values = start.map { commonValues($0, page: page) } ?? TemplateValues(strings: t)
        if start == nil { values["title"] = .text(siteName) }
        values["kindLabel"] = .text("")
        values["searchAction"] = .text(href(Address(path: Self.searchFolder), from: page))
        values["answers"] = .text(answers(page: page))
        values["organisations"] = .text(organisationList(page: page))
        values["plans"] = .text(
            planList(
                library.entities(of: .plan), namesOrganisation: library.entities(of: .organisation).count > 1,
                from: page))
        values["meetings"] = .text(meetingList(sortedByDate(library.entities(of: .meeting)), from: page))
        values["milestones"] = .text(shortCommitments(of: nil, page: page))
        return file(
            .start, values: values, title: siteName,
            description: start?.text(.summary, in: language) ?? configuration.tagline[language] ?? siteName,
            address: address, crumbs: [])
    }

    /// The questions that people come with, each with a number.
    private func answers(page: PagePlace) -> String {
        let plans = library.entities(of: .plan)
        guard !plans.isEmpty else { return "" }
        let counts = Dictionary(grouping: library.entities, by: \.kind).mapValues(\.count)
        let aims = [EntityKind.goal, .programme, .priority].reduce(0) { $0 + (counts[$1] ?? 0) }
        let work = [EntityKind.assignment, .activity].reduce(0) { $0 + (counts[$1] ?? 0) }
        let checks = library.reconciliations.values.flatMap(\.verdicts)
        let differing = checks.filter(\.isDifference).count
        let owners = Set(library.relations.filter { $0.kind == .responsible }.map(\.to)).count
        var html = HTML()
        html.append("<ol class=\"answers\">")
        answer("answers.planned", ["aims": count(aims), "plans": count(plans.count)], into: &html)
        let tied = Set(
            library.relations.filter { $0.kind == .contributesTo }.map(\.from)
        ).compactMap { library[$0] }.filter { $0.kind == .assignment || $0.kind == .activity }.count
        answer("answers.done", ["work": count(work), "tied": count(tied)], into: &html)
        answer("answers.money", ["tables": count(library.tables.filter(\.class.isMoney).count)], into: &html) { html in
            appendAmounts(page: page, into: &html)
        }
        if !checks.isEmpty {
            answer("answers.sums", ["sums": count(checks.count), "differing": count(differing)], into: &html) { html in
                html.append("<p class=\"table-more\"><a href=\"")
                html.append(attribute: href(Address(path: SumAnchor.site), from: page))
                html.append("\">")
                html.append(text: t("sums.see-all"))
                html.append("</a></p>")
            }
        }
        answer("answers.who", ["units": count(owners)], into: &html)
        let targets = library.entities(of: .indicator).filter { !$0.values(.target).isEmpty }.count
        answer("answers.how", ["indicators": count(counts[.indicator] ?? 0), "targets": count(targets)], into: &html)
        html.append("</ol>")
        return html.string
    }

    /// One amount of the newest plan of each organisation that states one, with the way to its table.
    private func appendAmounts(page: PagePlace, into html: inout HTML) {
        html.append("<ul>")
        for organisation in library.entities(of: .organisation) {
            let plans = (plansByOrganisation[organisation.id] ?? []).compactMap { library[$0] }
            guard let figure = plans.lazy.compactMap({ keyFigures(ofMoneyIn: $0).first }).first else { continue }
            html.append("<li>")
            html.append(text: organisation.title(in: language) + ": ")
            html.append("<a href=\"")
            html.append(attribute: href(figure.table.id, from: page))
            html.append("\">")
            html.append(text: figure.amount + " ")
            append(figure, into: &html)
            html.append("</a></li>")
        }
        html.append("</ul>")
    }

    private func answer(
        _ key: String, _ values: KeyValuePairs<String, String>, into html: inout HTML,
        more: (inout HTML) -> Void = { _ in }
    ) {
        html.append("<li><h3>")
        html.append(text: t(key + ".question"))
        html.append("</h3><p>")
        // The first number of the answer stands large.
        let text = t(key + ".answer", values)
        if let first = values.first?.value, let range = text.firstRange(of: first) {
            html.append(text: String(text[..<range.lowerBound]))
            html.append("<strong class=\"figure\">")
            html.append(text: first)
            html.append("</strong>")
            html.append(text: String(text[range.upperBound...]))
        } else {
            html.append(text: text)
        }
        html.append("</p>")
        more(&html)
        html.append("</li>")
    }

    private func organisationList(page: PagePlace) -> String {
        let organisations = library.entities(of: .organisation)
        guard !organisations.isEmpty else { return "" }
        var html = HTML()
        html.append("<ul class=\"entity-list organisations\">")
        for organisation in organisations {
            html.append("<li>")
            link(organisation, from: page, into: &html)
            let plans = library.entities(of: .plan).filter { $0.organisation == organisation.id }
            html.append(" <span class=\"meta\">")
            html.append(text: counted(.plan, plans.count))
            html.append("</span>")
            if let summary = organisation.text(.summary, in: language) {
                html.append("<p>")
                html.append(text: Typography.binding(summary))
                html.append("</p>")
            }
            html.append("</li>")
        }
        html.append("</ul>")
        return html.string
    }

    func prosePage(_ entity: Entity) -> SiteFile {
        let page = place(of: entity)
        var values = commonValues(entity, page: page)
        values["related"] = .text(list(library.sources(of: entity.id, .decides), from: page))
        if let plan = plan(of: entity) {
            values["provenance"] = .text(Provenance(edition: self, page: page).render(plan))
        }
        return file(
            .page, values: values, title: entity.title(in: language), description: description(of: entity),
            address: library.address(of: entity.id), crumbs: crumbs(to: entity, page: page))
    }

    func glossaryPage() -> SiteFile {
        let address = Address(path: "glossary/")
        let page = PagePlace(path: prefix + address.path)
        var values = TemplateValues(strings: t)
        values["title"] = .text(t("glossary.title"))
        values["list"] = .text(glossary(page: page))
        return file(
            .glossary, values: values, title: t("glossary.title"), description: t("glossary.description"),
            address: address,
            crumbs: [(href(Address(path: ""), from: page), t("start.title"))])
    }

    /// Terms by letter, in the order of the Swedish alphabet.
    private func glossary(page: PagePlace) -> String {
        let terms = library.entities(of: .term).map { (key: Alphabet.key($0.title(in: language)), term: $0) }
            .sorted { $0.key == $1.key ? $0.term.id < $1.term.id : $0.key.lexicographicallyPrecedes($1.key) }
        var html = HTML()
        var letter: String?
        for (_, term) in terms {
            let initial = Alphabet.initial(term.title(in: language))
            if initial != letter {
                if letter != nil { html.append("</dl></section>") }
                html.append("<section class=\"glossary-letter\"><h2>")
                html.append(text: initial)
                html.append("</h2><dl>")
                letter = initial
            }
            html.append("<dt id=\"")
            html.append(attribute: library.address(of: term.id).fragment ?? "")
            html.append("\"")
            appendContentLanguage(of: term, into: &html)
            html.append(">")
            html.append(text: term.title(in: language))
            html.append("</dt><dd>")
            if let explanation = term.text(.explanation, in: language) {
                html.append(text: explanation)
            } else {
                appendNotStated(into: &html)
            }
            if let place = (term.plan ?? term.organisation).flatMap({ library[$0] }) {
                html.append(" <span class=\"meta\">")
                link(place, from: page, into: &html)
                html.append("</span>")
            }
            html.append("</dd>")
        }
        if letter != nil { html.append("</dl></section>") }
        return html.string
    }

    /// Hosts show this page at any address, so its links start at the root of the site's own address.
    func notFoundPage() -> SiteFile {
        var root = "/"
        if let base = configuration.baseURL {
            // `https://host/path/`: what follows the third slash is the site's own path.
            let parts = base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
            if parts.count == 4 { root = "/" + parts[3] }
        }
        var values = TemplateValues(strings: t)
        values["title"] = .text(t("not-found.title"))
        values["root"] = .text(root + prefix)
        values["searchAction"] = .text(root + prefix + Self.searchFolder)
        let html = templates.render(
            .notFound, values: values,
            layout: layoutValues(
                page: PagePlace(path: ""), address: Address(path: ""), title: t("not-found.title"),
                description: t("not-found.title"), crumbs: [], bodyClass: "page-not-found", root: root,
                hasSearchField: false))
        return SiteFile(path: "404.html", bytes: Array(html.utf8))
    }
}

/// The order of words in Swedish: å, ä and ö after z; other accents as their letters.
enum Alphabet {
    static func key(_ text: String) -> [UInt32] {
        text.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar in
            switch scalar {
            case "å": 0x7B
            case "ä", "æ": 0x7C
            case "ö", "ø": 0x7D
            case "ü": 0x79
            default: base(scalar).value
            }
        }
    }

    /// The letter that a word is listed under; `#` for digits and signs.
    static func initial(_ text: String) -> String {
        guard let first = key(text).first.flatMap(Unicode.Scalar.init) else { return "" }
        switch first {
        case "{": return "Å"
        case "|": return "Ä"
        case "}": return "Ö"
        default: return first.properties.isAlphabetic ? String(first).uppercased() : "#"
        }
    }

    /// The letter without its accent.
    private static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
    }
}
