import PlanModel

/// Finds the glossary's words in a text.
package struct TermScanner {
    /// A word of the glossary as a text uses it.
    package struct Use: Sendable {
        package let word: Glossary.Word
        /// The word itself, as offsets into the text's Unicode scalars.
        package let range: Range<Int>
        /// Where the whole word ends that it is a part of: `RUS:s`, `RUS-arbetet`.
        package let end: Int
    }

    private let glossary: Glossary

    package init(_ glossary: Glossary) {
        self.glossary = glossary
    }

    /// The uses in order; none overlaps another.
    package func uses(in scalars: [Unicode.Scalar]) -> [Use] {
        guard !glossary.isEmpty else { return [] }
        var uses: [Use] = []
        var index = 0
        while index < scalars.count {
            guard Self.isWordPart(scalars[index]) else {
                index += 1
                continue
            }
            let end = Self.wordEnd(scalars, from: index)
            let isPart = index > 0 && Self.joins.contains(scalars[index - 1])
            if !isPart, let use = use(at: index, wordEnd: end, in: scalars) {
                uses.append(use)
                index = use.end
            } else {
                index = end
            }
        }
        return uses
    }

    private func use(at start: Int, wordEnd: Int, in scalars: [Unicode.Scalar]) -> Use? {
        let first = String(String.UnicodeScalarView(scalars[start..<wordEnd]))
        guard glossary.begins(with: first) else { return nil }
        let secondStart = scalars[wordEnd...].firstIndex(where: Self.isWordPart) ?? scalars.count
        let second = scalars[secondStart..<Self.wordEnd(scalars, from: secondStart)]
        for word in glossary.words(beginning: first, String(String.UnicodeScalarView(second))) {
            let end = start + word.scalars.count
            guard end <= scalars.count,
                scalars[(start + 1)..<end].elementsEqual(word.scalars.dropFirst(), by: Self.isSame)
            else { continue }
            if end == scalars.count || !Self.isWordPart(scalars[end]) {
                let whole = Self.inflectedEnd(scalars, from: end)
                // A compound's first part is another word, unless it is an abbreviation.
                if whole > end, !word.isAbbreviation { continue }
                return Use(word: word, range: start..<end, end: whole)
            }
        }
        return nil
    }

    /// Where a word ends that goes on with `:s` or `-arbetet`.
    private static func inflectedEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        while end + 1 < scalars.count, continuations.contains(scalars[end]), isWordPart(scalars[end + 1]) {
            end = wordEnd(scalars, from: end + 1)
        }
        return end
    }

    private static func wordEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        scalars[start...].firstIndex { !isWordPart($0) } ?? scalars.count
    }

    private static func isSame(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        left == right || (left == "\u{A0}" && right == " ") || (left == " " && right == "\u{A0}")
    }

    static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isLetter || ("0"..."9").contains(scalar) || scalar == "\u{AD}"
    }

    /// What stands within a word or an address: after one of these no word begins.
    private static let joins: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}", "/", "@", ".", ":", "_", "#", "\\"]
    private static let continuations: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}", ":", "'", "’", "_", "@"]
}
