import Foundation
import PlanBuild
import PlanModel
import Testing

/// What people see of money: verdicts, changes, shares, lines over plans, and what is tied to goals and units.
@Suite struct MoneyPageTests {
    private static let budget = """
        Tabell: Budget för Kontoret 2026 {#budget .budget accept="Källan förklarar inte skillnaden."}

        | Post | Bokslut 2024 | Budget 2025 | Budget 2026 |
        |---|---:|---:|---:|
        | Försäljning | 10,0 | 11,0 | 12,0 |
        | Bidrag | 90,0 | 99,0 | 88,0 |
        | Summa intäkter | 100,0 | 110,0 | 100,0 |
        | Personal | -60,4 | -66,0 | -70,0 |
        | Lokaler | -39,6 | -43,9 | -30,0 |
        | Summa kostnader | -100,0 | -110,0 | -100,0 |
        | Resultat | 0,0 | 0,0 | 2,0 |
        """

    /// What states no version stands before the budget of the same year, in every process.
    @Test func columnsOfOneYearStandInOneOrder() throws {
        func plan(_ heading: String) -> String {
            "---\ntyp: plan\ntitel: Plan\nperiod: 2025\nenhet: mnkr\n---\n\nTabell: Ramar {.ramar}\n\n"
                + "| Verksamhet | \(heading) |\n|---|--:|\n| Vård | 10 |\n"
        }
        let project = try Project([
            "o/index.md": "---\ntyp: organisation\ntitel: O\n---\n", "o/a/index.md": plan("2025"),
            "o/b/index.md": plan("Budget 2025"), "o/c/index.md": plan("Prognos 2025"), "o/d/index.md": plan("Ram 2025"),
        ])
        try project.build()
        let page = try project.page("o/index.html")
        let lines = try #require(page.range(of: "table-lines"))
        let headings = page[lines.upperBound...].matches(of: /class="num">([^<]*)<\/th>/)
        #expect(headings.prefix(4).map { String($0.output.1) } == ["Ram 2025", "2025", "Budget 2025", "Prognos 2025"])
    }

    @Test func everyPrintedSumHasItsVerdictBesideItAndOnThePageOfSums() throws {
        let project = try Project.plan(Self.budget)
        try project.build()
        let plan = try project.page("org/plan/index.html")
        #expect(plan.contains("class=\"verdict verdict-exact\""))
        #expect(plan.contains("class=\"verdict verdict-rounded\""))
        #expect(plan.contains(">skiljer +2,0</a>"))
        #expect(plan.contains("Källan förklarar inte skillnaden."))
        // The row of the result in 2026 stands on the plan's page of sums, where the verdict leads.
        #expect(plan.contains("href=\"../../data/sums/org/plan/#budget-r7-c4\""))
        let sums = try project.page("data/sums/org/plan/index.html")
        #expect(sums.contains("id=\"budget-r7-c4\""))
        #expect(sums.components(separatedBy: "<tr role=\"row\" id=").count - 1 == 9)
        let site = try project.page("data/sums/index.html")
        #expect(site.contains("Resultat"))
        #expect(site.contains("Källan förklarar inte skillnaden."))
        #expect(site.contains("1 stämmer inte"))
    }

    @Test func thePageOfSumsListsPartsFramesAndWhatCannotBeComputed() throws {
        let project = try Project.plan(
            """
            Tabell: Ramar {#ramar .ramar}

            | Enhet | 2025 | 2026 |
            |---|---:|---:|
            | Kontoret | 100 | 110 |
            | Varav stab | 40 | 41 |

            Tabell: Ändringar {#andringar .ramförändringar frames=ramar}

            | Ändring | 2026 |
            |---|---:|
            | Uppräkning | 6 |
            | Nytt | 4 |

            Tabell: Tom summa {#tom .budget}

            | Post | 2025 | 2026 |
            |---|---:|---:|
            | A | 1 | |
            | Summa | 1 | 7 |
            """)
        try project.build()
        let sums = try project.page("data/sums/org/plan/index.html")
        #expect(sums.contains("Delar som ska rymmas i sin rad"))
        #expect(sums.contains(">ryms</span>"))
        #expect(sums.contains("Ramen 2025 och ändringarna"))
        #expect(sums.contains("det som ska summeras saknar värden"))
        #expect(sums.contains("id=\"andringar-2026\""))
        let plan = try project.page("org/plan/index.html")
        #expect(plan.contains("ändringarna stämmer"))
        #expect(plan.contains("Ramen 2026 är 110\u{A0}mnkr, 10\u{A0}mnkr mer än 2025"))
    }

