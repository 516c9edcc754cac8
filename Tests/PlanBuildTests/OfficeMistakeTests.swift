import Foundation
import PlanBuild
import PlanModel
import Testing

/// What somebody who comes from Word and Excel gets wrong: one message, that names the mistake and shows the line mended.
struct OfficeMistake: Sendable, CustomTestStringConvertible {
    let name: String
    let code: DiagnosticCode
    /// The plan's own file; `1️⃣` marks the place of the finding.
    let text: String
    /// Words of the Swedish message and its help.
    let says: [String]
    var files: [String: String] = [:]

    var testDescription: String { name }
}

@Suite struct OfficeMistakeTests {
    private static let head = "---\ntyp: plan\ntitel: Planen\nperiod: 2026\nenhet: tkr\n---\n\n"
    private static let rows = "\n\n| Post | 2026 |\n|---|---|\n| Ett | 1 |\n"

    private static func keys(_ lines: String) -> String { "---\ntyp: plan\n\(lines)\n---\n\nText.\n" }

    static let mistakes: [OfficeMistake] = [
        // Captions and rows that are read as text
        OfficeMistake(
            name: "misspelt word", code: .captionSyntax, text: head + "1️⃣Tabel: Ett {#a .budget}" + rows,
            says: ["börjar inte med 'Tabell:'", "Tabell: Ett {#a .budget}"]),
        OfficeMistake(
            name: "bold caption", code: .captionSyntax, text: head + "1️⃣**Tabell: Ett {#a .budget}**" + rows,
            says: ["Tabell: Ett {#a .budget}"]),
        OfficeMistake(
            name: "no colon", code: .captionSyntax, text: head + "1️⃣Tabell Ett {#a .budget}" + rows,
            says: ["Tabell: Ett {#a .budget}"]),
        OfficeMistake(
            name: "no blank line", code: .captionSyntax, text: head + "Så här.\n1️⃣Tabell: Ett {#a .budget}" + rows,
            says: ["tom rad före"]),
        OfficeMistake(
            name: "blank line in table", code: .brokenTable,
            text: head + "Tabell: Ett {#a .budget}" + rows + "\n1️⃣| Två | 2 |\n", says: ["ta bort den tomma raden"]),
        OfficeMistake(
            name: "dashes of Word", code: .brokenTable,
            text: head + "Tabell: Ett {#a .budget}\n\n| Post | 2026 |\n1️⃣|–––|—:|\n| Ett | 1 |\n",
            says: ["tankstreck", "|---|---:|"]),
        OfficeMistake(
            name: "tabs", code: .brokenTable, text: head + "Tabell: Ett {#a .budget}\n\n1️⃣Post\t2026\nEtt\t1\n",
            says: ["tabbar", "| Post | 2026 |"]),
        OfficeMistake(
            name: "row with tabs", code: .brokenTable,
            text: head + "Tabell: Ett {#a .budget}" + rows + "1️⃣Två\t2\n| Summa | 3 |\n",
            says: ["raden saknar |", "| Två | 2 |"]),
        OfficeMistake(
            name: "caption never closed", code: .captionSyntax, text: head + "Tabell: Ett {#a .budget1️⃣\n\nText.\n",
            says: ["saknar sin }"]),
        OfficeMistake(
            name: "misspelt src", code: .unknownKey, text: head + "Tabell: Ett {#a .budget 1️⃣scr=x.csv}\n",
            says: ["okänd nyckel 'scr'; menade du 'src'?"], files: ["org/plan/x.csv": "Post;2026\nEtt;1\n"]),
        // Keys
        OfficeMistake(
            name: "no space after colon", code: .yamlSyntax, text: keys("titel:1️⃣Planen\nperiod: 2026"),
            says: ["mellanslag saknas efter kolonet", "titel: Planen"]),
        OfficeMistake(
            name: "no-break space after colon", code: .yamlSyntax, text: keys("titel:1️⃣\u{A0}Planen\nperiod: 2026"),
            says: ["hårt mellanslag", "titel: Planen"]),
        OfficeMistake(
            name: "tab", code: .yamlTab, text: keys("titel: Planen\nbeslut:\n  organ: RF\n1️⃣\tdatum: 2026-01-01"),
            says: ["byt tabben mot 2 mellanslag"]),
        OfficeMistake(
            name: "typographic quotes and colon", code: .yamlSyntax, text: keys("titel: ”Plan1️⃣: 2026”\nperiod: 2026"),
            says: ["typografiska", "titel: \"Plan: 2026\""]),
        OfficeMistake(
            name: "colon", code: .yamlSyntax, text: keys("titel: Plan1️⃣: 2026\nperiod: 2026"),
            says: ["titel: \"Plan: 2026\""]),
        OfficeMistake(
            name: "unclosed quote", code: .yamlSyntax,
            text: keys("titel: 1️⃣\"Planen\nperiod: 2026\nsammanfattning: \"Hej\""), says: ["titel: \"Planen\""]),
        OfficeMistake(
            name: "dash for hyphens", code: .frontMatterMissing, text: "1️⃣—\ntyp: plan\ntitel: Planen\n—\n\nText.\n",
            says: ["tankstreck", "---"]),
        OfficeMistake(
            name: "day in words", code: .invalidDate, text: keys("titel: P\nuppdaterad: 1️⃣20 januari 2026"),
            says: ["skriv 2026-01-20"]),
        OfficeMistake(
            name: "day with slash", code: .invalidDate, text: keys("titel: P\nuppdaterad: 1️⃣16/6 2026"),
            says: ["skriv 2026-06-16"]),
        OfficeMistake(
            name: "period in words", code: .invalidPeriod, text: keys("titel: P\nperiod: 1️⃣T1 2026"),
            says: ["skriv 2026-T1"]),
        OfficeMistake(
            name: "neither yes nor no", code: .wrongValueType, text: keys("titel: P\npublicera: 1️⃣kanske"),
            says: ["skriv ja eller nej"]),
        OfficeMistake(
            name: "typographic quotes", code: .doubtfulValue, text: keys("titel: P\nstatus: 1️⃣”utkast”"),
            says: ["typografiska", "status: \"utkast\""]),
        // Values
        OfficeMistake(
            name: "letter for digit", code: .invalidNumber,
            text: head + "Tabell: Ett {#a .budget}\n\n| Post | 2026 |\n|---|---|\n| Ett | 1️⃣85O |\n", says: ["skriv 850"]
        ),
        OfficeMistake(
            name: "code with a space", code: .unknownReference,
            text: head + "Tabell: Mål {#mal .mål}\n\n| Id | Mål |\n|---|---|\n| M1 | Ett |\n\n"
                + "Tabell: Gör {#gor .aktiviteter}\n\n| Aktivitet | Mål |\n|---|---|\n| En | 1️⃣M 1 |\n",
            says: ["menade du 'M1'?"]),
        OfficeMistake(
            name: "day that doesn't exist", code: .doubtfulValue,
            text: head
                + "Tabell: Gör {#gor .aktiviteter}\n\n| Aktivitet | Tidplan |\n|---|---|\n| En | 1️⃣2026-02-30 |\n",
            says: ["inget datum i kalendern"]),
    ]

