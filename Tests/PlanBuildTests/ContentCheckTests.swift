import PlanBuild
import PlanModel
import Testing

/// Checks that need to know the whole content: each at its very word.
@Suite struct ContentCheckTests {
    private static let frame = "---\ntype: plan\ntitle: Planen\nperiod: 2026\nunit: mnkr\n"
    private static let goals = "Table: Mål {#mal .goals}\n\n| Id | Mål |\n|---|---|\n| A1 | Ett |\n| A2 | Två |\n\n"

    /// The findings of a plan's text whose code is of interest, as `line:column`.
    private func places(
        _ code: DiagnosticCode, _ text: String, more: [String: String] = [:], asOf: String? = nil
    ) throws -> [String] {
        var files = ["org/plan/index.md": text]
        files.merge(more) { _, new in new }
        let project = try Project.plan("", more: files)
        return try project.check { $0.asOf = asOf.flatMap { CalendarDate($0) } }.diagnostics.filter { $0.code == code }
            .map { "\($0.position.line):\($0.position.column)" }
    }

    private func expect(
        _ code: DiagnosticCode, _ source: String, more: [String: String] = [:], asOf: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let marked = Marked(source)
        #expect(
            try places(code, marked.text, more: more, asOf: asOf) == ["\(marked.line):\(marked.column)"],
            sourceLocation: sourceLocation)
    }

    private func expectNone(
        _ code: DiagnosticCode, _ text: String, more: [String: String] = [:], asOf: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(try places(code, text, more: more, asOf: asOf) == [], sourceLocation: sourceLocation)
    }

    private func plan(_ keys: String, _ body: String) -> String { Self.frame + keys + "---\n\n" + body }

    private func activities(_ rows: String) -> String {
        "Table: X {#x .activities}\n\n| Åtgärd | Mål | Tidplan | Status |\n|---|---|---|---|\n" + rows
    }

    // MARK: Goals and work

    @Test func goalsThatNobodyWorksForAreTold() throws {
        let marked = Self.goals.replacing("| A2", with: "| 1️⃣A2")
        try expect(.goalWithoutWork, plan("", marked + activities("| En | A1 | | |\n")))
        try expectNone(.goalWithoutWork, plan("", Self.goals + activities("| En | A1, A2 | | |\n")))
        try expectNone(.goalWithoutWork, plan("", Self.goals))
        try expectNone(
            .goalWithoutWork, plan("", Self.goals + activities("| En | A1 | | |\n")),
            more: ["org/plan/A2.md": "---\ntyp: mål\nordinarie: ja\n---\n"])
        try expectNone(.goalWithoutWork, plan("status: ersatt\n", Self.goals + activities("| En | A1 | | |\n")))
    }

    @Test func aGoalIsServedByWhatServesItsParts() throws {
        let table =
            "Table: Mål {#mal .goals}\n\n| Id | Mål | Överordnat |\n|---|---|---|\n| A1 | Ett | |\n| A2 | Två | A1 |\n\n"
        try expectNone(.goalWithoutWork, plan("", table + activities("| En | A2 | | |\n")))
    }

    @Test func workThatServesNoGoalIsToldWhereOtherWorkDoes() throws {
        try expect(
            .workWithoutGoal, plan("", Self.goals + activities("| En | A1 | | |\n| 1️⃣Två | | | |\n")))
        try expectNone(.workWithoutGoal, plan("", Self.goals + activities("| En | | | |\n| Två | | | |\n")))
        // A table without the column is one finding, not one a row.
        let other = "\n1️⃣Table: Y {#y .assignments}\n\n| Uppdrag |\n|---|\n| Tre |\n| Fyra |\n"
        try expect(.workWithoutGoal, plan("", Self.goals + activities("| En | A1, A2 | | |\n") + other))
    }

    @Test func indicatorsThatShowNothingAreTold() throws {
        func indicators(_ rows: String) -> String {
            "Table: I {#i .indicators}\n\n| Indikator | Nuläge | Målvärde |\n|---|---|---|\n" + rows
        }
        try expect(.indicatorWithoutValue, plan("", indicators("| 1️⃣En | 2025: 3 | |\n| Två | 2025: 3 | 2026: 4 |\n")))
        try expect(.indicatorWithoutValue, plan("", indicators("| 1️⃣En | | 2026: 4 |\n| Två | 2025: 3 | 2026: 4 |\n")))
        try expect(.indicatorWithoutValue, plan("", "1️⃣" + indicators("| En | | |\n| Två | | |\n")))
        try expectNone(.indicatorWithoutValue, plan("", indicators("| En | 2025: 3 | 2026: 4 |\n")))
    }

    @Test(arguments: [
        "2026-03-31", "2026-03", "mars 2026", "2026-T1", "Kvartal 1, 2026-Q1", "2025", "hösten 2025",
        "2024-05-01, klart 2025", "2024–25", "Effekt 2025",
    ])
    func workWhoseTimeIsUpIsTold(schedule: String) throws {
        try expect(
            .overdue, plan("", activities("| En | | 1️⃣\(schedule) | enligt plan |\n")), asOf: "2026-05-01")
    }

    @Test(arguments: [
        "2026-03-31 | klar", "2026-03-31 | försenad", "2026-03-31 | avbruten", "2026-03-31 | ", "2026 | enligt plan",
        "Löpande, delredovisning 2025 | enligt plan", "2026-05-01 | enligt plan", "våren | enligt plan",
        "2026-T2 | risk", "2025-03-01, klart 2026 | enligt plan", "2025–26 | risk", "2025-01-01–2027 | risk",
        "2025 ff | risk", "2024ff | risk", "2025 och framåt | risk", "2025, därefter årsvis | risk",
        "2025 onwards | risk", "1999 9999 | enligt plan och mer",
    ])
    func otherWorkIsNot(cells: String) throws {
        try expectNone(.overdue, plan("", activities("| En | | \(cells) |\n")), asOf: "2026-05-01")
    }

    @Test func withoutADayNothingIsOverdue() throws {
        try expectNone(.overdue, plan("", activities("| En | | 2020 | enligt plan |\n")))
    }

    // MARK: Decisions and law

    @Test func aDecidedPlanSaysWhoDecided() throws {
        try expect(.decisionMissing, plan("status: 1️⃣beslutad\n", "Text.\n"))
        try expectNone(.decisionMissing, plan("status: förslag\n", "Text.\n"))
        #expect(try places(.decisionIncomplete, plan("status: beslutad\nbeslut:\n  organ: RK\n", "Text.\n")).count == 1)
        try expectNone(
            .decisionIncomplete,
            plan(
                "status: beslutad\nbeslut: {organ: RK, datum: 2026-01-02, paragraf: 1, diarienummer: A 1}\n", "Text.\n")
        )
    }

    @Test func theBudgetOfACouncilIsHeldAgainstTheLaw() throws {
        let budget = "Table: B {#b .budget}\n\n| Post | 2026 |\n|---|---:|\n| Skatt | 10 |\n"
        try expect(.budgetContents, plan("ansvarig: Fullmäktige\n", "1️⃣" + budget))
        try expectNone(.budgetContents, plan("ansvarig: RK\n", budget))
        try expectNone(.budgetContents, plan("ansvarig: Fullmäktige\n", "Text.\n"))
    }

    // MARK: Words

    @Test func oneNameInTwoSpellingsIsTold() throws {
        let unit = ["org/stab/index.md": "---\ntyp: enhet\ntitel: Regionkontoret\n---\n"]
        for name in ["Region kontoret", "Regionkontorret", "Region-kontoret"] {
            try expect(.nameSpeltTwoWays, plan("ansvarig: 1️⃣\(name)\n", "Text.\n"), more: unit)
        }
        for name in ["regionkontoret", "Regionstyrelsen", "Region Halland", "RK"] {
            try expectNone(.nameSpeltTwoWays, plan("ansvarig: \(name)\n", "Text.\n"), more: unit)
        }
    }

    @Test func namesThatAreTwoAreNot() throws {
        let rows = ["Område norr", "Område nord", "Enhet 1 stöd", "Enhet 2 stöd", "Skolchef", "Skolchefer"]
        let table =
            "Table: X {#x .activities}\n\n| Åtgärd | Ansvarig |\n|---|---|\n"
            + rows.enumerated().map { "| Nr \($0) | \($1) |\n" }.joined()
        try expectNone(.nameSpeltTwoWays, plan("", table))
    }

    @Test func anAbbreviationIsExplainedAnywhereInThePlan() throws {
        try expect(.unexplainedAbbreviation, plan("", "Text om 1️⃣RUS och RUS.\n"))
        try expectNone(
            .unexplainedAbbreviation, plan("", "Text om RUS.\n"),
            more: ["org/plan/A1.md": "---\ntyp: mål\n---\n\nDen regionala strategin (RUS).\n"])
        try expectNone(
            .unexplainedAbbreviation,
            plan("", "Text om RUS.\n\nTable: O {#o .terms}\n\n| Term | Förklaring |\n|---|---|\n| RUS | strategi |\n"))
        try expectNone(
            .unexplainedAbbreviation, plan("", "Text om REK.\n"),
            more: ["org/rek/index.md": "---\ntyp: enhet\ntitel: Kontoret i norr\nkortnamn: REK\n---\n"])
    }

    @Test func aTermWithTwoMeaningsIsTold() throws {
        func terms(_ rows: String) -> String { "Table: O {#o .terms}\n\n| Term | Förklaring |\n|---|---|\n" + rows }
        try expect(.ambiguousTerm, plan("", terms("| VP | verksamhetsplan |\n| 1️⃣VP | vårdplats |\n")))
        try expectNone(.ambiguousTerm, plan("", terms("| VP | verksamhetsplan |\n| VP | Verksamhetsplan |\n")))
    }

    // MARK: Amounts

    @Test func unitsMixedInATableAreTold() throws {
        func table(_ rows: String, heading: String = "2026") -> String {
            "Table: B {#b .budget}\n\n| Post | \(heading) |\n|---|---:|\n" + rows
        }
        try expect(.mixedUnits, plan("", table("| En | 10 |\n| Två | 1️⃣900 tkr |\n")))
        try expectNone(.mixedUnits, plan("", table("| En | 10 |\n| Två | 0 tkr |\n| Tre | 5 mnkr |\n")))
        try expectNone(.mixedUnits, plan("", table("| En | 10 |\n", heading: "2026 (tkr)")))
    }

    @Test(arguments: [
        "Vårdval kostar 1️⃣15 mnkr 2026.", "Under 2026 får **Vårdval** 1️⃣12,7 mnkr.", "År 2026 får Vårdval 1️⃣12 400 tkr.",
        "Budgeten för Vårdval 2026 är 1️⃣15 mnkr.", "Under 2026 avsätts 1️⃣15 mnkr för Vårdval.",
    ])
    func amountsThatDisagreeAreTold(sentence: String) throws { try expect(.amountDisagrees, amounts(sentence)) }

    @Test(arguments: [
        "Vårdval kostar 12,5 mnkr 2026.", "Vårdval kostar 12,6 mnkr 2026.",
        "Vårdval kostar 13 mnkr 2026.", "Vårdval kostar 12 500 tkr 2026.",
        "Vårdval kostar 15 mnkr 2027.", "Folktandvården kostar 15 mnkr 2026.", "Vårdval ökar med 1 mnkr 2026.",
        "Vårdval och Psykiatri kostar 99 mnkr 2026.", "Vårdval kostar cirka 15 mnkr 2026.", "Vårdval 2026.",
        "Summan är 77 mnkr 2026.", "Vårdvalsteamet kostar 15 mnkr 2026.", "Vårdval kostar 12,5 MEUR 2026.",
        "Vårdval och digitalisering kostar 15 mnkr 2026.", "Vårdval får ett bidrag på 3 mnkr 2026.",
        "Lokalerna som Vårdval hyr kostar 15 mnkr 2026.", "Utfallet för Vårdval 2026 blev 13 mnkr.",
        "Vårdval kostade 15 mnkr 2026 enligt bokslutet.", "Vårdval kostar 15 mnkr 2026 jämfört med tidigare.",
        "Ny teknik inom Vårdval kostar 15 mnkr 2026.", "Nämnden och Vårdval kostar 15 mnkr 2026.",
    ])
    func amountsThatAgreeOrMeanSomethingElseAreNot(sentence: String) throws {
        try expectNone(.amountDisagrees, amounts(sentence))
    }

    @Test func aSentenceIsHeldAgainstTheVersionThatItNames() throws {
        func plan(_ sentence: String) -> String {
            self.plan(
                "",
                "\(sentence)\n\nTable: B {#b .budget}\n\n| Post | Budget 2026 | Utfall 2026 |\n|---|---:|---:|\n"
                    + "| Vårdval | 12,5 | 13,0 |\n")
        }
        try expect(.amountDisagrees, plan("Utfallet för Vårdval 2026 är 1️⃣12,5 mnkr."))
        try expectNone(.amountDisagrees, plan("Utfallet för Vårdval 2026 är 13 mnkr."))
        try expectNone(.amountDisagrees, plan("Prognosen för Vårdval 2026 är 14 mnkr."))
        try expectNone(.amountDisagrees, plan("Vårdval kostar 13 mnkr 2026."))
    }

    private func amounts(_ sentence: String) -> String {
        plan(
            "",
            "\(sentence)\n\nTable: B {#b .budget}\n\n| Post | 2026 |\n|---|---:|\n| Vårdval | 12,5 |\n| Psykiatri | 3,0 |\n"
                + "| Summa | 15,5 |\n")
    }

    // MARK: Places

    @Test(arguments: ["#row-a1", "#mal", "#rubriken", "id:plan#row-a1", "id:plan#mal", "id:plan#rubriken", "id:plan"])
    func placesOnAPageAreKnown(target: String) throws {
        let text = plan("", "Se [här](\(target)).\n\n## Rubriken\n\n" + Self.goals)
        try expectNone(.brokenFragment, text)
        try expectNone(.brokenLink, text)
    }

    @Test func aPlaceThatIsNotOnThePageIsAWarning() throws {
        try expect(.brokenFragment, plan("", "Se 1️⃣[här](id:plan#saknas).\n\n" + Self.goals))
        try expect(.brokenLink, plan("", "Se 1️⃣[här](#row-a9).\n\n" + Self.goals))
    }

    // MARK: One mistake, one message

    @Test func whatCannotBeReadIsNotMissed() throws {
        // The row with the misspelt goal would have served it.
        try expectNone(.goalWithoutWork, plan("", Self.goals + activities("| En | A1 | | |\n| Två | A22 | | |\n")))
    }
}
