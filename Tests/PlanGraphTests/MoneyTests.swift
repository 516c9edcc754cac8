import PlanGraph
import PlanModel
import Testing

@Suite struct MoneyFlowTests {
    private func flows(_ text: String) -> MoneyFlows {
        let table = PlanTable.money(text)
        return MoneyFlows(of: table, sums: Reconciliation(of: table, frames: nil))
    }

    @Test func costsWithMinusAreToldByTheSumsLabels() {
        let result = flows(
            """
            | Post | 2019 |
            | Försäljning | 10 |
            | Summa intäkter | 10 |
            | Personal | -7 |
            | Läkemedel | -2 |
            | Summa kostnader | -9 |
            | Resultat | 1 |
            """)
        #expect(result.meaning == .plusIsIncome)
        #expect(result.rows == [.income, .income, .cost, .cost, .cost, nil])
    }

    @Test func costsWithPlusAreToldByTheIncomesMinus() {
        let result = flows(
            """
            | Kontoklass | 2025 |
            | Intäkter | -440 |
            | Personalkostnader | 586 |
            | Övrigt | 674 |
            | Nettobudget | 820 |
            """)
        #expect(result.meaning == .plusIsCost)
        #expect(result.rows == [.income, .cost, nil, nil])
    }

    @Test func withoutWordsNothingIsClaimed() {
        let result = flows(
            """
            | Post | 2025 |
            | A | -4 |
            | B | 6 |
            | Totalt | 2 |
            """)
        #expect(result.meaning == .unknown)
        #expect(result.rows == [nil, nil, nil])
    }

    @Test func bothWithPlusAreToldByTheirLabelsAlone() {
        let result = flows(
            """
            | Post | 2025 |
            | Intäkter | 4 |
            | Kostnader | 6 |
            | Annat | 1 |
            """)
        #expect(result.meaning == .both)
        #expect(result.rows == [.income, .cost, nil])
    }

    /// A compensation for costs is no cost: only what a word ends with counts. And what neither word nor sum tells is not
    /// told by its sign.
    @Test func onlyLabelsTellWhatARowIs() {
        let result = flows(
            """
            | Post | 2025 |
            | Kostnadsersättning | 4 |
            | Årets intäkter | 10 |
            | Avskrivningar | 30 |
            | Lån | 12 |
            | Kostnader för intäkter | 3 |
            | Investeringar | -50 |
            | Totalt | 9 |
            """)
        #expect(result.meaning == .unknown)
        #expect(result.rows == [nil, .income, nil, nil, nil, nil, nil])
    }
}

@Suite struct ShareTests {
    private func groups(_ text: String, totals: TotalsRule = .byWords, column: Int = 1) -> [ShareGroup] {
        let table = PlanTable.money(text, totals: totals)
        let sums = Reconciliation(of: table, frames: nil)
        return table.shares(column: column, sums: sums, flows: MoneyFlows(of: table, sums: sums))
    }

    @Test func eachSumDividesAmongItsRows() throws {
        let found = groups(
            """
            | Post | 2019 |
            | A-intäkter | 30 |
            | B-intäkter | 10 |
            | Summa intäkter | 40 |
            | Personal | -25 |
            | Varav chefer | -5 |
            | Annat | -15 |
            | Summa kostnader | -40 |
            | Resultat | 0 |
            """)
        #expect(found.map(\.sum) == [2, 6])
        #expect(found.map(\.flow) == [.income, .cost])
        #expect(found.first?.parts.map(\.ofHundred.machineText) == ["75.0", "25.0"])
        #expect(found.last?.parts.map(\.ofHundred.machineText) == ["62.5", "37.5"])
        #expect(found.last?.parts.map(\.row) == [3, 5])
    }