    @Test(arguments: mistakes)
    func oneMessageNamesItAndShowsTheWayOut(_ mistake: OfficeMistake) throws {
        let marked = Marked(mistake.text)
        var files = mistake.files
        files["org/plan/index.md"] = marked.text
        let findings = try Project.plan("", more: files).check().diagnostics.filter { $0.severity != .info }
        #expect(findings.map(\.code) == [mistake.code])
        let first = try #require(findings.first)
        #expect(first.position.line == marked.line)
        #expect(first.position.column == marked.column || mistake.code == .captionSyntax)
        let words = first.message.swedish + " " + (first.help?.swedish ?? "")
        for word in mistake.says { #expect(words.contains(word), "'\(words)' lacks '\(word)'") }
    }

    /// Text that only looks like a mistake.
    @Test(arguments: [
        "|x| är absolutbeloppet av x.\n", "Tabellen nedan visar {antal} rader.\n", "Se tabell: den är lång.\n",
        "tabell: Ett {#a .budget}\n\n| Post | 2026 |\n|---|---|\n| Ett | 1 |\n",
        "Tabell : Ett {#a .budget}\n\n| Post | 2026 |\n|---|---|\n| Ett | 1 |\n",
        "Tabell: Ett {#a .budget}\n\n| Post | 2026 |\n|---|---|\n| Ett | 1 |\nKälla: egen\n",
        "Lokalen heter [A4] och [ISO9001].\n", "Skriv `Tabell: Ett {.budget}` överst.\n",
    ])
    func ordinaryTextIsNoMistake(_ text: String) throws {
        let files = ["org/plan/index.md": Self.head + text]
        let findings = try Project.plan("", more: files).check().diagnostics.filter {
            $0.severity != .info || $0.code == .possibleReference
        }
        #expect(findings.isEmpty, "\(findings.map { $0.message.swedish })")
    }

    @Test func signsNobodySeesDontMatter() throws {
        let text =
            Self.head + "Tabell: Mål {#mal .mål}\n\n| I\u{AD}d | Mål\u{200B} | Sta\u{AD}tus |\n|---|---|---|\n"
            + "| M\u{AD}1 | Ett | enligt\u{A0}plan |\n\nTabell: Gör {#gor .aktiviteter}\n\n"
            + "| Aktivitet | Mål |\n|---|---|\n| En | M\u{200B}1 |\n\nSe [M1].\n"
        let found = try Project.plan("", more: ["org/plan/index.md": text]).check().diagnostics.filter {
            $0.code != .accessibilityStatement
        }
        #expect(found.isEmpty, "\(found.map { $0.message.swedish })")
    }

    @Test func referencesIntoWhatCouldNotBeReadAreHeldBack() throws {
        let findings = try Project.plan(
            "",
            more: [
                "org/plan/index.md": Self.keys("titel: \"Planen\nperiod: 2026"),
                "org/annan/index.md":
                    "---\ntyp: plan\ntitel: Annan\nbygger-på: plan\n---\n\nSe [plan/M1.2] och [målet](id:plan/M1).\n",
            ]
        ).check().diagnostics.filter { $0.severity == .error }
        #expect(findings.map(\.code) == [.yamlSyntax])
    }

    @Test(arguments: [
        ("Post\t2026\nEtt\t1\n", "tabb"), ("Budget 2026;;\n;;\nPost;2026;2027\nEtt;1;2\n", "första raden"),
        ("PK\u{3}\u{4}x", "Excelbok"),
    ])
    func filesOfExcelThatAreNoCSVAreNamed(_ text: String, word: String) throws {
        let findings = try Self.sheet(text).filter { $0.severity != .info }
        #expect(findings.map(\.code) == [.csvSyntax])
        #expect(findings.first?.message.swedish.contains(word) == true)
    }

    @Test func aPointThatMayPartThousandsIsDoubtedInFilesWithSemicolonsAlone() throws {
        #expect(try Self.sheet("Post;2026\nEtt;1.120\nTvå;12\n").contains { $0.code == .doubtfulValue })
        #expect(try !Self.sheet("Post;2026\nEtt;1.120\nTvå;12.5\n").contains { $0.code == .doubtfulValue })
        #expect(try !Self.sheet("Post;2026\nEtt;0.120\n").contains { $0.code == .doubtfulValue })
        #expect(try !Self.sheet("Post,2026\nEtt,1.120\n").contains { $0.code == .doubtfulValue })
    }

    private static func sheet(_ text: String) throws -> [Diagnostic] {
        try Project.plan(
            "", more: ["org/plan/index.md": head + "Tabell: Ett {#a .budget src=x.csv}\n", "org/plan/x.csv": text]
        ).check().diagnostics
    }
}
