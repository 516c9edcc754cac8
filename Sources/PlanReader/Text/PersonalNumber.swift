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
        while index < text.count {
            guard isDigit(text[index]) else {
                index += 1
                continue
            }
            let end = text[index...].firstIndex { !isDigit($0) } ?? text.count
            if let (length, masked) = number(text, index..<end, wantsSign: wantsSign) {
                found.append((index, masked))
                index += length
            } else {
                index = end
            }
        }
        return found
    }

    /// A number whose first digits are a run of digits.
    private static func number(
        _ text: [Unicode.Scalar], _ run: Range<Int>, wantsSign: Bool
    ) -> (length: Int, masked: String)? {
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
        if run.lowerBound > 0, isJoiner(text[run.lowerBound - 1]) { return nil }
        if end < text.count, isJoiner(text[end]) { return nil }
        // With its century, the number begins with 18, 19 or 20.
        if all.count == 12, !(18...20).contains(all[0] * 10 + all[1]) { return nil }
        let short = Array(all.suffix(10))
        let month = short[2] * 10 + short[3]
        let written = short[4] * 10 + short[5]
        guard (1...12).contains(month), (1...31).contains(written) || (61...91).contains(written), passesLuhn(short)
        else { return nil }
        return (end - run.lowerBound, shown + "XXXX")
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "+" || scalar == " " || scalar == "\u{A0}" || scalar == "\u{2013}"
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// What makes the digits part of something longer.
    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "/" || scalar.properties.isAlphabetic || isDigit(scalar)
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
