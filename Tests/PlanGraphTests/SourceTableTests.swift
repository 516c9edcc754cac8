import PlanGraph
import PlanModel
import Testing

/// Tables of Region Västmanland (Regionkontorets förvaltningsplan 2019–2021) and Region Halland (verksamhetsplan 2025).
@Suite struct SourceTableTests {
    private let frames = PlanTable.money(
        """
        | Centrumbildning, belopp i miljoner kronor | Ram 2018 | Ram 2019 |
        | Centrum för hälso- och sjukvårdsutveckling | 2 119,3 | 2 227,6 |
        | Varav Vårdval | 1 453,9 | 1 529,2 |
        | Varav Läkemedel med central finansiering | 447,7 | 485,6 |
        | Varav Centrum för klinisk forskning | 21,4 | 21,4 |
        | Varav AT-läkare | 49,8 | 51,2 |
        | Centrum för regional utveckling | 127,6 | 141,6 |
        | Varav Kultur- och folkbildningsnämnd | | 83,6 |
        | Centrum för kommunikation | 18,4 | 17,9 |
        | Centrum för administration | 51,1 | 55,4 |
        | Centrum för ekonomi- och verksamhetsanalys | 23,4 | 23,2 |
        | Centrum för HR | 21,6 | 21,6 |
        | Centrum för digitalisering | 8,7 | 6,8 |
        | Regiondirektörens stab | 50,2 | 53,4 |
        | Summa Regionkontoret | 2 418,3 | 2 547,4 |
        """, class: .frames)

