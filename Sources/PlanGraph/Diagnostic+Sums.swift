import PlanModel

/// Findings about money, both languages side by side.
extension Diagnostic {
    static func sumDiffers(
        _ check: SumCheck, label: String, at position: SourcePosition, accepted: String?
    ) -> Diagnostic {
        let what = LocalizedText(
            sv: "\(label): tryckt \(check.printed.text(in: .swedish)), men de \(check.terms.count) raderna ger "
                + "\(check.computed.text(in: .swedish)); skillnaden är \(signed(check.difference, .swedish)) "
                + "(avrundning förklarar högst \(check.tolerance.text(in: .swedish)))",
            en: "\(label): printed \(check.printed.text(in: .english)), but its \(check.terms.count) rows give "
                + "\(check.computed.text(in: .english)); the difference is \(signed(check.difference, .english)) "
                + "(rounding explains at most \(check.tolerance.text(in: .english)))")
        return difference(.sumDiffers, what, at: position, accepted: accepted)
    }

    static func partsExceedWhole(
        _ check: PartsCheck, whole: Amount, label: String, at position: SourcePosition, accepted: String?
    ) -> Diagnostic {
        let what = LocalizedText(
            sv: "delarna av '\(label)' blir \(check.sum.text(in: .swedish)), mer än radens \(whole.text(in: .swedish))",
            en: "the parts of '\(label)' make \(check.sum.text(in: .english)), more than the row's "
                + whole.text(in: .english))
        return difference(.partsExceedWhole, what, at: position, accepted: accepted)
    }

    static func frameBridgeDiffers(
        _ bridge: FrameBridge, unit: MoneyUnit, at position: SourcePosition, accepted: String?
    ) -> Diagnostic {
        func text(_ language: Language) -> [String] {
            [bridge.before, bridge.changes, bridge.before + bridge.changes, bridge.after].map { $0.text(in: language) }
        }
        let sv = text(.swedish)
        let en = text(.english)
        let what = LocalizedText(
            sv: "ramen \(bridge.year - 1) \(sv[0]) och ändringarna \(sv[1]) ger \(sv[2]) \(unit.rawValue), men ramen "
                + "\(bridge.year) är \(sv[3]); skillnaden är \(signed(bridge.difference, .swedish)) "
                + "(avrundning förklarar högst \(bridge.tolerance.text(in: .swedish)))",
            en: "the frame of \(bridge.year - 1), \(en[0]), and the changes, \(en[1]), make \(en[2]) \(unit.rawValue), "
                + "but the frame of \(bridge.year) is \(en[3]); the difference is "
                + "\(signed(bridge.difference, .english)) (rounding explains at most "
                + "\(bridge.tolerance.text(in: .english)))")
        return difference(.frameBridgeDiffers, what, at: position, accepted: accepted)
    }

    /// An error, or the note that the public sees where the author has accepted the difference.
    private static func difference(
        _ code: DiagnosticCode, _ what: LocalizedText, at position: SourcePosition, accepted: String?
    ) -> Diagnostic {
        guard let accepted else {
            return Diagnostic(
                code, at: position, what,
                help: LocalizedText(
                    sv: "rätta talen, eller skriv accept=\"skälet\" på tabellens rubrikrad om källan trycker så",
                    en: "mend the figures, or write accept=\"the reason\" on the caption if the source prints it so"))
        }
        return Diagnostic(
            .acceptedDifference, at: position,
            LocalizedText(sv: "\(what.swedish). \(accepted)", en: "\(what.english). \(accepted)"))
    }

    static func sumNotComputable(_ cell: TableCell) -> Diagnostic {
        Diagnostic(
            .sumNotComputable, at: cell.position,
            LocalizedText(
                sv: "summan \(cell.text) går inte att räkna om: ingen av raderna den gäller har något tal",
                en: "the sum \(cell.text) can't be recomputed: none of the rows that it covers has a figure"))
    }

    static func mixedCurrencies(_ currencies: Set<Currency>, at position: SourcePosition) -> Diagnostic {
        let names = currencies.map(\.rawValue).sorted().joined(separator: ", ")
        return Diagnostic(
            .mixedCurrencies, at: position,
            LocalizedText(sv: "summan blandar valutor: \(names)", en: "the sum mixes currencies: \(names)"),
            help: LocalizedText(
                sv: "räkna om till en valuta, eller dela tabellen", en: "convert to one currency, or split the table"))
    }

    static func missingUnit(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .missingUnit, at: position,
            LocalizedText(
                sv: "tabellen säger inte i vilken enhet beloppen står",
                en: "the table doesn't say which unit its amounts are in"),
            help: LocalizedText(
                sv: "skriv unit=tkr (eller kr, mnkr, mdkr, EUR, MEUR) på rubrikraden, eller enhet: i planen",
                en: "write unit=tkr (or kr, mnkr, mdkr, EUR, MEUR) on the caption, or unit: in the plan"))
    }

    static func acceptWithoutDifference(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .acceptWithoutDifference, at: position,
            LocalizedText(sv: "accept= behövs inte: alla summor stämmer", en: "accept= isn't needed: all sums hold"),
            help: LocalizedText(sv: "ta bort accept=", en: "remove accept="))
    }

    static func unknownTotalLabel(_ label: Located<String>, nearest: String?) -> Diagnostic {
        Diagnostic(
            .unknownTotalLabel, at: label.position,
            LocalizedText(
                sv: "ingen rad heter '\(label.value)'" + (nearest.map { "; menade du '\($0)'?" } ?? ""),
                en: "no row is called '\(label.value)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")),
            help: LocalizedText(sv: "skriv raden som den heter i tabellen", en: "write the row as the table has it"))
    }

    private static func signed(_ amount: Amount, _ language: Language) -> String {
        (amount > .zero ? "+" : "") + amount.text(in: language)
    }
}
