internal import PlanModel

/// What beginnings of words find that no shard alone can tell: columns that can be kept as they are.
struct TermPrefixes: Sendable {
    /// Folded, sorted by bytes.
    private(set) var keys = TextColumn()
    /// Behind the last posting of each.
    private(set) var ends: [UInt32] = []
    /// As in ``PostingLists``.
    private(set) var values: [UInt32] = []
    /// How many entries each was made of.
    private(set) var counts: [UInt32] = []
    /// Behind the last prefix of each shard.
    private(set) var shardEnds: [UInt32] = []

    /// How many postings a prefix has at most.
    private static let longestList = 96

    /// What is known of the prefixes of the last index.
    struct Revision {
        let old: TermPrefixes
        let forms: FormMap
        /// Whether each class holds the words that it held and is posted as it was, in texts and in titles.
        let stands: [Bool]
        let standsInTitles: [Bool]
    }

    /// - Parameters:
    ///   - titles: the postings of titles and codes alone.
    ///   - revision: of the last index, where there is one.
    init(
        _ order: TermOrder, corpus: Corpus, words: WordClasses, lists: PostingLists, titles: () -> PostingLists,
        revising revision: Revision? = nil
    ) {
        let short = Ahead { Self.short(order, corpus: corpus, words: words) }
        let found = (Self.wide(order) + short.value)
            .sorted { Folding.precedes($0.key, $1.key) }
        let kept = revision.map { revision in found.map { Self.place(of: $0, order, words, revision) } }
        let missing = found.indices.filter { kept?[$0] == nil }
        let titles = missing.contains { found[$0].isShort } ? titles() : nil
        let made = Workers.map(missing.count) { index -> [UInt32] in
            let beginning = found[missing[index]]
            let numbers = Set(beginning.entries.map { words.ofForm[Int(order.forms[$0])] })
            return Self.best(of: Array(numbers), in: beginning.isShort ? titles ?? lists : lists)
        }
        var next = 0
        for (index, beginning) in found.enumerated() {
            if let place = kept?[index], let revision {
                values += revision.old[place]
            } else {
                values += made[next]
                next += 1
            }
            keys.append(beginning.key)
            ends.append(UInt32(values.count))
            counts.append(UInt32(beginning.entries.count))
        }
        var index = 0
        for shard in 0..<order.shardCount {
            while index < keys.count, order.shard(of: keys[index]) == shard { index += 1 }
            shardEnds.append(UInt32(index))
        }
    }

    /// Reads the columns of kept prefixes; `nil` where they don't fit each other.
    init?(from reader: inout StateReader, partCount: Int) {
        guard let keys = reader.texts(), let ends = reader.column(UInt32.self),
            let values = reader.column(UInt32.self), let counts = reader.column(UInt32.self),
            let shardEnds = reader.column(UInt32.self), keys.count == ends.count, counts.count == ends.count,
            PostingLists.arePostings(ends: ends, values: values, partCount: partCount),
            Columns.rise(shardEnds, to: keys.count)
        else { return nil }
        (self.keys, self.ends, self.values, self.counts, self.shardEnds) = (keys, ends, values, counts, shardEnds)
    }

    func write(to writer: StateWriter) {
        writer.texts(keys)
        writer.column(ends)
        writer.column(values)
        writer.column(counts)
        writer.column(shardEnds)
    }

    /// Where the last index has the same postings of a prefix; `nil` where it has others.
    private static func place(
        of beginning: Beginning, _ order: TermOrder, _ words: WordClasses, _ revision: Revision
    ) -> Int? {
        guard let place = revision.old.place(of: beginning.key),
            Int(revision.old.counts[place]) == beginning.entries.count
        else { return nil }
        let stands = beginning.isShort ? revision.standsInTitles : revision.stands
        for entry in beginning.entries {
            let form = Int(order.forms[entry])
            guard revision.forms.oldForms[form] >= 0, stands[Int(words.ofForm[form])] else { return nil }
        }
        return place
    }

    private func place(of key: ArraySlice<UInt8>) -> Int? {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if Folding.precedes(keys[middle], key) { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low : nil
    }

    subscript(index: Int) -> ArraySlice<UInt32> { values[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])] }

    /// The prefixes of a shard follow one another.
    func range(of shard: Int) -> Range<Int> {
        (shard == 0 ? 0 : Int(shardEnds[shard - 1]))..<Int(shardEnds[shard])
    }

    /// Entries that begin alike.
    private struct Beginning: Sendable {
        let key: ArraySlice<UInt8>
        var entries: [Int]
        let isShort: Bool
    }

    /// What one and two letters find: titles and codes.
    private static func short(_ order: TermOrder, corpus: Corpus, words: WordClasses) -> [Beginning] {
        let isInTitle = formsInTitles(corpus)
        var result: [Beginning] = []
        let entries = order.forms.indices.filter { isInTitle[Int(order.forms[$0])] }
        let keys = entries.map { order.key($0) }
        for length in 1...2 {
            var open = Beginning(key: [], entries: [], isShort: true)
            for (entry, key) in zip(entries, keys) {
                guard let key = prefix(of: key[...], length) else { continue }
                if key != open.key {
                    if !open.entries.isEmpty { result.append(open) }
                    open = Beginning(key: key, entries: [], isShort: true)
                }
                open.entries.append(entry)
            }
            if !open.entries.isEmpty { result.append(open) }
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
    private static func wide(_ order: TermOrder) -> [Beginning] {
        var result: [Beginning] = []
        var known: Set<ArraySlice<UInt8>> = []
        for cut in order.cuts.dropFirst().dropLast() {
            let (left, right) = (order.key(Int(cut) - 1)[...], order.key(Int(cut))[...])
            var length = 3
            while let key = prefix(of: left, length), let other = prefix(of: right, length), other == key {
                length += 1
                guard known.insert(key).inserted else { continue }
                result.append(Beginning(key: key, entries: Array(order.entries(beginningWith: key)), isShort: false))
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
