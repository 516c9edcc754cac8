internal import PlanModel

/// All texts of a site as numbers of words: columns that can be kept as they are.
struct Corpus: Sendable {
    /// The bits of a token that are the number of its form. So many different words have numbers of their own; were
    /// there ever more, the rest would be indexed as the last of them.
    static let formMask: UInt32 = 0x00FF_FFFF
    /// The upper bits tell how the word is written there: a trait.
    static let traitShift: UInt32 = 24
    /// A word with digits.
    static let hasDigits: UInt8 = 0
    /// A word of letters only. Any trait between is that of two words joined over a hyphen, and counts the first's bytes.
    static let isWhole: UInt8 = 255
    /// Of a segment's weight: that it is a title or a code.
    static let titleBit: UInt32 = 1 << 31

    var forms = FormTable(capacity: 1 << 16)
    /// How each form is written where it stands first.
    var traits: [UInt8] = []
    /// Forms one after another, each with its trait.
    var tokens: [UInt32] = []
    /// Behind the last token of each segment: a title, a heading, the text of a section.
    var segmentEnds: [UInt32] = []
    /// What a word of each segment weighs, in 64ths.
    var segmentWeights: [UInt32] = []
    /// Behind the last segment of each part.
    var partEnds: [UInt32] = []
    /// How many words the sections of each part have.
    var partWords: [UInt32] = []
    /// Where each part begins on its page, and below which heading.
    var anchors = TextColumn()
    var headings = TextColumn()
    /// Behind the last part of each document.
    var documentEnds: [UInt32] = []

    init() {}

    /// Reads documents on all cores; words are numbered as if they were read one after another.
    ///
    /// - Returns: the documents without their sections: no text is held longer than it takes to read it.
    static func reading(
        _ count: Int, language: Language, document: @escaping @Sendable (Int) -> SearchDocument
    ) -> (corpus: Corpus, documents: [SearchDocument]) {
        let pieces = Workers.ranges(of: count, pieces: 16)
        var read = Workers.map(pieces.count) { piece -> (Corpus, [SearchDocument]) in
            var reader = CorpusReader(language)
            let documents = pieces[piece].map { number in
                var document = document(number)
                reader.add(document)
                document.sections = []
                return document
            }
            return (reader.corpus, documents)
        }
        var whole = Corpus()
        // A site has more words than there is room for twice.
        whole.reserve(read.map(\.0))
        var documents: [SearchDocument] = []
        documents.reserveCapacity(count)
        for piece in read.indices {
            let corpus = read[piece].0
            var numbers = corpus.unnumbered
            whole.append(corpus, documents: 0..<corpus.documentCount, &numbers)
            documents += read[piece].1
            read[piece] = (Corpus(), [])
        }
        return (whole, documents)
    }

    /// Makes room for the columns of others, just as much as they take.
    private mutating func reserve(_ others: [Corpus]) {
        func room(_ column: (Corpus) -> Int) -> Int { others.reduce(0) { $0 + column($1) } }
        tokens.reserveCapacity(room { $0.tokens.count })
        segmentEnds.reserveCapacity(room { $0.segmentEnds.count })
        segmentWeights.reserveCapacity(room { $0.segmentWeights.count })
        partEnds.reserveCapacity(room { $0.partEnds.count })
        partWords.reserveCapacity(room { $0.partWords.count })
        documentEnds.reserveCapacity(room { $0.documentEnds.count })
    }

    var documentCount: Int { documentEnds.count }
    var partCount: Int { partEnds.count }

    func isLetters(_ form: Int) -> Bool { traits[form] != Self.hasDigits }

    /// The place of the hyphen that was left out of a joined form, in bytes; 0 for none.
    func joint(_ form: Int) -> Int { traits[form] == Self.isWhole ? 0 : Int(traits[form]) }

    func parts(of document: Int) -> Range<Int> { Self.range(document, documentEnds) }
    func segments(of part: Int) -> Range<Int> { Self.range(part, partEnds) }
    func tokens(of segment: Int) -> Range<Int> { Self.range(segment, segmentEnds) }

    func tokens(ofDocument document: Int) -> Range<Int> { tokens(of: document..<document + 1) }

