import Foundation
import PlanBuild
import PlanModel
import PlanReader
import Testing

/// An edit of words that lets tables, links and findings stand on other lines: they are told where they stand now, and nothing
/// else is read.
@Suite struct MovingTests {
    private static let plan = """
        ---
        typ: plan
        titel: Planen
        period: 2026
        ---

        # Planen

        Ett stycke med fler ord.

        Andra stycket.

        ## Mål

        Se målet [A1].

        Tabell: Mål {#mal .mål}

        | Id | Mål | Ansvarig |
        |---|---|---|
        | A1 | Målet | Nämnden |
        | A2 | Fil och rad | Ingen alls |

        Tabell: Budget {#budget .budget unit=mnkr}

        | Post | Budget 2026 |
        |---|---:|
        | Skolan | 12 |
        | Summa | 12 |

        Tabell: Ramar {#ramar .ramförändringar unit=mnkr accept="så står det"}

        | Post | Ram 2026 |
        |---|---:|
        | Skolan | 1 |
        | Summa | 3 |

        Skolan får 15 mnkr 2026 enligt RFK.

        <!-- klarplan: tysta placeholder skäl="så heter fältet" -->

        Fältet TODO fylls i.

        """

    private func project(_ changes: [String: String] = [:]) throws -> Project {
        let files = [
            "org/index.md": "---\ntyp: organisation\ntitel: Org\n---\n\n# Org\n\nOm oss.\n",
            "org/plan/index.md": Self.plan,
            "org/plan/index.en.md": """
            ---
            title: The plan
            ---

            Words.

            Table: Goals {#mal .goals}

            | Id | Goal | Responsible |
            |---|---|---|
            | A1 | The goal | The committee |
            | A2 | File and row | Nobody |

            """,
            "org/plan/a2.md": "---\ntyp: mål\nid: A2\ntitel: Fil och rad\nsammanfattning: Kort.\n---\n\nMålet.\n",
            "org/plan/sida.md": "---\ntyp: sida\ntitel: Sidan\n---\n\n[A1](id:plan/A1), [budgeten](index.md#budget).\n",
        ]
        let project = try Project(files.merging(changes) { $1 })
        try project.write("languages: [sv, en]\n", to: "../Site/site.yaml")
        return project
    }

    private static let moves: [(file: String, from: String, to: String)] = [
        ("index.md", "fler ord.", "fler ord.\n\nEtt stycke till."),
        ("index.md", "fler ord.", "fler\nord\nav\nalla\nslag."),
        ("index.md", "\n\nAndra stycket.", ""),
        ("index.md", "\n## Mål", "\n\n\n## Mål"),
        ("index.md", "Tabell: Budget", "Ett stycke mellan tabellerna.\n\nTabell: Budget"),
        ("index.md", "fler ord.", "fler ord.\n\nSenast den 3 mars ska det vara klart."),
        ("index.en.md", "Words.", "More words.\n\nAnd more."),
    ]

    @Test(arguments: moves.indices)
    func whatIsReadAgainStandsWhereItStands(number: Int) throws {
        let (file, from, to) = Self.moves[number]
        let broken = Self.plan.replacing("[A1]", with: "[A1] och [ingenstans](#ingenstans)")
        let project = try project(["org/plan/index.md": broken])
        let builder = Builder(project.options { $0.memory = BuildMemory() })
        let before = try builder.check()
        let path = "org/plan/" + file
        let text = try String(contentsOfFile: project.folder + "/Content/" + path, encoding: .utf8)
        #expect(text.contains(from))
        try project.write(text.replacing(from, with: to), to: path)
        #expect(builder.check(after: before, editing: ["Content/" + path]) == nil)
        let after = try #require(try builder.check(amending: before, editing: ["Content/" + path]))
        let clean = try project.check()
        #expect(after.diagnostics == clean.diagnostics)
        #expect(after.silenced == clean.silenced)
        #expect(!clean.silenced.isEmpty)
        #expect(Difference.first(of: after.reading.content, clean.reading.content, at: "content") == nil)
        let (made, expected) = (try builder.pages(of: after), try builder.pages(of: clean))
        #expect(made.parts.map { made.make($0).map(\.bytes) } == expected.parts.map { expected.make($0).map(\.bytes) })
    }

