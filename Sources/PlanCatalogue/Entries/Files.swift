import PlanModel

/// Findings about files as such.
extension CatalogueEntry {
    static let notUTF8 = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Filen är sparad i en äldre teckenkodning, så å, ä och ö skulle bli fel tecken på sidan. Alla textfiler \
                ska vara UTF-8. Bara CSV-filer får också vara Windows-1252, för så sparar Excel dem.
                """,
            en: """
                The file is saved in an older encoding, so å, ä and ö would come out as other characters. All text \
                files must be UTF-8. Only CSV files may also be Windows-1252, since Excel saves them so.
                """),
        remedy: LocalizedText(
            sv: "Öppna filen i redigeraren och spara den med teckenkodningen UTF-8.",
            en: "Open the file in the editor and save it with the encoding UTF-8."),
        bad: .files(
            ExampleFile(
                "Content/org/om.md",
                bytes: Array("---\ntyp: sida\ntitel: V".utf8) + [0xE4] + Array("gen hit\n---\n\nText.\n".utf8),
                shown: "---\ntyp: sida\ntitel: V\u{FFFD}gen hit\n---\n\nText.\n")),
        good: .file("Content/org/om.md", "---\ntyp: sida\ntitel: Vägen hit\n---\n\nText."))

    static let emptyFile = CatalogueEntry(
        meaning: LocalizedText(
            sv:
                "Filen har inget innehåll. En tom sida hjälper ingen, och oftast har något gått fel när filen sparades.",
            en: "The file has no content. An empty page helps nobody, and mostly something went wrong in saving it."),
        remedy: LocalizedText(
            sv: "Skriv det som ska stå i filen, eller ta bort den.",
            en: "Write what the file is to say, or remove it."),
        bad: .files(ExampleFile("Content/org/om.md", "")),
        good: .file("Content/org/om.md", "---\ntyp: sida\ntitel: Om planerna\n---\n\nSå här är planerna skrivna."))

    static let fileTooLarge = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Textfilen är större än 20 MB. Så stor är ingen plan; troligen har en bild eller en bilaga fått fel \
                filändelse. En bilaga får vara högst 500 MB.
                """,
            en: """
                The text file is larger than 20 MB. No plan is that large; most likely a picture or an attachment has \
                the wrong file extension. An attachment may be 500 MB at most.
                """),
        remedy: LocalizedText(
            sv: "Dela upp filen i flera, eller ge den rätt filändelse.",
            en: "Split the file, or give it the right extension."),
        bad: .untold(
            LocalizedText(sv: "En fil på över 20 MB ryms inte här.", en: "A file of more than 20 MB has no room here.")),
        good: .untold(LocalizedText(sv: "Vilken fil som helst under 20 MB.", en: "Any file below 20 MB.")))

    static let limitExceeded = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Texten går över en av gränserna i [granser.md](granser.md). De ligger långt över vad någon plan \
                behöver och finns för att ingen fil ska kunna få bygget att hänga eller fylla minnet. Det som är för \
                mycket läses inte.
                """,
            en: """
                The text goes beyond one of the limits in [limits.md](limits.md). They lie far above what any plan \
                needs and are there so that no file makes the build hang or fills the memory. What is too much isn't \
                read.
                """),
        remedy: LocalizedText(
            sv: "Dela upp texten, raden eller tabellen, eller lägg den som en bilaga och länka till den.",
            en: "Split the text, the line or the table, or put it beside the text as an attachment and link to it."),
        bad: .project(
            [
                ExampleFile(
                    ExampleFrame.plan,
                    ExampleFrame.planHeader + String(repeating: "ord ", count: Limit.line.value / 4 + 1) + "\n",
                    shown: String(repeating: "ord ", count: 20) + "… 200 000 tecken till på samma rad.\n")
            ], isFramed: true),
        good: .plan("Korta stycken är lättast att läsa."))

    static let unreadableFile = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                I Content ligger något som inte går att läsa som en fil: en länk som inte leder någonstans, en mapp \
                som leder tillbaka till sig själv, ett rör, eller ett namn med osynliga tecken. Sådant kan inte \
                publiceras.
                """,
            en: """
                Something in Content can't be read as a file: a link that leads nowhere, a folder that leads back to \
                itself, a pipe, or a name with hidden characters. None of that can be published.
                """),
        remedy: LocalizedText(
            sv: "Ta bort det, eller lägg själva filen där i stället.",
            en: "Remove it, or put the file itself there."),
        bad: .untold(
            LocalizedText(
                sv: "En symbolisk länk som inte leder någonstans går inte att visa som text.",
                en: "A symbolic link that leads nowhere can't be shown as text.")),
        good: .untold(LocalizedText(sv: "En vanlig fil.", en: "An ordinary file.")))

    static let symlinkOutside = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En symbolisk länk i Content leder till något utanför Content. Bara det som ligger i Content \
                publiceras, annars kunde en länk råka lägga ut vad som helst från datorn.
                """,
            en: """
                A symbolic link in Content leads to something outside it. Only what lies in Content is published; \
                otherwise a link could put anything from the computer on the web by accident.
                """),
        remedy: LocalizedText(
            sv: "Lägg själva filen eller mappen i Content i stället för en länk.",
            en: "Put the file or folder itself in Content instead of a link."),
        bad: .untold(
            LocalizedText(
                sv:
                    "En symbolisk länk går inte att visa som text. Exempel: Content/underlag → /home/gemensam/underlag.",
                en: "A symbolic link can't be shown as text. Example: Content/underlag → /home/gemensam/underlag.")),
        good: .untold(LocalizedText(sv: "En vanlig mapp i Content.", en: "An ordinary folder in Content.")))

    static let contentMissing = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                Mappen som kommandot fick har ingen mapp som heter Content. Där ligger allt som ska bli webbplatsen, \
                så det finns inget att bygga.
                """,
            en: """
                The folder given to the command has no folder named Content. All that becomes the site lies there, so \
                there is nothing to build.
                """),
        remedy: LocalizedText(
            sv: "Kör kommandot i projektets mapp, eller börja en ny med `klarplan init MAPP`.",
            en: "Run the command in the project's folder, or begin a new one with `klarplan init FOLDER`."),
        bad: .project([ExampleFile("Site/site.yaml", "title: Exempelkommunens planer\n")], isFramed: false),
        good: .project(
            [
                ExampleFile("Site/site.yaml", "title: Exempelkommunens planer\n"),
                ExampleFile(
                    "Content/index.md", "---\ntyp: sida\ntitel: Våra planer\n---\n\nHär läser du våra planer.\n"),
            ], isFramed: false))
}
