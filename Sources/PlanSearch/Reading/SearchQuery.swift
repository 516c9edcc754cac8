internal import Foundation
internal import PlanModel

/// What was typed, as words (docs/search-index.md, 4.1).
struct SearchQuery {
    struct Word: Hashable {
        let bytes: [UInt8]
        let isLettersOnly: Bool
        /// Whether it stands in quotation marks: then it has to be there.
        var isRequired: Bool
        /// Whether it may go on.
        var isOpen: Bool

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    static let longest = 2_000
    static let mostWords = 12

    /// Different words, in order, at most ``mostWords``; without stop words unless there is nothing else.
    let words: [Word]
    /// The words of each phrase, stop words with them; phrases of one word are none.
    let phrases: [[[UInt8]]]
    /// Whether no word has å, ä or ö.
    let isPlain: Bool
    /// What was typed, in NFC, and where its words stand in it, for suggestions.
    let scalars: [Unicode.Scalar]
    let places: [(bytes: [UInt8], range: Range<Int>)]

    init(_ text: String, language: Language, stopWords: Set<String>) {
        let cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest)))
        let scalars = Array(cut.precomposedStringWithCanonicalMapping.unicodeScalars)
        self.scalars = scalars
        var scanner = WordScanner(language)
        var found: [Word] = []
        var phrases: [[[UInt8]]] = []
        var places: [(bytes: [UInt8], range: Range<Int>)] = []
        let pieces = Self.pieces(of: scalars)
        for (number, piece) in pieces.enumerated() {
            scanner.scan(String(String.UnicodeScalarView(scalars[piece.range])), joinsHyphens: false)
            var phrase: [[UInt8]] = []
            for word in scanner.words {
                let bytes = Array(scanner.bytes[word.bytes])
                phrase.append(bytes)
                let start = piece.range.lowerBound
                places.append((bytes, start + word.place.lowerBound..<start + word.place.upperBound))
                found.append(
                    Word(bytes: bytes, isLettersOnly: word.isLettersOnly, isRequired: piece.isPhrase, isOpen: false))
            }
            if piece.isPhrase, phrase.count > 1 { phrases.append(phrase) }
            if number == pieces.count - 1, !piece.isPhrase, let last = scalars.last, Letters.isWord(last),
                !found.isEmpty, !scanner.words.isEmpty
            {
                found[found.count - 1].isOpen = true
            }
        }
        self.places = places
        self.phrases = phrases
        isPlain = found.allSatisfy { Folding.isPlain($0.bytes) }
        let content = found.filter { !stopWords.contains($0.text) }
        let kept = content.isEmpty ? found : content
        var words: [Word] = []
        for word in kept {
            if let known = words.firstIndex(where: { $0.bytes == word.bytes }) {
                words[known].isRequired = words[known].isRequired || word.isRequired
                words[known].isOpen = words[known].isOpen || word.isOpen
            } else if words.count < Self.mostWords {
                words.append(word)
            }
        }
        self.words = words
    }

    private static let quotes: Set<Unicode.Scalar> = ["\"", "”", "“", "„", "»", "«"]

    /// Stretches in and out of quotation marks; a mark without another counts for nothing.
    private static func pieces(of scalars: [Unicode.Scalar]) -> [(range: Range<Int>, isPhrase: Bool)] {
        let marks = scalars.indices.filter { quotes.contains(scalars[$0]) }
        var pieces: [(range: Range<Int>, isPhrase: Bool)] = []
        var start = 0
        for pair in 0..<(marks.count / 2) {
            let (open, close) = (marks[2 * pair], marks[2 * pair + 1])
            pieces.append((start..<open, false))
            pieces.append((open + 1..<close, true))
            start = close + 1
        }
        return (pieces + [(start..<scalars.count, false)]).filter { !$0.range.isEmpty }
    }
}
