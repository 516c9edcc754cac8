/// Finds the shards of terms and spelling that are as they were.
struct StandingShards: Sendable {
    private let old: IndexModel
    private let draft: IndexDraft
    private let changes: WordChanges
    /// Classes with other postings or other words that mean the same.
    private let isChanged: [Bool]

    /// - Parameters:
    ///   - isChanged: classes with other postings.
    ///   - also: what classes meant as well.
    init(
        _ old: IndexModel, _ draft: IndexDraft, changes: WordChanges, isChanged: [Bool], also: [UInt32: [String]]
    ) {
        self.old = old
        self.draft = draft
        self.changes = changes
        var isChanged = isChanged
        for number in isChanged.indices where !isChanged[number] {
            let other = UInt32(changes.classes.oldClasses[number])
            if draft.also[UInt32(number)] != also[other] { isChanged[number] = true }
        }
        self.isChanged = isChanged
    }

    /// The names of the shards of terms that stand.
    ///
    /// - Parameter oldHomes: `TermOrder.homes(of:)` of the old index.
    func terms(oldHomes: [Int32]) -> [UInt32?] {
        let (order, before) = (draft.order, old.order)
        let homes = order.homes(of: draft.words)
        var shardOfFirst: [UInt32: Int] = [:]
        for shard in 0..<before.shardCount { shardOfFirst[before.forms[Int(before.cuts[shard])]] = shard }
        return Workers.map(order.shardCount) { [shardOfFirst] shard in
            let entries = order.entries(of: shard)
            let first = changes.forms.oldForms[Int(order.forms[entries.lowerBound])]
            guard first >= 0, let other = shardOfFirst[UInt32(first)] else { return nil }
            let others = before.entries(of: other)
            guard entries.count == others.count, hasSamePrefixes(shard, other) else { return nil }
            for (entry, otherEntry) in zip(entries, others) {
                let form = order.forms[entry]
                let otherForm = before.forms[otherEntry]
                guard changes.forms.oldForms[Int(form)] == Int32(otherForm) else { return nil }
                let number = Int(draft.words.ofForm[Int(form)])
                let otherNumber = Int(old.words.ofForm[Int(otherForm)])
                guard changes.classes.oldClasses[number] == Int32(otherNumber) else { return nil }
                let isHome = Int(homes[number]) == shard
                guard isHome == (Int(oldHomes[otherNumber]) == other) else { return nil }
                if isHome {
                    guard !isChanged[number], draft.words.splits[Int(form)] == old.words.splits[Int(otherForm)] else {
                        return nil
                    }
                } else {
                    let head = changes.forms.oldForms[Int(draft.words.heads[number])]
                    guard head == Int32(old.words.heads[otherNumber]) else { return nil }
                }
            }
            return old.names.terms[other]
        }
    }

    private func hasSamePrefixes(_ shard: Int, _ other: Int) -> Bool {
        let (new, before) = (draft.prefixes, old.prefixes)
        let (range, others) = (new.range(of: shard), before.range(of: other))
        return range.count == others.count
            && zip(range, others).allSatisfy { new.keys[$0] == before.keys[$1] && new[$0] == before[$1] }
    }

    /// The names of the shards for spelling that stand: those with the same bounds and no key between whose words differ.
    ///
    /// - Parameter changed: ``changedKeys(_:)``.
    func spelling(_ table: SpellingTable, changed: Set<SpellingKey>) -> [UInt32?] {
        let dirty = changed.sorted()
        let firsts = (0..<table.shardCount).map { table.firstKey(of: $0) }
        let oldFirsts = (0..<old.spellingKeys.count).map { SpellingKey(old.spellingKeys[$0]) }
        let numbers = Dictionary(oldFirsts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return firsts.indices.map { shard in
            guard let other = numbers[firsts[shard]] else { return nil }
            let next = shard + 1 < firsts.count ? firsts[shard + 1] : nil
            guard next == (other + 1 < oldFirsts.count ? oldFirsts[other + 1] : nil) else { return nil }
            // The first changed key that is not before the shard.
            let place = dirty.partitioningPlace { $0 >= firsts[shard] }
            if place < dirty.count, next.map({ dirty[place] < $0 }) ?? true { return nil }
            return old.names.spelling[other]
        }
    }

    /// Keys of words that are new, gone, or weigh otherwise.
    func changedKeys(_ suffixes: SuffixTable) -> Set<SpellingKey> {
        var keys: Set<SpellingKey> = []
        var weights = [UInt8](repeating: 0, count: old.corpus.forms.count)
        for (form, weight) in zip(old.spelling.forms, old.spelling.weights) { weights[Int(form)] = weight }
        for (form, weight) in zip(draft.spelling.forms, draft.spelling.weights) {
            let before = Int(changes.forms.oldForms[Int(form)])
            if before >= 0, weights[before] == weight {
                weights[before] = 0
            } else {
                keys.formUnion(SpellingKeys.written(for: draft.corpus.forms[Int(form)], suffixes: suffixes))
            }
        }
        for form in weights.indices where weights[form] > 0 {
            keys.formUnion(SpellingKeys.written(for: old.corpus.forms[form], suffixes: suffixes))
        }
        return keys
    }
}

extension Array {
    /// The first place of a sorted array from which on a condition holds.
    fileprivate func partitioningPlace(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
