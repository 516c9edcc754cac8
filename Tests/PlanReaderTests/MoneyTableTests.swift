import PlanModel
import PlanReader
import Testing

@Suite struct MoneyTableTests {
    private func money(_ heading: String, cells: [String] = ["1"]) throws -> (role: ColumnRole, findings: [Finding]) {
        let rows = cells.map { "| a | \($0) |" }.joined(separator: "\n")
        let fixture = try Fixture(
            plan: "Tabell: T {#t .budget unit=mnkr}\n\n| Post | \(heading) |\n|---|---|\n\(rows)\n")
        return (try fixture.table("org/p/t").columns[1].role, try fixture.findings())
    }

    @Test(
        arguments: [
            ("2019", "2019", nil, nil), ("Budget 2019", "2019", BudgetVersion.budget, nil),
            ("**Bokslut 2017**[^1]", "2017", .accounts, nil), ("Ram 2018 (tkr)", "2018", .frame, MoneyUnit.tkr),
            ("Utfall", nil, .outcome, nil), ("Prognos 2025-T1", "2025-T1", .forecast, nil),
            ("2019–2021", "2019–2021", nil, nil), ("Belopp (mkr)", nil, nil, .mnkr), ("Belopp, mkr", nil, nil, .mnkr),
            ("Prisförändring i mkr", nil, nil, .mnkr), ("Belopp i miljoner kronor", nil, nil, .mnkr),
            ("Budget 2025 Regionkontoret", "2025", .budget, nil), ("Budgeten 2025", "2025", nil, nil),
            ("Actuals 2017", "2017", .accounts, nil), ("2019 (netto)", "2019", nil, nil),
            ("Budget i mnkr 2025", "2025", .budget, .mnkr), ("Mnkr 2025", "2025", nil, .mnkr),
            ("Budget, mkr 2024", "2024", .budget, .mnkr), ("Budget 2028 miljoner kronor", "2028", .budget, .mnkr),
            ("Budget 2032 (tkr, löpande priser)", "2032", .budget, .tkr), ("2031 i tkr", "2031", nil, .tkr),
        ] as [(String, String?, BudgetVersion?, MoneyUnit?)])
    func headingsSayWhatTheMoneyIs(heading: String, period: String?, version: BudgetVersion?, unit: MoneyUnit?) throws {
        let found = try money(heading)
        let column = MoneyColumn(period: period.flatMap(Period.init), version: version, unit: unit, isPercentage: false)
        #expect(found.role == .money(column))
        #expect(found.findings.filter { $0.code != .unknownFootnote }.isEmpty)
    }

    @Test(arguments: ["Förändring (%)", "Förändring i procent", "Change, per cent"])
    func percentagesAreTold(heading: String) throws {
        let column = MoneyColumn(period: nil, version: nil, unit: nil, isPercentage: true)
        #expect(try money(heading).role == .money(column))
    }

    @Test func otherColumnsAreMoneyWhenHalfOfThemAreNumbers() throws {
        let plain = ColumnRole.money(MoneyColumn(period: nil, version: nil, unit: nil, isPercentage: false))
        let typo = try money("Regionkontoret", cells: ["1", "2 000,5", "se not", "–", ""])
        #expect(typo.role == plain)
        #expect(typo.findings.map(\.code) == [.invalidNumber])
        #expect(try money("Not", cells: ["se", "nedan", "1"]).role == .text)
        #expect(try money("Not", cells: ["", ""]).role == .text)
    }

    @Test(arguments: [
        ("Belopp (mxkr)", DiagnosticCode.unknownUnit, 18), ("Budget 2019 (USD)", .unknownUnit, 23),
        ("Pris i mxkr", .unknownUnit, 17), ("Budget 2033 tusen kr", .unknownUnit, 22),
        ("Bugdet 2019", .unknownColumn, 10), ("Beloppp", .unknownColumn, 10),
    ])
    func misspeltHeadingsOfMoneyAreErrors(heading: String, code: DiagnosticCode, column: Int) throws {
        let found = try money(heading)
        #expect(found.findings.map(\.code) == [code])
        #expect(found.findings.first?.position.column == column)
        guard case .money = found.role else { throw Unexpected() }
    }

    @Test func theLabelColumnIsExempt() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: T {#t .investeringar unit=mnkr}

                | Större belopp 2019 (>1 mkr) | Ny- eller reinvestering | Orsak[^1] | Investeringsbelopp (mkr) | Förväntad effekt | Koppling |
                |---|---|---|---|---|---|
                | Nät | Ny | Ålder | 1,5 | Drift | x |

                Tabell: U {#u .budget unit=mnkr}

                | Id | Bugdet | 2019 |
                |---|---|---|
                | 1 | Nät | 3 |

                [^1]: Not.
                """)
        try fixture.expect()
        let roles = try fixture.table("org/p/t").columns.map(\.role)
        #expect(roles.prefix(3) == [.label, .investmentKind, .cause])
        #expect(roles[4] == .effect)
        #expect(roles[5] == .text)
        #expect(try fixture.table("org/p/u").columns.map(\.role).prefix(2) == [.id, .label])
    }

    @Test func cellsAreReadInTheStyleOfTheFile() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: T {#t .budget unit=mnkr}

                | Post | 2019 |
                |---|---|
                | a | **2 547,4**[^1] |
                | b | 1️⃣2547.4 |
                | c | 15 2️⃣mxkr |
                | d | 3️⃣2 54 |
                | e | 4️⃣saknas |
                | f | – |

                [^1]: Not.
                """.replacing("15 2️⃣mxkr", with: "2️⃣15 mxkr"))
        try fixture.expect(.invalidNumber, .unknownUnit, .invalidNumber, .invalidNumber)
        let table = try fixture.table("org/p/t")
        #expect(table.rows[0].cells[1].reading?.amount?.value.machineText == "2547.4")
        #expect(table.rows[5].cells[1].reading == .missing)
        #expect(table.rows[0].cells[0].reading == nil)
    }

    @Test func theUnitIsTheTablesElseThePlansElseTheOrganisations() throws {
        let fixture = try Fixture(
            plan: "Tabell: T {#t .budget}\n\n| Post | 2019 |\n|---|---|\n| a | 1 |\n",
            ["Content/org/index.md": "---\ntyp: organisation\nenhet: tkr\n---\n"])
        #expect(try fixture.table("org/p/t").unit == .tkr)
    }
}
