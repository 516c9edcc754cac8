import Foundation
import PlanBuild
import PlanModel
import Testing

/// An edit of running words stops at the pages that show them; whatever means more makes everything again. Either way the
/// bytes are those of a clean build.
@Suite struct WordingTests {
    private static let plan = """
        ---
        typ: plan
        titel: Planen
        period: 2026
        ---

        # Planen

        Ett stycke med [A1] och fler ord.

        ## Mål

        Tabell: Mål {#mal .mål}

        | Id | Mål |
        |---|---|
        | A1 | Målet |

        ## Pengar

        Tabell: Budget {#budget .budget unit=mnkr}

        | Post | Budget 2026 |
        |---|---:|
        | Skolan | 12 |

        Sista stycket.

        """

    /// What is done to the plan's text, and whether it is running words alone.
    struct Edit: Sendable, CustomStringConvertible {
        let from: String
        let to: String
        let isWording: Bool

        init(_ from: String, _ to: String, isWording: Bool) {
            self.from = from
            self.to = to
            self.isWording = isWording
        }

        var description: String { to.isEmpty ? from : to }
    }

    static let edits = [
        Edit("fler ord", "andra ord, *betonade* och `kod`", isWording: true),
        Edit("Sista stycket.", "Sista stycket.\n\nEtt stycke till, och ett <b>märke</b>.", isWording: true),
        Edit("Sista stycket.", "", isWording: true),
        Edit("fler ord", "fler ord [till skolan](#budget)", isWording: false),
        Edit("fler ord", "fler ord\n\nett stycke till", isWording: false),
        Edit("[A1]", "A1", isWording: false),
        Edit("[A1]", "[A2]", isWording: false),
        Edit("## Pengar", "## Pengarna", isWording: false),
        Edit("# Planen", "# Plånen", isWording: false),
        Edit("period: 2026", "period: 2027", isWording: false),
        Edit("| Målet |", "| Mållet |", isWording: false),
        Edit("|---:|", "|:---|", isWording: true),
        Edit("| 12 |", "| 13 |", isWording: false),
        Edit("{#budget .budget unit=mnkr}", "{#budget .budget unit=tkr}", isWording: false),
        Edit("Sista stycket.", "Skolan får 15 mnkr 2026.", isWording: false),
        Edit("Sista stycket.", "Sista stycket från RFK.", isWording: false),
        Edit("Sista stycket.", "```\nett block utan slut", isWording: true),
        Edit("Sista stycket.", "Tabell: Utan tabell {.budget}", isWording: false),
    ]

    private func project() throws -> Project {
        try Project([
            "org/index.md": "---\ntyp: organisation\ntitel: Org\n---\n\n# Org\n\nOm oss.\n",
            "org/plan/index.md": Self.plan,
            "org/plan/sida.md": "---\ntyp: sida\ntitel: Sidan\n---\n\n[A1](id:plan/A1), [budgeten](index.md#budget).\n",
        ])
    }

    @Test(arguments: edits)
    func aCheckAfterAnEditFindsWhatACheckOfAllFinds(edit: Edit) throws {
        let project = try project()
        let builder = Builder(project.options { $0.memory = BuildMemory() })
        let before = try builder.check()
        let pages = try builder.pages(of: before)
        try project.write(Self.plan.replacing(edit.from, with: edit.to), to: "org/plan/index.md")
        let after = builder.check(after: before, editing: ["Content/org/plan/index.md"])
        #expect((after != nil) == edit.isWording)
        guard let after else { return }
        let clean = try project.check()
        #expect(after.diagnostics == clean.diagnostics)
        let made = builder.pages(of: after, rewording: pages)
        let expected = try builder.pages(of: clean)
        #expect(made.parts.map { made.make($0).map(\.bytes) } == expected.parts.map { expected.make($0).map(\.bytes) })
    }

