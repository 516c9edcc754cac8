import PlanModel

/// Findings about rows that were meant as a table and are read as text.
extension CatalogueEntry {
    static let brokenTable = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Raderna skulle bli en tabell men läses som vanlig text. Ofta har Word gjort långa streck av bindestrecken \
                under rubrikerna, eller så är kolumnerna inklistrade med tabbar, eller så skiljer en tom rad dem från \
                tabellen. Då räknas de inte med.
                """,
            en: """
                The rows were meant as a table but are read as ordinary text. Often Word has made long dashes of the \
                hyphens under the headings, or the columns were pasted with tabs, or a blank line sets the rows apart from \
                the table. They are then not counted.
                """),
        remedy: LocalizedText(
            sv: "Skriv raden som meddelandet visar den. Ta bort tomma rader inuti tabellen.",
            en: "Write the row as the message shows it. Remove blank lines within the table."),
        bad: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |

            | M2 | Kortare svarstider      |
            """),
        good: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |
            | M2 | Kortare svarstider      |
            """))

    static let looseTableRow = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Raden är skriven som en tabellrad men ingår inte i någon tabell. På sidan syns den som text med lodräta \
                streck.
                """,
            en: """
                The line is written like the row of a table but is in none. On the page it shows as text with bars.
                """),
        remedy: LocalizedText(
            sv:
                "Skriv raden `|---|---|` under rubrikerna, med lika många kolumner. Är det ingen tabell, ta bort strecken.",
            en:
                "Write the row `|---|---|` under the headings, with as many columns. If it is no table, remove the bars."
        ),
        bad: .plan(
            """
            | Ort    | Öppnar |
            | Västby | 2026   |
            """),
        good: .plan(
            """
            | Ort    | Öppnar |
            |--------|--------|
            | Västby | 2026   |
            """))
}
