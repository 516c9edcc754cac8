import Foundation
import PlanBuild
import PlanGraph
import PlanModel
import Testing

@testable import PlanExports

/// An exported CSV file that takes the place of its table gives the same table.
@Suite struct RoundTripTests {
    static let projects = ["", "/Tests/Fixtures/valid/everything", "/Tests/Fixtures/valid/minimal"]

    @Test(arguments: projects)
    func everyTableOfAProjectIsTheSameFromItsExport(_ path: String) throws {
        try Self.expectRoundTrip(of: try ExportProject(copying: ExportProject.repository + path))
    }

    @Test func englishNumbersAndOddHeadingsOfPipeTablesComeBack() throws {
        let plan = """
            ---
            type: plan
            title: Plan
            unit: mnkr
            ---

            Table: Budget {#budget .budget accept="The source is wrong."}

            | Post       | Budget 2026 | Budget 2026 (tkr) | Budget 2026 (tkr) |       | Change % | =Note |
            |------------|------------:|------------------:|------------------:|-------|---------:|-------|
            | Heading    |             |                   |                   |       |          |       |
            | =Fees*     |  1,200.55[^a] |            1 mdkr |             15 kr | -x    |    2.1 % | '=a   |
            | Of which x |          +2 |               3 % |                 – | y     |     -3.5 | a\\|b  |
            |            |           – |                   |                   |       |          |       |
            | Total      |       1,500 |                 9 |                -7 |       |          | 2     |

            [^a]: A note.

            Table: Goals {#goals .goals}

            | Goal      | Note  | Note | Responsible |
            |-----------|-------|------|-------------|
            | **First** | `@a`  | 1.5  | Somebody    |
            | First     |       |      | -           |
            """
        let files = [
            "Site/site.yaml": "languages: [en]\n", "org/index.md": "---\ntype: organisation\ntitle: Org\n---\n",
            "org/plan/index.md": plan,
        ]
        try Self.expectRoundTrip(of: try ExportProject(files))
    }

    /// In a Swedish file 1.2 is a chapter; in a CSV file it could be a number.
    @Test func numbersThatAreTextsStayTexts() throws {
        let plan = """
            ---
            type: plan
            title: Plan
            unit: mnkr
            ---

            Tabell: Budget {#budget .budget}

            | Post | Kapitel | Budget 2026 |
            |------|---------|------------:|
            | A    | 1.2     |           1 |
            | B    | '2.10   |           2 |
            """
        let files = [
            "org/index.md": "---\ntype: organisation\ntitle: Org\n---\n", "org/plan/index.md": plan,
        ]
        try Self.expectRoundTrip(of: try ExportProject(files))
    }

