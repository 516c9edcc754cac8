import PlanBuild
import PlanModel
import PlanReader
import Testing

/// What a record keeps of the content is what was read, value by value.
@Suite struct ContentRecordTests {
    @Test func theExampleIsReadAsItWasWritten() throws {
        let checked = try Builder(Builder.Options(project: Project.repository, defaults: Project.repository)).check()
        try expectRoundTrip(checked.reading.content, checked.diagnostics)
    }

    @Test func whatTheExampleLacksIsReadAsItWasWritten() throws {
        let project = try Project([
            "org/index.md":
                "---\ntyp: organisation\ntitel: Org\ninvånare: 12000\n---\n\nText ![bild](x.png) [A1] [länk](id:org).\n",
            "org/plan/index.md": """
            ---
            typ: plan
            titel: Planen
            period: 2026-T1
            enhet: mnkr
            beslut: {organ: Nämnden, datum: 2026-01, paragraf: § 1, diarienummer: D 1}
            ---

            <!-- klarplan: tysta sum-mismatch: skäl -->

            Tabell: Budget {#budget .budget totals="Summa; Alla" goals="A1" accept="känt"}

            | Post | Budget 2026 | Andel % | Utfall 2025 |
            |---|---:|---:|---:|
            | Skolan | 12 | 1.5 | 12 kr |
            | Vården | x1 | – | 2 54 |
            | Annat | 123456789012345678901234567890123456789 | +3 | 5 fot |
            | Summa | 1 | 2 | 3 |

            Tabell: Ramar {#ramar .ramändring totals=none frames=budget unit=okänd}

            | Post | Ram 2026 | Orsak |
            |---|---:|---|
            | Skolan | 1 | Löner |

            Tabell: Mål {.mål}

            | Id | Mål | Perspektiv |
            |---|---|---|
            | A1 | Målet | Barn |

            Skolan får 15 mnkr 2026 enligt SKR.

            """,
            "org/plan/index.en.md": "---\ntitle: The plan\nsummary: In short\n---\n\nText.\n",
            "org/plan/fel.md": "---\ntyp: mål\ntitel: x\nperiod: tjugo\nwebb: y\n---\n",
            "org/moten/kf.md": "---\ntyp: sammanträde\ntitel: KF\ndatum: 2026-02-03\n---\n",
        ])
        let checked = try project.check()
        #expect(!checked.diagnostics.isEmpty)
        try expectRoundTrip(checked.reading.content, checked.diagnostics)
    }

    @Test func whatIsNotWholeIsRefused() throws {
        let project = try Project(["org/index.md": "---\ntyp: organisation\ntitel: Org\n---\n\nText.\n"])
        let bytes = Self.bytes(ContentRecord(content: try project.check().reading.content, beside: []))
        for length in 0..<bytes.count {
            #expect(throws: (any Error).self) {
                try ContentRecord(Array(bytes[..<length]), titleHeadings: [:], ownFindings: [:])
            }
        }
        // Any byte may be another: that is refused or gives something else, and never ends the program.
        for place in bytes.indices {
            for mask: UInt8 in [0x01, 0x80, 0xFF] {
                var other = bytes
                other[place] ^= mask
                _ = try? ContentRecord(other, titleHeadings: [:], ownFindings: [:])
            }
        }
    }

    private static func bytes(_ record: ContentRecord) -> [UInt8] {
        var bytes: [UInt8] = []
        record.write { bytes += $0 }
        return bytes
    }

    private func expectRoundTrip(_ content: ContentMeaning, _ findings: [Diagnostic]) throws {
        let record = ContentRecord(content: content, beside: findings)
        let again = try ContentRecord(
            Self.bytes(record), titleHeadings: content.titleHeadings, ownFindings: content.ownFindings)
        #expect(again.beside == findings)
        #expect(Difference.first(of: again.content, content, at: "content") == nil)
    }
}