    @Test func theRestOfABridgeIsAStepOfItsOwn() throws {
        let project = try Project.plan(
            """
            Tabell: Ramar {#ramar .ramar}

            | Enhet | 2025 | 2026 |
            |---|---:|---:|
            | Kontoret | 100 | 112 |

            Tabell: Ändringar {#andringar .ramförändringar frames=ramar accept="Okänt."}

            | Ändring | 2026 |
            |---|---:|
            | Uppräkning | 6 |
            | Noll | 0 |
            """)
        try project.build()
        let page = try project.page("org/plan/andringar/index.html")
        #expect(page.contains("Skillnad som ingen ändring förklarar"))
        #expect(page.contains("+6\u{A0}mnkr"))
        #expect(page.contains("1 rad är 0"))
    }

    @Test func changesStandInAmountAndPercentOnDemand() throws {
        let project = try Project.plan(Self.budget)
        try project.build()
        let plan = try project.page("org/plan/index.html")
        #expect(plan.contains("<details class=\"changes\">"))
        #expect(plan.contains("Budget 2025 → Budget 2026, procent"))
        // Personal: −66,0 → −70,0.
        #expect(plan.contains(">−4,0</td><td class=\"num\">6,1\u{A0}% mer</td>"))
    }

    @Test func theLargestPartOfEveryHundredIsTold() throws {
        let project = try Project.plan(Self.budget)
        try project.build()
        let page = try project.page("org/plan/budget/index.html")
        #expect(page.contains("Av varje 100 kr i kostnader går mest till Personal: 70,0 kr (Budget 2026)"))
        #expect(page.contains("Av varje 100 kr i intäkter kommer mest från Bidrag: 88,0 kr (Budget 2026)"))
        #expect(page.contains("intäkter med plus, kostnader med minus"))
    }

    @Test func whereInhabitantsAreStatedMoneyIsToldForEachOfThem() throws {
        let more = ["org/index.md": "---\ntype: organisation\ntitle: Organisationen\npopulation: 50000\n---\n"]
        let project = try Project.plan(Self.budget, more: more)
        try project.build()
        let plan = try project.page("org/plan/index.html")
        #expect(plan.contains("Summa kostnader, Budget 2026: −2\u{202F}000\u{A0}kr per invånare"))
        let without = try Project.plan(Self.budget)
        try without.build()
        #expect(try !without.page("org/plan/index.html").contains("per invånare"))
    }

    @Test func theSameLineIsFollowedOverPlans() throws {
        let older = """
            ---
            type: plan
            title: Förra planen
            period: 2025
            unit: tkr
            ---

            Tabell: Budget 2025 {#budget .budget}

            | Post | Budget 2024 |
            |---|---:|
            | personal | -58 000 |
            | Bara här | -1 |
            | Summa | -58 001 |
            """
        let project = try Project.plan(Self.budget, more: ["org/forra/index.md": older])
        try project.build()
        let organisation = try project.page("org/index.html")
        #expect(organisation.contains("Samma rad i flera planer"))
        #expect(organisation.contains(">−58\u{202F}000\u{A0}tkr</a>"))
        #expect(organisation.contains("<th scope=\"col\" class=\"num\">Bokslut 2024</th>"))
        #expect(!organisation.contains("Bara här"))
        #expect(try project.page("org/plan/budget/index.html").contains("−58\u{202F}000\u{A0}tkr"))
        #expect(try project.page("org/forra/budget/index.html").contains("−70,0\u{A0}mnkr"))
    }

