import PlanModel

/// Findings about the YAML at the top of a file.
extension CatalogueEntry {
    private static let page = "Content/org/om.md"

    static let frontMatterMissing = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Filen börjar inte med en rad `---`. Där ska nycklarna stå som säger vad filen är: en sida, en plan, \
                ett mål. Utan dem går det inte att veta var innehållet hör hemma.
                """,
            en: """
                The file doesn't begin with a line `---`. The keys that say what the file is stand there: a page, a \
                plan, a goal. Without them nobody knows where the content belongs.
                """),
        remedy: LocalizedText(
            sv: "Skriv överst i filen `---`, nycklarna på var sin rad, och `---` igen.",
            en: "Write `---` at the top of the file, the keys on a line each, and `---` again."),
        bad: .file(page, "# Om planerna\n\nSå här är planerna skrivna."),
        good: .file(page, "---\ntyp: sida\ntitel: Om planerna\n---\n\nSå här är planerna skrivna."))

    static let frontMatterUnclosed = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Nycklarna överst börjar med `---` men får aldrig någon avslutande rad, så hela texten blir nycklar.",
            en: "The keys at the top begin with `---` but have no closing line, so the whole text becomes keys."),
        remedy: LocalizedText(
            sv: "Skriv `---` på en egen rad efter den sista nyckeln.",
            en: "Write `---` on a line of its own after the last key."),
        bad: .file(page, "---\ntyp: sida\ntitel: Om planerna\n\nSå här är planerna skrivna."),
        good: .file(page, "---\ntyp: sida\ntitel: Om planerna\n---\n\nSå här är planerna skrivna."))

    static let yamlSyntax = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Nycklarna går inte att läsa. Vanligast är ett kolon mitt i ett värde, ett citattecken som aldrig \
                stängs eller ett indrag som är fel.
                """,
            en: """
                The keys can't be read. Most often it is a colon in the middle of a value, a quotation mark that is \
                never closed, or wrong indentation.
                """),
        remedy: LocalizedText(
            sv: "Sätt hela värdet inom citattecken, eller rätta raden som meddelandet pekar på.",
            en: "Put the whole value in quotes, or mend the line that the message points at."),
        bad: .file(page, "---\ntyp: sida\ntitel: Planen 2026: mål och pengar\n---\n\nText."),
        good: .file(page, "---\ntyp: sida\ntitel: \"Planen 2026: mål och pengar\"\n---\n\nText."))

    static let yamlTab = CatalogueEntry(
        meaning: LocalizedText(
            sv:
                "En rad bland nycklarna är indragen med tabb. YAML, som nycklarna skrivs i, drar bara in med mellanslag.",
            en:
                "A line among the keys is indented by a tab. YAML, in which the keys are written, indents by spaces alone."
        ),
        remedy: LocalizedText(sv: "Byt tabben mot två mellanslag.", en: "Replace the tab by two spaces."),
        bad: .file(
            ExampleFrame.plan,
            "---\ntyp: plan\ntitel: Verksamhetsplan 2026\nbeslut:\n\torgan: Kommunstyrelsen\n---\n\nText."),
        good: .file(
            ExampleFrame.plan,
            "---\ntyp: plan\ntitel: Verksamhetsplan 2026\nbeslut:\n  organ: Kommunstyrelsen\n---\n\nText."))

    static let yamlAlias = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Ett värde börjar med `*` eller `&`. I YAML betyder det en hänvisning till ett annat värde. Sådana \
                läses inte, för några få rader kan växa till miljarder.
                """,
            en: """
                A value begins with `*` or `&`. In YAML that is a reference to another value. Those aren't read, \
                since a few lines of them can grow into billions.
                """),
        remedy: LocalizedText(
            sv: "Skriv ut värdet. Ska det börja med `*` eller `&`, sätt det inom citattecken.",
            en: "Write the value out. If it is to begin with `*` or `&`, put it in quotes."),
        bad: .file(
            page, "---\ntyp: sida\ntitel: Om planerna\nsammanfattning: *Alla* ska kunna följa planen.\n---\n\nText."),
        good: .file(
            page, "---\ntyp: sida\ntitel: Om planerna\nsammanfattning: Alla ska kunna följa planen.\n---\n\nText."))

    static let yamlTooDeep = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Nycklar eller listor ligger i varandra i mer än 32 nivåer. Ingen nyckel går djupare än fyra.",
            en: "Keys or lists lie within each other in more than 32 levels. No key goes deeper than four."),
        remedy: LocalizedText(
            sv: "Ta bort de nivåer som inte behövs. Oftast är det klamrar som blivit för många.",
            en: "Remove the levels that aren't needed. Mostly there are too many brackets."),
        bad: .file(
            page,
            "---\ntyp: sida\ntitel: Om planerna\ntaggar: " + String(repeating: "[", count: 40) + "plan"
                + String(repeating: "]", count: 40) + "\n---\n\nText."),
        good: .file(page, "---\ntyp: sida\ntitel: Om planerna\ntaggar: [plan]\n---\n\nText."))

    static let duplicateKey = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Samma nyckel står två gånger, eller en gång på svenska och en på engelska. Det går inte att veta \
                vilket värde som gäller.
                """,
            en: """
                The same key stands twice, or once in Swedish and once in English. Nobody can tell which value counts.
                """),
        remedy: LocalizedText(sv: "Ta bort den ena raden.", en: "Remove one of the lines."),
        bad: .file(page, "---\ntyp: sida\ntitel: Om planerna\ntitle: Så läser du planerna\n---\n\nText."),
        good: .file(page, "---\ntyp: sida\ntitel: Så läser du planerna\n---\n\nText."))

    static let unknownKey = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Nyckeln finns inte för någon typ av fil. En felstavad nyckel skulle annars försvinna utan att märkas, \
                och uppgiften med den.
                """,
            en: """
                No type of file has the key. A misspelt key would otherwise vanish unnoticed, and what it says with it.
                """),
        remedy: LocalizedText(
            sv: "Rätta stavningen. Alla nycklar står i `docs/nycklar.md`.",
            en: "Mend the spelling. All keys stand in `docs/keys.md`."),
        bad: .file(ExampleFrame.plan, "---\ntyp: plan\ntitel: Verksamhetsplan 2026\npeirod: 2026\n---\n\nText."),
        good: .file(ExampleFrame.plan, "---\ntyp: plan\ntitel: Verksamhetsplan 2026\nperiod: 2026\n---\n\nText."))
}