    @Test func whatATotalNetsIsDividedBySign() throws {
        let found = groups(
            """
            | Kontoklass | 2025 |
            | Intäkter | -440 |
            | Personalkostnader | 586 |
            | Övriga driftskostnader | 674 |
            | Nettobudget | 820 |
            """)
        #expect(found.first?.isWholeFlow == true)
        #expect(found.count == 1)
        #expect(found.first?.sum == nil)
        #expect(found.first?.flow == .cost)
        #expect(found.first?.total == Amount(mantissa: 1260, scale: 0))
        #expect(found.first?.parts.map(\.ofHundred.machineText) == ["46.5", "53.5"])
    }

    @Test func unitsAreBroughtTogetherAndTwoCurrenciesAreNot() {
        let mixed = groups(
            """
            | Post | 2025 |
            | A | 1 mdkr |
            | B | 3000 |
            | Summa | 4000 |
            """)
        #expect(mixed.first?.parts.map(\.ofHundred.machineText) == ["25.0", "75.0"])
        let currencies = groups(
            """
            | Post | 2025 |
            | A | 1 EUR |
            | B | 3 |
            """, totals: .none)
        #expect(currencies.isEmpty)
    }

    @Test func incomesAndCostsAreNeverPartsOfOneHundred() {
        #expect(groups("| Post | 2025 |\n| Intäkter | 110 |\n| Kostnader | 125 |\n| Totalt | 235 |").isEmpty)
        #expect(groups("| Post | 2025 |\n| A | 110 |\n| B | 5 |\n| C | -125 |\n| Totalt | -10 |").isEmpty)
    }

    @Test func aGroupThatIsNotAllCostsDoesNotClaimToBe() {
        let found = groups(
            """
            | Post | 2025 |
            | Personalkostnader | -3 |
            | Lokalkostnader | -1 |
            | Summa verksamhetens kostnader | -4 |
            | Finansiella kostnader | -2 |
            | Resultat | -6 |
            """)
        #expect(found.map(\.isWholeFlow) == [false])
        #expect(found.first?.sum == 2)
    }

    @Test func oneRowDividesNothing() {
        #expect(
            groups(
                """
                | Post | 2025 |
                | A | 1 |
                | Summa | 1 |
                """
            ).isEmpty)
    }
}

@Suite struct ChangeTests {
    private func column(_ heading: String, _ period: Int, _ version: BudgetVersion?) -> TableColumn {
        TableColumn(
            heading: heading, position: PlanTable.place(1, 1),
            role: .money(
                MoneyColumn(period: Period(first: period), version: version, unit: nil, isPercentage: false)))
    }

    @Test func columnsAreComparedInTheOrderOfTheYearsLife() {
        let plain = PlanTable.money("| Post | 2019 | 2018 | 2017 | 2018 |\n| A | 4 | 3 | 1 | 2 |")
        let columns =
            plain.columns.prefix(1) + [
                column("Budget 2019", 2019, .budget), column("Utfall 2018", 2018, .outcome),
                column("Bokslut 2017", 2017, .accounts), column("Budget 2018", 2018, .budget),
            ]
        let table = plain.with(columns: Array(columns))
        #expect(
            table.columnPairs.map { [$0.from, $0.to] } == [[3, 4], [4, 2], [2, 1]])
    }

    @Test func aChangeHasAmountAndPercent() throws {
        let table = PlanTable.money(
            """
            | Post | 2018 | 2019 |
            | Personal | -424,7 | -455,8 |
            | Från noll | 0 | 4 |
            | Vänder | -2 | 3 |
            | Saknas |  | 3 |
            | Annan enhet | 2 mdkr | 1 500 |
            """)
        let pair = try #require(table.columnPairs.first)
        let changes = table.changes(between: pair)
        #expect(changes.map(\.row) == [0, 1, 2, 4])
        #expect(changes.map(\.difference.machineText) == ["-31.1", "4", "5", "-500"])
        #expect(changes.map { $0.percent?.machineText } == ["7.3", nil, nil, "-25.0"])
    }

    @Test func changesOfFramesAreNotCompared() {
        #expect(PlanTable.money("| Post | 2018 | 2019 |\n| A | 1 | 2 |", class: .frameChanges).columnPairs.isEmpty)
    }
}

