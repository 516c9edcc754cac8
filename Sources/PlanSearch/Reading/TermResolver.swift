/// Finds what an index has for the words of a query. Keeps the shards that it has fetched.
struct TermResolver {
    private let root: SearchRoot
    private let fetch: (String) -> [UInt8]?
    private var shards: [UInt32: TermShard] = [:]
    private var failed: Set<UInt32> = []
    /// What could not be read; each file once.
    private(set) var faults: [SearchFault] = []

    init(root: SearchRoot, fetch: @escaping (String) -> [UInt8]?) {
        self.root = root
        self.fetch = fetch
    }

    /// A class of a shard.
    private struct Found {
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
        return term
    }

    private static let weakCount = 8

    // MARK: Words

    /// The class of a word: by its own spelling, else by another ending.
    private mutating func findWord(_ word: [UInt8], in shard: TermShard) -> (kind: SourceKind, found: Found)? {
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
    private mutating func find(_ form: TermShard.Form, in shard: TermShard) -> Found? {
        if let number = form.number { return found(number, in: shard) }
        guard let home = self.shard(of: Folding.folded(form.home)), let number = home.form(form.home)?.number else {
            return nil
        }
        return found(number, in: home)
    }

    private mutating func found(_ number: Int, in shard: TermShard) -> Found? {
        do {
            let postings = try PostingCode.postings(
                in: shard.classes[number].postings, parts: root.partCount, file: shard.file)
            return Found(shard: shard, number: number, postings: postings)
        } catch {
            note(error)
            return nil
        }
    }

    // MARK: Beginnings

    private mutating func prefix(_ word: SearchQuery.Word, folded: [UInt8], isPlain: Bool, in shard: TermShard)
        -> (postings: [Posting], marks: [String])?
    {
        do {
            if let record = shard.prefixes.first(where: { $0.key == folded }) {
                return (
                    try PostingCode.postings(in: record.postings, parts: root.partCount, file: shard.file), []
                )
            }
            guard CodePoints.count(folded[...]) >= 3 else { return nil }
            var seen: Set<Int> = []
            var levels: [Int: Int] = [:]
            var taken = 0
            for form in shard.forms where form.folded.starts(with: folded) {
                guard isPlain || form.exact.starts(with: word.bytes) else { continue }
                taken += 1
                guard taken <= Self.mostCompletions else { break }
                guard let number = form.number, seen.insert(number).inserted else { continue }
                let postings = try PostingCode.postings(
                    in: shard.classes[number].postings, parts: root.partCount, file: shard.file)
                for posting in postings { levels[posting.part] = max(levels[posting.part] ?? 0, posting.level) }
            }
            guard !levels.isEmpty else { return nil }
            return (levels.map { Posting(part: $0.key, level: $0.value) }, [])
        } catch {
            note(error)
            return nil
        }
    }

    private static let mostCompletions = 400

    // MARK: Compounds

    private mutating func parts(of word: SearchQuery.Word, direct: Found?, isPlain: Bool) -> (
        postings: [Posting], marks: [String]
    )? {
        if let direct, !direct.wordClass.splits.isEmpty {
            let whole = direct.shard.forms[direct.wordClass.first].exact
            var pieces: [[UInt8]] = []
            var start = 0
            for split in direct.wordClass.splits + [CodePoints.count(whole[...])] {
                guard let end = CodePoints.offset(of: split, in: whole), end > start else { return nil }
                pieces.append(Array(whole[start..<end]))
                start = end
            }
            var found: [Found] = []
            for (index, piece) in pieces.enumerated() {
                guard let one = findPiece(piece, isLast: index == pieces.count - 1, isPlain: isPlain) else {
                    return nil
                }
                found.append(one)
            }
            return Self.together(found)
        }
        guard root.splitsCompounds, word.isLettersOnly else { return nil }
        let count = CodePoints.count(word.bytes[...])
        guard count >= 6 else { return nil }
        var tried = 0
        for length in (3...count - 3).reversed() {
            guard let place = CodePoints.offset(of: length, in: word.bytes) else { continue }
            guard let first = findPiece(Array(word.bytes[..<place]), isLast: false, isPlain: isPlain) else { continue }
            tried += 1
            if let second = findPiece(Array(word.bytes[place...]), isLast: true, isPlain: isPlain) {
                return Self.together([first, second])
            }
            if tried == Self.mostCuts { break }
        }
        return nil
    }

    private static let mostCuts = 2

    /// A piece as it stands; one that is not the last also without the `s`, or with the vowel, that compounds change.
    private mutating func findPiece(_ piece: [UInt8], isLast: Bool, isPlain: Bool) -> Found? {
        if let found = findWhole(piece, isPlain: isPlain) { return found }
        guard !isLast, piece.count > 3, let last = piece.last else { return nil }
        switch last {
        case UInt8(ascii: "s"): return findWhole(piece.dropLast(), isPlain: isPlain)
        case UInt8(ascii: "o"), UInt8(ascii: "u"):
            return findWhole(piece.dropLast() + [UInt8(ascii: "a")], isPlain: isPlain)
        default: return nil
        }
    }

    private mutating func findWhole(_ piece: [UInt8], isPlain: Bool) -> Found? {
        guard !root.stopWords.contains(String(decoding: piece, as: UTF8.self)),
            let shard = shard(of: Folding.folded(piece))
        else { return nil }
        if let found = findWord(piece, in: shard)?.found { return found }
        guard isPlain else { return nil }
        var best: Found?
        for form in shard.forms where form.folded == piece {
            guard let found = find(form, in: shard), found.postings.count > best?.postings.count ?? 0 else { continue }
            best = found
        }
        return best
    }

    /// The parts of documents that hold all pieces, at the lowest level.
    private static func together(_ pieces: [Found]) -> (postings: [Posting], marks: [String])? {
        guard let first = pieces.first else { return nil }
        var levels = Dictionary(first.postings.map { ($0.part, $0.level) }, uniquingKeysWith: max)
        for piece in pieces.dropFirst() {
            let others = Dictionary(piece.postings.map { ($0.part, $0.level) }, uniquingKeysWith: max)
            levels = levels.compactMapValues { $0 }.filter { others[$0.key] != nil }
            for (part, level) in levels { levels[part] = min(level, others[part] ?? level) }
        }
        guard !levels.isEmpty else { return nil }
        return (levels.map { Posting(part: $0.key, level: $0.value) }, pieces.flatMap(\.marks))
    }

    /// Compounds that begin or end with a word that stands nowhere alone.
    private mutating func addContained(_ word: SearchQuery.Word, isPlain: Bool, to term: inout ResolvedTerm) {
        guard word.isLettersOnly, root.splitsCompounds, CodePoints.count(word.bytes[...]) >= 4 else { return }
        var readings = [word.bytes]
        if let stem = withoutEnding(word.bytes) { readings.append(stem) }
        var found: [[UInt8]: Int] = [:]
        for reading in readings {
            guard let (first, last) = SpellingKeys.ends(of: reading) else { continue }
            for (key, isFirst) in [(first, true), (last, false)] {
                for (candidate, weight) in spellingWords(under: key) {
                    let whole = isPlain ? Folding.folded(candidate) : candidate
                    guard isFirst ? whole.starts(with: reading) : whole.suffix(reading.count).elementsEqual(reading)
                    else { continue }
                    found[candidate] = weight
                }
            }
        }
        let best = found.sorted { $0.value == $1.value ? Folding.precedes($0.key, $1.key) : $0.value > $1.value }
        for (candidate, _) in best.prefix(Self.mostContaining) {
            guard let shard = shard(of: Folding.folded(candidate)), let form = shard.form(candidate),
                let found = find(form, in: shard)
            else { continue }
            term.add(.contained, found.postings, found.marks)
        }
    }

    private static let mostContaining = 4

    /// A word without its longest ending that may be missing; at least 4 code points are left.
    private func withoutEnding(_ word: [UInt8]) -> [UInt8]? {
        for length in stride(from: min(SuffixTable.longest, word.count - 1), through: 1, by: -1) {
            let stem = word.dropLast(length)
            if root.suffixes.areKin(word.suffix(length), []), CodePoints.count(stem) >= 4 { return Array(stem) }
        }
        return nil
    }

    // MARK: Spelling

    private mutating func spelling(_ word: SearchQuery.Word, isPlain: Bool) -> (Suggestion, Found)? {
        guard word.isLettersOnly else { return nil }
        let letters = EditDistance.letters(word.bytes)
        let most = letters.count <= 7 ? 1 : 2
        for step in SpellingKeys.asked(for: word.bytes) {
            var best: Suggestion?
            for key in step {
                for (candidate, weight) in spellingWords(under: key) {
                    guard let suggestion = suggestion(letters, candidate, weight, isPlain: isPlain),
                        suggestion.distance <= most
                    else { continue }
                    best = best.map { min($0, suggestion) } ?? suggestion
                }
            }
            if let best, let shard = shard(of: Folding.folded(best.form)), let form = shard.form(best.form),
                let found = find(form, in: shard)
            {
                return (best, found)
            }
        }
        return nil
    }

    /// How near a known word is, or what is left of it without an ending that may be missing.
    private func suggestion(_ letters: [Unicode.Scalar], _ candidate: [UInt8], _ weight: Int, isPlain: Bool)
        -> Suggestion?
    {
        let exact = EditDistance.letters(candidate)
        let other = isPlain ? EditDistance.letters(Folding.folded(candidate)) : exact
        guard exact.count == other.count, abs(letters.count - exact.count) <= SuffixTable.longest + 2 else {
            return nil
        }
        let distances = EditDistance.toBeginnings(letters, of: other)
        var best: Suggestion?
        for length in stride(from: exact.count, through: 4, by: -1) {
            guard distances[length] > 0, let end = CodePoints.offset(of: length, in: candidate),
                length == exact.count || root.suffixes.areKin(candidate[end...], [])
            else { continue }
            let suggestion = Suggestion(
                word: Array(candidate[..<end]), form: candidate, distance: distances[length],
                hasOtherInitial: letters.first != other.first, weight: weight)
            if suggestion.distance < best?.distance ?? Int.max { best = suggestion }
        }
        return best
    }

    private mutating func spellingWords(under key: String) -> [(word: [UInt8], weight: Int)] {
        guard let hash = root.spelling.hash(of: Array(key.utf8)) else { return [] }
        let name = IndexFile.spelling.name(hash)
        guard let bytes = fetch(name) else {
            note(.missing(file: name))
            return []
        }
        do {
            var reader = try IndexFile.spelling.body(of: bytes, named: name)
            var result: [(word: [UInt8], weight: Int)] = []
            for _ in 0..<(try reader.count()) {
                let isAsked = try reader.string() == key
                var previous: [UInt8] = []
                for _ in 0..<(try reader.count()) {
                    previous = try reader.frontCoded(after: previous)
                    let weight = try reader.u8()
                    if isAsked { result.append((previous, weight)) }
                }
            }
            return result
        } catch {
            note(error)
            return []
        }
    }

    // MARK: Shards

    private mutating func shard(of key: [UInt8]) -> TermShard? {
        guard let hash = root.terms.hash(of: key), !failed.contains(hash) else { return nil }
        if let shard = shards[hash] { return shard }
        let name = IndexFile.terms.name(hash)
        guard let bytes = fetch(name) else {
            failed.insert(hash)
            note(.missing(file: name))
            return nil
        }
        do {
            let shard = try TermShard(bytes, named: name)
            shards[hash] = shard
            return shard
        } catch {
            failed.insert(hash)
            note(error)
            return nil
        }
    }

    private mutating func note(_ fault: SearchFault) {
        if !faults.contains(fault) { faults.append(fault) }
    }
}

extension ResolvedTerm {
    mutating func add(_ kind: SourceKind, _ postings: [Posting], _ marks: [String]) {
        guard !postings.isEmpty else { return }
        sources.append(TermSource(kind: kind, postings: postings, marks: marks))
    }
}

extension CodePoints {
    /// Where a code point begins, or the end behind the last; `nil` beyond.
    static func offset(of number: Int, in bytes: [UInt8]) -> Int? {
        var count = 0
        for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if count == number { return index }
            count += 1
        }
        return count == number ? bytes.count : nil
    }
}
