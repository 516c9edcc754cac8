import PlanModel

/// Values that can be read, but most likely not as they were meant.
enum DoubtfulValues {
    /// Times of day in a text that no clock shows: `25:70`. Words are nobody's mistake.
    static func time(_ text: Located<String>) -> Diagnostic? {
        let numbers = text.value.split { !($0.isNumber || $0 == ":" || $0 == ".") }
        for number in numbers {
            let parts = number.split(separator: ":", omittingEmptySubsequences: false)
                .flatMap { $0.split(separator: ".", omittingEmptySubsequences: false) }
            guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
                let hour = Int(parts[0]), let minute = Int(parts[1])
            else { continue }
            if hour > 24 || minute > 59 || (hour == 24 && minute > 0) {
                return .doubtful(
                    at: text.position,
                    LocalizedText(sv: "'\(number)' är inget klockslag", en: "'\(number)' isn't a time of day"),
                    help: LocalizedText(sv: "skriv \"13:00\"", en: "write \"13:00\""))
            }
        }
        return nil
    }

    /// A day in a schedule that is in no calendar: `2026-02-30`.
    static func schedule(_ text: Located<String>, in source: SourceText) -> Diagnostic? {
        let words = text.value.split { $0.isWhitespace || ",;()–".contains($0) }.map(String.init)
        for word in words {
            let parts = word.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.map(\.utf8.count) == [4, 2, 2],
                parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
                CalendarDate(word) == nil
            else { continue }
            var locator = PartLocator(text.position, in: source)
            return .doubtful(
                at: locator.next(word),
                LocalizedText(
                    sv: "'\(word)' är inget datum i kalendern", en: "'\(word)' isn't a date of the calendar"),
                help: LocalizedText(sv: "skriv en dag som finns: 2026-02-28", en: "write a day that exists: 2026-02-28")
            )
        }
        return nil
    }

    /// A number whose point may part thousands: `1.120`.
    static func points(_ text: Located<String>) -> Diagnostic? {
        guard isPointed(text.value), let dot = text.value.firstIndex(of: ".") else { return nil }
        let (whole, group) = (text.value[..<dot], text.value[text.value.index(after: dot)...])
        return .doubtful(
            at: text.position,
            LocalizedText(
                sv:
                    "'\(text.value)' kan vara \(whole) \(group) eller \(whole),\(group); det läses som \(whole),\(group)",
                en: "'\(text.value)' can be \(whole) \(group) or \(whole),\(group); it is read as \(whole),\(group)"),
            help: LocalizedText(
                sv: "skriv \(whole) \(group) eller \(whole),\(group), och likadant i hela kolumnen",
                en: "write \(whole) \(group) or \(whole),\(group), and so in the whole column"))
    }

    /// Whether a number has one point with three digits behind it, and is no fraction of one.
    static func isPointed(_ text: String) -> Bool {
        let digits = text.drop { "-−–+".contains($0) }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && (1...3).contains(parts[0].utf8.count) && parts[1].utf8.count == 3
            && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } } && parts[0].first != "0"
    }

    /// The value within typographic quotation marks that wrap all of it, or `nil`.
    static func unwrapped(_ text: String) -> String? {
        // None of these marks is ASCII, and most values are.
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        let value = text.trimmed()
        guard value.count > 2, let last = value.last, YAMLFaults.typographic.contains(last),
            let inner = YAMLFaults.withoutQuotes(value), !inner.isEmpty,
            !inner.contains(where: YAMLFaults.typographic.contains)
        else { return nil }
        return inner
    }

    static func quotes(_ inner: String, key: String, at position: SourcePosition) -> Diagnostic {
        .doubtful(
            at: position,
            LocalizedText(
                sv: "citattecknen är typografiska; bara raka räknas",
                en: "the quotation marks are typographic; only straight ones count"),
            help: LocalizedText(
                sv: "skriv raden så här: \(key): \"\(inner)\"", en: "write the line like this: \(key): \"\(inner)\""))
    }
}

extension Diagnostic {
    fileprivate static func doubtful(
        at position: SourcePosition, _ message: LocalizedText, help: LocalizedText
    ) -> Diagnostic {
        Diagnostic(.doubtfulValue, at: position, message, help: help)
    }
}
