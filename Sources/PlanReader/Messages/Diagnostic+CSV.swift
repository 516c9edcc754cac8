import PlanModel

/// Findings about CSV files: both languages side by side.
extension Diagnostic {
    static func csvUnclosedQuote(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .csvSyntax, at: position,
            LocalizedText(
                sv: "citattecknet här stängs aldrig; resten av filen blir en enda ruta",
                en: "the quotation mark here is never closed; the rest of the file becomes a single cell"),
            help: LocalizedText(
                sv: "stäng med \", och skriv \"\" för ett citattecken inne i rutan",
                en: "close it with \", and write \"\" for a quotation mark within the cell"))
    }

    static func csvQuote(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .csvSyntax, at: position,
            LocalizedText(
                sv: "ett citattecken mitt i en ruta; då ska hela rutan stå inom citattecken och tecknet dubbleras",
                en: "a quotation mark within a cell; then the whole cell should be quoted and the mark doubled"),
            help: LocalizedText(sv: "skriv \"så \"\"här\"\" blir det\"", en: "write \"like \"\"this\"\" here\""))
    }

    static func csvWorkbook(_ path: String) -> Diagnostic {
        Diagnostic(
            .csvSyntax, at: SourcePosition(file: path, line: 1, column: 1),
            LocalizedText(
                sv: "det här är en Excelbok; src= läser bara CSV", en: "this is an Excel workbook; src= reads CSV alone"
            ),
            help: LocalizedText(
                sv: "i Excel: Arkiv, Spara som, CSV UTF-8; skriv sedan namnet på den filen i src=",
                en: "in Excel: File, Save As, CSV UTF-8; then write the name of that file in src="))
    }

    static func csvTabs(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .csvSyntax, at: position,
            LocalizedText(
                sv: "kolumnerna skiljs med tabb; i en CSV-fil skiljs de med semikolon eller komma",
                en: "tabs stand between the columns; in a CSV file semicolons or commas do"),
            help: LocalizedText(
                sv: "i Excel: Arkiv, Spara som, CSV UTF-8", en: "in Excel: File, Save As, CSV UTF-8"))
    }

    static func csvTitleRow(_ title: String, heading line: Int, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .csvSyntax, at: position,
            LocalizedText(
                sv: "första raden ska vara rubrikerna; här står '\(title)', och de kommer på rad \(line)",
                en: "the first row should be the headings; here it is '\(title)', and they come on line \(line)"),
            help: LocalizedText(
                sv: "ta bort raderna ovanför rubrikerna", en: "remove the rows above the headings"))
    }

    static func sourceOutside(_ path: Located<String>) -> Diagnostic {
        Diagnostic(
            .brokenLink, at: path.position,
            LocalizedText(
                sv: "src='\(path.value)' leder ut ur Content", en: "src='\(path.value)' leads out of Content"),
            help: LocalizedText(
                sv: "lägg filen bredvid Markdownfilen och skriv bara dess namn",
                en: "put the file beside the Markdown and write its name alone"))
    }

    static func sourceMissing(_ path: Located<String>, nearest: String?) -> Diagnostic {
        Diagnostic(
            .brokenLink, at: path.position,
            LocalizedText(
                sv: "filen '\(path.value)' finns inte" + (nearest.map { "; menade du '\($0)'?" } ?? ""),
                en: "there is no file '\(path.value)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")),
            help: LocalizedText(
                sv: "skriv vägen till en CSV-fil, räknad från den här filens mapp",
                en: "write the path of a CSV file, counted from this file's folder"))
    }
}
