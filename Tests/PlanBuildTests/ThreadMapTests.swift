import Foundation
import PlanBuild
import PlanGraph
import PlanModel
import Testing

/// The thread of a whole plan, who works for what, and what a unit has promised.
@Suite struct ThreadMapTests {
    private static let plan = """
        Tabell: Mål {.mål}

        | Id | Mål | Perspektiv | Överordnat | Ansvarig | Status |
        |---|---|---|---|---|---|
        | A1 | Hälsa | Invånare | | RK | enligt plan |
        | A2 | Delmål | Invånare | A1 | | |
        | B1 | Ekonomi | | | | |

        Tabell: Uppdrag {.uppdrag}

        | Id | Uppdrag | Mål | Ansvarig | Status |
        |---|---|---|---|---|
        | U1 | Ett uppdrag | A2 | RK, Staben | försenad |

        Tabell: Aktiviteter {.aktiviteter}

        | Id | Aktivitet | Uppdrag | Mål | Ansvarig | Tidplan |
        |---|---|---|---|---|---|
        | K1 | En aktivitet | U1 | A1 | Någon annan | 2026-06-30 |
        | K2 | En delaktivitet | K1 | | | |
        | K3 | Ensam | | | RK | |

        Tabell: Indikatorer {.indikatorer}

        | Id | Indikator | Mål | Målvärde |
        |---|---|---|---|
        | I1 | Andel | A1 | 2026: 30 % |
        """

    private func project() throws -> Project {
        try Project.plan(
            Self.plan,
            more: [
                "org/staben/index.md": "---\ntyp: enhet\ntitel: Staben\n---\n",
                "org/annan/index.md": "---\ntype: plan\ntitle: Annan plan\nperiod: 2027\n---\n",
                "org/annan/K9.md": "---\ntype: activity\ntitle: Långt borta\ngoals: plan/B1\nowner: Staben\n---\n",
            ])
    }

    private func library(_ project: Project) throws -> Library {
        let checked = try project.check()
        #expect(checked.diagnostics.filter { $0.severity == .error } == [])
        return checked.library
    }

    /// `A1(A2(U1(K1(K2)))I1)`
    private func words(_ branch: ThreadMap.Branch) -> String {
        branch.entity.id.local + (branch.next.isEmpty ? "" : "(" + branch.next.map(words).joined(separator: " ") + ")")
    }

