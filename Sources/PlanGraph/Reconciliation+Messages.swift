import PlanModel

/// What could not be compared.
enum Comparison {
    case sum(PrintedAmount)
    case parts
    /// The frame of a year.
    case frames(Int)
}

extension Reconciliation {
    static func diagnostic(of check: SumCheck, in table: PlanTable) -> Diagnostic? {
        let position = table.position(row: check.row, column: check.column)
        switch check.verdict {
        case .exact, .withinRounding: return nil
        case .notComputable(let reason): return diagnostic(of: reason, at: position, what: .sum(check.printed))
        case .differs(let difference):
            guard let computed = check.computed, let tolerance = check.tolerance else { return nil }
            let decimals = check.printed.value.scale
            let printed = check.printed.value.shown()
            let sum = computed.shown(decimals: decimals)
            let rows = LocalizedText.give(check.terms, of: table)
            let off = LocalizedText.difference(difference, tolerance: tolerance, decimals: decimals)
            return table.difference(
                .sumDiffers, at: position,
                LocalizedText(
                    sv: "summan \(printed.swedish) stämmer inte: \(rows.swedish) \(sum.swedish), \(off.swedish)",
                    en: "the sum \(printed.english) is wrong: \(rows.english) \(sum.english), \(off.english)"))
        }
    }

    static func partsExceedWhole(_ check: PartsCheck, in table: PlanTable) -> Diagnostic {
        let decimals = check.printed.value.scale
        let sum = check.sum.shown(decimals: decimals)
        let whole = check.printed.value.shown()
        let name = table.rowLabel(check.whole)
        let off = LocalizedText.difference(check.excess, tolerance: check.tolerance, decimals: decimals)
        return table.difference(
            .partsExceedWhole, at: table.position(row: check.parts.first ?? check.whole, column: check.column),
            LocalizedText(
                sv: "delarna är större än det hela: \(sum.swedish) av \(whole.swedish) i '\(name)', \(off.swedish)",
                en: "the parts exceed the whole: \(sum.english) of \(whole.english) in '\(name)', \(off.english)"))
    }

    static func diagnostic(of bridge: FrameBridge, in table: PlanTable) -> Diagnostic? {
        guard bridge.verdict.isDifference else { return nil }
        let decimals = bridge.to.scale
        let from = bridge.from.shown()
        let changes = bridge.changes.shown()
        let computed = bridge.computed.shown(decimals: decimals)
        let to = bridge.to.shown()
        let off = LocalizedText.difference(bridge.difference, tolerance: bridge.tolerance, decimals: decimals)
        let year = bridge.year
        return table.difference(
            .frameBridgeDiffers, at: table.columns[bridge.column].position,
            LocalizedText(
                sv: "ramen \(year) är \(to.swedish), men ramen \(year - 1) \(from.swedish) och ändringarna "
                    + "\(changes.swedish) ger \(computed.swedish), \(off.swedish)",
                en: "the frame of \(year) is \(to.english), but that of \(year - 1), \(from.english), and the changes, "
                    + "\(changes.english), give \(computed.english), \(off.english)"))
    }

    /// What an author hears of a comparison that could not be made; `nil` where another finding says it all.
    static func diagnostic(of reason: NotComputable, at position: SourcePosition, what: Comparison) -> Diagnostic? {
        let thing = what.name
        switch reason {
        case .mixedCurrencies:
            return Diagnostic(
                .mixedCurrencies, at: position,
                LocalizedText(
                    sv: "\(thing.swedish) har två valutor: kronor och euro kan inte summeras",
                    en: "\(thing.english) mixes two currencies: kronor and euro cannot be added up"),
                help: LocalizedText(
                    sv: "ange alla belopp i summan i samma valuta", en: "state all amounts of the sum in one currency"))
        case .allTermsMissing, .unreadableTerm, .missingUnit, .tooLarge:
            if case .parts = what { return nil }
            return Diagnostic(
                .sumNotComputable, at: position,
                LocalizedText(
                    sv: "\(thing.swedish) kan inte kontrolleras: \(reason.explanation.swedish)",
                    en: "\(thing.english) cannot be checked: \(reason.explanation.english)"))
        }
    }

    static func unknownTotalLabel(_ label: Located<String>, in table: PlanTable) -> Diagnostic {
        let column = table.labelColumn
        let labels = table.rows.indices.map { table.label(ofRow: $0, column: column) }
        let meant = Spelling.nearest(to: label.value, among: labels.filter { !$0.isEmpty })
        return Diagnostic(
            .unknownTotalLabel, at: label.position,
            LocalizedText(
                sv: "ingen rad heter '\(label.value)'" + (meant.map { "; menades '\($0)'?" } ?? ""),
                en: "no row is called '\(label.value)'" + (meant.map { "; did you mean '\($0)'?" } ?? "")),
            help: LocalizedText(
                sv: "skriv radernas namn i totals=\"…\" som de står i tabellen, åtskilda med semikolon",
                en: "write the labels in totals=\"…\" as they stand in the table, separated by semicolons"))
    }

