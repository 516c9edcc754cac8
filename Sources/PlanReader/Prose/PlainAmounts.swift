import PlanModel

/// Amounts of money that a sentence states plainly for one year, so that they can be held against tables.
///
/// A sentence with two amounts, two years, none, or a word that hedges or speaks of changes and parts is left alone.
struct PlainAmounts {
    private(set) var amounts: [ProseAmount] = []
    private let style: NumberStyle

    init(language: Language) { style = language == .english ? .english : .swedish }

    mutating func add(_ block: ProseBlock) {
        guard block.kind == .paragraph, block.traits.contains(.year) else { return }
        var start = 0
        var years = block.years[...]
        for (index, word) in block.words.enumerated() where word.endsSentence {
            // Most sentences have no year: nothing is made of them.
            let isDated = years.first.map { $0 <= index } ?? false
            if isDated { read(block, start...index) }
            years = years.drop { $0 <= index }
            start = index + 1
        }
    }

    private mutating func read(_ block: ProseBlock, _ range: ClosedRange<Int>) {
        var found: [(amount: PrintedAmount, offset: Int, end: Int)] = []
        for index in range where block.words[index].letters > 0 && block.words[index].letters <= 9 {
            guard let end = unit(block, index, last: range.upperBound),
                let first = number(before: index, in: block, range),
                case .amount(let amount) = AmountReading.read(block.text(first..<end), style: style)
            else { continue }
            found.append((amount, first, end))
        }
        guard found.count == 1, let only = found.first, only.amount.unit != nil else { return }
        // The number itself is no year (`2019 kr`).
        let years = Set(
            range.compactMap { index -> Int? in
                let word = block.words[index]
                return word.start < only.offset || word.start >= only.end ? block.year(word) : nil
            })
        guard years.count == 1, let year = years.first else { return }
        guard let sentence = plainSentence(block, range) else { return }
        amounts.append(
            ProseAmount(
                amount: only.amount, year: year, sentence: sentence, position: block.position(of: only.offset)))
    }

    /// The words of a sentence in lower case, with a space between each two; `nil` where one of them hedges or speaks of a
    /// change.
    private func plainSentence(_ block: ProseBlock, _ range: ClosedRange<Int>) -> String? {
        var sentence: [UInt8] = []
        sentence.reserveCapacity(block.words[range.upperBound].end - block.words[range.lowerBound].start)
        for index in range {
            if !sentence.isEmpty { sentence.append(0x20) }
            let start = sentence.count
            block.appendLowercased(block.words[index], to: &sentence)
            guard !Self.hedging.hold(sentence[start...]), !Self.changing.begin(sentence[start...]) else { return nil }
        }
        return String(decoding: sentence, as: UTF8.self)
    }

    /// The end of the unit that begins at a word; `nil` where none does.
    private func unit(_ block: ProseBlock, _ index: Int, last: Int) -> Int? {
        let word = block.words[index]
        // Most words aren't even near.
        switch block.byte(word.start) | 0x20 {
        case UInt8(ascii: "k"), UInt8(ascii: "t"), UInt8(ascii: "m"): break
        default: return nil
        }
        guard word.end - word.start <= 8 else { return nil }
        if Self.units.contains(where: { block.isWord(word, $0) }) { return word.end }
        guard block.isWord(word, "miljoner"), index < last, block.isWord(block.words[index + 1], "kronor") else {
            return nil
        }
        return block.words[index + 1].end
    }

    /// Where the number before a unit begins: digits, groups and decimals with at most a space between them.
    private func number(before unit: Int, in block: ProseBlock, _ range: ClosedRange<Int>) -> Int? {
        var first: Int?
        var next = block.words[unit].start
        for index in stride(from: unit - 1, through: range.lowerBound, by: -1) {
            let word = block.words[index]
            guard word.letters == 0, next - word.end <= 3 else { break }
            let gap = block.text(word.end..<next)
            let isGroup = first == nil || block.words[index + 1].digits == 3
            let isDecimal = gap == "," || gap == "."
            guard gap.count == 1, isDecimal || (gap.allSatisfy(\.isWhitespace) && isGroup) else { break }
            // `2019 15 mnkr` is a year and an amount.
            if first != nil, !isDecimal, word.digits > 3 { break }
            first = word.start
            next = word.start
        }
        return first
    }

    private static let units: [StaticString] = ["kr", "tkr", "mnkr", "mkr", "mdkr"]

    private static let hedging = WordBeginnings([
        "cirka", "ca", "omkring", "ungefär", "runt", "drygt", "knappt", "nästan", "närmare", "över", "minst",
        "högst", "mer", "mindre", "färre", "fler", "högre", "lägre", "varav", "per", "av", "utöver", "extra",
        "ytterligare", "about", "around", "nearly", "almost", "over", "least", "most", "more", "less",
        "jämfört", "jämförelse", "compared", "inte", "ej", "not", "kvar", "resten", "hälften", "exklusive", "inklusive",
    ])
    /// Beginnings of words that speak of a change.
    private static let changing = WordBeginnings([
        "ök", "minsk", "höj", "sänk", "förändr", "ändr", "tillskott", "tillför", "spar", "bespar", "skill", "differ",
        "underskott", "överskott", "increas", "decreas", "chang", "sav", "avvik",
    ])
}