@Suite struct InvestmentTests {
    @Test func columnsComeToWhatTheyPrintElseToTheirRows() {
        let table = PlanTable.money(
            """
            | Investering | 2025 | 2026 |
            | A | 1,25 | 2 |
            | B | 3 | 4 |
            | Totalt | 4 | |
            """, class: .investments)
        let sums = Reconciliation(of: table, frames: nil)
        #expect(
            table.columnTotal(1, sums: sums) == ColumnTotal(row: 2, amount: Amount(mantissa: 4, scale: 0), unit: .mnkr))
        #expect(
            table.columnTotal(2, sums: sums)
                == ColumnTotal(row: nil, amount: Amount(mantissa: 6, scale: 0), unit: .mnkr))
    }

    @Test func eachInhabitantBearsAPart() {
        func each(_ amount: Amount, _ unit: MoneyUnit?, _ people: Int) -> String? {
            ColumnTotal(row: nil, amount: amount, unit: unit).perInhabitant(people)?.machineText
        }
        #expect(each(Amount(mantissa: 25474, scale: 1), .mnkr, 277_000) == "9196")
        #expect(each(Amount(mantissa: 6, scale: 1), .mnkr, 277_000) == "2.2")
        #expect(each(Amount(mantissa: 5, scale: 0), nil, 100) == nil)
        #expect(each(Amount(mantissa: 5, scale: 0), .kr, 0) == nil)
    }
}

@Suite struct DivisionTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func aQuotientIsWithinHalfAUnitOfItsLastDigit(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let amount = Amount(
            mantissa: Int128(Int64.random(in: -999_999_999...999_999_999, using: &random)),
            scale: Int.random(in: 0...6, using: &random))
        let divisor = Amount(
            mantissa: Int128(Int64.random(in: 1...999_999, using: &random)) * (Bool.random(using: &random) ? 1 : -1),
            scale: Int.random(in: 0...6, using: &random))
        let decimals = Int.random(in: 0...4, using: &random)
        let quotient = try #require(amount.divided(by: divisor, decimals: decimals))
        #expect(quotient.scale == decimals)
        // |quotient × divisor − amount| ≤ ½ · 10^−decimals · |divisor|
        let product = Amount(mantissa: quotient.mantissa * divisor.mantissa, scale: quotient.scale + divisor.scale)
        let half = Amount(mantissa: 5 * divisor.mantissa.magnitudeAsSigned, scale: decimals + 1 + divisor.scale)
        #expect((product - amount).magnitude <= half)
    }

    @Test func halfIsRoundedAwayFromZero() {
        let two = Amount(mantissa: 2, scale: 0)
        #expect(Amount(mantissa: 5, scale: 0).divided(by: two, decimals: 0)?.machineText == "3")
        #expect(Amount(mantissa: -5, scale: 0).divided(by: two, decimals: 0)?.machineText == "-3")
        #expect(
            Amount(mantissa: 1, scale: 0).divided(by: Amount(mantissa: -3, scale: 0), decimals: 2)?.machineText
                == "-0.33")
    }

    @Test func whatLeavesTheRangeIsNoQuotient() {
        let huge = Amount(mantissa: Int128.max / 2, scale: 0)
        #expect(huge.divided(by: Amount(mantissa: 1, scale: 6), decimals: 4) == nil)
    }
}

extension Int128 {
    fileprivate var magnitudeAsSigned: Int128 { self < 0 ? -self : self }
}

extension PlanTable {
    fileprivate func with(columns: [TableColumn]) -> PlanTable {
        PlanTable(
            id: id, class: self.class, title: title, position: position, origin: origin, columns: columns, rows: rows,
            unit: unit, attributes: attributes, organisation: organisation, plan: plan, owner: owner,
            language: language)
    }
}
