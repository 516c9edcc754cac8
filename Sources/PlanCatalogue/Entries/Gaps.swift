import PlanModel

/// Findings about what a plan leaves open.
extension CatalogueEntry {
    private static let goals = """
        Tabell: Mål {#mal .mål}

        | Id | Mål            |
        |----|----------------|
        | M1 | Ren luft       |
        | M2 | Trygg skola    |


        """

    static let goalWithoutWork = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Inget uppdrag, ingen aktivitet, ingen indikator och inga pengar leder till målet, fast planen knyter annat \
                till sina mål. Läsaren frågar vem som gör något. Planer där inget alls är knutet till mål berörs inte.
                """,
            en: """
                No assignment, activity, indicator or money leads to the goal, though the plan ties other things to its \
                goals. The reader asks who does something. Plans in which nothing is tied to goals are left alone.
                """),
        remedy: LocalizedText(
            sv: "Skriv målets id i kolumnen Mål hos det som bidrar, eller `ordinarie: ja` i målets egen fil.",
            en:
                "Write the goal's id in the column Goals of what contributes, or `ordinary: yes` in the goal's own file."
        ),
        bad: .plan(
            goals + """
                Tabell: Aktiviteter {#akt .aktiviteter}

                | Aktivitet      | Mål |
                |----------------|-----|
                | Byta bussar    | M1  |
                """),
        good: .plan(
            goals + """
                Tabell: Aktiviteter {#akt .aktiviteter}

                | Aktivitet      | Mål |
                |----------------|-----|
                | Byta bussar    | M1  |
                | Bygga staket   | M2  |
                """))

    static let workWithoutGoal = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Uppdraget eller aktiviteten bidrar inte till något mål, fast annat i planen gör det. Då hänger det löst i \
                den röda tråden.
                """,
            en: """
                The assignment or activity serves no goal, though others in the plan do. It hangs loose from the red thread.
                """),
        remedy: LocalizedText(
            sv: "Skriv målets id i kolumnen Mål, eller knyt aktiviteten till ett uppdrag.",
            en: "Write the goal's id in the column Goals, or tie the activity to an assignment."),
        bad: .plan(
            goals + """
                Tabell: Aktiviteter {#akt .aktiviteter}

                | Aktivitet      | Mål    |
                |----------------|--------|
                | Byta bussar    | M1, M2 |
                | Måla om        |        |
                """),
        good: .plan(
            goals + """
                Tabell: Aktiviteter {#akt .aktiviteter}

                | Aktivitet      | Mål    |
                |----------------|--------|
                | Byta bussar    | M1     |
                | Måla om        | M2     |
                """))

    static let indicatorWithoutValue = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Indikatorn kan inte visa något: den saknar målvärde och riktning, eller har inget värde någonstans, varken \
                nuläge, värden eller utfall i en uppföljning.
                """,
            en: """
                The indicator can't show anything: it has neither target nor direction, or no value anywhere, neither \
                baseline, values nor an outcome in a report.
                """),
        remedy: LocalizedText(
            sv: "Fyll i Målvärde, och Nuläge eller Utfall.", en: "Fill in Target, and Baseline or Outcome."),
        bad: .plan(
            """
            Tabell: Indikatorer {#ind .indikatorer}

            | Indikator         | Nuläge      | Målvärde   |
            |-------------------|-------------|------------|
            | Nöjda invånare    | 2025: 71 %  |            |
            """),
        good: .plan(
            """
            Tabell: Indikatorer {#ind .indikatorer}

            | Indikator         | Nuläge      | Målvärde   |
            |-------------------|-------------|------------|
            | Nöjda invånare    | 2025: 71 %  | 2026: 75 % |
            """))

    static let overdue = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Tidplanen är passerad, men statusen säger att arbetet pågår eller inte har börjat. Dagen är den som anges \
                med `--as-of`, annars den nyaste som innehållet anger med `uppdaterad`. Arbete utan status berörs inte: \
                en plan som inte följs upp har inte sagt att något återstår.
                """,
            en: """
                The schedule has passed, but the status says that the work goes on or hasn't begun. The day is that of \
                `--as-of`, else the newest that the content states by `updated`. Work without a status is left alone: a \
                plan that isn't followed up has not said that anything is left to do.
                """),
        remedy: LocalizedText(
            sv: "Skriv hur det gick: klar, försenad eller avbruten. Eller skriv en ny tidplan.",
            en: "Write how it went: done, delayed or cancelled. Or write a new schedule."),
        bad: .project(overdueFiles(status: "enligt plan"), isFramed: true),
        good: .project(overdueFiles(status: "klar"), isFramed: true))

    private static func overdueFiles(status: String) -> [ExampleFile] {
        let body = """
            Tabell: Aktiviteter {#akt .aktiviteter}

            | Aktivitet      | Tidplan    | Status      |
            |----------------|------------|-------------|
            | Byta bussar    | 2026-03-31 | \(status.padding(to: 11)) |

            """
        let header = ExampleFrame.planHeader.replacing("period: 2026\n", with: "period: 2026\nuppdaterad: 2026-05-01\n")
        return [ExampleFile(ExampleFrame.plan, header + body)]
    }

