import PlanModel

/// Findings about how a text is written, and about comments that silence findings: both languages side by side.
extension Diagnostic {
    static func privateAddress(_ address: String, isComment: Bool, at position: SourcePosition) -> Diagnostic {
        let exposure = exposure(isComment: isComment)
        return Diagnostic(
            .privateAddress, at: position,
            LocalizedText(
                sv: "\(address) är en privat e-postadress; \(exposure.swedish)",
                en: "\(address) is a private mail address; \(exposure.english)"),
            help: LocalizedText(
                sv: "skriv en adress till en funktion, som registrator@…",
                en: "write the address of an office, like info@…"))
    }

    static func personalAddress(_ address: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .personalAddress, at: position,
            LocalizedText(
                sv: "\(address) ser ut som en persons e-postadress; personer slutar, funktioner finns kvar",
                en: "\(address) looks like a person's mail address; people leave, offices stay"),
            help: LocalizedText(
                sv: "skriv en adress till en funktion, som registrator@…",
                en: "write the address of an office, like info@…"))
    }

    static func dateWithoutYear(_ date: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .dateWithoutYear, at: position,
            LocalizedText(
                sv: "'\(date)' har inget år; den som läser om ett år vet inte vilket som menas",
                en: "'\(date)' has no year; whoever reads it in a year can't tell which is meant"),
            help: LocalizedText(sv: "skriv året", en: "write the year"))
    }

    static func hardToRead(_ index: Int, longest: Int, at position: SourcePosition) -> Diagnostic {
        let limit = ReadingEase.limit
        return Diagnostic(
            .hardToRead, at: position,
            LocalizedText(
                sv: "texten är mycket svårläst: LIX är \(index), och över \(limit) räknas som mycket svårt. "
                    + "Här står den längsta meningen, \(longest) ord",
                en: "the text is very hard to read: its LIX is \(index), and above \(limit) counts as very hard. "
                    + "The longest sentence is here, \(longest) words"),
            help: LocalizedText(
                sv: "dela de längsta meningarna och byt långa ord mot korta",
                en: "divide the longest sentences and use shorter words"))
    }

    static func silencingUnknownWord(_ word: Located<String>) -> Diagnostic {
        Diagnostic(
            .silencingFault, at: word.position,
            LocalizedText(
                sv: "kommentaren börjar med 'klarplan:' men '\(word.value)' betyder ingenting där",
                en: "the comment begins with 'klarplan:' but '\(word.value)' means nothing there"),
            help: silencingHelp)
    }

    static func silencingWithoutCode(_ verb: Located<String>) -> Diagnostic {
        Diagnostic(
            .silencingFault, at: verb.position,
            LocalizedText(
                sv: "kommentaren säger inte vad som ska tystas", en: "the comment doesn't say what to silence"),
            help: silencingHelp)
    }

    static func silencingWithoutReason(_ code: Located<String>) -> Diagnostic {
        Diagnostic(
            .silencingFault, at: code.position,
            LocalizedText(
                sv: "'\(code.value)' tystas utan skäl; den som läser senare behöver veta varför",
                en: "'\(code.value)' is silenced without a reason; whoever reads it later needs to know why"),
            help: LocalizedText(sv: "lägg till skäl=\"…\"", en: "add reason=\"…\""))
    }

    static func silencingUnknownCode(_ code: Located<String>, nearest: String?) -> Diagnostic {
        Diagnostic(
            .silencingFault, at: code.position,
            LocalizedText(
                sv: "det finns inget meddelande '\(code.value)'" + (nearest.map { "; menade du '\($0)'?" } ?? ""),
                en: "there is no message '\(code.value)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")),
            help: LocalizedText(
                sv: "skriv koden som står inom klammer i meddelandet", en: "write the code in the message's brackets"))
    }

    private static let silencingHelp = LocalizedText(
        sv: "skriv <!-- klarplan: tysta KOD skäl=\"…\" -->", en: "write <!-- klarplan: ignore CODE reason=\"…\" -->")
}
