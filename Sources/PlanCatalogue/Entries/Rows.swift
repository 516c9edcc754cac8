import PlanModel

/// Findings about rows, CSV files and translated tables.
extension CatalogueEntry {
    static let tooManyCells = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Raden har fler celler än tabellen har rubriker. Det som är för mycket skulle försvinna från sidan, och \
                ofta står alla värden efter det extra strecket i fel kolumn.
                """,
            en: """
                The row has more cells than the table has headings. What is too much would vanish from the page, and \
                often all values after the extra bar stand in the wrong column.
                """),
        remedy: LocalizedText(
            sv: "Ta bort det lodräta streck som är för mycket. Ska strecket synas i texten, skriv `\\|`.",
            en: "Remove the bar that is too much. If the bar is part of the text, write `\\|`."),
        bad: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information | i tid |
            """),
        good: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                           |
            |----|-------------------------------|
            | M1 | Fler hittar information i tid |
            """))

    static let indentedTableRow = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Raden är indragen fyra steg eller mer. I Markdown är det ett kodstycke, så tabellen tar slut där och \
                resten blir text med streck.
                """,
            en: """
                The row is indented by four or more. In Markdown that is a block of code, so the table ends there and \
                the rest becomes text with bars.
                """),
        remedy: LocalizedText(sv: "Ta bort indraget.", en: "Remove the indentation."),
        bad: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |
                | M2 | Kortare svarstider  |
            """),
        good: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |
            | M2 | Kortare svarstider      |
            """))

    static let emptyTitle = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Raden ska bli ett mål, en aktivitet eller liknande, men säger inte vad det heter.",
            en: "The row is to become a goal, an activity or the like, but doesn't say what it is called."),
        remedy: LocalizedText(
            sv: "Skriv vad raden heter, eller ta bort den.", en: "Write what the row is called, or remove it."),
        bad: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |
            | M2 |                         |
            """),
        good: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |
            | M2 | Kortare svarstider      |
            """))

    static let csvSyntax = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                CSV-filen går inte att läsa som en tabell, oftast för att ett citattecken inleds men aldrig stängs. Då \
                blir resten av filen en enda cell.
                """,
            en: """
                The CSV file can't be read as a table, mostly because a quotation mark is opened and never closed. \
                Then the rest of the file becomes a single cell.
                """),
        remedy: LocalizedText(
            sv: "Stäng citattecknet, eller spara filen på nytt från kalkylprogrammet.",
            en: "Close the quotation mark, or save the file anew from the spreadsheet."),
        bad: csv("Post;2026\nPersonal;850\n\"Övriga kostnader;250\n"),
        good: csv("Post;2026\nPersonal;850\nÖvriga kostnader;250\n"))

    private static func csv(_ text: String) -> Example {
        let caption = "Tabell: Budget 2026 {#budget .budget src=budget.csv}\n"
        return .files(
            ExampleFile(ExampleFrame.plan, ExampleFrame.planHeader + caption, shown: caption),
            ExampleFile("Content/org/plan/budget.csv", text))
    }

    static let rowDisagrees = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Samma mål står både som rad i en tabell och som egen fil, och de säger olika saker. Det går inte att \
                veta vilket som gäller.
                """,
            en: """
                The same goal stands both as a row of a table and as a file of its own, and the two say different \
                things. Nobody can tell which of them counts.
                """),
        remedy: LocalizedText(
            sv: "Skriv samma sak på båda ställena, eller ta bort uppgiften på det ena.",
            en: "Write the same in both places, or remove it from one of them."),
        bad: rowAndFile(title: "Fler hittar fram"),
        good: rowAndFile(title: "Fler hittar information"))

    private static func rowAndFile(title: String) -> Example {
        .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |
            """,
            with: ExampleFile("Content/org/plan/M1.md", "---\ntyp: mål\ntitel: \(title)\n---\n\nMer om målet.\n"))
    }

    static let translationDiffers = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Översättningen säger något annat än originalet: en siffra, ett id eller en rad skiljer. En läsare på \
                engelska skulle få andra uppgifter än en på svenska.
                """,
            en: """
                The translation says something else than the original: a figure, an id or a row differs. A reader in \
                English would learn other things than one in Swedish.
                """),
        remedy: LocalizedText(
            sv: "Rätta översättningen så att tal, id och rader är desamma. På engelska skrivs 1,234.5.",
            en: "Mend the translation so that figures, ids and rows are the same. English writes 1,234.5."),
        bad: translation(figure: "1,200"),
        good: translation(figure: "1,100"))

    private static func translation(figure: String) -> Example {
        .plan(
            """
            Tabell: Budget 2026 {#budget .budget}

            | Post     | Budget 2026 |
            |----------|------------:|
            | Personal |       1 100 |
            """,
            with: ExampleFile(
                "Content/org/plan/index.en.md",
                """
                ---
                title: Operational plan 2026
                ---

                Table: Budget 2026 {#budget .budget}

                | Item  | Budget 2026 |
                |-------|------------:|
                | Staff |       \(figure) |

                """),
            .silent("Site/site.yaml", "title: Planer\nlanguages: [sv, en]\n"))
    }

    static let translationWithoutOriginal = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Filens namn slutar på `.en.md`, så den är en översättning, men det finns ingen fil att översätta: \
                `om.en.md` hör till `om.md`.
                """,
            en: """
                The file's name ends with `.en.md`, so it is a translation, but there is no file that it translates: \
                `om.en.md` belongs to `om.md`.
                """),
        remedy: LocalizedText(
            sv: "Skriv originalet bredvid, eller ge filen rätt namn.",
            en: "Write the original beside it, or give the file the right name."),
        bad: .files(
            ExampleFile("Content/org/om.en.md", "---\ntype: page\ntitle: About the plans\n---\n\nText.\n"),
            .silent("Site/site.yaml", "title: Planer\nlanguages: [sv, en]\n")),
        good: .files(
            ExampleFile("Content/org/om.md", "---\ntyp: sida\ntitel: Om planerna\n---\n\nText.\n"),
            ExampleFile("Content/org/om.en.md", "---\ntype: page\ntitle: About the plans\n---\n\nText.\n"),
            .silent("Site/site.yaml", "title: Planer\nlanguages: [sv, en]\n")))
}
