import PlanModel

/// Findings about values of keys and cells: both languages side by side.
extension Diagnostic {
    static func wrongShape(
        _ key: String, found: LocalizedText, _ type: FieldType, at position: SourcePosition
    ) -> Diagnostic {
        let wanted = wantedShape(type)
        return Diagnostic(
            .wrongValueType, at: position,
            LocalizedText(
                sv: "'\(key)' är \(found.swedish); det ska vara \(wanted.swedish)",
                en: "'\(key)' is \(found.english); it should be \(wanted.english)"),
            help: LocalizedText(sv: "skriv \(wanted.swedish)", en: "write \(wanted.english)"))
    }

    private static func wantedShape(_ type: FieldType) -> LocalizedText {
        switch type {
        case .decision:
            LocalizedText(
                sv: "nycklarna organ, datum, paragraf och diarienummer, indragna under",
                en: "the keys body, date, paragraph and diary-number, indented below")
        case .agenda:
            LocalizedText(
                sv: "en lista med ärenden, vart och ett med '- titel:'",
                en: "a list of items, each with '- title:'")
        case .periodValues:
            LocalizedText(sv: "ett värde, eller värden per period", en: "a value, or values by period")
        case .texts, .references, .responsible:
            LocalizedText(sv: "en text, eller en lista av texter", en: "a text, or a list of texts")
        case .text, .flag, .reference, .period, .date, .status, .bodyKind, .goalKind, .assignmentKind, .direction,
            .moneyUnit, .count:
            LocalizedText(sv: "ett enda värde på en rad", en: "a single value on one line")
        }
    }

    static func notAFlag(_ text: Located<String>, key: String) -> Diagnostic {
        Diagnostic(
            .wrongValueType, at: text.position,
            LocalizedText(
                sv: "'\(text.value)' är varken ja eller nej, som '\(key)' ska vara",
                en: "'\(text.value)' is neither yes nor no, as '\(key)' should be"),
            help: LocalizedText(sv: "skriv ja eller nej", en: "write yes or no"))
    }

    static func notACount(_ text: Located<String>, key: String) -> Diagnostic {
        Diagnostic(
            .wrongValueType, at: text.position,
            LocalizedText(
                sv: "'\(text.value)' är inget heltal, som '\(key)' ska vara",
                en: "'\(text.value)' isn't a whole number, as '\(key)' should be"),
            help: LocalizedText(
                sv: "skriv bara siffror, gärna i grupper: 343 746",
                en: "write digits alone, in groups if you like: 343 746"))
    }

    static func severalReferences(_ text: Located<String>, key: String) -> Diagnostic {
        Diagnostic(
            .wrongValueType, at: text.position,
            LocalizedText(
                sv: "'\(text.value)' är flera id; '\(key)' är ett enda",
                en: "'\(text.value)' is several ids; '\(key)' is a single one"),
            help: LocalizedText(sv: "behåll ett id", en: "keep one id"))
    }

