import PlanModel
import PlanReader
import Testing

@Suite struct TableTests {
    @Test func rowsBecomeEntitiesWithPlacedFields() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Åtgärder {#atg .aktiviteter}

                | Åtgärd*         | Koppling till mål och utveckling | Tidplan | Ansvarig | Status |
                |-----------------|-----|----|----|---|
                | 1️⃣Bygga **bro**   | A1, 2️⃣A2 | 2019 | 3️⃣RK och 4️⃣RS | Enligt plan |
                | Bygga bro       | –   |    |    |   |
                |                 |     |    |    |   |
                """)
        try fixture.expect()
        let entities = try fixture.read().manuscript.entities.filter { $0.kind == .activity }
        #expect(entities.map(\.id.text) == ["org/p/bygga-bro", "org/p/bygga-bro-2"])
        let first = try #require(entities.first)
        #expect(first.title == "Bygga bro")
        #expect(first.references(.goals).map(\.value) == ["A1", "A2"])
        #expect(first.references(.goals).last?.position == (try fixture.mark("2️⃣")))
        #expect(first.responsible()?.parts.map(\.value) == ["RK och RS", "RK", "RS"])
        #expect(first.responsible()?.parts.last?.position == (try fixture.mark("4️⃣")))
        #expect(first.status == .onTrack)
        #expect(first.position == (try fixture.mark("1️⃣")))
        #expect(first.row == RowPlace(table: EntityID("org/p/atg"), row: 0))
        #expect(first.plan?.text == "org/p")
        #expect(entities.last?.fields.isEmpty == true)
        let table = try fixture.table("org/p/atg")
        #expect(table.rows.map(\.entity?.local) == ["bygga-bro", "bygga-bro-2", nil])
        #expect(
            table.columns.map(\.role) == [.title, .field(.goals), .field(.schedule), .field(.owner), .field(.status)])
    }

    @Test func writtenIdsGoBeforeMadeOnes() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Ett {.mål}

                | Id | Mål |
                |----|-----|
                |    | Hälsa |
                | halsa | Annat |

                Tabell: Två {.mål}

                | Mål |
                |-----|
                | En vid titel som är så lång att den måste kortas av vid ett ord någonstans |
                | Två |
                """)
        try fixture.expect()
        let ids = try fixture.read().manuscript.entities.filter { $0.kind == .goal }.map(\.id.local)
        #expect(
            ids.sorted() == [
                "en-vid-titel-som-ar-sa-lang-att-den-maste-kortas-av-vid-ett", "halsa", "halsa-2", "tva-2",
            ])
    }

    @Test func everyClassIsKnownInBothLanguages() throws {
        for tableClass in TableClass.allCases {
            for name in [tableClass.rawValue] + tableClass.spellings {
                let fixture = try Fixture(
                    plan: """
                        Table: T {#t .\(name)}

                        | Id | Mål | Uppdrag | Åtgärd | Program | Prioritering | Indikator | Kontrollområde | Risk | Datum | Term |
                        |-|-|-|-|-|-|-|-|-|-|-|
                        """)
                #expect(try fixture.table("org/p/t").class == tableClass, "\(name)")
            }
        }
    }

    @Test func captionMistakesAreReported() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Ett {#a .1️⃣gaols}

                | Goal |
                |------|
                | Ett |

                Tabell: Två {#b .budget 2️⃣enhet=mnkr unit=3️⃣mxkr .4️⃣ramar}

                | Post | 2019 |
                |------|------|
                | A    | 1    |

                Tabell: Tre {#c .mål src=5️⃣x.csv}

                Tabell: Fyra

                | Vad | 2019 |
                |-----|------|
                | x   | y | z |
                """)
        try fixture.expect(
            .unknownTableClass, .unknownKey, .unknownUnit, .captionSyntax, .brokenLink)
    }

    @Test func theSameAttributeTwiceAndAnEmptyReasonAreReported() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Ett {#a .budget unit=mnkr 1️⃣unit=tkr accept="2️⃣"}

                | Post | 2019 |
                |------|------|
                | A    | 1    |
                """)
        try fixture.expect(.duplicateKey, .captionSyntax)
    }

    @Test func attributesOfTheCaptionAreKept() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Ett {#a .ramförändringar unit=tkr goals="A1 A2" totals="2️⃣Netto; 1️⃣Allt" accept="Så tryckt" frames=fp/x}

                | Post | 2019 |
                |------|------|
                | A    | 1    |

                Tabell: Två {#b .budget totals=none}

                | Post | Mål | 2019 |
                |------|-----|------|
                | A    | A1, A2 | 1 |
                """, keys: "enhet: mnkr\n")
        try fixture.expect()
        let table = try fixture.table("org/p/a")
        #expect(table.unit == .tkr)
        #expect(table.attributes.goals.map(\.value) == ["A1", "A2"])
        #expect(
            table.attributes.totals
                == .named([
                    Located("Netto", at: try fixture.mark("2️⃣")),
                    Located("Allt", at: try fixture.mark("1️⃣")),
                ]))
        #expect(table.attributes.accept?.value == "Så tryckt")
        #expect(table.attributes.frames?.value == "fp/x")
        let other = try fixture.table("org/p/b")
        #expect(other.unit == .mnkr)
        #expect(other.attributes.totals == .none)
        #expect(other.rows.first?.goals.map(\.value) == ["A1", "A2"])
    }

    @Test func tablesNeedIdsOfTheirOwn() throws {
        let table = "\n| Mål |\n|-----|\n"
        let fixture = try Fixture(
            plan: """
                Tabell: Mål {#mal .mål}
                \(table)
                Tabell: Mer {#1️⃣MAL .mål}
                \(table)
                Tabell: Samma ord {.mål}
                \(table)
                2️⃣Tabell: Samma ord {.mål}
                \(table)
                Tabell: Fel tecken {#3️⃣a/b .mål}
                \(table)
                """)
        try fixture.expect(.duplicateID, .duplicateID, .invalidID)
    }

    @Test func repeatedRowsAreReported() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Mål {#m .mål}

                | Id | Mål |
                |----|-----|
                | A1 | Ett |
                | 1️⃣a1 | Två |
                | 2️⃣a b | Tre |
                | m | Fyra |
                """.replacing("| m |", with: "| 3️⃣m |"))
        try fixture.expect(.duplicateID, .invalidID, .duplicateID)
    }

    @Test func headingsAreKnownByTheirFirstWords() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Kontroll {#k .internkontroll}

                | ID-nummer | KONTROLLOMRÅDE[^1] | **Kontrollmål** för året | Väsentlighet och riskbedömning (1–4) | Mål/kod | Kontrollmomentets namn |
                |---|---|---|---|---|---|
                | K1 | Jäv | Regler | 3 | A1 | x |

                [^1]: Not.
                """)
        try fixture.expect()
        #expect(
            try fixture.table("org/p/k").columns.map(\.role) == [
                .id, .title, .field(.objective), .field(.assessment), .field(.goals), .text,
            ])
    }

    @Test func headingsThatMissByALetterOrTwoAreErrors() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Åtgärder {#a .aktiviteter}

                | 1️⃣Åtgrd | 2️⃣Koppling till måål | 3️⃣Tidplna för arbetet | Område | IT | Nr |
                |---|---|---|---|---|---|
                | Bygga | A1 | 2019 | x | x | 1 |

                Tabell: Mål {#m .mål}

                | Mål | 4️⃣Persepktiv | Statistik | 5️⃣Mal |
                |-----|---|---|---|
                | Ett | x | y | z |
                """)
        try fixture.expect(.unknownColumn, .unknownColumn, .unknownColumn, .unknownColumn, .unknownColumn)
        #expect(try fixture.entity("org/p/bygga").references(.goals).map(\.value) == ["A1"])
        #expect(try fixture.findings().first?.words == "okänd kolumn 'Åtgrd'; menade du 'Åtgärd'?")
    }

    @Test func columnsWithTheSameMeaningAndMissingTitlesAreErrors() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Åtgärder {#a .aktiviteter}

                | Åtgärd | 1️⃣Aktivitet |
                |---|---|
                | Bygga | x |

                Tabell: Mål {#m .mål}

                | 2️⃣Id | Namn |
                |-----|---|
                | A1 | y |

                Tabell: Mål till {#n .mål}

                | Id | Mål | Ansvarig |
                |-----|---|--|
                | A2 | 3️⃣ | RS |
                | A3 |
                |    |   | 4️⃣RS |

                Tabell: Datum {#d .tidslinje}

                | 5️⃣Dag |
                |-----|
                | A2 |
                """.replacing("| A2 | 3️⃣ | RS |", with: "| A2 |3️⃣   | RS |").replacing(
                    "|    |   | 4️⃣RS |", with: "|    |4️⃣   | RS |"))
        let codes = try fixture.findings().map(\.code)
        #expect(
            codes == [
                .duplicateColumn, .missingColumn, .emptyTitle, .emptyTitle, .emptyTitle, .missingColumn,
            ])
    }

    @Test func rowsWithTooManyCellsAreErrorsInTablesWithAClass() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Mål {#m .mål}

                | Id | Mål |
                |----|-----|
                | A1 | Ett | 1️⃣för mycket | mer |
                | A2 | Två |  |

                Tabell: Vanlig

                | a |
                |---|
                | b | c |
                """)
        let findings = try fixture.findings()
        #expect(findings.map(\.code) == [.tooManyCells, .tooManyCells])
        #expect(findings.first?.position == (try fixture.mark("1️⃣")))
    }

    @Test func milestonesNeedDates() throws {
        let fixture = try Fixture(
            plan: """
                Tabell: Datum {#d .tidslinje}

                | Datum | Händelse | Organ |
                |-------|----------|-------|
                | 2019-01-29 | Beslut | RS |
                | 2019-02 | Mer | |
                | 1️⃣29 januari | Fel | |
                | – | Okänt | |
                """)
        try fixture.expect(.invalidDate)
    }

    @Test func outcomesReferAndDoNotDefine() throws {
        let fixture = try Fixture(
            plan: "",
            [
                "Content/org/p/r.md": """
                ---
                typ: uppföljning
                period: 2019-T1
                ---

                Tabell: Utfall {#u .utfall}

                | Id | Utfall | Bedömning | Kommentar |
                |----|--------|-----------|-----------|
                | A1 | 30 %   | enligt plan | Bra |
                | A1 | 30 %   | 1️⃣enligt plann | Bra |
                |2️⃣  | 30 %   | klar | Bra |
                """
            ])
        try fixture.expect(.unknownStatus, .emptyTitle)
        #expect(try fixture.read().manuscript.entities.map(\.id.local).sorted() == ["org", "p", "r", "u"])
    }
}
