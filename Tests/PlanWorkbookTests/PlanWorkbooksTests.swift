import Foundation
import PlanGraph
import PlanModel
import Testing

@testable import PlanWorkbook

struct PlanWorkbooksTests {
    private let budget = "| Post | 2026 |\n| a | 1 |\n| b | 2 |\n| Summa | 3 |"

    /// The browser tests build in several time zones.
    @Test func theBytesAreTheSameEveryTime() throws {
        let tables = [
            PlanTable.made(budget, title: "Budget"),
            .made("| Id |\n| A1 |", title: "Mål", id: "region/plan/goals", class: .goals),
        ]
        let first = try bytes(tables)
        #expect(first.starts(with: Array("PK".utf8)))
        #expect(try bytes(tables) == first)
    }

    @Test func nothingIsLeftInTheTemporaryFolder() throws {
        let folder = try Folder()
        _ = try files([.made(budget)], folder: folder.path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func aFolderThatIsNotThereIsAFailureOfTheMachine() throws {
        #expect(throws: MachineFailure.self) { try files([.made(budget)], folder: "/nowhere/at/all") }
    }

    @Test func plansWithoutTablesHaveNoWorkbookAndTheRestComeByPath() throws {
        var manuscript = Manuscript()
        manuscript.entities = ["region/b", "region/Å", "region/a", "region/none"].map { Entity.plan($0) }
        manuscript.tables = ["region/b", "region/Å", "region/a"].map { plan in
            let table = PlanTable.made(budget)
            return PlanTable(
                id: EntityID(plan + "/table"), class: table.class, title: table.title, position: table.position,
                origin: table.origin, columns: table.columns, rows: table.rows, unit: table.unit,
                attributes: table.attributes, organisation: nil, plan: EntityID(plan), owner: nil,
                language: .swedish)
        }
        let library = Library(resolving: manuscript, includingDrafts: false)
        let folder = try Folder()
        let files = try PlanWorkbooks.files(
            library, strings: .init(language: .swedish, entries: [:]), language: .swedish, temporaryFolder: folder.path)
        #expect(files.map(\.path).filter { $0.hasSuffix("none.xlsx") } == [])
        #expect(files.count == 3)
        #expect(files.map(\.path) == files.map(\.path).sorted())
        #expect(files.first?.path == "data/workbooks/region/a.xlsx")
    }

    @Test func fortyTablesWithOneTitleAreFortySheets() throws {
        let tables = (1...40).map { PlanTable.made(budget, title: "Budget", id: "region/plan/t\($0)") }
        let sheets = sheets(tables)
        #expect(sheets.count == 41)
        #expect(sheets[1].name == "Budget" && sheets[40].name == "Budget 40")
        #expect(try bytes(tables).count > 1_000)
    }

    @Test func whatExcelCannotHoldIsLeftOutAndTheContentsSaySo() throws {
        let tooWide = "|" + String(repeating: "x|", count: Sheet.mostColumns + 1)
        let tooLong = "| Id |\n| " + String(repeating: "å", count: SheetText.longest + 1) + " |"
        let tables = [
            PlanTable.made(tooWide, title: "Bred", id: "region/plan/bred", class: .goals),
            .made(tooLong, title: "Lång", id: "region/plan/lang", class: .goals),
            .made(budget, title: String(repeating: "t", count: 40_000), id: "region/plan/titel"),
            .made(budget, title: "Budget", id: "region/plan/budget"),
        ]
        let sheets = sheets(tables)
        #expect(sheets.map(\.name) == ["workbook.contents", "Budget"])
        let notes = sheets[0].cells.filter { $0.content == .text("workbook.too-large") }
        #expect(notes.count == 3)
        let links = sheets[0].cells.compactMap { cell in
            if case .link(_, let sheet) = cell.content { sheet } else { nil }
        }
        #expect(links == ["Budget"])
        #expect(try bytes(tables).count > 1_000)
    }

    @Test func aTranslatedTableHasItsWordsAndThePrintedNumbers() throws {
        let original = PlanTable.made("| Post | 2026 |\n| Lön | 1,5 |\n| Summa | 1,5 |", title: "Budget för lön")
        let english = PlanTable.made(
            "| Item | 2026 |\n| Wages | 1.5 |\n| Sum | 1.5 |", title: "Budget for wages", language: .english)
        var manuscript = Manuscript()
        manuscript.entities = [.plan()]
        manuscript.tables = [original]
        manuscript.translatedTables = [.english: [original.id: english]]
        let facts = PlanFacts(.plan(), language: .english, strings: .init(language: .english, entries: [:]))
        var sheets = PlanWorkbooks.sheets(
            of: [original], facts: facts, library: Library(resolving: manuscript, includingDrafts: false))
        #expect(sheets[1].name == "Budget for wages")
        #expect(sheets[1].cells.contains { $0.content == .text("Wages") })
        #expect(sheets[1].cells.contains { $0.content == .formula("SUM(B8)", result: amount("1.5")) })
        // One with other rows is no help: the original stands.
        manuscript.translatedTables = [.english: [original.id: .made("| Item | 2026 |\n| Sum | 1.5 |")]]
        sheets = PlanWorkbooks.sheets(
            of: [original], facts: facts, library: Library(resolving: manuscript, includingDrafts: false))
        #expect(sheets[1].name == "Budget för lön")
    }

    @Test func aTableAsLongAsExcelIsLeftOut() {
        var sheet = Sheet(name: "x")
        sheet.put("a", row: Sheet.mostRows - 1, column: Sheet.mostColumns - 1)
        #expect(sheet.fits)
        sheet.put("a", row: Sheet.mostRows, column: 0)
        #expect(!sheet.fits)
    }

    @Test func strangeTextsAreWritten() throws {
        let strange = "\u{0}\u{1}\u{FFFE}=cmd|' /C calc'!A0 _x0041_ <&>\"' \u{1F600}"
        let table = PlanTable.made("| \(strange) | 2026 |\n| \(strange) | 1 |\n| Summa | 1 |", title: strange)
        #expect(try bytes([table]).count > 1_000)
    }

    private func library(_ tables: [PlanTable]) -> Library {
        var manuscript = Manuscript()
        manuscript.entities = [.plan()]
        manuscript.tables = tables
        return Library(resolving: manuscript, includingDrafts: false)
    }

    private func sheets(_ tables: [PlanTable]) -> [Sheet] {
        let facts = PlanFacts(.plan(), language: .swedish, strings: .init(language: .swedish, entries: [:]))
        return PlanWorkbooks.sheets(of: tables, facts: facts, library: library(tables))
    }

    private func files(_ tables: [PlanTable], folder: String) throws -> [SiteFile] {
        try PlanWorkbooks.files(
            library(tables), strings: .init(language: .swedish, entries: [:]), language: .swedish,
            temporaryFolder: folder)
    }

    private func bytes(_ tables: [PlanTable]) throws -> [UInt8] {
        let folder = try Folder()
        return try #require(files(tables, folder: folder.path).first).bytes
    }
}

/// A folder of its own, removed when the test is done with it.
private final class Folder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("klarplan-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
