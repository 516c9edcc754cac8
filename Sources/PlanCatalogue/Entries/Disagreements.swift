import PlanModel

/// Findings about amounts and places that don't agree with each other.
extension CatalogueEntry {
    static let mixedUnits = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En tabell har belopp i två enheter, som mnkr och tkr. Summorna räknas rätt ändå, men den som läser snabbt \
                tar fel på tusenfalt.
                """,
            en: """
                A table has amounts in two units, such as mnkr and tkr. The sums are right all the same, but a quick reader \
                is wrong a thousandfold.
                """),
        remedy: LocalizedText(sv: "Skriv alla belopp i samma enhet.", en: "Write all amounts in the same unit."),
        bad: .plan(
            """
            Tabell: Investeringar {#inv .investeringar}

            | Investering | 2026 (mnkr) | 2027 (tkr) |
            |-------------|------------:|-----------:|
            | Bussar      |          12 |      8 500 |
            """),
        good: .plan(
            """
            Tabell: Investeringar {#inv .investeringar}

            | Investering | 2026 (mnkr) | 2027 (mnkr) |
            |-------------|------------:|------------:|
            | Bussar      |          12 |         8,5 |
            """))

    static let amountDisagrees = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En mening säger ett belopp om en post och ett år, och planens tabeller säger ett annat. Avrundning räknas \
                inte som skillnad. Bara meningar som säger rakt ut vad posten kostar eller får jämförs, och den som nämner \
                bokslut, utfall, prognos, ram eller budget jämförs bara med sådana kolumner. Flera belopp eller år, och \
                ord som ungefär, ökar och varav, lämnas i fred.
                """,
            en: """
                A sentence states an amount of a line and a year, and the plan's tables state another. Rounding is no \
                difference. Only sentences that say plainly what the line costs or gets are compared, and one that names \
                accounts, outcome, forecast, frame or budget is compared with such columns alone. Several amounts or \
                years, and words such as about, increases and of which, are left alone.
                """),
        remedy: LocalizedText(
            sv: "Skriv samma belopp på båda ställena. Är det olika saker, säg i meningen vad beloppet är.",
            en: "Write the same amount in both places. If they are different things, say in the sentence what it is."),
        bad: .plan(disagreeing("14 200 tkr")), good: .plan(disagreeing("14 100 tkr")))

    private static func disagreeing(_ amount: String) -> String {
        """
        Skolskjutsen kostar \(amount) under 2026.

        Tabell: Budget {#budget .budget}

        | Post         |   2026 |
        |--------------|-------:|
        | Skolskjutsen | 14 100 |
        """
    }

    static let brokenFragment = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Länken leder till en sida som finns, men det som följer på `#` är ingen rubrik, tabell eller rad på den. \
                Läsaren hamnar överst.
                """,
            en: """
                The link leads to a page that exists, but what follows the `#` is no heading, table or row on it. The reader \
                lands at the top.
                """),
        remedy: LocalizedText(
            sv: "Skriv rubrikens ord med bindestreck, tabellens id eller `row-` och radens id.",
            en: "Write the heading's words with hyphens, the table's id or `row-` and the row's id."),
        bad: .plan("Läs om [ekonomin](id:plan#ekonomi).\n\n## Ekonomin i stort\n\nBudgeten är i balans."),
        good: .plan("Läs om [ekonomin](id:plan#ekonomin-i-stort).\n\n## Ekonomin i stort\n\nBudgeten är i balans."))
}
