/// What beginnings of words find that no shard alone can tell: columns that can be kept as they are.
struct TermPrefixes: Sendable, Equatable {
    /// Folded, sorted by bytes.
    private(set) var keys = TextColumn()
    /// Behind the last posting of each.
    private(set) var ends: [UInt32] = []
    /// As in ``PostingLists``.
    private(set) var values: [UInt32] = []
    /// Behind the last prefix of each shard.
    private(set) var shardEnds: [UInt32] = []

    /// How many postings a prefix has at most.
    private static let longestList = 96

    /// - Returns: `nil` where the columns don't fit each other.
    init?(keys: TextColumn, ends: [UInt32], values: [UInt32], shardEnds: [UInt32]) {
        guard keys.count == ends.count, Columns.rise(ends, to: values.count), Columns.rise(shardEnds, to: keys.count)
        else { return nil }
        self.keys = keys
        self.ends = ends
        self.values = values
        self.shardEnds = shardEnds
    }

    /// - Parameter titles: the postings of titles and codes alone.
    init(_ order: TermOrder, corpus: Corpus, words: WordClasses, lists: PostingLists, titles: PostingLists) {
        var found = Self.short(order, corpus: corpus, words: words).map { (key: $0.key, numbers: $0.numbers, isShort: true) }
        found += Self.wide(order, words: words).map { ($0.key, $0.numbers, false) }
        let sorted = found.sorted { Folding.precedes($0.key, $1.key) }
        let postings = Workers.map(sorted.count) { index in
            Self.best(of: sorted[index].numbers, in: sorted[index].isShort ? titles : lists)
        }
        for (entry, postings) in zip(sorted, postings) {
            keys.append(entry.key)
            values += postings
            ends.append(UInt32(values.count))
        }
        var index = 0
        for shard in 0..<order.shardCount {
            while index < keys.count, order.shard(of: keys[index]) == shard { index += 1 }
            shardEnds.append(UInt32(index))
        }
    }

    subscript(index: Int) -> ArraySlice<UInt32> { values[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])] }

    /// The prefixes of a shard follow one another.
    func range(of shard: Int) -> Range<Int> {
        (shard == 0 ? 0 : Int(shardEnds[shard - 1]))..<Int(shardEnds[shard])
    }

    private typealias Beginning = (key: ArraySlice<UInt8>, numbers: [UInt32])

    /// What one and two letters find: titles and codes.
    private static func short(_ order: TermOrder, corpus: Corpus, words: WordClasses) -> [Beginning] {
        let isInTitle = formsInTitles(corpus)
        var result: [Beginning] = []
        for length in 1...2 {
            var open: Beginning = ([], [])
            for (index, form) in order.forms.enumerated() where isInTitle[Int(form)] {
                guard let key = prefix(of: order.keys[index], length) else { continue }
                if key != open.key {
                    if !open.numbers.isEmpty { result.append(open) }
                    open = (key, [])
                }
                open.numbers.append(words.ofForm[Int(form)])
            }
            if !open.numbers.isEmpty { result.append(open) }
        }
        return result
    }

    private static func formsInTitles(_ corpus: Corpus) -> [Bool] {
        var isInTitle = [Bool](repeating: false, count: corpus.forms.count)
        for document in 0..<corpus.documentCount {
            for segment in corpus.segments(of: corpus.parts(of: document).lowerBound) {
                guard corpus.segmentWeights[segment] & Corpus.titleBit != 0 else { break }
                for token in corpus.tokens[corpus.tokens(of: segment)] {
                    isInTitle[Int(token & Corpus.formMask)] = true
                }
            }
        }
        return isInTitle
    }

    /// Prefixes whose forms lie in several shards.
    private static func wide(_ order: TermOrder, words: WordClasses) -> [Beginning] {
        var result: [Beginning] = []
        var known: Set<ArraySlice<UInt8>> = []
        for cut in order.cuts.dropFirst().dropLast() {
            let (left, right) = (order.keys[Int(cut) - 1], order.keys[Int(cut)])
            var length = 3
            while let key = prefix(of: left, length), let other = prefix(of: right, length), other == key {
                length += 1
                guard known.insert(key).inserted else { continue }
                var numbers: [UInt32] = []
                var index = order.firstIndex(of: key)
                while index < order.forms.count, order.keys[index].starts(with: key) {
                    numbers.append(words.ofForm[Int(order.forms[index])])
                    index += 1
                }
                result.append((key, numbers))
            }
        }
        return result
    }

    /// The first code points of a key; `nil` where it has fewer.
    private static func prefix(of key: ArraySlice<UInt8>, _ length: Int) -> ArraySlice<UInt8>? {
        var count = 0
        for index in key.indices where key[index] & 0xC0 != 0x80 {
            if count == length { return key[..<index] }
            count += 1
        }
        return count == length ? key : nil
    }

    /// The highest postings of several classes, each part once, in rising order of part.
    private static func best(of numbers: [UInt32], in lists: PostingLists) -> [UInt32] {
        let numbers = Set(numbers).sorted()
        var counts = [Int](repeating: 0, count: 16)
        for number in numbers { for value in lists[Int(number)] { counts[Int(value & 15)] += 1 } }
        var taken: Set<UInt32> = []
        var result: [UInt32] = []
        for level in (1...15).reversed() where counts[level] > 0 && result.count < longestList {
            // The lowest parts of this level, sorted.
            var parts: [UInt32] = []
            let wanted = longestList - result.count
            for number in numbers {
                for value in lists[Int(number)] where value & 15 == UInt32(level) {
                    let part = value >> 4
                    if parts.count == wanted, part >= parts[wanted - 1] { break }
                    let place = parts.firstIndex { $0 >= part } ?? parts.count
                    if place < parts.count && parts[place] == part || taken.contains(part) { continue }
                    parts.insert(part, at: place)
                    if parts.count > wanted { parts.removeLast() }
                }
            }
            taken.formUnion(parts)
            result += parts.map { $0 << 4 | UInt32(level) }
        }
        return result.sorted()
    }
}
