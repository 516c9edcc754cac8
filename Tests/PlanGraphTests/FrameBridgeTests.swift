import PlanGraph
import PlanModel
import Testing

@Suite struct FrameBridgeTests {
    private let frames = PlanTable.money(
        """
        | Enhet | Ram 2024 | Ram 2025 | Ram 2026 | Ram 2028 |
        | A | 10,0 | 12,0 | 13,0 | 20,0 |
        | Varav a | 1,0 | 1,0 | 1,0 | 1,0 |
        | B | 5,0 | 5,0 | 5,0 | 5,0 |
        | Totalt | 15,0 | 17,0 | 18,0 | 25,0 |
        """, class: .frames)

    private func changes(_ text: String, unit: MoneyUnit? = .mnkr, accept: String? = nil) -> PlanTable {
        .money(text, class: .frameChanges, unit: unit, accept: accept, frames: "frames")
    }

    @Test func changesLeadFromOneFrameToTheNext() throws {
        let table = changes(
            """
            | Ändring | 2024 | 2025 | 2026 | 2027 | 2028 |
            | Rubrik | | | | | |
            | Löner | 9 | 1,5 | 0,9 | 1 | 1 |
            | Varav lärare | 1 | 1,0 | 0,5 | 1 | 1 |
            | Hyror | 9 | 0,5 | | 1 | 1 |
            | Summa | 18 | 2,0 | 0,9 | 2 | 2 |
            """)
        let result = Reconciliation(of: table, frames: frames)
        #expect(result.bridges.map(\.year) == [2025, 2026])
        #expect(result.bridges.map(\.verdict) == [.exact, .withinRounding])
        let bridge = try #require(result.bridges.last)
        #expect(bridge.from == Amount(mantissa: 17, scale: 0) && bridge.to == Amount(mantissa: 18, scale: 0))
        #expect(bridge.changes == Amount(mantissa: 9, scale: 1) && bridge.computed == Amount(mantissa: 179, scale: 1))
        #expect(bridge.tolerance == Amount(mantissa: 15, scale: 2))
        #expect(result.diagnostics.isEmpty)
    }

    @Test func aGapIsReportedAtTheHeadingOfTheYear() throws {
        let table = changes("| Ändring | 2025 | 2026 |\n| Löner | 2 500 tkr | 1,0 |\n| Hyror | 0 | 0 |")
        let result = Reconciliation(of: table, frames: frames)
        let diagnostic = try #require(result.diagnostics.first)
        #expect(result.diagnostics.count == 1 && result.hasDifference)
        #expect(diagnostic.code == .frameBridgeDiffers && diagnostic.position == PlanTable.place(1, 2))
        #expect(
            diagnostic.message.swedish
                == "ramen 2025 är 17,0, men ramen 2024 15,0 och ändringarna 2,500 ger 17,5, alltså −0,5 (tillåtet ±0,1005)"
        )
        #expect(result.bridges.first?.difference == Amount(mantissa: -5, scale: 1))
    }

    @Test func anAcceptedGapIsANote() {
        let table = changes("| Ändring | 2025 |\n| Löner | 9,0 |", accept: "Teknisk justering")
        #expect(Reconciliation(of: table, frames: frames).diagnostics.map(\.code) == [.acceptedDifference])
    }

    @Test func aFrameIsTheLastSumElseTheOnlyRowElseThePlainRows() {
        let table = changes("| Ändring | 2025 |\n| Löner | 2,0 |")
        for (text, to) in [
            ("| R | 2024 | 2025 |\n| A | 1,0 | 2,0 |\n| Summa | 1,0 | 2,0 |\n| Totalt | 5,0 | 7,0 |", 7),
            ("| R | 2024 | 2025 |\n| Rubrik | | |\n| Varav | 5,0 | 7,0 |", 7),
            ("| R | 2024 | 2025 |\n| A | 1,0 | 2,0 |\n| Varav a | 1,0 | 1,0 |\n| B | 4,0 | 5,0 |", 7),
            ("| R | Ram 2024 | Utfall 2024 | Ram 2025 | Prognos 2025 |\n| A | 5,0 | 9,0 | 7,0 | 99,0 |", 7),
            ("| R | Andel % 2024 | 2024 (mkr) | 2025 (tkr) |\n| A | 3,0 | 5,0 | 7 000 |", 7000),
            ("| R | 2024 | 2025 |\n| A | 1,0 | 2,0 |\n| B | 4,0 | 5,0 |\n| Totalt | 5,0 | |", 7),
        ] {
            let result = Reconciliation(of: table, frames: .money(text, class: .frames))
            #expect(result.bridges.map(\.to) == [Amount(mantissa: Int128(to), scale: 0)])
            #expect(result.bridges.map(\.verdict) == [.exact])
        }
    }

    @Test func aYearWithoutAFrameOrChangesIsNotComputable() {
        let result = Reconciliation(
            of: changes("| Ändring | 2025 | 2026 |\n| Löner | 2,0 | |\n| Hyror | | |"), frames: frames)
        #expect(result.bridges.map(\.year) == [2025])
        #expect(result.diagnostics.map(\.code) == [.sumNotComputable])
        #expect(result.diagnostics.first?.position == PlanTable.place(1, 3))
    }

    @Test func framesAreLookedUpByTheirReference() {
        let table = changes("| Ändring | 2025 |\n| Löner | 9,0 |", accept: "Känd")
        let result = Reconciliation(of: table) { $0.value == "frames" ? frames : nil }
        #expect(result.bridges.count == 1)
        // A reference to nothing is reported by others; what it hides is no reason to drop `accept`.
        #expect(Reconciliation(of: table) { _ in nil }.diagnostics.isEmpty)
        #expect(Reconciliation(of: .money("| R | 2025 |\n| A | 1 |"), frames: frames).bridges.isEmpty)
    }

    @Test func twoCurrenciesAreAnErrorAtTheYear() {
        let result = Reconciliation(of: changes("| Ändring | 2025 |\n| Löner | 2,0 |", unit: .meur), frames: frames)
        #expect(result.diagnostics.map(\.code) == [.mixedCurrencies])
        #expect(result.diagnostics.first?.position == PlanTable.place(1, 2))
    }
}
