import PlanModel

/// Swedish personal identity numbers: `YYMMDD-NNNN` or `YYYYMMDD-NNNN`, with `+` from the year of one's hundredth birthday;
/// also with a space or nothing between (folkbokföringslagen 1991:481, 18 §).
///
/// The last digit is a check digit (Luhn over ten digits). Organisation numbers look alike, but their third digit is 2
/// or more, which no month has. Coordination numbers have 60 added to the day.
enum PersonalNumber {
    /// Where numbers begin in a line, with the form in which a message may show them.
    ///
    /// - Parameter wantsSign: whether ten digits in a row are left alone, as in files of numbers.
    static func find(in text: [Unicode.Scalar], wantsSign: Bool = false) -> [(index: Int, masked: String)] {
        var found: [(index: Int, masked: String)] = []
        var index = 0
        // Where the last digits end that look like a number, whatever stands beside them.
        var lookalikeEnd: Int?
        while index < text.count {
            guard isDigit(text[index]) else {
                index += 1
                continue
            }
            let end = text[index...].firstIndex { !isDigit($0) } ?? text.count
            guard let (last, masked) = number(text, index..<end, wantsSign: wantsSign) else {
                index = end
                continue
            }
            if isJoined(before: index, in: text, lookalikeEnd) || isJoined(after: last, in: text, wantsSign) {
                index = end
            } else {
                found.append((index, masked))
                index = last
            }
            lookalikeEnd = last
        }
        return found
    }

    /// Whether what stands before digits makes them part of something longer; `/` may also part two numbers.
    private static func isJoined(before start: Int, in text: [Unicode.Scalar], _ lookalikeEnd: Int?) -> Bool {
        guard start > 0 else { return false }
        guard text[start - 1] == "/" else { return isJoiner(text[start - 1]) }
        return start > 1 && isDigit(text[start - 2]) && lookalikeEnd != start - 1
    }

    private static func isJoined(after end: Int, in text: [Unicode.Scalar], _ wantsSign: Bool) -> Bool {
        guard end < text.count else { return false }
        guard text[end] == "/" else { return isJoiner(text[end]) }
        guard end + 1 < text.count, isDigit(text[end + 1]) else { return false }
        let last = text[(end + 1)...].firstIndex { !isDigit($0) } ?? text.count
        return number(text, (end + 1)..<last, wantsSign: wantsSign) == nil
    }

    /// A number whose first digits are a run of digits, whatever stands beside it.
    private static func number(
        _ text: [Unicode.Scalar], _ run: Range<Int>, wantsSign: Bool
    ) -> (end: Int, masked: String)? {
        var end = run.upperBound
        var all = digits(text[run])
        var shown = String(String.UnicodeScalarView(text[run]))
        switch run.count {
        case 6, 8:
            guard end < text.count, isSign(text[end]) else { return nil }
            let last = text[(end + 1)...].prefix { isDigit($0) }
            guard last.count == 4 else { return nil }
            shown += String(Character(text[end]))
            all += digits(last)
            end += 5
        case 10 where !wantsSign, 12: shown = String(shown.dropLast(4))
        default: return nil
        }
        // With its century, the number begins with 18, 19 or 20.
        if all.count == 12, !(18...20).contains(all[0] * 10 + all[1]) { return nil }
        let short = Array(all.suffix(10))
        let month = short[2] * 10 + short[3]
        let written = short[4] * 10 + short[5]
        guard (1...12).contains(month), (1...31).contains(written) || (61...91).contains(written), passesLuhn(short)
        else { return nil }
        if run.count == 8, isPeriod(all) { return nil }
        return (end, shown + "XXXX")
    }

    /// `20230101-1231`: two days of a year, the later one last.
    private static func isPeriod(_ digits: [Int]) -> Bool {
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let year = number(0..<4)
        return CalendarDate(year: year, month: number(4..<6), day: number(6..<8)) != nil
            && CalendarDate(year: year, month: number(8..<10), day: number(10..<12)) != nil
            && number(4..<8) < number(8..<12)
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "+", " ", "\u{A0}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}": true
        default: false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// What makes the digits part of something longer.
    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar.isLetter || isDigit(scalar)
    }

    private static func digits(_ scalars: some Sequence<Unicode.Scalar>) -> [Int] {
        scalars.map { Int($0.value) - 48 }
    }

    private static func passesLuhn(_ digits: [Int]) -> Bool {
        var sum = 0
        for (index, digit) in digits.enumerated() {
            let product = digit * (index % 2 == 0 ? 2 : 1)
            sum += product > 9 ? product - 9 : product
        }
        return sum % 10 == 0
    }
}
