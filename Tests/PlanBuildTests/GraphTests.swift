import Foundation
import PlanGraph
import PlanBuild
import PlanModel
import Testing

@Suite struct GraphTests {
    private static let plan = """
        Table: Mål {#mal .mål}

        | Id | Mål | Perspektiv | Överordnat | Ansvarig |
        |----|-----|------------|------------|----------|
        | A1 | Hälsa | Invånare/patient | | RK |
        | A2 | Delmål | | A1 | |

        Table: Uppdrag {.uppdrag}

        | Id | Uppdrag | Mål | Ansvarig |
        |----|---------|-----|----------|
        | U1 | Ett uppdrag | A2 | RK och Någon annan |

        Table: Aktiviteter {.aktiviteter}

        | Id | Aktivitet | Uppdrag | Mål |
        |----|-----------|---------|-----|
        | K1 | En aktivitet | U1 | A1, A2 |
        | K2 | En delaktivitet | K1 | |

        Table: Indikatorer {.indikatorer}

        | Id | Indikator | Mål | Målvärde |
        |----|-----------|-----|----------|
        | I1 | Andel | A2 | 2026: 30 % |

        Table: Kontroll {.internkontroll}

        | Kontrollområde | Kontrollmål | Mål |
        |----------------|-------------|-----|
        | Brandskydd | Lagen följs | A1 |

        Table: Budget {#budget .budget goals=A1}

        | Post | 2026 | Mål |
        |------|-----:|-----|
        | En | 10 | A2 |
        """

    private func library(_ project: Project) throws -> Library {
        let checked = try project.check()
        #expect(checked.diagnostics.filter { $0.severity == .error } == [])
        return checked.library
    }

    @Test func relationsRunFromTheLowerToTheHigher() throws {
        let project = try Project.plan(Self.plan)
        let library = try library(project)
        let found = Set(library.relations.map { "\($0.from.text) \($0.kind.rawValue) \($0.to.text)" })
        for wanted in [
            "org/plan/A2 part-of org/plan/A1",
            "org/plan/A1 part-of org/plan/invanare-patient",
            "org/plan/invanare-patient part-of org/plan",
            "org/plan/A1 responsible org/kontoret",
            "org/plan/U1 responsible org/kontoret",
            "org/plan/U1 contributes-to org/plan/A2",
            "org/plan/K1 part-of org/plan/U1",
            "org/plan/K1 contributes-to org/plan/A1",
            "org/plan/K1 contributes-to org/plan/A2",
            "org/plan/K2 part-of org/plan/K1",
            "org/plan/I1 measures org/plan/A2",
            "org/plan/brandskydd mitigates org/plan/A1",
            "org/plan/budget funds org/plan/A1",
            "org/plan/budget funds org/plan/A2",
            "org/plan part-of org",
            "org/kontoret part-of org",
        ] {
            #expect(found.contains(wanted), "\(wanted)")
        }
    }

    @Test func theThreadWalksBothWays() throws {
        let library = try library(try Project.plan(Self.plan))
        func names(_ steps: [ThreadStep]) -> Set<String> {
            Set(steps.flatMap { [$0.entity.id.local] + names($0.next) })
        }
        #expect(names(library.threadAbove(EntityID("org/plan/K2"))).isSuperset(of: ["K1", "U1", "A1", "A2", "plan"]))
        #expect(names(library.threadBelow(EntityID("org/plan/A1"))).isSuperset(of: ["A2", "U1", "K1", "K2", "I1"]))
    }

    @Test func aRowAndAFileAreOneEntity() throws {
        let project = try Project.plan(
            Self.plan, more: ["org/plan/goals/A2.md": "---\ntype: goal\nstatus: klar\n---\n\n# Delmål\n\nMer text.\n"])
        let library = try library(project)
        let goal = try #require(library[EntityID("org/plan/A2")])
        #expect(goal.status == .done)
        #expect(goal.title == "Delmål")
        #expect(library.targets(of: goal.id, .partOf).map(\.id.local) == ["A1"])
        try project.write("---\ntype: goal\ntitle: Ett annat namn\n---\n", to: "org/plan/goals/A2.md")
        #expect(try project.codes() == ["row-disagrees"])
    }

    @Test func outcomesOfAReportReachTheirIndicatorsAndActivities() throws {
        let project = try Project.plan(
            Self.plan,
            more: [
                "org/plan/t1.md": """
                ---
                type: report
                title: Tertial 1
                period: 2026-T1
                ---

                Table: Utfall {.utfall}

                | Id | Utfall | Bedömning |
                |----|--------|-----------|
                | I1 | 28 % | |
                | K1 | | försenad |
                """
            ])
        let library = try library(project)
        #expect(library.outcomes[EntityID("org/plan/I1")]?.map(\.outcome) == ["28 %"])
        let activity = try #require(library[EntityID("org/plan/K1")])
        #expect(library.status(of: activity) == .delayed)
        #expect(library.sources(of: EntityID("org/plan"), .reportsOn).map(\.id.local) == ["t1"])
    }

