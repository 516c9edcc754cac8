internal import Foundation
package import PlanModel

/// The lines of a page that answer a query best.
package struct SearchPassage: Sendable, Hashable {
    /// The id of the place on the page, without `#`; empty for its beginning.
    package let anchor: String
    /// At most some 220 code points, with `…` where something is left out.
    package let text: String
    /// What to mark, in code points of the text.
    package let marks: [Range<Int>]

    private static let longest = 220
    private static let before = 80

    /// - Returns: `nil` where no word of the page is to be marked.
    package init?(_ page: PageText, terms: [MarkedTerm], language: Language) {
        self.init(page.blocks, terms: terms, language: language)
    }

    /// - Returns: `nil` where no word of the blocks is to be marked.
    package init?(_ blocks: [PageText.Block], terms: [MarkedTerm], language: Language) {
        var scanner = WordScanner(language)
        var best: (block: PageText.Block, weight: Int, marks: [Range<Int>])?
        for block in blocks {
            scanner.scan(block.text, joinsHyphens: false)
            var held: Set<Int> = []
            var marks: [Range<Int>] = []
            for word in scanner.words {
                let text = String(decoding: scanner.bytes[word.bytes], as: UTF8.self)
                let matching = terms.indices.filter { Self.matches(text, terms[$0]) }
                guard !matching.isEmpty else { continue }
                held.formUnion(matching)
                marks.append(word.place)
            }
            let weight = block.share * held.reduce(0) { $0 + terms[$1].weight }
            if !marks.isEmpty, weight > best?.weight ?? -1 { best = (block, weight, marks) }
        }
        guard let best else { return nil }
        anchor = best.block.anchor
        (text, marks) = Self.cut(best.block.text, marks: best.marks)
    }

    private static func matches(_ word: String, _ term: MarkedTerm) -> Bool {
        if let prefix = term.prefix, word.hasPrefix(prefix) { return true }
        return term.forms.contains { form in
            word == form || form.unicodeScalars.count >= 4 && (word.hasPrefix(form) || word.hasSuffix(form))
        }
    }

    private static func cut(_ whole: String, marks: [Range<Int>]) -> (String, [Range<Int>]) {
        let scalars = Array(whole.unicodeScalars)
        guard scalars.count > longest, let first = marks.first else { return (whole, marks) }
        var start = 0
        if first.lowerBound > before {
            start = first.lowerBound - before
            while start < first.lowerBound, scalars[start] != " " { start += 1 }
            if start < first.lowerBound { start += 1 }
        }
        var end = min(scalars.count, start + longest)
        if end < scalars.count {
            let last = scalars[start..<end].lastIndex(of: " ") ?? end
            end = max(last, min(first.upperBound, start + longest))
        }
        var text = String.UnicodeScalarView()
        if start > 0 { text.append("…") }
        text.append(contentsOf: scalars[start..<end])
        if end < scalars.count { text.append("…") }
        let shift = start - (start > 0 ? 1 : 0)
        let kept = marks.filter { $0.lowerBound >= start && $0.upperBound <= end }
        return (String(text), kept.map { $0.lowerBound - shift..<$0.upperBound - shift })
    }
}
