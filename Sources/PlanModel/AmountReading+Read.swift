extension AmountReading {
    /// Reads a cell of a money column.
    ///
    /// - Parameters:
    ///   - text: the cell without markup.
    ///   - style: how numbers are written in the file.
    package static func read(_ text: String, style: NumberStyle) -> AmountReading {
        var scanner = Scanner(text)
        scanner.trimMarks()
        if scanner.isMissing { return .missing }
        return scanner.read(style, printed: scanner.rest)
    }

    private struct Scanner {
        private var scalars: ArraySlice<Unicode.Scalar>

        private static let minus: Set<Unicode.Scalar> = ["-", "\u{2212}", "–", "—", "\u{2010}", "\u{2011}"]

        init(_ text: String) {
            scalars = Array(text.unicodeScalars)[...]
        }

        var rest: String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        }

        /// White space and stars at either end are no part of a number.
        mutating func trimMarks() {
            while let first = scalars.first, first.properties.isWhitespace || first == "*" { scalars.removeFirst() }
            while let last = scalars.last, last.properties.isWhitespace || last == "*" { scalars.removeLast() }
        }

        var isMissing: Bool {
            scalars.isEmpty || (scalars.count == 1 && scalars.first.map { Self.minus.contains($0) } == true)
        }

        mutating func read(_ style: NumberStyle, printed: String) -> AmountReading {
            var isNegative = false
            var hasPlus = false
            if let first = scalars.first, first == "+" || Self.minus.contains(first) {
                isNegative = first != "+"
                hasPlus = first == "+"
                scalars.removeFirst()
                skipSpaces()
            }
            guard let first = scalars.first, ("0"..."9").contains(first) else { return .unreadable(.notANumber) }
            var digits: [Unicode.Scalar] = []
            var decimals = 0
            if let fault = readWhole(style, into: &digits) { return .unreadable(fault) }
            if let fault = readDecimals(style, into: &digits, count: &decimals) { return .unreadable(fault) }
            guard digits.count <= PrintedAmount.longestNumber else { return .unreadable(.tooLong) }
            var mantissa: Int128 = 0
            for digit in digits { mantissa = mantissa * 10 + Int128(digit.value - 48) }
            return readUnit(
                printed: printed, value: Amount(mantissa: isNegative ? -mantissa : mantissa, scale: decimals),
                hasPlus: hasPlus)
        }

        private mutating func skipSpaces() {
            while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        }

        private mutating func takeDigits() -> [Unicode.Scalar] {
            let digits = scalars.prefix { ("0"..."9").contains($0) }
            scalars = scalars.dropFirst(digits.count)
            return Array(digits)
        }

        /// Digits in one run, or a first group of up to three and groups of three after one separator each.
        private mutating func readWhole(_ style: NumberStyle, into digits: inout [Unicode.Scalar]) -> AmountFault? {
            digits = takeDigits()
            var groups = 0
            while let separator = scalars.first, isGroupSeparator(separator, style), scalars.count > 1 {
                let after = scalars[scalars.index(after: scalars.startIndex)]
                guard ("0"..."9").contains(after) else { break }
                scalars.removeFirst()
                let group = takeDigits()
                guard group.count == 3, groups > 0 || digits.count <= 3 else { return .grouping }
                digits += group
                groups += 1
            }
            return nil
        }

        private func isGroupSeparator(_ scalar: Unicode.Scalar, _ style: NumberStyle) -> Bool {
            switch style {
            case .swedish, .csv: scalar.properties.isWhitespace
            case .english: scalar == "," || scalar.properties.isWhitespace
            }
        }

        private mutating func readDecimals(
            _ style: NumberStyle, into digits: inout [Unicode.Scalar], count: inout Int
        ) -> AmountFault? {
            guard let separator = scalars.first, separator == "," || separator == "." else { return nil }
            let after = scalars.dropFirst().first.map { ("0"..."9").contains($0) } ?? false
            switch (separator, style) {
            case (".", .swedish): return after ? .decimalPoint : .notANumber
            case (",", .english): return .grouping
            default: break
            }
            guard after else { return .notANumber }
            scalars.removeFirst()
            let decimals = takeDigits()
            digits += decimals
            count = decimals.count
            return nil
        }

        private mutating func readUnit(printed: String, value: Amount, hasPlus: Bool) -> AmountReading {
            skipSpaces()
            var isPercentage = false
            var unit: MoneyUnit?
            let word = rest
            if word == "%" {
                isPercentage = true
            } else if !word.isEmpty {
                guard let known = MoneyUnit(spelling: word) else {
                    let isWord = word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " || $0 == "." }
                    return .unreadable(isWord ? .unknownUnit(word) : .notANumber)
                }
                unit = known
            }
            return .amount(
                PrintedAmount(text: printed, value: value, unit: unit, isPercentage: isPercentage, hasPlus: hasPlus))
        }
    }
}
