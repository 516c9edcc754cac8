internal import PlanModel

/// Where in a document a word stands, and what it weighs there, in 64ths.
enum SearchField: Int, Sendable {
    case code, title, heading, row, text, repeated

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

/// All texts of a site as numbers of words.
struct Corpus: Sendable {
    struct Segment: Sendable {
        let part: Int
        let field: SearchField
        let weight: Int
        let tokens: Range<Int>
    }

    struct Part: Sendable {
        let document: Int
        let anchor: String
        let heading: String
        var words = 0
    }

    private(set) var forms = FormTable(capacity: 1 << 16)
    private(set) var isLetters: [Bool] = []
    /// The places of the hyphens that were left out of joined forms, in bytes; 0 for none.
    private(set) var joints: [UInt8] = []
    /// Forms one after another.
    private(set) var tokens: [Int32] = []
    private(set) var segments: [Segment] = []
    private(set) var parts: [Part] = []
    /// The first part of each document, and behind the last.
    private(set) var partStarts: [Int] = [0]
    /// The words of all sections of each document.
    private(set) var wordCounts: [Int] = []
    private var scanner: WordScanner

    /// A document of fewer words has one part.
    private static let longestWhole = 700
    /// A part goes on until it has so many words.
    private static let partLength = 400

    /// Reads documents on all cores; words are numbered as if they were read one after another.
    init(_ documents: [SearchDocument], language: Language) {
        let pieces = Workers.ranges(of: documents.count, pieces: 16)
        let corpora = Workers.map(pieces.count) { Corpus(documents, range: pieces[$0], language: language) }
        scanner = WordScanner(language)
        for corpus in corpora { append(corpus) }
    }

    private init(_ documents: [SearchDocument], range: Range<Int>, language: Language) {
        scanner = WordScanner(language)
        for number in range { add(documents[number], number: number) }
    }

    private mutating func append(_ other: Corpus) {
        let numbers = (0..<other.forms.count).map { form -> Int32 in
            let number = forms.insert(other.forms[form])
            if number == isLetters.count {
                isLetters.append(other.isLetters[form])
                joints.append(other.joints[form])
            }
            return Int32(number)
        }
        let (firstToken, firstPart) = (tokens.count, parts.count)
        tokens.reserveCapacity(tokens.count + other.tokens.count)
        for token in other.tokens { tokens.append(numbers[Int(token)]) }
        for segment in other.segments {
            let range = segment.tokens.lowerBound + firstToken..<segment.tokens.upperBound + firstToken
            segments.append(
                Segment(part: segment.part + firstPart, field: segment.field, weight: segment.weight, tokens: range))
        }
        parts += other.parts
        partStarts += other.partStarts.dropFirst().map { $0 + firstPart }
        wordCounts += other.wordCounts
    }

    private mutating func add(_ document: SearchDocument, number: Int) {
        let first = parts.count
        let sections = document.sections
        parts.append(Part(document: number, anchor: "", heading: ""))
        if let code = document.code { append(code, .code, to: first) }
        let titleStart = segments.count
        let titleWords = append(document.title, .title, to: first)
        if titleWords > 0, titleStart < segments.count {
            let old = segments[titleStart]
            segments[titleStart] = Segment(
                part: old.part, field: .title, weight: SearchField.title.weight(titleLength: titleWords),
                tokens: old.tokens)
        }
        let isLong = sections.reduce(0) { $0 + Self.roughWordCount($1.text) } >= Self.longestWhole
        var words = 0
        for section in sections {
            if isLong, let anchor = section.anchor, !anchor.isEmpty, parts[parts.count - 1].words >= Self.partLength {
                parts.append(Part(document: number, anchor: anchor, heading: section.heading ?? ""))
            }
            let part = parts.count - 1
            if let heading = section.heading { append(heading, .heading, to: part) }
            let count = append(section.text, section.kind.field, to: part)
            parts[part].words += count
            words += count
        }
        partStarts.append(parts.count)
        wordCounts.append(words)
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
    private mutating func append(_ text: String, _ field: SearchField, to part: Int) -> Int {
        guard !text.isEmpty else { return 0 }
        scanner.scan(text, joinsHyphens: true)
        guard !scanner.words.isEmpty else { return 0 }
        let start = tokens.count
        for word in scanner.words {
            let form = forms.insert(scanner.bytes[word.bytes])
            if form == isLetters.count {
                isLetters.append(word.isLettersOnly)
                joints.append(UInt8(truncatingIfNeeded: word.joint ?? 0))
            }
            tokens.append(Int32(form))
        }
        segments.append(
            Segment(part: part, field: field, weight: field.weight(titleLength: 1), tokens: start..<tokens.count))
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
