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
    ])
    func placeholdersAreWarnings(text: String) throws { try page(text).expect(.placeholder) }

    @Test(arguments: [
        "XX", "XXL", "Kapitel XX", "[Skriv till oss](https://example.se)", "`xxx`", "todo", "[...]", "Maxx", "x",
        "A1xx2", "Varför???", "[datum](https://example.se)", "??", "[namnet]",
    ])
    func wordsThatOnlyLookLikePlaceholdersAreNot(text: String) throws { try page(text).expect() }

    @Test func placeholdersAreFoundInCellsAndFrontMatter() throws {
        try page("| a |\n|---|\n| 1️⃣xxx |\n", keys: "titel: 2️⃣TODO\n").expect(.placeholder, .placeholder)
        try page("", keys: "taggar: [skriv, läs]\nsammanfattning: 1️⃣xxx\n").expect(.placeholder)
        try page("```\nxxx\n```\n\n1️⃣xxx").expect(.placeholder)
    }

    @Test(arguments: [
        "Nils 1️⃣19811218-9876.", "(1️⃣811218-9876)", "1️⃣811218+9876", "1️⃣701063-2391",
        "1️⃣198112189876", "1️⃣8112189876", "1️⃣811218 9876", "1️⃣19811218 9876", "1️⃣811218\u{A0}9876", "1️⃣811218–9876.",
    ])
    func personalNumbersAreWarnings(text: String) throws {
        let fixture = try page(text)
        try fixture.expect(.personalNumber)
        #expect(try fixture.read().manuscript.diagnostics.first?.message.swedish.contains("9876") == false)
    }

    @Test(arguments: [
        "556677-8899", "811218-9875", "811318-9876", "1811218-9876", "811218-98765", "021-811218-9876",
        "5566778899", "178112189876", "811218 98765", "181121898760", "70 81 12 18 98 76", "811218 9875", "811250-9876",
    ])
    func otherNumbersAreNot(text: String) throws { try page(text).expect() }

    @Test(arguments: [
        "http://intranet/sida", "https://insidan.local", "http://10.0.0.1/x", "https://192.168.1.1",
        "http://172.20.1.1", "https://wiki.intra/x", "http://localhost:8080", "https://server01.lan",
    ])
    func linksToIntranetsAreWarnings(address: String) throws {
        try page("Se 1️⃣[sidan](\(address)).").expect(.intranetLink)
    }

    @Test(arguments: [
        "https://example.se", "https://172.40.1.1", "mailto:a@b", "id:a", "a.md", "https://local.se/intern",
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
        #expect(text.anchors == ["ett", "mal-medel", "mal-och-medel", "mal-medel-2", "fn-1"])
    }
}
