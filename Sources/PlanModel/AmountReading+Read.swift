extension AmountReading {
    /// Reads a cell of a money column.
    ///
    /// White space, `*` and marks of notes around the number are not part of it. Any text gives an answer; a text that
    /// could be read in two ways is a fault, never a guess.
    ///
    /// - Parameters:
    ///   - text: the cell without markup.
    ///   - style: how the file writes numbers.
    package static func read(_ text: String, style: NumberStyle) -> AmountReading {
        if let reading = readQuickly(text, style: style) { return reading }
        var scanner = AmountScanner(text)
        if scanner.isMissing { return .missing }
        do throws(AmountFault) {
            return .amount(try scanner.amount(in: style))
        } catch {
            return .unreadable(error)
        }
    }
}

extension AmountReading {
    /// What most texts are, read byte by byte: digits, perhaps decimals, perhaps a space and a unit; or words.
    ///
    /// - Returns: `nil` for all others, which scalars tell.
    private static func readQuickly(_ text: String, style: NumberStyle) -> AmountReading? {
        var copy = text
        return copy.withUTF8 { bytes -> AmountReading? in
            guard let first = bytes.first else { return nil }
            if (0x61...0x7A).contains(first | 0x20) { return .unreadable(.notANumber) }
            var mantissa = 0
            var index = 0
            func readDigits() -> Int {
                let start = index
                while index < bytes.count, (0x30...0x39).contains(bytes[index]), index - start < quickDigits {
                    mantissa = mantissa * 10 + Int(bytes[index] - 0x30)
                    index += 1
                }
                return index - start
            }
            let whole = readDigits()
            guard whole > 0, whole < quickDigits else { return nil }
            var decimals = 0
            if index < bytes.count, bytes[index] == decimalMark(style) {
                index += 1
                decimals = readDigits()
                guard decimals > 0, decimals < quickDigits else { return nil }
            }
            var unit: MoneyUnit?
            if index < bytes.count {
                guard bytes[index] == 0x20 else { return nil }
                let name = UnsafeBufferPointer(rebasing: bytes[(index + 1)...])
                guard let known = quickUnits.first(where: { $0.name.elementsEqual(name) }) else { return nil }
                unit = known.unit
            }
            return .amount(
                PrintedAmount(
                    text: text, value: Amount(mantissa: Int128(mantissa), scale: decimals), unit: unit,
                    isPercentage: false, hasPlus: false))
        }
    }

    /// Two runs of fewer digits than this are within the limit and the range.
    private static let quickDigits = 9

    private static let quickUnits = [MoneyUnit.kr, .tkr, .mnkr, .mdkr].flatMap { unit in
        unit.spellings.filter { !$0.contains(" ") }.map { (name: Array($0.utf8), unit: unit) }
    }

    /// The only mark of decimals that a style takes without a doubt.
    private static func decimalMark(_ style: NumberStyle) -> UInt8 {
        switch style {
        case .swedish, .csv: UInt8(ascii: ",")
        case .english: UInt8(ascii: ".")
        }
    }
}

extension AmountFault: Error {}

/// Walks through one printed amount: sign, digits in groups, decimals, then a unit or `%`.
private struct AmountScanner {
    /// The printed form without marks at its ends.
    private let scalars: ArraySlice<Unicode.Scalar>
    private var index: Int

    init(_ text: String) {
        scalars = Self.withoutMarks(Array(text.unicodeScalars)[...])
        index = scalars.startIndex
    }

    /// Whether the cell holds no value: nothing at all, or a single dash.
    var isMissing: Bool {
        guard let first = scalars.first else { return true }
        return scalars.count == 1 && AmountScalars.missing.contains(first)
    }

    mutating func amount(in style: NumberStyle) throws(AmountFault) -> PrintedAmount {
        let sign = readSign()
        let (digits, scale) = try readNumber(in: style)
        guard digits.count <= Limit.digits.value else { throw .tooLong }
        var mantissa: Int128 = 0
        for digit in digits { mantissa = mantissa * 10 + Int128(digit) }
        let number = String(String.UnicodeScalarView(scalars[..<index]))
        let ending = Self.withoutMarks(scalars[index...], footnotes: false)
        let rest = String(String.UnicodeScalarView(ending))
        let hasSpace = scalars[index..<ending.startIndex].contains(where: AmountScalars.isSpace)
        let suffix = try readSuffix(rest)
        return PrintedAmount(
            text: rest.isEmpty ? number : number + (hasSpace ? " " : "") + rest,
            value: Amount(mantissa: sign == .minus ? -mantissa : mantissa, scale: scale),
            unit: suffix.unit, isPercentage: suffix.isPercentage, hasPlus: sign == .plus)
    }

    private enum Sign { case none, plus, minus }

    private var current: Unicode.Scalar? { index < scalars.endIndex ? scalars[index] : nil }
    private var next: Unicode.Scalar? { index + 1 < scalars.endIndex ? scalars[index + 1] : nil }

    private mutating func readSign() -> Sign {
        guard let first = current else { return .none }
        let sign: Sign = first == "+" ? .plus : AmountScalars.minus.contains(first) ? .minus : .none
        guard sign != .none else { return .none }
        index += 1
        while let space = current, AmountScalars.isSpace(space) { index += 1 }
        return sign
    }