    /// What changes more than words, and whether others have to be read again.
    static let amendments: [(edit: Edit, isAmendment: Bool)] = [
        (Edit("titel: Planen", "titel: Plånen", isWording: false), true),
        (Edit("period: 2026", "period: 2027\nsammanfattning: Kort sagt.", isWording: false), false),
        (Edit("period: 2026", "period: 2027", isWording: false), true),
        (Edit("period: 2026", "period: tjugosju", isWording: false), true),
        (Edit("period: 2026", "perriod: 2026", isWording: false), true),
        (Edit("fler ord", "fler ord [till skolan](#budget) och [hit](#ingenstans)", isWording: false), true),
        (Edit("fler ord", "fler ord\n\nett stycke till", isWording: false), true),
        (Edit("## Pengar", "## Pengarna", isWording: false), true),
        (Edit("# Planen", "# Plånen", isWording: false), true),
        (Edit("# Planen", "<!-- klarplan: tysta brokenLink: skäl -->", isWording: false), true),
        (Edit("Sista stycket.", "Skolan får 15 mnkr 2026.", isWording: false), true),
        (
            Edit(
                "Sista stycket.", "## En rubrik till\n\nTabell: Utan klass {#utan}\n\n| A |\n|---|\n| b |",
                isWording: false), false
        ),
        (Edit("period: 2026", "period: 2026\nid: annan", isWording: false), false),
        (Edit("typ: plan", "typ: sida", isWording: false), false),
        (Edit("| Målet |", "| Mållet |", isWording: false), false),
        (Edit("| 12 |", "| 13 |", isWording: false), false),
        (Edit("{#budget .budget unit=mnkr}", "{#budget .budget unit=tkr}", isWording: false), false),
        (Edit("period: 2026", "enhet: tkr", isWording: false), false),
        (Edit("titel: Planen", "titel: Planen\npublicera: nej", isWording: false), false),
    ]

    @Test(arguments: amendments)
    func anEditOfWhatATextSaysOfItselfIsReadAlone(edit: Edit, isAmendment: Bool) throws {
        let project = try project()
        let builder = Builder(project.options { $0.memory = BuildMemory() })
        let before = try builder.check()
        let file = "Content/org/plan/index.md"
        try project.write(Self.plan.replacing(edit.from, with: edit.to), to: "org/plan/index.md")
        let after = try builder.check(amending: before, editing: [file])
        #expect((after != nil) == isAmendment)
        guard let after else { return }
        let clean = try project.check()
        #expect(after.diagnostics == clean.diagnostics)
        let (made, expected) = (try builder.pages(of: after), try builder.pages(of: clean))
        #expect(made.parts.map { made.make($0).map(\.bytes) } == expected.parts.map { expected.make($0).map(\.bytes) })
        // And back again.
        try project.write(Self.plan, to: "org/plan/index.md")
        let again = try builder.check(amending: after, editing: [file]) ?? builder.check()
        #expect(again.diagnostics == before.diagnostics)
    }

