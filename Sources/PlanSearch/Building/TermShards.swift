internal import PlanModel

/// Writes the dictionary of forms, classes with their postings, and prefixes, cut into shards.
struct TermShards: Sendable {
    /// A file with the first key of a directory entry.
    struct Shard: Sendable {
        let firstKey: [UInt8]
        let file: SiteFile
        let hash: UInt32
    }

    private struct Entry: Sendable {
        let form: Int
        let key: [UInt8]
        let exact: [UInt8]
    }

    private let forms: FormTable
    private let words: WordClasses
    private let lists: PostingLists
    private let also: [Int32: [String]]
    private let partCount: Int
    private let entries: [Entry]
    /// Where each shard's entries begin; one more than there are shards.
    private let cuts: [Int]

    /// How many postings a prefix has at most.
    private static let longestPrefixList = 96

    init(forms: FormTable, words: WordClasses, lists: PostingLists, also: [Int32: [String]], partCount: Int) {
        self.forms = forms
        self.words = words
        self.lists = lists
        self.also = also
        self.partCount = partCount
        entries = (0..<forms.count).compactMap { form -> Entry? in
            guard lists.count(of: Int(words.ofForm[form])) > 0 else { return nil }
            let exact = Array(forms[form])
            return Entry(form: form, key: Folding.folded(exact), exact: exact)
        }.sorted { left, right in
            if left.key == right.key { return Folding.precedes(left.exact, right.exact) }
            return Folding.precedes(left.key, right.key)
        }
        cuts = Self.cuts(entries, words: words, lists: lists, parts: partCount)
    }

    /// Cuts where the first letters change, at places that words choose and sizes only bound, so that a word more or less
    /// moves no more than its own shard.
    private static func cuts(_ entries: [Entry], words: WordClasses, lists: PostingLists, parts: Int) -> [Int] {
        var sizes: [Int] = []
        var previous: [UInt8] = []
        for entry in entries {
            var shared = 0
            while shared < min(entry.exact.count, previous.count), entry.exact[shared] == previous[shared] {
                shared += 1
            }
            let number = Int(words.ofForm[entry.form])
            let isHead = Int(words.heads[number]) == entry.form
            sizes.append(
                (entry.exact.count - shared) * 5 + 12 + (isHead ? postingBits(lists.count(of: number), parts) : 0))
            previous = entry.exact
        }
        // So many files at most, however large the site is.
        let target = max(8_000 * 8, sizes.reduce(0, +) / 380)
        var cuts = [0]
        var size = 0
        for index in entries.indices {
            if index > 0, size > target / 2 {
                let isNewStart = entries[index].key.prefix(4) != entries[index - 1].key.prefix(4)
                let isChosen = FormTable.hash(entries[index].key.prefix(4)) & 3 == 0
                if isNewStart && (isChosen || size > target) || size > target * 3 / 2 {
                    cuts.append(index)
                    size = 0
                }
            }
            size += sizes[index]
        }
        return cuts + [entries.count]
    }

    /// About how many bits so many postings take.
    private static func postingBits(_ count: Int, _ parts: Int) -> Int {
        count * (PostingCode.bitLength(parts / max(1, count)) + 3) + 4
    }

    /// - Parameter titles: the postings of titles and codes alone.
    func shards(titles: PostingLists, titleForms: Set<Int>) -> [Shard] {
        guard !entries.isEmpty else { return [] }
        var homes = [Int32](repeating: -1, count: words.count)
        for shard in 0..<cuts.count - 1 {
            for entry in entries[cuts[shard]..<cuts[shard + 1]] {
                let number = Int(words.ofForm[entry.form])
                if Int(words.heads[number]) == entry.form { homes[number] = Int32(shard) }
            }
        }
        var prefixes = [[(key: [UInt8], postings: [Posting])]](repeating: [], count: cuts.count - 1)
        for (key, postings) in titlePrefixes(titles, forms: titleForms) + widePrefixes() {
            prefixes[shard(of: key)].append((key, postings))
        }
        let (fixedHomes, fixedPrefixes) = (homes, prefixes)
        return Workers.map(cuts.count - 1) { shard in
            let (homes, prefixes) = (fixedHomes, fixedPrefixes)
            let (file, hash) = IndexFile.terms.siteFile(
                body(of: shard, homes: homes, prefixes: prefixes[shard].sorted { Folding.precedes($0.key, $1.key) }))
            return Shard(firstKey: entries[cuts[shard]].key, file: file, hash: hash)
        }
    }

    /// The last shard whose first key is not behind a key.
    private func shard(of key: [UInt8]) -> Int {
        var (low, high) = (0, cuts.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Folding.precedes(key, entries[cuts[middle]].key) { high = middle } else { low = middle }
        }
        return low
    }

