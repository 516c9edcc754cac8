/// A day, a month or a year, as exactly as the source states it.
package struct CalendarDate: Hashable, Sendable, Comparable {
    package let year: Int
    /// 1–12, or `nil` where only the year is stated.
    package let month: Int?
    /// 1–31, or `nil` where only the month is stated.
    package let day: Int?

    /// Reads `2019-01-29`, `2019-01` or `2019`; a day that no calendar has is none.
    package init?(_ text: String) {
        let parts = text.trimmed().split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let year = parts.first.flatMap(Period.year), parts.count <= 3,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        var month: Int?
        var day: Int?
        if parts.count > 1 {
            guard parts[1].utf8.count == 2, let number = Int(parts[1]), (1...12).contains(number) else { return nil }
            month = number
        }
        if parts.count > 2 {
            guard parts[2].utf8.count == 2, let number = Int(parts[2]), number >= 1,
                number <= Self.days(inMonth: month ?? 1, of: year)
            else { return nil }
            day = number
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// A year, or a month of it.
    ///
    /// - Parameters:
    ///   - year: 1900–2199.
    ///   - month: 1–12.
    package init(year: Int, month: Int?) {
        self.year = year
        self.month = month
        day = nil
    }

    /// A day; `nil` where the calendar has none such.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// As the contract writes it: `2019-01-29`.
    package var text: String {
        var text = "\(year)"
        if let month { text += month < 10 ? "-0\(month)" : "-\(month)" }
        if let day { text += day < 10 ? "-0\(day)" : "-\(day)" }
        return text
    }

    /// Whether the day is stated.
    package var isExact: Bool { day != nil }

    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
    }

    /// How many days a month has, 1–12, by the Gregorian calendar.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
