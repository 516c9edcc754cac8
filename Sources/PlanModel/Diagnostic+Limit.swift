extension Diagnostic {
    /// What goes beyond a limit, and isn't read.
    ///
    /// - Parameter position: where it begins to be too much, or where what is too large begins.
    package static func limitExceeded(_ limit: Limit, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .limitExceeded, at: position,
            LocalizedText(
                sv: "\(limit.subject.swedish) får ha högst \(limit.amount.swedish); mer läses inte",
                en: "\(limit.subject.english) may have \(limit.amount.english) at most; more isn't read"),
            help: help(limit))
    }

    private static func help(_ limit: Limit) -> LocalizedText {
        switch limit {
        case .frontMatter:
            LocalizedText(
                sv: "flytta texten till sidan, under rubrikblocket",
                en: "move the text to the page, below the front matter")
        case .line:
            LocalizedText(
                sv: "dela raden; en bild som ligger inbäddad i texten ska vara en fil för sig",
                en: "break the line; a picture embedded in the text should be a file of its own")
        case .tableRows:
            LocalizedText(
                sv: "lägg upp tabellen som en bilaga och länka till den, eller dela upp den",
                en: "put the table beside the text as an attachment and link to it, or split it")
        case .tableColumns: LocalizedText(sv: "dela tabellen i flera", en: "divide the table into several")
        case .silencings:
            LocalizedText(sv: "rätta det som anmärks i stället", en: "mend what is reported instead")
        case .files:
            LocalizedText(
                sv: "ta bort det som inte ska publiceras, eller dela upp i flera webbplatser",
                en: "remove what isn't to be published, or divide it into several sites")
        case .textFile, .attachment, .yamlDepth, .markdownDepth, .imagesInParagraph, .folderDepth, .digits:
            LocalizedText(sv: "dela upp den", en: "split it")
        }
    }
}
