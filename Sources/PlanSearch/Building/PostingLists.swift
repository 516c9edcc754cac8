/// The postings of every class.
struct PostingLists: Sendable {
    /// Where each class's postings lie; one more than there are classes.
    private let starts: [Int32]
    /// Part × 16 + level.
    private let values: [UInt32]

    var count: Int { starts.count - 1 }
    func count(of number: Int) -> Int { Int(starts[number + 1] - starts[number]) }

    /// In rising order of part.
    func postings(of number: Int) -> [Posting] {
        values[Int(starts[number])..<Int(starts[number + 1])].map {
            Posting(part: Int($0 >> 4), level: Int($0 & 15))
        }
    }

    /// The least weight of each level from 1 on, in 64ths: 64 × (2^((level − ½) / 3) − 1).
    private static let thresholds: [Int32] = [
        0, 8, 27, 50, 80, 117, 164, 223, 298, 392, 511, 660, 848, 1085, 1384, 1761,
    ]

    /// - Parameter titlesOnly: counts words of titles and codes alone: what prefixes of one and two letters find.
    init(_ corpus: Corpus, words: WordClasses, synonyms: SynonymFinder, titlesOnly: Bool = false) {
        var weights = [Int32](repeating: 0, count: words.count)
        var touched: [Int32] = []
        var classes: [Int32] = []
        var found: [UInt32] = []
        func add(_ number: Int32, _ weight: Int32) {
            if weights[Int(number)] == 0 { touched.append(number) }
            weights[Int(number)] += max(1, weight)
        }
        func flush(part: Int) {
            // In steps, so that a word more or less moves no level of the others.
            let length = Int32(min(corpus.parts[part].words, 20_000) / 64 * 64)
            for number in touched {
                let weight = Int32(Int(min(weights[Int(number)], 1 << 20)) * 800 / Int(600 + length))
                weights[Int(number)] = 0
                var level = 1
                while level < 15, weight >= Self.thresholds[level + 1] { level += 1 }
                classes.append(number)
                found.append(UInt32(part) << 4 | UInt32(level))
            }
            touched.removeAll(keepingCapacity: true)
        }
        var part = 0
        for segment in corpus.segments {
            while part < segment.part {
                flush(part: part)
                part += 1
            }
            let isTitle = segment.field == .title || segment.field == .code
            if titlesOnly, !isTitle { continue }
            let weight = Int32(segment.weight)
            for index in segment.tokens {
                let form = Int(corpus.tokens[index])
                if words.isStopWord[form], !isTitle { continue }
                add(words.ofForm[form], weight)
                let pieces = words.pieceStarts[form]..<words.pieceStarts[form + 1]
                for piece in pieces {
                    let piece = words.pieces[Int(piece)]
                    add(piece.class, weight * piece.weight / 64)
                }
                if !synonyms.isEmpty {
                    for meaning in synonyms.meanings(
                        at: index, of: segment.tokens, in: corpus.tokens, words: words)
                    {
                        add(meaning, weight / 2)
                    }
                }
            }
        }
        while part < corpus.parts.count {
            flush(part: part)
            part += 1
        }
        // Sorted by class; parts stay in order.
        var starts = [Int32](repeating: 0, count: words.count + 1)
        for number in classes { starts[Int(number) + 1] += 1 }
        for number in 0..<words.count { starts[number + 1] += starts[number] }
        var values = [UInt32](repeating: 0, count: found.count)
        var next = starts
        for (index, number) in classes.enumerated() {
            values[Int(next[Int(number)])] = found[index]
            next[Int(number)] += 1
        }
        self.starts = starts
        self.values = values
    }
}