    @Test func everyEntityHangsOnceAndFurtherTiesAreKept() throws {
        let map = try library(project()).threadMap(of: EntityID("org/plan"))
        #expect(map.groups.map { $0.heading?.title } == ["Invånare", nil])
        #expect(map.groups.map { $0.branches.map(words) } == [["A1(A2(U1(K1(K2))) I1)"], ["B1(K9)"]])
        #expect(map.loose.map(\.id.local) == ["K3"])
        #expect(
            map.columns == [[.goal], [.goal], [.assignment], [.activity], [.activity], [.indicator]])
        let aim = try #require(map.groups.first?.branches.first)
        #expect(aim.alsoCarriedBy.map(\.id.local) == ["K1"])
        let activity = try #require(aim.next.first?.next.first?.next.first)
        #expect(activity.alsoServes.map(\.id.local) == ["A1"])
        #expect(map.strands.contains { $0.upper == EntityID("org/plan/A1") && $0.lower == EntityID("org/plan/K1") })
        #expect(map.count == 8)
    }

    @Test func moneyHangsOnTheGoalThatItIsFor() throws {
        let project = try Project.plan(
            """
            Tabell: Mål {.mål}

            | Id | Mål |
            |---|---|
            | A1 | Hälsa |

            Tabell: Budget {#budget .budget goals=A1}

            | Post | 2026 |
            |---|---:|
            | En | 10 |

            Tabell: Annat {#annat .budget}

            | Post | 2026 |
            |---|---:|
            | En | 10 |
            """)
        let map = try library(project).threadMap(of: EntityID("org/plan"))
        #expect(map.groups.map { $0.branches.map(words) } == [["A1(budget)"]])
        #expect(map.loose.isEmpty)
    }

    @Test func longChainsAndCirclesOfReferencesEnd() throws {
        var rows = "| K0 | Första | |\n"
        for number in 1...200 { rows += "| K\(number) | Nästa \(number) | K\(number - 1) |\n" }
        let project = try Project.plan(
            "Tabell: Aktiviteter {.aktiviteter}\n\n| Id | Aktivitet | Uppdrag |\n|---|---|---|\n" + rows)
        let map = try library(project).threadMap(of: EntityID("org/plan"))
        #expect(map.count + map.loose.count == 201)
        try project.build()
    }

    @Test func theDrawingIsNestedListsWithEveryTie() throws {
        let project = try project()
        try project.build()
        let page = try project.page("org/plan/index.html")
        let start = try #require(page.range(of: "<div class=\"thread-drawing\""))
        let end = try #require(page.range(of: "</svg>"))
        let drawing = page[start.lowerBound..<end.lowerBound]
        #expect(drawing.components(separatedBy: "<circle").count - 1 == 8)
        // Eight ties and the line down the first column.
        #expect(drawing.components(separatedBy: "<path").count - 1 == 8)
        #expect(
            drawing.contains(
                "aria-label=\"K1 En aktivitet Någon annan · 30 juni 2026. Aktivitet. Bidrar även till A1\""))
        #expect(drawing.contains("A1 Hälsa enligt plan · Kontoret. Mål. Genomförs, mäts eller betalas även genom K1\""))
        #expect(drawing.contains("K9 Långt borta Annan plan · Staben. Aktivitet\""))
        #expect(!drawing.contains("class=\"open\""))
        // Once in full, then by name alone.
        let list = page[end.upperBound...]
        #expect(list.components(separatedBy: "thread-step again").count - 1 == 1)
        #expect(list.contains("Knutet till planen, men inte till något mål"))
    }

    @Test func aMapTooLargeToTakeInIsAListAlone() throws {
        var rows = ""
        for number in 1...300 { rows += "| K\(number) | Aktivitet \(number) | A1 |\n" }
        let project = try Project.plan(
            "Tabell: Mål {.mål}\n\n| Id | Mål |\n|---|---|\n| A1 | Hälsa |\n\n"
                + "Tabell: Aktiviteter {.aktiviteter}\n\n| Id | Aktivitet | Mål |\n|---|---|---|\n" + rows)
        try project.build()
        let page = try project.page("org/plan/index.html")
        #expect(!page.contains("thread-drawing"))
        #expect(page.contains("class=\"thread-map\""))
    }

    @Test func theMatrixCountsWorkByAimAndBody() throws {
        let matrix = try library(project()).responsibilityMatrix(of: EntityID("org/plan"))
        #expect(matrix.bodies.map { $0.unit?.local ?? $0.name ?? "–" } == ["kontoret", "staben", "Någon annan", "–"])
        #expect(matrix.rows.map(\.aim.id.local) == ["A1", "A2", "B1"])
        #expect(
            matrix.rows.map { $0.work.map { $0.map(\.id.local) } } == [
                [[], [], ["K1"], ["K2"]], [["U1"], ["U1"], ["K1"], ["K2"]], [[], ["K9"], [], []],
            ])
        #expect(matrix.unserved.isEmpty)
    }

    @Test func theMatrixSaysHowWorkGoesInWords() throws {
        let project = try project()
        try project.build()
        let page = try project.page("org/plan/index.html")
        #expect(page.contains("<a class=\"status status-delayed\" href=\"u1/\">1 försenad</a>"))
        #expect(page.contains("<a class=\"status status-none\" href=\"k1/\">1 utan status</a>"))
        #expect(page.contains("RK Kontoret"))
        // Where one body does it all, a list says it better.
        let lonely = try Project.plan(
            "Tabell: Mål {.mål}\n\n| Id | Mål |\n|---|---|\n| A1 | Hälsa |\n\n"
                + "Tabell: Uppdrag {.uppdrag}\n\n| Id | Uppdrag | Mål | Ansvarig |\n|---|---|---|---|\n| U1 | Ett | A1 | RK |\n"
        )
        try lonely.build()
        #expect(!(try lonely.page("org/plan/index.html")).contains("table-matrix"))
    }

    @Test func aUnitTellsWhatItHasPromisedAndHowItGoes() throws {
        let project = try project()
        try project.build()
        let page = try project.page("org/kontoret/index.html")
        #expect(page.contains("1 mål, 1 uppdrag, 1 aktivitet."))
        #expect(page.contains("<span class=\"status status-delayed\">1 försenad</span>"))
        #expect(page.contains("<span class=\"status status-on-track\">1 enligt plan</span>"))
        #expect(page.contains("<span class=\"status status-none\">1 utan status</span>"))
        #expect(page.contains("<span class=\"label\">bidrar till</span> <a href=\"../plan/a2/\">"))
        #expect(page.contains("Om planen är beslutad: ej angivet"))
        let other = try project.page("org/staben/index.html")
        #expect(other.contains("href=\"../annan/k9/\""))
        #expect(other.contains("1 uppdrag, 1 aktivitet."))
    }
}
