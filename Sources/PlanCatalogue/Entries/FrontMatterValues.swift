import PlanModel

/// Findings about keys and their values.
extension CatalogueEntry {
    private static let goal = "Content/org/plan/M1.md"

    static let keyNotAllowed = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Nyckeln finns, men inte för den här typen av fil. Uppgiften skulle inte synas någonstans.",
            en: "The key exists, but not for this type of file. What it says would be shown nowhere."),
        remedy: LocalizedText(
            sv: "Flytta uppgiften till en fil av rätt typ, eller ändra filens typ. Meddelandet räknar upp typerna.",
            en: "Move it to a file of the right type, or change the file's type. The message lists the types."),
        bad: .file(ExampleFrame.plan, "---\ntyp: plan\ntitel: Verksamhetsplan 2026\ninvånare: 12 345\n---\n\nText."),
        good: .file(
            "Content/org/index.md", "---\ntyp: organisation\ntitel: Exempelkommunen\ninvånare: 12 345\n---\n\nText."))

    static let missingKey = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En nyckel som filen måste ha saknas. Alla filer behöver `typ`, ett möte behöver `datum`, ett ärende \
                på dagordningen behöver `titel` och en uppföljning behöver veta vilken plan den gäller.
                """,
            en: """
                A key that the file must have is missing. Every file needs `type`, a meeting needs `date`, an item of \
                an agenda needs `title`, and a report needs to know which plan it is about.
                """),
        remedy: LocalizedText(sv: "Lägg till nyckeln.", en: "Add the key."),
        bad: .file("Content/org/ks-januari.md", "---\ntyp: möte\ntitel: Kommunstyrelsen i januari\n---\n\nText."),
        good: .file(
            "Content/org/ks-januari.md",
            "---\ntyp: möte\ntitel: Kommunstyrelsen i januari\ndatum: 2026-01-20\n---\n\nText."))

    static let wrongValueType = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Värdet är av fel slag: en text där det ska stå ett tal, en lista där det ska stå ett enda värde, \
                eller något annat än ja eller nej.
                """,
            en: """
                The value is of the wrong kind: text where a number is due, a list where a single value is due, or \
                something that is neither yes nor no.
                """),
        remedy: LocalizedText(
            sv: "Skriv värdet så som meddelandet säger.", en: "Write the value as the message says."),
        bad: .file(
            "Content/org/index.md",
            "---\ntyp: organisation\ntitel: Exempelkommunen\ninvånare: omkring tolv tusen\n---\n\nText."),
        good: .file(
            "Content/org/index.md", "---\ntyp: organisation\ntitel: Exempelkommunen\ninvånare: 12 345\n---\n\nText."))

    static let unknownType = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Typen säger vad filen är, och det finns en bestämd lista av typer. Det som står här är ingen av dem.",
            en: "The type says what the file is, and there is a fixed list of types. What stands here is none of them."),
        remedy: LocalizedText(
            sv: "Skriv en typ ur listan i `docs/nycklar.md`. Är inget annat rätt, skriv `sida`.",
            en: "Write a type from the list in `docs/keys.md`. If nothing else fits, write `page`."),
        bad: .file(goal, "---\ntyp: måll\ntitel: Fler hittar information\n---\n\nText."),
        good: .file(goal, "---\ntyp: mål\ntitel: Fler hittar information\n---\n\nText."))

    static let unknownStatus = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Status skrivs med bestämda ord, så att det går att jämföra. Mål, uppdrag och aktiviteter har en lista \
                av ord, planer och uppföljningar en annan.
                """,
            en: """
                A status is written with fixed words, so that it can be compared. Goals, assignments and activities \
                have one list of words, plans and reports another.
                """),
        remedy: LocalizedText(
            sv: "Skriv ett av orden som meddelandet räknar upp. Är läget inte känt, ta bort nyckeln.",
            en: "Write one of the words that the message lists. If the state isn't known, remove the key."),
        bad: .file(goal, "---\ntyp: mål\ntitel: Fler hittar information\nstatus: beslutad\n---\n\nText."),
        good: .file(goal, "---\ntyp: mål\ntitel: Fler hittar information\nstatus: enligt plan\n---\n\nText."))

    static let unknownKind = CatalogueEntry(
        meaning: LocalizedText(
            sv:
                "Slaget är inget av de ord som finns för den här typen, till exempel styrelse eller nämnd för en enhet.",
            en: "The kind is none of the words for this type, such as board or committee for a unit."),
        remedy: LocalizedText(
            sv: "Skriv ett av orden som meddelandet räknar upp, eller ta bort nyckeln.",
            en: "Write one of the words that the message lists, or remove the key."),
        bad: .file(
            "Content/org/bun/index.md", "---\ntyp: enhet\ntitel: Barn- och ungdomsnämnden\nslag: kommitté\n---\n\nText."
        ),
        good: .file(
            "Content/org/bun/index.md", "---\ntyp: enhet\ntitel: Barn- och ungdomsnämnden\nslag: nämnd\n---\n\nText."))

    static let invalidValue = CatalogueEntry(
        meaning: LocalizedText(
            sv:
                "Värdet går inte att använda, till exempel en webbadress utan `https://` eller en riktning som inte finns.",
            en: "The value can't be used, such as a web address without `https://` or a direction that doesn't exist."),
        remedy: LocalizedText(
            sv: "Skriv värdet så som meddelandet säger.", en: "Write the value as the message says."),
        bad: .file(
            "Content/org/index.md",
            "---\ntyp: organisation\ntitel: Exempelkommunen\nwebbplats: www.exempel.se\n---\n\nText."),
        good: .file(
            "Content/org/index.md",
            "---\ntyp: organisation\ntitel: Exempelkommunen\nwebbplats: https://www.exempel.se\n---\n\nText."))

    static let invalidDate = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Det som står är inget datum i kalendern, eller så saknas dagen. Datum skrivs år-månad-dag, så att de \
                inte kan läsas på två sätt.
                """,
            en: """
                What stands here isn't a date of the calendar, or it lacks the day. Dates are written \
                year-month-day, so that they can't be read in two ways.
                """),
        remedy: LocalizedText(sv: "Skriv datumet som 2026-01-20.", en: "Write the date as 2026-01-20."),
        bad: .file(
            "Content/org/ks-februari.md",
            "---\ntyp: möte\ntitel: Kommunstyrelsen i februari\ndatum: 2026-02-30\n---\n\nText."),
        good: .file(
            "Content/org/ks-februari.md",
            "---\ntyp: möte\ntitel: Kommunstyrelsen i februari\ndatum: 2026-02-17\n---\n\nText."))

    static let invalidPeriod = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Perioden går inte att läsa. Den skrivs som ett år, flera år, en månad, ett tertial eller ett kvartal, \
                så att planer och uppföljningar kan ordnas i tid.
                """,
            en: """
                The period can't be read. It is written as a year, several years, a month, a third of a year or a \
                quarter, so that plans and reports can be put in order.
                """),
        remedy: LocalizedText(
            sv: "Skriv 2026, 2026–2028, 2026-M03, 2026-T1 eller 2026-Q2.",
            en: "Write 2026, 2026–2028, 2026-M03, 2026-T1 or 2026-Q2."),
        bad: .file(ExampleFrame.plan, "---\ntyp: plan\ntitel: Verksamhetsplan\nperiod: våren 2026\n---\n\nText."),
        good: .file(ExampleFrame.plan, "---\ntyp: plan\ntitel: Verksamhetsplan\nperiod: 2026-T1\n---\n\nText."))
}
