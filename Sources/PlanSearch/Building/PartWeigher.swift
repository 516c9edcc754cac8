/// Weighs the words of parts: what each class is posted with (docs/search-index.md, 4.5).
struct PartWeigher {
    /// A class in a part.
    struct Found: Sendable {
        let `class`: UInt32
        /// Part × 16 + level.
        let value: UInt32
    }

    private let corpus: Corpus
    private let words: WordClasses
    private let synonyms: SynonymFinder
    private var weights: [Int32]
    private var touched: [UInt32] = []
    private(set) var found: [Found] = []

    init(_ corpus: Corpus, words: WordClasses, synonyms: SynonymFinder) {
        self.corpus = corpus
        self.words = words
        self.synonyms = synonyms
        weights = [Int32](repeating: 0, count: words.count)
    }

    /// The least weight of each level from 1 on, in 64ths: 64 × (2^((level − ½) / 3) − 1).
    private static let thresholds: [Int32] = [
        0, 8, 27, 50, 80, 117, 164, 223, 298, 392, 511, 660, 848, 1085, 1384, 1761,
    ]

    /// Weighs a part's words and appends what it finds, in no order of classes.
    mutating func weigh(_ part: Int, titlesOnly: Bool = false) {
        for segment in corpus.segments(of: part) {
            let isTitle = corpus.segmentWeights[segment] & Corpus.titleBit != 0
            if titlesOnly, !isTitle { break }
            let weight = Int32(corpus.segmentWeights[segment] & ~Corpus.titleBit)
            let tokens = corpus.tokens(of: segment)
            for index in tokens {
                let form = Int(corpus.tokens[index] & Corpus.formMask)
                if words.isStopWord[form], !isTitle { continue }
                let number = words.ofForm[form]
                add(number, weight)
                for piece in words.pieces(of: form) {
                    add(words.pieceClasses[piece], weight * Int32(words.pieceWeights[piece]) / 64)
                }
                if synonyms.isFirst[Int(number)] {
                    for meaning in synonyms.meanings(
                        at: index, before: tokens.upperBound, in: corpus.tokens, words: words)
                    {
                        add(meaning, weight / 2)
                    }
                }
            }
        }
        flush(part)
    }

    private mutating func add(_ number: UInt32, _ weight: Int32) {
        if weights[Int(number)] == 0 { touched.append(number) }
        weights[Int(number)] &+= max(1, weight)
    }

    private mutating func flush(_ part: Int) {
        // In steps, so that a word more or less moves no level of the others.
        let length = Int(min(corpus.partWords[part], 20_000) / 64 * 64)
        for number in touched {
            let weight = Int32(Int(min(weights[Int(number)], 1 << 20)) * 800 / (600 + length))
            weights[Int(number)] = 0
            var level = 1
            while level < 15, weight >= Self.thresholds[level + 1] { level += 1 }
            found.append(Found(class: number, value: UInt32(part) << 4 | UInt32(level)))
        }
        touched.removeAll(keepingCapacity: true)
    }
}
