import Foundation
#if canImport(FoundationXML)
    import FoundationXML
#endif
import PlanBuild
import PlanModel
import Testing

/// What every reader meets: theme, logo, accessibility statement, headers, manifest.
@Suite struct EveryoneTests {
    private func project(_ site: String, more: [String: String] = [:]) throws -> Project {
        try Project.plan("Text.\n", more: more.merging(["Site/site.yaml": site]) { first, _ in first })
    }

    private static let statement = """
        accessibility:
          responsible: Kommunen
          level: partial
          shortcomings: [Kartan saknar text.]
          contact: a@b.se
          method: Självskattning
          assessed: 2026-01-20
          published: 2026-01-21

        """

    private func findings(_ project: Project) throws -> [Diagnostic] {
        try project.check().diagnostics.filter { $0.position.file == "Site/site.yaml" }
    }

    @Test func aSiteWithoutStatementIsToldAndSaysSo() throws {
        let project = try project("title: Planer\n")
        #expect(try findings(project).map(\.code) == [.accessibilityStatement])
        try project.build()
        let page = try project.page("accessibility/index.html")
        #expect(page.contains("Ingen tillgänglighetsredogörelse är lämnad ännu."))
        #expect(!page.contains("förenlig"))
        #expect(page.contains("https://www.digg.se/tdosanmalan"))
    }

    @Test func aWholeStatementIsShownAndNothingIsReported() throws {
        let project = try project("title: Planer\nlanguages: [sv, en]\n" + Self.statement)
        #expect(try findings(project).isEmpty)
        try project.build()
        let page = try project.page("accessibility/index.html")
        #expect(page.contains("Planer är delvis förenlig med lagen"))
        #expect(page.contains("Kartan saknar text."))
        #expect(page.contains("mailto:a@b.se"))
        #expect(!page.contains("ej angivet"))
        #expect(try project.page("en/accessibility/index.html").contains("Planer partly meets the Swedish act"))
        #expect(try project.page("org/plan/index.html").contains("href=\"../../accessibility/\""))
    }

    @Test func whatTheStatementLacksIsToldAndShownAsNotStated() throws {
        let project = try project("title: Planer\naccessibility:\n  help: Ring.\n")
        let found = try findings(project)
        #expect(found.allSatisfy { $0.code == .accessibilityStatement && $0.position.line == 2 })
        for key in ["responsible", "level", "contact", "method", "assessed", "published"] {
            #expect(found.contains { $0.message.english.contains("'\(key)'") }, "\(key)")
        }
        try project.build()
        let page = try project.page("accessibility/index.html")
        #expect(page.components(separatedBy: "ej angivet").count > 6)
        #expect(!page.contains("förenlig"))
    }

    @Test(arguments: [
        ("level: full", "'level' is full"), ("reason: disproportionate-burden", "'motive'"),
    ])
    func aStatementThatContradictsItselfIsTold(_ change: String, _ words: String) throws {
        let text =
            change.hasPrefix("level")
            ? Self.statement.replacing("level: partial", with: change)
            : Self.statement.replacing("[Kartan saknar text.]", with: "[{text: Kartan, \(change)}]")
        let found = try findings(try project("title: Planer\n" + text))
        #expect(found.count == 1 && found.first?.message.english.contains(words) == true)
    }

    @Test func whoIsOutsideTheLawMaySwitchItOff() throws {
        #expect(try findings(try project("title: a\nchecks: {accessibility-statement: off}\n")).isEmpty)
    }

    @Test func wordsOfTheStatementAreEscaped() throws {
        let project = try project(
            "title: Planer\n" + Self.statement.replacing("Kartan saknar text.", with: "\"<script>alert(1)</script>\""))
        try project.build()
        #expect(try !project.page("accessibility/index.html").contains("<script>alert"))
    }

    @Test func aWeakColourIsAWarningInItsPlace() throws {
        let found = try findings(try project("title: a\ntheme:\n  link: \"#5fa8d8\"\n" + Self.statement))
        #expect(found.map(\.code) == [.themeContrast])
        #expect(found.first.map { [$0.position.line, $0.position.column] } == [3, 9])
        #expect(found.first?.severity == .warning)
    }

