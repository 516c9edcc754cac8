import PlanModel

/// What the heading of a column says of amounts: year, version, unit, percentages.
struct MoneyHeading {
    private(set) var period: Period?
    private(set) var version: BudgetVersion?
    private(set) var unit: MoneyUnit?
    private(set) var isPercentage = false
    /// A word where a unit should be, that is none.
    private(set) var unknownUnit: String?
    private let isAmount: Bool

    /// Whether the heading makes the column one of money, whatever its cells hold.
    var isMoney: Bool {
        period != nil || version != nil || unit != nil || isPercentage || isAmount || unknownUnit != nil || hasYear
    }

    private let hasYear: Bool

    var column: MoneyColumn {
        MoneyColumn(period: period, version: version, unit: unit, isPercentage: isPercentage)
    }

    init(_ heading: Heading) {
        isAmount = ColumnNames.amount.names.contains(where: heading.begins)
        let text = heading.text
        let tokens = text.split { $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == "," || $0 == ":" || $0 == "*" }
            .map(String.init)
        period = tokens.lazy.compactMap { Period(Self.withoutMarks($0)) }.first
        let years = heading.words.compactMap(Period.year)
        hasYear = !years.isEmpty
        if period == nil, let first = years.first, years.count == 1 { period = Period(first: first) }
        version =
            heading.words.lazy.compactMap { word in
                BudgetVersion.allCases.first { $0.rawValue == word || $0.spellings.contains(word) }
            }.first
        isPercentage =
            text.contains("%") || heading.words.contains("procent") || heading.words.contains("percent")
            || zip(heading.words, heading.words.dropFirst()).contains { $0 == "per" && $1 == "cent" }
        findUnit(text, words: Self.endsInNumber(heading) ? heading.words.dropLast() : heading.words)
    }

    /// Where a heading is repeated, exported files number it: `Utfall i mkr (2)`.
    private static func endsInNumber(_ heading: Heading) -> Bool {
        guard heading.text.hasSuffix(")"), let last = parentheses(heading.text).last, Int(last) != nil else {
            return false
        }
        return last.utf8.count <= 2 && heading.words.last == last
    }

    private mutating func findUnit(_ text: String, words: [String]) {
        for inner in Self.parentheses(text).flatMap({ $0.split(separator: ",").map { String($0).trimmed() } }) {
            if let found = MoneyUnit(spelling: inner) {
                unit = found
                return
            }
            // `(i mkr)`
            if let last = Self.afterPreposition(Heading.words(inner)) {
                take(last, isExpected: false)
                if unit != nil || unknownUnit != nil { return }
            } else {
                take(inner, isExpected: isAmount)
                if unit != nil || unknownUnit != nil { return }
            }
        }
        if let last = Self.afterPreposition(words) { take(last, isExpected: false) }
        if unit == nil, unknownUnit == nil { findUnitAmong(words) }
    }

    /// A unit that stands anywhere among the words: `Mnkr 2025`, `Budget i mnkr 2025`, `Budget 2028 miljoner kronor`.
    private mutating func findUnitAmong(_ words: [String]) {
        // In the middle of a heading of text it may mean anything.
        let isOfMoney = period != nil || version != nil || isAmount || hasYear
        for (index, word) in words.enumerated() {
            let next = index + 1 < words.count ? words[index + 1] : nil
            if Self.multiples.contains(word), let next, ["kr", "kronor", "sek"].contains(next) {
                let name = word + " " + next
                unit = MoneyUnit(spelling: name)
                if unit == nil { unknownUnit = name }
                return
            }
            // A word alone could be anything; beside a year or a version it says what the amounts are counted in.
            guard words.count > 1, isOfMoney || next == nil, let found = MoneyUnit(spelling: word) else { continue }
            // Kronor for each inhabitant or hour are no kronor.
            if let next, ["inv", "invånare", "person", "timme", "dag", "st", "capita", "inhabitant"].contains(next) {
                unknownUnit = word + "/" + next
            } else {
                unit = found
            }
            return
        }
    }

    private static let multiples: Set<String> = [
        "tusen", "miljoner", "miljarder", "tusentals", "thousand", "million", "billion",
    ]

    /// Takes a word as the unit if it is one, or as an unknown one if it can be nothing else.
    private mutating func take(_ word: String, isExpected: Bool) {
        if let found = MoneyUnit(spelling: word) {
            unit = found
        } else if Self.looksLikeUnit(word, isExpected: isExpected) {
            unknownUnit = word
        }
    }

    /// What stands after an 'i' or 'in' before the heading's end: `Prisförändring i mkr`.
    private static func afterPreposition(_ words: [String]) -> String? {
        guard let index = words.lastIndex(where: { $0 == "i" || $0 == "in" }), index + 1 < words.count else {
            return nil
        }
        return words[(index + 1)...].joined(separator: " ")
    }

    private static let foreign: Set<String> = [
        "usd", "gbp", "nok", "dkk", "chf", "jpy", "isk", "pln", "dollar", "pund", "musd", "mnok", "mdkk", "mgbp",
    ]

    /// Not every word in a parenthesis is a unit: it has to end as one, or stand where only a unit can.
    private static func looksLikeUnit(_ word: String, isExpected: Bool) -> Bool {
        let folded = word.trimmed().lowercased()
        guard !folded.isEmpty, folded.unicodeScalars.allSatisfy(\.isLetter) else { return false }
        if foreign.contains(folded) { return true }
        if ["kr", "sek", "eur", "euro", "kronor", "krona"].contains(where: folded.hasSuffix) { return true }
        if folded.count >= 3, MoneyUnit.allSpellings.contains(where: { Spelling.distance(folded, $0, limit: 1) <= 1 }) {
            return true
        }
        let known = ["netto", "brutto", "exkl", "inkl", "totalt", "ca", "cirka", "net", "gross", "total"]
        return isExpected && folded.count <= 5 && !known.contains(folded)
            && BudgetVersion(spelling: folded) == nil
    }

    private static func parentheses(_ text: String) -> [String] {
        text.split(separator: "(").dropFirst().compactMap { part in
            part.firstIndex(of: ")").map { String(part[..<$0]).trimmed() }
        }
    }

    private static func withoutMarks(_ token: String) -> String {
        String(
            String.UnicodeScalarView(
                token.unicodeScalars.filter { $0.properties.generalCategory != .otherNumber && $0 != "†" }))
    }
}
