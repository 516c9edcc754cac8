internal import PlanModel

/// Findings about captions and rows that are read as text, in words.
extension Diagnostic {
    /// - Parameter mended: the caption as it should be; empty where a blank line above it is all that is missing.
    static func lostCaption(mended: String, at position: SourcePosition) -> Diagnostic {
        guard !mended.isEmpty else {
            return Diagnostic(
                .captionSyntax,
                at: position,
                LocalizedText(
                    sv: "tabellrubriken sitter ihop med texten ovanför och läses som en del av den",
                    en: "the caption is stuck to the text above and read as a part of it"
                ),
                help: LocalizedText(sv: "sätt en tom rad före den", en: "put a blank line before it")
            )
        }
        return Diagnostic(
            .captionSyntax,
            at: position,
            LocalizedText(
                sv: "raden ser ut som en tabellrubrik men börjar inte med 'Tabell:'",
                en: "the line looks like a caption but doesn't begin with 'Table:'"
            ),
            help: LocalizedText(sv: "skriv raden så här: \(mended)", en: "write the line like this: \(mended)")
        )
    }

    /// - Parameter isError: whether the rows were surely meant as a table.
    static func brokenTable(
        _ reason: DocumentBuilder.LostRows, isError: Bool, at position: SourcePosition
    ) -> Diagnostic {
        let message: LocalizedText
        let help: LocalizedText
        switch reason {
        case .wordDashes(let mended):
            message = LocalizedText(
                sv: "raden under rubrikerna har tankstreck i stället för bindestreck, så det blir ingen tabell",
                en: "the row under the headings has dashes instead of hyphens, so this is no table"
            )
            help = LocalizedText(sv: "skriv den så här: \(mended)", en: "write it like this: \(mended)")
        case .columns(let heading, let below):
            message = LocalizedText(
                sv: "rubrikraden har \(heading) kolumner men raden under \(below), så det blir ingen tabell",
                en: "the heading row has \(heading) columns but the row under it \(below), so this is no table"
            )
            help = LocalizedText(
                sv: "ge raderna lika många: |\(String(repeating: "---|", count: max(1, min(heading, 12))))",
                en: "give the rows as many: |\(String(repeating: "---|", count: max(1, min(heading, 12))))"
            )
        case .noDelimiterRow(let mended):
            message = LocalizedText(
                sv: "raderna blir ingen tabell: under rubrikerna saknas raden med bindestreck",
                en: "the rows are no table: the row of hyphens under the headings is missing"
            )
            help = LocalizedText(
                sv: "skriv under rubrikerna: \(mended)",
                en: "write under the headings: \(mended)"
            )
        case .apart:
            message = LocalizedText(
                sv: "raderna hör inte till någon tabell; en tom rad skiljer dem från tabellen ovanför",
                en: "the rows belong to no table; a blank line sets them apart from the table above"
            )
            help = LocalizedText(sv: "ta bort den tomma raden", en: "remove the blank line")
        case .tabs(let mended):
            message = LocalizedText(
                sv: "kolumnerna skiljs med tabbar, så det blir ingen tabell",
                en: "tabs stand between the columns, so this is no table"
            )
            help = LocalizedText(
                sv: "skriv lodräta streck mellan rutorna: \(mended)",
                en: "write bars between the cells: \(mended)"
            )
        }
        return Diagnostic(isError ? .brokenTable : .looseTableRow, at: position, message, help: help)
    }
}
