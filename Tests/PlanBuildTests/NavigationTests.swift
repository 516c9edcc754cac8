import PlanModel
import Testing

@Suite struct NavigationTests {
    private static func organisations(_ count: Int) throws -> Project {
        try Project(
            Dictionary(
                uniqueKeysWithValues: (1...count).map {
                    ("org-\($0)/index.md", "---\ntype: organisation\ntitle: Kommun \($0)\n---\n")
                }))
    }

    @Test func aFewOrganisationsAreLinkedOneByOne() throws {
        let project = try Self.organisations(7)
        try project.build()
        let page = try project.page("org-1/index.html")
        #expect(page.contains("<li><a href=\"../org-7/\">Kommun 7</a></li>"))
        #expect(!page.contains("#section-organisations"))
    }

    @Test func manyOrganisationsAreOneLinkToTheStartPageThatListsThem() throws {
        let project = try Self.organisations(8)
        try project.build()
        let page = try project.page("org-1/index.html")
        #expect(page.contains("<li><a href=\"../#section-organisations\">Organisationer</a></li>"))
        #expect(!page.contains("../org-7/"))
        let start = try project.page("index.html")
        #expect(start.contains("id=\"section-organisations\""))
        #expect(start.contains("href=\"org-8/\""))
        // What stands at any address leads from the root.
        #expect(try project.page("404.html").contains("href=\"/#section-organisations\""))
    }
}
