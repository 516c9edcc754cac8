/// The forms that are found, in the order of their folded spelling, and where files of them are cut.
struct TermOrder: Sendable {
    /// Forms, sorted by folded spelling, then by the exact one.
    private(set) var forms: [UInt32] = []
    /// Their folded spellings.
    private(set) var keys = TextColumn()
    /// Where each shard begins; one more than there are shards, none where there are no forms.
    private(set) var cuts: [UInt32] = []

    init(_ table: FormTable, words: WordClasses, lists: PostingLists, partCount: Int) {
        sort(table) { lists.count(of: Int(words.ofForm[$0])) > 0 }
        guard !forms.isEmpty else { return }
        cut(table, words: words, lists: lists, parts: partCount)
    }

    /// An order that was kept; `nil` where it can't be one.
    init?(forms: [UInt32], cuts: [UInt32], formCount: Int) {
        guard Columns.areAllBelow(formCount, forms), Columns.rise(cuts, to: forms.count),
            cuts.isEmpty == forms.isEmpty, cuts.first ?? 0 == 0
        else { return nil }
        for (cut, next) in zip(cuts, cuts.dropFirst()) where cut >= next { return nil }
        self.forms = forms
        self.cuts = cuts
    }

    var shardCount: Int { max(0, cuts.count - 1) }

    func entries(of shard: Int) -> Range<Int> { Int(cuts[shard])..<Int(cuts[shard + 1]) }

    private struct Entry {
        /// The first bytes of the folded spelling, the highest first.
        let start: UInt64
        let form: UInt32
        let place: UInt32
    }

    private mutating func sort(_ table: FormTable, where isFound: (Int) -> Bool) {
        var folded = TextColumn()
        var entries: [Entry] = []
        entries.reserveCapacity(table.count)
        for form in 0..<table.count where isFound(form) {
            let key = Folding.folded(table[form])
            var start: UInt64 = 0
            for index in 0..<8 { start = start << 8 | UInt64(index < key.count ? key[index] : 0) }
            entries.append(Entry(start: start, form: UInt32(form), place: UInt32(folded.count)))
            folded.append(key)
        }
        entries.sort { left, right in
            if left.start != right.start { return left.start < right.start }
            let (leftKey, rightKey) = (folded[Int(left.place)], folded[Int(right.place)])
            if Folding.precedes(leftKey, rightKey) { return true }
            if Folding.precedes(rightKey, leftKey) { return false }
            return Folding.precedes(table[Int(left.form)], table[Int(right.form)])
        }
        for entry in entries {
            forms.append(entry.form)
            keys.append(folded[Int(entry.place)])
        }
    }

    /// Cuts where the first letters change, at places that words choose and sizes only bound, so that a word more or less
    /// moves no more than its own shard.
    private mutating func cut(_ table: FormTable, words: WordClasses, lists: PostingLists, parts: Int) {
        var sizes: [Int] = []
        sizes.reserveCapacity(forms.count)
        var previous: ArraySlice<UInt8> = []
        for form in forms {
            let exact = table[Int(form)]
            let number = Int(words.ofForm[Int(form)])
            sizes.append(
                (exact.count - Folding.shared(exact, previous)) * 5 + 12
                    + (words.heads[number] == form ? Self.postingBits(lists.count(of: number), parts) : 0))
            previous = exact
        }
        // So many files at most, however large the site is.
        let target = max(8_000 * 8, sizes.reduce(0, +) / 380)
        cuts = [0]
        var size = 0
        for index in forms.indices {
            if index > 0, size > target / 2 {
                let start = keys[index].prefix(4)
                let isNewStart = start != keys[index - 1].prefix(4)
                let isChosen = FormTable.hash(start) & 3 == 0
                if isNewStart && (isChosen || size > target) || size > target * 3 / 2 {
                    cuts.append(UInt32(index))
                    size = 0
                }
            }
            size += sizes[index]
        }
        cuts.append(UInt32(forms.count))
    }

    /// About how many bits so many postings take.
    private static func postingBits(_ count: Int, _ parts: Int) -> Int {
        count * (PostingCode.bitLength(parts / max(1, count)) + 3) + 4
    }

    /// The last shard whose first key is not behind a key.
    func shard(of key: ArraySlice<UInt8>) -> Int {
        var (low, high) = (0, shardCount)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Folding.precedes(key, keys[Int(cuts[middle])]) { high = middle } else { low = middle }
        }
        return low
    }

    /// The first entry that is not before a key.
    func firstIndex(of key: ArraySlice<UInt8>) -> Int {
        var (low, high) = (0, forms.count)
        while low < high {
            let middle = (low + high) / 2
            if Folding.precedes(keys[middle], key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The shard that each class's head lies in; -1 where it lies in none.
    func homes(of words: WordClasses) -> [Int32] {
        var homes = [Int32](repeating: -1, count: words.count)
        for shard in 0..<shardCount {
            for form in forms[entries(of: shard)] {
                let number = Int(words.ofForm[Int(form)])
                if words.heads[number] == form { homes[number] = Int32(shard) }
            }
        }
        return homes
    }
}
