import PlanModel

/// Findings about words, and about files in other languages: both languages side by side.
extension Diagnostic {
    /// What comes of what stands in a file, in a comment or not.
    static func exposure(isComment: Bool) -> LocalizedText {
        isComment
            ? LocalizedText(
                sv: "det står i en kommentar: den visas inte, men filen kan bli läst",
                en: "it stands in a comment, which isn't shown, but the file may be read")
            : LocalizedText(sv: "sidan blir offentlig", en: "the page becomes public")
    }

    static func personalNumber(masked: String, isComment: Bool, at position: SourcePosition) -> Diagnostic {
        let exposure = exposure(isComment: isComment)
        return Diagnostic(
            .personalNumber, at: position,
            LocalizedText(
                sv: "\(masked) ser ut som ett personnummer; \(exposure.swedish)",
                en: "\(masked) looks like a personal identity number; \(exposure.english)"),
            help: LocalizedText(sv: "ta bort numret", en: "remove the number"))
    }

    static func lostDefinition(_ label: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .lostDefinition, at: position,
            LocalizedText(
                sv: "raden syns inte på sidan: '[\(label)]:' först på en rad är en länkadress i Markdown",
                en: "the line isn't shown: '[\(label)]:' at the start of a line is a link's address in Markdown"),
            help: LocalizedText(
                sv: "skriv '[\(label)] – …' eller sätt ett ord före klammern",
                en: "write '[\(label)] – …' or put a word before the bracket"))
    }

    static func placeholder(_ text: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .placeholder, at: position,
            LocalizedText(
                sv: "'\(text)' ser ut som en platshållare som ingen har fyllt i",
                en: "'\(text)' looks like a placeholder that nobody has filled in"),
            help: LocalizedText(sv: "skriv det som ska stå här", en: "write what should stand here"))
    }

    static func intranetLink(_ host: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .intranetLink, at: position,
            LocalizedText(
                sv: "länken går till '\(host)', som bara nås inom organisationens eget nät",
                en: "the link goes to '\(host)', which only the organisation's own network reaches"),
            help: LocalizedText(
                sv: "länka till en offentlig sida, eller lägg filen i Content",
                en: "link to a public page, or put the file in Content"))
    }

    static func secondOriginal(_ path: String, _ language: Language) -> Diagnostic {
        Diagnostic(
            .duplicateID, at: SourcePosition(file: path, line: 1, column: 1),
            LocalizedText(
                sv:
                    "filen är på webbplatsens första språk (\(language.rawValue)), och det är filen utan '.\(language.rawValue)' också",
                en:
                    "the file is in the site's first language (\(language.rawValue)), and so is the one without '.\(language.rawValue)'"
            ),
            help: LocalizedText(sv: "ta bort den ena", en: "remove one of them"))
    }

    static func translationWithoutOriginal(_ path: String, original: String) -> Diagnostic {
        Diagnostic(
            .translationWithoutOriginal, at: SourcePosition(file: path, line: 1, column: 1),
            LocalizedText(
                sv: "filen är en översättning, men '\(original)' finns inte",
                en: "the file is a translation, but there is no '\(original)'"),
            help: LocalizedText(
                sv: "skriv originalet, eller ta bort språket ur filens namn",
                en: "write the original, or remove the language from the file's name"))
    }

    static func tableWithoutOriginal(_ id: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .translationWithoutOriginal, at: position,
            LocalizedText(
                sv: "tabellen '\(id)' finns inte i originalet", en: "the table '\(id)' isn't in the original"),
            help: LocalizedText(
                sv: "ge den samma id som i originalet: {#id …}", en: "give it the same id as in the original: {#id …}"))
    }

    static func rowWithoutOriginal(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            .translationWithoutOriginal, at: id.position,
            LocalizedText(
                sv: "raden '\(id.value)' finns inte i originalets tabell",
                en: "the row '\(id.value)' isn't in the original's table"),
            help: LocalizedText(sv: "skriv samma id som där", en: "write the same id as there"))
    }

    static func translationDiffers(
        _ what: String, _ text: Located<String>, original: String, at place: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .translationDiffers, at: text.position,
            LocalizedText(
                sv: "'\(what)' är '\(text.value)' här men '\(original)' i originalet, \(place.file):\(place.line)",
                en: "'\(what)' is '\(text.value)' here but '\(original)' in the original, \(place.file):\(place.line)"),
            help: LocalizedText(sv: "skriv samma uppgift i båda", en: "write the same in both"))
    }

    static func tableShapeDiffers(
        at position: SourcePosition, rows: Int, columns: Int, original: (rows: Int, columns: Int)
    ) -> Diagnostic {
        Diagnostic(
            .translationDiffers, at: position,
            LocalizedText(
                sv:
                    "tabellen har \(rows) rader och \(columns) kolumner; originalet har \(original.rows) och \(original.columns)",
                en:
                    "the table has \(rows) rows and \(columns) columns; the original has \(original.rows) and \(original.columns)"
            ),
            help: LocalizedText(sv: "skriv samma rader och kolumner", en: "write the same rows and columns"))
    }
}