    private mutating func readDigits() -> [UInt8] {
        var digits: [UInt8] = []
        while let digit = current, ("0"..."9").contains(digit) {
            digits.append(UInt8(digit.value - 48))
            index += 1
        }
        return digits
    }

    /// The digits of the number without separators, and how many of them are decimals.
    private mutating func readNumber(in style: NumberStyle) throws(AmountFault) -> (digits: [UInt8], scale: Int) {
        var digits = readDigits()
        guard !digits.isEmpty else {
            throw current == "." && style == .swedish && isDigit(next) ? .decimalPoint : .notANumber
        }
        try readGroups(after: &digits, in: style)
        guard let mark = current, mark == "," || mark == ".", isDigit(next) else {
            if atStrayDigit { throw .grouping }
            return (digits, 0)
        }
        if style == .swedish, mark == "." { throw .decimalPoint }
        if style == .english, mark == "," { throw .grouping }
        index += 1
        let decimals = readDigits()
        if atStrayDigit { throw .grouping }
        if let mark = current, mark == "," || mark == ".", isDigit(next) {
            throw style == .swedish && mark == "." ? .decimalPoint : .notANumber
        }
        return (digits + decimals, decimals.count)
    }

    /// Groups of three behind the first digits, all set apart in the same way.
    private mutating func readGroups(after digits: inout [UInt8], in style: NumberStyle) throws(AmountFault) {
        let comma = style == .english && current == ","
        let leading = digits.count
        while let separator = current, comma ? separator == "," : AmountScalars.isGroupSpace(separator), isDigit(next) {
            guard leading <= 3 else { throw .grouping }
            index += 1
            let group = readDigits()
            guard group.count == 3 else { throw .grouping }
            digits += group
        }
    }

    /// Whether only white space stands between here and another digit (`2  547`).
    private var atStrayDigit: Bool {
        guard let space = current, AmountScalars.isSpace(space) else { return false }
        return isDigit(scalars[index...].first { !AmountScalars.isSpace($0) })
    }

    private func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return ("0"..."9").contains(scalar)
    }

    private func readSuffix(_ rest: String) throws(AmountFault) -> (unit: MoneyUnit?, isPercentage: Bool) {
        if rest.isEmpty { return (nil, false) }
        if rest == "%" { return (nil, true) }
        let words = rest.unicodeScalars.split(whereSeparator: AmountScalars.isSpace).map { String($0) }
        let name = words.joined(separator: " ")
        if let unit = MoneyUnit(spelling: name) { return (unit, false) }
        // A sentence behind a number is no unit that somebody misspelt.
        let areWords = words.allSatisfy { word in
            word.unicodeScalars.first.map(AmountScalars.beginsWord) ?? false
        }
        guard areWords, words.count <= 2, name.unicodeScalars.count <= 40 else { throw .notANumber }
        throw .unknownUnit(name)
    }

    /// Without white space, `*` and marks of notes at either end; `[^1]` only at the end.
    private static func withoutMarks(
        _ scalars: ArraySlice<Unicode.Scalar>, footnotes: Bool = true
    ) -> ArraySlice<Unicode.Scalar> {
        func isMark(_ scalar: Unicode.Scalar) -> Bool {
            if scalar.isASCII { return scalar == "*" || AmountScalars.isSpace(scalar) }
            return AmountScalars.isSpace(scalar) || AmountScalars.noteMarks.contains(scalar)
        }
        var rest = scalars.drop(while: isMark)
        while true {
            while let last = rest.last, isMark(last) { rest.removeLast() }
            guard footnotes, rest.last == "]", let open = rest.lastIndex(of: "["), open + 1 < rest.endIndex,
                rest[open + 1] == "^"
            else { return rest }
            rest = rest[..<open]
        }
    }
}

/// The characters that printed amounts are made of.
private enum AmountScalars {
    /// Alone, they mean no value: hyphen and en dash.
    static let missing: Set<Unicode.Scalar> = ["-", "\u{2013}"]

    /// Before a number: hyphen, en dash and minus.
    static let minus: Set<Unicode.Scalar> = ["-", "\u{2013}", "\u{2212}"]

    static let noteMarks: Set<Unicode.Scalar> = [
        "*", "†", "‡", "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁾", "⁽",
    ]

    /// White space, and what word processors leave behind that nobody sees.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9": false
        case "\u{9}"..."\u{D}", " ": true
        case "\u{0}"..."\u{7F}": false
        case "\u{200B}", "\u{2060}", "\u{FEFF}": true
        default: scalar.isSpace
        }
    }

    /// A space that may stand between groups of digits: not a tab, not a line end.
    static func isGroupSpace(_ scalar: Unicode.Scalar) -> Bool {
        isSpace(scalar) && !("\u{9}"..."\u{D}").contains(scalar) && scalar != "\u{85}" && scalar != "\u{2028}"
            && scalar != "\u{2029}"
    }

    static func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isLetter || scalar.properties.generalCategory == .currencySymbol
    }
}