    private func body(of shard: Int, homes: [Int32], prefixes: [(key: [UInt8], postings: [Posting])]) -> [UInt8] {
        var writer = CodedWriter(numbers: TermKind.count)
        writer.number(cuts[shard + 1] - cuts[shard], TermKind.counts)
        writer.number(prefixes.count, TermKind.counts)
        var local: [Int: Int] = [:]
        var firsts: [(number: Int, entry: Entry)] = []
        var previous: [UInt8] = []
        for entry in entries[cuts[shard]..<cuts[shard + 1]] {
            let number = Int(words.ofForm[entry.form])
            writer.frontCoded(entry.exact, after: previous, TermKind.form)
            previous = entry.exact
            if Int(homes[number]) != shard {
                writer.number(0, TermKind.reference)
                writer.string(forms[Int(words.heads[number])], TermKind.home)
            } else if let known = local[number] {
                writer.number(local.count - known + 1, TermKind.reference)
            } else {
                local[number] = local.count
                writer.number(1, TermKind.reference)
                firsts.append((number, entry))
            }
        }
        for (number, entry) in firsts { write(number, first: entry, into: &writer) }
        previous = []
        for (key, postings) in prefixes {
            writer.frontCoded(key, after: previous, TermKind.prefix)
            previous = key
            PostingCode.write(postings, into: &writer, TermKind.postings)
        }
        return writer.finished()
    }

    private func write(_ number: Int, first: Entry, into writer: inout CodedWriter) {
        let split = Int(words.splits[first.form])
        writer.number(split > 0 ? 1 : 0, TermKind.splitCount)
        if split > 0 { writer.number(CodePoints.count(first.exact[..<split]), TermKind.split) }
        let also = also[Int32(number)] ?? []
        writer.number(also.count, TermKind.alsoCount)
        for text in also { writer.string(text, TermKind.also) }
        PostingCode.write(lists.postings(of: number), into: &writer, TermKind.postings)
    }

    /// What one and two letters find: titles and codes.
    private func titlePrefixes(_ titles: PostingLists, forms: Set<Int>) -> [(key: [UInt8], postings: [Posting])] {
        var classes: [[UInt8]: Set<Int>] = [:]
        for entry in entries where forms.contains(entry.form) {
            for length in 1...2 {
                guard let key = Self.prefix(of: entry.key, length) else { break }
                classes[key, default: []].insert(Int(words.ofForm[entry.form]))
            }
        }
        return classes.map { key, numbers in (key, list(of: numbers.sorted(), in: titles)) }
    }

    /// Prefixes whose forms lie in several shards.
    private func widePrefixes() -> [(key: [UInt8], postings: [Posting])] {
        var keys: Set<[UInt8]> = []
        for cut in cuts.dropFirst().dropLast() {
            let (left, right) = (entries[cut - 1].key, entries[cut].key)
            var length = 3
            while let key = Self.prefix(of: left, length), Self.prefix(of: right, length) == key {
                keys.insert(key)
                length += 1
            }
        }
        let sorted = keys.sorted(by: Folding.precedes)
        return Workers.map(sorted.count) { place in
            let key = sorted[place]
            var numbers: Set<Int> = []
            var index = firstIndex(of: key)
            while index < entries.count, entries[index].key.starts(with: key) {
                numbers.insert(Int(words.ofForm[entries[index].form]))
                index += 1
            }
            return (key, list(of: numbers.sorted(), in: lists))
        }
    }

    private func firstIndex(of key: [UInt8]) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if Folding.precedes(entries[middle].key, key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The highest postings of several classes, each part once.
    private func list(of numbers: [Int], in lists: PostingLists) -> [Posting] {
        var best: [Posting] = []
        for number in numbers {
            best += lists.postings(of: number)
            // Enough of each to know the best of all; a part may stand several times.
            if best.count > 50 * Self.longestPrefixList { best = Self.best(best) }
        }
        return Self.best(best).sorted { $0.part < $1.part }
    }

    /// The highest, each part once.
    private static func best(_ postings: [Posting]) -> [Posting] {
        var groups = [[Int]](repeating: [], count: 16)
        for posting in postings { groups[posting.level].append(posting.part) }
        var taken: Set<Int> = []
        var result: [Posting] = []
        for level in (1...15).reversed() where result.count < longestPrefixList {
            for part in groups[level].sorted() where taken.insert(part).inserted {
                result.append(Posting(part: part, level: level))
                if result.count == longestPrefixList { break }
            }
        }
        return result
    }

    /// The first code points of a key; `nil` where it has fewer.
    private static func prefix(of key: [UInt8], _ length: Int) -> [UInt8]? {
        var count = 0
        for (index, byte) in key.enumerated() where byte & 0xC0 != 0x80 {
            if count == length { return Array(key[..<index]) }
            count += 1
        }
        return count == length ? key : nil
    }
}