    static let nameSpeltTwoWays = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Två namn skiljer sig bara på någon bokstav, ett mellanslag eller ett bindestreck. För sökning, listor och \
                länkar är de två olika. Det gäller den som ansvarar, perspektiv och fokusområden.
                """,
            en: """
                Two names differ by a letter, a space or a hyphen alone. To search, lists and links they are two. It is \
                about those responsible, perspectives and focus areas.
                """),
        remedy: LocalizedText(
            sv: "Skriv namnet på samma sätt överallt.", en: "Write the name in the same way everywhere."),
        bad: .files(
            ExampleFile(
                "Content/org/kontoret/index.md",
                "---\ntyp: enhet\ntitel: Regionkontoret\n---\n\nKontoret stöder styrelsen.\n"),
            ExampleFile(
                ExampleFrame.plan,
                ExampleFrame.planHeader.replacing("enhet: tkr\n", with: "ansvarig: Region kontoret\nenhet: tkr\n")
                    + "Planen gäller kontoret.\n")),
        good: .files(
            ExampleFile(
                "Content/org/kontoret/index.md",
                "---\ntyp: enhet\ntitel: Regionkontoret\n---\n\nKontoret stöder styrelsen.\n"),
            ExampleFile(
                ExampleFrame.plan,
                ExampleFrame.planHeader.replacing("enhet: tkr\n", with: "ansvarig: Regionkontoret\nenhet: tkr\n")
                    + "Planen gäller kontoret.\n")))

    static let decisionMissing = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Planen säger att den är beslutad, men inte av vem eller när. Läsaren kan inte kontrollera det.",
            en: "The plan says that it is decided, but not by whom or when. The reader can't verify it."),
        remedy: LocalizedText(
            sv: "Lägg till `beslut:` med `organ`, `datum`, `paragraf` och `diarienummer`.",
            en: "Add `decision:` with `body`, `date`, `paragraph` and `diary-number`."),
        bad: .project(decided(""), isFramed: true), good: .project(decided(whole), isFramed: true))

    static let decisionIncomplete = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Planens beslut är ofullständigt: organ, datum, paragraf eller diarienummer saknas.",
            en: "The plan's decision is incomplete: body, date, paragraph or diary number is missing."),
        remedy: LocalizedText(
            sv: "Fyll i det som protokollet säger. Säger det inget, kan raden tystas med ett skäl.",
            en: "Fill in what the minutes say. If they say nothing, the line can be silenced with a reason."),
        bad: .project(decided("beslut:\n  organ: Kommunfullmäktige\n  datum: 2025-11-24\n"), isFramed: true),
        good: .project(decided(whole), isFramed: true))

    private static let whole = """
        beslut:
          organ: Kommunfullmäktige
          datum: 2025-11-24
          paragraf: "112"
          diarienummer: KS 2025/310

        """

    private static func decided(_ decision: String) -> [ExampleFile] {
        let header = ExampleFrame.planHeader.replacing(
            "enhet: tkr\n", with: "status: beslutad\n\(decision)enhet: tkr\n")
        return [ExampleFile(ExampleFrame.plan, header + "Planen gäller hela kommunen.\n")]
    }

    static let budgetContents = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Kommunallagen (2017:725) 11 kap. 5 och 6 §§ säger vad fullmäktiges budget ska visa: att intäkterna \
                överstiger kostnaderna, skattesatsen, anslagen, hur verksamheten finansieras, den ekonomiska ställningen \
                vid årets slut, mål för verksamheten och finansiella mål, och en plan för tre år med budgetåret först. \
                Kontrollen letar efter ord och tabeller i planer med en tabell av klassen budget som fullmäktige äger eller \
                beslutar. Den är en upplysning och ingen juridisk bedömning.
                """,
            en: """
                The Swedish Local Government Act (2017:725) ch. 11, sections 5 and 6, says what a council's budget is to \
                show: that income exceeds cost, the tax rate, the appropriations, how operations are financed, the \
                financial position at the end of the year, goals for operations and financial goals, and a plan for three \
                years with the budget year first. The check looks for words and tables in plans with a table of class \
                budget that the council owns or decides. It is information and no legal assessment.
                """),
        remedy: LocalizedText(
            sv: "Lägg till det som saknas, eller tysta raden med ett skäl som säger var det står.",
            en: "Add what is missing, or silence the line with a reason that says where it is stated."),
        bad: .project(
            [
                ExampleFile(
                    ExampleFrame.plan,
                    councilHeader + """
                        Tabell: Budget {#budget .budget}

                        | Post                | 2026 |
                        |---------------------|-----:|
                        | Skatteintäkter      |  900 |
                        | Nämndernas kostnader | -880 |

                        """)
            ], isFramed: true),
        good: .project(
            [
                ExampleFile(
                    ExampleFrame.plan,
                    councilHeader + """
                        Skattesatsen är 21,50. Verksamheten finansieras med skatt och statsbidrag. Soliditeten beräknas till
                        40 procent vid årets slut. Anslagen till nämnderna står i budgeten.

                        Tabell: Mål {#mal .mål}

                        | Id | Mål                          | Typ        |
                        |----|------------------------------|------------|
                        | F1 | Resultat på två procent      | finansiellt |
                        | M1 | Trygg skola                  | fullmäktigemål |

                        Tabell: Budget {#budget .budget}

                        | Post                 | 2026 | 2027 | 2028 |
                        |----------------------|-----:|-----:|-----:|
                        | Skatteintäkter       |  900 |  920 |  940 |
                        | Nämndernas kostnader | -880 | -900 | -920 |
                        | Årets resultat       |   20 |   20 |   20 |

                        """)
            ], isFramed: true))

    private static let councilHeader = ExampleFrame.planHeader.replacing(
        "enhet: tkr\n", with: "ansvarig: Kommunfullmäktige\nenhet: tkr\n")
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