    private static func expectRoundTrip(of project: ExportProject) throws {
        let checked = try project.check()
        let library = checked.library
        let before = library.tables.map { TableMeaning($0, in: library) }
        let site = try project.site()
        for table in library.tables {
            let csv = try #require(site[DataPaths.csv(of: table)])
            switch table.origin {
            case .csv(let path, _, _): try project.write(csv, to: path)
            case .pipe(let file, _):
                let name = "export-\(table.id.local).csv"
                try project.write(csv, to: (file as NSString).deletingLastPathComponent + "/" + name)
                try project.write(
                    try replacingRows(of: table, in: try project.text(of: file), by: name), to: file)
            }
        }
        let again = try project.check()
        let errors = again.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(errors.map { "\($0.position) \($0.message.english)" })")
        let after = again.library.tables.map { TableMeaning($0, in: again.library) }
        #expect(after.count == before.count)
        for (old, new) in zip(before, after) { #expect(new == old, "\(old.id)\n\(old)\n---\n\(new)") }
        #expect(again.library.entities.map(\.id) == library.entities.map(\.id))
        #expect(again.library.relations == library.relations)
        // The marks of footnotes are no part of a cell's text.
        let codes = again.diagnostics.map(\.code).filter { $0 != .unusedFootnote }
        #expect(codes.map(\.rawValue).sorted() == checked.diagnostics.map(\.code.rawValue).sorted())
    }

    /// The caption with `src=`, and empty lines for the rows of the pipe table: all else keeps its line.
    private static func replacingRows(of table: PlanTable, in text: String, by name: String) throws -> String {
        var lines = text.components(separatedBy: "\n")
        let caption = table.position.line - 1
        let brace = try #require(lines[caption].lastIndex(of: "}"))
        lines[caption].insert(contentsOf: " src=\(name)", at: brace)
        let first = try #require(table.columns.first).position.line - 1
        let last = table.rows.last.map { $0.line - 1 } ?? first + 1
        for line in first...last { lines[line] = "" }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: 0..<16 as Range<UInt64>)
    func generatedTablesAreTheSameFromTheirExports(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var captions: [String] = []
        var files: [String: String] = [:]
        for number in 0..<25 {
            let sheet = GeneratedSheet(using: &random)
            captions.append("Tabell: T {#t\(number) .\(sheet.class) unit=\(sheet.unit) src=t\(number).csv}")
            files["org/plan/t\(number).csv"] = sheet.text
        }
        let project = try ExportProject(plan: captions.joined(separator: "\n\n"), files)
        let first = try project.check().library
        var exported: [EntityID: String] = [:]
        // A file without headings is an error, and no table.
        for table in first.tables where !table.columns.isEmpty {
            let csv = String(decoding: TableSheet(table, words: TableMeaning.words(.swedish)).csv, as: UTF8.self)
            exported[table.id] = csv
            try project.write(csv, to: "org/plan/\(table.id.local).csv")
        }
        #expect(exported.count > 10)
        let second = try project.check().library
        for (id, csv) in exported {
            let (table, again) = (try #require(first.table(id)), try #require(second.table(id)))
            let (old, new) = (TableMeaning(table, in: first), TableMeaning(again, in: second))
            #expect(new == old, "\(csv)\n---\n\(old)\n---\n\(new)")
            // Exported once more, it is the same file.
            #expect(String(decoding: TableSheet(again, words: TableMeaning.words(.swedish)).csv, as: UTF8.self) == csv)
            let rows = CSVReading.rows(csv)
            #expect(rows.allSatisfy { $0.count == table.columns.count && !$0.allSatisfy(\.isEmpty) })
            #expect(Set(rows.first ?? []).count == table.columns.count)
        }
    }
}

/// A CSV file with odd headings, texts and amounts.
private struct GeneratedSheet {
    let `class`: String
    let unit: String
    let text: String

    private static let headings = [
        "Budget 2019", "Budget 2019", "Bokslut 2018 (tkr)", "Utfall i mkr", "Utfall i mkr", "Förändring i %", "", "",
        "Orsak", "Belopp (mkr)", "=Summa", "+/-", "'=x", "a, b; \"c\"", "Kommentar\nrad två", "2019–2021", "Ram tkr",
        "Ram tkr", "-", "＝", "Budget 2019 (2)", "Kolumn 3",
    ]
    private static let texts = [
        "", "A", "=1+1", "'=1", "''@x", "a\"b", "\"", "a,b", "a;b", "rad ett\nrad två", "＝x", "＋", "@", "'", "''",
        "Summa", "Totalt", "Varav a", "därav b", "Årets resultat", "Delsumma", "Netto", "-", "–", "+27", "1,5 d",
        "\u{2028}x", "x\u{85}y", "Å ä ö", "🇸🇪", "e\u{301}", "'x'", "a\tb", "=\"a\"",
    ]
    private static let amounts = [
        "1", "2", "0", "0,0", "2 547,4", "2547.40", "−2,4", "-3", "+27", "2,1 %", "-0,5 %", "15 mnkr", "15 tkr",
        "1 EUR", "2 kr", "", "–", "-", "  ", "7*", "999 999 999 999,5",
    ]

    init(using random: inout SeededGenerator) {
        `class` = ["budget", "investeringar", "ramar", "budget"].randomElement(using: &random) ?? "budget"
        unit = ["mnkr", "tkr", "EUR"].randomElement(using: &random) ?? "mnkr"
        let width = Int.random(in: 1...7, using: &random)
        let headings = (0..<width).map { _ in Self.headings.randomElement(using: &random) ?? "" }
        var rows = [headings]
        for _ in 0..<Int.random(in: 0...9, using: &random) {
            rows.append(
                headings.indices.map { column in
                    let isText = column == 0 || Int.random(in: 0..<9, using: &random) == 0
                    return (isText ? Self.texts : Self.amounts).randomElement(using: &random) ?? ""
                })
        }
        text = rows.map { row in
            row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
        }.joined(separator: "\n")
    }
}
