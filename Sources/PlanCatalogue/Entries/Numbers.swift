import PlanModel

/// Findings about numbers and their units.
extension CatalogueEntry {
    static let invalidNumber = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En cell i en kolumn med pengar är inget tal. I svenska filer skrivs tal som 2 547,4. Andra ord i en \
                sådan kolumn gör att summorna inte går att räkna om.
                """,
            en: """
                A cell in a column of money isn't a number. Swedish files write 2 547,4, English ones 2,547.4. Other \
                words in such a column keep the sums from being computed.
                """),
        remedy: LocalizedText(
            sv: "Skriv talet. Saknas uppgiften, lämna cellen tom eller skriv ett tankstreck: det betyder inte noll.",
            en: "Write the number. If there is none, leave the cell empty or write a dash: that doesn't mean zero."),
        bad: .plan(
            """
            Tabell: Budget 2026 {#budget .budget}

            | Post     | Budget 2026 |
            |----------|------------:|
            | Personal |   cirka 850 |
            | Lokaler  |       120.5 |
            """),
        good: .plan(
            """
            Tabell: Budget 2026 {#budget .budget}

            | Post     | Budget 2026 |
            |----------|------------:|
            | Personal |         850 |
            | Lokaler  |       120,5 |
            """))

    static let unknownUnit = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Enheten för pengar går inte att läsa, så ingen vet om talen är kronor eller miljoner.",
            en: "The unit of money can't be read, so nobody knows whether the figures are kronor or millions."),
        remedy: LocalizedText(
            sv: "Skriv kr, tkr, mnkr, mdkr, EUR eller MEUR.", en: "Write kr, tkr, mnkr, mdkr, EUR or MEUR."),
        bad: .plan(
            """
            Tabell: Budget 2026 {#budget .budget unit=mnrk}

            | Post     | Budget 2026 |
            |----------|------------:|
            | Personal |         850 |
            """),
        good: .plan(
            """
            Tabell: Budget 2026 {#budget .budget unit=mnkr}

            | Post     | Budget 2026 |
            |----------|------------:|
            | Personal |         850 |
            """))

    static let missingUnit = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Varken cellen, kolumnens rubrik, tabellen, planen eller organisationen säger i vilken enhet pengarna \
                är. Läsaren måste då gissa.
                """,
            en: """
                Neither the cell, the column's heading, the table, the plan nor the organisation says in which unit \
                the money is. The reader has to guess.
                """),
        remedy: LocalizedText(
            sv: "Skriv `unit=tkr` på tabellen, eller `enhet: tkr` överst i planen.",
            en: "Write `unit=tkr` on the table, or `unit: tkr` at the top of the plan."),
        bad: unit(""),
        good: unit("enhet: tkr\n"))

    private static func unit(_ line: String) -> Example {
        .file(
            ExampleFrame.plan,
            """
            ---
            typ: plan
            titel: Verksamhetsplan 2026
            \(line)---

            Tabell: Budget 2026 {#budget .budget}

            | Post     | Budget 2026 |
            |----------|------------:|
            | Personal |         850 |
            """)
    }

    static let mixedCurrencies = CatalogueEntry(
        meaning: LocalizedText(
            sv: "En summa lägger ihop kronor och euro. Utan en kurs går de inte att räkna ihop.",
            en: "A sum adds kronor and euro. Without a rate they can't be added."),
        remedy: LocalizedText(
            sv: "Räkna om till en valuta och skriv kursen i en fotnot, eller dela tabellen i två.",
            en: "Convert to one currency and write the rate in a footnote, or split the table in two."),
        bad: .plan(
            """
            Tabell: Intäkter 2026 {#intakter .budget}

            | Post           | Budget 2026 |
            |----------------|------------:|
            | Statsbidrag    |     850 tkr |
            | EU-bidrag      |     100 EUR |
            | Summa intäkter |         950 |
            """),
        good: .plan(
            """
            Tabell: Intäkter 2026 {#intakter .budget}

            | Post                | Budget 2026 |
            |---------------------|------------:|
            | Statsbidrag         |         850 |
            | EU-bidrag[^kurs]    |         100 |
            | Summa intäkter      |         950 |

            [^kurs]: Omräknat från euro.
            """))
}
