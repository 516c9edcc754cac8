internal import PlanModel

/// Writes the words that misspelt ones are led to, each under a few of its letters.
struct SpellingShards {
    private static let mostWords = 8_000
    private static let target = 6_000

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
        var shards: [TermShards.Shard] = []
        var writer = ByteWriter()
        var held: [String] = []
        func close() {
            guard let first = held.first else { return }
            var body = ByteWriter()
            body.varint(held.count)
            body.append(writer.bytes)
            let (file, hash) = IndexFile.spelling.siteFile(body.bytes)
            shards.append(TermShards.Shard(firstKey: Array(first.utf8), file: file, hash: hash))
            writer = ByteWriter()
            held = []
        }
        for key in keys {
            if writer.bytes.count > target / 2,
                FormTable.hash(Array(key.utf8)[...]) & 7 == 0 || writer.bytes.count > target
            {
                close()
            }
            held.append(key)
            let group = (groups[key] ?? []).sorted { Folding.precedes($0.word, $1.word) }
            writer.string(key)
            writer.varint(group.count)
            var previous: [UInt8] = []
            for (word, weight) in group {
                writer.frontCoded(word, after: previous)
                writer.u8(weight)
                previous = word
            }
        }
        close()
        return shards
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
