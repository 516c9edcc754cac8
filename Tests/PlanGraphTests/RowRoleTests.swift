import PlanGraph
import PlanModel
import Testing

@Suite struct RowRoleTests {
    @Test(arguments: [
        ("Summa", RowRole.sum), ("summa intäkter", .sum), ("SUMMA KOSTNADER", .sum), ("Delsumma", .sum), ("Sum", .sum),
        ("Subtotal", .sum), ("Summa:", .sum), ("Summa resultat", .sum), ("Totalt", .total), ("Total", .total),
        ("Totalt, netto", .total), ("Net", .total), ("Net cost", .total), ("Netto", .total), ("Nettobudget", .total),
        ("nettokostnader 2025", .total), ("Resultat", .total), ("Resultat:", .total), ("Årets resultat", .total),
        ("Result", .total), ("Operating result", .total), ("Resultat/balans", .total), ("*Totalt", .total),
        ("Varav resultat", .part(of: nil)), ("Varav summa", .part(of: nil)), ("därav", .part(of: nil)),
        ("da\u{308}rav lokaler", .part(of: nil)), ("of which IT", .part(of: nil)), ("– varav IT", .part(of: nil)),
        ("Varav: IT", .part(of: nil)), ("Budgetram summa", .plain), ("Summarum", .plain), ("Summering", .plain),
        ("Totala kostnader", .plain), ("Network", .plain), ("Periodresultat", .plain), ("Resultatet", .plain),
        ("Results", .plain), ("Resultat-uppföljning", .plain), ("IT varav lokaler", .plain), ("of course", .plain),
        ("", .plain), ("…", .plain), ("Intäkter totalt", .plain),
    ])
    func wordsOfTheLabelDecide(label: String, role: RowRole) {
        let table = PlanTable.money("| Rad | 2025 |\n| \(label) | 1 |")
        #expect(table.rowRoles == [role])
    }

    @Test func aRowWithoutAnyValueIsAHeading() {
        let table = PlanTable.money(
            """
            | Rad | 2025 | 2026 |
            | Regionkontoret | | – |
            | Summa | | |
            | Varav | | - |
            | Noll | 0 | |
            | Andel | | 2 % |
            """)
        #expect(table.rowRoles == [.heading, .heading, .heading, .plain, .plain])
    }

    @Test func partsBelongToTheRowAbove() {
        let table = PlanTable.money(
            """
            | Rad | 2025 |
            | Varav ingenting | 1 |
            | A | 10 |
            | Varav a | 1 |
            | | |
            | Varav b | 2 |
            | Varav: | |
            | därav c | 2 |
            | Rubrik | |
            | Varav d | 2 |
            | B | 5 |
            | Summa | 15 |
            | Varav e | 9 |
            """)
        #expect(
            table.rowRoles == [
                .part(of: nil), .plain, .part(of: 1), .heading, .part(of: 1), .heading, .part(of: 1), .heading,
                .part(of: nil), .plain, .sum, .part(of: 10),
            ])
    }

    @Test func namedTotalsTakeThePlaceOfTheWords() {
        let named = TotalsRule.named([Located("budgetram  SUMMA", at: PlanTable.place(0, 3))])
        let table = PlanTable.money(
            """
            | Rad | 2025 |
            | Totalt antal resor | 10 |
            | Varav tåg | 4 |
            | Summa | 5 |
            | Budgetram summa: | 15 |
            """, totals: named)
        #expect(table.rowRoles == [.plain, .part(of: 0), .plain, .total])
        #expect(Reconciliation(of: table, frames: nil).diagnostics.isEmpty)
    }

    @Test func aNamedTotalThatNoRowHasIsAnError() throws {
        let place = PlanTable.place(0, 3)
        let table = PlanTable.money(
            "| Rad | 2025 |\n| A | 1 |\n| Budgetram summa | 2 |", totals: .named([Located("Budgetram suma", at: place)])
        )
        let diagnostics = Reconciliation(of: table, frames: nil).diagnostics
        #expect(diagnostics.map(\.code) == [.unknownTotalLabel])
        let first = try #require(diagnostics.first)
        #expect(first.position == place && first.severity == .error)
        #expect(first.message.swedish == "ingen rad heter 'Budgetram suma'; menades 'Budgetram summa'?")
    }

    @Test func totalsMayBeNone() {
        let table = PlanTable.money("| Rad | 2025 |\n| A | 1 |\n| Totalt | 5 |\n| Resultat | 5 |", totals: .none)
        #expect(table.rowRoles == [.plain, .plain, .plain])
        #expect(Reconciliation(of: table, frames: nil).checks.isEmpty)
    }

    @Test func tablesWithoutMoneyHaveNoSums() {
        let table = PlanTable.money("| Rad | 2025 |\n| A | 1 |\n| Totalt | 5 |", class: .outcomes)
        #expect(table.rowRoles == [.plain, .plain])
        #expect(Reconciliation(of: table, frames: nil).diagnostics.isEmpty)
    }
}
