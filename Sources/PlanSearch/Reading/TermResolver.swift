/// Finds what an index has for the words of a query. Keeps the shards that it has fetched.
struct TermResolver {
    let root: SearchRoot
    let fetch: (String) -> [UInt8]?
    private var shards: [UInt32: TermShard] = [:]
    private var failed: Set<UInt32> = []
    /// What could not be read; each file once.
    private(set) var faults: [SearchFault] = []

    init(root: SearchRoot, fetch: @escaping (String) -> [UInt8]?) {
        self.root = root
        self.fetch = fetch
    }

    /// A class of a shard.
    struct Found {
        let shard: TermShard
        let number: Int
        let postings: [Posting]
        var wordClass: TermShard.WordClass { shard.classes[number] }
        var marks: [String] { shard.spellings(of: number) + wordClass.also }
    }

    mutating func resolve(_ word: SearchQuery.Word, isPlain: Bool) -> ResolvedTerm {
        var term = ResolvedTerm()
        let folded = Folding.folded(word.bytes)
        let shard = shard(of: folded)
        let direct = shard.flatMap { findWord(word.bytes, in: $0) }
        if let direct { term.add(direct.kind, direct.found.postings, direct.found.marks) }
        var isFolded = false
        if isPlain, let shard {
            for form in shard.forms where form.folded == word.bytes && form.exact != word.bytes {
                guard let found = find(form, in: shard), (direct?.found.postings.count ?? 0) * 4 < found.postings.count
                else { continue }
                term.add(.folded, found.postings, found.marks)
                isFolded = true
            }
            if direct == nil, !isFolded, let found = inflected(word.bytes, in: shard, folds: true) {
                term.add(.foldedInflected, found.postings, found.marks)
                isFolded = true
            }
        }
        if word.isOpen, let shard, let found = prefix(word, folded: folded, isPlain: isPlain, in: shard) {
            term.add(.prefix, found.postings, found.marks)
        }
        if !isFolded, (direct?.found.postings.count ?? 0) < Self.weakCount,
            let found = parts(of: word, direct: direct?.found, isPlain: isPlain)
        {
            term.add(.parts, found.postings, found.marks)
        }
        if term.frequency == 0 { addContained(word, isPlain: isPlain, to: &term) }
        if term.frequency == 0, let (suggestion, found) = spelling(word, isPlain: isPlain) {
            term.suggestion = suggestion
            term.add(.spelling, found.postings, found.marks)
        }
        if term.frequency == 0 { addHeld(word, isPlain: isPlain, to: &term) }
        return term
    }

    private static let weakCount = 8

    // MARK: Words

    /// The class of a word: by its own spelling, else by another ending.
    mutating func findWord(_ word: [UInt8], in shard: TermShard) -> (kind: SourceKind, found: Found)? {
        if let form = shard.form(word), let found = find(form, in: shard) { return (.exact, found) }
        return inflected(word, in: shard, folds: false).map { (.inflected, $0) }
    }

    private mutating func inflected(_ word: [UInt8], in shard: TermShard, folds: Bool) -> Found? {
        guard Self.isLettersOnly(word) else { return nil }
        let length = CodePoints.count(word[...])
        let least = length <= 4 ? 2 : length == 5 ? 3 : 4
        var best: (near: Int, found: Found)?
        for form in shard.forms {
            let other = folds ? form.folded : form.exact
            guard other != word, let near = nearness(word, other, least: least), near >= best?.near ?? 0,
                Self.isLettersOnly(other), !root.stopWords.contains(String(decoding: form.exact, as: UTF8.self)),
                let found = find(form, in: shard), !found.postings.isEmpty
            else { continue }
            if let best, near == best.near, found.postings.count <= best.found.postings.count { continue }
            best = (near, found)
        }
        return best?.found
    }

    /// How many code points two words share before endings that one word can take; the most there can be.
    private func nearness(_ word: [UInt8], _ other: [UInt8], least: Int) -> Int? {
        var shared = 0
        while shared < min(word.count, other.count), word[shared] == other[shared] { shared += 1 }
        while shared >= least {
            let isWhole =
                (shared == word.count || word[shared] & 0xC0 != 0x80)
                && (shared == other.count || other[shared] & 0xC0 != 0x80)
            if isWhole, root.suffixes.areKin(word[shared...], other[shared...]) {
                let count = CodePoints.count(word[..<shared])
                return count >= least ? count : nil
            }
            shared -= 1
        }
        return nil
    }

    private static func isLettersOnly(_ word: [UInt8]) -> Bool {
        word.allSatisfy { $0 >= 0x80 || (0x61...0x7A).contains($0) }
    }

    /// The class of a form, which may lie in another shard.
    mutating func find(_ form: TermShard.Form, in shard: TermShard) -> Found? {
        if let number = form.number { return found(number, in: shard) }
        guard let home = self.shard(of: Folding.folded(form.home)), let number = home.form(form.home)?.number else {
            return nil
        }
        return found(number, in: home)
    }

    private func found(_ number: Int, in shard: TermShard) -> Found {
        Found(shard: shard, number: number, postings: shard.classes[number].postings)
    }

    // MARK: Beginnings

    private func prefix(_ word: SearchQuery.Word, folded: [UInt8], isPlain: Bool, in shard: TermShard)
        -> (postings: [Posting], marks: [String])?
    {
        if let record = shard.prefixes.first(where: { $0.key == folded }) { return (record.postings, []) }
        guard CodePoints.count(folded[...]) >= 3 else { return nil }
        var seen: Set<Int> = []
        var levels: [Int: Int] = [:]
        var taken = 0
        for form in shard.forms where form.folded.starts(with: folded) {
            guard isPlain || form.exact.starts(with: word.bytes) else { continue }
            taken += 1
            guard taken <= Self.mostCompletions else { break }
            guard let number = form.number, seen.insert(number).inserted else { continue }
            for posting in shard.classes[number].postings {
                levels[posting.part] = max(levels[posting.part] ?? 0, posting.level)
            }
        }
        return levels.isEmpty ? nil : (levels.map { Posting(part: $0.key, level: $0.value) }, [])
    }

    private static let mostCompletions = 400

    // MARK: Shards

    mutating func shard(of key: [UInt8]) -> TermShard? {
        guard let hash = root.terms.hash(of: key), !failed.contains(hash) else { return nil }
        if let shard = shards[hash] { return shard }
        let name = IndexFile.terms.name(hash)
        guard let bytes = fetch(name) else {
            failed.insert(hash)
            note(.missing(file: name))
            return nil
        }
        do {
            let shard = try TermShard(bytes, named: name, parts: root.partCount)
            shards[hash] = shard
            return shard
        } catch {
            failed.insert(hash)
            note(error)
            return nil
        }
    }

    mutating func note(_ fault: SearchFault) {
        if !faults.contains(fault) { faults.append(fault) }
    }
}