    /// The tokens of documents that follow one another.
    func tokens(of documents: Range<Int>) -> Range<Int> {
        Self.span(Self.span(Self.span(documents, documentEnds), partEnds), segmentEnds)
    }

    /// The words of all sections of a document.
    func wordCount(of document: Int) -> Int { partWords[parts(of: document)].reduce(0) { $0 + Int($1) } }

    private static func range(_ index: Int, _ ends: [UInt32]) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    /// What ``append(_:documents:_:)`` knows of this corpus before anything of it is appended.
    var unnumbered: [Int32] { [Int32](repeating: -1, count: forms.count) }

    /// Appends documents of another corpus. A word has the number of its first appearance.
    ///
    /// - Parameter numbers: the own number of each form of the other; -1 where it hasn't been met yet.
    mutating func append(_ other: Corpus, documents: Range<Int>, _ numbers: inout [Int32]) {
        var words = Corpus()
        swap(&words.forms, &forms)
        swap(&words.traits, &traits)
        append(other, documents: documents, &numbers) { words.insert(other.forms[$0], trait: $1) }
        swap(&words.forms, &forms)
        swap(&words.traits, &traits)
    }

    /// Appends documents of another corpus, all but their words.
    ///
    /// - Parameters:
    ///   - numbers: the own number of each form of the other; -1 where it hasn't been met yet.
    ///   - assign: the number of a form of the other that is met, with the trait that it has there.
    mutating func append(
        _ other: Corpus, documents: Range<Int>, _ numbers: inout [Int32], assign: (Int, UInt8) -> Int32
    ) {
        let firstToken = tokens.count
        Self.append(other.tokens[other.tokens(of: documents)], to: &tokens, &numbers, assign)
        append(other, documents: documents, firstToken: firstToken)
    }

    /// Appends documents of another corpus, all but their words and tokens.
    ///
    /// - Parameter firstToken: the place of their first token here.
    mutating func append(_ other: Corpus, documents: Range<Int>, firstToken: Int) {
        guard !documents.isEmpty else { return }
        let parts = Self.span(documents, other.documentEnds)
        let segments = Self.span(parts, other.partEnds)
        let range = Self.span(segments, other.segmentEnds)
        let (firstPart, firstSegment) = (partCount, segmentEnds.count)
        Self.append(other.segmentEnds, segments, from: range.lowerBound, to: firstToken, &segmentEnds)
        segmentWeights += other.segmentWeights[segments]
        Self.append(other.partEnds, parts, from: segments.lowerBound, to: firstSegment, &partEnds)
        partWords += other.partWords[parts]
        anchors.append(other.anchors, parts)
        headings.append(other.headings, parts)
        Self.append(other.documentEnds, documents, from: parts.lowerBound, to: firstPart, &documentEnds)
    }

    private static func append(
        _ source: ArraySlice<UInt32>, to tokens: inout [UInt32], _ numbers: inout [Int32],
        _ assign: (Int, UInt8) -> Int32
    ) {
        tokens.reserveCapacity(tokens.count + source.count)
        numbers.withUnsafeMutableBufferPointer { numbers in
            for token in source {
                let form = Int(token & formMask)
                if numbers[form] < 0 { numbers[form] = assign(form, UInt8(token >> traitShift)) }
                tokens.append(UInt32(numbers[form]) | token & ~formMask)
            }
        }
    }

    /// The number of a word that may be new.
    mutating func insert(_ word: ArraySlice<UInt8>, trait: UInt8) -> Int32 {
        let form = forms.insert(word)
        if form == traits.count { traits.append(trait) }
        return Int32(min(form, Int(Self.formMask)))
    }

    private static func span(_ range: Range<Int>, _ ends: [UInt32]) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return Self.range(range.lowerBound, ends).lowerBound..<Int(ends[range.upperBound - 1])
    }

    /// Appends ends that count from another place.
    private static func append(
        _ ends: [UInt32], _ range: Range<Int>, from: Int, to: Int, _ target: inout [UInt32]
    ) {
        let shift = UInt32(truncatingIfNeeded: to) &- UInt32(truncatingIfNeeded: from)
        target.append(contentsOf: ends[range].lazy.map { $0 &+ shift })
    }
}
