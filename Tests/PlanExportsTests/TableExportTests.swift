import Foundation
import PlanBuild
import PlanGraph
import PlanModel
import Testing

@testable import PlanExports

@Suite struct TableExportTests {
    private static let budget = """
        Tabell: Budget {#budget .budget accept="Källan räknar fel."}

        | Post            | Bokslut 2024 | Budget 2025 (tkr) | Ändring, % |        | Post |
        |-----------------|-------------:|------------------:|-----------:|--------|------|
        | Rubrik          |              |                   |            |        |      |
        | =Avgifter       |      +1 200,5 |           15 mnkr |      2,1 % | a      | x    |
        | Varav a, ”b”    |        −0,5  |             2 tkr |        3,0 | b;c    | -    |
        |                 |            – |                   |            |        |      |
        | Summa           |       1 300,5 |                 – |            |        |      |
        | Totalt          |             |                 8 |            |        |      |
        """

    @Test func amountsAreMachineNumbersAndUnitsStayWhereTheySayMore() throws {
        let csv = try ExportProject(plan: Self.budget).file("data/tables/org/plan/budget.csv")
        let expected = """
            Post,Bokslut 2024,Budget 2025 (tkr),"Ändring, %",Kolumn 5,Post (2)
            Rubrik,,,,,
            '=Avgifter,1200.5,15 mnkr,2.1,a,x
            "Varav a, ”b”",-0.5,2,3.0,"b;c",'-
            Summa,1300.5,,,,
            Totalt,,8,,,

            """
        #expect(csv == expected.replacingOccurrences(of: "\n", with: "\r\n"))
    }

    private struct Table: Decodable {
        struct Column: Decodable {
            let heading: String
            let name: String?
            let role: String
            let period: String?
            let version: String?
            let unit: String?
            let percentage: Bool?
        }
        struct Cell: Decodable {
            let text: String?
            let printed: String?
            let value: Decimal?
            let unit: String?
            let verdict: String?
            let computed: Decimal?
            let difference: Decimal?
            let tolerance: Decimal?
            let terms: [Int]?
            let reason: String?
        }
        struct Row: Decodable {
            let role: String
            let whole: Int?
            let entity: String?
            let goals: [String]?
            let cells: [Cell]
        }
        struct Parts: Decodable {
            let whole: Int
            let parts: [Int]
            let column: Int
            let verdict: String
        }
        struct Bridge: Decodable {
            let year: Int
            let verdict: String
            let computed: Decimal
        }
        let id: String
        let url: String
        let `class`: String
        let organisation: String?
        let plan: String?
        let language: String
        let unit: String?
        let source: String?
        let decision: [String: String]?
        let accept: String?
        let goals: [String]?
        let frames: String?
        let columns: [Column]
        let rows: [Row]
        let parts: [Parts]?
        let bridges: [Bridge]?
    }

    private func table(_ project: ExportProject, _ path: String) throws -> Table {
        try JSONDecoder().decode(Table.self, from: Data(try project.file("data/tables/" + path).utf8))
    }

