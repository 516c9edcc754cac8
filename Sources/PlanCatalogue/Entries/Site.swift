import PlanModel

/// Findings about the files in Site.
extension CatalogueEntry {
    private static let template = "Site/Templates/source.mustache"

    static let siteConfiguration = CatalogueEntry(
        meaning: LocalizedText(
            sv:
                "Något i `Site/site.yaml` går inte att använda: en okänd nyckel, ett okänt språk eller en adress som är fel.",
            en: "Something in `Site/site.yaml` can't be used: an unknown key, an unknown language or a wrong address."),
        remedy: LocalizedText(
            sv: "Rätta raden. Allt utom `title` kan också tas bort; då gäller programmets eget värde.",
            en: "Mend the line. All but `title` may also be removed; the program's own value then holds."),
        bad: site("title: Exempelkommunens planer\nlanguages: [sv, de]"),
        good: site("title: Exempelkommunens planer\nlanguages: [sv, en]"))

    static let templateSyntax = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Mallen går inte att läsa: ett märke stängs inte, ett avsnitt öppnas med ett namn och stängs med ett \
                annat, eller en delmall innehåller sig själv.
                """,
            en: """
                The template can't be read: a tag isn't closed, a section is opened by one name and closed by another, \
                or a partial contains itself.
                """),
        remedy: LocalizedText(
            sv: "Rätta märket, eller ta bort filen så att programmets egen mall gäller.",
            en: "Mend the tag, or remove the file so that the program's own template holds."),
        bad: .file(template, "{{#sourceLine}}<p class=\"source\">{{{sourceLine}}}</p>"),
        good: .file(template, "{{#sourceLine}}<p class=\"source\">{{{sourceLine}}}</p>{{/sourceLine}}"))

    static let unknownTemplateName = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Mallen frågar efter ett värde, en text eller en delmall som inte finns. Mustache skriver då ingenting, \
                så en felstavning skulle bli en lucka på varje sida.
                """,
            en: """
                The template asks for a value, a text or a partial that doesn't exist. Mustache then prints nothing, \
                so a misspelling would become a gap on every page.
                """),
        remedy: LocalizedText(
            sv: "Rätta stavningen. Värdena står i `docs/mallar.md`.",
            en: "Mend the spelling. The values stand in `docs/templates.md`."),
        bad: .file(template, "{{#sourceLine}}<p class=\"source\">{{{sorceLine}}}</p>{{/sourceLine}}"),
        good: .file(template, "{{#sourceLine}}<p class=\"source\">{{{sourceLine}}}</p>{{/sourceLine}}"))

    static let missingString = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Ett av webbplatsens egna ord saknas eller är tomt på ett av dess språk. En knapp eller rubrik skulle \
                stå utan ord.
                """,
            en: """
                One of the site's own words is missing or empty in one of its languages. A button or heading would \
                stand without words.
                """),
        remedy: LocalizedText(
            sv: "Skriv ordet i `Site/Strings`, eller ta bort raden så att programmets eget ord gäller.",
            en: "Write the word in `Site/Strings`, or remove the line so that the program's own word holds."),
        bad: .file("Site/Strings/sv.yaml", "thread:\n  title: \"\"\n"),
        good: .file("Site/Strings/sv.yaml", "thread:\n  title: \"Från mål till krona\"\n"))

    static let themeContrast = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En färg under `tema` i `Site/site.yaml` syns för dåligt mot bakgrunden, i ljust eller mörkt läge. WCAG 2.2 \
                kräver 4,5:1 för text och 3:1 för linjer och märken som betyder något. De färger du inte anger tas ur \
                stilmallen.
                """,
            en: """
                A colour under `theme` in `Site/site.yaml` is hard to see on its ground, in the light or in the dark. \
                WCAG 2.2 asks for 4.5:1 for text and 3:1 for lines and marks that mean something. The colours that you \
                don't set are those of the style sheet.
                """),
        remedy: LocalizedText(
            sv: "Välj en mörkare eller ljusare färg; meddelandet föreslår den närmaste i samma ton.",
            en: "Choose a darker or lighter colour; the message proposes the nearest of the same hue."),
        bad: site("titel: Våra planer\ntema:\n  link: \"#5fa8d8\""),
        good: site("titel: Våra planer\ntema:\n  link: \"#14608f\""))

    static let accessibilityStatement = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Lagen (2018:1937) om tillgänglighet till digital offentlig service kräver en tillgänglighetsredogörelse. \
                Den står på `accessibility/` och görs av `tillgänglighet` i `Site/site.yaml`; här saknas hela blocket, \
                eller något som lagen frågar efter. Sidan säger då att uppgiften saknas.
                """,
            en: """
                Swedish law (2018:1937) asks public bodies for an accessibility statement. It stands at `accessibility/` \
                and is made from `accessibility` in `Site/site.yaml`; the whole block is missing here, or something that \
                the law asks for. The page then says that it is not stated.
                """),
        remedy: LocalizedText(
            sv: """
                Skriv uppgifterna. Den som inte omfattas av lagen skriver `accessibility-statement: off` under \
                `kontroller`.
                """,
            en: "State them. Who is outside the law writes `accessibility-statement: off` under `checks`."),
        bad: .file("Site/site.yaml", "titel: Våra planer\ntillgänglighet:\n  ansvarig: Exempelkommunen"),
        good: .file("Site/site.yaml", "titel: Våra planer\n" + ExampleFrame.accessibility))

    private static func site(_ text: String) -> Example { .file("Site/site.yaml", text) }
}