    @Test(arguments: ["budget", "ramar", "ramförändringar", "investeringar"])
    func moneyIsShownWithWhatItIsTiedTo(tableClass: String) throws {
        let project = try Project.plan(
            """
            Tabell: Mål {.mål}

            | Id | Mål |
            |---|---|
            | M1 | Första målet |
            | M2 | Andra målet |

            Tabell: Uppdrag {.uppdrag}

            | Id | Uppdrag |
            |---|---|
            | U1 | Uppdraget |

            Tabell: Pengarna {#pengar .\(tableClass) goals=M2}

            | Post | 2026 | Mål |
            |---|---:|---|
            | Satsning | 7,5 | M1, U1 |
            | Kontoret | 3 | |
            """)
        try project.build()
        #expect(try project.page("org/plan/m1/index.html").contains("Satsning · 2026: <strong>7,5\u{A0}mnkr</strong>"))
        #expect(try project.page("org/plan/u1/index.html").contains("Satsning · 2026: <strong>7,5\u{A0}mnkr</strong>"))
        #expect(try project.page("org/plan/m2/index.html").contains("Pengarna</a>"))
        // A row named after a unit is the unit's money, and leads to it.
        #expect(try project.page("org/kontoret/index.html").contains("Kontoret · 2026: <strong>3\u{A0}mnkr</strong>"))
        #expect(
            try project.page("org/plan/index.html").contains(
                "<a href=\"../kontoret/\">Kontoret</a> <a class=\"anchor\""))
        let table = try project.page("org/plan/pengar/index.html")
        #expect(table.contains("href=\"../m1/\""))
        #expect(table.contains("href=\"../m2/\""))
    }

    @Test func aRegisterOfInvestmentsIsSummedByCauseAndKind() throws {
        let project = try Project.plan(
            """
            Tabell: Investeringar {#inv .investeringar}

            | Investering | Ny- eller reinvestering | Orsak | Belopp (mkr) | Förväntad effekt |
            |---|---|---|---:|---|
            | Datorer | Reinvestering | Föråldrad teknik | 1,5 | Drift |
            | Nät | Nyinvestering | Behov | 4 | Mobilt |
            | Servrar | Reinvestering | föråldrad  teknik | 3,2 | Drift |
            """)
        try project.build()
        let page = try project.page("org/plan/inv/index.html")
        #expect(page.contains("Den orsak som kostar mest är Föråldrad teknik: 4,7\u{A0}mnkr av 8,7\u{A0}mnkr"))
        #expect(page.contains("Reinvestering står för mest: 4,7\u{A0}mnkr av 8,7\u{A0}mnkr"))
    }

    @Test func investmentsByYearAreDrawn() throws {
        let project = try Project.plan(
            """
            Tabell: Investeringar {#inv .investeringar}

            | Investering | 2025 | 2026 |
            |---|---:|---:|
            | A | 15 | |
            | B | 1 | 8 |
            | Totalt | 16 | 8 |
            """)
        try project.build()
        let page = try project.page("org/plan/inv/index.html")
        #expect(page.contains("Det största beloppet gäller 2025: 16\u{A0}mnkr"))
        #expect(page.contains("Det största beloppet gäller A: 15\u{A0}mnkr"))
    }

    @Test func aTableSaysUnitSourceAndDecisionAboveIt() throws {
        let undecided = try Project.plan(Self.budget, frontMatter: "status: draft\nsource: Utkastet\n")
        try undecided.build()
        #expect(
            try undecided.page("org/plan/index.html").contains(
                "Belopp i miljoner kronor (mnkr) · intäkter med plus, kostnader med minus · Källa: Utkastet · Dokumentets status: utkast. Om planen sedan beslutades är inte angivet"
            ))
        let decided = try Project.plan(
            Self.budget,
            frontMatter: "status: decided\ndecision:\n  body: Nämnden\n  date: 2025-11-20\n  paragraph: 7\n")
        try decided.build()
        #expect(
            try decided.page("org/plan/index.html").contains("Planen är beslutad av Nämnden, 20 november 2025, § 7"))
    }

    /// A unit may be called what a table is called: the unit keeps its page, the table its place in the text.
    @Test func aTableWhosePlaceIsTakenStaysInTheText() throws {
        let project = try Project([
            "org/index.md": "---\ntype: organisation\ntitle: O\nunit: mnkr\n---\n",
            "org/mal/index.md": "---\ntype: unit\ntitle: Enheten\n---\n",
            "org/sida.md":
                "---\ntype: page\ntitle: Sida\n---\n\nTabell: T {#mål .budget unit=mnkr}\n\n| Post | 2026 |\n|---|---:|\n| A | 1 |\n| Summa | 1 |\n",
        ])
        try project.build()
        #expect(try project.page("org/mal/index.html").contains("Enheten"))
        #expect(try project.page("org/sida/index.html").contains("id=\"mal\""))
    }

    @Test func aTableOutsidePlansHasItsPagesToo() throws {
        let project = try Project([
            "org/index.md":
                "---\ntype: organisation\ntitle: O\n---\n\nTabell: T {#t .budget unit=mnkr}\n\n| Post | 2026 |\n|---|---:|\n| A | 1 |\n| Summa | 1 |\n"
        ])
        try project.build()
        #expect(try project.page("org/t/index.html").contains("stämmer"))
        let sums = try project.page("data/sums/index.html")
        #expect(sums.contains("Utanför planerna"))
        #expect(sums.contains("id=\"org-t-r2-c2\""))
    }

    @Test func aTotalColumnIsNoFurtherYear() throws {
        let project = try Project.plan(
            """
            Tabell: Investeringar {#inv .investeringar}

            | Investering | 2024 | 2025 | Totalt 2024–2025 |
            |---|---:|---:|---:|
            | A | 1 | 2 | 3 |
            | B | 5 | 0 | 5 |
            | Totalt | 6 | 2 | 8 |
            """)
        try project.build()
        let page = try project.page("org/plan/inv/index.html")
        #expect(page.contains("Det största beloppet gäller 2024: 6\u{A0}mnkr"))
        #expect(page.contains("Det största beloppet gäller B: 5\u{A0}mnkr"))
        #expect(page.contains("Varje stapel är 2024, 2025 tillsammans"))
    }

    @Test func theLargestIsLargestBySizeAndATieHasNoWinner() throws {
        let project = try Project.plan(
            """
            Tabell: Investeringar {#inv .investeringar}

            | Investering | 2025 | 2026 |
            |---|---:|---:|
            | A | -10 | -5 |
            | B | -20 | -30 |
            | Totalt | -30 | -35 |

            Tabell: Lika {#lika .budget}

            | Post | 2026 |
            |---|---:|
            | A | 4 |
            | B | 4 |
            | Summa | 8 |
            """)
        try project.build()
        let page = try project.page("org/plan/inv/index.html")
        #expect(page.contains("Det största beloppet gäller 2026: −35\u{A0}mnkr"))
        #expect(page.contains("Det största beloppet gäller B: −50\u{A0}mnkr"))
        #expect(try project.page("org/plan/lika/index.html").contains("Så fördelar sig varje 100 kr i Summa (2026)"))
    }

    @Test func framesThatAreCostsGrowAwayFromZero() throws {
        let project = try Project.plan(
            """
            Tabell: Ramar {#ramar .ramar}

            | Enhet | 2025 | 2026 |
            |---|---:|---:|
            | Kontoret | -100 | -110 |

            Tabell: Ändringar {#andringar .ramförändringar frames=ramar}

            | Ändring | 2026 |
            |---|---:|
            | Pris | -10 |
            """)
        try project.build()
        let plan = try project.page("org/plan/index.html")
        #expect(plan.contains("Ramen 2026 är −110\u{A0}mnkr, 10\u{A0}mnkr mer än 2025"))
        #expect(plan.contains("10 mer än 2025"))
    }

    @Test func plansOfDifferentOwnersAreFollowedApart() throws {
        func plan(_ year: Int, _ owner: String, _ amount: String) -> String {
            """
            ---
            type: plan
            title: Plan \(year) för \(owner)
            period: \(year)
            owner: \(owner)
            unit: mnkr
            ---

            Tabell: Budget {#budget .budget}

            | Post | Budget \(year) |
            |---|---:|
            | Personal | \(amount) |
            """
        }
        let project = try Project([
            "org/index.md": "---\ntype: organisation\ntitle: O\n---\n",
            "org/rs-25/index.md": plan(2025, "Regionstyrelsen", "1 100"),
            "org/rs-26/index.md": plan(2026, "Regionstyrelsen", "1 200"),
            "org/pn-26/index.md": plan(2026, "Patientnämnden", "6"),
        ])
        try project.build()
        let line = try project.page("org/rs-26/budget/index.html")
        #expect(line.contains("1\u{202F}100\u{A0}mnkr"))
        #expect(!line.contains(">6\u{A0}mnkr"))
        #expect(try !project.page("org/pn-26/budget/index.html").contains("Samma rad i flera planer"))
    }

    @Test func aDatedDecisionCountsWithoutAStatus() throws {
        let project = try Project.plan(
            Self.budget, frontMatter: "decision:\n  body: Fullmäktige\n  date: 2024-11-20\n  paragraph: 1\n")
        try project.build()
        #expect(
            try project.page("org/plan/index.html").contains("Planen är beslutad av Fullmäktige, 20 november 2024, § 1")
        )
    }

    @Test func aWholeTableWithoutATotalIsSummedOnTheGoalsPage() throws {
        let project = try Project.plan(
            """
            Tabell: Mål {.mål}

            | Id | Mål |
            |---|---|
            | A1 | Målet |

            Tabell: Pengar {#b4 .budget goals=A1}

            | Post | 2026 |
            |---|---:|
            | X | 7 |
            | Y | 8,5 |
            """)
        try project.build()
        #expect(
            try project.page("org/plan/a1/index.html").contains(
                "omräknad summa, inte tryckt · 2026: <strong>15,5\u{A0}mnkr</strong>"))
    }

    @Test func changesInAnotherUnitThanTheTablesSayIt() throws {
        let project = try Project.plan(
            """
            Tabell: Budget {#b .budget}

            | Post | Budget 2025 | Budget 2026 | Avvikelse 2026 |
            |---|---:|---:|---:|
            | A | 1 | 2 | 1 |
            | B | 500 tkr | 700 tkr | 0,2 |
            """)
        try project.build()
        let plan = try project.page("org/plan/index.html")
        #expect(plan.contains(">+1</td>"))
        #expect(plan.contains(">+200\u{A0}tkr</td>"))
        #expect(!plan.contains("Avvikelse 2026 →"))
        #expect(!plan.contains("→ Avvikelse 2026"))
    }

    @Test func controlCharactersOfWordProcessorsAreSpaces() throws {
        let project = try Project.plan("En\u{1}rad\u{B}text\u{85}här\u{FFFE}.\n")
        try project.build()
        #expect(try project.page("org/plan/index.html").contains("En rad text\u{A0}här\u{FFFD}."))
    }

    @Test(arguments: [
        ("-10", "5", "15 mer"), ("5", "-10", "15 mindre"), ("-10", "-14", "4 mer"), ("8", "6", "2 mindre"),
    ])
    func aKeyFigureSaysMoreOrLessWhateverItsSign(before: String, after: String, words: String) throws {
        let project = try Project.plan(
            """
            Tabell: Budget {#b .budget}

            | Post | Budget 2025 | Budget 2026 |
            |---|---:|---:|
            | Årets utfall | \(before) | \(after) |
            """)
        try project.build()
        #expect(try project.page("org/plan/index.html").contains("\(words) än 2025"))
    }

    @Test func theNewestPlansFigureIsDrawnWhateverItsFolderIsCalled() throws {
        func plan(_ year: Int, _ amount: Int) -> String {
            """
            ---
            type: plan
            title: Plan \(year)
            period: \(year)
            unit: mnkr
            ---

            Tabell: Budget {#budget .budget}

            | Post | Budget 2025 | Budget \(year + 1) |
            |---|---:|---:|
            | Personal | \(amount) | 9 |
            """
        }
        let project = try Project([
            "org/index.md": "---\ntype: organisation\ntitle: O\n---\n", "org/zz-aldre/index.md": plan(2025, 5),
            "org/aa-nyare/index.md": plan(2026, 7),
        ])
        try project.build()
        let page = try project.page("org/index.html")
        let figure = try #require(page.range(of: "<figure class=\"chart chart-series"))
        #expect(page[figure.lowerBound...].contains("7\u{A0}mnkr"))
        #expect(!page[figure.lowerBound...].contains("5\u{A0}mnkr"))
    }

    @Test func aFrameThatCannotBeComparedIsToldEverywhere() throws {
        let project = try Project.plan(
            """
            Tabell: Ramar {#ramar .ramar}

            | Enhet | 2025 | 2026 |
            |---|---:|---:|
            | Kontoret | 100 | 110 |

            Tabell: Ändringar {#andringar .ramförändringar frames=ramar}

            | Ändring | 2026 | 2027 |
            |---|---:|---:|
            | Uppräkning | | 6 |
            """)
        try project.build()
        let json = try project.page("data/tables/org/plan/andringar.json")
        #expect(json.contains("\"verdict\": \"not-computable\", \"reason\": \"all-terms-missing\""))
        #expect(try project.page("data/sums.csv").contains("frame,,,,,,not-computable"))
        #expect(try project.page("data/sums/org/plan/index.html").contains("det som ska summeras saknar värden"))
    }
}