    @Test func aLogoStandsBesideTheNameOrInstead() throws {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>"
        for (place, value) in [("Assets/vapen.svg", "vapen.svg"), ("Content/bild/vapen.svg", "bild/vapen.svg")] {
            let beside = try project("title: Planer\ntheme: {logo: \(value)}\n", more: [place: svg])
            #expect(try findings(beside).map(\.code) == [.accessibilityStatement])
            try beside.build()
            let page = try beside.page("org/plan/index.html")
            let pattern = #/<img class="site-logo" src="(\.\./)+assets/[^"]*vapen\.[0-9a-f]+\.svg" alt="">Planer<\/a>/#
            #expect(page.contains(pattern))
        }
        let instead = try project(
            "title: Planer\ntheme: {logo: {file: vapen.svg, text: Kommunen}}\n", more: ["Assets/vapen.svg": svg])
        try instead.build()
        #expect(try instead.page("index.html").contains("alt=\"Kommunen\"></a>"))
    }

    @Test(arguments: [
        "<svg><script>alert(1)</script></svg>", "<svg onload=\"alert(1)\"></svg>", "<svg/onload=alert(1)></svg>",
        "<svg><a href=\"javascript:alert(1)\"/></svg>", "<svg><image href=\"https://x.se/a.png\"/></svg>",
        "<svg><foreignObject/></svg>", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>", "no picture", "",
    ])
    func aLogoThatIsNoPlainPictureIsRefused(_ text: String) throws {
        let found = try findings(
            try project("title: a\n" + Self.statement + "theme:\n  logo: a.svg\n", more: ["Assets/a.svg": text]))
        #expect(found.map(\.code) == [.siteConfiguration])
        #expect(found.first?.severity == .error)
    }

    @Test(arguments: ["../a.svg", "/etc/passwd", "a.gif", "missing.svg", "Content", "https://x.se/a.svg", "a.png"])
    func aLogoElsewhereIsRefused(_ path: String) throws {
        let found = try findings(
            try project("title: a\n" + Self.statement + "theme:\n  logo: \(path)\n", more: ["Assets/a.png": "GIF89a"]))
        #expect(found.map(\.code) == [.siteConfiguration])
    }

    @Test func headersManifestAndPicturesAreThere() throws {
        let project = try project("title: 'Planer \"ett\" \\ två'\nlanguages: [sv, en]\n" + Self.statement)
        try project.build { $0.baseURL = "https://plan.example.se/x/" }
        let headers = try project.page("_headers")
        for word in [
            "frame-ancestors 'none'", "X-Content-Type-Options: nosniff", "Referrer-Policy", "Permissions-Policy",
            "Cross-Origin-Opener-Policy: same-origin", "/assets/*", "immutable",
        ] {
            #expect(headers.contains(word), "\(word)")
        }
        for path in ["manifest.webmanifest", "en/manifest.webmanifest"] {
            let manifest = try JSONSerialization.jsonObject(with: Data(try project.page(path).utf8))
            let object = try #require(manifest as? [String: Any])
            #expect(object["start_url"] as? String == "./")
            #expect(object["name"] as? String == "Planer \"ett\" \\ två")
            let icon = try #require((object["icons"] as? [[String: String]])?.first?["src"])
            let folder = path.hasPrefix("en/") ? "en/" : ""
            #expect(FileManager.default.fileExists(atPath: project.folder + "/public/" + folder + icon))
        }
        let page = try project.page("org/plan/index.html")
        #expect(page.contains("hreflang=\"x-default\" href=\"https://plan.example.se/x/org/plan/\""))
        let picture = try #require(page.firstMatch(of: #/og:image" content="https://plan.example.se/x/([^"]+)"/#)?.1)
        #expect(XMLParser(data: Data(try project.page(String(picture)).utf8)).parse())
    }

    @Test func withoutABaseURLNothingClaimsAnAddress() throws {
        let project = try project("title: Planer\n" + Self.statement)
        try project.build()
        let page = try project.page("org/plan/index.html")
        #expect(page.contains("og:title"))
        #expect(!page.contains("og:image") && !page.contains("og:url"))
    }

    @Test func longTablesSayWhatMayBeDoneWithThem() throws {
        let rows = (1...9).map { "| Rad \($0) | \($0) |" }.joined(separator: "\n")
        let head = "\n\n| Post | 2026 |\n|---|---:|\n"
        let project = try Project.plan(
            """
            Table: Kort {#kort .investments}\(head)\(rows)

            Table: Lång {#lang .investments}\(head)\(rows)
            | Rad 10 | 10 |

            Table: Med summa {#summa .investments}\(head)\(rows)
            | Summa | 45 |

            """)
        try project.build()
        let page = try project.page("org/plan/index.html")
        #expect(page.contains("id=\"lang\" data-tools=\"sort\""))
        #expect(page.contains("id=\"summa\" data-tools=\"filter\""))
        #expect(page.contains("id=\"kort\">"))
        #expect(page.contains("tables."))
        #expect(try !project.page("org/index.html").contains("/tables."))
    }
}
