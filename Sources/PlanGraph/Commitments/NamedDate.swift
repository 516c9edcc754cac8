package import PlanModel

/// The day by which something is to be done, read out of words: `december 2019`, `kvartal 2 2020`, `31/12 2019`.
///
/// The last date that the words name counts, since what has a beginning and an end is promised by its end. Words that name
/// no year (`löpande`, `årligen`, `i maj`) name no date, nor do a day that isn't in the calendar (`31/2 2020`) and a number that
/// counts something (`inom 2000 timmar`, `högst 2050 kr`).
package enum NamedDate {
    /// The latest date in a text, as exactly as it is stated; `nil` where none is.
    ///
    /// A part of a year stands for its last month: a quarter, a third or a season.
    package static func last(in text: String) -> CalendarDate? {
        let words = words(of: text)
        let texts = words.map(\.text)
        var latest: CalendarDate?
        for (index, word) in words.enumerated() where !word.isCounting {
            guard let date = date(at: index, of: texts) else { continue }
            // Of two that end together the more exact one speaks.
            if let known = latest, !(known.lastDay < date.lastDay || (known.lastDay == date.lastDay && known < date)) {
                continue
            }
            latest = date
        }
        return latest
    }

    private struct Word {
        var text: String
        /// Whether a sign stands between it and the next word.
        var isCut = false
        /// Whether it says how many there are of the next word.
        var isCounting = false
    }

    /// Letters and digits, and the signs within dates; all else parts words.
    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var word = ""
        func end() {
            if !word.isEmpty { words.append(Word(text: word)) }
            word = ""
        }
        for scalar in text.lowercased().unicodeScalars {
            if scalar.isLetter || scalar.properties.numericType != nil || scalar == "/" || scalar == ":" {
                word.unicodeScalars.append(scalar)
            } else if "-–—−\u{2010}\u{2011}".unicodeScalars.contains(scalar) {
                word.append("-")
            } else {
                end()
                if countingSigns.contains(scalar) {
                    words.append(Word(text: String(scalar)))
                } else if !scalar.isSpace, !words.isEmpty {
                    words[words.count - 1].isCut = true
                }
            }
        }
        end()
        for index in words.indices.dropLast() where !words[index].isCut {
            words[index].isCounting = units.contains(words[index + 1].text)
        }
        return words.flatMap { word in
            if isWhole(word.text) { return [word] }
            return word.text.split(separator: "-").map { Word(text: String($0), isCounting: word.isCounting) }
        }
    }

    /// A date or a part of a year with its dash, which is not parted: `2019-06-30`, `2020-t1`; also one that is written as
    /// a date and is none, so that its year isn't read alone.
    private static func isWhole(_ word: String) -> Bool {
        CalendarDate(word) != nil || Period(word)?.part != nil || isWrittenAsDate(word)
    }

    /// `2020-02-30`, `2020-13`: a year, a month and perhaps a day in one or two digits each.
    private static func isWrittenAsDate(_ word: String) -> Bool {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count) && parts.allSatisfy { $0.allSatisfy(\.isWholeNumber) }
            && parts.first?.count == 4 && parts.dropFirst().allSatisfy { (1...2).contains($0.count) }
    }

    private static func date(at index: Int, of words: [String]) -> CalendarDate? {
        let word = words[index]
        if word.contains("-") {
            return CalendarDate(word) ?? Period(word).map(\.lastDate)
        }
        // All other dates end in their year.
        guard let year = Period.year(word) else { return nil }
        guard index > 0 else { return CalendarDate(year: year, month: nil) }
        let before = words[index - 1]
        let earlier = index > 1 ? words[index - 2] : ""
        if let month = month(before) {
            // '31:a december' and '31st December' are days, too.
            guard let day = day(earlier) else { return CalendarDate(year: year, month: month) }
            return CalendarDate(year: year, month: month, day: day)
        }
        let parts = before.split(separator: "/")
        if parts.count == 2, parts.allSatisfy({ $0.count <= 2 }), let day = Int(parts[0]), let month = Int(parts[1]) {
            return CalendarDate(year: year, month: month, day: day)
        }
        if let season = seasons[before] { return CalendarDate(year: year, month: season) }
        if let month = part(before, earlier) { return CalendarDate(year: year, month: month) }
        return limits.contains(before) || limits.contains(earlier + " " + before)
            ? nil : CalendarDate(year: year, month: nil)
    }

    /// The day before a month: `31`, `31:a`, `31st`; `nil` for another word, and for a year, which is no day.
    private static func day(_ word: String) -> Int? {
        let digits = word.prefix(while: \.isWholeNumber)
        return digits.count <= 3 ? Int(digits) : nil
    }

    /// The last month of a part of a year: `q2`, `kvartal 2`, `t1`, `tertial 1`, `halvår 1`.
    private static func part(_ word: String, _ before: String) -> Int? {
        for (names, length, most) in [
            (["q", "k", "kv", "kvartal", "quarter"], 3, 4), (["t", "tertial"], 4, 3), (["halvår", "h", "half"], 6, 2),
        ] {
            for name in names {
                let digits = before == name ? word : word.hasPrefix(name) ? String(word.dropFirst(name.count)) : ""
                if let number = Int(digits), (1...most).contains(number) { return number * length }
                // 'andra kvartalet 2020' names its number first.
                if word == name || word == name + "et" || word == name + "en", let number = ordinals[before],
                    (1...most).contains(number)
                {
                    return number * length
                }
            }
        }
        return nil
    }

    private static func month(_ word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        return months.firstIndex { names in names.contains { $0 == word || (word.count == 3 && $0.hasPrefix(word)) } }
            .map { $0 + 1 }
    }

    private static let months: [[String]] = [
        ["januari", "january"], ["februari", "february"], ["mars", "march"], ["april"], ["maj", "may"],
        ["juni", "june"], ["juli", "july"], ["augusti", "august"], ["september", "sept"], ["oktober", "october"],
        ["november"], ["december"],
    ]

    /// The last month of each season, by Sweden's year.
    private static let seasons = [
        "våren": 5, "vår": 5, "spring": 5, "sommaren": 8, "sommar": 8, "summer": 8, "hösten": 11, "höst": 11,
        "autumn": 11, "årsskiftet": 12, "halvårsskiftet": 6,
    ]

    private static let ordinals = [
        "första": 1, "first": 1, "andra": 2, "second": 2, "tredje": 3, "third": 3, "fjärde": 4, "fourth": 4,
    ]

    /// What a number before it counts, so that the number is no year.
    private static let units: Set<String> = [
        "timmar", "timme", "timmars", "tim", "h", "hours", "hour", "minuter", "min", "minutes", "dagar", "dygn", "days",
        "veckor", "weeks", "månader", "months", "år", "years", "gånger", "times", "kr", "kronor", "öre", "sek", "kkr",
        "tkr", "mkr", "mnkr", "mdkr", "miljoner", "miljarder", "million", "euro", "eur", "st", "stycken", "procent",
        "procentenheter", "percent", "promille", "personer", "person", "people", "persons", "invånare", "inhabitants",
        "elever", "pupils", "patienter", "patients", "besök", "visits", "medarbetare", "anställda", "årsarbetare",
        "employees", "platser", "places", "bostäder", "lägenheter", "homes", "km", "m", "cm", "mm", "m2", "m3",
        "kvm", "kvadratmeter", "meter", "mil", "hektar", "ha", "kg", "g", "ton", "tons", "liter", "l", "w", "kw", "kwh",
        "mw", "mwh", "gwh", "twh", "%", "‰", "€", "$", "£",
    ]

    private static let countingSigns: Set<Unicode.Scalar> = ["%", "‰", "€", "$", "£"]

    /// What bounds a number that stands after it.
    private static let limits: Set<String> = [
        "högst", "minst", "cirka", "ca", "ungefär", "omkring", "drygt", "knappt", "maximalt", "max", "minimum",
        "maximum",
        "upp till", "up to", "at least", "at most", "about", "roughly", "approximately", "$", "€", "£", "sek",
        "§", "dnr", "nr",
    ]
}
