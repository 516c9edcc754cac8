/// Swedish personal identity numbers: `YYMMDD-NNNN` or `YYYYMMDD-NNNN`, with `+` from the year of one's hundredth birthday.
///
/// The last digit is a check digit (Luhn over ten digits). Organisation numbers look alike, but their third digit is 2
/// or more, which no month has. Coordination numbers have 60 added to the day.
enum PersonalNumber {
    /// Where numbers begin in a line, with the form in which a message may show them.
    static func find(in text: [Unicode.Scalar]) -> [(index: Int, masked: String)] {
        var found: [(index: Int, masked: String)] = []
        for sign in text.indices where text[sign] == "-" || text[sign] == "+" {
            let after = digits(text[(sign + 1)...].prefix { isDigit($0) })
            let before = digits(text[..<sign].reversed().prefix { isDigit($0) }).reversed() as [Int]
            guard after.count == 4, before.count == 6 || before.count == 8 else { continue }
            let start = sign - before.count
            let next = sign + 5
            if start > 0, isJoiner(text[start - 1]) { continue }
            if next < text.count, isJoiner(text[next]) { continue }
            let short = Array(before.suffix(6))
            let month = short[2] * 10 + short[3]
            let day = (short[4] * 10 + short[5]) % 60
            guard (1...12).contains(month), (1...31).contains(day), passesLuhn(short + after) else { continue }
            let shown = String(String.UnicodeScalarView(text[start...sign])) + "XXXX"
            found.append((start, shown))
        }
        return found
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
