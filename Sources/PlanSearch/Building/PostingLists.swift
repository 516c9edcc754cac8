/// The postings of every class: columns that can be kept as they are.
struct PostingLists: Sendable {
    /// Behind the last posting of each class.
    private(set) var ends: [UInt32] = []
    /// Part × 16 + level, in rising order of part.
    private(set) var values: [UInt32] = []

    /// - Returns: `nil` where the columns are no postings of so many parts.
    init?(ends: [UInt32], values: [UInt32], partCount: Int) {
        guard Self.arePostings(ends: ends, values: values, partCount: partCount) else { return nil }
        self.ends = ends
        self.values = values
    }

    /// Whether values are lists with these ends: parts rise in each, and all have a level.
    static func arePostings(ends: [UInt32], values: [UInt32], partCount: Int) -> Bool {
        guard Columns.rise(ends, to: values.count) else { return false }
        var start = 0
        for end in ends {
            var next = 0
            for value in values[start..<Int(end)] {
                guard Int(value >> 4) >= next, value & 15 > 0 else { return false }
                next = Int(value >> 4) + 1
            }
            guard next <= partCount else { return false }
            start = Int(end)
        }
        return true
    }

    /// Weighs all parts on all cores.
    init(_ corpus: Corpus, words: WordClasses, synonyms: SynonymFinder) {
        let ranges = Workers.ranges(of: corpus.partCount, pieces: 16)
        let found = Workers.map(ranges.count) { range in
            var weigher = PartWeigher(corpus, words: words, synonyms: synonyms)
            for part in ranges[range] { weigher.weigh(part) }
            return Run(weigher.found, classes: words.count)
        }
        self.init(found, classes: words.count)
    }

    /// The postings of titles and codes alone: what prefixes of one and two letters find.
    init(titlesOf corpus: Corpus, words: WordClasses, synonyms: SynonymFinder) {
        var weigher = PartWeigher(corpus, words: words, synonyms: synonyms)
        for document in 0..<corpus.documentCount {
            weigher.weigh(corpus.parts(of: document).lowerBound, titlesOnly: true)
        }
        self.init(weigher.found, classes: words.count)
    }

    /// Sorts by class what was found part by part.
    init(_ found: [PartWeigher.Found], classes: Int) {
        (ends, values) = Self.sorted(found, classes: classes)
    }

    /// Sorts by class what was found part by part.
    ///
    /// - Returns: behind the last posting of each class, and the postings.
    private static func sorted(_ found: [PartWeigher.Found], classes: Int) -> (ends: [UInt32], values: [UInt32]) {
        var next = [UInt32](repeating: 0, count: classes + 1)
        for posting in found { next[Int(posting.class) + 1] += 1 }
        for number in 0..<classes { next[number + 1] += next[number] }
        var values = [UInt32](repeating: 0, count: found.count)
        for posting in found {
            values[Int(next[Int(posting.class)])] = posting.value
            next[Int(posting.class)] += 1
        }
        next.removeLast()
        return (next, values)
    }

    /// What stands in some parts that follow one another, by class.
    private struct Run: Sendable {
        /// The classes that stand there, rising.
        private(set) var classes: [UInt32] = []
        /// Behind the last posting of each of them.
        private(set) var ends: [UInt32] = []
        let values: [UInt32]

        init(_ found: [PartWeigher.Found], classes count: Int) {
            let all: [UInt32]
            (all, values) = sorted(found, classes: count)
            var start: UInt32 = 0
            for (number, end) in all.enumerated() where end > start {
                classes.append(UInt32(number))
                ends.append(end)
                start = end
            }
        }
    }

    /// Joins what stands in runs of parts. A site has more postings than there is room for twice, with their classes.
    private init(_ runs: [Run], classes: Int) {
        var next = [UInt32](repeating: 0, count: classes + 1)
        for run in runs {
            var start: UInt32 = 0
            for (number, end) in zip(run.classes, run.ends) {
                next[Int(number) + 1] += end - start
                start = end
            }
        }
        for number in 0..<classes { next[number + 1] += next[number] }
        values = [UInt32](repeating: 0, count: Int(next[classes]))
        for run in runs {
            var start = 0
            for (number, end) in zip(run.classes, run.ends) {
                for value in run.values[start..<Int(end)] {
                    values[Int(next[Int(number)])] = value
                    next[Int(number)] += 1
                }
                start = Int(end)
            }
        }
        next.removeLast()
        ends = next
    }

    /// Lists that are made class after class.
    init(ends: [UInt32], values: [UInt32]) {
        self.ends = ends
        self.values = values
    }

    var count: Int { ends.count }

    func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

    func count(of number: Int) -> Int { range(of: number).count }

    subscript(number: Int) -> ArraySlice<UInt32> { values[range(of: number)] }
}
