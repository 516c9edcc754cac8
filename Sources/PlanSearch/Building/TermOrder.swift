/// The forms that are found, in the order of their folded spelling, and where files of them are cut: columns that can be
/// kept as they are.
struct TermOrder: Sendable {
    /// Forms, sorted by folded spelling, then by the exact one.
    private(set) var forms: [UInt32] = []
    /// How many bytes each form has beyond those that it shares with the one before.
    private(set) var letters: [UInt16] = []
    /// Whether each form's first letters are others than those before it (1), and whether they are among those that
    /// files may begin with (2).
    private(set) var starts: [UInt8] = []
    /// Where each shard begins; one more than there are shards, none where there are no forms.
    private(set) var cuts: [UInt32] = []
    private let table: FormTable

    private static let isNew: UInt8 = 1
    private static let isChosen: UInt8 = 2

    init(_ table: FormTable, words: WordClasses, lists: PostingLists, partCount: Int) {
        self.table = table
        forms = Self.sorted((0..<table.count).filter { lists.count(of: Int(words.ofForm[$0])) > 0 }, table)
        letters = [UInt16](repeating: 0, count: forms.count)
        starts = [UInt8](repeating: 0, count: forms.count)
        for index in forms.indices { look(at: index) }
        cut(words: words, lists: lists, parts: partCount)
    }

    /// The order of a site in which some words have come or gone.
    init(
        revising old: TermOrder, _ map: FormMap, _ table: FormTable, words: WordClasses, lists: PostingLists,
        partCount: Int
    ) {
        self.table = table
        var isFound = (0..<table.count).map { lists.count(of: Int(words.ofForm[$0])) > 0 }
        var kept: [(place: Int, form: UInt32)] = []
        kept.reserveCapacity(old.forms.count)
        for (place, form) in old.forms.enumerated() {
            let now = Int(map.newForms[Int(form)])
            guard now >= 0, isFound[now] else { continue }
            isFound[now] = false
            kept.append((place, UInt32(now)))
        }
        // What is new, each with the place before which it stands.
        let added = Self.sorted(isFound.indices.filter { isFound[$0] }, table).map { form in
            var (low, high) = (0, kept.count)
            while low < high {
                let middle = (low + high) / 2
                if Self.precedes(form, kept[middle].form, table) { high = middle } else { low = middle + 1 }
            }
            return (place: low, form: form)
        }
        forms.reserveCapacity(kept.count + added.count)
        letters.reserveCapacity(kept.count + added.count)
        starts.reserveCapacity(kept.count + added.count)
        var next = 0
        var before = -1
        for (index, entry) in kept.enumerated() {
            var isSame = entry.place == before + 1
            while next < added.count, added[next].place == index {
                append(added[next].form)
                next += 1
                isSame = false
            }
            if isSame {
                forms.append(entry.form)
                letters.append(old.letters[entry.place])
                starts.append(old.starts[entry.place])
            } else {
                append(entry.form)
            }
            before = entry.place
        }
        for (_, form) in added[next...] { append(form) }
        cut(words: words, lists: lists, parts: partCount)
    }

    /// An order that was kept; `nil` where it can't be one.
    init?(from reader: inout StateReader, _ table: FormTable) {
        guard let forms = reader.column(UInt32.self), let letters = reader.column(UInt16.self),
            let starts = reader.column(UInt8.self), let cuts = reader.column(UInt32.self),
            letters.count == forms.count, starts.count == forms.count, Columns.areAllBelow(table.count, forms),
            Columns.rise(cuts, to: forms.count), cuts.isEmpty == forms.isEmpty, cuts.first ?? 0 == 0,
            Columns.areDifferent(Array(cuts.dropFirst()))
        else { return nil }
        self.table = table
        (self.forms, self.letters, self.starts, self.cuts) = (forms, letters, starts, cuts)
    }

    func write(to writer: StateWriter) {
        writer.column(forms)
        writer.column(letters)
        writer.column(starts)
        writer.column(cuts)
    }

    var shardCount: Int { max(0, cuts.count - 1) }

    func entries(of shard: Int) -> Range<Int> { Int(cuts[shard])..<Int(cuts[shard + 1]) }

    /// The folded spelling of an entry.
    func key(_ index: Int) -> [UInt8] { Folding.folded(table[Int(forms[index])]) }

    // MARK: Order

    /// A form by the first bytes of its folded spelling, the highest first.
    private struct Entry {
        let high: UInt64
        let low: UInt64
        let form: UInt32
    }

