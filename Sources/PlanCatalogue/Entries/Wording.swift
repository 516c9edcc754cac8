import PlanModel

/// Findings about how a text is written.
extension CatalogueEntry {
    static let privateAddress = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Texten har en e-postadress hos en leverantör av privat post, som Gmail, Hotmail eller Telia. En plan ska \
                inte lämna ut någons privata adress, och det som har legat på webben går inte att få tillbaka.
                """,
            en: """
                The text has an address at a provider of private mail, such as Gmail, Hotmail or Telia. A plan should not \
                give away anybody's private address, and what has been on the web can't be had back.
                """),
        remedy: LocalizedText(
            sv: "Skriv en adress till en funktion, som `registrator@…`, eller ta bort adressen.",
            en: "Write the address of an office, such as `registrator@…`, or remove it."),
        bad: .plan("Frågor besvaras av kalle.anka@gmail.com."),
        good: .plan("Frågor besvaras av registrator@exempelkommunen.se."))

    static let personalAddress = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                E-postadressen ser ut som en persons: förnamn och efternamn. Personer slutar och planer ligger kvar. Namnet \
                på en tjänsteman är dessutom en personuppgift.
                """,
            en: """
                The mail address looks like a person's: first name and last name. People leave and plans stay. An officer's \
                name is personal data, too.
                """),
        remedy: LocalizedText(
            sv: "Skriv en adress till en funktion, som `kommunstyrelsen@…`. Ska namnet stå, tysta raden med ett skäl.",
            en:
                "Write the address of an office, such as `info@…`. If the name is to stand, silence the line with a reason."
        ),
        bad: .plan("Frågor besvaras av anna.andersson@exempelkommunen.se."),
        good: .plan("Frågor besvaras av kommunstyrelsen@exempelkommunen.se."))

    static let dateWithoutYear = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En dag står utan år, och varken stycket, rubrikerna över det eller sidans titel och period säger vilket år \
                det är. Planen läses också om ett år.
                """,
            en: """
                A day stands without a year, and neither the paragraph, the headings above it nor the page's title and \
                period say which. The plan is read next year, too.
                """),
        remedy: LocalizedText(
            sv: "Skriv året. Det som sker varje år får gärna stå så: varje år den 1 mars.",
            en: "Write the year. What happens every year may well say so: every year on 1 March."),
        bad: .file(
            "Content/org/process.md",
            "---\ntyp: sida\ntitel: Så planerar vi\n---\n\nNämnderna lämnar sina förslag senast den 20 november."),
        good: .file(
            "Content/org/process.md",
            "---\ntyp: sida\ntitel: Så planerar vi\n---\n\nNämnderna lämnar sina förslag senast den 20 november 2026."))

    static let unexplainedAbbreviation = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En förkortning används men förklaras ingenstans: inte i planens text, inte i någon ordlista, och den är \
                inget kortnamn på en enhet. Allmänt kända som GDPR räknas inte.
                """,
            en: """
                An abbreviation is used but explained nowhere: not in the plan's text, not in any glossary, and it is no \
                unit's short name. Generally known ones such as GDPR don't count.
                """),
        remedy: LocalizedText(
            sv: "Skriv ut den första gången: *regional utvecklingsstrategi (RUS)*. Eller ta upp den i en ordlista.",
            en: "Spell it out the first time: *regional development strategy (RUS)*. Or put it in a glossary."),
        bad: .plan("Arbetet följer RUS."),
        good: .plan("Arbetet följer den regionala utvecklingsstrategin (RUS)."))

    static let hardToRead = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Texten är mycket svårläst enligt LIX (C.-H. Björnsson, *Läsbarhet*, 1968): antalet ord per mening plus \
                andelen ord med fler än sex bokstäver i procent. Över 60 brukar kallas mycket svårt. Rubriker och tabeller \
                räknas inte, och inte texter under hundra ord. Måttet säger något om språket men inget om innehållet.
                """,
            en: """
                The text is very hard to read by LIX (C.-H. Björnsson, *Läsbarhet*, 1968): words per sentence plus the \
                share of words with more than six letters in per cent. Above 60 is called very hard. Headings and tables \
                don't count, nor do texts below a hundred words. It says something about the language, not the content.
                """),
        remedy: LocalizedText(
            sv: "Börja med den längsta meningen, som meddelandet pekar på. Dela den, och byt långa ord mot korta.",
            en: "Begin with the longest sentence, to which the message points. Divide it, and use shorter words."),
        bad: .plan(Array(repeating: hard, count: 7).joined(separator: "\n\n")),
        good: .plan("Kommunen planerar för tre år. Vi säger vad vi ska göra och vad det får kosta."))

    private static let hard = """
        Kommunstyrelsens verksamhetsplanering förutsätter förvaltningsövergripande samordningsinsatser inom \
        kompetensförsörjningsområdet samtidigt som digitaliseringsstrategins genomförandeplaner implementeras \
        i respektive verksamhetsområdes kvalitetsledningssystem.
        """
}