    private func build(_ project: Project) throws -> Builder.Report {
        try Builder(project.options { $0.program = "test" }).build()
    }

    /// Builds twice, so that no stamp is too fresh to be gone by.
    private func settle(_ project: Project) throws {
        _ = try build(project)
        Thread.sleep(forTimeInterval: 0.1)
        _ = try build(project)
    }

    @Test func aBuildMakesWhatShowsTheWords() throws {
        let project = try project()
        try settle(project)
        // One after another: what a build keeps must have moved, too.
        for number in [0, 4, 6, 3, 5, 2, 1] {
            let (file, from, to) = Self.moves[number]
            let path = "org/plan/" + file
            let text = try String(contentsOfFile: project.folder + "/Content/" + path, encoding: .utf8)
            #expect(text.contains(from), "\(number)")
            try project.write(text.replacing(from, with: to), to: path)
            Thread.sleep(forTimeInterval: 0.1)
            let report = try build(project)
            #expect(report.standing > 20, "\(number)")
            let clean = try Project(copyOf: project)
            #expect(try Builder(clean.options()).build().diagnostics == report.diagnostics, "\(number)")
            #expect(try project.site() == clean.site(), "\(number)")
        }
        // And words alone afterwards.
        let text = try String(contentsOfFile: project.folder + "/Content/org/plan/index.md", encoding: .utf8)
        try project.write(text.replacing("av\nalla", with: "av\nhelt andra"), to: "org/plan/index.md")
        #expect(try build(project).standing > 20)
        let clean = try Project(copyOf: project)
        _ = try build(clean)
        #expect(try project.site() == clean.site())
    }

    /// What the index is made out of is older than the site after the first edit.
    @Test func editsOfSeveralTextsAndTheWayBackMeetInTheIndex() throws {
        let project = try project()
        try settle(project)
        let page = try String(contentsOfFile: project.folder + "/Content/org/plan/sida.md", encoding: .utf8)
        let steps = [
            ("org/plan/index.md", Self.plan.replacing("fler ord.", with: "kvarnhjul och vattenfall.")),
            ("org/plan/sida.md", page + "\nTimmerflottning och tjärbränning.\n"),
            ("org/plan/index.md", Self.plan), ("org/plan/sida.md", page),
        ]
        for (number, (path, text)) in steps.enumerated() {
            try project.write(text, to: path)
            Thread.sleep(forTimeInterval: 0.1)
            #expect(try build(project).standing > 20, "\(number)")
            let clean = try Project(copyOf: project)
            _ = try build(clean)
            #expect(try project.site() == clean.site(), "\(number)")
        }
    }

    @Test func aPageThatSaysTheLineIsMadeAgain() throws {
        let project = try project()
        try project.write(
            "languages: [sv, en]\nrepository: https://git.example.se/plan/{file}#L{line}\n", to: "../Site/site.yaml")
        try settle(project)
        try project.write(Self.plan.replacing("fler ord.", with: "fler ord.\n\nEtt till."), to: "org/plan/index.md")
        #expect(try build(project).standing == 0)
        let clean = try Project(copyOf: project)
        _ = try build(clean)
        #expect(try project.site() == clean.site())
    }

    /// What is found where tables are read says where it stands, in its place or in its words.
    @Test(arguments: [
        ("| Skolan | 12 |", "| Skolan | tolv |"),
        ("| A2 | Fil och rad | Ingen alls |", "| A2 | En annan titel | Ingen alls |"),
        ("{#ramar .ramförändringar", "{#budget .ramförändringar"),
    ])
    func findingsOfTablesAreFoundAnew(_ from: String, _ to: String) throws {
        let text = Self.plan.replacing(from, with: to)
        let project = try project(["org/plan/index.md": text])
        let builder = Builder(project.options { $0.memory = BuildMemory() })
        let before = try builder.check()
        try project.write(text.replacing("fler ord.", with: "fler ord.\n\nEtt till."), to: "org/plan/index.md")
        let after = try builder.check(amending: before, editing: ["Content/org/plan/index.md"])
        #expect(after == nil)
        #expect(try builder.check().diagnostics == project.check().diagnostics)
    }
}
