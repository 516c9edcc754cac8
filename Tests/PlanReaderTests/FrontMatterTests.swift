import PlanModel
import PlanReader
import Testing

@Suite struct FrontMatterTests {
    private func page(_ text: String) throws -> Fixture { try Fixture(["Content/sida.md": text]) }

    @Test func aMisspeltKeyIsOneMistake() throws {
        try page("---\n1️⃣tpy: sida\n---\n").expect(.unknownKey)
        try page("---\n1️⃣tpye: page\ntitel: T\n---\n").expect(.unknownKey)
        let meeting = "Content/org/m.md"
        let org = "---\ntyp: organisation\ntitel: Org\n---\n"
        try Fixture(["Content/org/index.md": org, meeting: "---\ntyp: möte\n1️⃣datm: 2026-01-20\n---\n"]).expect(
            .unknownKey)
        try Fixture(["Content/org/index.md": org, meeting: "1️⃣---\ntyp: möte\n2️⃣ttel: M\n---\n"])
            .expect(.missingKey, .unknownKey)
    }

    @Test func keysInEitherLanguageAreRead() throws {
        let fixture = try Fixture([
            "Content/org/index.md": """
            ---
            typ: organisation
            titel: Region
            invånare: 343 746
            webbplats: https://example.se
            ---
            """,
            "Content/org/unit/index.md": """
            ---
            type: unit
            title: Office
            kind: administration
            short: RK
            tags: [ett, två]
            ---
            """,
        ])
        try fixture.expect()
        #expect(try fixture.entity("org").population == 343746)
        let unit = try fixture.entity("org/unit")
        #expect(unit.bodyKind == .administration)
        #expect(unit.shortName == "RK")
    }

    @Test func scalarsAreTextWhateverTheyLookLike() throws {
        let fixture = try Fixture(
            plan: "", keys: "sammanfattning: no\nkälla: 010\nperiod: 2019\ntaggar: [12:30, 2019-01-29]\n")
        try fixture.expect()
        let plan = try fixture.entity("org/p")
        #expect(plan.summary == "no")
        #expect(plan.text(.source) == "010")
        #expect(plan.period == Period(first: 2019))
        guard case .texts(let tags) = plan.fields[.tags]?.value else { throw Unexpected() }
        #expect(tags.map(\.value) == ["12:30", "2019-01-29"])
    }

    @Test func everyValueHasItsOwnPlace() throws {
        let fixture = try Fixture([
            "Content/org/index.md": "---\ntyp: organisation\n---\n",
            "Content/org/p/index.md":
                "---\r\ntyp: plan\r\nperiod:   1️⃣2019–2021\r\nbygger-på: [2️⃣a, 3️⃣b]\r\nansvarig: RS, 4️⃣RK\r\n---\r\n",
        ])
        let plan = try fixture.entity("org/p")
        #expect(plan.fields[.period]?.position == (try fixture.mark("1️⃣")))
        #expect(plan.references(.basedOn).map(\.position) == [try fixture.mark("2️⃣"), try fixture.mark("3️⃣")])
        #expect(plan.responsible()?.parts.last?.position == (try fixture.mark("4️⃣")))
    }

    @Test func decisionAndAgendaHaveKeysOfTheirOwn() throws {
        let fixture = try Fixture(
            plan: "", keys: "beslut:\n  organ: RS\n  date: 2019-01-29\n  paragraf: § 4\n",
            [
                "Content/org/m.md": """
                ---
                typ: möte
                datum: 2024-11-20
                tid: 13:30
                dagordning:
                  - titel: Planen
                    handlingar: [p]
                    förslag: Planen antas
                  - title: Övrigt
                ---
                """
            ])
        try fixture.expect()
        let decision = try fixture.entity("org/p").decision
        #expect(decision?.date?.value.text == "2019-01-29")
        #expect(decision?.paragraph?.value == "§ 4")
        let meeting = try fixture.entity("org/m")
        #expect(meeting.text(.time) == "13:30")
        #expect(meeting.agenda.map(\.title.value) == ["Planen", "Övrigt"])
        #expect(meeting.agenda.first?.documents.map(\.value) == ["p"])
    }

    @Test func valuesByPeriodAreRead() throws {
        let fixture = try Fixture(
            plan: "",
            [
                "Content/org/p/i.md":
                    "---\ntyp: indikator\nvärden:\n  2019: 30 %\n  2025-T1: 31 %\nmålvärde: \"2020: 40 %\"\nenhet: procent\n---\n"
            ])
        try fixture.expect()
        let indicator = try fixture.entity("org/p/i")
        #expect(indicator.values(.values).map(\.text) == ["30 %", "31 %"])
        #expect(indicator.values(.target).map(\.period?.text) == ["2020"])
    }

    @Test func missingFrontMatterIsReported() throws { try page("1️⃣Hej\n").expect(.frontMatterMissing) }

    @Test func unclosedFrontMatterIsReportedOnceAndTheIdStaysKnown() throws {
        let fixture = try page("1️⃣---\ntyp: sida\ntitel: Hej\n\nText\n")
        try fixture.expect(.frontMatterUnclosed)
        #expect(try fixture.entity("sida").title == "Hej")
        let plan = try Fixture([
            "Content/org/index.md": "1️⃣---\ntyp: organisation\n\nText\n\nTabell: T {#t .mål}\n\n| Mål |\n|--|\n| Ett |\n"
        ])
        try plan.expect(.frontMatterUnclosed)
        #expect(try plan.entity("org/ett").kind == .goal)
    }

