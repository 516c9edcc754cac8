extension CalendarDate {
    /// The date with the month and day that it does not state set to the last there are.
    package var lastDay: CalendarDate {
        let month = month ?? 12
        return CalendarDate(year: year, month: month, day: day ?? Self.days(inMonth: month, of: year)) ?? self
    }

    /// The date with the month and day that it does not state set to the first.
    package var firstDay: CalendarDate { CalendarDate(year: year, month: month ?? 1, day: day ?? 1) ?? self }

    /// Whether nothing of it is still to come on a day.
    package func isPast(on day: CalendarDate) -> Bool { lastDay < day.firstDay }
}

extension Period {
    /// The last month or year of it.
    package var lastDate: CalendarDate {
        let month: Int? =
            switch part {
            case .month(let number): number
            case .tertial(let number): number * 4
            case .quarter(let number): number * 3
            case nil: nil
            }
        return CalendarDate(year: last, month: month)
    }
}
