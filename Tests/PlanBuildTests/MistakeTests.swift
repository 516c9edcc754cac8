import PlanBuild
import PlanModel
import Testing

/// One mistake in a plan's text: one finding, at its place, with the word that was meant.
struct Mistake: Sendable, CustomTestStringConvertible {
    let code: DiagnosticCode
    let text: String
    var meant: String?

    var testDescription: String { "\(code.rawValue): \(text.prefix(60))" }
}

@Suite struct MistakeTests {
    private static let frame = "---\ntype: plan\ntitle: Planen\nperiod: 2026\nunit: mnkr\n"
    private static let goals = "---\n\nTable: Mål {#mal .goals}\n\n| Id | Mål |\n|---|---|\n| A1.2 | Ett mål |\n\n"

    static let mistakes: [Mistake] = [
        // Front matter
        Mistake(code: .unknownKey, text: frame + "1️⃣ansvrig: RK\n---\n", meant: "ansvarig"),
        Mistake(code: .keyNotAllowed, text: frame + "1️⃣dagordning: []\n---\n"),
        Mistake(code: .unknownStatus, text: frame + "status: 1️⃣beslutat\n---\n", meant: "beslutad"),
        Mistake(code: .duplicateKey, text: frame + "1️⃣title: Igen\n---\n"),
        Mistake(code: .duplicateKey, text: frame + "1️⃣titel: Igen\n---\n"),
        Mistake(code: .unknownReference, text: frame + "based-on: 1️⃣plann\n---\n"),
        Mistake(code: .invalidDate, text: frame + "updated: 1️⃣2026-02-30\n---\n"),
        Mistake(code: .yamlAlias, text: frame + "summary: 1️⃣&a text\n---\n"),
        Mistake(code: .yamlTab, text: frame + "decision:\n1️⃣\tbody: RK\n---\n"),
        Mistake(code: .wrongValueType, text: frame + "summary: 1️⃣[a, b]\n---\n"),
        Mistake(code: .invalidDate, text: frame + "decision: {date: 1️⃣igår}\n---\n"),
        // libyaml's own place, moved to the file's lines
        Mistake(code: .yamlSyntax, text: frame + "summary: [a\n1️⃣---\n"),
        Mistake(code: .yamlSyntax, text: frame + "summary: 1️⃣\"a\\x01\"\n---\n"),
        Mistake(code: .parentCircle, text: frame + "based-on: 1️⃣plan\n---\n"),
        // References
        Mistake(code: .unknownReference, text: frame + goals + "Se 1️⃣[A1.3].\n", meant: "A1.2"),
        Mistake(code: .unknownReference, text: frame + goals + "Se 1️⃣[målet](id:A12).\n", meant: "A1.2"),
        Mistake(code: .brokenLink, text: frame + goals + "Se 1️⃣[filen](saknas.md).\n"),
        Mistake(code: .brokenLink, text: frame + goals + "1️⃣![Bild](saknas.png)\n"),
        Mistake(code: .brokenLink, text: frame + goals + "Se 1️⃣[stycket](#saknas).\n"),
        Mistake(code: .foreignImage, text: frame + goals + "1️⃣![Bild](https://example.org/a.png)\n"),
        Mistake(code: .unsafeLink, text: frame + goals + "Se 1️⃣[här](javascript:alert(1)).\n"),
        Mistake(code: .rawHTML, text: frame + goals + "Text 1️⃣<b>fet</b>.\n"),
        Mistake(
            code: .unknownReference,
            text: frame + goals
                + "Table: Åtgärder {.activities}\n\n| Åtgärd | Mål |\n|---|---|\n| En | A1.2, 1️⃣A1.22 |\n", meant: "A1.2"
        ),
        // Tables
        Mistake(
            code: .unknownTableClass, text: frame + goals + "Table: X {.1️⃣actvities}\n\n| Åtgärd |\n|---|\n| En |\n",
            meant: ".activities"),
        Mistake(
            code: .unknownColumn,
            text: frame + goals + "Table: X {.activities}\n\n| Åtgärd | 1️⃣Ansvrig |\n|---|---|\n| En | RK |\n",
            meant: "Ansvarig"),
        Mistake(
            code: .tooManyCells,
            text: frame + goals + "Table: X {.activities}\n\n| Åtgärd | Mål |\n|---|---|\n| En | A1.2 | 1️⃣mer |\n"),
        Mistake(code: .captionWithoutTable, text: frame + goals + "1️⃣Table: X {.budget}\n\nText.\n"),
        Mistake(
            code: .invalidNumber,
            text: frame + goals + "Table: X {.budget}\n\n| Post | 2026 | 2027 |\n|---|---|---|\n| En | 1️⃣tolv | 2 |\n"),
        Mistake(
            code: .invalidNumber,
            text: frame + goals + "Table: X {.budget}\n\n| Post | 2026 |\n|---|---|\n| En | 1️⃣2.5 |\n"),
        Mistake(
            code: .unknownUnit,
            text: frame + goals + "Table: X {.budget unit=1️⃣mnkkr}\n\n| Post | 2026 |\n|---|---|\n| En | 1 |\n"),
        Mistake(
            code: .sumDiffers,
            text: frame + goals
                + "Table: X {.budget}\n\n| Post | 2026 |\n|---|---:|\n| En | 10 |\n| Två | 20 |\n| Summa | 1️⃣40 |\n"),
        Mistake(
            code: .unknownStatus,
            text: frame + goals + "Table: X {.activities}\n\n| Åtgärd | Status |\n|---|---|\n| En | 1️⃣enlig plan |\n",
            meant: "enligt plan"),
        Mistake(
            code: .invalidNumber,
            text: frame + goals + "Table: X {.budget}\n\n| Post | 2026 | 2027 |\n|---|---|---|\n| En | 1️⃣— | 2 |\n"),
        Mistake(
            code: .unknownUnit,
            text: frame + goals + "Table: X {.budget}\n\n| Post | 2026 |\n|---|---|\n| En | 1️⃣5 MSEK |\n"),
        Mistake(
            code: .invalidNumber,
            text: frame + goals
                + "Table: X {.indicators}\n\n| Indikator | Målvärde |\n|---|---|\n| En | 1️⃣2026: 5.5 % |\n"),
        Mistake(
            code: .duplicateID,
            text: frame + goals + "Table: X {#a}\n\n| A |\n|---|\n| 1 |\n\nTable: Y {#1️⃣A}\n\n| A |\n|---|\n| 1 |\n"),
        Mistake(
            code: .missingColumn,
            text: frame + goals + "Table: X {.budget}\n\n| 1️⃣Post | Text |\n|---|---|\n| En | ord |\n"),
        Mistake(
            code: .parentCircle,
            text: frame
                + "---\n\nTable: Mål {.goals}\n\n| Id | Mål | Överordnat |\n|---|---|---|\n| A1 | Ett | 1️⃣A2 |\n| A2 | Två | A1 |\n"
        ),
        Mistake(
            code: .duplicateID,
            text: frame + "---\n\nTable: Mål {.goals}\n\n| Id | Mål |\n|---|---|\n| A1 | Ett |\n| 1️⃣a1 | Två |\n"),
        Mistake(
            code: .addressCollision,
            text: frame + "---\n\nTable: Mål {.goals}\n\n| Id | Mål |\n|---|---|\n| ä1 | Ett |\n| 1️⃣å1 | Två |\n"),
        Mistake(
            code: .invalidID, text: frame + "---\n\nTable: Mål {.goals}\n\n| Id | Mål |\n|---|---|\n| 1️⃣A/1 | Ett |\n"),
    ]