    @Test func theFramesOf2018AreOffByTwoMillion() throws {
        let result = Reconciliation(of: frames, frames: nil)
        let first = try #require(result.checks.first)
        #expect(first.verdict == .differs(by: Amount(mantissa: -20, scale: 1)))
        #expect(first.computed == Amount(mantissa: 24203, scale: 1))
        #expect(first.tolerance == Amount(mantissa: 45, scale: 2))
        #expect(result.checks.last?.verdict == .withinRounding)
        #expect(result.diagnostics.map(\.code) == [.sumDiffers])
        #expect(
            result.diagnostics.first?.message.swedish
                == "summan 2\u{202F}418,3 stämmer inte: 8 rader, från 'Centrum för hälso- och sjukvårdsutveckling' till "
                + "'Regiondirektörens stab', ger 2\u{202F}420,3, alltså −2,0 (tillåtet ±0,45)")
    }

    @Test func theChangesOf2019LeadToTheFrame() throws {
        let changes = PlanTable.money(
            """
            | Ramförändringar i miljoner kronor | 2019 | 2020 | 2021 |
            | Regionkontoret | | | |
            | LPIK uppräkning | 3,6 | 4,5 | 4,6 |
            | Hälsocenter | 4 | 0 | 0 |
            | Gömda och papperslösa | 6,4 | 0 | 0 |
            | Hyra Karlsgatan | 0,3 | | |
            | Finansiering Utvecklingsenheten | 11,6 | | |
            | Utvecklingsenheten upphör | -5,9 | | |
            | Indragen ram | -0,5 | | |
            | Vårdhygien | 0,2 | | |
            | Skandionkliniken | -2,4 | | |
            | RCC | -1,8 | | |
            | Sjukskrivningsprocessen | -4,9 | | |
            | SPUR | 2,5 | | |
            | Regionvårdsavtal | 2,4 | | |
            | Samlad service | -0,2 | | |
            | Oslo-Stockholm 2:55 | 1 | | |
            | Kontaktcenter | -0,4 | | |
            | Läkemedel | 39,3 | 23,9 | 24,1 |
            | Fagersta | -1,4 | | |
            | Vävnadsdirektiv | 0 | | |
            | Vårdval | | | |
            | LPIK uppräkning | 40,4 | 50,1 | 48,9 |
            | Demografi | 10,2 | 10,8 | 10,4 |
            | Zethelius | 2,8 | | |
            | Lönesatsning | 7,7 | | |
            | Trygg och säker hemgång | 10 | | |
            | Tandvårdssatsning | 4,3 | | |
            | Cervix-cancerscreening | 3,8 | | |
            | Övertagande Fagersta | -3,8 | | |
            """, class: .frameChanges, frames: "frames")
        let result = Reconciliation(of: changes, frames: frames)
        let bridge = try #require(result.bridges.first)
        #expect(result.bridges.count == 1)
        #expect(bridge.changes == Amount(mantissa: 1292, scale: 1))
        #expect(bridge.difference == Amount(mantissa: -1, scale: 1))
        #expect(bridge.verdict == .withinRounding)
    }

    @Test func theBudgetAddsUpToItsResult() {
        let budget = PlanTable.money(
            """
            | | Bokslut 2017 | Budget 2018 | Budget 2019* |
            | Försäljning av IT | 135,0 | 133,2 | 145,6 |
            | Försäljning av tjänster | 191,4 | 191,8 | 194,8 |
            | Regionersättning | 2 407,2 | 2 442,0 | 2 555,0 |
            | Specialdestinerat statsbidrag | 84,5 | 60,7 | 63,2 |
            | Övriga intäkter | 500,4 | 409,4 | 442,8 |
            | Summa intäkter | 3 318,5 | 3 237,1 | 3 401,4 |
            | | | | |
            | Personalkostnader | -415,4 | -424,7 | -455,8 |
            | Övrigt Vårdval Västmanland | -167,6 | -182,4 | -214,1 |
            | Vårdavgifter till privata vårdgivare | -140,8 | -99,5 | -96,0 |
            | Vårdpeng | -680,1 | -713,9 | -740,8 |
            | Ersättning för tandvård | -201,8 | -205,0 | -220,8 |
            | Röntgentjänster | -98,4 | -98,9 | -96,4 |
            | Läkemedel | -451,9 | -464,2 | -504,6 |
            | Lämnade bidrag | -222,4 | -202,7 | -206,2 |
            | Ersättning till familjeläkare | -92,9 | -89,6 | -98,0 |
            | Lokalkostnader | -48,4 | -47,2 | -49,3 |
            | Datorutrustning | -52,6 | -42,9 | -45,9 |
            | IT-konsulttjänster | -106,2 | -102,6 | -101,9 |
            | Serviceavtal/Datakommunikation | -56,8 | -57,9 | -61,1 |
            | Avskrivningar | -39,9 | -40,8 | -42,2 |
            | Övriga verksamhetskostnader | -502,6 | -464,8 | -468,4 |
            | Summa Kostnader | -3 277,8 | -3 237,1 | -3 401,4 |
            | | | | |
            | Resultat: | 40,7 | 0,0 | 0,0 |
            """)
        let result = Reconciliation(of: budget, frames: nil)
        #expect(result.checks.count == 9)
        #expect(result.checks.last?.terms == [5, 22])
        #expect(result.diagnostics.isEmpty)
        #expect(result.checks.allSatisfy { $0.verdict == .exact || $0.verdict == .withinRounding })
    }

    @Test func revenueOfUnitsAddsUpWhereItIsPrinted() {
        let table = PlanTable.money(
            """
            | Verksamhet | Prisförändring i % | Prisförändring i mkr | Volymförändring i mkr | Intäkt i mkr |
            | Centrum för digitalisering | 2,1% | 5,7 | 9,5 | 341 |
            | Lärcentrum | 0 | 0 | 0,2 | 13,9 |
            | Regionhälsan | 0 | 0 | 0,2 | 13,7 |
            | Farmaciservice | 0 | 0 | 0 | 12 |
            | Summa | 0 | 0 | 9,9 | 380,1 |
            """)
        let result = Reconciliation(of: table, frames: nil)
        #expect(
            result.checks.map(\.verdict) == [
                .differs(by: Amount(mantissa: -57, scale: 1)), .exact, .withinRounding,
            ])
    }

    @Test func investmentsOfHallandAreWithinRounding() {
        let table = PlanTable.money(
            """
            | Investering, belopp i mnkr | 2025 | 2026 | 2027 | 2028 | 2029 |
            | FVIS | 15 | | | | |
            | Bredbandsutbyggnad | 10 | 20 | 10 | 10 | |
            | IT-utrustning | 80 | 88 | 81 | 59 | 81 |
            | Möbler och utrustning | 0,6 | 0,6 | 0,6 | 0,6 | 0,6 |
            | Totalt | 106 | 109 | 92 | 70 | 82 |
            """, class: .investments)
        let result = Reconciliation(of: table, frames: nil)
        #expect(result.checks.map(\.verdict) == Array(repeating: .withinRounding, count: 5))
    }

    @Test func theNetBudgetOfHallandIsExact() {
        let table = PlanTable.money(
            "| Kontoklass | Regionkontoret |\n| Intäkter | -440 |\n| Personalkostnader | 586 |\n"
                + "| Övriga driftskostnader | 674 |\n| Nettobudget | 820 |")
        #expect(Reconciliation(of: table, frames: nil).checks.map(\.verdict) == [.exact])
    }

    @Test func theFrameChangesOfHallandAddUpToANamedTotal() {
        let total = TotalsRule.named([Located("Budgetram summa", at: PlanTable.place(0, 3))])
        let table = PlanTable.money(
            """
            | Regionstyrelsen | Budget 2025 total |
            | FVIS | 7,4 |
            | Bevakningstjänster | 8,0 |
            | Civilt försvar | 4,0 |
            | Infrastruktur och mjukvara | 6,9 |
            | Utveckling av arbetsgivarerbjudande | 3,5 |
            | Internt miljöarbete | 3,0 |
            | Övriga tekniska justeringar | 13 |
            | Budgetram summa | 45,8 |
            """, class: .frameChanges, totals: total)
        #expect(Reconciliation(of: table, frames: nil).checks.map(\.verdict) == [.exact])
    }
}
