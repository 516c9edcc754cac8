import PlanModel

/// Findings about prose.
extension CatalogueEntry {
    static let rawHTML = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Texten innehåller HTML-kod. Den utelämnas från sidan, för den kan störa tillgänglighet, utskrift och \
                säkerhet. Kommentarer `<!-- … -->` går bra och syns inte.
                """,
            en: """
                The text holds HTML. It is left out of the page, since it may harm accessibility, print and security. \
                Comments `<!-- … -->` are fine and don't show.
                """),
        remedy: LocalizedText(sv: "Skriv det med Markdown i stället.", en: "Write it in Markdown instead."),
        bad: .plan("<div class=\"ruta\">Planen gäller hela året.</div>"),
        good: .plan("**Planen gäller hela året.**"))

    static let markdownTooDeep = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Listor eller citat ligger i varandra i så många nivåer att texten inte går att läsa.",
            en: "Lists or quotes lie within each other in so many levels that the text can't be read."),
        remedy: LocalizedText(
            sv: "Ta bort nivåer. Två räcker nästan alltid, och en rubrik är ofta bättre än en tredje.",
            en: "Remove levels. Two are nearly always enough, and a heading is often better than a third."),
        bad: .project(
            [
                ExampleFile(
                    ExampleFrame.plan,
                    ExampleFrame.planHeader + String(repeating: "> ", count: 400) + "Planen gäller hela året.\n",
                    shown: String(repeating: "> ", count: 40) + "… Planen gäller hela året.\n")
            ], isFramed: true),
        good: .plan("> Planen gäller hela året."))

    static let skippedHeading = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En rubriknivå är överhoppad. Den som lyssnar på sidan hoppar mellan rubriker och tror då att något \
                fattas.
                """,
            en: """
                A level of headings is skipped. Whoever listens to the page jumps between headings and then thinks \
                that something is missing.
                """),
        remedy: LocalizedText(
            sv: "Gå en nivå i taget: efter `##` kommer `###`.", en: "Go one level at a time: `###` follows `##`."),
        bad: .plan("## Ekonomi\n\n#### Budget\n\nBudgeten är i balans."),
        good: .plan("## Ekonomi\n\n### Budget\n\nBudgeten är i balans."))

    static let secondTopHeading = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Texten har mer än en rubrik på första nivån. En sida har en enda: sin titel.",
            en: "The text has more than one heading of the first level. A page has a single one: its title."),
        remedy: LocalizedText(
            sv: "Skriv rubrikerna i texten med `##` eller fler.",
            en: "Write the headings of the text with `##` or more."),
        bad: .plan("# Verksamhetsplan 2026\n\nText.\n\n# Ekonomi\n\nText."),
        good: .plan("# Verksamhetsplan 2026\n\nText.\n\n## Ekonomi\n\nText."))

    static let unknownFootnote = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Texten hänvisar till en fotnot som inte finns. Läsaren skulle se `[^avtal]` mitt i meningen.",
            en: "The text refers to a footnote that doesn't exist. The reader would see `[^avtal]` in mid-sentence."),
        remedy: LocalizedText(
            sv: "Skriv fotnoten på en egen rad: `[^avtal]: …`.",
            en: "Write the note on a line of its own: `[^avtal]: …`."),
        bad: .plan("Avtalet gäller till 2027.[^avtal]"),
        good: .plan("Avtalet gäller till 2027.[^avtal]\n\n[^avtal]: Samverkansavtalet, dnr KS 2024/10."))

    static let unusedFootnote = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Fotnoten finns, men ingen text hänvisar till den. Då syns den inte på sidan.",
            en: "The footnote exists, but no text refers to it. So it isn't shown on the page."),
        remedy: LocalizedText(
            sv: "Skriv `[^avtal]` där noten hör hemma, eller ta bort den.",
            en: "Write `[^avtal]` where the note belongs, or remove it."),
        bad: .plan("Avtalet gäller till 2027.\n\n[^avtal]: Samverkansavtalet, dnr KS 2024/10."),
        good: .plan("Avtalet gäller till 2027.[^avtal]\n\n[^avtal]: Samverkansavtalet, dnr KS 2024/10."))

    static let duplicateFootnote = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Två fotnoter har samma namn. Bara den ena kan visas.",
            en: "Two footnotes have the same name. Only one of them can be shown."),
        remedy: LocalizedText(sv: "Ge den ena ett annat namn.", en: "Give one of them another name."),
        bad: .plan("Avtalet gäller.[^not]\n\n[^not]: Dnr KS 2024/10.\n\n[^not]: Dnr KS 2025/3."),
        good: .plan(
            "Avtalen gäller.[^not1] [^not2]\n\n[^not1]: Dnr KS 2024/10.\n\n[^not2]: Dnr KS 2025/3."))

    static let lostDefinition = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En rad som börjar med en kod inom klammer och kolon är en länkadress i Markdown. Den visas aldrig, så \
                orden skulle försvinna från sidan.
                """,
            en: """
                A line that begins with a code in brackets and a colon is the address of a link in Markdown. It is never \
                shown, so the words would vanish from the page.
                """),
        remedy: LocalizedText(
            sv: "Skriv ett tankstreck i stället för kolon, eller sätt ett ord före klammern.",
            en: "Write a dash instead of the colon, or put a word before the bracket."),
        bad: .plan("Målen är dessa:\n\n- [M10]: cancervården"),
        good: .plan("Målen är dessa:\n\n- M10: cancervården"))

    static let placeholder = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Texten har kvar något som skulle bytas ut: TODO, XXX, RV19xxxx, 2026-xx-xx, lorem ipsum.",
            en: "The text still holds something that was to be replaced: TODO, XXX, RV19xxxx, 2026-xx-xx, lorem ipsum."),
        remedy: LocalizedText(
            sv: "Skriv det som ska stå där, eller ta bort det.", en: "Write what is to stand there, or remove it."),
        bad: .plan("TODO: skriv om ekonomin."),
        good: .plan("Budgeten är i balans."))

    static let personalNumber = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Texten har något som ser ut som ett personnummer. Sådana ska nästan aldrig publiceras, och det som en \
                gång legat på webben går inte att få tillbaka. Kod och kommentarer läses också.
                """,
            en: """
                The text has something that looks like a Swedish personal identity number. Those should hardly ever be \
                published, and what has once been on the web can't be had back. Code and comments are read, too.
                """),
        remedy: LocalizedText(
            sv: "Ta bort numret. Är det ett diarienummer eller liknande, skriv det så att det inte kan förväxlas.",
            en: "Remove the number. If it is a diary number or the like, write it so that it can't be mistaken."),
        bad: .plan("Ansvarig är den som har nummer 19121212-1212."),
        good: .plan("Ansvarig är förvaltningschefen."))

    static let ambiguousTerm = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Ordet står i två ordlistor i samma organisation, med olika förklaringar. Webbplatsen kan inte veta \
                vilken som gäller i en text. Därför skriver den inte ut vad en förkortning betyder, utan länkar till \
                ordlistan, där båda står.
                """,
            en: """
                The word stands in two glossaries of the same organisation, with different explanations. The site \
                can't know which of them a text means. So it doesn't write out what an abbreviation stands for, but \
                links to the glossary, where both stand.
                """),
        remedy: LocalizedText(
            sv: "Skriv samma förklaring på båda ställena, ta bort den ena, eller ge orden olika namn.",
            en: "Write the same explanation in both places, remove one of them, or give the words different names."),
        bad: .plan(
            """
            Tabell: Ord i planen {#ord-plan .ordlista}

            | Term | Förklaring            |
            |------|-----------------------|
            | VP   | Verksamhetsplan.      |

            Tabell: Ord i vården {#ord-vard .ordlista}

            | Term | Förklaring            |
            |------|-----------------------|
            | VP   | Vårdprogram.          |
            """),
        good: .plan(
            """
            Tabell: Ord i planen {#ord-plan .ordlista}

            | Term | Förklaring            |
            |------|-----------------------|
            | VP   | Verksamhetsplan.      |

            Tabell: Ord i vården {#ord-vard .ordlista}

            | Term | Förklaring            |
            |------|-----------------------|
            | VPR  | Vårdprogram.          |
            """))
}
