import Foundation
import PlanBuild
import PlanModel
import Testing

/// What a citizen meets first: six answers, a plan in three minutes, how to refer to a page and to follow it.
@Suite struct CitizenTests {
    private static let body = """
        Tabell: Mål {#mal .mål}

        | Id | Mål | Perspektiv | Ansvarig | Status |
        |---|---|---|---|---|
        | M1 | Fler bussar | Trafik | RK | risk |
        | M2 | Renare luft | Trafik | RK | |
        | M3 | Kortare köer | Vård | | |

        Tabell: Aktiviteter {#akt .aktiviteter}

        | Id | Aktivitet | Mål | Ansvarig |
        |---|---|---|---|
        | A1 | Köpa bussar | M1 | RK |
        | A2 | Mäta luften | | Någon annan |

        Tabell: Indikatorer {#ind .indikatorer}

        | Id | Indikator | Mål | Målvärde | Nuläge |
        |---|---|---|---|---|
        | I1 | Resor | M1 | 2026: 30 % | 2025: 20 % |
        | I2 | Luft | M2 | | |

        Tabell: Ram per verksamhet {#ramar .ramar}

        | Verksamhet | Ram 2025 | Ram 2026 |
        |---|---:|---:|
        | Vård | 100,0 | 110,0 |
        | Trafik | 50,0 | 50,0 |
        | Kultur | 10,0 | 9,0 |
        | Summa Regionen | 160,0 | 169,0 |
        """

    private func project() throws -> Project {
        try Project.plan(
            Self.body, frontMatter: "status: förslag\nansvarig: RK\nuppdaterad: 2026-01-02\n",
            more: [
                "org/moten/m.md":
                    "---\ntyp: möte\ntitel: Mötet\norgan: RK\ndatum: 2026-03-01\ndagordning:\n  - titel: Planen\n    handlingar: [plan]\n---\n",
                "org/fore/index.md":
                    "---\ntyp: plan\ntitel: Förra planen\nperiod: 2025\nstatus: beslutad\nansvarig: RK\n---\n",
            ])
    }

