import PlanModel

/// Findings about sums.
extension CatalogueEntry {
    private static func budget(_ attributes: String, _ rows: (String, String)...) -> Example {
        let lines = rows.map { label, figure in
            "| " + label.padding(18) + " | " + String(repeating: " ", count: max(0, 11 - figure.count)) + figure + " |"
        }
        return .plan(
            """
            Tabell: Budget 2026 {#budget .budget\(attributes)}

            | Post               | Budget 2026 |
            |--------------------|------------:|
            \(lines.joined(separator: "\n"))
            """)
    }

    static let sumDiffers = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Den tryckta summan är inte det som raderna blir, och skillnaden är större än avrundning kan förklara. \
                Den som läser planen ska kunna lita på att den går att räkna efter.
                """,
            en: """
                The printed sum isn't what the rows add up to, and the difference is more than rounding can explain. \
                Whoever reads the plan must be able to trust that it adds up.
                """),
        remedy: LocalizedText(
            sv: """
                Rätta talet som är fel. Är planen beslutad med felet, skriv `accept="förklaring"` på tabellen: då \
                visas skillnaden och förklaringen för läsaren.
                """,
            en: """
                Mend the figure that is wrong. If the plan was decided with the mistake, write `accept="reason"` on \
                the table: the reader is then shown the difference and the reason.
                """),
        bad: budget("", ("Personal", "850"), ("Övriga kostnader", "250"), ("Summa", "1 200")),
        good: budget("", ("Personal", "850"), ("Övriga kostnader", "250"), ("Summa", "1 100")))

    static let sumNotComputable = CatalogueEntry(
        meaning: LocalizedText(
            sv: "En summa är tryckt, men inga av raderna den gäller har något värde. Då går den inte att räkna om.",
            en: "A sum is printed, but none of the rows it is about has a value. So it can't be computed."),
        remedy: LocalizedText(
            sv: "Fyll i raderna om uppgifterna finns. Annars behöver du inte göra något.",
            en: "Fill in the rows if the figures exist. Otherwise there is nothing to do."),
        bad: budget("", ("Personal", ""), ("Övriga kostnader", "–"), ("Summa", "1 100")),
        good: budget("", ("Personal", "850"), ("Övriga kostnader", "250"), ("Summa", "1 100")))

    static let partsExceedWhole = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Rader som börjar med Varav, därav eller of which är delar av raden ovanför. Tillsammans är de större \
                än den, och det kan delar inte vara.
                """,
            en: """
                Rows that begin with Varav, därav or of which are parts of the row above. Together they are larger \
                than it, which parts can't be.
                """),
        remedy: LocalizedText(
            sv: "Rätta talet, eller ta bort ordet Varav om raden inte är en del av den ovanför.",
            en: "Mend the figure, or remove the word Varav if the row isn't a part of the one above."),
        bad: budget("", ("Personal", "850"), ("Varav chefer", "900"), ("Lokaler", "120")),
        good: budget("", ("Personal", "850"), ("Varav chefer", "90"), ("Lokaler", "120")))

    static let frameBridgeDiffers = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Förra årets ram och årets förändringar blir inte årets ram. Någon förändring fattas, eller något tal \
                är fel.
                """,
            en: """
                Last year's frame and this year's changes don't give this year's frame. Some change is missing, or \
                some figure is wrong.
                """),
        remedy: LocalizedText(
            sv: "Rätta talet eller lägg till raden som fattas. Går det inte, skriv `accept=\"förklaring\"`.",
            en: "Mend the figure or add the missing row. If neither is possible, write `accept=\"reason\"`."),
        bad: bridge(change: "40"),
        good: bridge(change: "50"))

    private static func bridge(change: String) -> Example {
        .plan(
            """
            Tabell: Ramar {#ramar .ramar}

            | Nämnd           | Ram 2025 | Ram 2026 |
            |-----------------|---------:|---------:|
            | Kommunstyrelsen |    1 000 |    1 070 |

            Tabell: Ramens förändringar {#forandringar .ramförändringar frames=ramar}

            | Förändring   | 2026 |
            |--------------|-----:|
            | Uppräkning   |   20 |
            | Nytt uppdrag |   \(change) |
            """)
    }

    static let acceptedDifference = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Summan skiljer sig från raderna, men tabellen säger med `accept=` att det är känt. Läsaren ser den \
                tryckta summan, skillnaden och förklaringen under tabellen.
                """,
            en: """
                The sum differs from its rows, but the table says by `accept=` that this is known. The reader sees the \
                printed sum, the difference and the reason under the table.
                """),
        remedy: LocalizedText(
            sv: "Inget behöver göras. Ta bort `accept=` när planen är rättad.",
            en: "There is nothing to do. Remove `accept=` once the plan is put right."),
        bad: budget(
            " accept=\"Källan trycker 1 200. Raderna ger 1 100.\"", ("Personal", "850"), ("Övriga kostnader", "250"),
            ("Summa", "1 200")),
        good: budget("", ("Personal", "850"), ("Övriga kostnader", "250"), ("Summa", "1 100")))

    static let acceptWithoutDifference = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Tabellen förklarar en skillnad med `accept=`, men alla summor stämmer. Förklaringen är inaktuell.",
            en: "The table explains a difference by `accept=`, but all its sums are right. The reason is out of date."),
        remedy: LocalizedText(sv: "Ta bort `accept=`.", en: "Remove `accept=`."),
        bad: budget(
            " accept=\"Källan trycker 1 200.\"", ("Personal", "850"), ("Övriga kostnader", "250"), ("Summa", "1 100")),
        good: budget("", ("Personal", "850"), ("Övriga kostnader", "250"), ("Summa", "1 100")))

    static let unknownTotalLabel = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                `totals=` räknar upp de rader som är summor, men ingen rad heter så. Då skulle summan räknas som en \
                vanlig rad.
                """,
            en: """
                `totals=` lists the rows that are totals, but no row is called so. The total would then count as an \
                ordinary row.
                """),
        remedy: LocalizedText(
            sv: "Skriv radens namn precis som det står i tabellen. Flera namn skiljs med semikolon.",
            en: "Write the row's label just as it stands in the table. Several are separated by semicolons."),
        bad: budget(" totals=\"Hela budgeten\"", ("Personal", "850"), ("Lokaler", "250"), ("Budgetram", "1 100")),
        good: budget(" totals=\"Budgetram\"", ("Personal", "850"), ("Lokaler", "250"), ("Budgetram", "1 100")))

    static let possibleTotal = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Radens namn låter som en summa, men börjar inte med Summa, Delsumma, Totalt eller Netto och har inte \
                ordet Resultat. Den räknas som en vanlig rad och kontrolleras inte.
                """,
            en: """
                The label sounds like a sum, but doesn't begin with Summa, Delsumma, Totalt or Netto and lacks the word \
                Resultat. The row counts as an ordinary one and isn't checked.
                """),
        remedy: LocalizedText(
            sv:
                "Är den en summa, skriv `totals=\"Totalsumma\"` på tabellen med radens namn. Annars behöver inget göras.",
            en:
                "If it is a sum, write `totals=\"Totalsumma\"` on the table, with its label. Else there is nothing to do."
        ),
        bad: budget("", ("Personal", "850"), ("Lokaler", "250"), ("Totalsumma", "1 100")),
        good: budget(" totals=\"Totalsumma\"", ("Personal", "850"), ("Lokaler", "250"), ("Totalsumma", "1 100")))

    static let framesWithoutYears = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Tabellen pekar med `frames=` på en tabell med ramar, men för inget av ändringarnas år finns både årets \
                ram och ramen året före. Då kan inget kontrolleras.
                """,
            en: """
                The table names a table of frames by `frames=`, but for none of its years does that table have both the \
                year's frame and that of the year before. So nothing can be checked.
                """),
        remedy: LocalizedText(
            sv: "Peka på en tabell som har båda åren, eller ta bort `frames=`.",
            en: "Name a table that has both years, or remove `frames=`."),
        bad: years("2028"), good: years("2026"))

    private static func years(_ year: String) -> Example {
        .plan(
            """
            Tabell: Ramar {#ramar .ramar}

            | Nämnd           | Ram 2025 | Ram 2026 |
            |-----------------|---------:|---------:|
            | Kommunstyrelsen |    1 000 |    1 070 |

            Tabell: Ramens förändringar {#forandringar .ramförändringar frames=ramar}

            | Förändring   | \(year) |
            |--------------|-----:|
            | Uppräkning   |   70 |
            """)
    }
}

extension String {
    /// With spaces after it, up to a width.
    fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
