import PlanGraph
import PlanModel
import Testing

@testable import PlanWorkbook

struct TableSheetTests {
    @Test func anExactSumIsAFormulaAndAnyOtherAPrintedNumber() {
        let cells = Cells(
            .made(
                """
                | Post | 2025 | 2026 |
                | Lön | 1,5 | 1,4 |
                | Hyra | 2,5 | 2,4 |
                | Varav el | 1 | |
                | Resor | 0,1 | |
                | Totalt | 4,1 | 3,9 |
                """))
        // The heading stands in row 7, the rows of the table from row 8.
        #expect(cells["B12"] == .formula("SUM(B8:B9,B11)", result: amount("4.1")))
        #expect(cells["C12"] == .number(amount("3.9")))
        #expect(cells["B8"] == .number(amount("1.5")))
        #expect(cells["C11"] == nil)
        #expect(cells.style("B12")?.weight == .bold)
        #expect(cells.style("A12")?.hasRuleAbove == true)
        #expect(cells.style("A10")?.indent == 1)
        #expect(cells.style("B8")?.numberFormat == "#,##0.0")
    }

    @Test func theBlockUnderTheTableShowsEveryCheck() {
        let cells = Cells(
            .made(
                """
                | Post | 2026 |
                | Lön | 1,4 |
                | Varav chefer | 0,4 |
                | Hyra | 2,4 |
                | Totalt | 5,9 |
                """, accept: "Källan trycker 5,9."))
        #expect(cells["A13"] == .text("workbook.check.title"))
        #expect(cells["A15"] == .text("Totalt"))
        #expect(cells["B15"] == .text("2026"))
        #expect(cells["C15"] == .formula("B11", result: amount("5.9")))
        #expect(cells["D15"] == .formula("SUM(B8,B10)", result: amount("3.8")))
        #expect(cells["E15"] == .formula("ROUND(C15-D15,1)", result: amount("2.1")))
        #expect(cells["F15"] == .number(amount("0.15")))
        #expect(cells["G15"] == .text("workbook.verdict.differs"))
        #expect(cells["H15"] == .text("Källan trycker 5,9."))
        #expect(cells["D16"] == .formula("SUM(B9)", result: amount("0.4")))
        #expect(cells["E16"] == .formula("ROUND(ABS(C16)-ABS(D16),1)", result: amount("1.0")))
        #expect(cells["G16"] == .text("workbook.verdict.parts-fit"))
    }

    @Test func aSumOfNothingIsRoundedToItsTerms() {
        let cells = Cells(.made("| Post | 2026 |\n| In | 0,3 |\n| Ut | -0,3 |\n| Resultat | 0 |"))
        #expect(cells["B10"] == .formula("ROUND(SUM(B8:B9),1)", result: amount("0")))
    }

    @Test func otherUnitsAreConvertedInTheCheckAndTheSumStaysANumber() {
        let cells = Cells(.made("| Post | 2026 |\n| a | 500 tkr |\n| b | 1,5 |\n| Summa | 2,0 |"))
        #expect(cells["B10"] == .number(amount("2.0")))
        #expect(cells["D14"] == .formula("SUM(B9)+SUM(B8)/1000", result: amount("2.0")))
        #expect(cells.style("B8")?.numberFormat == "#,##0\" tkr\"")
        #expect(cells.style("B9")?.numberFormat == "#,##0.0")
    }

    @Test func twoCurrenciesAreNotAddedUp() {
        let cells = Cells(.made("| Post | 2026 |\n| a | 1 MEUR |\n| b | 2 |\n| Summa | 3 |"))
        #expect(cells["B10"] == .number(amount("3")))
        #expect(cells["C14"] == .formula("B10", result: amount("3")))
        #expect(cells["D14"] == nil)
        #expect(cells["G14"] == .text("workbook.verdict.not-computable"))
        #expect(cells["H14"] == .text("termerna har olika valutor"))
    }

    @Test func percentagesAreHundredths() {
        let cells = Cells(
            .made("| Post | Andel (%) | 2026 |\n| a | 12,5 | 3 % |\n| b | 100 % | 1 |\n| Summa | 7 | 1 |", unit: nil))
        #expect(cells["B8"] == .number(amount("0.125")))
        #expect(cells.style("B8")?.numberFormat == "0.0%")
        #expect(cells["B9"] == .number(amount("1")))
        #expect(cells["C8"] == .number(amount("0.03")))
        #expect(cells["B10"] == .number(amount("0.07")))
        #expect(cells["C10"] == .formula("SUM(C9)", result: amount("1")))
    }

    @Test func whatHasTooManyDigitsIsText() {
        let cells = Cells(
            .made("| Post | 2026 |\n| a | 1 234 567 890 123 456 |\n| b | 0 |\n| Summa | 1 234 567 890 123 456 |"))
        #expect(cells["B8"] == .text("1 234 567 890 123 456"))
        #expect(cells["B10"] == .text("1 234 567 890 123 456"))
        #expect(cells.style("B8")?.isRightAligned == true)
        #expect(cells["E14"] == .number(amount("0")))
        #expect(cells["G14"] == .text("workbook.verdict.exact"))
    }

    @Test func whatIsNoNumberIsText() {
        let cells = Cells(.made("| Post | 2026 |\n| =1+1 | =2 |\n| b | 1 |\n| Summa | 1 |"))
        #expect(cells["A8"] == .text("=1+1"))
        #expect(cells["B8"] == .text("=2"))
        #expect(cells["B10"] == .number(amount("1")))
        #expect(cells["G14"] == .text("workbook.verdict.not-computable"))
    }

    @Test func tablesWithoutRowsOrColumnsAreSheets() {
        #expect(Cells(.made("| Post | 2026 |"))["A7"] == .text("Post"))
        #expect(Cells(.made(""))["A7"] == nil)
        #expect(Cells(.made("", class: .goals))["A1"] == .text("Tabell"))
        // Rows that are shorter and longer than the heading.
        let cells = Cells(.made("| Id | Mål |\n| A1 |\n| A2 | b | c |", class: .goals))
        #expect(cells["A8"] == .text("A1"))
        #expect(cells["C9"] == .text("c"))
    }
}

/// The cells of a table's sheet by their place; words stand as their keys.
private struct Cells {
    private var cells: [String: SheetCell] = [:]

    init(_ table: PlanTable) {
        let facts = PlanFacts(.plan(), language: .swedish, strings: .init(language: .swedish, entries: [:]))
        let sheet = TableSheet(
            table: table, words: table, reconciliation: Reconciliation(of: table, frames: nil), facts: facts,
            contents: "Innehåll", name: "Tabell"
        ).sheet()
        for cell in sheet.cells where cell.content != .blank {
            cells[SumFormula.cell(row: cell.row, column: cell.column)] = cell
        }
    }

    subscript(place: String) -> CellContent? { cells[place]?.content }

    func style(_ place: String) -> CellStyle? { cells[place]?.style }
}

extension Entity {
    static func plan(_ id: String = "region/plan", title: String = "Planen") -> Entity {
        Entity(
            id: EntityID(id), kind: .plan, title: title, position: SourcePosition(file: "index.md", line: 1, column: 1),
            organisation: EntityID("region"), plan: nil, container: nil, fields: [:], texts: [:], translations: [:],
            hasWrittenID: true, isPublished: true, row: nil)
    }
}
