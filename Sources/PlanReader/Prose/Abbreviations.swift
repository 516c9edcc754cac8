import PlanModel

/// Abbreviations that a text uses, and those that it spells out.
///
/// An abbreviation is three to six capitals, perhaps with the `s` of a genitive.
struct Abbreviations {
    private(set) var explained: Set<String> = []
    private var used: [String: SourcePosition] = [:]

    /// Those that the file doesn't explain, in the order of their first use.
    var unexplained: [Located<String>] {
        used.filter { !explained.contains($0.key) }.map { Located($0.key, at: $0.value) }
            .sorted { $0.position < $1.position }
    }

    mutating func add(_ block: ProseBlock) {
        guard block.traits.contains(.capitals) else { return }
        for (index, word) in block.words.enumerated() where word.capitals >= 3 {
            guard let name = name(word, in: block), !Self.general.contains(name), !Self.isRoman(name) else { continue }
            if isExplained(name, index, in: block) { explained.insert(name) }
            guard !isShouted(index, in: block) else { continue }
            let position = block.position(of: word.start)
            if used[name].map({ position < $0 }) ?? true { used[name] = position }
        }
    }

    private func name(_ word: ProseBlock.Word, in block: ProseBlock) -> String? {
        guard word.digits == 0 else { return nil }
        var end = word.end
        if word.capitals == word.letters - 1, block.byte(end - 1) == 0x73 { end -= 1 }
        guard word.capitals <= 6, end < word.end || word.capitals == word.letters else { return nil }
        // A part of an address or of a file's name.
        let before = block.byte(word.start - 1)
        let after = block.byte(word.end)
        if [0x40, 0x5F, 0x2E].contains(before) || [0x40, 0x5F].contains(after) { return nil }
        if after == 0x2E, block.byte(word.end + 1) | 0x20 >= 0x61, block.byte(word.end + 1) | 0x20 <= 0x7A {
            return nil
        }
        return block.text(word.start..<end)
    }

    /// Whether the words beside it are in capitals, too: then so is the whole heading.
    private func isShouted(_ index: Int, in block: ProseBlock) -> Bool {
        let words = block.words
        func isLoud(_ word: ProseBlock.Word) -> Bool { word.capitals == word.letters && word.letters >= 2 }
        if index > 0, words[index].start == words[index - 1].end + 1, isLoud(words[index - 1]) { return true }
        return index + 1 < words.count && words[index + 1].start == words[index].end + 1 && isLoud(words[index + 1])
    }

    private func isExplained(_ name: String, _ index: Int, in block: ProseBlock) -> Bool {
        let words = block.words
        let word = words[index]
        // `regional utvecklingsstrategi (RUS)`
        if index > 0, block.byte(word.start - 1) == 0x28 { return block.byte(word.end) == 0x29 }
        let initial = name.lowercased().first
        func begins(_ other: Int) -> Bool { block.text(words[other]).lowercased().first == initial }
        // `RUS (regional utvecklingsstrategi)`
        if index + 1 < words.count, block.byte(words[index + 1].start - 1) == 0x28, begins(index + 1) { return true }
        if index + 1 < words.count, Self.explaining.contains(block.text(words[index + 1]).lowercased()) { return true }
        // `det regionala utvecklingsprogrammet, RUP,`
        guard index > 0, block.byte(word.start - 2) == 0x2C, words[index - 1].capitals == 0,
            words[index - 1].letters >= 4
        else { return false }
        return (max(0, index - 4)..<index).contains(where: begins)
    }

    private static func isRoman(_ name: String) -> Bool { name.allSatisfy { "IVXLCDM".contains($0) } }

    private static let explaining: Set<String> = ["står", "betyder", "means", "stands"]

    /// Those that nobody needs explained, and units.
    static let general: Set<String> = [
        "USA", "NATO", "UNESCO", "UNICEF", "WHO", "OECD", "BNP", "PDF", "CSV", "XML", "JSON", "HTML", "GDPR", "SFS",
        "SOU", "SCB", "SKR", "SEK", "EUR", "USD", "MEUR", "MSEK", "KSEK", "TSEK", "HBTQ", "HBTQI", "ISO", "VVS", "DVD",
        "SMS", "FAQ", "URL", "WWW", "ISBN", "ISSN", "VAB", "AIDS", "HIV", "DNA", "GPS", "WIFI", "OBS",
    ]
}