    @Test func everyCellHasItsValueAndEverySumItsVerdict() throws {
        let keys = "källa: Källan\nbeslut: {organ: Styrelsen, datum: 2025-01-02, paragraf: 3, diarienummer: D 1}\n"
        let project = try ExportProject(plan: Self.budget, keys: keys)
        let table = try table(project, "org/plan/budget.json")
        #expect(table.id == "org/plan/budget" && table.class == "budget" && table.url == "org/plan/budget/")
        #expect(table.organisation == "org" && table.plan == "org/plan" && table.language == "sv")
        #expect(table.unit == "mnkr" && table.source == "Källan" && table.accept == "Källan räknar fel.")
        #expect(
            table.decision == ["body": "Styrelsen", "date": "2025-01-02", "paragraph": "3", "diary-number": "D 1"])
        #expect(table.columns.map(\.role) == ["label", "money", "money", "money", "text", "text"])
        #expect(table.columns.map(\.period) == [nil, "2024", "2025", nil, nil, nil])
        #expect(table.columns.map(\.version) == [nil, "accounts", "budget", nil, nil, nil])
        #expect(table.columns[2].unit == "tkr" && table.columns[3].percentage == true)
        #expect(table.columns[4].name == "Kolumn 5" && table.columns[4].heading.isEmpty)
        #expect(table.rows.map(\.role) == ["heading", "plain", "part", "sum", "total"])
        #expect(table.rows[2].whole == 1)
        let plus = table.rows[1].cells[1]
        #expect(plus.printed == "+1 200,5" && plus.value == Decimal(string: "1200.5") && plus.unit == "mnkr")
        #expect(table.rows[1].cells[2].unit == "mnkr" && table.rows[1].cells[3].unit == "%")
        #expect(table.rows[0].cells[1].value == nil && table.rows[0].cells[1].printed == "")
        let sum = table.rows[3].cells[1]
        #expect(sum.verdict == "differs" && sum.computed == Decimal(string: "1200.5") && sum.difference == 100)
        #expect(sum.tolerance == Decimal(string: "0.1") && sum.terms == [1])
        let total = table.rows[4].cells[2]
        #expect(total.verdict == "differs" && total.unit == "tkr" && total.terms == [1])
        #expect(table.parts?.map(\.verdict) == ["no-larger", "no-larger"])
        #expect(table.parts?.first?.whole == 1 && table.parts?.first?.parts == [2])
    }

    @Test func rowsNameTheirEntitiesAndGoals() throws {
        let project = try ExportProject(
            plan: """
                Tabell: Mål {#mal .mål}

                | Id | Mål |
                |----|-----|
                | A1 | Ett |
                | A2 | Två |

                Tabell: Ramar {#ramar .ramar goals=A1}

                | Del | 2025 | 2026 | Mål |
                |-----|-----:|-----:|-----|
                | Ett | 10,0 | 11,0 | A2  |

                Tabell: Ändringar {#andringar .ramförändringar frames=ramar}

                | Del | 2026 |
                |-----|-----:|
                | Ny  |  1,0 |
                | Summa | 1,0 |
                """)
        let goals = try table(project, "org/plan/mal.json")
        #expect(goals.rows.map(\.entity) == ["org/plan/A1", "org/plan/A2"])
        let frames = try table(project, "org/plan/ramar.json")
        #expect(frames.goals == ["org/plan/A1"] && frames.rows[0].goals == ["org/plan/A2"])
        let changes = try table(project, "org/plan/andringar.json")
        #expect(changes.frames == "org/plan/ramar")
        #expect(changes.bridges?.map(\.verdict) == ["exact"] && changes.bridges?.first?.computed == 11)
        let sums = CSVReading.rows(try project.file("data/sums.csv"))
        let expected = [
            [
                "org/plan/andringar", "org/plan", "Summa", "2026", "sum", "1.0", "1.0", "0.0", "0.10", "mnkr", "exact",
                "",
            ],
            [
                "org/plan/andringar", "org/plan", "", "2026", "frame", "11.0", "11.0", "0.0", "0.15", "mnkr", "exact",
                "",
            ],
        ]
        #expect(sums.count == 3)
        for (found, wanted) in zip(sums.dropFirst(), expected) {
            #expect(found.prefix(5) == wanted.prefix(5) && found.suffix(3) == wanted.suffix(3))
            for (number, other) in zip(found[5..<9], wanted[5..<9]) {
                #expect(Decimal(string: number) == Decimal(string: other))
            }
        }
    }

    @Test func sumsSayWhyADifferenceIsPublished() throws {
        let rows = CSVReading.rows(try ExportProject(plan: Self.budget).file("data/sums.csv"))
        #expect(rows[0] == SumsExport.Column.allCases.map(\.rawValue))
        #expect(rows[1].prefix(5) == ["org/plan/budget", "org/plan", "Summa", "Bokslut 2024", "sum"])
        #expect(rows[1].suffix(2) == ["differs", "Källan räknar fel."])
        #expect(rows.contains { $0[2] == "'=Avgifter" && $0[4] == "parts" && $0[10] == "no-larger" })
    }

    @Test func tablesThatMeetInOneFileAreAnError() throws {
        let rows = "\n\n| Mål |\n|---|\n| Ett |\n"
        let project = try ExportProject(plan: "Tabell: A {#mål .mål}\(rows)\nTabell: B {#mal .mål}\(rows)")
        let found = try project.check().diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.code) == [.addressCollision])
    }

    @Test func aTableMayNotBeAnothersFolder() throws {
        let project = try ExportProject(
            plan: "",
            [
                "org/t.csv/index.md":
                    "---\ntyp: plan\ntitel: Plan\n---\n\nTabell: A {#a .mål}\n\n| Mål |\n|---|\n| Ett |\n",
                "org/index.md":
                    "---\ntyp: organisation\ntitel: O\n---\n\nTabell: B {#t .ordlista}\n\n| Term | Förklaring |\n|---|---|\n| a | b |\n",
            ])
        let found = try project.check().diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.code) == [.addressCollision])
    }
}

@Suite struct JSONTextTests {
    @Test func stringsAreEscapedAndNumbersKeepTheirDigits() throws {
        let odd = "\u{0}\u{1}\u{1F}\u{7F}\"\\/\n\r\t\u{2028}\u{2029}åäö🇸🇪\u{10FFFF}"
        let text = JSONText.object([
            ("b", .string(odd)), ("a", .array([.number(Amount(mantissa: -2_5470, scale: 4)), .integer(3), .null])),
            ("c", nil), ("d", .object([])), ("e", .array([])), ("f", .flag(true)),
        ])
        let written = String(decoding: text.bytes, as: UTF8.self)
        #expect(written.contains("-2.5470, 3, null"))
        #expect(!written.contains("\"c\"") && written.contains("\"d\": {}") && written.contains("\"e\": []"))
        #expect(written.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
        struct Read: Decodable { let b: String }
        #expect(try JSONDecoder().decode(Read.self, from: Data(text.bytes)).b == odd)
        #expect(
            written.range(of: "\"b\"")?.lowerBound ?? written.endIndex < written.range(of: "\"a\"")?.lowerBound
                ?? written.startIndex)
    }
}