    /// The text of a page without markup, white space as single spaces.
    static func words(_ html: String) -> String {
        html.replacing(/<[^>]*>/, with: " ").replacing("&quot;", with: "\"").replacing("\u{A0}", with: " ")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func answers(_ page: String) throws -> String {
        let start = try #require(page.range(of: "<ol class=\"answers\">"))
        let end = try #require(page.range(of: "</ol>", range: start.upperBound..<page.endIndex))
        return Self.words(String(page[start.lowerBound..<end.lowerBound]))
    }

    @Test(arguments: ["index.html", "org/index.html"])
    func theSixAnswersCountWhatTheContentHolds(_ path: String) throws {
        let project = try project()
        try project.build { $0.asOf = CalendarDate("2026-02-01") }
        let text = try answers(try project.page(path))
        #expect(text.contains("Vad är planerat? 3 mål, program och prioriteringar i 2 planer."))
        #expect(
            text.contains("1 av dem har uppdrag eller aktiviteter som är knutna till sig. 2 uppdrag och aktiviteter"))
        #expect(text.contains("Vad kostar det? 169,0 mnkr till Regionen 2026, 9,0 mer än 2025"))
        #expect(text.contains("Stämmer summorna? 2 summor, delar och ramar är räknade om. 0 stämmer inte."))
        #expect(text.contains("Vad har ändrats? 2 av 3 rader har ett annat belopp i 2026 än i 2025."))
        #expect(text.contains("Vem ansvarar? 1 av 1 enhet svarar för något"))
        #expect(text.contains("4 av 5 mål, program, prioriteringar, uppdrag och aktiviteter har en ansvarig angiven."))
        #expect(text.contains("Hur går det? 1 av 5"))
        #expect(text.contains("1 av dem är försenad eller riskerar att inte nås."))
        #expect(text.contains("2 indikatorer ska visa hur det går: 1 har ett målvärde och 1 ett uppmätt värde."))
        #expect(text.contains("Vad ska beslutas? 1 av 2 planer är ett utkast eller ett förslag."))
        #expect(text.contains("1 möte är inlagt från och med 1 februari 2026."))
        // Where the numbers can be counted again.
        let page = Self.words(try project.page(path))
        #expect(
            page.contains(
                "3 mål, program och prioriteringar · 2 uppdrag och aktiviteter · 2 indikatorer · 1 har status"))
    }

    @Test func aPlanThatReplacesAnotherIsSetBesideIt() throws {
        let project = try project()
        try project.write(
            "---\ntyp: plan\ntitel: Ny plan\nperiod: 2027\nersätter: plan\n---\n\nTabell: Mål {#nya .mål}\n\n| Id | Mål |\n|---|---|\n| N1 | Ett |\n",
            to: "org/ny/index.md")
        try project.build()
        #expect(
            try answers(try project.page("index.html")).contains(
                "1 mål, program eller prioritering i Ny plan, 2 färre än i Planen, som den ersätter."))
    }

    @Test func manyOrganisationsAreNamedAndNoneIsAddedToAnother() throws {
        let project = try project()
        for number in 1...8 {
            try project.write("---\ntyp: organisation\ntitel: Region \(number)\n---\n", to: "o\(number)/index.md")
            try project.write(
                "---\ntyp: plan\ntitel: P\nperiod: 2026\nunit: mnkr\n---\n\nTabell: Ram {.ramar}\n\n| V | 2026 |\n|---|---:|\n| A\(number) | \(number) |\n",
                to: "o\(number)/p/index.md")
        }
        try project.build()
        let text = try answers(try project.page("index.html"))
        #expect(text.contains("Region 1 1 mnkr till A1 2026. Tabellen har inget att jämföra med."))
        #expect(!text.contains("Region 7 7"))
        #expect(text.contains("4 organisationer till anger belopp"))
    }

    @Test func aSiteWithoutPlansHasNoAnswers() throws {
        let project = try Project(["org/index.md": "---\ntype: organisation\ntitel: O\n---\n"])
        try project.build()
        #expect(try !project.page("index.html").contains("class=\"answers\""))
    }

    // MARK: Three minutes

    private func threeMinutes(_ project: Project) throws -> String {
        let page = try project.page("org/plan/index.html")
        let start = try #require(page.range(of: "<h2 id=\"section-three-minutes\">"))
        let end = try #require(page.range(of: "</section>", range: start.upperBound..<page.endIndex))
        return Self.words(String(page[start.lowerBound..<end.lowerBound]))
    }

    @Test func threeMinutesTellWhatThePlanHoldsAndWhatItDoesNot() throws {
        let project = try project()
        try project.build { $0.asOf = CalendarDate("2026-02-01") }
        let text = try threeMinutes(project)
        #expect(text.contains("Planen har 3 mål. Trafik : 2 Vård : 1 Alla 3 finns i röda tråden"))
        #expect(text.contains("Planen har 2 aktiviteter. Kontoret : 1"))
        #expect(text.contains("169,0 mnkr till Regionen 2026, 9,0 mer än 2025"))
        #expect(text.contains("Störst är Vård (110,0 mnkr), Trafik (50,0 mnkr), Kultur (9,0 mnkr)."))
        #expect(text.contains("Mest ändras Vård (+10 mnkr mot 2025), Kultur (−1 mnkr mot 2025)."))
        #expect(text.contains("I1 Resor : målvärde 30 % (2026), senast 20 % (2025)"))
        #expect(text.contains("1 är försenad eller riskerar att inte nås."))
        #expect(text.contains("Planen är inte beslutad: Förslag."))
        #expect(text.contains("Tas upp på Mötet ."))
    }

    @Test func whatAPlanLacksIsSaid() throws {
        let project = try Project.plan("Tabell: Mål {.mål}\n\n| Id | Mål |\n|---|---|\n| M1 | Ett |\n")
        try project.build()
        let text = try threeMinutes(project)
        for words in [
            "Inga uppdrag eller aktiviteter är angivna.", "Inga belopp är angivna.", "Inga indikatorer är angivna.",
            "Om planen är beslutad: ej angivet.", "Inga kommande möten eller datum är angivna.",
        ] { #expect(text.contains(words)) }
        #expect(!text.contains("Risker"))
    }

    @Test func theLargestPlanIsToldInSixHundredWords() throws {
        let words = "en lång rad av ord som en tjänsteman kan skriva när målet ska få plats med allting på en gång"
        func table(_ caption: String, _ heading: String, _ id: String) -> String {
            "Tabell: \(caption)\n\n| Id | \(heading) | Ansvarig |\n|---|---|---|\n"
                + (1...60).map { "| \(id)\($0) | \(words) \($0) | RK |\n" }.joined() + "\n"
        }
        let project = try Project.plan(
            table("Mål {.mål}", "Mål", "M") + table("Uppdrag {.uppdrag}", "Uppdrag", "U")
                + table("Risker {.risker}", "Risk", "R") + table("Indikatorer {.indikatorer}", "Indikator", "I")
                + Self.body.replacing(/^[\s\S]*(?=Tabell: Ram)/, with: ""))
        try project.build()
        #expect(try threeMinutes(project).split(separator: " ").count <= 600)
    }

    @Test func aPlanOfProseAloneHasNoThreeMinutes() throws {
        let project = try Project.plan("Bara text.")
        try project.build()
        #expect(try !project.page("org/plan/index.html").contains("section-three-minutes"))
    }

    // MARK: Figures

    @Test(arguments: [
        ("Summa kostnader", "-90,0", "90,0 mnkr i kostnader 2026 (budget)"),
        ("Resultat", "5,0", "5,0 mnkr mer i intäkter än i kostnader 2026 (budget): Resultat"),
        ("Resultat", "-5,0", "5,0 mnkr mer i kostnader än i intäkter 2026 (budget): Resultat"),
    ])
    func aCostIsSaidToBeOneAndHasNoMinus(_ label: String, _ amount: String, _ sentence: String) throws {
        let isResult = label == "Resultat"
        let cost = isResult ? (amount.hasPrefix("-") ? "-95,0" : "-85,0") : "-90,0"
        let rows =
            "| Försäljning | 90,0 |\n| Summa intäkter | 90,0 |\n| Personal | \(cost) |\n| Summa kostnader | \(cost) |\n"
        let project = try Project.plan(
            "Tabell: Budget {.budget}\n\n| Post | Budget 2026 |\n|---|---:|\n" + rows
                + (isResult ? "| Resultat | \(amount) |\n" : ""))
        try project.build()
        let page = Self.words(try project.page("org/plan/index.html"))
        #expect(page.contains("Planen i siffror \(sentence)"))
    }

    // MARK: Citing and following

    @Test func aPageSaysHowToReferToItAndNeverClaimsADecision() throws {
        let project = try project()
        try project.build { $0.baseURL = "https://plan.example.se/" }
        #expect(
            Self.words(try project.page("org/plan/m1/index.html")).contains(
                "Hänvisa till sidan: Organisationen: M1 Fler bussar. Planen (2026). Tabellen Mål. Version: 2 januari 2026. Inte beslutad: Förslag. https://plan.example.se/org/plan/m1/"
            ))
        #expect(
            Self.words(try project.page("org/fore/index.html")).contains(
                "Organisationen: Förra planen (2025). Version: ej angivet. Beslut: organ ej angivet, datum ej angivet. https://plan.example.se/org/fore/"
            ))
        let decided = try Project.plan(
            "Text.", frontMatter: "status: beslutad\nbeslut: {organ: Styrelsen, datum: 2025-01-02, diarienummer: D 1}\n"
        )
        try decided.build()
        #expect(
            Self.words(try decided.page("org/plan/index.html")).contains(
                "Version: ej angivet. Beslutad av Styrelsen 2 januari 2025, diarienummer D 1 "))
    }

    @Test func aPlanAndAUnitHaveFeedsOfTheirOwn() throws {
        let project = try project()
        try project.write("languages: [sv, en]\n", to: "Site/site.yaml")
        try project.build { $0.baseURL = "https://plan.example.se/" }
        let plan = try project.page("org/plan/feed.xml")
        #expect(plan.contains("<id>https://plan.example.se/org/plan/feed.xml</id>"))
        #expect(plan.contains("<title>Planen</title>"))
        #expect(plan.contains("<title>Mötet</title>"))
        #expect(!plan.contains("<title>Förra planen</title>"))
        #expect(try project.page("org/kontoret/feed.xml").contains("<title>Planen</title>"))
        #expect(try project.page("en/org/plan/feed.xml").contains("xml:lang=\"en\""))
        let page = try project.page("org/plan/index.html")
        #expect(
            page.contains(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Planen – Organisationen\" href=\"feed.xml\">"
            ))
        #expect(page.contains("<a href=\"feed.xml\" type=\"application/atom+xml\">Följ planen</a>"))
        #expect(try project.page("org/kontoret/index.html").contains(">Följ enheten</a>"))
    }

    @Test func nothingElseCanBeCalledFeed() throws {
        let goal = try Project.plan("Text.", more: ["org/plan/feed.xml.md": "---\ntyp: mål\ntitel: Ett\n---\n"])
        #expect(try goal.codes() == ["address-collision"])
        let file = try Project.plan("Text.", more: ["org/plan/feed.xml": "<feed/>"])
        #expect(try file.codes() == ["address-collision"])
    }

    @Test func plansThatBelongTogetherSayWhy() throws {
        let project = try project()
        try project.write(
            "---\ntyp: plan\ntitel: Ny plan\nperiod: 2027\nersätter: plan\nbygger-på: plan\n---\n",
            to: "org/ny/index.md")
        try project.build()
        let page = Self.words(try project.page("org/plan/index.html"))
        #expect(page.contains("2027 Ny plan bygger på den här, ersätter den här"))
        #expect(page.contains("2025 Förra planen samma ansvarig"))
    }

    // MARK: Places

    @Test func headingsAndRowsHaveALinkToThemselves() throws {
        let project = try Project.plan("## Rubrik *ett*\n\n##### Fem\n\n" + Self.body)
        try project.build()
        let page = try project.page("org/plan/index.html")
        #expect(
            page.contains(
                "<em>ett</em> <a class=\"anchor\" href=\"#rubrik-ett\" aria-label=\"Länk till Rubrik ett\"><span aria-hidden=\"true\">#</span></a></h2>"
            ))
        #expect(page.contains("href=\"#row-m1\" aria-label=\"Länk till raden Fler bussar\""))
        #expect(!page.contains("Länk till Fem"))
    }
}
