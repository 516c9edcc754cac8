/// The templates of the site and the values that each of them is given; what the check of templates goes by.
package enum TemplateSchema {
    package enum Name: Hashable, Sendable {
        case text(String)
        case list(String, of: [String])

        var name: String {
            switch self {
            case .text(let name), .list(let name, _): name
            }
        }
    }

    /// The name under which templates reach the interface strings: `{{t.nav.skip}}`.
    package static let strings = "t"

    static let common = texts(
        "title", "kindLabel", "code", "summary", "provenance", "prose", "facts", "sourceLine",
        "contentLanguage", "proseLanguage", "proseNote", "longTitle", "citation", "follow", "followTitle", "termScript",
        "editLink")

    static let layout: [Name] =
        texts(
            "lang", "pageTitle", "siteName", "tagline", "description", "root", "stylesheet", "favicon", "feed", "csp",
            "canonical", "robots", "pageFeed", "pageFeedTitle", "bodyClass", "content", "publisher",
            "publisherHomepage",
            "contactName", "contactEmail", "contactEmailLink",
            "contactTelephone", "contactAddress", "searchAction", "openSearch", "script", "hasNavigation",
            "hasLanguages", "hasBreadcrumbs", "hasContact",
            "hasFooterLinks",
            "printLine", "logo", "logoText", "themeScript", "scripts", "openGraph", "manifest", "lightColour",
            "darkColour")
        + [
            .list("navigation", of: ["href", "title", "language", "current"]),
            .list("languages", of: ["code", "name", "href", "current"]),
            .list("breadcrumbs", of: ["href", "title", "language"]),
            .list("footerLinks", of: ["href", "title"]),
            .list("alternates", of: ["lang", "href"]),
        ]

    /// The values of a page kind's own template.
    static func names(of kind: PageKind) -> [Name] {
        switch kind {
        case .start:
            common + texts("searchAction", "answers", "organisations", "plans", "meetings", "recent", "milestones")
        case .organisation:
            common + texts("answers", "units", "plans", "meetings", "recent", "pages", "lines", "milestones")
        case .unit: common + texts("answersFor", "units", "plans", "meetings", "pages", "money")
        case .plan:
            common
                + texts(
                    "sumsLine", "threeMinutes", "toc", "document", "keyFigures", "thread", "matrix", "relatedPlans",
                    "otherEntities",
                    "milestones", "files")
        case .entity: common + texts("thread", "values", "money", "related")
        case .table: common + texts("table", "pictures", "sums", "lines", "serves", "files")
        case .sums:
            common + texts("counts", "differing") + [
                .list("groups", of: ["title", "language", "href", "counts", "list"])
            ]
        case .data: common + texts("license", "sumsLink", "tables", "wholeSite")
        case .meeting:
            common + texts("agenda", "chain", "packFiles", "hasNeighbours") + [
                .list("previous", of: ["href", "title"]), .list("next", of: ["href", "title"]),
            ]
        case .pack: common + texts("contents", "agenda", "documents", "back")
        case .commitments: common + texts("upcoming", "past", "undated", "organisations")
        case .meetings: common + texts("upcoming", "past", "undated")
        case .glossary: common + texts("list")
        case .search:
            common
                + texts(
                    "form", "root", "sites", "indexFolder", "glossary", "contactName", "contactEmail",
                    "contactEmailLink",
                    "contactTelephone", "hasContact",
                    "registerTitle", "registerNote", "register", "hasLetters", "hasNeighbours")
                + [
                    .list("words", of: ["name", "text"]), .list("letters", of: ["href", "title", "current"]),
                    .list("previous", of: ["href", "title"]), .list("next", of: ["href", "title"]),
                ]
        case .accessibility:
            common
                + texts(
                    "site", "stated", "responsible", "level", "shortcomings", "help", "report", "supervision", "testing"
                )
        case .page: common + texts("related")
        case .notFound: common + texts("root", "searchAction")
        }
    }

    private static func texts(_ names: String...) -> [Name] { names.map(Name.text) }
}

/// A kind of page: one template each.
package enum PageKind: String, Sendable, CaseIterable {
    case start, organisation, unit, plan, entity, meeting, meetings, glossary, search, page, table, sums, data
    case accessibility
    case pack, commitments
    case notFound = "not-found"
}
