import PlanModel
import PlanReader
import Testing

@Suite struct TranslationTests {
    private let table = """
        Tabell: Ramar {#r .ramar unit=mnkr}

        | Post | 2019 | 2020 |
        |------|-----:|-----:|
        | Vård | 2 547,4 | –2 |
        | Resa | | 2,1 % |

        Tabell: Mål {#m .mål}

        | Id | Mål | Perspektiv | Status |
        |----|-----|-----|----|
        | A1 | Hälsa | Invånare | klar |
        | A2 | Miljö | Invånare | |

        Tabell: Indikatorer {.indikatorer}

        | Indikator | Mål | Målvärde |
        |----|-----|-----|
        | Andel | A1, A2 | 2019: 30,5 % |
        """

    private func translated(_ text: String) throws -> Fixture {
        try Fixture(plan: table, keys: "period: 2019–2021\nstatus: beslutad\n", ["Content/org/p/index.en.md": text])
    }

    @Test func wordsOfTheTranslationJoinTheOriginal() throws {
        let fixture = try translated(
            """
            ---
            type: plan
            title: The plan
            summary: In short
            period: 2019-2021
            ---

            Table: Frames {#r .frames unit=mnkr}

            | Item | 2019 | 2020 |
            |------|-----:|-----:|
            | Care | 2,547.4 | -2 |
            | Travel | | 2.1 % |

            Table: Goals {#m .goals}

            | Id | Goal | Perspective | Status |
            |----|-----|-----|---|
            | A2 | Environment | Residents | |
            | A1 | Health | Residents | done |

            Table: Indicators {.indicators}

            | Indicator | Goals | Target |
            |----|-----|-----|
            | Share | A2, A1 | 2019: 30.5 % |
            """)
        try fixture.expect()
        let plan = try fixture.entity("org/p")
        #expect(plan.title(in: .english) == "The plan")
        #expect(plan.text(.summary, in: .english) == "In short")
        #expect(plan.texts[.english] == "Content/org/p/index.en.md")
        #expect(try fixture.entity("org/p/A1").title(in: .english) == "Health")
        #expect(try fixture.entity("org/p/invanare").title(in: .english) == "Residents")
        #expect(try fixture.entity("org/p/r").title(in: .english) == "Frames")
        let manuscript = try fixture.read().manuscript
        let frames = try #require(manuscript.translatedTables[.english]?[EntityID("org/p/r")])
        #expect(frames.rows[0].cells[1].reading?.amount?.value.machineText == "2547.4")
        let goals = try #require(manuscript.translatedTables[.english]?[EntityID("org/p/m")])
        #expect(goals.rows.map(\.entity?.local) == ["A2", "A1"])
        #expect(manuscript.translatedTables[.english]?[EntityID("org/p/indikatorer")] != nil)
        #expect(manuscript.entities.count == 9)
    }

    @Test func figuresThatDifferAreErrorsInTheirCells() throws {
        let fixture = try translated(
            """
            ---
            type: plan
            id: 1️⃣q
            period: 2️⃣2019-2022
            status: decided
            ---

            Table: Frames {#r .frames unit=mnkr}

            | Item | 3️⃣2018 | 2020 |
            |------|-----:|-----:|
            | Care | 4️⃣2,547.5 | -2 |
            | Travel | 5️⃣1 | 2.1 % |

            Table: Goals {#m .goals}

            | Id | Goal | Status |  Perspective |
            |----|-----|-----|---|
            | A1 | Health | 6️⃣delayed | x |
            | 7️⃣A3 | Environment | | |

            Table: Indicators {.indicators}

            | Indicator | Goals | Target |
            |----|-----|-----|
            | Share | 8️⃣A1 | 9️⃣2019: 30 % |
            """)
        try fixture.expect(
            .translationDiffers, .translationDiffers, .translationDiffers, .translationDiffers, .translationDiffers,
            .translationDiffers, .translationWithoutOriginal, .translationDiffers, .translationDiffers)
    }

    @Test func tablesOfAnotherShapeAreReportedOnce() throws {
        let fixture = try translated(
            """
            ---
            type: plan
            ---

            1️⃣Table: Frames {#r .frames unit=mnkr}

            | Item | 2019 | 2020 |
            |------|-----:|-----:|
            | Care | 1 | -2 |

            Table: Goals {#2️⃣n .goals}

            | Id | Goal |
            |----|-----|
            """)
        try fixture.expect(.translationDiffers, .translationWithoutOriginal)
    }

    @Test func aTranslationNeedsAnOriginal() throws {
        try Fixture(["Content/a.en.md": "1️⃣---\ntype: page\n---\n"]).expect(.translationWithoutOriginal)
        try Fixture(["Content/a.en.md": "---\ntype: page\n---\n", "Content/a.md": "1️⃣"]).expect(.emptyFile)
    }

    @Test func theSitesFirstLanguageIsTheOriginals() throws {
        let fixture = try Fixture([
            "Site/site.yaml": "languages: [en, sv]\n", "Content/a.md": "---\ntype: page\ntitle: A\n---\n",
            "Content/a.sv.md": "---\ntyp: sida\ntitel: Å\n---\n", "Content/b.en.md": "---\ntyp: sida\n---\n",
            "Content/c.md": "---\ntype: page\n---\n", "Content/c.en.md": "1️⃣---\ntype: page\n---\n",
        ])
        try fixture.expect(.duplicateID)
        let page = try fixture.entity("a")
        #expect(page.title == "A")
        #expect(page.title(in: .swedish) == "Å")
        #expect(try fixture.entity("b").texts == [.english: "Content/b.en.md"])
    }

    @Test func populationAndOtherFiguresOfFrontMatterAreCompared() throws {
        let fixture = try Fixture([
            "Content/org/index.md": "---\ntyp: organisation\ninvånare: 343 746\nuppdaterad: 2020-01-01\n---\n",
            "Content/org/index.en.md":
                "---\ntype: organisation\npopulation: 1️⃣343 745\nupdated: 2021-01-01\nkind: 2️⃣council\n---\n",
        ])
        try fixture.expect(.translationDiffers, .translationDiffers)
    }
}
