import PlanModel
import PlanReader
import Testing

@Suite struct PlaceTests {
    private let org = "---\ntyp: organisation\ntitel: Org\n---\n"

    private func file(_ type: String, _ keys: String = "") -> String { "---\ntyp: \(type)\n\(keys)---\n" }

    @Test func foldersMakeFullIds() throws {
        let fixture = try Fixture([
            "Content/index.md": file("sida", "titel: Start\n"), "Content/om.md": file("sida"),
            "Content/org/index.md": org, "Content/org/sida.md": file("sida"),
            "Content/org/unit/index.md": file("enhet"), "Content/org/unit/sub/index.md": file("enhet"),
            "Content/org/unit/p/index.md": file("plan"), "Content/org/unit/p/goals/A1.2.md": file("mål"),
            "Content/org/unit/p/mote.md": file("möte", "datum: 2024-01-01\n"), "Content/org/mal.md": file("mål"),
        ])
        try fixture.expect()
        let entities = try fixture.read().manuscript.entities
        #expect(
            Set(entities.map(\.id.text)) == [
                "index", "om", "org", "org/sida", "org/unit", "org/sub", "org/p", "org/p/A1.2", "org/mote", "org/mal",
            ])
        let goal = try fixture.entity("org/p/A1.2")
        #expect(goal.organisation?.text == "org")
        #expect(goal.plan?.text == "org/p")
        #expect(goal.container?.text == "org/p")
        #expect(try fixture.entity("org/p").container?.text == "org/unit")
        #expect(try fixture.entity("org/p").plan == nil)
        #expect(try fixture.entity("org/sub").container?.text == "org/unit")
        #expect(try fixture.entity("index").organisation == nil)
    }

    @Test func theTitleIsTheKeyElseTheHeadingElseTheName() throws {
        let fixture = try Fixture([
            "Content/a.md": "---\ntyp: sida\n---\n\n# Rubrik *ett*\n",
            "Content/b.md": "---\ntyp: sida\ntitel: B\n---\n\n# C\n",
            "Content/c.md": file("sida"),
        ])
        let result = try fixture.read()
        #expect(result.manuscript.entities.map(\.title) == ["Rubrik ett", "B", "c"])
        #expect(Set(result.titleHeadings.keys) == ["Content/a.md"])
    }

    @Test func idsAreUniqueWhateverTheCase() throws {
        let fixture = try Fixture([
            "Content/org/index.md": org, "Content/org/p/index.md": file("plan"),
            "Content/org/p/a/A1.md": file("mål"), "Content/org/p/b/x.md": "---\ntyp: mål\nid: 1️⃣a1\n---\n",
            "Content/org/q/index.md": file("plan"), "Content/org/q/A1.md": file("mål"),
            "Content/org/r.md": "---\ntyp: sida\nid: 2️⃣P\n---\n",
        ])
        try fixture.expect(.duplicateID, .duplicateID)
        #expect(try fixture.findings().first?.words.contains("Content/org/p/a/A1.md:1") == true)
    }

    @Test func reservedIdsAreRefusedForOrganisationsAndTopPages() throws {
        let fixture = try Fixture([
            "Content/en/index.md": "1️⃣" + org, "Content/data/index.md": "2️⃣" + org,
            "Content/region/index.md": "---\ntyp: organisation\nid: 3️⃣Search\n---\n",
            "Content/glossary.md": "4️⃣" + file("sida"), "Content/om.md": file("sida"),
            "Content/org/index.md": org, "Content/org/data.md": file("sida"),
        ])
        try fixture.expect(.reservedID, .reservedID, .reservedID, .reservedID)
    }

    @Test func whatNeedsAnOrganisationSaysSoOncePerFolder() throws {
        let fixture = try Fixture([
            "Content/a.md": "---\n1️⃣typ: mål\n---\n", "Content/x/c.md": "---\n2️⃣typ: enhet\n---\n",
            "Content/x/d.md": file("enhet"),
        ])
        try fixture.expect(.misplacedEntity, .misplacedEntity)
    }

    @Test func organisationsDoNotNest() throws {
        let fixture = try Fixture([
            "Content/org/index.md": org, "Content/org/b/index.md": "---\n1️⃣typ: organisation\n---\n",
            "Content/index.md": "---\n2️⃣typ: organisation\n---\n",
        ])
        try fixture.expect(.misplacedEntity, .misplacedEntity)
    }

    @Test func anUnreadableIndexMakesNoNoise() throws {
        let fixture = try Fixture([
            "Content/org/index.md": "1️⃣", "Content/org/p/index.md": file("plan"), "Content/org/p/g.md": file("mål"),
        ])
        try fixture.expect(.emptyFile)
        let other = try Fixture([
            "Content/org/index.md": "---\ntyp: 1️⃣orgnisation\n---\n", "Content/org/p/index.md": file("plan"),
        ])
        try other.expect(.unknownType)
        #expect(try other.entity("org").kind == .organisation)
    }

    @Test func perspectivesAreMadeOfNamesUnlessTheyHaveAFile() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Mål {#m .mål}

                | Id | Mål | Perspektiv | Fokusområde |
                |----|-----|------------|-------------|
                | A1 | Ett | Invånare/patient | Hälsa |
                | A2 | Två | invånare/patient | Klimat |
                | A3 | Tre | Ekonomi | |
                """,
            ["Content/org/p/eko.md": "---\ntyp: perspektiv\ntitel: Ekonomi\n---\n"])
        try fixture.expect()
        let groups = try fixture.read().manuscript.entities.filter { $0.kind == .perspective || $0.kind == .focusArea }
        #expect(Set(groups.map(\.id.text)) == ["org/p/eko", "org/p/invanare-patient", "org/p/halsa", "org/p/klimat"])
    }

    @Test func publishIsReadAndHidesNothingHere() throws {
        let fixture = try Fixture(["Content/a.md": "---\ntyp: sida\npublicera: nej\n---\n"])
        #expect(try fixture.entity("a").isPublished == false)
    }

    @Test func theStartPageKeepsItsId() throws {
        try Fixture(["Content/index.md": "---\ntyp: sida\nid: 1️⃣start\n---\n"]).expect(.invalidID)
    }

    @Test func rowsThatBelongToAnOrganisationNeedOne() throws {
        let rows = "\n| Mål | Term |\n|---|---|\n| Ett | T |\n"
        try Fixture(["Content/a.md": file("sida") + "\n1️⃣Tabell: T {#t .mål}\n" + rows]).expect(.misplacedEntity)
        try Fixture(["Content/a.md": file("sida") + "\nTabell: T {#t .ordlista}\n" + rows]).expect()
    }
}
