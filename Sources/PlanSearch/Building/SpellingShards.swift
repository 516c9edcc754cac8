internal import PlanModel

/// Writes the words that misspelt ones are led to, each under a few of its letters.
struct SpellingShards {
    private static let mostWords = 8_000
    /// Of a file, in bytes of words.
    private static let target = 24_000

    static func shards(
        forms: FormTable, words: WordClasses, lists: PostingLists, isLetters: [Bool], suffixes: SuffixTable
    )
        -> [TermShards.Shard]
    {
        var candidates: [(form: Int, count: Int)] = []
        for form in 0..<forms.count where isLetters[form] && !words.isStopWord[form] {
            let count = lists.count(of: Int(words.ofForm[form]))
            if count > 0, words.counts[form] > 0, CodePoints.count(forms[form]) >= 4 {
                candidates.append((form, words.counts[form]))
            }
        }
        candidates.sort { ($1.count, $0.form) < ($0.count, $1.form) }
        var groups: [String: [(word: [UInt8], weight: Int)]] = [:]
        for (form, _) in candidates.prefix(mostWords) {
            let word = Array(forms[form])
            let weight = PostingCode.bitLength(lists.count(of: Int(words.ofForm[form])))
            for key in SpellingKeys.written(for: word, suffixes: suffixes) {
                groups[key, default: []].append((word, weight))
            }
        }
        let keys = groups.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let sorted = groups.mapValues { group in group.sorted { Folding.precedes($0.word, $1.word) } }
        // Cuts lie at places that keys choose and sizes only bound, as those of terms do.
        var shards: [[String]] = [[]]
        var size = 0
        for key in keys {
            let isChosen = FormTable.hash(Array(key.utf8)[...]) & 7 == 0
            if size > target / 2, isChosen || size > target {
                shards.append([])
                size = 0
            }
            shards[shards.count - 1].append(key)
            size += (sorted[key] ?? []).reduce(key.utf8.count + 2) { $0 + $1.word.count }
        }
        guard !keys.isEmpty else { return [] }
        let all = shards
        return Workers.map(all.count) { shard(of: all[$0], sorted) }
    }

    private static func shard(of keys: [String], _ groups: [String: [(word: [UInt8], weight: Int)]])
        -> TermShards.Shard
    {
        var writer = CodedWriter(numbers: SpellingKind.count)
        writer.number(keys.count, SpellingKind.keyCount)
        var before: [UInt8] = []
        for name in keys {
            let key = Array(name.utf8)
            writer.frontCoded(key, after: before, SpellingKind.key)
            before = key
            let words = groups[name] ?? []
            writer.number(words.count, SpellingKind.wordCount)
            // Many words begin with their key.
            var previous = Array(key.dropFirst())
            for (word, weight) in words {
                writer.frontCoded(word, after: previous, SpellingKind.word)
                writer.number(weight, SpellingKind.weight)
                previous = word
            }
        }
        let (file, hash) = IndexFile.spelling.siteFile(writer.finished())
        return TermShards.Shard(firstKey: Array((keys.first ?? "").utf8), file: file, hash: hash)
    }
}

/// The letters under which words lie for spelling (docs/search-index.md, 4.6).
enum SpellingKeys {
    /// The keys that a word is written under.
    static func written(for word: [UInt8], suffixes: SuffixTable) -> [String] {
        let letters = letters(of: word)
        let count = letters.count
        guard count >= 4 else { return [] }
        var keys = ["^" + text(letters[..<3]), "$" + text(letters[(count - 3)...])]
        if count <= 6 { keys += ["^" + text(letters[..<2]), "$" + text(letters[(count - 2)...])] }
        if count >= 8 { keys.append("~" + text(letters[((count - 3) / 2)...].prefix(3))) }
        // Without an ending that may be missing: `budget` ends `underhållsbudgeten`, too.
        if let stem = suffixes.stem(of: word), let last = ends(of: stem)?.last, !keys.contains(last) {
            keys.append(last)
        }
        return keys
    }

    /// The keys that a misspelt word is looked for under, in two steps.
    static func asked(for word: [UInt8]) -> [[String]] {
        let letters = letters(of: word)
        let count = letters.count
        guard count >= 4 else { return [] }
        var first = ["^" + text(letters[..<3]), "$" + text(letters[(count - 3)...])]
        if count <= 6 { first += ["^" + text(letters[..<2]), "$" + text(letters[(count - 2)...])] }
        guard count >= 8 else { return [first] }
        let middle = (count - 3) / 2
        let second = (max(0, middle - 1)...min(count - 3, middle + 1)).map { "~" + text(letters[$0..<$0 + 3]) }
        return [first, second]
    }

    /// The keys of a word's first and last letters.
    static func ends(of word: [UInt8]) -> (first: String, last: String)? {
        let letters = letters(of: word)
        guard letters.count >= 4 else { return nil }
        return ("^" + text(letters[..<3]), "$" + text(letters[(letters.count - 3)...]))
    }

    private static func letters(of word: [UInt8]) -> [Unicode.Scalar] {
        Array(String(decoding: Folding.folded(word), as: UTF8.self).unicodeScalars)
    }

    private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return String(text)
    }
}