    static func possibleTotal(row: Int, in table: PlanTable) -> Diagnostic {
        let column = table.labelColumn
        let name = table.label(ofRow: row, column: column)
        return Diagnostic(
            .possibleTotal, at: table.position(row: row, column: column),
            LocalizedText(
                sv: "'\(name)' låter som en summa men räknas som en vanlig rad",
                en: "'\(name)' sounds like a sum but counts as an ordinary row"),
            help: LocalizedText(
                sv: "är den en summa, skriv totals=\"\(name)\" på tabellens rubrikrad",
                en: "if it is a sum, add totals=\"\(name)\" to the caption"))
    }

    static func framesWithoutYears(_ reference: Located<String>) -> Diagnostic {
        Diagnostic(
            .framesWithoutYears, at: reference.position,
            LocalizedText(
                sv: "inget år kan kontrolleras: '\(reference.value)' har inte både årets ram och ramen året före",
                en: "no year can be checked: '\(reference.value)' lacks the year's frame or that of the year before"),
            help: LocalizedText(
                sv: "peka på en tabell som har båda åren, eller ta bort frames=",
                en: "name a table that has both years, or remove frames="))
    }

    static func missingUnit(in table: PlanTable) -> Diagnostic {
        Diagnostic(
            .missingUnit, at: table.position,
            LocalizedText(
                sv: "tabellens belopp har ingen enhet", en: "the table's amounts have no unit"),
            help: LocalizedText(
                sv: "skriv till exempel unit=mnkr på tabellens rubrikrad, eller ange enheten i planen",
                en: "add for example unit=mnkr to the caption, or state the unit of the plan"))
    }

    static func acceptWithoutDifference(in table: PlanTable) -> Diagnostic {
        Diagnostic(
            .acceptWithoutDifference, at: table.position,
            LocalizedText(
                sv: "accept=\"…\" behövs inte: inget i tabellen skiljer sig",
                en: "accept=\"…\" is not needed: nothing in the table differs"),
            help: LocalizedText(sv: "ta bort accept=\"…\"", en: "remove accept=\"…\""))
    }
}

extension PlanTable {
    /// An error, or a note with the reason where the caption accepts the table's differences.
    fileprivate func difference(
        _ code: DiagnosticCode, at position: SourcePosition, _ message: LocalizedText
    ) -> Diagnostic {
        guard let reason = attributes.accept?.value else {
            return Diagnostic(
                code, at: position, message,
                help: LocalizedText(
                    sv: "rätta siffrorna, eller skriv accept=\"skäl\" på tabellens rubrikrad om skillnaden är känd",
                    en: "correct the figures, or add accept=\"reason\" to the caption if the difference is known"))
        }
        return Diagnostic(
            .acceptedDifference, at: position,
            LocalizedText(
                sv: "känd skillnad: \(message.swedish). Skäl: \(reason)",
                en: "known difference: \(message.english). Reason: \(reason)"))
    }
}

extension Comparison {
    fileprivate var name: LocalizedText {
        switch self {
        case .sum(let printed): LocalizedText(sv: "summan \(printed.text)", en: "the sum \(printed.text)")
        case .parts: LocalizedText(sv: "det hela och dess delar", en: "the whole and its parts")
        case .frames(let year): LocalizedText(sv: "ramen \(year)", en: "the frame of \(year)")
        }
    }
}

extension LocalizedText {
    /// The rows that were added up, by name: all of them where they are few, else the first and the last.
    fileprivate static func give(_ rows: [Int], of table: PlanTable) -> LocalizedText {
        let names = rows.map { "'" + table.rowLabel($0) + "'" }
        let count = rows.count
        guard count > 3, let first = names.first, let last = names.last else {
            let list = names.joined(separator: ", ")
            return LocalizedText(
                sv: count == 1 ? "raden \(list) ger" : "raderna \(list) ger",
                en: count == 1 ? "the row \(list) gives" : "the rows \(list) give")
        }
        return LocalizedText(
            sv: "\(count) rader, från \(first) till \(last), ger", en: "\(count) rows, from \(first) to \(last), give")
    }

    /// `alltså −2,0 (tillåtet ±0,45)`
    fileprivate static func difference(_ amount: Amount, tolerance: Amount, decimals: Int) -> LocalizedText {
        let sign = amount.mantissa > 0 ? "+" : ""
        let shown = amount.shown(decimals: decimals)
        let allowed = tolerance.shown(decimals: 0)
        return LocalizedText(
            sv: "alltså \(sign)\(shown.swedish) (tillåtet ±\(allowed.swedish))",
            en: "so \(sign)\(shown.english) (allowed ±\(allowed.english))")
    }
}

extension Amount {
    /// The number in both languages, with the decimals it needs and at least those asked for.
    fileprivate func shown(decimals: Int? = nil) -> LocalizedText {
        let amount = decimals.map { normalised.padded(to: $0) } ?? self
        return LocalizedText(sv: amount.text(in: .swedish), en: amount.text(in: .english))
    }
}