    @Test func whatOthersTakeFromATextMakesThemBeReadAgain() throws {
        let mål = "---\ntyp: mål\nid: %\ntitel: Ett mål\nperspektiv: Barn\n---\n\nMålet.\n"
        let project = try Project([
            "org/index.md": "---\ntyp: organisation\ntitel: Org\n---\n",
            "org/enhet.md": "---\ntyp: enhet\ntitel: Nämnden\n---\n",
            "org/plan/index.md": "---\ntyp: plan\ntitel: Planen\n---\n",
            "org/plan/a.md": mål.replacing("%", with: "A1"),
            "org/plan/b.md": "---\ntyp: mål\nid: A1\ntitel: Samma id\n---\n",
            "org/plan/c.md": mål.replacing("%", with: "C1"),
            "org/plan/c.en.md": "---\ntitle: A goal\n---\n\nThe goal.\n",
        ])
        let builder = Builder(project.options { $0.memory = BuildMemory() })
        func amends(_ file: String, _ from: String, _ to: String) throws -> Bool {
            let path = project.folder + "/Content/" + file
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let before = try builder.check()
            try project.write(text.replacing(from, with: to), to: file)
            defer { try? project.write(text, to: file) }
            return try builder.check(amending: before, editing: ["Content/" + file]) != nil
        }
        #expect(try !amends("org/plan/a.md", "Ett mål", "Ett annat mål"))
        try project.remove("org/plan/b.md")
        #expect(try amends("org/plan/a.md", "Ett mål", "Ett annat mål"))
        #expect(try !amends("org/plan/a.md", "Barn", "Unga"))
        #expect(try !amends("org/plan/a.md", "Ett mål", "A1"))
        #expect(try !amends("org/plan/a.md", "titel: Ett mål\n", ""))
        #expect(try !amends("org/enhet.md", "Nämnden", "Styrelsen"))
        #expect(try amends("org/index.md", "Org", "Orten"))
        #expect(try !amends("org/plan/c.md", "Ett mål", "Ett annat mål"))
        #expect(try !amends("org/plan/c.en.md", "A goal", "Another goal"))
    }

    @Test(arguments: [0, 1, 3, 9, 11, 14].map { edits[$0] })
    func aBuildAfterAnEditMakesWhatShowsIt(edit: Edit) throws {
        let project = try project()
        func build() throws -> Builder.Report { try Builder(project.options { $0.program = "test" }).build() }
        _ = try build()
        // What was written a moment ago might still change without its stamp telling: the first record isn't gone by.
        Thread.sleep(forTimeInterval: 0.1)
        _ = try build()
        try project.write(Self.plan.replacing(edit.from, with: edit.to), to: "org/plan/index.md")
        let report = try build()
        guard case .built(let files, _) = report.outcome else { return }
        #expect((report.standing > 0) == edit.isWording)
        #expect(report.standing < files)
        let clean = try Project(copyOf: project)
        #expect(try Builder(clean.options()).build().diagnostics == report.diagnostics)
        #expect(try project.site() == clean.site())
    }

    @Test func whatStandsIsNotWrittenAgain() throws {
        let project = try project()
        func build() throws -> Builder.Report { try Builder(project.options { $0.program = "test" }).build() }
        func node(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: project.folder + "/public/" + path)[.systemFileNumber]
                as? Int
        }
        _ = try build()
        Thread.sleep(forTimeInterval: 0.1)
        _ = try build()
        for number in 1...3 {
            let (other, own) = (try node("org/sida/index.html"), try node("org/plan/index.html"))
            try project.write(Self.plan.replacing("fler ord", with: "ord \(number)"), to: "org/plan/index.md")
            #expect(try build().standing > 10)
            #expect(try node("org/sida/index.html") == other)
            #expect(try node("org/plan/index.html") != own)
        }
    }

    @Test func aTextInAnotherEncodingIsNoEditOfWords() throws {
        let project = try project()
        let builder = Builder(project.options { $0.memory = BuildMemory() })
        let before = try builder.check()
        let file = "Content/org/plan/index.md"
        // As Windows saves it: å is one byte.
        try project.write(
            #require(Self.plan.replacing("fler ord", with: "två ord").data(using: .windowsCP1252)),
            to: "org/plan/index.md")
        #expect(builder.check(after: before, editing: [file]) == nil)
        #expect(try builder.check(amending: before, editing: [file]) == nil)
        #expect(try builder.check().diagnostics.contains { $0.code == .notUTF8 })
    }

    @Test func aTextThatCannotBeReadAnyMoreIsNoEditOfWords() throws {
        let project = try project()
        let builder = Builder(project.options())
        let before = try builder.check()
        try project.remove("org/plan/index.md")
        #expect(builder.check(after: before, editing: ["Content/org/plan/index.md"]) == nil)
        #expect(builder.check(after: before, editing: ["Content/org/plan/ny.md"]) == nil)
    }
}
