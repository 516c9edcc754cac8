import PlanModel
import PlanReader
import Testing

@Suite struct TextTests {
    private func page(_ body: String, keys: String = "") throws -> Fixture {
        try Fixture(["Content/a.md": "---\ntyp: sida\n\(keys)---\n\n\(body)\n"])
    }

    @Test(arguments: [
        "1️⃣xxx", "§ 1️⃣XX", "RV 1️⃣19xxxx", "a 1️⃣TODO: b", "1️⃣Lorem ipsum dolor", "1️⃣[Skriv målet här]",
        "**1️⃣[Fyll i]**", "20 kr 1️⃣20xx-01-01", "Beslutat 1️⃣[datum].", "Kostar 1️⃣??? kronor", "| a |\n|---|\n| 1️⃣???? |",
        "Dnr 1️⃣RV19xxxx", "1️⃣RV2026xx", "Den 1️⃣2026-xx-xx.", "Den 1️⃣2026-01-XX.", "I 1️⃣2026-xx",
    ])
    func placeholdersAreWarnings(text: String) throws { try page(text).expect(.placeholder) }

    /// Lines are looked through many bytes at a time: nothing may hide between two looks.
    @Test(arguments: [
        ("1️⃣xxx", DiagnosticCode.placeholder), ("1️⃣20xx", .placeholder), ("§ 1️⃣XX", .placeholder),
        ("1️⃣TODO", .placeholder), ("1️⃣lorem ipsum", .placeholder), ("1️⃣???", .placeholder), ("1️⃣[datum]", .placeholder),
        ("1️⃣811218-9876", .personalNumber), ("1️⃣19811218-9876", .personalNumber),
        ("1️⃣anna.ek@gmail.com", .privateAddress),
    ])
    func findingsAreFoundWhereverTheyStand(text: String, code: DiagnosticCode) throws {
        for before in 1..<36 {
            for after in ["", " och så vidare, i all evighet och en dag till"] {
                let line = String(repeating: "a", count: before) + " " + text + after
                let fixture = try page(line)
                let found = try fixture.read().manuscript.diagnostics
                #expect(found.map(\.code) == [code], "\(line)")
                #expect(try found.first?.position == fixture.mark("1️⃣"), "\(line)")
            }
        }
    }

    @Test(arguments: [
        "XX", "XXL", "Kapitel XX", "[Skriv till oss](https://example.se)", "`xxx`", "todo", "[...]", "Maxx", "x",
        "A1xx2", "IXX", "FOXX", "2026-12-01", "2026-xxl", "Varför???", "[datum](https://example.se)", "??", "[namnet]",
    ])
    func wordsThatOnlyLookLikePlaceholdersAreNot(text: String) throws { try page(text).expect() }

    @Test func placeholdersAreFoundInCellsAndFrontMatter() throws {
        try page("| a |\n|---|\n| 1️⃣xxx |\n", keys: "titel: 2️⃣TODO\n").expect(.placeholder, .placeholder)
        try page("", keys: "taggar: [skriv, läs]\nsammanfattning: 1️⃣xxx\n").expect(.placeholder)
        try page("```\nxxx\n```\n\n1️⃣xxx").expect(.placeholder)
    }

    @Test(arguments: [
        "- ```\n  xxx\n  ```\n\n1️⃣xxx", "> ~~~ text\n> xxx\n> ~~~\n\n1️⃣xxx", "````\n```\nxxx\n````\n\n1️⃣xxx",
        "    xxx\n\n1️⃣xxx", "``` ` 1️⃣xxx", "```\n```\n\n1️⃣xxx",
    ])
    func codeBlocksAreThoseOfTheParser(text: String) throws { try page(text).expect(.placeholder) }

    @Test(arguments: [
        "```\n1️⃣811218-9876\n```", "- ```\n  kod\n  ```\n\nNils 1️⃣811218-9876", "``` `x\n1️⃣811218-9876",
        "~~~\n1️⃣811218-9876", "`1️⃣811218-9876`", "<!-- 1️⃣811218-9876 -->", "Text <!-- 1️⃣811218-9876 --> mer",
    ])
    func numbersAreSeenInCodeAndComments(text: String) throws {
        let found = try page(text).findings()
        #expect(found.filter { $0.code != .rawHTML }.map(\.code) == [.personalNumber])
        let isComment = text.contains("<!--")
        #expect(found.contains { $0.words.contains("kommentar") } == isComment)
    }

    @Test func addressesAreSeenInCode() throws {
        try page("```\n1️⃣kalle@gmail.com\n```").expect(.privateAddress)
        #expect(try page("<!-- kalle@gmail.com -->").findings().contains { $0.words.contains("kommentar") })
    }

    @Test func commentsHoldNoPlaceholdersAndNoLinks() throws {
        try page("<!-- xxx\n\nTODO: skriv mer -->\n\n1️⃣xxx").expect(.placeholder)
        try page("Text <!-- xxx --> och 1️⃣xxx").expect(.placeholder)
        try page("", keys: "titel: \"Nr # 1\" # xxx och https://intranet/x\n# TODO\n").expect()
        try page("", keys: "titel: \"Nr # 1️⃣xxx\"\n").expect(.placeholder)
        try page("", keys: "titel: Nr # 1️⃣811218-9876\n").expect(.personalNumber)
    }