    @Test(arguments: mistakes)
    func oneMistakeIsOneFindingAtItsPlace(_ mistake: Mistake) throws {
        let marked = Marked(mistake.text)
        let project = try Project.plan("", more: ["org/plan/index.md": marked.text])
        let findings = try project.check().diagnostics.filter {
            $0.severity != .info && $0.code != .accessibilityStatement
        }
        let first = try #require(findings.first)
        #expect(findings.map(\.code) == [mistake.code])
        #expect(
            first.position
                == SourcePosition(file: "Content/org/plan/index.md", line: marked.line, column: marked.column))
        if let meant = mistake.meant {
            #expect(first.message.swedish.contains("'\(meant)'"))
            #expect(first.message.english.contains("'\(meant)'"))
        }
        #expect(!first.message.swedish.isEmpty && !first.message.english.isEmpty)
    }

    @Test func oneRunReportsAll() throws {
        let project = try Project.plan(
            "Se [A9.9] och [fil](saknas.md).\n", frontMatter: "ansvrig: x\n",
            more: [
                "org/b.md": "Ingen front matter.\n", "org/tom.md": "",
                "org/kontoret/index.md": "---\ntype: enht\n---\n",
            ])
        let codes = Set(try project.codes())
        #expect(
            codes.isSuperset(of: [
                "unknown-reference", "broken-link", "unknown-key", "front-matter-missing", "empty-file", "unknown-type",
            ]))
    }

    @Test func cleanContentHasNoFindings() throws {
        let project = try Project.plan(
            """
            Planen har [A1] och [målet](id:plan/A1).[^1]

            [^1]: En fotnot.

            Table: Mål {#mal .goals}

            | Id | Mål     | Ansvarig |
            |----|---------|----------|
            | A1 | Ett mål | RK       |
            """)
        #expect(try project.codes() == [])
    }
}
