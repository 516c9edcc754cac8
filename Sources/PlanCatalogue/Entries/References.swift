import PlanModel

/// Findings about references between entities.
extension CatalogueEntry {
    static let unknownReference = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Texten eller tabellen hänvisar till ett id som inte finns, eller till något som inte är publicerat. \
                Läsaren skulle hamna ingenstans, och tråden mellan mål och aktivitet brista.
                """,
            en: """
                The text or table refers to an id that doesn't exist, or to something that isn't published. The \
                reader would end up nowhere, and the thread from goal to activity would break.
                """),
        remedy: LocalizedText(
            sv: """
                Rätta id:t, eller skapa det som fattas. Ett id prövas i samma plan, sedan som `PLAN/ID` i samma \
                organisation och sist i sin helhet.
                """,
            en: """
                Mend the id, or create what is missing. An id is tried in the same plan, then as `PLAN/ID` in the same \
                organisation, and last in full.
                """),
        bad: .plan(
            """
            Arbetet leder till [A1.22].

            Tabell: Mål 2026 {#mal .mål}

            | Id   | Mål                     |
            |------|-------------------------|
            | A1.2 | Fler hittar information |
            """),
        good: .plan(
            """
            Arbetet leder till [A1.2].

            Tabell: Mål 2026 {#mal .mål}

            | Id   | Mål                     |
            |------|-------------------------|
            | A1.2 | Fler hittar information |
            """))

    /// Two units that share a short name.
    private static let sharedName: [ExampleFile] = [
        .silent("Content/org/kansli/index.md", "---\ntyp: enhet\ntitel: Kansliet\nkortnamn: KS\n---\n"),
        .silent("Content/org/styrelse/index.md", "---\ntyp: enhet\ntitel: Kommunstyrelsen\nkortnamn: KS\n---\n"),
    ]

    static let ambiguousReference = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Flera enheter har samma kortnamn eller namn, så det går inte att veta vem som är ansvarig.",
            en: "Several units have the same short name or title, so nobody can tell who is responsible."),
        remedy: LocalizedText(
            sv: "Skriv enhetens id, eller ge enheterna olika kortnamn.",
            en: "Write the unit's id, or give the units different short names."),
        bad: .project(sharedName + [responsible("KS")], isFramed: true),
        good: .project(sharedName + [responsible("styrelse")], isFramed: true))

    private static func responsible(_ name: String) -> ExampleFile {
        let table =
            "Tabell: Mål {.mål}\n\n| Id | Mål | Ansvarig |\n|----|-----|----------|\n| M1 | Kortare köer | \(name) |\n"
        return ExampleFile(ExampleFrame.plan, ExampleFrame.planHeader + table, shown: table)
    }

    static let wrongReferenceType = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Hänvisningen leder till något som finns men är av fel typ. En aktivitet bidrar till ett mål, inte \
                till en annan aktivitet; då skulle tråden ledas fel.
                """,
            en: """
                The reference leads to something that exists but is of the wrong type. An activity contributes to a \
                goal, not to another activity; the thread would go astray.
                """),
        remedy: LocalizedText(
            sv: "Skriv id:t för något av rätt typ, eller flytta id:t till rätt nyckel eller kolumn.",
            en: "Write the id of something of the right type, or move the id to the right key or column."),
        bad: .plan(
            """
            Tabell: Mål {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |

            Tabell: Uppdrag {#uppdrag .uppdrag}

            | Id | Uppdrag               | Mål |
            |----|-----------------------|-----|
            | U1 | Förbättra webbplatsen | M1  |

            Tabell: Aktiviteter {#aktiviteter .aktiviteter}

            | Id | Aktivitet          | Mål |
            |----|--------------------|-----|
            | A1 | Publicera planerna | U1  |
            """),
        good: .plan(
            """
            Tabell: Mål {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |

            Tabell: Uppdrag {#uppdrag .uppdrag}

            | Id | Uppdrag               | Mål |
            |----|-----------------------|-----|
            | U1 | Förbättra webbplatsen | M1  |

            Tabell: Aktiviteter {#aktiviteter .aktiviteter}

            | Id | Aktivitet          | Uppdrag | Mål |
            |----|--------------------|---------|-----|
            | A1 | Publicera planerna | U1      | M1  |
            """))

    static let parentCircle = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Överordnade går i ring: det ena ligger under det andra, som ligger under det första. Då finns det \
                ingen början att följa tråden från. Detsamma gäller planer som bygger på eller ersätter varandra.
                """,
            en: """
                Parents go in a circle: one lies below another that lies below the first. Then there is no beginning \
                to follow the thread from. The same goes for plans that build on or replace each other.
                """),
        remedy: LocalizedText(sv: "Ta bort ett av leden.", en: "Remove one of the steps."),
        bad: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     | Överordnat |
            |----|-------------------------|------------|
            | M1 | Fler hittar information | M2         |
            | M2 | En öppen kommun         | M1         |
            """),
        good: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     | Överordnat |
            |----|-------------------------|------------|
            | M1 | Fler hittar information | M2         |
            | M2 | En öppen kommun         |            |
            """))
}