    @Test func twoNumbersMayBePartedByASlash() throws {
        try page("1️⃣811218-9876/2️⃣811218-9876").expect(.personalNumber, .personalNumber)
        try page("Anna/1️⃣811218-9876").expect(.personalNumber)
    }

    @Test(arguments: [
        "Nils 1️⃣19811218-9876.", "(1️⃣811218-9876)", "1️⃣811218+9876", "1️⃣701063-2391",
        "1️⃣198112189876", "1️⃣8112189876", "1️⃣811218 9876", "1️⃣19811218 9876", "1️⃣811218\u{A0}9876", "1️⃣811218–9876.",
        "1️⃣811218\u{2010}9876", "1️⃣811218\u{2011}9876", "1️⃣811218\u{2212}9876",
    ])
    func personalNumbersAreWarnings(text: String) throws {
        let fixture = try page(text)
        try fixture.expect(.personalNumber)
        #expect(try fixture.read().manuscript.diagnostics.first?.message.swedish.contains("9876") == false)
    }

    @Test(arguments: [
        "556677-8899", "811218-9875", "811318-9876", "1811218-9876", "811218-98765", "021-811218-9876",
        "5566778899", "178112189876", "811218 98765", "181121898760", "70 81 12 18 98 76", "811218 9875", "811250-9876",
        "12/811218-9876", "811218-9876/12", "19811218-9876/1234", "20230101-1231", "20230101 1231", "20240101–1231",
    ])
    func otherNumbersAreNot(text: String) throws { try page(text).expect() }

    @Test(arguments: [
        "http://intranet/sida", "https://insidan.local", "http://10.0.0.1/x", "https://192.168.1.1",
        "http://172.20.1.1", "https://wiki.intra/x", "http://localhost:8080", "https://server01.lan",
        "https://intranet.regionen.se/x", "https://intranät.regionen.se", "https://xn--intrant-bxa.regionen.se",
        "https://insidan.orten.se", "https://Inblick.orten.se/a", "https://intra.orten.se",
    ])
    func linksToIntranetsAreWarnings(address: String) throws {
        try page("Se 1️⃣[sidan](\(address)).").expect(.intranetLink)
    }

    @Test(arguments: [
        "https://example.se", "https://172.40.1.1", "mailto:a@b", "id:a", "a.md", "https://local.se/intern",
        "https://inblick.se", "https://insidan.nu/x", "https://intranetportalen.orten.se",
    ])
    func otherLinksAreNot(address: String) throws { try page("Se [sidan](\(address)).").expect() }

    @Test(arguments: [
        "Skriv till 1️⃣kalle@gmail.com.", "1️⃣kalle.anka@hotmail.se", "<1️⃣k@icloud.com>", "1️⃣nils@telia.com, tack",
        "[1️⃣k@live.se](mailto:k@live.se)", "| a |\n|---|\n| 1️⃣k_a@outlook.com |",
    ])
    func privateAddressesAreWarnings(text: String) throws { try page(text).expect(.privateAddress) }

    @Test(arguments: ["1️⃣anna.andersson@regionen.se", "1️⃣per-olov.svensson@kommun.se", "(1️⃣Åsa.Öberg@orten.se)"])
    func addressesOfPersonsAreTold(text: String) throws { try page(text).expect(.personalAddress) }

    @Test(arguments: [
        "registrator@regionen.se", "info@gmail.se.example", "kommun.styrelse@orten.se", "dataskydd.ombud@orten.se",
        "anna.andersson@example.se", "anna@regionen.se", "@gmail", "a@b", "barn.skola@orten.se", "diarium.ks@orten.se",
        "anna.andersson@", "tätt @ gmail.com",
    ])
    func addressesOfOfficesAreNot(text: String) throws { try page(text).expect() }

    @Test func addressesInKeysAndSiteAreFound() throws {
        try page("", keys: "källa: Rapporten på 1️⃣https://intranet/rapport\n").expect(.intranetLink)
        try page("", keys: "källa: 1️⃣kalle@gmail.com\n").expect(.privateAddress)
        let fixture = try Fixture([
            "Content/a.md": "---\ntyp: sida\n---\n\nText.\n",
            "Site/site.yaml":
                "navigation:\n  - title: Intranätet\n    target: 1️⃣https://insidan.local/x\ntitle: 2️⃣xxx\n",
        ])
        try fixture.expect(.intranetLink, .placeholder)
    }

    @Test func linksBracketsAndAnchorsAreKept() throws {
        let fixture = try page(
            """
            # Ett

            ## Mål & medel

            1️⃣[A1.2], 2️⃣[text](id:x) och ![bild](3️⃣b.png)[^n]

            ## Mål och medel
            ## Mål *medel*

            [^n]: Not.
            """.replacing("![bild](3️⃣b.png)", with: "3️⃣![bild](b.png)"))
        let text = try #require(try fixture.read().manuscript.texts["Content/a.md"])
        #expect(text.owner?.text == "a")
        #expect(
            text.links == [
                ProseLink(form: .bracket, target: "A1.2", position: try fixture.mark("1️⃣")),
                ProseLink(form: .link, target: "id:x", position: try fixture.mark("2️⃣")),
                ProseLink(form: .image, target: "b.png", position: try fixture.mark("3️⃣")),
            ])
        #expect(text.anchors == AnchorNames(["ett", "mal-medel", "mal-och-medel", "mal-medel-2", "fn-1"]))
    }
}
