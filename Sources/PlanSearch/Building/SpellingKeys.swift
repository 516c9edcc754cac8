/// A sign and up to three letters, which words lie under for spelling; ordered by bytes.
struct SpellingKey: Hashable, Comparable, Sendable {
    /// The bytes, the highest first, zeros behind them: a sign and three code points take 13 at most.
    private let high: UInt64
    private let low: UInt64

    init(_ sign: Unicode.Scalar, _ letters: ArraySlice<UInt8>) {
        var (high, low) = (UInt64(sign.value), UInt64(0))
        for index in 1..<16 {
            let offset = letters.startIndex + index - 1
            let byte = offset < letters.endIndex ? UInt64(letters[offset]) : 0
            if index < 8 { high = high << 8 | byte } else { low = low << 8 | byte }
        }
        (self.high, self.low) = (high, low)
    }

    /// A key that was kept.
    init(_ bytes: ArraySlice<UInt8>) {
        self.init(Unicode.Scalar(bytes.first ?? 0), bytes.dropFirst())
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for word in [high, low] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                let byte = UInt8(truncatingIfNeeded: word >> shift)
                if byte == 0 { return bytes }
                bytes.append(byte)
            }
        }
        return bytes
    }

    static func < (left: SpellingKey, right: SpellingKey) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

/// The letters under which words lie for spelling (docs/search-index.md, 4.6).
enum SpellingKeys {
    /// The keys that a word is written under.
    static func written(for word: ArraySlice<UInt8>, suffixes: SuffixTable) -> [SpellingKey] {
        let letters = FoldedLetters(word)
        let count = letters.count
        guard count >= 4 else { return [] }
        var keys = [SpellingKey("^", letters[0..<3]), SpellingKey("$", letters[count - 3..<count])]
        if count <= 6 { keys += [SpellingKey("^", letters[0..<2]), SpellingKey("$", letters[count - 2..<count])] }
        if count >= 8 { keys.append(SpellingKey("~", letters[(count - 3) / 2..<(count - 3) / 2 + 3])) }
        // Without an ending that may be missing: `budget` ends `underhållsbudgeten`, too.
        if let stem = suffixes.stem(of: Array(word)) {
            let letters = FoldedLetters(stem[...])
            if letters.count >= 4 {
                let last = SpellingKey("$", letters[letters.count - 3..<letters.count])
                if !keys.contains(last) { keys.append(last) }
            }
        }
        return keys
    }

    /// A word's folded spelling, by code points.
    private struct FoldedLetters {
        private let bytes: [UInt8]
        /// Where each code point begins; one more than there are.
        private let starts: [Int]

        init(_ word: ArraySlice<UInt8>) {
            bytes = Folding.folded(word)
            starts = bytes.indices.filter { [bytes] in bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
        }

        var count: Int { starts.count - 1 }

        subscript(range: Range<Int>) -> ArraySlice<UInt8> { bytes[starts[range.lowerBound]..<starts[range.upperBound]] }
    }

    /// The keys that a misspelt word is looked for under, in two steps.
    static func asked(for word: [UInt8]) -> [[String]] {
        let letters = letters(of: word)
        let count = letters.count
        guard count >= 4 else { return [] }
        var first = ["^" + text(letters[..<3]), "$" + text(letters[(count - 3)...])]
        if count <= 6 { first += ["^" + text(letters[..<2]), "$" + text(letters[(count - 2)...])] }
        guard count >= 8 else { return [first] }
        let middle = (count - 3) / 2
        let second = (max(0, middle - 1)...min(count - 3, middle + 1)).map { "~" + text(letters[$0..<$0 + 3]) }
        return [first, second]
    }

    /// The keys of a word's first and last letters.
    static func ends(of word: [UInt8]) -> (first: String, last: String)? {
        let letters = letters(of: word)
        guard letters.count >= 4 else { return nil }
        return ("^" + text(letters[..<3]), "$" + text(letters[(letters.count - 3)...]))
    }

    private static func letters(of word: [UInt8]) -> [Unicode.Scalar] {
        Array(String(decoding: Folding.folded(word), as: UTF8.self).unicodeScalars)
    }

    private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return String(text)
    }
}
