internal import PlanModel

/// What a word weighs where it stands, in 64ths.
enum SearchField: Sendable {
    case code, title, heading, row, text, repeated

    /// What no word weighs more than.
    static let heaviest = 16 * 64

    /// - Parameter titleLength: how many words the title has.
    func weight(titleLength: Int) -> Int {
        switch self {
        case .code: 16 * 64
        case .title: 4 * 64 + 12 * 64 / max(1, titleLength)
        case .heading: 3 * 64
        case .row: 96
        case .text: 64
        case .repeated: 32
        }
    }
}

/// Reads documents one after another into a corpus.
struct CorpusReader {
    private(set) var corpus = Corpus()
    private var scanner: WordScanner

    /// A document of fewer words has one part.
    private static let longestWhole = 700
    /// A part goes on until it has so many words.
    private static let partLength = 400

    init(_ language: Language) { scanner = WordScanner(language) }

    mutating func add(_ document: SearchDocument) {
        if let code = document.code { append(code, .code) }
        append(document.title, .title)
        let isLong = document.sections.reduce(0) { $0 + Self.roughWordCount($1.text) } >= Self.longestWhole
        var (anchor, heading) = ("", "")
        var words = 0
        for section in document.sections {
            if isLong, let next = section.anchor, !next.isEmpty, words >= Self.partLength {
                endPart(anchor, heading, words)
                (anchor, heading, words) = (next, section.heading ?? "", 0)
            }
            if let heading = section.heading { append(heading, .heading) }
            words += append(section.text, section.kind.field)
        }
        endPart(anchor, heading, words)
        corpus.documentEnds.append(UInt32(corpus.partCount))
    }

    private mutating func endPart(_ anchor: String, _ heading: String, _ words: Int) {
        corpus.partEnds.append(UInt32(corpus.segmentEnds.count))
        corpus.partWords.append(UInt32(words))
        corpus.anchors.append(anchor.utf8)
        corpus.headings.append(heading.utf8)
    }

    /// Runs of anything but white space.
    private static func roughWordCount(_ text: String) -> Int {
        text.utf8.withContiguousStorageIfAvailable(roughWordCount(_:)) ?? roughWordCount(text.utf8)
    }

    private static func roughWordCount(_ text: some Sequence<UInt8>) -> Int {
        var count = 0
        var isInWord = false
        for byte in text {
            if byte <= 0x20 {
                isInWord = false
            } else if !isInWord {
                isInWord = true
                count += 1
            }
        }
        return count
    }

    /// - Returns: how many words the text has.
    @discardableResult
    private mutating func append(_ text: String, _ field: SearchField) -> Int {
        guard !text.isEmpty else { return 0 }
        scanner.scan(text, joinsHyphens: true)
        guard !scanner.words.isEmpty else { return 0 }
        for word in scanner.words {
            let trait = word.joint.map { UInt8($0) } ?? (word.isLettersOnly ? Corpus.isWhole : Corpus.hasDigits)
            let form = corpus.insert(scanner.bytes[word.bytes], trait: trait)
            corpus.tokens.append(UInt32(form) | UInt32(trait) << Corpus.traitShift)
        }
        corpus.segmentEnds.append(UInt32(corpus.tokens.count))
        let isTitle = field == .title || field == .code
        let weight = field.weight(titleLength: field == .title ? scanner.words.count : 1)
        corpus.segmentWeights.append(UInt32(weight) | (isTitle ? Corpus.titleBit : 0))
        return scanner.words.count
    }
}

extension SearchSection.Kind {
    fileprivate var field: SearchField {
        switch self {
        case .prose: .text
        case .row: .row
        case .repeated: .repeated
        }
    }
}
