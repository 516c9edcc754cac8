import PlanModel

/// Findings about links and pictures.
extension CatalogueEntry {
    private static let page = ExampleFile.silent(
        "Content/org/om.md", "---\ntyp: sida\ntitel: Om planerna\n---\n\nText.\n")
    /// The first bytes of a PNG: nobody looks further.
    private static let picture = ExampleFile(
        "Content/org/plan/diagram.png", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])

    static let brokenLink = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Länken eller bilden leder till en fil som inte finns i Content, eller till en rubrik som inte finns.",
            en: "The link or image leads to a file that isn't in Content, or to a heading that doesn't exist."),
        remedy: LocalizedText(
            sv: "Skriv vägen från den här filen till målet, eller `[text](id:ID)` för att länka till ett id.",
            en: "Write the path from this file to the target, or `[text](id:ID)` to link to an id."),
        bad: .plan("Läs mer i [Om planerna](../om-planen.md).", with: page),
        good: .plan("Läs mer i [Om planerna](../om.md).", with: page))

    static let rootLink = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Länken börjar med `/` och går alltså från webbplatsens rot, till något som inte finns i Content. Den \
                går inte att kontrollera, och den bryts om webbplatsen flyttar till en annan adress.
                """,
            en: """
                The link begins with `/`, at the root of the host, and leads to nothing in Content. It can't be \
                checked, and it breaks if the site moves to another address.
                """),
        remedy: LocalizedText(
            sv: "Skriv en relativ länk till en fil i Content, eller hela adressen med `https://`.",
            en: "Write a relative link to a file in Content, or the whole address with `https://`."),
        bad: .plan("Frågor? [Kontakta oss](/kontakta-oss)."),
        good: .plan("Frågor? [Kontakta oss](https://www.exempel.se/kontakta-oss)."))

    static let unsafeLink = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Länken börjar med `javascript:`, `vbscript:`, `file:` eller `data:`. De tre första kan skada den som \
                klickar eller leder in i en enskild dator. Länken utelämnas från sidan.
                """,
            en: """
                The link begins with `javascript:`, `vbscript:`, `file:` or `data:`. Such links can harm whoever \
                clicks, or lead into one particular computer. The link is left out of the page.
                """),
        remedy: LocalizedText(
            sv: "Lägg filen i Content, bredvid texten, och länka till den där.",
            en: "Put the file in Content, beside the text, and link to it there."),
        bad: .plan("Se [underlaget](file:///G:/gemensam/underlag.txt)."),
        good: .plan(
            "Se [underlaget](underlag.txt).",
            with: ExampleFile.silent("Content/org/plan/underlag.txt", "Underlag till planen.\n")))

    static let intranetLink = CatalogueEntry(
        meaning: LocalizedText(
            sv: "Länken leder till ett intranät. Den som läser planen utifrån kan inte öppna den.",
            en: "The link leads to an intranet. Whoever reads the plan from outside can't open it."),
        remedy: LocalizedText(
            sv: "Länka till något öppet, lägg dokumentet i Content eller skriv bara dess namn.",
            en: "Link to something open, put the document in Content, or write its name alone."),
        bad: .plan("Rutinen står på [intranätet](http://intranat/rutiner/budget)."),
        good: .plan("Rutinen står på intranätet."))

    static let foreignImage = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Bilden ligger på en annan webbplats. Sidorna hämtar aldrig något utifrån: det skulle tala om för andra \
                vem som läser, och bilden kan försvinna. Bilden utelämnas.
                """,
            en: """
                The image lies on another site. No page ever fetches anything from outside: that would tell others who \
                reads, and the image may vanish. The image is left out.
                """),
        remedy: LocalizedText(
            sv: "Spara bilden i Content, om ni får använda den, och skriv vägen dit.",
            en: "Save the image in Content, if you may use it, and write its path."),
        bad: .plan("![Sjukfrånvaron har sjunkit sedan 2023](https://www.exempel.se/diagram.png)"),
        good: .plan("![Sjukfrånvaron har sjunkit sedan 2023](diagram.png)", with: picture))

    static let imageWithoutText = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Bilden saknar text för den som inte kan se den. Lagen om tillgänglighet till digital offentlig service \
                kräver att bilder med innehåll har en sådan text.
                """,
            en: """
                The image has no text for those who can't see it. The Swedish act on accessible digital public \
                services requires one for every image with a meaning.
                """),
        remedy: LocalizedText(
            sv: "Skriv mellan hakparenteserna vad bilden visar.",
            en: "Write what the image shows between the brackets."),
        bad: .plan("![](diagram.png)", with: picture),
        good: .plan("![Sjukfrånvaron har sjunkit sedan 2023](diagram.png)", with: picture))
}
