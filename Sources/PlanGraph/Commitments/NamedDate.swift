package import PlanModel

/// The day by which something is to be done, read out of words: `december 2019`, `kvartal 2 2020`, `31/12 2019`.
///
/// The last date that the words name counts, since what has a beginning and an end is promised by its end. Words that name
/// no year (`löpande`, `årligen`, `i maj`) name no date.
package enum NamedDate {
    /// The latest date in a text, as exactly as it is stated; `nil` where none is.
    ///
    /// A part of a year stands for its last month: a quarter, a third or a season.
    package static func last(in text: String) -> CalendarDate? {
        let tokens = words(of: text)
        var latest: CalendarDate?
        for index in tokens.indices {
            guard let date = date(at: index, of: tokens) else { continue }
            // Of two that end together the more exact one speaks.
            if let known = latest, !(known.lastDay < date.lastDay || (known.lastDay == date.lastDay && known < date)) {
                continue
            }
            latest = date
        }
        return latest
    }

    /// Letters and digits, and the signs within dates; all else parts words.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.lowercased().unicodeScalars {
            let isDash = "–—−\u{2010}\u{2011}".unicodeScalars.contains(scalar)
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "/" || scalar == ":"
            {
                word.unicodeScalars.append(scalar)
            } else if scalar == "-" || isDash {
                word.append("-")
            } else {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.flatMap { word in isWhole(word) ? [word] : word.split(separator: "-").map(String.init) }
    }

    /// A date or a part of a year with its dash, which is not parted: `2019-06-30`, `2020-t1`.
    private static func isWhole(_ word: String) -> Bool {
        CalendarDate(word) != nil || Period(word)?.part != nil
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
            let day = Int(earlier.prefix(while: \.isNumber)).flatMap { CalendarDate(year: year, month: month, day: $0) }
            return day ?? CalendarDate(year: year, month: month)
        }
        let parts = before.split(separator: "/")
        if parts.count == 2, let day = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month) {
            return CalendarDate(year: year, month: month, day: day) ?? CalendarDate(year: year, month: month)
        }
        if let season = seasons[before] { return CalendarDate(year: year, month: season) }
        return part(before, earlier).flatMap { CalendarDate(year: year, month: $0) }
            ?? CalendarDate(year: year, month: nil)
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
}
