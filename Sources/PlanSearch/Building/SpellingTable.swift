internal import PlanModel

/// The words that misspelt ones are led to: the commonest of the site, each with what it weighs.
struct SpellingWords: Sendable {
    private static let mostWords = 8_000

    /// Forms, in the order of their numbers.
    private(set) var forms: [UInt32] = []
    private(set) var weights: [UInt8] = []

    /// - Returns: `nil` where the columns don't fit each other.
    init?(forms: [UInt32], weights: [UInt8], formCount: Int) {
        guard forms.count == weights.count, Columns.areAllBelow(formCount, forms) else { return nil }
        self.forms = forms
        self.weights = weights
    }

    init(_ corpus: Corpus, words: WordClasses, lists: PostingLists) {
        var candidates: [UInt32] = []
        for form in 0..<corpus.forms.count where words.counts[form] > 0 && corpus.isLetters(form) {
            guard !words.isStopWord[form], lists.count(of: Int(words.ofForm[form])) > 0,
                CodePoints.count(corpus.forms[form]) >= 4
            else { continue }
            candidates.append(UInt32(form))
        }
        // The commonest, of equals the first.
        if candidates.count > Self.mostWords {
            let least = Self.least(candidates.map { words.counts[Int($0)] })
            var room = Self.mostWords - candidates.count { words.counts[Int($0)] > least }
            candidates.removeAll { form in
                let count = words.counts[Int(form)]
                guard count == least else { return count < least }
                room -= 1
                return room < 0
            }
        }
        forms = candidates
        weights = forms.map { form in
            UInt8(PostingCode.bitLength(lists.count(of: Int(words.ofForm[Int(form)]))))
        }
    }

    /// The number that the last of the commonest words has.
    private static func least(_ counts: [UInt32]) -> UInt32 {
        // Only those are sorted that may be among them.
        var words = [Int](repeating: 0, count: 1 << 12)
        for count in counts { words[min(words.count - 1, Int(count))] += 1 }
        var bound = words.count - 1
        var found = words[bound]
        while found < mostWords, bound > 0 {
            bound -= 1
            found += words[bound]
        }
        return counts.filter { Int($0) >= bound }.sorted(by: >)[mostWords - 1]
    }
}

/// Words for spelling under their keys, cut into shards.
struct SpellingTable: Sendable {
    private struct Entry {
        let key: SpellingKey
        /// Its place among all words, by bytes.
        let word: Int
    }

    /// Of a file, in bytes of words.
    private static let target = 24_000

    private let words: [(letters: ArraySlice<UInt8>, weight: Int)]
    private let entries: [Entry]
    /// Where each key begins in `entries`; one more than there are keys.
    private let keyStarts: [Int]
    /// Where each shard begins in `keyStarts`; one more than there are shards, none where there are no keys.
    private let cuts: [Int]

    init(_ chosen: SpellingWords, forms: FormTable, suffixes: SuffixTable) {
        let words = zip(chosen.forms, chosen.weights).map { (letters: forms[Int($0)], weight: Int($1)) }
            .sorted { Folding.precedes($0.letters, $1.letters) }
        var entries: [Entry] = []
        for (number, word) in words.enumerated() {
            for key in SpellingKeys.written(for: word.letters, suffixes: suffixes) {
                entries.append(Entry(key: key, word: number))
            }
        }
        entries.sort { left, right in left.key == right.key ? left.word < right.word : left.key < right.key }
        var keyStarts: [Int] = []
        for (index, entry) in entries.enumerated() where index == 0 || entries[index - 1].key != entry.key {
            keyStarts.append(index)
        }
        // Cuts lie at places that keys choose and sizes only bound, as those of terms do.
        var cuts = keyStarts.isEmpty ? [] : [0]
        var size = 0
        for (index, start) in keyStarts.enumerated() {
            let key = entries[start].key.bytes
            if size > Self.target / 2, FormTable.hash(key[...]) & 7 == 0 || size > Self.target {
                cuts.append(index)
                size = 0
            }
            let end = index + 1 < keyStarts.count ? keyStarts[index + 1] : entries.count
            size += entries[start..<end].reduce(key.count + 2) { $0 + words[$1.word].letters.count }
        }
        if !keyStarts.isEmpty { cuts.append(keyStarts.count) }
        self.words = words
        self.entries = entries
        self.keyStarts = keyStarts + [entries.count]
        self.cuts = cuts
    }

    var shardCount: Int { max(0, cuts.count - 1) }

    func firstKey(of shard: Int) -> SpellingKey { entries[keyStarts[cuts[shard]]].key }

    var firstKeys: TextColumn {
        var keys = TextColumn()
        for shard in 0..<shardCount { keys.append(firstKey(of: shard).bytes) }
        return keys
    }

    func file(of shard: Int) -> IndexFile.Named {
        let keys = cuts[shard]..<cuts[shard + 1]
        var writer = CodedWriter(numbers: SpellingKind.count)
        writer.number(keys.count, SpellingKind.keyCount)
        var before: ArraySlice<UInt8> = []
        for index in keys {
            let range = keyStarts[index]..<keyStarts[index + 1]
            let key = entries[range.lowerBound].key.bytes[...]
            writer.frontCoded(key, after: before, SpellingKind.key)
            before = key
            writer.number(range.count, SpellingKind.wordCount)
            // Many words begin with their key.
            var previous = key.dropFirst()
            for entry in entries[range] {
                let word = words[entry.word]
                writer.frontCoded(word.letters, after: previous, SpellingKind.word)
                writer.number(word.weight, SpellingKind.weight)
                previous = word.letters
            }
        }
        return IndexFile.spelling.siteFile(writer.finished())
    }
}
