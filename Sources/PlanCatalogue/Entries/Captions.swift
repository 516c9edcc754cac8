import PlanModel

/// Findings about captions and the shape of tables.
extension CatalogueEntry {
    static let captionWithoutTable = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En rad börjar med `Tabell:` men har ingen tabell bredvid sig och pekar inte på någon fil med `src=`. \
                Raden skulle försvinna från sidan.
                """,
            en: """
                A line begins with `Table:` but has no table beside it and names no file with `src=`. The line would \
                vanish from the page.
                """),
        remedy: LocalizedText(
            sv: "Flytta raden till tabellen den hör till, eller skriv om den till vanlig text.",
            en: "Move the line to the table it belongs to, or write it as ordinary text."),
        bad: .plan("Tabell: Mål 2026 {#mal .mål}\n\nMålen kommer i mars."),
        good: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |
            """))

    static let captionSyntax = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Det som står inom klamrar efter tabellens rubrik går inte att läsa. Där skrivs id med `#`, klass med \
                `.` och uppgifter som `unit=tkr`, med mellanslag emellan.
                """,
            en: """
                What stands in braces after the table's caption can't be read. An id is written with `#`, a class with \
                `.`, and attributes as `unit=tkr`, with spaces between.
                """),
        remedy: LocalizedText(
            sv: "Rätta tecknet som meddelandet pekar på. Värden med mellanslag står inom raka citattecken.",
            en: "Mend the character that the message points at. Values with spaces stand in straight quotes."),
        bad: .plan(
            """
            Tabell: Mål 2026 {#mal .mål

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |
            """),
        good: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |
            """))

    static let unknownTableClass = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Klassen säger vad tabellens rader är. Den som står här finns inte, så raderna skulle varken bli mål, \
                aktiviteter eller pengar.
                """,
            en: """
                The class says what the rows of the table are. The one that stands here doesn't exist, so the rows \
                would become neither goals, activities nor money.
                """),
        remedy: LocalizedText(
            sv: "Rätta stavningen. Ska tabellen bara visas, ta bort klassen.",
            en: "Mend the spelling. If the table is only to be shown, remove the class."),
        bad: .plan(
            """
            Tabell: Aktiviteter 2026 {#aktiviteter .aktivitet}

            | Id | Aktivitet          |
            |----|--------------------|
            | A1 | Publicera planerna |
            """),
        good: .plan(
            """
            Tabell: Aktiviteter 2026 {#aktiviteter .aktiviteter}

            | Id | Aktivitet          |
            |----|--------------------|
            | A1 | Publicera planerna |
            """))

    static let unknownColumn = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Kolumnens rubrik liknar en som har en betydelse, men en bokstav eller två skiljer. Kolumnen skulle \
                bli vanlig text, och uppgifterna i den skulle inte kopplas till något.
                """,
            en: """
                The column's heading is like one that has a meaning, but for a letter or two. The column would become \
                plain text, and what it says would be tied to nothing.
                """),
        remedy: LocalizedText(
            sv: "Rätta stavningen. Är det en egen kolumn, ge den ett namn som skiljer sig mer.",
            en: "Mend the spelling. If the column is your own, give it a name that differs more."),
        bad: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     | Ansvarg         |
            |----|-------------------------|-----------------|
            | M1 | Fler hittar information | Kommunstyrelsen |
            """),
        good: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     | Ansvarig        |
            |----|-------------------------|-----------------|
            | M1 | Fler hittar information | Kommunstyrelsen |
            """))

    static let duplicateColumn = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Två kolumner betyder samma sak. Det går inte att veta vilken som gäller.",
            en: "Two columns mean the same. Nobody can tell which of them counts."),
        remedy: LocalizedText(
            sv: "Ta bort den ena, eller ge den en rubrik utan särskild betydelse.",
            en: "Remove one of them, or give it a heading without a meaning of its own."),
        bad: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     | Ansvarig        | Ansvarig       |
            |----|-------------------------|-----------------|----------------|
            | M1 | Fler hittar information | Kommunstyrelsen | Kommunkansliet |
            """),
        good: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     | Ansvarig                        |
            |----|-------------------------|---------------------------------|
            | M1 | Fler hittar information | Kommunstyrelsen, Kommunkansliet |
            """))

    static let missingColumn = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Tabellen saknar en kolumn som klassen kräver, till exempel den som säger vad målet heter.",
            en: "The table lacks a column that its class requires, such as the one that says what the goal is called."),
        remedy: LocalizedText(
            sv: "Lägg till kolumnen, eller ta bort klassen om raderna är något annat.",
            en: "Add the column, or remove the class if the rows are something else."),
        bad: .plan(
            """
            Tabell: Aktiviteter 2026 {#aktiviteter .aktiviteter}

            | Id | Ansvarig        |
            |----|-----------------|
            | A1 | Kommunstyrelsen |
            """),
        good: .plan(
            """
            Tabell: Aktiviteter 2026 {#aktiviteter .aktiviteter}

            | Id | Aktivitet          | Ansvarig        |
            |----|--------------------|-----------------|
            | A1 | Publicera planerna | Kommunstyrelsen |
            """))
}
