import PlanModel

/// Findings about what can be read in two ways, or may have been forgotten.
extension CatalogueEntry {
    static let doubtfulValue = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Värdet går att läsa, men troligen inte som det var tänkt: typografiska citattecken från Word, ett klockslag \
                eller en dag som inte finns, eller ett tal vars punkt kan skilja både tusental och decimaler.
                """,
            en: """
                The value can be read, but most likely not as it was meant: typographic quotation marks from Word, a time or \
                a day that doesn't exist, or a number whose point may set apart thousands as well as decimals.
                """),
        remedy: LocalizedText(
            sv: "Skriv värdet som meddelandet visar.", en: "Write the value as the message shows it."),
        bad: .files(
            ExampleFile(
                "Content/org/mote.md",
                "---\ntyp: möte\ntitel: Nämnden\ndatum: 2026-03-10\ntid: \"25:70\"\n---\n\nVi ses.\n")
        ),
        good: .files(
            ExampleFile(
                "Content/org/mote.md",
                "---\ntyp: möte\ntitel: Nämnden\ndatum: 2026-03-10\ntid: \"13:00\"\n---\n\nVi ses.\n")
        ))

    static let possibleReference = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Ett ord inom hakparentes ser ut som ett id: planen har andra id med samma bokstäver, men inte det här. Det \
                blir ingen länk.
                """,
            en: """
                A word in brackets looks like an id: the plan has others with the same letters, but not this one. It becomes \
                no link.
                """),
        remedy: LocalizedText(
            sv: "Rätta id:t. Är det ingen hänvisning, ta bort hakparentesen.",
            en: "Mend the id. If it is no reference, remove the brackets."),
        bad: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |

            Det här bidrar till [M7].
            """),
        good: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |

            Det här bidrar till [M1].
            """))

    static let reportWithoutPeriod = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Uppföljningen säger inte vilken tid den gäller, så utfallen i den kan inte ordnas i tid.",
            en: "The report doesn't say which time it is about, so its outcomes can't be put in order."),
        remedy: LocalizedText(
            sv: "Skriv `period: 2026-T1` överst i filen, eller det år, den månad eller det kvartal som gäller.",
            en: "Write `period: 2026-T1` at the top of the file, or the year, month or quarter that it is about."),
        bad: .files(
            ExampleFile("Content/org/plan/delar.md", "---\ntyp: uppföljning\ntitel: Delår\n---\n\nSå gick det.\n")
        ),
        good: .files(
            ExampleFile(
                "Content/org/plan/delar.md",
                "---\ntyp: uppföljning\ntitel: Delår\nperiod: 2026-T1\n---\n\nSå gick det.\n")
        ))
}
