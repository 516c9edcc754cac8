import PlanModel

/// Findings about captions, columns and rows: both languages side by side.
extension Diagnostic {
    static func unknownTableClass(_ name: Located<String>, nearest: String?) -> Diagnostic {
        Diagnostic(
            .unknownTableClass, at: name.position,
            LocalizedText(
                sv: "okänd tabellklass '.\(name.value)'" + (nearest.map { "; menade du '.\($0)'?" } ?? ""),
                en: "unknown table class '.\(name.value)'" + (nearest.map { "; did you mean '.\($0)'?" } ?? "")),
            help: LocalizedText(
                sv: "skriv någon av: "
                    + TableClass.allCases.compactMap(\.spellings.first).map { "." + $0 }.joined(separator: ", "),
                en: "write one of: " + TableClass.allCases.map { "." + $0.rawValue }.joined(separator: ", ")))
    }

    static func secondTableClass(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .captionSyntax, at: name.position,
            LocalizedText(
                sv: "'.\(name.value)' är en andra klass; en tabell betyder en sak",
                en: "'.\(name.value)' is a second class; a table means one thing"),
            help: LocalizedText(sv: "behåll en klass", en: "keep one class"))
    }

    static func sourceWithoutClass(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .captionSyntax, at: position,
            LocalizedText(
                sv: "src= utan klass; bara tabeller med klass läses ur filer",
                en: "src= without a class; only tables with a class are read from files"),
            help: LocalizedText(
                sv: "lägg till en klass, som .investeringar", en: "add a class, such as .investments"))
    }

    static func unknownAttribute(_ key: Located<String>) -> Diagnostic {
        let known = CaptionReader.Attribute.allCases.map(\.rawValue)
        let near = Spelling.nearest(to: key.value, among: known)
        return Diagnostic(
            .unknownKey, at: key.position,
            LocalizedText(
                sv: "okänt attribut '\(key.value)'" + (near.map { "; menade du '\($0)'?" } ?? ""),
                en: "unknown attribute '\(key.value)'" + (near.map { "; did you mean '\($0)'?" } ?? "")),
            help: LocalizedText(
                sv: "skriv någon av: " + known.joined(separator: ", "),
                en: "write one of: " + known.joined(separator: ", ")))
    }

    static func acceptWithoutReason(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .captionSyntax, at: position,
            LocalizedText(
                sv: "accept= utan skäl; skälet visas under tabellen",
                en: "accept= without a reason; the reason is shown under the table"),
            help: LocalizedText(sv: "skriv accept=\"skälet\"", en: "write accept=\"the reason\""))
    }

    static func sourceAndRows(_ path: Located<String>) -> Diagnostic {
        Diagnostic(
            .captionSyntax, at: path.position,
            LocalizedText(
                sv: "src='\(path.value)' och en tabell i texten; rubriken kan bara ha den ena",
                en: "src='\(path.value)' and a table in the text; the caption can only have one of them"),
            help: LocalizedText(sv: "ta bort tabellen, eller src=", en: "remove the table, or src="))
    }

    static func unknownColumn(_ heading: Located<String>, meant name: String) -> Diagnostic {
        Diagnostic(
            .unknownColumn, at: heading.position,
            LocalizedText(
                sv: "okänd kolumn '\(heading.value)'; menade du '\(name)'?",
                en: "unknown column '\(heading.value)'; did you mean '\(name)'?"),
            help: LocalizedText(
                sv: "skriv '\(name)', eller ett ord som inte liknar det",
                en: "write '\(name)', or a word that isn't like it"))
    }

    static func duplicateColumn(_ heading: Located<String>, first: String) -> Diagnostic {
        Diagnostic(
            .duplicateColumn, at: heading.position,
            LocalizedText(
                sv: "kolumnen '\(heading.value)' betyder samma sak som '\(first)'",
                en: "the column '\(heading.value)' means the same as '\(first)'"),
            help: LocalizedText(
                sv: "ta bort den ena, eller ge den en annan rubrik", en: "remove one, or give it another heading"))
    }

    static func missingColumn(_ names: [String], at position: SourcePosition) -> Diagnostic {
        let list = names.joined(separator: " / ")
        return Diagnostic(
            .missingColumn, at: position,
            LocalizedText(
                sv: "kolumnen '\(list)' saknas; utan den säger raderna inte vad de är",
                en: "the column '\(list)' is missing; without it the rows don't say what they are"),
            help: LocalizedText(
                sv: "ge en kolumn den rubriken, eller ändra tabellens klass",
                en: "give a column that heading, or change the table's class"))
    }

    static func tooManyCells(at position: SourcePosition, columns: Int, isCSV: Bool) -> Diagnostic {
        Diagnostic(
            .tooManyCells, at: position,
            LocalizedText(
                sv: "raden har fler rutor än rubrikens \(columns); resten hör inte till någon kolumn",
                en: "the row has more cells than the heading's \(columns); the rest belong to no column"),
            help: isCSV
                ? LocalizedText(
                    sv: "sätt rutor med skiljetecken inom citattecken, eller lägg till en rubrik",
                    en: "quote cells that hold the separator, or add a heading")
                : LocalizedText(
                    sv: "skriv \\| för ett streck i en ruta, eller lägg till en rubrik",
                    en: "write \\| for a bar within a cell, or add a heading"))
    }

    static func emptyTitle(_ heading: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .emptyTitle, at: position,
            LocalizedText(
                sv: "raden har inget i kolumnen '\(heading)'; den säger vad raden heter",
                en: "the row has nothing in the column '\(heading)', which names the row"),
            help: LocalizedText(sv: "fyll i rutan, eller ta bort raden", en: "fill the cell, or remove the row"))
    }

    static func outcomeWithoutID(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .emptyTitle, at: position,
            LocalizedText(
                sv: "raden har inget Id; det säger vilken indikator eller aktivitet utfallet gäller",
                en: "the row has no Id, which says what indicator or activity the outcome is about"),
            help: LocalizedText(sv: "skriv dess id", en: "write its id"))
    }

    static func missingMoney(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .missingColumn, at: position,
            LocalizedText(
                sv: "ingen kolumn har belopp, så ingenting i tabellen kan räknas om",
                en: "no column holds amounts, so nothing in the table can be recomputed"),
            help: LocalizedText(
                sv:
                    "ge beloppens kolumn ett år, 'Budget', 'Bokslut', 'Ram', 'Utfall', 'Prognos' eller 'Belopp' i rubriken",
                en: "give the amounts' column a year, 'Budget', 'Actuals', 'Frame', 'Outcome', 'Forecast' or 'Amount'"))
    }

    static func unreadableAmount(_ text: Located<String>, _ fault: AmountFault, style: NumberStyle) -> Diagnostic {
        let example = style == .english ? "2,547.4" : "2 547,4"
        let code: DiagnosticCode
        let message: LocalizedText
        var help = LocalizedText(
            sv: "skriv ett tal som \(example), eller lämna rutan tom där belopp saknas",
            en: "write a number like \(example), or leave the cell empty where there is none")
        switch fault {
        case .notANumber:
            code = .invalidNumber
            message = LocalizedText(
                sv: "'\(text.value)' är inget tal, och kolumnen innehåller belopp",
                en: "'\(text.value)' isn't a number, and the column holds amounts")
        case .decimalPoint:
            code = .invalidNumber
            message = LocalizedText(
                sv: "'\(text.value)' har punkt i talet; på svenska skrivs decimaler med komma",
                en: "'\(text.value)' has a point in the number; in Swedish files decimals take a comma")
            help = LocalizedText(
                sv: "skriv som \(example)", en: "write it like \(example)")
        case .grouping:
            code = .invalidNumber
            message = LocalizedText(
                sv: "'\(text.value)' har siffror i grupper som inte är om tre",
                en: "'\(text.value)' has digits in groups that aren't of three")
            help = LocalizedText(sv: "skriv som \(example)", en: "write it like \(example)")
        case .tooLong:
            code = .invalidNumber
            message = LocalizedText(
                sv: "talet har fler än \(Limit.digits.value) siffror",
                en: "the number has more than \(Limit.digits.value) digits")
        case .unknownUnit(let word):
            let near = Spelling.nearest(to: word, among: MoneyUnit.allSpellings)
            code = .unknownUnit
            message = LocalizedText(
                sv: "okänd enhet '\(word)' efter talet" + (near.map { "; menade du '\($0)'?" } ?? ""),
                en: "unknown unit '\(word)' after the number" + (near.map { "; did you mean '\($0)'?" } ?? ""))
            help = LocalizedText(
                sv: "skriv kr, tkr, mnkr, mdkr, EUR, MEUR eller %, eller talet ensamt",
                en: "write kr, tkr, mnkr, mdkr, EUR, MEUR or %, or the number alone")
        }
        return Diagnostic(code, at: text.position, message, help: help)
    }
}
