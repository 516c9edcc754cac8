import PlanModel
import PlanReader
import Testing

@Suite struct MergeTests {
    private let unit = "---\ntyp: enhet\ntitel: Regionkontoret\nkortnamn: RK\n---\n"

    @Test func aRowAndAFileWithTheSameIdAreOneEntity() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Mål {#m .mål}

                | Id | Mål | Ansvarig | Status | Perspektiv |
                |----|-----|----------|--------|------------|
                | a1 | Hälsa | RK | klar | Invånare |
                """,
            [
                "Content/org/rk/index.md": unit,
                "Content/org/p/goals/A1.md":
                    "---\ntyp: mål\ntitel: Hälsa\nansvarig: Regionkontoret\nslag: processmål\n---\n\nText.\n",
            ])
        try fixture.expect()
        let goal = try fixture.entity("org/p/A1")
        #expect(goal.status == .done)
        #expect(goal.goalKind == .process)
        #expect(goal.text(.perspective) == "Invånare")
        #expect(goal.row == RowPlace(table: EntityID("org/p/m"), row: 0))
        #expect(goal.position.file == "Content/org/p/goals/A1.md")
        #expect(goal.texts == [.swedish: "Content/org/p/goals/A1.md"])
        #expect(try fixture.table("org/p/m").rows[0].entity == goal.id)
    }

    @Test func whereTheyDisagreeTheCellIsReported() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Mål {#m .mål}

                | Id | Mål | Ansvarig | Status | Överordnat |
                |----|-----|----------|--------|---|
                | A1 | 1️⃣Vård | 2️⃣RS | 3️⃣klar | B1 |
                """,
            [
                "Content/org/rk/index.md": unit,
                "Content/org/p/A1.md":
                    "---\ntyp: mål\ntitel: Hälsa\nansvarig: RK\nstatus: risk\növerordnat: p/B1\n---\n",
            ])
        try fixture.expect(.rowDisagrees, .rowDisagrees, .rowDisagrees)
        #expect(try fixture.findings().last?.words == "'Status' är 'klar' här men 'risk' i Content/org/p/A1.md:5")
    }

    @Test func aFileWithoutTitleTakesTheRows() throws {
        let fixture = try Fixture(
            plan: "Tabell: Mål {#m .mål}\n\n| Id | Mål |\n|----|-----|\n| A1 | Vård |\n| A2 | |\n",
            ["Content/org/p/A1.md": "---\ntyp: mål\n---\n", "Content/org/p/A2.md": "---\ntyp: mål\ntitel: Två\n---\n"])
        try fixture.expect()
        #expect(try fixture.entity("org/p/A1").title == "Vård")
        #expect(try fixture.entity("org/p/A2").title == "Två")
    }

    @Test func anotherTypeWithTheSameIdIsADuplicate() throws {
        let fixture = try Fixture(
            plan: "Tabell: Uppdrag {#m .uppdrag}\n\n| Id | Uppdrag |\n|----|-----|\n| 1️⃣A1 | Vård |\n",
            ["Content/org/p/A1.md": "---\ntyp: mål\ntitel: Vård\n---\n"])
        try fixture.expect(.duplicateID)
    }

    @Test func aRowWithoutIdJoinsTheFileOfTheSameTitle() throws {
        let fixture = try Fixture(
            plan: "Tabell: Mål {#m .mål}\n\n| Mål |\n|-----|\n| God vård |\n| God-vård |\n",
            ["Content/org/p/god-vard.md": "---\ntyp: mål\ntitel: God vård\n---\n"])
        try fixture.expect()
        #expect(try fixture.table("org/p/m").rows.map(\.entity?.local) == ["god-vard", "god-vard-2"])
    }
}