    @Test(arguments: [
        ("titel: a: b", 9, DiagnosticCode.yamlSyntax), ("titel: [a, b", 1, .yamlSyntax), ("titel: \"a", 8, .yamlSyntax),
        ("beslut:\n\torgan: x", 1, .yamlTab), ("titel: *x", 8, .yamlAlias), ("titel: &x y", 8, .yamlAlias),
        ("titel: !x y", 8, .yamlSyntax), ("titel: @x", 8, .yamlSyntax), ("? [a]\n: b", 3, .yamlSyntax),
    ])
    func brokenYAMLIsOneFindingInItsPlace(yaml: String, column: Int, code: DiagnosticCode) throws {
        let findings = try page("---\ntyp: sida\n\(yaml)\n---\n").findings()
        #expect(findings.map(\.code) == [code])
        #expect(findings.first?.position.column == column, "\(findings)")
    }

    @Test func frontMatterIsOneMapping() throws {
        try page("---\n1️⃣- typ\n- sida\n---\n").expect(.wrongValueType)
        try page("---\ntyp: sida\n...\n1️⃣titel: x\n---\n").expect(.yamlSyntax)
    }

    @Test func deepNestingAndNullBytesAreRefused() throws {
        let deep = String(repeating: "[", count: 5000)
        #expect(try page("---\ntyp: sida\ntitel: \(deep)\n---\n").findings().map(\.code) == [.yamlTooDeep])
        #expect(try page("---\ntyp: sida\ntitel: a\0b\n---\n").findings().map(\.code) == [.yamlSyntax])
    }

    @Test func aliasBombIsRefusedAtItsFirstAnchor() throws {
        var bomb = "a0: 1️⃣&a0 [x]\n"
        for level in 1...30 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        try page("---\ntyp: sida\n\(bomb)---\n").expect(.yamlAlias)
    }

    @Test func repeatedKeysAreReportedInAllLanguages() throws {
        try page("---\ntyp: sida\ntitel: a\n1️⃣titel: b\n2️⃣title: c\n---\n").expect(.duplicateKey, .duplicateKey)
    }

    @Test func unknownKeyNamesTheNearest() throws {
        let fixture = try Fixture(plan: "", keys: "1️⃣ansvrig: RK\n")
        try fixture.expect(.unknownKey)
        let finding = try #require(try fixture.read().manuscript.diagnostics.first)
        #expect(finding.message.swedish == "okänd nyckel 'ansvrig'; menade du 'ansvarig'?")
        #expect(finding.message.english == "unknown key 'ansvrig'; did you mean 'ansvarig'?")
    }

    @Test func keysAreExactLowerCase() throws {
        try page("---\ntyp: sida\n1️⃣Titel: b\n---\n").expect(.unknownKey)
    }

    @Test func keysOfOtherTypesAreNotAllowed() throws {
        try page("---\ntyp: sida\n1️⃣period: 2019\n---\n").expect(.keyNotAllowed)
    }

    @Test func wordsOfClosedListsAreChecked() throws {
        let fixture = try Fixture(
            plan: "", keys: "status: 1️⃣beslutadd\n",
            [
                "Content/org/p/g.md": "---\ntyp: mål\nslag: 2️⃣resultatmåll\nstatus: 3️⃣beslutad\n---\n",
                "Content/org/p/i.md": "---\ntyp: indikator\nriktning: 4️⃣uppåt\n---\n",
                "Content/org/p/h.md": "---\ntyp: 5️⃣mååål\n---\n",
            ])
        try fixture.expect(.unknownStatus, .unknownKind, .unknownStatus, .invalidValue, .unknownType)
    }

    @Test func valuesOfTheWrongKindAreReported() throws {
        let fixture = try Fixture(
            plan: "", keys: "period: 1️⃣2019-13\nbeslut: 2️⃣RS\nenhet: 3️⃣mxkr\npublicera: 4️⃣kanske\n",
            [
                "Content/org/index.md":
                    "---\ntyp: organisation\ninvånare: 5️⃣många\nwebbplats: 6️⃣javascript:x\ntitel: 7️⃣[a]\n---\n",
                "Content/org/m.md": "---\ntyp: möte\ndatum: 8️⃣2019-02-30\n---\n",
                "Content/org/n.md": "---\ntyp: möte\ndatum: 9️⃣2019-02\n---\n",
            ])
        try fixture.expect(
            .invalidPeriod, .wrongValueType, .unknownUnit, .wrongValueType, .wrongValueType, .unsafeLink,
            .wrongValueType,
            .invalidDate, .invalidDate)
    }

    @Test func missingTypeAndMissingDateAreReported() throws {
        let fixture = try Fixture(
            plan: "", ["Content/org/a.md": "1️⃣---\ntitel: A\n---\n", "Content/org/m.md": "2️⃣---\ntyp: möte\n---\n"])
        try fixture.expect(.missingKey, .missingKey)
    }

    @Test func nestedKeysAreChecked() throws {
        let fixture = try Fixture(
            plan: "", keys: "beslut:\n  1️⃣orgn: RS\n  organ: RS\n  2️⃣body: RS\n",
            [
                "Content/org/m.md":
                    "---\ntyp: möte\ndatum: 2024-01-01\ndagordning:\n  - 3️⃣Bara text\n  - 4️⃣förslag: Bifall\n---\n"
            ])
        try fixture.expect(.unknownKey, .duplicateKey, .wrongValueType, .missingKey)
    }
}

/// A value had another form than the test is about.
struct Unexpected: Error {}
