import PlanGraph
import PlanModel
import Testing

@Suite struct ReconciliationTests {
    /// The verdicts of a table's sums, by row and column.
    private func verdicts(_ text: String, unit: MoneyUnit? = .mnkr) -> [Verdict] {
        Reconciliation(of: .money(text, unit: unit), frames: nil).checks.map(\.verdict)
    }

    private func terms(_ text: String) -> [[Int]] {
        Reconciliation(of: .money(text), frames: nil).checks.map(\.terms)
    }

    @Test func aSumAddsUpThePlainRowsSinceTheLastSum() {
        #expect(
            terms(
                """
                | Rad | 2025 |
                | A | 1 |
                | B | 2 |
                | Summa AB | 3 |
                | C | 4 |
                | Delsumma | 4 |
                | Totalt | 7 |
                | D | 1 |
                | Summa D | 1 |
                """) == [[0, 1], [3], [2, 4], [6]])
    }

    @Test func aSumWithoutPlainRowsAddsUpAllOpenTerms() {
        #expect(
            terms(
                """
                | Rad | 2025 |
                | A | 1 |
                | Summa A | 1 |
                | B | 2 |
                | Summa B | 2 |
                | Summa alla | 3 |
                | Summa igen | 3 |
                """) == [[0], [2], [1, 3], [4]])
    }

    @Test func aTotalAddsUpPlainRowsAndSumsAlike() {
        #expect(
            terms(
                """
                | Rad | 2025 |
                | A | 1 |
                | Summa A | 1 |
                | B | 2 |
                | Totalt | 3 |
                | C | -1 |
                | Årets resultat | 2 |
                """) == [[0], [1, 2], [3, 4]])
    }

    @Test func whereNothingIsPrintedNothingIsReplaced() {
        let table = """
            | Rad | 2025 | 2026 |
            | A | 1 | 1 |
            | B | 2 | 2 |
            | Summa intäkter | 3 | |
            | C | -1 | -1 |
            | Summa kostnader | -1 | -1 |
            | Resultat | 2 | 2 |
            """
        #expect(terms(table) == [[0, 1], [3], [3], [2, 4], [0, 1, 4]])
        #expect(verdicts(table).allSatisfy { $0 == .exact })
    }

    @Test func headingsAndPartsAreNoTerms() {
        #expect(
            terms(
                """
                | Rad | 2025 |
                | Rubrik | |
                | A | 10 |
                | Varav a | 4 |
                | B | 5 |
                | Summa | 15 |
                """) == [[1, 3]])
    }

    @Test func halfAUnitOfEachLastDigitIsRounding() {
        let rows = "| Rad | 2025 |\n| A | 1,0 |\n| B | 2 |\n| C | 0 |\n| Summa | "
        #expect(verdicts(rows + "3 |") == [.exact])
        #expect(verdicts(rows + "4 |") == [.withinRounding])
        #expect(verdicts(rows + "4,1 |") == [.differs(by: Amount(mantissa: 11, scale: 1))])
        #expect(verdicts(rows + "3,6 |") == [.withinRounding])
        #expect(verdicts(rows + "3,7 |") == [.differs(by: Amount(mantissa: 7, scale: 1))])
        #expect(verdicts(rows + "2 |") == [.withinRounding])
        #expect(verdicts(rows + "1 |") == [.differs(by: Amount(mantissa: -2, scale: 0))])
    }

    @Test func theToleranceIsReachedButNotPassed() throws {
        let table = PlanTable.money("| Rad | 2025 |\n| A | 0,5 |\n| B | 0 |\n| C | 0,0 |\n| Summa | 0 |\n| D | 1 |")
        let check = try #require(Reconciliation(of: table, frames: nil).check(row: 3, column: 1))
        #expect(check.tolerance == Amount(mantissa: 60, scale: 2))
        #expect(check.difference == Amount(mantissa: -5, scale: 1))
        #expect(Reconciliation(of: table, frames: nil).check(row: 0, column: 1) == nil)
    }

    @Test func aSumOverMissingTermsIsNotComputable() {
        let table = PlanTable.money("| Rad | 2025 | 2026 |\n| A | – | 1 |\n| Summa | 5 | 1 |\n| Totalt | 5 | 1 |")
        let result = Reconciliation(of: table, frames: nil)
        #expect(result.checks.map(\.verdict) == [.notComputable(.allTermsMissing), .exact, .exact, .exact])
        #expect(result.diagnostics.map(\.code) == [.sumNotComputable])
        #expect(result.diagnostics.first?.severity == .info)
        #expect(!result.hasDifference)
    }

    @Test func missingIsNotZero() {
        #expect(verdicts("| Rad | 2025 |\n| A | 1 |\n| B | – |\n| Summa | 2 |") == [.withinRounding])
        #expect(verdicts("| Rad | 2025 |\n| A | 1,0 |\n| B | – |\n| Summa | 1,2 |").first?.isDifference == true)
    }

    @Test func percentagesAreNeverSummed() {
        #expect(
            verdicts(
                """
                | Rad | Andel % | 2025 |
                | A | 10 | 5 |
                | B | 20 | 2,1 % |
                | Summa | 99 | 5 |
                | Totalt | 1 | 50 % |
                """) == [.exact])
    }

    @Test func unitsOfOneCurrencyAreConverted() throws {
        let table = PlanTable.money(
            """
            | Rad | Belopp (mkr) | Budget |
            | A | 1,5 | 1 500 |
            | B | 500 tkr | 2 mnkr |
            | C | 1 mdkr | 1 kr |
            | Summa | 1 002 | 3 500,001 |
            """, unit: .tkr)
        let checks = Reconciliation(of: table, frames: nil).checks
        #expect(checks.map(\.verdict) == [.exact, .exact])
        #expect(checks.map(\.unit) == [.mnkr, .tkr])
        // Half a million for the sum, 0.05 + 0.0005 + 500 for the terms.
        #expect(checks.first?.tolerance == Amount(mantissa: 5_005_505, scale: 4))
    }

    @Test func twoCurrenciesInOneSumAreAnError() {
        let table = PlanTable.money("| Rad | 2025 |\n| A | 1 |\n| B | 2 EUR |\n| Summa | 3 |")
        let diagnostics = Reconciliation(of: table, frames: nil).diagnostics
        #expect(diagnostics.map(\.code) == [.mixedCurrencies])
        #expect(diagnostics.first?.position == PlanTable.place(4, 2))
    }

    @Test func noUnitAtAllIsAWarningAtTheCaption() {
        let bare = PlanTable.money("| Rad | 2025 |\n| A | 1 |\n| B | 2 |\n| Summa | 3 |", unit: nil)
        let diagnostics = Reconciliation(of: bare, frames: nil).diagnostics
        #expect(diagnostics.map(\.code) == [.missingUnit])
        #expect(diagnostics.first?.position == bare.position && diagnostics.first?.severity == .warning)
        for text in [
            "| Rad | 2025 (mkr) |\n| A | 1 |", "| Rad | 2025 |\n| A | 1 tkr |\n| B | |", "| Rad | 2025 |\n| A | 2 % |",
            "| Rad | Andel % |\n| A | 2 |", "| Rad | 2025 |\n| A | |",
        ] {
            #expect(Reconciliation(of: .money(text, unit: nil), frames: nil).diagnostics.isEmpty)
        }
    }

    @Test func termsThatAreNoNumbersLeaveTheSumUnknown() {
        #expect(
            verdicts("| Rad | 2025 |\n| A | 1 |\n| B | många |\n| Summa | 3 |") == [.notComputable(.unreadableTerm)])
    }

    @Test func hugeAmountsNeverOverflow() {
        let nines = "999999999999999999"
        let table = "| Rad | 2025 |\n| A | \(nines) mdkr |\n| B | 0,00000000000000001 kr |\n| Summa | \(nines) kr |"
        #expect(verdicts(table) == [.notComputable(.tooLarge)])
        let rows = (0..<500).map { _ in "| A | \(nines) mdkr |" }.joined(separator: "\n")
        #expect(verdicts("| Rad | 2025 |\n\(rows)\n| Summa | 0,1 |").first?.isDifference == true)
    }

    @Test func aDifferenceSaysWhatIsPrintedAndComputed() throws {
        let table = PlanTable.money("| Rad | 2025 |\n| A | 1 000,0 |\n| B | 420,3 |\n| Summa | 1 418,3 |")
        let result = Reconciliation(of: table, frames: nil)
        let diagnostic = try #require(result.diagnostics.first)
        #expect(result.diagnostics.count == 1 && result.hasDifference)
        #expect(diagnostic.code == .sumDiffers && diagnostic.severity == .error)
        #expect(diagnostic.position == PlanTable.place(4, 2))
        #expect(
            diagnostic.message.swedish
                == "summan 1\u{202F}418,3 stämmer inte: raderna 'A', 'B' ger 1\u{202F}420,3, alltså −2,0 (tillåtet ±0,15)"
        )
        #expect(
            diagnostic.message.english
                == "the sum 1,418.3 is wrong: the rows 'A', 'B' give 1,420.3, so −2.0 (allowed ±0.15)")
        #expect(diagnostic.help?.swedish.contains("accept=") == true)
    }

    @Test func anAcceptedDifferenceIsANoteWithItsReason() throws {
        let table = PlanTable.money(
            "| Rad | 2025 |\n| A | 10 |\n| Varav a | 20 |\n| Summa | 15 |", accept: "Rättas i mars")
        let result = Reconciliation(of: table, frames: nil)
        #expect(result.diagnostics.map(\.code) == [.acceptedDifference, .acceptedDifference])
        #expect(result.diagnostics.allSatisfy { $0.severity == .info && $0.message.swedish.contains("Rättas i mars") })
        #expect(result.hasDifference)
    }

    @Test func acceptingNothingIsAWarning() {
        let table = PlanTable.money("| Rad | 2025 |\n| A | 10 |\n| Summa | 10 |", accept: "Känd")
        let diagnostics = Reconciliation(of: table, frames: nil).diagnostics
        #expect(diagnostics.map(\.code) == [.acceptWithoutDifference])
        #expect(diagnostics.first?.position == table.position && diagnostics.first?.severity == .warning)
    }

    @Test(arguments: [
        ("| A | 100 |\n| Varav a | 60 |\n| Varav b | 40 |", false),
        ("| A | 100 |\n| Varav a | 60 |\n| Varav b | 42 |", true),
        ("| A | 100 |\n| Varav a | 60,0 |\n| Varav b | 40,6 |", false),
        ("| A | 100 |\n| Varav a | 60,0 |\n| Varav b | 40,7 |", true),
        ("| A | -100 |\n| Varav a | -60 |\n| Varav b | -45 |", true),
        ("| A | -100 |\n| Varav a | 60 |", false), ("| A | 100 |\n| Varav a | 150 |\n| Varav b | -60 |", false),
        ("| A | 100 |\n| Varav a | 300 % |", false),
        ("| A | 1 |\n| Varav a | 900 tkr |\n| Varav b | 90 000 kr |", false),
        ("| A | 1,0 |\n| Varav a | 990,0 tkr |\n| Varav b | 90 000 kr |", true),
        ("| Varav a | 5 |\n| A | 1 |", false), ("| A | 0 |\n| Varav a | 0 |", false),
    ])
    func partsAreNoLargerThanTheWhole(rows: String, exceed: Bool) {
        let result = Reconciliation(of: .money("| Rad | 2025 |\n" + rows), frames: nil)
        #expect(result.parts.contains(where: \.exceeds) == exceed)
        #expect(result.diagnostics.map(\.code) == (exceed ? [.partsExceedWhole] : []))
    }

    @Test func partsAreComparedWhereTheWholeHasAValue() throws {
        let table = PlanTable.money(
            "| Rad | 2025 | 2026 |\n| A | | 10 |\n| Varav a | 5 | |\n| Varav b | 1 | 12 |\n| B | 1 | 1 |")
        let result = Reconciliation(of: table, frames: nil)
        let check = try #require(result.parts.first)
        #expect(result.parts.count == 1 && check.parts == [2] && check.column == 2 && check.whole == 0)
        #expect(result.diagnostics.map(\.position) == [PlanTable.place(4, 3)])
    }
}
