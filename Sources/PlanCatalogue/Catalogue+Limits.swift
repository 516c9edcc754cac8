package import PlanModel

extension Catalogue {
    /// Every limit with the finding that tells of it, as Markdown.
    package static func limits(in language: Language) -> String {
        var page = HandbookPage(language)
        page.title(LocalizedText(sv: "Gränser", en: "Limits"))
        page.paragraph(
            LocalizedText(
                sv: """
                    Ingen fil ska kunna få bygget att hänga eller fylla minnet. Därför finns gränser. De ligger långt \
                    över vad någon plan behöver. Det som går över en gräns blir ett fel med fil, rad, kolumn och en väg \
                    ut, och läses inte; allt annat läses som vanligt. Inom gränserna växer tiden i takt med texten. \
                    Meddelandena förklaras i [meddelanden.md](meddelanden.md), vad vi skyddar oss mot i \
                    [sakerhet.md](sakerhet.md).
                    """,
                en: """
                    No file may make the build hang or fill the memory. So there are limits. They lie far above what \
                    any plan needs. What goes beyond one is an error with file, line, column and a way out, and isn't \
                    read; all else is read as always. Within the limits time grows in step with the text. The messages \
                    are explained in [messages.md](messages.md), what we guard against in [security.md](security.md).
                    """))
        page.table(
            [
                LocalizedText(sv: "vad", en: "what"), LocalizedText(sv: "högst", en: "at most"),
                LocalizedText(sv: "meddelande", en: "message"),
            ],
            Limit.allCases.map { [$0.subject[language], $0.amount[language], "`\($0.code.rawValue)`"] })
        return page.text
    }
}