    private static func sorted(_ forms: [Int], _ table: FormTable) -> [UInt32] {
        let ranges = Workers.ranges(of: forms.count, pieces: 8)
        var runs = Workers.map(ranges.count) { range in
            ranges[range].map { entry(forms[$0], table) }.sorted { precedes($0, $1, table) }
        }
        while runs.count > 1 {
            let (last, unmerged) = (runs.count / 2, runs)
            runs = Workers.map((runs.count + 1) / 2) { pair in
                pair == last ? unmerged[pair * 2] : merged(unmerged[pair * 2], unmerged[pair * 2 + 1], table)
            }
        }
        return runs.first?.map(\.form) ?? []
    }

    private static func merged(_ left: [Entry], _ right: [Entry], _ table: FormTable) -> [Entry] {
        var result: [Entry] = []
        result.reserveCapacity(left.count + right.count)
        var next = 0
        for entry in left {
            while next < right.count, precedes(right[next], entry, table) {
                result.append(right[next])
                next += 1
            }
            result.append(entry)
        }
        return result + right[next...]
    }

    private static func entry(_ form: Int, _ table: FormTable) -> Entry {
        let key = Folding.folded(table[form].prefix(32))
        var (high, low) = (UInt64(0), UInt64(0))
        for index in 0..<16 {
            let byte = index < key.count ? UInt64(key[index]) : 0
            if index < 8 { high = high << 8 | byte } else { low = low << 8 | byte }
        }
        return Entry(high: high, low: low, form: UInt32(form))
    }

    private static func precedes(_ left: Entry, _ right: Entry, _ table: FormTable) -> Bool {
        if left.high != right.high { return left.high < right.high }
        if left.low != right.low { return left.low < right.low }
        return precedes(left.form, right.form, table)
    }

    private static func precedes(_ left: UInt32, _ right: UInt32, _ table: FormTable) -> Bool {
        let (left, right) = (table[Int(left)], table[Int(right)])
        switch Folding.compare(left, right) {
        case ..<0: return true
        case 1...: return false
        default: return Folding.precedes(left, right)
        }
    }

    private mutating func append(_ form: UInt32) {
        forms.append(form)
        letters.append(0)
        starts.append(0)
        look(at: forms.count - 1)
    }

    /// Compares an entry with the one before it.
    private mutating func look(at index: Int) {
        let exact = table[Int(forms[index])]
        let previous = index == 0 ? [] : table[Int(forms[index - 1])]
        letters[index] = UInt16(clamping: exact.count - Folding.shared(exact, previous))
        let start = Folding.folded(exact.prefix(8)).prefix(4)
        let isChosen = FormTable.hash(start) & 3 == 0
        let isNew = start != Folding.folded(previous.prefix(8)).prefix(4)
        starts[index] = (isNew ? Self.isNew : 0) | (isChosen ? Self.isChosen : 0)
    }

    // MARK: Cuts

    /// Cuts where the first letters change, at places that words choose and sizes only bound, so that a word more or less
    /// moves no more than its own shard.
    private mutating func cut(words: WordClasses, lists: PostingLists, parts: Int) {
        guard !forms.isEmpty else { return }
        let sizes = forms.indices.map { index -> Int in
            let number = Int(words.ofForm[Int(forms[index])])
            return Int(letters[index]) * 5 + 12
                + (words.heads[number] == forms[index] ? Self.postingBits(lists.count(of: number), parts) : 0)
        }
        // So many files at most, however large the site is.
        let target = max(8_000 * 8, sizes.reduce(0, +) / 380)
        cuts = [0]
        var size = 0
        for index in forms.indices {
            if index > 0, size > target / 2 {
                let isNewStart = starts[index] & Self.isNew != 0
                let isChosen = starts[index] & Self.isChosen != 0
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
            if Folding.precedes(key, self.key(Int(cuts[middle]))[...]) { high = middle } else { low = middle }
        }
        return low
    }

    /// The first entry that is not before a key.
    func firstIndex(of key: ArraySlice<UInt8>) -> Int {
        var (low, high) = (0, forms.count)
        while low < high {
            let middle = (low + high) / 2
            if Folding.precedes(self.key(middle)[...], key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The entries whose keys begin with a key.
    func entries(beginningWith key: ArraySlice<UInt8>) -> Range<Int> {
        let first = firstIndex(of: key)
        var (low, high) = (first, forms.count)
        while low < high {
            let middle = (low + high) / 2
            if self.key(middle).starts(with: key) { low = middle + 1 } else { high = middle }
        }
        return first..<low
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