    static func invalidPeriod(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .invalidPeriod, at: text.position,
            LocalizedText(sv: "'\(text.value)' är ingen period", en: "'\(text.value)' isn't a period"),
            help: WrittenDate.period(text.value).map {
                LocalizedText(sv: "skriv \($0.text)", en: "write \($0.text)")
            }
                ?? LocalizedText(
                    sv: "skriv 2025, 2019–2021, 2025-M03, 2025-T1 eller 2025-Q2",
                    en: "write 2025, 2019–2021, 2025-M03, 2025-T1 or 2025-Q2"))
    }

    static func invalidDate(_ text: Located<String>, needsDay: Bool) -> Diagnostic {
        let isShort = needsDay && CalendarDate(text.value) != nil
        if let meant = WrittenDate.day(text.value) {
            return Diagnostic(
                .invalidDate, at: text.position,
                LocalizedText(
                    sv: "'\(text.value)' läses inte som ett datum; de skrivs år-månad-dag",
                    en: "'\(text.value)' isn't read as a date; they are written year-month-day"),
                help: LocalizedText(sv: "skriv \(meant.text)", en: "write \(meant.text)"))
        }
        return Diagnostic(
            .invalidDate, at: text.position,
            LocalizedText(
                sv: isShort ? "'\(text.value)' saknar dag" : "'\(text.value)' är inget datum i kalendern",
                en: isShort ? "'\(text.value)' lacks the day" : "'\(text.value)' isn't a date of the calendar"),
            help: needsDay
                ? LocalizedText(sv: "skriv år-månad-dag: 2019-01-29", en: "write year-month-day: 2019-01-29")
                : LocalizedText(
                    sv: "skriv 2019-01-29, 2019-01 eller 2019", en: "write 2019-01-29, 2019-01 or 2019"))
    }

    static func unknownUnit(_ text: Located<String>) -> Diagnostic {
        // `kkr` is as near to kr as to tkr and mkr: what is a thousand times more is not guessed at.
        let folded = text.value.lowercased()
        let nearest = MoneyUnit.allSpellings.filter { Spelling.distance(folded, $0, limit: 1) <= 1 }
        let units = Set(nearest.compactMap { MoneyUnit(spelling: $0) })
        let near =
            nearest.isEmpty
            ? Spelling.nearest(to: text.value, among: MoneyUnit.allSpellings) : units.count == 1 ? nearest.first : nil
        return Diagnostic(
            .unknownUnit, at: text.position,
            LocalizedText(
                sv: "okänd enhet '\(text.value)'" + (near.map { "; menade du '\($0)'?" } ?? ""),
                en: "unknown unit '\(text.value)'" + (near.map { "; did you mean '\($0)'?" } ?? "")),
            help: LocalizedText(
                sv: "skriv kr, tkr, mnkr, mdkr, EUR eller MEUR", en: "write kr, tkr, mnkr, mdkr, EUR or MEUR"))
    }

    static func unknownStatus(_ text: Located<String>, name: String, allowed: [Status]) -> Diagnostic {
        let swedish = allowed.compactMap(\.spellings.first)
        let english = allowed.map(\.rawValue)
        return unknownWord(.unknownStatus, text, name: name, swedish: swedish, english: english)
    }

    static func unknownWord<Words: Vocabulary>(
        _ code: DiagnosticCode, _ text: Located<String>, name: String, in words: Words.Type
    ) -> Diagnostic {
        let all = Array(Words.allCases)
        return unknownWord(
            code, text, name: name, swedish: all.compactMap(\.spellings.first), english: all.map(\.rawValue))
    }

    private static func unknownWord(
        _ code: DiagnosticCode, _ text: Located<String>, name: String, swedish: [String], english: [String]
    ) -> Diagnostic {
        let near = Spelling.nearest(to: text.value, among: swedish + english)
        return Diagnostic(
            code, at: text.position,
            LocalizedText(
                sv: "'\(text.value)' är inget värde för '\(name)'" + (near.map { "; menade du '\($0)'?" } ?? ""),
                en: "'\(text.value)' is no value for '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")),
            help: LocalizedText(
                sv: "skriv någon av: " + swedish.joined(separator: ", "),
                en: "write one of: " + english.joined(separator: ", ")))
    }

    static func agendaItemShape(found: LocalizedText, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .wrongValueType, at: position,
            LocalizedText(
                sv: "ärendet är \(found.swedish); det ska vara nycklar, först 'titel:'",
                en: "the item is \(found.english); it should be keys, first 'title:'"),
            help: LocalizedText(sv: "skriv '- titel: …'", en: "write '- title: …'"))
    }

    static func agendaItemWithoutTitle(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .missingKey, at: position,
            LocalizedText(sv: "ärendet saknar 'titel'", en: "the item lacks 'title'"),
            help: LocalizedText(sv: "lägg till 'titel:'", en: "add 'title:'"))
    }
}
