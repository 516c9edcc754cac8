import Mustache
package import PlanModel

/// Findings about templates, both languages side by side.
extension Diagnostic {
    static func templateSyntax(_ error: any Error, at position: SourcePosition) -> Diagnostic {
        let what: LocalizedText =
            switch error as? MustacheTemplate.Error {
            case .sectionCloseNameIncorrect:
                LocalizedText(
                    sv: "avsnittet stängs med ett annat namn än det öppnades med",
                    en: "the section is closed by another name than it was opened by")
            case .unfinishedName:
                LocalizedText(sv: "märket {{ stängs aldrig med }}", en: "the tag {{ is never closed by }}")
            case .expectedSectionEnd:
                LocalizedText(
                    sv: "ett avsnitt {{#…}} stängs aldrig med {{/…}}",
                    en: "a section {{#…}} is never closed by {{/…}}")
            default:
                LocalizedText(sv: "mallen går inte att läsa", en: "the template can't be read")
            }
        return Diagnostic(
            .templateSyntax, at: position, what,
            help: LocalizedText(
                sv: "rätta märket, eller ta bort filen för att få programmets egen mall",
                en: "mend the tag, or remove the file to get the program's own template"))
    }

    static func unknownTemplateName(_ name: String, nearest: String?, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .unknownTemplateName, at: position,
            LocalizedText(
                sv: "mallen har inget värde '\(name)'" + (nearest.map { "; menade du '\($0)'?" } ?? ""),
                en: "the template has no value '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")),
            help: LocalizedText(
                sv: "handboken räknar upp mallens värden", en: "the handbook lists the template's values"))
    }

    static func unknownString(_ name: String, nearest: String?, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .unknownTemplateName, at: position,
            LocalizedText(
                sv: "texten '\(name)' finns inte i Site/Strings" + (nearest.map { "; menade du '\($0)'?" } ?? ""),
                en: "the text '\(name)' isn't in Site/Strings" + (nearest.map { "; did you mean '\($0)'?" } ?? "")),
            help: LocalizedText(
                sv: "lägg till den i Site/Strings/sv.yaml och en.yaml",
                en: "add it to Site/Strings/sv.yaml and en.yaml"))
    }

    static func missingPartial(_ name: String, nearest: String?, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .unknownTemplateName, at: position,
            LocalizedText(
                sv: "delmallen '\(name)' finns inte" + (nearest.map { "; menade du '\($0)'?" } ?? ""),
                en: "the partial '\(name)' doesn't exist" + (nearest.map { "; did you mean '\($0)'?" } ?? "")),
            help: LocalizedText(
                sv: "skapa Site/Templates/\(name).mustache", en: "create Site/Templates/\(name).mustache"))
    }

    static func circularPartial(_ name: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .templateSyntax, at: position,
            LocalizedText(sv: "delmallen '\(name)' innehåller sig själv", en: "the partial '\(name)' contains itself"),
            help: LocalizedText(sv: "ta bort ett av leden", en: "remove one of the steps"))
    }

    static func unsupportedTag(_ tag: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .templateSyntax, at: position,
            LocalizedText(sv: "märket '{{\(tag)}}' används inte här", en: "the tag '{{\(tag)}}' isn't used here"),
            help: LocalizedText(
                sv: "skriv {{namn}}, {{{namn}}}, {{#namn}}…{{/namn}}, {{^namn}}…{{/namn}} eller {{> delmall}}",
                en: "write {{name}}, {{{name}}}, {{#name}}…{{/name}}, {{^name}}…{{/name}} or {{> partial}}"))
    }

    package static func templateNotUTF8(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .notUTF8, at: position,
            LocalizedText(sv: "mallen är inte UTF-8", en: "the template isn't UTF-8"),
            help: LocalizedText(sv: "spara filen med teckenkodningen UTF-8", en: "save the file as UTF-8"))
    }

    static func layoutWithoutContent(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .templateSyntax, at: position,
            LocalizedText(
                sv: "mallen 'layout' visar aldrig sidans innehåll",
                en: "the template 'layout' never shows the page's content"),
            help: LocalizedText(
                sv: "skriv {{{content}}} där innehållet ska stå",
                en: "write {{{content}}} where the content is to stand"))
    }

    static func unusedTemplate(_ name: String, nearest: String?, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .unknownTemplateName, at: position,
            LocalizedText(
                sv: "ingen sida använder mallen '\(name)'" + (nearest.map { "; menade du '\($0)'?" } ?? ""),
                en: "no page uses the template '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")),
            help: LocalizedText(sv: "byt filens namn, eller ta bort den", en: "rename the file, or remove it"))
    }
}
