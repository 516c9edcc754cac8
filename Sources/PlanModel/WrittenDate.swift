/// Dates and periods as people write them, which the contract doesn't read: for the message that says how to write them.
package enum WrittenDate {
    /// `20 januari 2026`, `den 16/6 2026`, `2026/01/20`, `20.1.2026`, `20260120` as a day, or `nil`.
    ///
    /// Two numbers are day and month, in that order.
    package static func day(_ text: String) -> CalendarDate? {
        let words = words(text)
        var numbers: [(value: Int, digits: Int)] = []
        var month: Int?
        for word in words {
            if let value = Int(word), word.utf8.allSatisfy({ (48...57).contains($0) }) {
                numbers.append((value, word.utf8.count))
            } else if let found = self.month(word) {
                guard month == nil else { return nil }
                month = found
            } else if !["den", "the", "kl", "th", "st", "nd", "rd", ":a", ":e"].contains(word) {
                return nil
            }
        }
        if numbers.count == 1, month == nil, numbers[0].digits == 8 {
            let value = numbers[0].value
            return CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
                .flatMap { (1900..<2200).contains($0.year) ? $0 : nil }
        }
        guard let yearIndex = numbers.firstIndex(where: { $0.digits == 4 && (1900..<2200).contains($0.value) }) else {
            return nil
        }
        let year = numbers.remove(at: yearIndex).value
        guard numbers.allSatisfy({ $0.digits <= 2 }) else { return nil }
        if let month {
            return numbers.count == 1 ? CalendarDate(year: year, month: month, day: numbers[0].value) : nil
        }
        guard numbers.count == 2 else { return nil }
        let (first, second) = (numbers[0].value, numbers[1].value)
        return yearIndex == 0
            ? CalendarDate(year: year, month: first, day: second) : CalendarDate(year: year, month: second, day: first)
    }

    /// `T1 2026`, `tertial 1 2026`, `kvartal 2 2026`, `mars 2026`, `2026/2028` as a period, or `nil`.
    package static func period(_ text: String) -> Period? {
        var words = words(text)
        let years = words.compactMap(Period.year)
        guard let first = years.first else { return nil }
        words.removeAll {
            Period.year($0) != nil || ["år", "helår", "året", "year", "hela", "till", "to"].contains($0)
        }
        if years.count == 2, words.isEmpty { return years[1] >= first ? Period(first: first, last: years[1]) : nil }
        guard years.count == 1 else { return nil }
        switch words.count {
        case 0: return Period(first: first)
        case 1:
            if let month = month(words[0]) { return Period(first: first, part: .month(month)) }
            if let number = Int(words[0]), words[0].utf8.count <= 2, (1...12).contains(number) {
                return Period(first: first, part: .month(number))
            }
            return Period("\(first)-\(words[0])")
        case 2:
            let letters: [String: String] = [
                "tertial": "T", "t": "T", "kvartal": "Q", "quarter": "Q", "q": "Q", "k": "Q", "månad": "M",
                "month": "M",
            ]
            let (number, word) = Int(words[0]) == nil ? (words[1], words[0]) : (words[0], words[1])
            return letters[word].flatMap { Period("\(first)-\($0)\(number)") }
        default: return nil
        }
    }

    /// In lower case: what stands between spaces and the signs that part numbers.
    private static func words(_ text: String) -> [String] {
        text.withoutInvisibleSigns().lowercased().split { $0.isWhitespace || "/.-–,()".contains($0) }.map(String.init)
    }

    /// A month's name or its short form, Swedish or English.
    private static func month(_ word: String) -> Int? {
        for names in [swedish, english] {
            if let index = names.firstIndex(where: {
                $0 == word || (word.count >= 3 && word.count <= 4 && $0.hasPrefix(word))
            }) {
                return index + 1
            }
        }
        return word == "okt" ? 10 : nil
    }

    private static let swedish = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ]
    private static let english = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
