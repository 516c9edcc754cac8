import PlanModel

/// Findings about ids, addresses and places.
extension CatalogueEntry {
    static let invalidID = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Ett id blir en del av sidans adress. Därför får det bara ha bokstäver, siffror, punkt, bindestreck \
                och understreck, och det får inte börja med punkt.
                """,
            en: """
                An id becomes a part of the page's address. So it may only have letters, digits, dots, hyphens and \
                underscores, and may not begin with a dot.
                """),
        remedy: LocalizedText(
            sv: "Byt mellanslag och andra tecken mot bindestreck.",
            en: "Replace spaces and other characters by hyphens."),
        bad: .file(
            "Content/org/plan/mal-1.md", "---\ntyp: mål\nid: M 1\ntitel: Fler hittar information\n---\n\nText."),
        good: .file(
            "Content/org/plan/mal-1.md", "---\ntyp: mål\nid: M1\ntitel: Fler hittar information\n---\n\nText."))

    static let reservedID = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Organisationen heter som en av webbplatsens egna mappar: search, meetings, glossary, data, \
                accessibility, assets eller ett språk. De två skulle hamna på samma adress.
                """,
            en: """
                The organisation is named like a folder of the site's own: search, meetings, glossary, data, \
                accessibility, assets or a language. Both would lie at the same address.
                """),
        remedy: LocalizedText(
            sv: "Byt namn på mappen, eller skriv ett annat `id` i organisationens fil.",
            en: "Rename the folder, or write another `id` in the organisation's file."),
        bad: .file("Content/data/index.md", "---\ntyp: organisation\ntitel: Dataförbundet\n---\n\nText."),
        good: .file("Content/dataforbundet/index.md", "---\ntyp: organisation\ntitel: Dataförbundet\n---\n\nText."))

    static let duplicateID = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Två saker i samma plan har samma id, stora och små bokstäver räknas lika. En länk till id:t skulle \
                kunna leda till vilken som helst av dem.
                """,
            en: """
                Two things in the same plan have the same id; case makes no difference. A link to the id could lead to \
                either of them.
                """),
        remedy: LocalizedText(sv: "Ge den ena ett annat id.", en: "Give one of them another id."),
        bad: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |
            | M1 | Kortare svarstider      |
            """),
        good: .plan(
            """
            Tabell: Mål 2026 {#mal .mål}

            | Id | Mål                     |
            |----|-------------------------|
            | M1 | Fler hittar information |
            | M2 | Kortare svarstider      |
            """))

    static let addressCollision = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Två sidor skulle hamna på samma adress, eller en sida på en adress som webbplatsen själv använder. I \
                adresser blir å och ä till a och ö till o, och stora bokstäver blir små.
                """,
            en: """
                Two pages would lie at the same address, or a page at an address that is the site's own. In addresses \
                å and ä become a and ö becomes o, and capitals become small letters.
                """),
        remedy: LocalizedText(
            sv: "Ge den ena ett id som skiljer sig på annat sätt än i bokstävernas prickar och storlek.",
            en: "Give one of them an id that differs in more than dots over letters or case."),
        bad: .files(
            ExampleFile("Content/org/mål.md", "---\ntyp: sida\ntitel: Så sätter vi mål\n---\n\nText.\n"),
            ExampleFile("Content/org/mal.md", "---\ntyp: sida\ntitel: Våra mål\n---\n\nText.\n")),
        good: .files(
            ExampleFile("Content/org/mal-sa-gor-vi.md", "---\ntyp: sida\ntitel: Så sätter vi mål\n---\n\nText.\n"),
            ExampleFile("Content/org/mal.md", "---\ntyp: sida\ntitel: Våra mål\n---\n\nText.\n")))

    static let misplacedEntity = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Filen ligger där den inte hör hemma. En plan eller en enhet ska ligga i en organisations mapp, ett mål \
                i en plans mapp: mappen säger vad den hör till.
                """,
            en: """
                The file lies where it doesn't belong. A plan or a unit lies in an organisation's folder, a goal in a \
                plan's folder: the folder says what it belongs to.
                """),
        remedy: LocalizedText(
            sv: "Flytta filen till rätt mapp, eller lägg den `index.md` som saknas i mappen ovanför.",
            en: "Move the file to the right folder, or put the missing `index.md` in the folder above."),
        bad: .file("Content/M1.md", "---\ntyp: mål\ntitel: Fler hittar information\n---\n\nText."),
        good: .file("Content/org/plan/M1.md", "---\ntyp: mål\ntitel: Fler hittar information\n---\n\nText."))
}
