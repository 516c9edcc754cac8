import PlanModel
import Testing

@testable import PlanWorkbook

struct SumFormulaTests {
    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func columnsHaveLetters(_ column: Int, _ letters: String) {
        #expect(SumFormula.letters(ofColumn: column) == letters)
    }

    @Test func neighboursAreOneRangeAndEmptyRowsAreCrossed() {
        let formula = SumFormula.sum(terms([4, 5, 7, 9]), column: 1) { $0 == 6 }
        #expect(formula == "SUM(B5:B8,B10)")
    }

    @Test func otherUnitsAreBroughtToThatOfTheSum() {
        let terms: [SumFormula.Term] = [
            .init(row: 4, exponent: 0), .init(row: 5, exponent: -3), .init(row: 6, exponent: 6),
            .init(row: 7, exponent: -3),
        ]
        let formula = SumFormula.sum(terms, column: 2, from: amount("2547.4")) { _ in false }
        #expect(formula == "2547.4+SUM(C7)*1000000+SUM(C5)+SUM(C6,C8)/1000")
    }

    @Test func moreArgumentsThanExcelTakesAreSplit() throws {
        let formula = try #require(SumFormula.sum(terms((0..<600).map { $0 * 2 }), column: 0) { _ in false })
        #expect(formula.split(separator: "+").map { $0.split(separator: ",").count } == [255, 255, 90])
    }

    @Test func aFormulaThatIsTooLongIsNone() {
        #expect(SumFormula.sum(terms((0..<4_000).map { $0 * 2 }), column: 0) { _ in false } == nil)
        #expect(SumFormula.sum([], column: 0) { _ in false } == nil)
    }

    private func terms(_ rows: [Int]) -> [SumFormula.Term] { rows.map { .init(row: $0, exponent: 0) } }
}

struct SheetTextTests {
    @Test(arguments: [
        ("=cmd", "=cmd"), ("a\u{1}b\u{FFFE}c\u{FFFF}\u{0}", "abc"), ("rad\r\nnästa\rtredje", "rad\nnästa\ntredje"),
        ("_x0041_", "_x005F_x0041_"), ("_x00g1_ _x41_", "_x00g1_ _x41_"), ("_x0041", "_x0041"),
        ("\u{1F600}\tå", "\u{1F600}\tå"),
    ])
    func textIsWrittenAsExcelReadsIt(_ text: String, _ written: String) {
        #expect(SheetText.written(text) == written)
    }

    @Test func piecesAreTheWholeText() {
        let text = String(repeating: "å_x0041_", count: 20_000)
        let pieces = SheetText.pieces(of: text)
        #expect(pieces.joined() == text)
        #expect(pieces.allSatisfy { SheetText.written($0).utf16.count <= SheetText.longest })
        #expect(SheetText.pieces(of: "kort") == ["kort"])
    }
}

struct SheetNumberTests {
    @Test(arguments: [
        ("2547.4", true), ("123456789012345", true), ("1234567890123456", false), ("0.1234567890123456", false),
        ("100000000000000000", true), ("0", true), ("-1234567890.12345", true), ("-0.000000000000001", true),
    ])
    func fifteenDigitsAreKept(_ number: String, _ keeps: Bool) {
        #expect(SheetNumber.keeps(amount(number)) == keeps)
    }

    @Test(arguments: [
        ("2 547,4", "#,##0.0"), ("15 mnkr", "#,##0\" mnkr\""), ("2,1 %", "0.0%"), ("+27", "+#,##0;-#,##0;#,##0"),
        ("0", "#,##0"), ("1,50 MEUR", "#,##0.00\" MEUR\""),
    ])
    func numbersLookAsPrinted(_ text: String, _ format: String) throws {
        let printed = try #require(AmountReading.read(text, style: .swedish).amount)
        #expect(SheetNumber.format(of: printed, isPercentage: printed.isPercentage) == format)
    }

    @Test(arguments: [
        ("1970-01-01", 43_200), ("2000-02-29", 951_825_600), ("1900-01-01", -2_208_945_600),
        ("2019-01-29", 1_548_763_200), ("2019-03", 1_551_441_600), ("2019", 1_546_344_000),
    ])
    func aDayIsItsNoon(_ date: String, _ seconds: Int) {
        let day: CalendarDate? = CalendarDate(date)
        #expect(day != nil)
        #expect(WorkbookFile.secondsSince1970(day) == seconds)
    }
}

/// An amount as machines write it.
func amount(_ text: String) -> Amount {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    return Amount(mantissa: Int128(digits) ?? 0, scale: parts.count > 1 ? parts[1].utf8.count : 0)
}