    @Test func everyPlanEntityHasAPageAndTheGraphSaysWhere() throws {
        let project = try Project.plan(Self.plan)
        try project.build()
        let site = try project.site()
        let data = try #require(site["data/graph.json"])
        let json = try JSONSerialization.jsonObject(with: data)
        let graph = try #require(json as? [String: [[String: String]]])
        for entity in try #require(graph["entities"]) {
            let path = try #require(entity["url"]).split(separator: "#", omittingEmptySubsequences: false)[0]
            #expect(site[path + "index.html"] != nil, "\(entity)")
        }
        #expect(site["org/plan/invanare-patient/index.html"] != nil)
    }

    @Test func namesOfUnitsThatHoldAWordForAndAreFoundWhole() throws {
        let project = try Project.plan(
            "Table: M {.goals}\n\n| Id | Mål | Ansvarig |\n|---|---|---|\n| A1 | Ett | Kultur- och fritidsnämnden, RK |\n",
            more: ["org/kfn/index.md": "---\ntype: unit\ntitle: Kultur- och fritidsnämnden\n---\n"])
        let library = try library(project)
        #expect(
            Set(library.targets(of: EntityID("org/plan/A1"), .responsible).map(\.id.local)) == ["kfn", "kontoret"])
    }

    @Test func aTitleCellWithANoteIsOneLinkAndTheNoteStandsAfterIt() throws {
        let project = try Project.plan(
            """
            Table: Mål {.goals}

            | Id | Mål |
            |----|-----|
            | A1 | Ett [mål](https://example.org)[^n] |

            [^n]: En not.
            """)
        try project.build()
        let page = try project.page("org/plan/index.html")
        #expect(page.contains("<a href=\"a1/\">Ett mål</a><sup"))
        #expect(try library(project)[EntityID("org/plan/A1")]?.title == "Ett mål")
    }

    @Test func perspectivesOfTwoOrganisationsAreTwo() throws {
        let goal = "---\ntype: goal\ntitle: Mål\nperspective: Medborgare\n---\n"
        let project = try Project([
            "a/index.md": "---\ntype: organisation\ntitle: A\n---\n", "a/M1.md": goal,
            "b/index.md": "---\ntype: organisation\ntitle: B\n---\n", "b/M1.md": goal,
        ])
        let library = try library(project)
        #expect(library.targets(of: EntityID("b/M1"), .partOf).map(\.id.text) == ["b/medborgare"])
    }

    @Test func aFileWithoutTitleJoinsTheRowWhoseTitleMakesItsID() throws {
        let project = try Project.plan(
            "Table: M {.goals}\n\n| Mål |\n|---|\n| Bra vård för alla |\n",
            more: ["org/plan/bra-vard-for-alla.md": "---\ntyp: mål\n---\n\nMer text.\n"])
        let library = try library(project)
        #expect(library.entities(of: .goal).map(\.title) == ["Bra vård för alla"])
    }

    @Test func aTranslationMayNotChangeUnitVersionYearOrParagraph() throws {
        let swedish =
            "Table: B {#b .budget unit=mnkr}\n\n| Post | Budget 2026 | Utfall 2026 |\n|---|---|---|\n| En | 1,0 | 2,0 |\n"
        func codes(_ english: String, frontMatter: String = "") throws -> [String] {
            try Project.plan(
                swedish, frontMatter: "decision: {paragraph: 12}\n",
                more: [
                    "Site/site.yaml": "languages: [sv, en]\n",
                    "org/plan/index.en.md": "---\ntype: plan\ntitle: The plan\n\(frontMatter)---\n\n\(english)",
                ]
            ).codes()
        }
        let same =
            "Table: B {#b .budget unit=mnkr}\n\n| Item | Outcome 2026 | Budget 2026 |\n|---|---|---|\n| One | 2.0 | 1.0 |\n"
        #expect(try codes(same) == [])
        #expect(try codes(same.replacing("unit=mnkr", with: "unit=tkr")) == ["translation-differs"])
        #expect(try codes(same.replacing("2.0", with: "3.0")) == ["translation-differs"])
        #expect(try !codes(same.replacing("Outcome 2026", with: "Frame 2026")).isEmpty)
        #expect(try codes(same, frontMatter: "decision: {paragraph: 13}\n") == ["translation-differs"])
    }

    @Test func anOutcomeIsStatedOnceOfWhatCanHaveOne() throws {
        let report =
            "---\ntype: report\ntitle: T1\nperiod: 2026-T1\n---\n\nTable: U {.outcomes}\n\n| Id | Status |\n|---|---|\n"
        let project = try Project.plan(Self.plan, more: ["org/plan/t1.md": report + "| K1 | klar |\n| k1 | risk |\n"])
        #expect(try project.codes() == ["duplicate-id"])
        try project.write(report + "| kontoret | klar |\n", to: "org/plan/t1.md")
        #expect(try project.codes() == ["wrong-reference-type"])
    }

    @Test func anOwnerWithOneNameMoreDisagrees() throws {
        let table = "Table: M {.goals}\n\n| Id | Mål | Ansvarig |\n|---|---|---|\n| A1 | Ett | RK |\n"
        func codes(_ owner: String) throws -> [String] {
            try Project.plan(table, more: ["org/plan/A1.md": "---\ntype: goal\ntitle: Ett\nowner: \(owner)\n---\n"])
                .codes()
        }
        #expect(try codes("Kontoret") == [])
        #expect(try codes("Kontoret, Folket") == ["row-disagrees"])
    }

    @Test func placesOfTheSitesOwnAreTakenByNobody() throws {
        let project = try Project.plan(
            "[Flödet](feed.xml)\n",
            more: [
                "org/plan/feed.xml": "x", "org/meetings/index.md": "---\ntype: unit\ntitle: Möten\n---\n",
                "org/om.md": "---\ntype: page\nid: index.html\ntitle: Om\n---\n",
                "org/data.md": "---\ntype: page\nid: meetings-data\ntitle: Data\n---\n",
            ])
        let taken = try project.check().diagnostics.filter { $0.code == .addressCollision }
        #expect(
            taken.map(\.position.file).sorted() == [
                "Content/org/meetings/index.md", "Content/org/om.md", "Content/org/plan/feed.xml",
            ])
    }
}
